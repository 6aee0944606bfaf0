/**
 * A term as it may be kept: words trimmed, none of them twice, blank ones gone, no controls that no
 * file can hold; and why another may not be kept at all.
 */
import { locales, type Locale } from '../locale.ts';
import type { TermBody, Wording } from './term.ts';

/** Bounds that no honest term meets: they hold what is generated from one. */
export const termLimits = { word: 200, words: 50, note: 2000 } as const;

/** The same term, tidied; undefined where it says nothing in any language, is beyond the limits or is not well formed. */
export function tidyTerm({ words, note, ...facts }: TermBody): TermBody | undefined {
  const tidy = Object.fromEntries(
    locales.flatMap((locale) => {
      const wording = words[locale] && tidyWording(words[locale]);
      return wording ? [[locale, wording]] : [];
    }),
  ) as Partial<Record<Locale, Wording>>;
  const said = holdable(note ?? '').trim();
  if (!Object.values(tidy).every(isBounded) || said.length > termLimits.note || !said.isWellFormed()) return undefined;
  return Object.keys(tidy).length === 0 ? undefined : { ...facts, words: tidy, ...(said && { note: said }) };
}

/** Absent where there is no word to use and none to avoid. */
function tidyWording({ preferred, forms, forbidden, matching }: Wording): Wording | undefined {
  const [word = ''] = tidyWords([preferred]);
  const others = tidyWords(forms).filter((form) => form !== word);
  return word === '' ? undefined : { preferred: word, forms: others, forbidden: tidyWords(forbidden), matching };
}

function tidyWords(words: readonly string[]): string[] {
  return [...new Set(words.map((word) => holdable(word).replace(/\s+/gu, ' ').trim()))].filter((word) => word !== '');
}

function isBounded({ preferred, forms, forbidden }: Wording): boolean {
  const words = [preferred, ...forms, ...forbidden];
  return (
    words.length <= termLimits.words && words.every((word) => word.length <= termLimits.word && word.isWellFormed())
  );
}

/** Without stray controls and the two noncharacters that XML has no way to write. */
function holdable(text: string): string {
  return text.replace(/[[\p{Cc}\uFFFE\uFFFF]--[\t\n\r]]/gv, '');
}
