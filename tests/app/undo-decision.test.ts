/** Undo over a store: one, many, again, and never a text of somebody else's. */
import { beforeEach, describe, expect, it } from 'vitest';
import { sha256Short } from '../../server/adapters/hash.ts';
import { createMemoryStore } from '../../server/adapters/store-memory.ts';
import { approveMany } from '../../server/app/approve-many.ts';
import { decideOnTarget, type Act } from '../../server/app/review-segment.ts';
import { undoMany, undoOnTarget } from '../../server/app/undo-decision.ts';
import type { DecisionId } from '../../server/domain/document.ts';
import { accepted } from '../../server/domain/errors.ts';
import type { Store, World } from '../../server/ports.ts';
import {
  aDecisionId,
  aHead,
  approvalOfAll,
  draftedDecision,
  importedDecision,
  publishedDecision,
  someSegments,
  someTexts,
} from '../support/builders.ts';

let store: Store;
let world: World;
let documentId: string;
const segmentId = 'segment-0001';
const locale = 'he';

beforeEach(async () => {
  store = createMemoryStore(sha256Short);
  const clock = { now: () => aHead().at };
  world = { store, clock, newId: { uuid: aDecisionId }, hash: sha256Short } as unknown as World;
  const imported = importedDecision();
  ({ documentId } = imported);
  accepted(await store.commit({ stream: documentId, decisions: [imported, draftedDecision({ by: 'machine' })] }));
});

async function target(of = segmentId) {
  const document = await store.document(documentId);
  const ordinal = document?.source.segments.findIndex(({ id }) => id === of) ?? -1;
  return document?.targets.he?.[ordinal];
}

async function act(act: Act, by = 'dana'): Promise<DecisionId> {
  const decisionId = aDecisionId();
  const baseRevision = (await target())?.revision ?? 0;
  accepted(await decideOnTarget(world, { documentId, segmentId, locale, act, decisionId, baseRevision, by }));
  return decisionId;
}

async function undo(order: { by?: string; undoes?: DecisionId; decisionId?: DecisionId; baseRevision?: number } = {}) {
  const baseRevision = (await target())?.revision ?? 0;
  const { by = 'dana', decisionId = aDecisionId() } = order;
  return undoOnTarget(world, { documentId, segmentId, locale, baseRevision, ...order, decisionId, by });
}

describe('undo', () => {
  it('gives back what was, and keeps that in the history', async () => {
    const before = await target();
    const edit = await act({ kind: 'target.edited', text: 'קראו את <1>זה</1>.' });
    expect(await undo()).toMatchObject({ ok: true, target: { text: someTexts[1], state: 'translated', revision: 3 } });
    expect(await target()).toEqual({ ...before, revision: 3 });
    const { decision } = (await store.decisions(documentId)).at(-1) ?? {};
    expect(decision).toMatchObject({ kind: 'target.restored', undoes: edit, by: 'dana' });
  });

  it('answers again what it answered, and does it once', async () => {
    await act({ kind: 'target.edited', text: 'קראו את <1>זה</1>.' });
    const decisionId = aDecisionId();
    const first = await undo({ decisionId, baseRevision: 2 });
    await act({ kind: 'target.approved' });
    expect(await undo({ decisionId, baseRevision: 2 })).toEqual(first);
    expect((await target())?.state).toBe('approved');
    expect(await undo({ decisionId, by: 'noa' })).toMatchObject({ code: 'decision.reused' });
  });

  it('is of one’s own: not of another’s, nor of what another has decided upon', async () => {
    const edit = await act({ kind: 'target.edited', text: 'קראו את <1>זה</1>.' });
    await act({ kind: 'target.approved' }, 'noa');
    expect(await undo()).toMatchObject({ code: 'undo.not-yours' });
    expect(await undo({ undoes: edit })).toMatchObject({ code: 'undo.overtaken' });
    expect((await target())?.state).toBe('approved');
  });

  it('tells who was slower what stands there now', async () => {
    await act({ kind: 'target.approved' });
    expect(await undo({ baseRevision: 1 })).toMatchObject({ code: 'target.stale', current: { state: 'approved' } });
  });

  it('leads back to an approval only through an approval of this very text', async () => {
    await act({ kind: 'target.approved' }, 'noa');
    const approved = await target();
    await act({ kind: 'target.edited', text: 'קראו את <1>זה</1>.' });
    await undo();
    expect(await target()).toEqual({ ...approved, revision: 4 });
  });

  it('changes nothing that is published', async () => {
    await store.commit({ stream: documentId, decisions: approvalOfAll() });
    const document = await store.document(documentId);
    if (document === undefined) throw new Error('no document');
    accepted(await store.commit({ stream: documentId, decisions: [publishedDecision(document)] }));
    const frozen = await store.publication(documentId, locale, 1);
    await undo();
    await undo();
    await undo({
      undoes: (await store.decisions(documentId, { targets: [{ locale, segmentId }] })).at(-4)?.decision.id ?? '',
    });
    expect((await store.publication(documentId, locale, 1))?.segments).toEqual(frozen?.segments);
  });
});

describe('undo of many', () => {
  beforeEach(async () => {
    const drafts = someTexts.map((text, segment) => draftedDecision({ segment, text, by: 'machine' }));
    accepted(await store.commit({ stream: documentId, decisions: drafts }));
  });

  async function approveAll(): Promise<DecisionId[]> {
    const targets = (await store.document(documentId))?.targets.he ?? [];
    const seen = targets.map(({ revision }, at) => {
      return { segmentId: someSegments[at]?.id ?? '', decisionId: aDecisionId(), baseRevision: revision };
    });
    accepted(await approveMany(world, { documentId, locale, targets: seen, by: 'dana' }));
    return seen.map(({ decisionId }) => decisionId);
  }

  it('takes a bulk approval back in one commit', async () => {
    const before = (await store.document(documentId))?.targets.he;
    const decisionIds = await approveAll();
    expect(await undoMany(world, { documentId, locale, decisionIds, by: 'dana' })).toEqual({
      ok: true,
      undone: 3,
      refused: [],
    });
    const after = (await store.document(documentId))?.targets.he;
    expect(after).toEqual(before?.map((target) => ({ ...target, revision: target.revision + 2 })));
  });

  it('says which it could not take back, and why', async () => {
    const decisionIds = await approveAll();
    await act({ kind: 'target.reopened' }, 'noa');
    const unknown = aDecisionId();
    const many = await undoMany(world, { documentId, locale, decisionIds: [...decisionIds, unknown], by: 'dana' });
    expect(many).toMatchObject({ ok: true, undone: 2 });
    expect('refused' in many && many.refused.map(({ code }) => code).toSorted()).toEqual([
      'undo.nothing',
      'undo.overtaken',
    ]);
  });

  it('takes several decisions on one target back, the latest first', async () => {
    const before = await target();
    const decisionIds = [
      await act({ kind: 'target.edited', text: 'קראו את <1>זה</1>.' }),
      await act({ kind: 'target.approved' }),
    ];
    expect(await undoMany(world, { documentId, locale, decisionIds, by: 'dana' })).toMatchObject({ undone: 2 });
    expect(await target()).toEqual({ ...before, revision: (before?.revision ?? 0) + 4 });
  });
});
