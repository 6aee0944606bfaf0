/** Many targets in one request: what was taken, what was refused and why, and the same again when it is sent again. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aDesk, type Desk } from '../support/desk.ts';

let desk: Desk;
beforeEach(async () => void (desk = await aDesk()));
afterEach(() => desk.close());

it('edits many, refuses what was stale, and has no second effect', async () => {
  const { reply } = await desk.call('POST /api/documents', {
    body: {
      decisionId: crypto.randomUUID(),
      from: 'en',
      to: ['he'],
      input: { text: '# Title\n\nOne.\n\nTwo.', format: 'markdown' },
    },
  });
  const { documentId } = reply;
  const query = { locale: 'he' } as const;
  const rows = async () =>
    (await desk.call('GET /api/documents/:documentId/segments', { params: { documentId }, query })).reply.rows;
  const edits = (await rows()).map(({ segmentId, ordinal }) => {
    return { segmentId, decisionId: crypto.randomUUID(), baseRevision: ordinal === 1 ? 7 : 0, text: `נוסח ${ordinal}` };
  });
  const line = 'POST /api/documents/:documentId/targets/:locale/edit';
  const params = { documentId, locale: 'he' } as const;
  const first = await desk.call(line, { params, body: { edits } });
  expect(first.reply).toEqual({
    edited: 2,
    refused: [{ segmentId: edits[1]?.segmentId, ordinal: 1, code: 'target.stale', params: { revision: 0 } }],
  });
  expect((await desk.call(line, { params, body: { edits } })).reply).toEqual(first.reply);
  expect((await rows()).map(({ target }) => [target?.text, target?.revision])).toEqual([
    ['נוסח 0', 1],
    ['', 0],
    ['נוסח 2', 1],
  ]);
  const twice = ['אחד', 'שניים'].map((text) => {
    return { segmentId: edits[1]?.segmentId ?? '', decisionId: crypto.randomUUID(), baseRevision: 0, text };
  });
  const stale = { segmentId: edits[1]?.segmentId, ordinal: 1, code: 'target.stale', params: { revision: 1 } };
  const editTwice = async () => (await desk.call(line, { params, body: { edits: twice } })).reply;
  const edited = { edited: 1, refused: [stale] };
  expect([await editTwice(), await editTwice()]).toEqual([edited, edited]);
  expect((await rows())[1]?.target?.text).toBe('אחד');
  const undo = 'POST /api/documents/:documentId/targets/:locale/undo';
  const decisionIds = [edits[0], twice[0], twice[0]].map((one) => one?.decisionId ?? '');
  const undoBoth = async () => (await desk.call(undo, { params, body: { decisionIds } })).reply;
  const undone = { undone: 2, refused: [] };
  expect([await undoBoth(), await undoBoth()]).toEqual([undone, undone]);
  const wrong = await desk.call(line, { params, body: { edits: [{ ...edits[0]!, segmentId: 'x' }] } });
  expect(wrong.status).toBe(400);
});
