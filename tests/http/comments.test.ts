/** Comments over HTTP: said once, answered, resolved, told to everybody who looks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importedDecision } from '../support/builders.ts';
import { aDesk, type Desk } from '../support/desk.ts';

const line = '/api/documents/:documentId/segments/:segmentId/targets/:locale/comments';
let desk: Desk;
const imported = importedDecision();
const params = { documentId: imported.documentId, segmentId: 'segment-0001', locale: 'he' } as const;
const ar = { ...params, locale: 'ar' } as const;

beforeAll(async () => {
  desk = await aDesk();
  await desk.world.store.commit({ stream: imported.documentId, decisions: [imported] });
});
afterAll(() => desk.close());

function say(text: string, more: { about?: 'target' | 'source'; replyTo?: string; decisionId?: string } = {}) {
  const body = { decisionId: crypto.randomUUID(), about: 'target' as const, text, ...more };
  return desk.call(`POST ${line}`, { params, body });
}

async function openComments(locale: 'he' | 'ar'): Promise<Array<number | undefined>> {
  const { documentId } = params;
  const { reply } = await desk.call('GET /api/documents/:documentId/segments', {
    params: { documentId },
    query: { locale },
  });
  return reply.rows.map((row) => row.openComments);
}

describe('comments', () => {
  it('are said, with the names in them, and once only when they are sent again', async () => {
    const decisionId = crypto.randomUUID();
    const first = await say('@נועה לוי: is this right?', { decisionId });
    expect(first.reply.threads).toMatchObject([
      { threadId: decisionId, about: 'target', comments: [{ by: 'operator', mentions: ['noa'] }] },
    ]);
    expect((await say('@נועה לוי: is this right?', { decisionId })).reply).toEqual(first.reply);
    expect(await say('another', { decisionId })).toMatchObject({ status: 409, reply: { code: 'decision.reused' } });
    expect((await desk.call(`GET ${line}`, { params })).reply).toEqual(first.reply);
    expect((await desk.call(`GET ${line}`, { params: ar })).reply).toEqual({ threads: [] });
  });

  it('are answered in their thread, whatever the answer says it is about', async () => {
    const begun = (await say('The source says “party”?', { about: 'source' })).reply.threads.at(-1)?.threadId ?? '';
    const answered = await say('כן', { replyTo: begun });
    expect(answered.reply.threads.at(-1)).toMatchObject({ about: 'source', comments: [{}, { text: 'כן' }] });
    expect((await desk.call(`GET ${line}`, { params: ar })).reply.threads).toHaveLength(1);
  });

  it('are counted beside their row while they are open', async () => {
    expect(await openComments('he')).toEqual([undefined, 2, undefined]);
    expect(await openComments('ar')).toEqual([undefined, 1, undefined]);
  });

  it('are resolved and opened again, each once', async () => {
    const [thread] = (await desk.call(`GET ${line}`, { params })).reply.threads;
    const key = { ...params, commentId: thread?.threadId ?? '' };
    const body = { decisionId: crypto.randomUUID() };
    const resolved = await desk.call(`POST ${line}/:commentId/resolve`, { params: key, body });
    expect(resolved.reply.threads[0]).toMatchObject({ resolved: { by: 'operator' } });
    expect(await openComments('he')).toEqual([undefined, 1, undefined]);
    const fresh = () => ({ params: key, body: { decisionId: crypto.randomUUID() } });
    expect(await desk.call(`POST ${line}/:commentId/resolve`, fresh())).toMatchObject({ status: 409 });
    expect((await say('too late', { replyTo: key.commentId })).reply).toMatchObject({ code: 'comment.resolved' });
    expect((await desk.call(`POST ${line}/:commentId/reopen`, fresh())).reply.threads[0]).not.toHaveProperty(
      'resolved',
    );
  });

  it.each([
    ['comment.empty', 422, '  ', {}],
    ['request.invalid', 400, 'א'.repeat(5001), {}],
    ['comment.unknown', 404, 'text', { replyTo: crypto.randomUUID() }],
  ])('are refused with %s', async (code, status, text, more) => {
    expect(await say(text, more)).toMatchObject({ status, reply: { code } });
  });

  it('have no place beside the source language, or a segment that is not there', async () => {
    const inSource = await desk.call(`GET ${line}`, { params: { ...params, locale: 'en' } });
    expect([inSource.status, inSource.reply]).toEqual([404, expect.objectContaining({ code: 'locale.unknown' })]);
    const nowhere = await desk.call(`GET ${line}`, { params: { ...params, segmentId: 'segment-0009' } });
    expect(nowhere.reply).toMatchObject({ code: 'segment.unknown' });
  });

  it('can name whoever is a member', async () => {
    expect((await desk.call('GET /api/members')).reply.members.map(({ name }) => name)).toEqual([
      'operator',
      'נועה לוי',
    ]);
  });
});
