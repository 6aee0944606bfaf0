/**
 * How a document stands in one language, in a few words: the badges of the board and of the document page, and the
 * sums above the board. What needs somebody comes first.
 */
import type { BoardRow, LocaleCounts } from '../../server/domain/board.ts';
import type { Locale } from '../../server/domain/locale.ts';
import type { Key, Values } from '../i18n.ts';
import type { Tone } from '../ui/Badge.tsx';
import { totalOf } from '../ui/StateBar.tsx';

export interface Standing {
  readonly key: Extract<Key, `board.badge-${string}`>;
  readonly tone: Tone;
  readonly values: Values;
}

/** The badges of a language: outdated, failed, then how it is published. */
export function standingOf(counts: LocaleCounts): Standing[] {
  return [
    ...(counts.outdated > 0
      ? [{ key: 'board.badge-outdated', tone: 'bad', values: { count: counts.outdated } } as const]
      : []),
    ...(counts.failed > 0
      ? [{ key: 'board.badge-failed', tone: 'bad', values: { count: counts.failed } } as const]
      : []),
    ...(isReady(counts) ? [{ key: 'board.badge-ready', tone: 'accent', values: {} } as const] : []),
    ...livenessOf(counts),
  ];
}

/** How an edition, of the source language too, is published. */
export function livenessOf({ live, changedSinceLive }: Pick<LocaleCounts, 'live' | 'changedSinceLive'>): Standing[] {
  if (live === undefined) return [];
  if (changedSinceLive) return [{ key: 'board.badge-changed', tone: 'warn', values: { n: live } }];
  return [{ key: 'board.badge-live', tone: 'ok', values: { n: live } }];
}

/** How an edition is published, for its own page: one that was taken from readers says so. */
export function editionStanding(
  edition: Pick<LocaleCounts, 'live' | 'changedSinceLive'> & { readonly publications: readonly unknown[] },
): Standing[] {
  const isWithdrawn = edition.live === undefined && edition.publications.length > 0;
  return isWithdrawn ? [{ key: 'board.badge-withdrawn', tone: 'warn', values: {} }] : livenessOf(edition);
}

/** Whether publishing is possible and would give readers something new. */
export function isReady(counts: LocaleCounts): boolean {
  const total = totalOf(counts);
  const isNews = counts.live === undefined || counts.changedSinceLive;
  return total > 0 && counts.approved === total && counts.outdated === 0 && isNews;
}

/** How many texts keep the edition of a language from being published, as far as the board's numbers tell. The source has none. */
export function openIn({ from, locales }: Pick<BoardRow, 'from' | 'locales'>, locale: Locale): number {
  const counts = locales[locale];
  return locale === from || counts === undefined ? 0 : Math.max(totalOf(counts) - counts.approved, counts.outdated);
}

export interface BoardSums {
  readonly toTranslate: number;
  readonly toReview: number;
  readonly toApprove: number;
  readonly toPublish: number;
  readonly outdated: number;
}

/** What waits, over everything on the board. */
export function sumsOf(rows: readonly BoardRow[]): BoardSums {
  const counts = rows.flatMap(({ locales }) => Object.values(locales));
  const sum = (pick: (one: LocaleCounts) => number): number => counts.reduce((total, one) => total + pick(one), 0);
  return {
    toTranslate: sum(({ untranslated }) => untranslated),
    toReview: sum(({ translated }) => translated),
    toApprove: sum(({ reviewed }) => reviewed),
    toPublish: counts.filter(isReady).length,
    outdated: sum(({ outdated }) => outdated),
  };
}

/**
 * Whether a title holds every word of what was typed: case, Hebrew points, Arabic vowel signs, tatweel and invisible
 * marks make no difference, so `שלום` finds `שָׁלוֹם`.
 */
export function holdsWords(title: string, typed: string): boolean {
  const folded = fold(title);
  return fold(typed)
    .split(/\s+/u)
    .every((word) => folded.includes(word));
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .toLowerCase()
    .trim();
}
