/** Numbers over HTTP: time that a decision tells is counted once, and tables that a spreadsheet can read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SegmentRow } from '../../server/contract/segments-api.ts';
import { mostActiveMs } from '../../server/domain/active-time.ts';
import { aDesk, type Desk } from '../support/desk.ts';

const put = 'PUT /api/documents/:documentId/segments/:segmentId/targets/:locale';
const approve = 'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/approve';
const ofDocument = 'GET /api/documents/:documentId/statistics';

let desk: Desk;
let documentId = '';
let rows: readonly SegmentRow[] = [];

beforeAll(async () => {
  desk = await aDesk();
  const imported = await desk.call('POST /api/documents', {
    body: {
      decisionId: crypto.randomUUID(),
      from: 'en',
      to: ['he', 'ar'],
      input: { text: '# The reading room\n\nThe reading room opens again.\n\nIt was closed.', format: 'markdown' },
    },
  });
  ({ documentId } = imported.reply);
  await desk.call('POST /api/documents/:documentId/translate', {
    params: { documentId },
    body: { decisionId: crypto.randomUUID(), locales: ['he'] },
  });
  await desk.world.queue.idle();
  const page = await desk.call('GET /api/documents/:documentId/segments', {
    params: { documentId },
    query: { locale: 'he' },
  });
  ({ rows } = page.reply);
});
afterAll(() => desk.close());

const key = (n: number) => ({ documentId, segmentId: rows[n]?.segmentId ?? '', locale: 'he' }) as const;
const head = () => ({ decisionId: crypto.randomUUID(), baseRevision: 1 });

describe('statistics', () => {
  it('of a document on which nobody has decided are empty, and say no mean', async () => {
    const { status, reply } = await desk.call(ofDocument, { params: { documentId } });
    expect([status, reply]).toEqual([200, { locales: [], people: [], providers: [], returns: [], outcomes: [] }]);
  });

  it('count the time of a decision once, however often it is sent, though it has gone on meanwhile', async () => {
    const body = { ...head(), text: 'חדר הקריאה', activeMs: 90_000 };
    const saved = await desk.call(put, { params: key(0), body });
    expect(saved.status).toBe(200);
    const again = await desk.call(put, { params: key(0), body: { ...body, activeMs: 99_000 } });
    expect([again.status, again.reply]).toEqual([200, saved.reply]);
    await desk.call(approve, { params: key(1), body: head() });
    const { reply } = await desk.call(ofDocument, { params: { documentId }, query: { locale: 'he' } });
    expect(reply.people).toMatchObject([
      { name: 'operator', segments: 2, words: 8, activeMs: 90_000, timedWords: 3, wordsPerHour: 120 },
    ]);
    expect(reply.providers).toMatchObject([{ name: 'demo', untouchedShare: 5 / 8 }]);
    expect(reply.outcomes.map(({ isUntouched, activeMs }) => [isUntouched, activeMs])).toEqual([
      [false, 90_000],
      [true, 0],
    ]);
  });

  it('take no time that nobody can have spent', async () => {
    for (const activeMs of [-1, 0, 1.5, mostActiveMs + 1]) {
      const { status } = await desk.call(approve, { params: key(2), body: { ...head(), activeMs } });
      expect(status, String(activeMs)).toBe(400);
    }
  });

  it('over all documents keep to the days asked for', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const now = await desk.call('GET /api/statistics', { query: { from: today, to: today } });
    expect(now.reply).toMatchObject({ documents: 1, locales: [{ locale: 'he', segments: 2 }] });
    const before = await desk.call('GET /api/statistics', { query: { to: '2020-01-01' } });
    expect(before.reply).toEqual({ documents: 0, locales: [], people: [], providers: [], returns: [] });
    expect((await desk.call('GET /api/statistics', { query: { from: '2020-13-01' } })).status).toBe(400);
  });

  it('follow what is decided next', async () => {
    await desk.call(approve, { params: key(2), body: head() });
    const { reply } = await desk.call(ofDocument, { params: { documentId } });
    expect(reply.outcomes).toHaveLength(3);
  });

  it('are a table too: a line for each segment, or for each language, person and provider', async () => {
    const one = await desk.inject({
      url: `/api/documents/${documentId}/statistics?format=csv&locale=he`,
      headers: { authorization: 'Bearer local-token-of-a-test' },
    });
    expect(one.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="statistics-${documentId}-he.csv"`,
    });
    const lines = one.payload.split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFFdocument,locale,segment,segment_id,state,last_decided,source_words,provider,model,post_edit_distance,' +
        'post_edit_distance_folded,untouched,active_seconds,returns',
    );
    expect(lines[1]).toMatch(new RegExp(`^${documentId},he,1,.*,reviewed,.*,3,demo,.*,no,90,0$`, 'u'));
    expect(lines).toHaveLength(5);
    const all = await desk.call('GET /api/statistics', { query: { format: 'csv' } });
    expect(all.text.split('\r\n').map((line) => line.split(',').slice(0, 3).join())).toEqual([
      '\uFEFFby,name,segments',
      'language,he,3',
      'person,operator,3',
      'provider,demo,3',
      '',
    ]);
  });

  it('of no document or language of ours are refused', async () => {
    const unknown = await desk.call(ofDocument, { params: { documentId: 'AAAAAAAAAAAA' } });
    expect([unknown.status, unknown.reply]).toMatchObject([404, { code: 'document.unknown' }]);
    const foreign = await desk.call(ofDocument, { params: { documentId }, query: { locale: 'en' } });
    expect(foreign.reply).toMatchObject({ code: 'locale.unknown' });
  });
});
