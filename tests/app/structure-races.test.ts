/**
 * Laws of a document that several people change at once, in two editions: what they do is begun together and meets in
 * the store. Whatever order comes of it, no text that was acknowledged is lost, the state is what the history says, and
 * readers see approved texts only.
 */
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sha256Short } from '../../server/adapters/hash.ts';
import { createMemoryStore } from '../../server/adapters/store-memory.ts';
import { emptyHead, replay } from '../../server/adapters/streams.ts';
import { reshapeSource, undoSource, type SourceAct } from '../../server/app/reshape-source.ts';
import { reshapeTarget } from '../../server/app/reshape-target.ts';
import { decideOnTarget, type Act } from '../../server/app/review-segment.ts';
import { targetAtRevision } from '../../server/app/target-history.ts';
import { undoOnTarget } from '../../server/app/undo-decision.ts';
import { sourceHashOf, targetOf, type DocumentState, type Segment } from '../../server/domain/document.ts';
import { accepted } from '../../server/domain/errors.ts';
import { historyIn, standingsOf } from '../../server/domain/history.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { spansOf, type Span } from '../../server/domain/spans.ts';
import type { Recorded, Store, World } from '../../server/ports.ts';
import {
  aDecisionId,
  aHead,
  aSegment,
  aShortId,
  aSource,
  importedDecision,
  publishedDecision,
} from '../support/builders.ts';
import { aFolder } from '../support/folders.ts';
import { openStore } from '../support/stores.ts';

const locales = ['he', 'ar'] as const satisfies readonly Locale[];

/** Somebody's act: on one of the segments, in one of the editions. */
interface Turn {
  readonly at: number;
  readonly locale: Locale;
  readonly by: 'dana' | 'noa';
}

interface Life {
  readonly store: Store;
  readonly world: World;
  readonly documentId: string;
  /** What people were told is saved, and where. */
  readonly acknowledged: Array<{ segmentId: string; locale: Locale; revision: number; text: string }>;
}

let written = 0;

async function begin(store: Store): Promise<Life> {
  const segments = [
    aSegment({ kind: 'title', text: 'The school' }),
    aSegment({ text: 'It stood. They came.' }),
    aSegment({ text: 'It was gone. Why?' }),
    aSegment({ text: 'Nobody knew.' }),
  ];
  const newId = { uuid: aDecisionId, short: () => aShortId('new') };
  const world = { store, clock: { now: () => aHead().at }, newId, hash: sha256Short } as unknown as World;
  const imported = importedDecision({ source: aSource({ segments }), to: locales });
  accepted(await store.commit({ stream: imported.documentId, decisions: [imported] }));
  return { store, world, documentId: imported.documentId, acknowledged: [] };
}

async function documentOf({ store, documentId }: Life): Promise<DocumentState> {
  const document = await store.document(documentId);
  if (document === undefined) throw new Error('no document');
  return document;
}

type Step = (life: Life, document: DocumentState, turn: Turn) => Promise<void>;

function ordered({ documentId }: Life, { segment, target }: Span, { locale, by }: Turn) {
  const key = { documentId, segmentId: segment.id, locale };
  return { ...key, baseRevision: target.revision, decisionId: aDecisionId(), by };
}

function spanAt(document: DocumentState, { at, locale }: Turn): Span {
  const spans = spansOf(document, locale);
  const span = spans[at % spans.length];
  if (span === undefined) throw new Error('no span');
  return span;
}

function acting(act: (text: string) => Act): Step {
  return async (life, document, turn) => {
    written += 1;
    const order = ordered(life, spanAt(document, turn), turn);
    const done = await decideOnTarget(life.world, { ...order, act: act(`הָלַךְ ${written}. עוד.`) });
    if (!done.ok) return;
    const { revision, text } = done.target;
    life.acknowledged.push({ segmentId: order.segmentId, locale: turn.locale, revision, text });
  };
}

const edit = acting((text) => ({ kind: 'target.edited', text }));
const approve = acting(() => ({ kind: 'target.approved' }));

const joinTarget: Step = async (life, document, turn) => {
  await reshapeTarget(life.world, { ...ordered(life, spanAt(document, turn), turn), act: { kind: 'target.joined' } });
};

const separateTarget: Step = async (life, document, turn) => {
  const order = ordered(life, spanAt(document, turn), turn);
  await reshapeTarget(life.world, { ...order, act: { kind: 'target.separated' } });
};

const undo: Step = async (life, document, turn) => {
  await undoOnTarget(life.world, ordered(life, spanAt(document, turn), turn));
};

function reshaping(act: (segment: Segment) => SourceAct): Step {
  return async ({ world, documentId }, { source }, { at, by }) => {
    const segment = source.segments[at % source.segments.length];
    if (segment === undefined) return;
    const order = { documentId, decisionId: aDecisionId(), baseVersion: source.version, by };
    await reshapeSource(world, { ...order, segmentId: segment.id, act: act(segment) });
  };
}

const splitSource = reshaping(({ text }) => ({ kind: 'source.split', offset: text.indexOf('. ') + 1 }));
const joinSource = reshaping(() => ({ kind: 'source.joined' }));

const takeSourceBack: Step = async ({ world, documentId }, { source }, { by }) => {
  await undoSource(world, { documentId, decisionId: aDecisionId(), baseVersion: source.version, by });
};

const publish: Step = async ({ store, documentId }, document, { locale }) => {
  await store.commit({ stream: documentId, decisions: [publishedDecision(document, locale)] });
};

/** Everything of an edition is approved, as far as others let it be. */
const finish: Step = async (life, document, turn) => {
  for (const at of document.source.segments.keys()) {
    await edit(life, await documentOf(life), { ...turn, at });
    await approve(life, await documentOf(life), { ...turn, at });
  }
  await publish(life, await documentOf(life), turn);
};

const steps: readonly Step[] = [
  edit,
  edit,
  edit,
  approve,
  joinTarget,
  separateTarget,
  undo,
  splitSource,
  joinSource,
  takeSourceBack,
  takeSourceBack,
  publish,
  finish,
];

const turn = fc.record({
  at: fc.nat(8),
  locale: fc.constantFrom(...locales),
  by: fc.constantFrom('dana', 'dana', 'noa'),
  step: fc.constantFrom(...steps),
  /** Others' steps are so far ahead. */
  later: fc.nat(6),
});
const script = fc.array(fc.array(turn, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 10 });

async function live(life: Life, together: ReadonlyArray<typeof turn extends fc.Arbitrary<infer T> ? T : never>) {
  const document = await documentOf(life);
  await Promise.all(
    together.map(async ({ step, later, ...turn }) => {
      for (let ahead = 0; ahead < later; ahead += 1) await Promise.resolve();
      await step(life, document, turn);
    }),
  );
}

async function holdsItsLaws(life: Life): Promise<void> {
  const recorded = await life.store.decisions(life.documentId);
  const document = await documentOf(life);
  expect(replay(emptyHead, recorded).document).toEqual(document);
  for (const { text, revision, ...place } of life.acknowledged) {
    const then = await targetAtRevision(life.world, { ...place, documentId: life.documentId }, revision);
    expect({ text: then.text, revision: then.revision }).toEqual({ text, revision });
  }
  for (const locale of locales) {
    for (const [ordinal, { id }] of document.source.segments.entries()) {
      const history = historyIn(
        recorded.map(({ decision }) => decision),
        { segmentId: id, locale },
      );
      const targets = [...standingsOf(id, history)].map(({ target }) => target);
      expect(targets.at(-1)).toEqual(targetOf(document, locale, ordinal));
      const revisions = targets.map(({ revision }) => revision);
      expect(revisions).toEqual([...new Set(revisions)].toSorted((one, other) => one - other));
    }
    await showsWhatWasApproved(life, recorded, document, locale);
  }
}

async function showsWhatWasApproved(
  { store, documentId }: Life,
  recorded: readonly Recorded[],
  document: DocumentState,
  locale: Locale,
): Promise<void> {
  const approved = new Set<string>();
  let head = emptyHead;
  for (const entry of recorded) {
    head = replay(head, [entry]);
    const { decision } = entry;
    if (decision.kind !== 'target.approved' || decision.locale !== locale || head.document === undefined) continue;
    const span = spansOf(head.document, locale).find(({ segment }) => segment.id === decision.segmentId);
    if (span) approved.add(`${sourceHashOf(span.segment, sha256Short)} ${span.target.text}`);
  }
  for (const { n } of document.editions[locale]?.publications ?? []) {
    const edition = await store.publication(documentId, locale, n);
    for (const { segment, text } of edition?.segments ?? []) {
      expect(approved).toContain(`${sourceHashOf(segment, sha256Short)} ${text}`);
    }
  }
}

describe.each([
  ['memory', 100, async () => createMemoryStore(sha256Short)],
  ['lowdb', 30, async () => openStore(await aFolder())],
] as const)('a document that many change at once, kept in %s', (_, numRuns, open) => {
  it('keeps its laws', async () => {
    const store: Store = await open();
    onTestFinished(() => store.close());
    await fc.assert(
      fc.asyncProperty(script, async (script) => {
        const life = await begin(store);
        for (const together of script) await live(life, together);
        await holdsItsLaws(life);
      }),
      { numRuns },
    );
  });

  it.each([
    ['a split', splitSource],
    ['a join', joinSource],
  ])('loses no text that is saved while %s is taken back', async (_, reshape) => {
    const store: Store = await open();
    onTestFinished(() => store.close());
    const dana = { at: 1, locale: 'he', by: 'dana' } as const;
    const outcomes = new Set<boolean>();
    for (const [locale, at] of locales.flatMap((locale) => [1, 2].map((at) => [locale, at] as const))) {
      for (let later = 0; later < 12; later += 1) {
        const life = await begin(store);
        await reshape(life, await documentOf(life), dana);
        const save = { ...dana, step: edit, locale, at, by: 'noa', later: 0 } as const;
        await live(life, [save, { ...dana, step: takeSourceBack, later }]);
        await holdsItsLaws(life);
        outcomes.add(life.acknowledged.length > 0);
      }
    }
    expect(outcomes).toContain(true);
  });
});
