/**
 * A wording made ready for matching: each of its words with the spellings that are the word itself, and the stems of its
 * forms. Made once for each wording.
 */
import { fold } from '../language/fold.ts';
import type { Locale } from '../locale.ts';
import { plainSpelling, skeletonOf, stemsOf, type Stem } from './paradigms.ts';
import type { Matching } from './term.ts';
import { wordsOfText, type FoldedText } from './words-of-text.ts';

export interface Pattern {
  /** As somebody wrote it. */
  readonly wording: string;
  readonly words: readonly [PatternWord, ...PatternWord[]];
  /** `US` is not `us`. */
  readonly isCapitals: boolean;
  /** What belongs to it before its first word and after its last: `C++`, `#tag`. */
  readonly head: string;
  readonly tail: string;
  /** The first word without its article, where a Hebrew preposition swallows that: `הבית הלבן`, `בבית הלבן`. */
  readonly swallowed?: string;
}

export interface PatternWord {
  /** Folded: the word; in Arabic, also without its article (`ضفة غربية` is `الضفة الغربية`). */
  readonly exact: readonly string[];
  readonly stems: readonly Stem[];
  /** What Hebrew also writes with more or fewer vavs and yods is the same but for these. */
  readonly skeletons: readonly string[];
  /** What stands between it and the word before. */
  readonly gap: string;
}

/** The pattern of a wording; undefined where it holds no word. */
export function patternOf(wording: string, locale: Locale, matching: Matching): Pattern | undefined {
  const spelling = plainSpelling(wording);
  const text = wordsOfText(spelling, locale);
  const [first, ...others] = text.words.map(({ start, end, gap }) =>
    patternWord(spelling.slice(text.folded.starts[start], text.folded.ends[end - 1]), gap, locale, matching),
  );
  if (first === undefined) return undefined;
  const swallowed = locale === 'he' ? swallowedIn(text) : undefined;
  return {
    wording,
    words: [first, ...others],
    isCapitals: /^\p{Lu}{2,}$/u.test(spelling),
    head: /[#@&.]$/u.exec(text.folded.text.slice(0, text.words[0]?.start))?.[0] ?? '',
    tail: /^[#+&]+/u.exec(text.folded.text.slice(text.words.at(-1)?.end))?.[0] ?? '',
    ...(swallowed !== undefined && { swallowed }),
  };
}

function patternWord(spelling: string, gap: string, locale: Locale, matching: Matching): PatternWord {
  const spellings = locale === 'ar' && arabicArticle.test(spelling) ? [spelling, spelling.slice(2)] : [spelling];
  const exact = spellings.map((one) => fold(one, 2).text);
  if (matching === 'exact') return { exact, stems: [], skeletons: [], gap };
  const isHebrew = locale === 'he' && !exact[0]?.includes('"');
  return {
    exact,
    stems: spellings.flatMap((one) => stemsOf(one, locale)),
    skeletons: isHebrew ? exact.map(skeletonOf) : [],
    gap,
  };
}

/** With three letters after it: `الله` is one word. The alef bears no hamza: `ألمانيا` has no article. */
const arabicArticle = /^[اٱ]ل.{3}/u;

/** A later word with an article says that the first word's is one too, as it would not of `הסכם`. */
function swallowedIn({ words: [first, ...others] }: FoldedText): string | undefined {
  const isDefinite = /^ה.{3}/u.test(first?.text ?? '');
  return isDefinite && others.some(({ text }) => /^ה.{3}/u.test(text)) ? first?.text.slice(1) : undefined;
}
