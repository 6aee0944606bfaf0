/** Terms for tests, told by their words. */
import type { Locale } from '../../server/domain/locale.ts';
import type { Term, TermBody, Wording } from '../../server/domain/terms/term.ts';

export type Words = Readonly<Partial<Record<Locale, string | Partial<Wording>>>>;

/** A term under an id that is its number. */
export function aTerm(id: number, words: Words, rest: Partial<Omit<TermBody, 'words'>> = {}): Term {
  const full = Object.entries(words).map(([locale, word]) => [
    locale,
    {
      preferred: '',
      forms: [],
      forbidden: [],
      matching: 'inflect',
      ...(typeof word === 'string' ? { preferred: word } : word),
    },
  ]);
  return {
    kind: 'term',
    ...rest,
    words: Object.fromEntries(full),
    id: `t${id}`,
    revision: 1,
    at: '2026-01-01T00:00:00.000Z',
    by: 'local',
  };
}
