/** Split, join, separate and undo over HTTP, from a machine's draft to what a reader gets. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words } from '../../server/render/words.ts';
import { aDesk, type Desk } from '../support/desk.ts';

const article = `# The school

It **stood** there. They came.

It was **gone**.

The children cried.`;

let desk: Desk;
let documentId: string;
const decisionId = () => crypto.randomUUID();
beforeAll(async () => {
  desk = await aDesk();
  const input = { text: article, format: 'markdown' } as const;
  const imported = await desk.call('POST /api/documents', {
    body: { decisionId: decisionId(), from: 'en', to: ['he'], input },
  });
  ({ documentId } = imported.reply);
});
afterAll(() => desk.close());

async function rows() {
  const query = { locale: 'he' } as const;
  return (await desk.call('GET /api/documents/:documentId/segments', { params: { documentId }, query })).reply.rows;
}

async function row(ordinal: number) {
  const found = (await rows())[ordinal];
  if (found === undefined) throw new Error(`no row ${ordinal}`);
  return found;
}

type Act = 'split' | 'join' | 'separate' | 'undo' | 'approve';

async function act(name: Act, ordinal: number, more: object = {}) {
  const { segmentId, target } = await row(ordinal);
  const body = { decisionId: decisionId(), baseRevision: target?.revision ?? 0, ...more } as never;
  const line = `POST /api/documents/:documentId/segments/:segmentId/targets/:locale/${name}` as const;
  return desk.call(line, { params: { documentId, segmentId, locale: 'he' }, body });
}

async function exported(format: 'txt' | 'md' | 'html') {
  const line = 'GET /api/documents/:documentId/export/:locale';
  return (await desk.call(line, { params: { documentId, locale: 'he' }, query: { format } })).text;
}

describe('the shape of a translation', () => {
  it('is one paragraph for two segments: drafted, shown, counted and written as one', async () => {
    expect((await act('join', 1)).reply).toMatchObject({ text: '', state: 'untranslated', span: 2 });
    const [, head, covered] = await rows();
    expect(head).toMatchObject({
      text: 'It <1>stood</1> there. They came. It was <2>gone</2>.',
      parts: [{ text: 'It <1>stood</1> there. They came.' }, { text: 'It was <2>gone</2>.' }],
    });
    expect(covered).toMatchObject({ coveredBy: head?.segmentId, text: 'It was <1>gone</1>.' });
    expect(covered?.target).toBeUndefined();
    const body = { decisionId: decisionId(), locales: ['he' as const] };
    const job = await desk.call('POST /api/documents/:documentId/translate', { params: { documentId }, body });
    expect(job.reply.total).toBe(3);
    await desk.world.queue.idle();
    const drafted = (await row(1)).target;
    expect(drafted).toMatchObject({ state: 'translated', codeFaults: [], span: 2 });
    const { documents } = (await desk.call('GET /api/documents')).reply;
    expect(documents[0]?.locales.he).toMatchObject({ translated: 3, untranslated: 0 });
    const [, notice, paragraph] = (await exported('md')).split('\n\n');
    expect(notice).toBe(words.he.demo);
    expect(paragraph?.match(/\*\*/gu)).toHaveLength(4);
  });

  it('is two paragraphs where one was split, for every writer', async () => {
    const { text } = (await row(3)).target ?? { text: '' };
    const offset = text.indexOf(' ');
    expect((await act('split', 3, { offset })).reply.text).toBe(
      `${text.slice(0, offset)}\n\n${text.slice(offset + 1)}`,
    );
    // Four of the article, and below its title what is said of demo text.
    expect((await exported('txt')).trimEnd().split('\n\n')).toHaveLength(5);
    expect((await exported('md')).trimEnd().split('\n\n')).toHaveLength(5);
    expect((await exported('html')).match(/<p>/gu)?.length).toBeGreaterThanOrEqual(3);
  });

  it('is refused with a code: inside a pair, what is covered, what cannot be', async () => {
    const { text } = (await row(1)).target ?? { text: '' };
    const inside = await act('split', 1, { offset: text.indexOf('<1>') + 4 });
    expect([inside.status, inside.reply]).toEqual([409, expect.objectContaining({ code: 'target.cannot-split' })]);
    expect((await act('join', 2, { baseRevision: 1 })).reply).toMatchObject({ code: 'target.covered' });
    expect((await act('join', 0)).reply).toMatchObject({ code: 'target.cannot-join' });
    expect((await act('separate', 3)).reply).toMatchObject({ code: 'target.not-joined' });
    expect((await act('separate', 1, { baseRevision: 99 })).reply).toMatchObject({
      code: 'target.stale',
      current: { span: 2 },
    });
  });

  it('is undone, and taken apart', async () => {
    expect((await act('approve', 1)).reply).toMatchObject({ state: 'approved' });
    expect((await act('undo', 1)).reply).toMatchObject({ state: 'translated' });
    expect((await act('separate', 1)).status).toBe(200);
    expect((await rows()).map(({ target }) => target?.state)).toEqual([
      'translated',
      'translated',
      'untranslated',
      'translated',
    ]);
  });
});

describe('the shape of the source', () => {
  it('is changed for all, and back', async () => {
    const before = await rows();
    const { segmentId, text } = await row(1);
    const params = { documentId, segmentId };
    const offset = text.indexOf(' They');
    const split = await desk.call('POST /api/documents/:documentId/segments/:segmentId/source/split', {
      params,
      body: { decisionId: decisionId(), baseVersion: 1, offset },
    });
    expect(split.reply).toEqual({ sourceVersion: 2 });
    expect((await rows()).map((one) => one.text).slice(1, 3)).toEqual(['It <1>stood</1> there.', 'They came.']);
    const stale = await desk.call('POST /api/documents/:documentId/segments/:segmentId/source/join', {
      params,
      body: { decisionId: decisionId(), baseVersion: 1 },
    });
    expect([stale.status, stale.reply]).toEqual([409, expect.objectContaining({ code: 'source.stale' })]);
    const undone = await desk.call('POST /api/documents/:documentId/source/undo', {
      params: { documentId },
      body: { decisionId: decisionId(), baseVersion: 2 },
    });
    expect(undone.reply).toEqual({ sourceVersion: 3 });
    expect((await rows()).map((one) => one.text)).toEqual(before.map((one) => one.text));
  });
});
