/** The source split and joined for all editions, and taken back as if nothing had been. */
import { beforeEach, describe, expect, it } from 'vitest';
import { sha256Short } from '../../server/adapters/hash.ts';
import { createMemoryStore } from '../../server/adapters/store-memory.ts';
import { reshapeSource, undoSource, type SourceAct } from '../../server/app/reshape-source.ts';
import { addComment, commentsOn, resolveComment } from '../../server/app/comment-on-segment.ts';
import { reshapeTarget } from '../../server/app/reshape-target.ts';
import { decideOnTarget } from '../../server/app/review-segment.ts';
import { rememberApproved } from '../../server/app/search-memory.ts';
import { historyOf } from '../../server/app/target-history.ts';
import { undoOnTarget } from '../../server/app/undo-decision.ts';
import type { CommentAdded } from '../../server/domain/decision.ts';
import type { DocumentState, Segment, Target } from '../../server/domain/document.ts';
import { blockers } from '../../server/domain/edition.ts';
import { accepted } from '../../server/domain/errors.ts';
import { sourceAt } from '../../server/domain/source-history.ts';
import type { Store, World } from '../../server/ports.ts';
import {
  aDecisionId,
  aHead,
  approvedDecision,
  aSegment,
  aShortId,
  aSource,
  editedDecision,
  importedDecision,
  publishedDecision,
} from '../support/builders.ts';

const segments: readonly Segment[] = [
  aSegment({ id: 'segment-0200', kind: 'title', text: 'The school' }),
  aSegment({
    id: 'segment-0201',
    text: 'It <1>stood</1>.  They <2>came</2>.',
    codes: { 1: { type: 'strong' }, 2: { type: 'emphasis' } },
  }),
  aSegment({ id: 'segment-0202', text: 'It was <1>gone</1>.', codes: { 1: { type: 'strong' } } }),
  aSegment({ id: 'segment-0203', kind: 'list-item', layout: { depth: 1, number: 1 }, text: 'One. Two.' }),
];
const texts = ['בית הספר', 'הוא <1>עמד</1>. הם <2>באו</2>.', 'הוא <1>נעלם</1>.', 'אחת. שתיים.'];
const [, first, second, item] = segments as [Segment, Segment, Segment, Segment];
const cut = 'It <1>stood</1>.'.length;

let store: Store;
let world: World;
let documentId: string;
beforeEach(async () => {
  store = createMemoryStore(sha256Short);
  const newId = { uuid: aDecisionId, short: () => aShortId('new') };
  world = { store, clock: { now: () => aHead().at }, newId, hash: sha256Short } as unknown as World;
  const imported = importedDecision({ source: aSource({ segments }) });
  ({ documentId } = imported);
  const approvals = segments.flatMap((segment, at) => [
    editedDecision({ segment, text: texts[at] ?? '' }),
    approvedDecision({ segment }),
  ]);
  accepted(await store.commit({ stream: documentId, decisions: [imported, ...approvals] }));
});

async function document(): Promise<DocumentState> {
  const found = await store.document(documentId);
  if (found === undefined) throw new Error('no document');
  return found;
}

async function reshape(segment: Segment, act: SourceAct, order: { decisionId?: string; baseVersion?: number } = {}) {
  const { version } = (await document()).source;
  const head = { documentId, decisionId: aDecisionId(), baseVersion: version, by: 'dana', ...order };
  return reshapeSource(world, { ...head, segmentId: segment.id, act });
}

async function undo(by = 'dana', decisionId = aDecisionId()) {
  return undoSource(world, { documentId, decisionId, baseVersion: (await document()).source.version, by });
}

function withoutRevision(target: Target): Partial<Target> {
  const { revision: _, ...rest } = target;
  return rest;
}

const split: SourceAct = { kind: 'source.split', offset: cut };
const join: SourceAct = { kind: 'source.joined' };

async function open(locale: 'he' | 'ar' = 'he') {
  return blockers(await document(), locale, sha256Short).map(({ ordinal, reason }) => [ordinal, reason]);
}

describe('a split of the source', () => {
  it('makes two segments of one, with the codes of each, and leaves the translation with the first', async () => {
    expect(await reshape(first, split)).toEqual({ ok: true, sourceVersion: 2 });
    const { source, targets } = await document();
    expect(source.segments.map(({ text, codes }) => [text, Object.keys(codes)])).toEqual([
      ['The school', []],
      ['It <1>stood</1>.', ['1']],
      ['They <2>came</2>.', ['2']],
      ['It was <1>gone</1>.', ['1']],
      ['One. Two.', []],
    ]);
    expect(source.segments[1]?.id).toBe(first.id);
    expect(targets.he?.map(({ text }) => text)).toEqual([texts[0], 'הוא <1>עמד</1>. הם באו.', '', texts[2], texts[3]]);
    expect(await open()).toEqual([
      [1, 'reviewed'],
      [2, 'untranslated'],
    ]);
  });

  it('is a new revision of every translation, so that what is written for the source before it is stale', async () => {
    for (const act of [split, join]) {
      const { source, targets } = await document();
      const revision = targets.ar?.[1]?.revision ?? 0;
      const order = { documentId, segmentId: first.id, locale: 'ar', decisionId: aDecisionId(), by: 'noa' } as const;
      accepted(await reshape(first, act));
      const save = { ...order, baseRevision: revision, act: { kind: 'target.edited', text: 'وقفت.' } } as const;
      const current = { text: '', state: 'untranslated', revision: revision + 1 };
      expect(await decideOnTarget(world, save)).toMatchObject({ code: 'target.stale', current });
      expect((await document()).source.version).toBe(source.version + 1);
    }
  });

  it('leaves whoever writes elsewhere alone, even at the same moment', async () => {
    const key = { documentId, segmentId: second.id, locale: 'he', decisionId: aDecisionId() } as const;
    const act = { kind: 'target.edited', text: 'הוא <1>נהרס</1>.' } as const;
    const both = [reshape(first, split), decideOnTarget(world, { ...key, act, baseRevision: 2, by: 'noa' })];
    expect((await Promise.all(both)).map(({ ok }) => ok)).toEqual([true, true]);
  });

  it('keeps a locale from being given up no more than before', async () => {
    accepted(await reshape(first, split));
    const to = ['he'] as const;
    expect(
      await store.commit({ stream: documentId, decisions: [{ ...aHead(), kind: 'document.changed', to }] }),
    ).toMatchObject({ ok: true });
    const none = { ...aHead(), kind: 'document.changed', to: ['ar'] } as const;
    expect(await store.commit({ stream: documentId, decisions: [none] })).toMatchObject({ code: 'document.live' });
  });

  it('keeps what was published, text and source', async () => {
    accepted(await store.commit({ stream: documentId, decisions: [publishedDecision(await document())] }));
    accepted(await store.commit({ stream: documentId, decisions: [publishedDecision(await document(), 'en')] }));
    const frozen = [await store.publication(documentId, 'he', 1), await store.publication(documentId, 'en', 1)];
    accepted(await reshape(first, split));
    accepted(await reshape(second, join).then((refused) => (refused.ok ? refused : reshape(first, join))));
    expect([await store.publication(documentId, 'he', 1), await store.publication(documentId, 'en', 1)]).toEqual(
      frozen,
    );
    expect((await document()).editions.he?.live).toBe(1);
  });

  it('stands in the history of the translation, whose own earlier decision is not undone over it', async () => {
    accepted(await reshape(first, split));
    const key = { documentId, segmentId: first.id, locale: 'he' } as const;
    expect((await historyOf(world, key)).map(({ decision, revision }) => [decision.kind, revision])).toEqual([
      ['target.edited', 1],
      ['target.approved', 2],
      ['source.split', 3],
    ]);
    const order = { ...key, decisionId: aDecisionId(), baseRevision: 3, by: 'dana' };
    expect(await undoOnTarget(world, order)).toMatchObject({ code: 'undo.overtaken' });
    accepted(await undo());
    expect(await undoOnTarget(world, { ...order, baseRevision: 4 })).toMatchObject({ code: 'undo.overtaken' });
    const approval = (await historyOf(world, key))[1]?.decision.id ?? '';
    expect(await undoOnTarget(world, { ...order, undoes: approval, baseRevision: 4 })).toMatchObject({
      ok: true,
      target: { state: 'reviewed' },
    });
  });

  it.each([
    ['a title', segments[0] as Segment, 3, 'source.cannot-split'],
    ['a numbered item', item, 4, 'source.cannot-split'],
    ['what stands in a code', first, 6, 'source.cannot-split'],
    ['nothing', aSegment(), 3, 'segment.unknown'],
  ])('is refused of %s', async (_, segment, offset, code) => {
    expect(await reshape(segment, { kind: 'source.split', offset })).toMatchObject({ ok: false, code });
  });

  it('is refused of what an edition has joined, and upon an older version', async () => {
    const order = {
      documentId,
      segmentId: first.id,
      locale: 'he',
      decisionId: aDecisionId(),
      baseRevision: 2,
    } as const;
    accepted(await reshapeTarget(world, { ...order, act: { kind: 'target.joined' }, by: 'noa' }));
    for (const segment of [first, second]) {
      expect(await reshape(segment, split)).toMatchObject({ code: 'source.joined-in', params: { locale: 'he' } });
    }
    expect(await reshape(item, split, { baseVersion: 7 })).toMatchObject({ code: 'source.stale' });
  });
});

describe('a join of the source', () => {
  it('joins the sources and each translation, for somebody to approve', async () => {
    accepted(await reshape(first, join));
    const { source, targets } = await document();
    expect(source.segments[1]).toMatchObject({
      text: 'It <1>stood</1>.  They <2>came</2>. It was <3>gone</3>.',
      codes: { 1: { type: 'strong' }, 2: { type: 'emphasis' }, 3: { type: 'strong' } },
    });
    expect(targets.he?.[1]).toMatchObject({
      text: 'הוא <1>עמד</1>. הם <2>באו</2>. הוא <3>נעלם</3>.',
      state: 'reviewed',
    });
    expect(await open()).toEqual([[1, 'reviewed']]);
  });

  it('is looked at anew where a half was translated for the whole', async () => {
    accepted(await reshape(first, split));
    const { source } = await document();
    const half = source.segments[2] as Segment;
    const decisions = [editedDecision({ segment: half, text: 'הם <2>באו</2>.' }), approvedDecision({ segment: half })];
    accepted(await store.commit({ stream: documentId, decisions }));
    accepted(await reshape(first, join));
    expect((await document()).targets.he?.[1]).toMatchObject({ state: 'translated' });
    expect(await open()).toEqual([[1, 'translated']]);
  });

  it('answers an act on what is gone, sent again, as it did before', async () => {
    const key = { documentId, segmentId: second.id, locale: 'he', by: 'noa' } as const;
    const decided = { ...key, decisionId: aDecisionId(), baseRevision: 2 };
    const acts = [
      () => decideOnTarget(world, { ...decided, act: { kind: 'target.edited', text: 'הוא <1>הלך</1>. נהרס.' } }),
      () => reshapeTarget(world, { ...decided, ...reshaped, act: { kind: 'target.split', offset: 17 } }),
      () => undoOnTarget(world, { ...decided, ...undone }),
    ];
    const reshaped = { decisionId: aDecisionId(), baseRevision: 3 };
    const undone = { decisionId: aDecisionId(), baseRevision: 4 };
    const answers = [];
    for (const act of acts) answers.push(accepted(await act()));
    accepted(await reshape(first, join));
    for (const [at, act] of acts.entries()) expect(await act()).toEqual(answers[at]);
    const other = { ...decided, act: { kind: 'target.edited', text: 'אחר' } } as const;
    expect(await decideOnTarget(world, other)).toMatchObject({ code: 'decision.reused' });
    expect(await decideOnTarget(world, { ...other, decisionId: aDecisionId() })).toMatchObject({
      code: 'segment.unknown',
    });
  });

  it('is forgotten by the memory until it is approved', async () => {
    const memory = rememberApproved(store, sha256Short);
    expect(await memory.draft({ source: second, from: 'en', to: 'he' })).toMatchObject({ text: texts[2] });
    accepted(await reshape(first, join));
    expect(await memory.draft({ source: second, from: 'en', to: 'he' })).toBeUndefined();
  });

  it('is refused of different kinds, and of the last', async () => {
    expect(await reshape(second, join)).toMatchObject({ code: 'source.cannot-join' });
    expect(await reshape(item, join)).toMatchObject({ code: 'source.cannot-join' });
  });
});

describe('taken back', () => {
  it.each([
    ['a split', split],
    ['a join', join],
  ])('%s leaves the source to the letter, and every approval holds again', async (_, act) => {
    const before = await document();
    accepted(await reshape(first, act));
    expect(await undo()).toEqual({ ok: true, sourceVersion: 3 });
    const now = await document();
    expect(now.source.segments).toEqual(before.source.segments);
    expect(now.targets.he?.map(withoutRevision)).toEqual(before.targets.he?.map(withoutRevision));
    expect(await open()).toEqual([]);
  });

  it('twice it is done again', async () => {
    accepted(await reshape(first, split));
    const after = await document();
    accepted(await undo());
    accepted(await undo());
    expect((await document()).source.segments).toEqual(after.source.segments);
  });

  it('is refused to another, and over what somebody decided since', async () => {
    expect(await undo()).toMatchObject({ code: 'undo.nothing' });
    accepted(await reshape(first, split));
    expect(await undo('noa')).toMatchObject({ code: 'undo.not-yours' });
    const made = (await document()).source.segments[2]?.id ?? '';
    const order = { documentId, segmentId: made, locale: 'he', decisionId: aDecisionId(), baseRevision: 0 } as const;
    accepted(
      await decideOnTarget(world, { ...order, act: { kind: 'target.edited', text: 'הם <2>באו</2>.' }, by: 'noa' }),
    );
    expect(await undo()).toMatchObject({ code: 'undo.overtaken' });
  });

  it('a join lets the second have its own past again', async () => {
    accepted(await reshape(first, join));
    accepted(await undo());
    const key = { documentId, segmentId: second.id, locale: 'he' } as const;
    const [edited, approved] = (await historyOf(world, key)).map(({ decision }) => decision.id);
    const order = { ...key, decisionId: aDecisionId(), undoes: approved ?? '', baseRevision: 3, by: 'dana' };
    expect(await undoOnTarget(world, order)).toMatchObject({ ok: true, target: { state: 'reviewed', revision: 4 } });
    expect(edited).toBeDefined();
  });

  it('is what an id undid: that of the act itself undid nothing', async () => {
    const decisionId = aDecisionId();
    accepted(await reshape(first, split, { decisionId }));
    expect(await undo('dana', decisionId)).toMatchObject({ code: 'decision.reused' });
  });

  it('and sent again, both are answered as before and done once', async () => {
    const decisionId = aDecisionId();
    const done = await reshape(first, split, { decisionId });
    expect(await reshape(first, split, { decisionId, baseVersion: 1 })).toEqual(done);
    const other = { ...split, offset: cut + 9 };
    expect(await reshape(first, other, { decisionId, baseVersion: 1 })).toMatchObject({ code: 'decision.reused' });
    const undoId = aDecisionId();
    const undone = await undo('dana', undoId);
    expect(await undo('dana', undoId)).toEqual(undone);
    expect((await document()).source.version).toBe(3);
  });
});

describe('what was said about a segment', () => {
  const about = (segmentId: string, more: Partial<CommentAdded> = {}) =>
    ({ ...aHead(), kind: 'comment.added', segmentId, text: 'מי?', mentions: [], ...more }) as const;

  async function threadsBy(segmentId: string) {
    const key = { documentId, segmentId, locale: 'he' } as const;
    return accepted(await commentsOn(world, key)).threads.map(({ comments }) => comments.map(({ text }) => text));
  }

  it('stands beside what it has become part of, and goes back with it', async () => {
    const question = about(second.id, { locale: 'he' });
    accepted(await store.commit({ stream: documentId, decisions: [about(first.id, { text: 'כאן' }), question] }));
    accepted(await reshape(first, join));
    expect(await threadsBy(first.id)).toEqual([['כאן'], ['מי?']]);
    const key = { documentId, segmentId: first.id, locale: 'he', by: 'noa' } as const;
    const answer = { ...key, decisionId: aDecisionId(), text: 'הוא', about: 'target', replyTo: question.id } as const;
    accepted(await addComment({ ...world, members: async () => [] }, answer));
    const settled = { ...key, decisionId: aDecisionId(), commentId: question.id, to: 'resolved' } as const;
    accepted(await resolveComment(world, settled));
    accepted(await undo());
    expect(await threadsBy(first.id)).toEqual([['כאן']]);
    expect(await threadsBy(second.id)).toEqual([['מי?', 'הוא']]);
    expect((await document()).threads?.[1]).not.toHaveProperty('from');
  });

  it('since it came to be keeps its split from being taken back', async () => {
    accepted(await reshape(first, split));
    const made = (await document()).source.segments[2]?.id ?? '';
    accepted(await store.commit({ stream: documentId, decisions: [about(made)] }));
    expect(await undo()).toMatchObject({ code: 'undo.overtaken' });
  });

  it('at that very moment comes along instead', async () => {
    accepted(await reshape(first, split));
    const { source } = await document();
    const asked = about(source.segments[2]?.id ?? '');
    const both = [undo(), store.commit({ stream: documentId, decisions: [asked] })];
    const [undone, said] = await Promise.all(both);
    expect(said).toMatchObject({ ok: true });
    expect(await threadsBy(undone?.ok ? first.id : asked.segmentId)).toEqual([['מי?']]);
  });
});

describe('the source as it stood', () => {
  it('is read from the decisions', async () => {
    accepted(await reshape(first, split));
    accepted(await undo());
    const stream = await store.decisions(documentId);
    const lengths = stream.slice(-3).map(({ seq }) => sourceAt(stream, seq)?.segments.length);
    expect(lengths).toEqual([4, 5, 4]);
  });
});
