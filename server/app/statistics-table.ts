/**
 * Statistics as tables for spreadsheets: of a document a row for each finished target, so that everybody can make sums of
 * their own; of all documents a row for each language, person and provider. The names of the columns are part of the
 * programming interface and the same in every language. Shares are 0–1, times in seconds.
 */
import { writeCsv, type Cell } from '../formats/csv.ts';
import type { Summary } from '../domain/statistics-summary.ts';
import type { Outcome } from '../domain/statistics.ts';
import type { Statistics } from './view-statistics.ts';

type Columns<T> = Readonly<Record<string, (row: T) => Cell>>;

const ofOutcome: Columns<Outcome> = {
  document: ({ documentId }) => documentId,
  locale: ({ locale }) => locale,
  segment: ({ ordinal }) => ordinal + 1,
  segment_id: ({ segmentId }) => segmentId,
  state: ({ state }) => state,
  last_decided: ({ at }) => at,
  source_words: ({ words }) => words,
  provider: ({ drafted }) => drafted?.provider,
  model: ({ drafted }) => drafted?.model,
  post_edit_distance: ({ distance }) => rounded(distance?.ped),
  post_edit_distance_folded: ({ distance }) => rounded(distance?.pedFold),
  untouched: ({ isUntouched }) => (isUntouched === undefined ? undefined : isUntouched ? 'yes' : 'no'),
  active_seconds: ({ activeMs }) => (activeMs > 0 ? Math.round(activeMs / 1000) : undefined),
  returns: ({ returns }) => returns,
};

interface Line extends Summary {
  readonly by: 'language' | 'person' | 'provider';
  readonly name: string;
}

const ofSummary: Columns<Line> = {
  by: ({ by }) => by,
  name: ({ name }) => name,
  segments: ({ segments }) => segments,
  source_words: ({ words }) => words,
  drafted_segments: ({ drafted }) => drafted.segments,
  drafted_words: ({ drafted }) => drafted.words,
  untouched_share: ({ untouchedShare }) => rounded(untouchedShare),
  post_edit_distance: ({ ped }) => rounded(ped),
  post_edit_distance_folded: ({ pedFold }) => rounded(pedFold),
  active_seconds: ({ activeMs }) => (activeMs > 0 ? Math.round(activeMs / 1000) : undefined),
  timed_words: ({ timedWords }) => timedWords,
  words_per_hour: ({ wordsPerHour }) => (wordsPerHour === undefined ? undefined : Math.round(wordsPerHour)),
  returns: ({ returns }) => returns,
};

/** A row for each target that a person has finished. */
export function outcomesTable(outcomes: readonly Outcome[]): string {
  return tableOf(ofOutcome, outcomes);
}

/** A row for each language, person and provider. */
export function statisticsTable({ locales, people, providers }: Statistics): string {
  return tableOf(ofSummary, [
    ...locales.map((one): Line => ({ ...one, by: 'language', name: one.locale })),
    ...people.map((one): Line => ({ ...one, by: 'person' })),
    ...providers.map((one): Line => ({ ...one, by: 'provider' })),
  ]);
}

function tableOf<T>(columns: Columns<T>, rows: readonly T[]): string {
  const cells = Object.values(columns);
  return writeCsv(
    Object.keys(columns),
    rows.map((row) => cells.map((cell) => cell(row))),
  );
}

function rounded(share: number | undefined): number | undefined {
  return share === undefined ? undefined : Math.round(share * 10_000) / 10_000;
}
