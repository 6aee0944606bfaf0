/**
 * Statistics, read from the decisions: of one document, and of all of them in a period. No text is
 * loaded for it; streams are read one after the other, so that others are served in between, and what was read of one is kept until
 * something more is decided on it. Measured on 1,000 documents of 40 segments, drafted and judged: 4 s the first time,
 * nearly all of it the distances, and 0.1 s from then on.
 */
import type { DocumentDecision } from '../domain/decision.ts';
import type { DocumentId, Hash, MemberId } from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import { locales, type Locale } from '../domain/locale.ts';
import type { ReturnCategory } from '../domain/return-reason.ts';
import {
  isWithin,
  summariesBy,
  summaryOf,
  type Named,
  type Period,
  type Summary,
} from '../domain/statistics-summary.ts';
import { numbersOf, sumOf, type Distances, type Numbers, type Outcome, type Work } from '../domain/statistics.ts';
import type { Store, World } from '../ports.ts';
import { othersTurn } from './others-turn.ts';

export interface LocaleStatistics extends Summary {
  readonly locale: Locale;
}

export interface Statistics {
  readonly locales: readonly LocaleStatistics[];
  readonly people: readonly Named[];
  readonly providers: readonly Named[];
  /** What texts were sent back for, the most frequent first. */
  readonly returns: ReadonlyArray<{ readonly category: ReturnCategory; readonly count: number }>;
}

export interface DocumentStatistics extends Statistics {
  readonly ok: true;
  /** Every target that a person has finished, in reading order. */
  readonly outcomes: readonly Outcome[];
}

/** What became of one document's drafts. Refusals: document.unknown, locale.unknown. */
export async function documentStatistics(
  world: World,
  documentId: DocumentId,
  locale?: Locale,
): Promise<DocumentStatistics | Refusal> {
  const document = await world.store.document(documentId);
  if (document === undefined) return refuse('document.unknown');
  if (locale !== undefined && !document.to.includes(locale)) return refuse('locale.unknown', { locale });
  const { outcomes, works } = await numbersOfDocument(world, documentId);
  const isAsked = (part: Outcome | Work): boolean => locale === undefined || part.locale === locale;
  const asked = outcomes.filter(isAsked);
  return { ok: true, outcomes: asked, ...statisticsOf(asked, works.filter(isAsked)) };
}

/** What was done in a period over all documents, archived ones among them. */
export async function allStatistics(
  world: World,
  period: Period,
): Promise<Statistics & { readonly documents: number }> {
  const outcomes: Outcome[] = [];
  const works: Work[] = [];
  let documents = 0;
  for (const { documentId, changedAt } of await world.store.board('readable')) {
    // Nothing was decided on it since the period began.
    if (period.from !== undefined && changedAt.slice(0, 10) < period.from) continue;
    const numbers = await numbersOfDocument(world, documentId);
    const [done, worked] = [
      numbers.outcomes.filter((one) => isWithin(period, one)),
      numbers.works.filter((one) => isWithin(period, one)),
    ];
    if (done.length + worked.length > 0) documents += 1;
    outcomes.push(...done);
    works.push(...worked);
  }
  return { documents, ...statisticsOf(outcomes, works) };
}

function statisticsOf(outcomes: readonly Outcome[], works: readonly Work[]): Statistics {
  const found = locales.filter((locale) => outcomes.some((one) => one.locale === locale));
  return {
    locales: found.map((locale) => ({ locale, ...summaryOf(outcomes.filter((one) => one.locale === locale)) })),
    people: summariesBy<Work>(works, ({ by }): MemberId => by),
    providers: summariesBy<Outcome>(outcomes, ({ drafted }) => drafted?.provider),
    returns: returnsIn(works),
  };
}

function returnsIn(works: readonly Work[]): Statistics['returns'] {
  const named = works.flatMap(({ returnedFor }) => returnedFor);
  return [...Map.groupBy(named, (category) => category)]
    .map(([category, all]) => ({ category, count: all.length }))
    .toSorted((a, b) => b.count - a.count);
}

interface Kept {
  /** Of the last decision that the numbers were read from. */
  readonly seq: number;
  readonly numbers: Numbers;
  /** So that a decision on one target has only that one measured again. */
  readonly distances: Distances;
}

const kept = new WeakMap<Store, Map<DocumentId, Kept>>();

/** Outcomes and works that stay in memory: some 80 MB. The documents asked for longest ago go first. */
const mostKept = 200_000;

/** The numbers of a document as it stands. A stream only grows, so they hold until something follows their last decision. */
async function numbersOfDocument({ store, hash }: World, documentId: DocumentId): Promise<Numbers> {
  const shelf = kept.get(store) ?? new Map<DocumentId, Kept>();
  kept.set(store, shelf);
  const known = shelf.get(documentId);
  const isCurrent = known && (await store.decisions(documentId, { after: known.seq })).length === 0;
  const current = isCurrent ? known : await readNumbers(store, documentId, hash, known?.distances);
  shelf.delete(documentId);
  shelf.set(documentId, current);
  let count = sumOf(shelf.values(), partsIn);
  for (const [oldest, one] of shelf) {
    if (count <= mostKept || oldest === documentId) break;
    shelf.delete(oldest);
    count -= partsIn(one);
  }
  return current.numbers;
}

/** A document's stream holds nothing but decisions about it. */
async function readNumbers(store: Store, documentId: DocumentId, hash: Hash, known?: Distances): Promise<Kept> {
  const recorded = await store.decisions(documentId);
  const seq = recorded.at(-1)?.seq ?? 0;
  const reading = numbersOf(
    recorded.map(({ decision }) => decision as DocumentDecision),
    hash,
    known,
  );
  for (let read = 1; ; read += 1) {
    const step = reading.next();
    if (step.done) {
      const { distances, ...numbers } = step.value;
      return { seq, numbers, distances };
    }
    if (read % targetsPerTurn === 0) await othersTurn();
  }
}

/** Some ten milliseconds of distances. */
const targetsPerTurn = 20;

function partsIn({ numbers }: Kept): number {
  return numbers.outcomes.length + numbers.works.length;
}
