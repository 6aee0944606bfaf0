/** What the readers of a termbase share: their answer, the count of what they pass over, the languages that tags name. */
import type { Refusal } from '../domain/errors.ts';
import { isLocale, type Locale } from '../domain/locale.ts';
import type { PassedOver, Skipped, TermRead } from '../domain/terms/terms-read.ts';

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
