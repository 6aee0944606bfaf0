/** The main job over HTTP: one article in, refused while something is open, then three editions. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDesk, type Desk } from '../support/desk.ts';

const article = `The reading room returns

After three years of work, the reading room opens again on 3 March. More than 1,400 residents signed the petition that saved it, and many of them came to carry the books back.

The building on Harbour Street has stood empty since the flood of 2022. The city wanted to sell it; the neighbours did not, and in the end the council listened to them.`;

let desk: Desk;
let documentId: string;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(() => desk.close());

const decisionId = () => crypto.randomUUID();

async function rows(locale: 'he' | 'ar') {
  return (await desk.call('GET /api/documents/:documentId/segments', { params: { documentId }, query: { locale } }))
    .reply.rows;
}

function params(segmentId: string, locale: 'he' | 'ar' = 'he') {
  return { documentId, segmentId, locale };
}

describe('the story', () => {
  it('previews an import without keeping anything', async () => {
    const body = { from: 'en', to: ['he', 'ar'], input: { text: article, format: 'text' } } as const;
    const preview = await desk.call('POST /api/documents/preview', { body: { ...body, to: ['he', 'ar'] } });
    expect(preview.reply).toMatchObject({ title: 'The reading room returns', total: 3 });
    expect(await desk.world.store.board()).toEqual([]);
  });

  it('imports, and once only when the request is sent again', async () => {
    const body = {
      decisionId: decisionId(),
      from: 'en' as const,
      to: ['he' as const, 'ar' as const],
      input: { text: article, format: 'text' as const },
    };
    const first = await desk.call('POST /api/documents', { body });
    const again = await desk.call('POST /api/documents', { body });
    expect(first.status).toBe(200);
    expect(again.reply).toEqual(first.reply);
    expect((await desk.call('GET /api/documents')).reply.documents).toHaveLength(1);
    ({ documentId } = first.reply);
  });

  it('drafts by machine, and tells how far it is', async () => {
    const job = await desk.call('POST /api/documents/:documentId/translate', {
      params: { documentId },
      body: { decisionId: decisionId(), locales: ['he', 'ar'] },
    });
    expect(job.reply).toMatchObject({ status: 'running', total: 6 });
    await desk.world.queue.idle();
    const line = 'GET /api/documents/:documentId/jobs/:jobId';
    expect((await desk.call(line, { params: { documentId, jobId: job.reply.jobId } })).reply).toMatchObject({
      status: 'finished',
      done: 6,
      failed: 0,
    });
    for (const row of await rows('he'))
      expect(row.target).toMatchObject({ state: 'translated', origin: { type: 'mt', provider: 'demo' } });
  });

  it('saves an edit once, refuses a stale one with what stands there now', async () => {
    const [, second] = await rows('he');
    const key = params(second?.segmentId ?? '');
    const line = 'PUT /api/documents/:documentId/segments/:segmentId/targets/:locale';
    const body = {
      decisionId: decisionId(),
      baseRevision: 1,
      text: 'אחרי שלוש שנות עבודה ייפתח מחדש אולם הקריאה ב־3 במרץ.',
    };
    const saved = await desk.call(line, { params: key, body });
    expect(saved.reply).toMatchObject({ state: 'reviewed', revision: 2, text: body.text, origin: { type: 'human' } });
    expect(await desk.call(line, { params: key, body })).toMatchObject({ status: 200, reply: saved.reply });
    const stale = await desk.call(line, { params: key, body: { ...body, decisionId: decisionId(), text: 'אחר' } });
    expect(stale).toMatchObject({
      status: 409,
      reply: { code: 'target.stale', current: { text: body.text, revision: 2 } },
    });
    const reused = await desk.call(line, { params: key, body: { ...body, baseRevision: 2, text: 'אחר' } });
    expect(reused).toMatchObject({ status: 409, reply: { code: 'decision.reused' } });
  });

  it('gives the first answer to a save that is sent again after others came', async () => {
    const [, second] = await rows('he');
    const key = params(second?.segmentId ?? '');
    const line = 'PUT /api/documents/:documentId/segments/:segmentId/targets/:locale';
    const first = { decisionId: decisionId(), baseRevision: 2, text: 'נוסח אחד' };
    const answer = await desk.call(line, { params: key, body: first });
    await desk.call(line, { params: key, body: { decisionId: decisionId(), baseRevision: 3, text: 'נוסח שני' } });
    expect((await desk.call(line, { params: key, body: first })).reply).toEqual(answer.reply);
    expect((await rows('he'))[1]?.target).toMatchObject({ text: 'נוסח שני', revision: 4 });
  });

  it('refuses to publish one segment early, and lists it', async () => {
    const page = await rows('he');
    const last = page.at(-1)!;
    const targets = page.slice(0, -1).map(({ segmentId, target }) => {
      return { segmentId, decisionId: decisionId(), baseRevision: target?.revision ?? 0 };
    });
    const approved = await desk.call('POST /api/documents/:documentId/targets/:locale/approve', {
      params: { documentId, locale: 'he' },
      body: { targets },
    });
    expect(approved.reply).toEqual({ approved: 2, refused: [] });
    const line = 'POST /api/documents/:documentId/editions/:locale/publish';
    const refused = await desk.call(line, { params: { documentId, locale: 'he' }, body: { decisionId: decisionId() } });
    expect(refused.status).toBe(409);
    expect(refused.reply).toMatchObject({
      code: 'edition.blocked',
      blockers: [
        {
          reason: 'translated',
          segmentId: last.segmentId,
          ordinal: 2,
          excerpt: expect.stringContaining('Harbour Street'),
        },
      ],
    });
  });

  it('returns with a reason, and shows history and what to compare with', async () => {
    const last = (await rows('he')).at(-1)!;
    const key = params(last.segmentId);
    const base = 'POST /api/documents/:documentId/segments/:segmentId/targets/:locale';
    const returned = await desk.call(`${base}/return`, {
      params: key,
      body: { decisionId: decisionId(), baseRevision: 1, reason: 'המספר שגוי', categories: ['names', 'style'] },
    });
    const reason = { reason: 'המספר שגוי', categories: ['names', 'style'] };
    expect(returned.reply).toMatchObject({ state: 'translated', returned: reason });
    const history = await desk.call('GET /api/documents/:documentId/segments/:segmentId/targets/:locale/history', {
      params: key,
    });
    expect(history.reply.entries.map(({ kind }) => kind)).toEqual(['target.returned', 'target.drafted']);
    expect(history.reply.entries[0]).toMatchObject(reason);
    const compared = await desk.call('GET /api/documents/:documentId/segments/:segmentId/targets/:locale/diff', {
      params: key,
      query: {},
    });
    const text = last.target?.text;
    expect(compared.reply).toEqual({ bases: { draft: { revision: 1, text }, looked: { revision: 2, text } } });
  });

  it('publishes once everything is approved, and readers keep what was published', async () => {
    await desk.call('POST /api/documents/:documentId/targets/:locale/approve', {
      params: { documentId, locale: 'he' },
      body: {},
    });
    const line = 'POST /api/documents/:documentId/editions/:locale/publish';
    const published = await desk.call(line, {
      params: { documentId, locale: 'he' },
      body: { decisionId: decisionId() },
    });
    expect(published.reply).toMatchObject({
      live: 1,
      blockers: [],
      url: expect.stringContaining('/he/the-reading-room-returns/'),
    });
    const exported = () =>
      desk.call('GET /api/documents/:documentId/export/:locale', {
        params: { documentId, locale: 'he' },
        query: { format: 'html' },
      });
    const before = (await exported()).text;
    expect(before).toContain('<html lang="he" dir="rtl">');
    const [, second] = await rows('he');
    await desk.call('PUT /api/documents/:documentId/segments/:segmentId/targets/:locale', {
      params: params(second?.segmentId ?? ''),
      body: { decisionId: decisionId(), baseRevision: second?.target?.revision ?? 0, text: 'תיקון מאוחר' },
    });
    expect((await exported()).text).toBe(before);
    const view = await desk.call('GET /api/documents/:documentId/editions/:locale', {
      params: { documentId, locale: 'he' },
    });
    expect(view.reply).toMatchObject({ live: 1, changedSinceLive: true, blockers: [{ reason: 'reviewed' }] });
  });

  it('gives a preview of a draft on the editions’ origin', async () => {
    const preview = await desk.call('POST /api/documents/:documentId/editions/:locale/preview', {
      params: { documentId, locale: 'ar' },
    });
    expect(preview.reply.url).toMatch(/^http:\/\/127\.0\.0\.1:3001\/preview\/ar-[\w-]{43}\/$/u);
  });

  it('archives only what no reader sees', async () => {
    const remove = () =>
      desk.call('DELETE /api/documents/:documentId', { params: { documentId }, body: { decisionId: decisionId() } });
    expect(await remove()).toMatchObject({ status: 409, reply: { code: 'document.live' } });
    const line = 'POST /api/documents/:documentId/editions/:locale/withdraw';
    await desk.call(line, { params: { documentId, locale: 'he' }, body: { decisionId: decisionId() } });
    expect((await remove()).status).toBe(204);
    expect((await desk.call('GET /api/documents')).reply.documents).toEqual([]);
  });

  it('restores what is in the archive, and only that', async () => {
    const request = () => ({ params: { documentId }, body: { decisionId: decisionId() } });
    expect((await desk.call('GET /api/archive')).reply.documents).toMatchObject([{ documentId, archived: true }]);
    const restored = await desk.call('POST /api/documents/:documentId/restore', request());
    expect(restored.reply).toMatchObject({ documentId, archived: false });
    expect((await desk.call('GET /api/archive')).reply.documents).toEqual([]);
    expect((await desk.call('GET /api/documents')).reply.documents).toMatchObject([{ documentId }]);
    const again = await desk.call('POST /api/documents/:documentId/restore', request());
    expect(again).toMatchObject({ status: 409, reply: { code: 'document.not-archived' } });
    await desk.call('DELETE /api/documents/:documentId', request());
  });
});

describe('imports that cannot be taken', () => {
  const file = (name: string, bytes: Buffer) => ({ file: name, base64: bytes.toString('base64') });
  it.each([
    ['an empty file', file('a.txt', Buffer.alloc(0)), 'import.empty'],
    ['nothing but space', { text: ' \n\n ', format: 'text' as const }, 'import.empty'],
    [
      'a binary',
      file('a.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 255, 254])),
      /^import\.(not-text|encoding|control-character)$/u,
    ],
    ['invalid UTF-8', file('a.txt', Buffer.from([0x61, 0xc3, 0x28])), 'import.encoding'],
    ['a format that nobody reads', file('a.exe', Buffer.from('text')), 'import.unknown-format'],
    [
      'a text without a title',
      {
        text: `${'A long paragraph of words. '.repeat(20)}\n\n${'And another one. '.repeat(20)}`,
        format: 'text' as const,
      },
      'import.title-missing',
    ],
  ])('%s: a coded problem, and nothing is kept', async (_, input, code) => {
    const answer = await desk.call('POST /api/documents', {
      body: { decisionId: decisionId(), from: 'en', to: ['he'], input },
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect((answer.reply as unknown as { code: string }).code).toMatch(code);
    expect((await desk.call('GET /api/documents')).reply.documents).toEqual([]);
  });
});
