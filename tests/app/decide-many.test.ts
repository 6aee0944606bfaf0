/** Many targets at once: each as if alone, at the revision that was seen, once however often it is sent. */
import { beforeEach, describe, expect, it } from 'vitest';
import { approveMany } from '../../server/app/approve-many.ts';
import { decideMany, type OneAct } from '../../server/app/decide-many.ts';
import type { DocumentDecision } from '../../server/domain/decision.ts';
import { accepted } from '../../server/domain/errors.ts';
import type { Store, World } from '../../server/ports.ts';
import {
  aDecisionId,
  draftedDecision,
  editedDecision,
  importedDecision,
  someSegments,
  someTexts,
} from '../support/builders.ts';
import { aWorld } from '../support/desk.ts';

let world: World;
let documentId: string;
const locale = 'he';

beforeEach(async () => {
  world = await aWorld();
  const imported = importedDecision();
  documentId = imported.documentId;
  await decide(imported, ...someTexts.map((text, segment) => draftedDecision({ segment, text })));
});

async function decide(...decisions: DocumentDecision[]): Promise<void> {
  for (const decision of decisions) {
    accepted(await world.store.commit({ stream: documentId, decisions: [decision] }));
  }
}

async function targets() {
  const document = await world.store.document(documentId);
  return document?.targets[locale]?.map(({ text, state, revision }) => ({ text, state, revision }));
}

const id = (ordinal: number) => someSegments[ordinal]?.id ?? '';
const seen = (ordinal: number, baseRevision = 1) => ({
  segmentId: id(ordinal),
  decisionId: aDecisionId(),
  baseRevision,
});
const edit = (ordinal: number, text: string, baseRevision = 1): OneAct => ({
  ...seen(ordinal, baseRevision),
  act: { kind: 'target.edited', text },
});
const order = (acts: readonly OneAct[]) => ({ documentId, locale, acts, by: 'noa' }) as const;

describe('many acts', () => {
  it('are committed together, and each has its own decision', async () => {
    const acts = [edit(0, 'כותרת'), edit(2, 'סוף')];
    expect(await decideMany(world, order(acts))).toEqual({ ok: true, taken: 2, refused: [] });
    expect((await targets())?.map(({ text }) => text)).toEqual(['כותרת', someTexts[1], 'סוף']);
    for (const { decisionId } of acts) expect(await world.store.byDecisionId(decisionId)).toBeDefined();
  });

  it('refuse those whose text changed since it was seen, and take the others', async () => {
    await decide(editedDecision({ segment: 0, text: 'נוסח אחר' }));
    expect(await decideMany(world, order([edit(0, 'שלי'), edit(2, 'סוף')]))).toEqual({
      ok: true,
      taken: 1,
      refused: [{ segmentId: id(0), ordinal: 0, code: 'target.stale', params: { revision: 2 } }],
    });
    expect((await targets())?.[0]?.text).toBe('נוסח אחר');
  });

  it('on one target twice take the first, and the second as one that has not seen it', async () => {
    const stale = { segmentId: id(0), ordinal: 0, code: 'target.stale', params: { revision: 2 } };
    const approvals = { documentId, locale, by: 'noa', targets: [seen(0), seen(0), seen(1)] } as const;
    const answer = { ok: true, taken: 2, refused: [stale] };
    expect(await approveMany(world, approvals)).toEqual(answer);
    expect(await approveMany(world, approvals)).toEqual(answer);
  });

  it('name what is empty, and what does not exist', async () => {
    const lost = { ...edit(0, 'x'), segmentId: 'no-such-segm' };
    expect(await decideMany(world, order([edit(1, '  '), lost]))).toMatchObject({
      taken: 0,
      refused: [
        { segmentId: id(1), ordinal: 1, code: 'target.empty' },
        { segmentId: 'no-such-segm', code: 'segment.unknown' },
      ],
    });
  });

  it('sent again have the same answer and no second effect, whatever happened since', async () => {
    const acts = [edit(0, 'כותרת'), edit(1, '', 1), edit(2, 'סוף')];
    const first = await decideMany(world, order(acts));
    await decide(editedDecision({ segment: 2, text: 'אחר כך' }));
    const before = await targets();
    expect(first).toMatchObject({ taken: 2, refused: [{ code: 'target.empty' }] });
    expect(await decideMany(world, order(acts))).toEqual(first);
    expect(await targets()).toEqual(before);
  });

  it('of another kind under a used id are refused', async () => {
    const act = edit(0, 'כותרת');
    await decideMany(world, order([act]));
    const other = { ...act, act: { kind: 'target.edited', text: 'אחרת' } } as const;
    expect(await decideMany(world, order([other]))).toMatchObject({ taken: 0, refused: [{ code: 'target.stale' }] });
  });

  it('are judged again where somebody is faster between the reading and the commit', async () => {
    const faster = overtakenOnce(() => decide(editedDecision({ segment: 0, text: 'מהיר' })));
    expect(await decideMany(faster, order([edit(0, 'שלי'), edit(2, 'סוף')]))).toMatchObject({
      taken: 1,
      refused: [{ segmentId: id(0), code: 'target.stale' }],
    });
    expect((await targets())?.map(({ text }) => text)).toEqual(['מהיר', someTexts[1], 'סוף']);
  });

  it('of nothing do nothing', async () => {
    expect(await decideMany(world, order([]))).toEqual({ ok: true, taken: 0, refused: [] });
    expect(await decideMany(world, { ...order([]), documentId: 'nowhere12345' })).toMatchObject({
      code: 'document.unknown',
    });
    expect(await decideMany(world, { ...order([]), locale: 'en' })).toMatchObject({ code: 'locale.unknown' });
  });
});

describe('approving many', () => {
  const asked = { documentId: '', locale, by: 'noa' } as const;

  it('approves no text that changed since it was seen', async () => {
    await decide(editedDecision({ segment: 2, text: 'נוסח אחר' }));
    const many = await approveMany(world, { ...asked, documentId, targets: [seen(0), seen(2)] });
    expect(many).toMatchObject({ taken: 1, refused: [{ segmentId: id(2), code: 'target.stale' }] });
    expect((await targets())?.map(({ state }) => state)).toEqual(['approved', 'translated', 'reviewed']);
  });

  it('refuses what has faults, unless it is said why they may stay', async () => {
    await decide(editedDecision({ segment: 1, text: 'בלי קישור' }));
    expect(await approveMany(world, { ...asked, documentId })).toMatchObject({
      taken: 2,
      refused: [{ segmentId: id(1), ordinal: 1, code: 'check.open', params: { check: 'code.missing', count: 1 } }],
    });
    expect(await approveMany(world, { ...asked, documentId, dismissed: 'אין צורך' })).toMatchObject({ taken: 1 });
    expect(await approveMany(world, { ...asked, documentId })).toEqual({ ok: true, taken: 0, refused: [] });
  });
});

/** The world, in which somebody else decides just before the first commit. */
function overtakenOnce(other: () => Promise<void>): World {
  let isFirst = true;
  const store: Store = {
    ...world.store,
    async commit(commit) {
      if (isFirst) await other();
      isFirst = false;
      return world.store.commit(commit);
    },
  };
  return { ...world, store };
}
