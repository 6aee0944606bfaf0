/**
 * Sums over the parts of `statistics.ts`: for a document, a language, a person, a provider. What cannot be said is absent and never zero: no mean
 * distance without a draft, no speed without measured time.
 */
import { sumOf, type Outcome, type Work } from './statistics.ts';

export interface Summary {
  readonly segments: number;
  readonly words: number;
  /** Of these, what had a draft: distances and shares are over it alone. */
  readonly drafted: { readonly segments: number; readonly words: number };
  /** The share of the drafts' words, 0–1, that stand as they came. */
  readonly untouchedShare?: number;
  /** Mean over the drafts, weighted by the source's words, 0–1. */
  readonly ped?: number;
  readonly pedFold?: number;
  readonly activeMs: number;
  /** The words of those segments for which time was measured, and how many of them an hour. */
  readonly timedWords: number;
  readonly wordsPerHour?: number;
  readonly returns: number;
}

/** Less measured time than this says nothing about speed. */
export const leastTimeMs = 60_000;

/** The sums of some outcomes or works. */
export function summaryOf(parts: ReadonlyArray<Outcome | Work>): Summary {
  const drafted = parts.filter(({ distance }) => distance !== undefined);
  const timed = parts.filter(({ activeMs }) => activeMs > 0);
  const words = sumOf(drafted, wordsOf);
  const activeMs = sumOf(timed, (part) => part.activeMs);
  const timedWords = sumOf(timed, wordsOf);
  const mean = (part: (one: Outcome | Work) => number): number =>
    sumOf(drafted, (one) => part(one) * wordsOf(one)) / words;
  return {
    segments: parts.length,
    words: sumOf(parts, wordsOf),
    drafted: { segments: drafted.length, words },
    ...(words > 0 && {
      untouchedShare: mean(({ isUntouched }) => (isUntouched ? 1 : 0)),
      ped: mean(({ distance }) => distance?.ped ?? 0),
      pedFold: mean(({ distance }) => distance?.pedFold ?? 0),
    }),
    activeMs,
    timedWords,
    ...(activeMs >= leastTimeMs && { wordsPerHour: (timedWords * 3_600_000) / activeMs }),
    returns: sumOf(parts, ({ returns }) => returns),
  };
}

function wordsOf({ words }: { readonly words: number }): number {
  return words;
}

export interface Named extends Summary {
  readonly name: string;
}

/** A sum for each name, the most words first. */
export function summariesBy<P extends Outcome | Work>(
  parts: readonly P[],
  nameOf: (part: P) => string | undefined,
): Named[] {
  const groups = Map.groupBy(parts, nameOf);
  return [...groups]
    .flatMap(([name, group]) => (name === undefined ? [] : [{ name, ...summaryOf(group) }]))
    .toSorted((a, b) => b.words - a.words || (a.name < b.name ? -1 : 1));
}

/** Days in UTC (`2026-11-21`), both included. */
export interface Period {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Whether something was last decided in a period. */
export function isWithin({ from, to }: Period, { at }: { readonly at: string }): boolean {
  const day = at.slice(0, 10);
  return (from === undefined || day >= from) && (to === undefined || day <= to);
}
