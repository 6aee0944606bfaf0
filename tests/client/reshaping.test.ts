/** Splits, joins and undos at the desk: what is typed meanwhile is never written over what they made, nor lost. */
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { actKinds, type Act, type ActKind } from '../../client/review/desk-state.ts';
import { fits, keepNewer, openingRow, withTarget, type WorkRow } from '../../client/review/rows.ts';
import { rowAfter, shapeOf } from '../../client/review/reshape-acts.ts';
import { strayTexts } from '../../client/review/stray-texts.ts';
import { api } from '../../server/contract/api.ts';
import type { TargetView } from '../../server/contract/schemas.ts';
import { noNetwork, openTab } from './desk-tab.ts';

describe('an act that changes the text', () => {
  it('saves what is typed first, then goes upon it', async () => {
    const { type, act, sent } = openTab();
    type('one two');
    expect(await act({ kind: 'split', offset: 4 })).toBe(true);
    expect(sent.map(({ line, body }) => [line.split('/').at(-1), body])).toEqual([
      [':locale', expect.objectContaining({ text: 'one two', baseRevision: 1 })],
      ['split', expect.objectContaining({ offset: 4, baseRevision: 2 })],
    ]);
  });

  it('leaves what is typed while it is under way in conflict with what it makes, not over it', async () => {
    const { type, act, answers, texts, word, server } = openTab();
    answers.push((answer) => {
      type('one, typed meanwhile');
      const made = answer();
      return { ...made, text: 'one\n\nmore' };
    });
    await act({ kind: 'split', offset: 1 });
    expect(texts()).toEqual(['one, typed meanwhile']);
    expect(word()).toBe('conflict');
    expect(server().revision).toBe(2);
  });

  it('goes again under its id when its answer was lost', async () => {
    const { act, answers, sent, desk } = openTab();
    answers.push(noNetwork);
    expect(await act({ kind: 'join' })).toBe(false);
    await desk.retry();
    expect(new Set(sent.map(({ body }) => body.decisionId)).size).toBe(1);
    expect(sent).toHaveLength(2);
  });
});

describe('undo', () => {
  it('goes back through the decisions of this desk, the last first', async () => {
    const { desk, type, act, sent } = openTab();
    type('one two');
    await desk.save('s');
    await act({ kind: 'approve' });
    const own = sent.map(({ body }) => body.decisionId);
    for (const decided of [own[1], own[0]]) {
      const last = desk.lastDecided();
      expect(last).toEqual({ segmentId: 's', decisionId: decided });
      if (last && 'decisionId' in last) await desk.undo(last);
      expect(sent.at(-1)?.body).toMatchObject({ undoes: decided });
    }
    expect(desk.lastDecided()).toBeUndefined();
  });

  it('puts a text that is not saved aside, where it can be brought back', async () => {
    const { desk, type, act, texts } = openTab();
    await act({ kind: 'approve' });
    type('half a thought');
    const last = desk.lastDecided();
    expect(last && 'decisionId' in last && (await desk.undo(last))).toBe(true);
    expect(texts()).toEqual([undefined, 'half a thought']);
  });

  it('of a judgement leaves the text, and what is typed meanwhile goes on from it', async () => {
    const { desk, type, act, answers, word } = openTab();
    await act({ kind: 'approve' });
    answers.push((answer) => {
      type('one, typed meanwhile');
      return answer();
    });
    const last = desk.lastDecided();
    expect(last && 'decisionId' in last && (await desk.undo(last))).toBe(true);
    expect(word()).toBe('typed');
    expect(await desk.save('s')).toBe(true);
  });

  it('is of what was decided on many at once, where that came last, and then of what came before', async () => {
    const { desk, act } = openTab();
    await act({ kind: 'approve' });
    const single = desk.lastDecided();
    const many = { takeBack: () => undefined };
    desk.did(many);
    expect(desk.lastDecided()).toBe(many);
    desk.forget(many);
    expect(desk.lastDecided()).toBe(single);
  });

  it('is not offered again for what somebody has gone on from', async () => {
    const { desk, act, writeBehind } = openTab();
    await act({ kind: 'approve' });
    writeBehind('theirs');
    const last = desk.lastDecided();
    expect(last && 'decisionId' in last && (await desk.undo(last))).toBe(false);
    expect(desk.lastDecided()).toBeUndefined();
  });

  it('waits for the connection', async () => {
    const { desk, act, answers, sent } = openTab();
    await act({ kind: 'approve' });
    const last = desk.lastDecided();
    answers.push(noNetwork);
    expect(last && 'decisionId' in last && (await desk.undo(last))).toBe(false);
    await desk.retry();
    expect(sent.filter(({ line }) => line.endsWith('/undo'))).toHaveLength(2);
    expect(desk.lastDecided()).toBeUndefined();
  });
});

describe('rows of joined translations', () => {
  const target: TargetView = { text: 'א', state: 'translated', revision: 1, outdated: false, codeFaults: [] };
  const row = (ordinal: number, more: Partial<WorkRow> = {}): WorkRow => {
    return { segmentId: `s${ordinal}`, ordinal, kind: 'paragraph', layout: {}, text: 'a', codes: {}, target, ...more };
  };
  const parts = [
    { segmentId: 's1', text: 'a' },
    { segmentId: 's2', text: 'b' },
  ];
  const joined = row(1, { parts, target: { ...target, span: 2, revision: 2 } });
  const { target: _, ...bare } = row(2);
  const covered = { ...bare, coveredBy: 's1' };
  const rows = [row(0, { kind: 'title' }), joined, covered, row(3)];

  it('take no target that stands for other segments than they show', () => {
    expect(fits(joined, { ...target, revision: 3 })).toBe(false);
    expect(withTarget(rows, 's1', { ...target, revision: 3 })).toEqual(rows);
    expect(keepNewer([row(1, { target: { ...target, revision: 9 } })], rows)).toEqual(rows);
  });

  it('leave no text without a place that was typed over what is covered now, or gone', () => {
    const { desk } = openTab();
    const drawn = { text: 'one', revision: 1 };
    desk.type('s2', 'typed', drawn);
    desk.type('gone', 'typed too', drawn);
    desk.type('s1', 'has its row', drawn);
    desk.takeTheirs('gone');
    desk.type('gone', 'another of the same segment', drawn);
    const strays = () => strayTexts(desk.state(), rows).map(({ value }) => value.text);
    expect(strays()).toEqual(['typed', 'another of the same segment', 'typed too']);
    const [, another] = strayTexts(desk.state(), rows);
    if (another) desk.discard(another);
    expect(strays()).toEqual(['typed', 'typed too']);
    expect(desk.state().entries['s1']?.kept.text).toBe('has its row');
  });

  it('are opened by the number of any of their segments', () => {
    expect(openingRow(rows, 2)?.segmentId).toBe('s1');
  });

  it('are joined with what stands after all of them', () => {
    expect(rowAfter(rows, joined)?.segmentId).toBe('s3');
    expect(shapeOf(rows, joined, 'א')).toMatchObject({
      canSplit: true,
      canJoin: true,
      canSeparate: true,
      canSplitSource: false,
    });
    expect(shapeOf(rows, row(3), '')).toMatchObject({ canSplitSource: true, canJoinSource: false });
    expect(shapeOf([row(3), row(4)], row(3), '')).toMatchObject({ canJoinSource: true });
    expect(shapeOf(rows, row(0, { kind: 'title' }), 'א')).toEqual({
      canSplit: false,
      canJoin: false,
      canSeparate: false,
      canSplitSource: false,
      canJoinSource: false,
    });
    expect(shapeOf(rows, row(3), '')).toMatchObject({ canSplit: false, canJoin: false });
  });
});

describe('what is sent of an act', () => {
  it.each(actKinds)('%s is what the contract takes, also after time at the text', async (kind) => {
    const { act, work, sent } = openTab();
    work(5);
    await act({ kind, ...given[kind] });
    const [one] = sent;
    const { body } = api[one?.line as keyof typeof api] as { body: TSchema };
    const ids = { decisionId: crypto.randomUUID(), ...(kind === 'undo' && { undoes: crypto.randomUUID() }) };
    expect([...Value.Errors(body, { ...one?.body, ...ids })]).toEqual([]);
  });
});

/** What an act of a kind carries besides. */
const given: Partial<Record<ActKind, Partial<Act>>> = {
  approve: { words: 'Checked by hand.' },
  return: { words: 'A sentence is missing.', categories: ['omission'] },
  split: { offset: 1 },
  undo: { undoes: 'a-1' },
};
