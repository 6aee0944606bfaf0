/** What the readers of a termbase give: the terms, and what of the file is not among them. */
import type { Refusal } from '../domain/errors.ts';
import { isLocale, type Locale } from '../domain/locale.ts';
import type { TermBody, TermId } from '../domain/terms/term.ts';

export interface TermRead {
  /** As it may be kept (`tidyTerm`). */
  readonly term: TermBody;
  /** Under which it was exported from here; it may be unknown, or another site's. */
  readonly id?: TermId;
  /** Of the file, from 1. */
  readonly line: number;
}

/**
 * Why something was passed over: a language that we do not have, a column that means nothing to us, an entry without a
 * word in any of our languages, a language of an entry that has words to avoid and none to use.
 */
export type PassedOver = 'language' | 'column' | 'entry' | 'no-word';

export interface Skipped {
  readonly why: PassedOver;
  /** The language's tag, the column's name; '' for an entry. */
  readonly name: string;
  /** Where it is first. */
  readonly line: number;
  readonly count: number;
}

export type TermsRead =
  | { readonly ok: true; readonly terms: readonly TermRead[]; readonly skipped: readonly Skipped[] }
  | Refusal;

/** Counts what is passed over, by reason and name. */
export interface SkippedList {
  readonly add: (why: PassedOver, name: string, line: number) => void;
  readonly list: () => Skipped[];
}

export function skippedList(): SkippedList {
  const found = new Map<string, Skipped>();
  return {
    add: (why, name, line) => {
      const key = `${why} ${name}`;
      const before = found.get(key) ?? { why, name, line, count: 0 };
      found.set(key, { ...before, count: before.count + 1 });
    },
    list: () => [...found.values()],
  };
}

/** Which of our languages a tag names: `en-GB` is English, and `iw` what Hebrew was once called. */
export function localeOfTag(tag: string): Locale | undefined {
  const language = tag.split(/[-_]/u)[0]?.trim().toLowerCase() ?? '';
  const locale = language === 'iw' ? 'he' : language;
  return isLocale(locale) ? locale : undefined;
}
