/**
 * Laws of a document's life: whatever is drafted, edited, judged, split, joined, taken apart, taken back and published,
 * in whatever order, readers see only text that somebody approved, an undo gives back exactly what was, and the
 * journal says all of it.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Short } from '../../server/adapters/hash.ts';
import { createMemoryStore } from '../../server/adapters/store-memory.ts';
import { emptyHead, replay } from '../../server/adapters/streams.ts';
import { reshapeTarget, type ReshapeAct } from '../../server/app/reshape-target.ts';
import { reshapeSource, undoSource } from '../../server/app/reshape-source.ts';
import { decideOnTarget, type Act } from '../../server/app/review-segment.ts';
import { undoOnTarget } from '../../server/app/undo-decision.ts';
import { codeFaults, tokenize, type Code } from '../../server/domain/content.ts';
import { isSourceDecision, isTargetDecision } from '../../server/domain/decision.ts';
import type { DocumentState, Segment, Target } from '../../server/domain/document.ts';
import { accepted } from '../../server/domain/errors.ts';
import { subjectsOf } from '../../server/domain/history.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { spansOf } from '../../server/domain/spans.ts';
import type { Store, World } from '../../server/ports.ts';
import {
  aDecisionId,
  aShortId,
  aHead,
  aSegment,
  aSource,
  importedDecision,
  publishedDecision,
} from '../support/builders.ts';

const locale: Locale = 'he';
const strong: Code = { type: 'strong' };

const segments: readonly Segment[] = [
  aSegment({ kind: 'title', text: 'The school' }),
  aSegment({ text: 'It <1>stood</1>. They came.', codes: { 1: strong } }),
  aSegment({ text: 'It was <1>demolished</1>. Why?', codes: { 1: strong } }),
  aSegment({ text: 'The children came. They cried.' }),
];

interface Life {
  readonly store: Store;
  readonly world: World;
  readonly documentId: string;
  /** Every text that was approved, under the source that it was approved for. */
  readonly approved: Set<string>;
}

async function begin(): Promise<Life> {
  const store = createMemoryStore(sha256Short);
  const clock = { now: () => aHead().at };
  const world = {
    store,
    clock,
    newId: { uuid: aDecisionId, short: () => aShortId('new') },
    hash: sha256Short,
  } as unknown as World;
  const imported = importedDecision({ source: aSource({ segments }) });
  accepted(await store.commit({ stream: imported.documentId, decisions: [imported] }));
  return { store, world, documentId: imported.documentId, approved: new Set() };
}

async function documentOf({ store, documentId }: Life): Promise<DocumentState> {
  const document = await store.document(documentId);
  if (document === undefined) throw new Error('no document');
  return document;
}

type Step = (life: Life, at: number) => Promise<void>;

function acting(act: (text: string) => Act): Step {
  return async (life, at) => {
    const document = await documentOf(life);
    const spans = spansOf(document, locale);
    const span = spans[at % spans.length];
    if (span === undefined) return;
    const { segment, target } = span;
    const order = { documentId: life.documentId, segmentId: segment.id, locale, baseRevision: target.revision };
    const done = await decideOnTarget(life.world, {
      ...order,
      act: act(segment.text.replaceAll(/\p{L}+/gu, 'הָלַךְ')),
      decisionId: aDecisionId(),
      by: at % 2 ? 'dana' : 'noa',
    });
    if (done.ok && done.target.state === 'approved') life.approved.add(`${segment.text} → ${done.target.text}`);
  };
}

function reshaping(act: (at: number, text: string) => ReshapeAct): Step {
  return async (life, at) => {
    const spans = spansOf(await documentOf(life), locale);
    const span = spans[at % spans.length];
    if (span === undefined) return;
    const { segment, target } = span;
    const order = { documentId: life.documentId, segmentId: segment.id, locale, baseRevision: target.revision };
    await reshapeTarget(life.world, { ...order, act: act(at, target.text), decisionId: aDecisionId(), by: 'dana' });
  };
}

/** Takes the last decision back, and holds that what stands is what stood. */
const undo: Step = async (life, at) => {
  const document = await documentOf(life);
  const spans = spansOf(document, locale);
  const span = spans[at % spans.length];
  if (span === undefined) return;
  const key = { documentId: life.documentId, segmentId: span.segment.id, locale };
  const last = (await life.store.decisions(life.documentId, { targets: [key] })).at(-1);
  const order = {
    ...key,
    decisionId: aDecisionId(),
    baseRevision: span.target.revision,
    by: last?.decision.by ?? 'dana',
  };
  const undone = await undoOnTarget(life.world, order);
  if (!undone.ok || last === undefined || !isTargetDecision(last.decision)) return;
  const earlier = replay(emptyHead, (await life.store.decisions(life.documentId)).slice(0, last.seq - 1)).document;
  const now = await documentOf(life);
  for (const segmentId of subjectsOf(last.decision)) {
    expect(withoutRevision(targetIn(now, segmentId))).toEqual(withoutRevision(targetIn(earlier, segmentId)));
  }
};

/** Splits, joins or takes back the source, and holds that what is taken back is as it was, in every edition. */
const splitSource: Step = async (life, at) => {
  const { source } = await documentOf(life);
  const segment = source.segments[at % source.segments.length];
  if (segment === undefined) return;
  const act = { kind: 'source.split', offset: (at * 5) % Math.max(segment.text.length, 1) } as const;
  const order = { documentId: life.documentId, decisionId: aDecisionId(), baseVersion: source.version, by: 'dana' };
  await reshapeSource(life.world, { ...order, segmentId: segment.id, act });
};

const joinSource: Step = async (life, at) => {
  const { source } = await documentOf(life);
  const segmentId = source.segments[at % source.segments.length]?.id ?? '';
  const order = { documentId: life.documentId, decisionId: aDecisionId(), baseVersion: source.version, by: 'dana' };
  await reshapeSource(life.world, { ...order, segmentId, act: { kind: 'source.joined' } });
};

const takeSourceBack: Step = async (life) => {
  const { source } = await documentOf(life);
  const stream = await life.store.decisions(life.documentId);
  const last = stream.findLast(({ decision }) => isSourceDecision(decision));
  const order = { documentId: life.documentId, decisionId: aDecisionId(), baseVersion: source.version, by: 'dana' };
  const undone = await undoSource(life.world, order);
  if (!undone.ok || last === undefined || !isSourceDecision(last.decision)) return;
  const earlier = replay(emptyHead, stream.slice(0, last.seq - 1)).document;
  const now = await documentOf(life);
  expect(now.source.segments).toEqual(earlier?.source.segments);
  for (const segmentId of last.decision.replaces) {
    expect(withoutRevision(targetIn(now, segmentId))).toEqual(withoutRevision(targetIn(earlier, segmentId)));
  }
};

const publish: Step = async (life) => {
  const document = await documentOf(life);
  const published = publishedDecision(document, locale);
  const committed = await life.store.commit({ stream: life.documentId, decisions: [published] });
  if (!committed.ok) return;
  const n = (await documentOf(life)).editions[locale]?.live ?? 0;
  const edition = await life.store.publication(life.documentId, locale, n);
  for (const { segment, text } of edition?.segments ?? []) {
    expect(life.approved).toContain(`${segment.text} → ${text}`);
  }
};

function withoutRevision(target: Target | undefined): unknown {
  if (target === undefined) return { text: '', state: 'untranslated' };
  const { revision: _, ...rest } = target;
  return rest;
}

function targetIn(document: DocumentState | undefined, segmentId: string): Target | undefined {
  const ordinal = document?.source.segments.findIndex(({ id }) => id === segmentId) ?? -1;
  return document?.targets[locale]?.[ordinal];
}

const edit = acting((text) => ({ kind: 'target.edited', text }));
const approve = acting(() => ({ kind: 'target.approved' }));
const approveAll: Step = async (life) => {
  for (const [at] of segments.entries()) {
    await edit(life, at);
    await approve(life, at);
  }
};
const join = reshaping(() => ({ kind: 'target.joined' }));
const separate = reshaping(() => ({ kind: 'target.separated' }));
const steps: readonly Step[] = [
  edit,
  acting(() => ({ kind: 'target.edited', text: 'הוא <1>הלך</1> <2>הביתה</2>.' })),
  approve,
  acting(() => ({ kind: 'target.returned', reason: 'שם שגוי' })),
  acting(() => ({ kind: 'target.reopened' })),
  reshaping((at, text) => ({ kind: 'target.split', offset: (at * 7) % Math.max(text.length, 1) })),
  join,
  separate,
  undo,
  undo,
  splitSource,
  joinSource,
  takeSourceBack,
  approveAll,
  publish,
];

async function live(script: ReadonlyArray<readonly [Step, number]>): Promise<Life> {
  const life = await begin();
  const frozen = new Map<number, unknown>();
  for (const [step, at] of script) {
    await step(life, at);
    const { editions } = await documentOf(life);
    for (const { n } of editions[locale]?.publications ?? []) {
      const edition = await life.store.publication(life.documentId, locale, n);
      if (frozen.has(n)) expect(edition?.segments).toEqual(frozen.get(n));
      frozen.set(n, edition?.segments);
    }
  }
  return life;
}

const script = fc.array(fc.tuple(fc.constantFrom(...steps), fc.nat(20)), { minLength: 1, maxLength: 30 });

describe('the life of a document', () => {
  it('keeps its laws', async () => {
    await fc.assert(
      fc.asyncProperty(script, async (script) => {
        const life = await live(script);
        const document = await documentOf(life);
        expect(replay(emptyHead, await life.store.decisions(life.documentId)).document).toEqual(document);
        const { source, targets } = document;
        for (const of of Object.values(targets)) expect(of).toHaveLength(source.segments.length);
        const codes = spansOf(document, locale).flatMap(({ segment }) => {
          expect(codeFaults(segment.text, segment.codes)).toEqual([]);
          return tokenize(segment.text, segment.codes).filter(({ kind }) => kind === 'open');
        });
        expect(codes).toHaveLength(2);
        expect(source.segments.reduce((sum, one) => sum + Object.keys(one.codes).length, 0)).toBe(2);
      }),
    );
  });

  it('reaches what the laws are about', async () => {
    const begun = [approveAll, join, approve, publish, separate, approveAll, publish] as const;
    const life = await live(begun.map((step) => [step, 1]));
    const { editions } = await documentOf(life);
    expect(editions[locale]?.publications.map(({ targets }) => targets.length)).toEqual([3, 4]);
  });
});
