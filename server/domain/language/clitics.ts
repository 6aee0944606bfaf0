/**
 * One-letter words that Hebrew and Arabic write together with the next: and, the, in, as, to, from, that, will. What is
 * left without them is the word that a dictionary has, or a glossary.
 *
 * All readings are given, not the best one: `כלב` is a dog and also `כ` + `לב`, and only a reader knows. So two words
 * that share a reading may be the same word, and those that share none are not. Stemming was rejected: it takes the
 * same letters off names (`فلسطين` → `لسط`). The Hebrew list holds the clusters that occur, rather than a rule that
 * would allow any order.
 */
import { fold } from './fold.ts';
import type { Locale } from '../locale.ts';

/** A rest shorter than this says too little: `לב` is in `כלב`, `בלב`, `שלב`. */
const shortestRest = 3;

/** Every cluster that is written before a Hebrew word. */
export const hebrewPrefixes: ReadonlySet<string> = new Set(
  (
    'ו ה ש כ ל ב מ וה וש וכ ול וב ומ כש לכש מה שה שכ של שב שמ כב לכ מב מכ מש משה ' +
    'וכש ושה ומה ושל ושב ושמ ושכ כשה כשב כשל כשמ לכשה שכש שכשה שמה כשמה שלכש ' +
    'וכשה וכשב וכשל וכשמ וכשמה ולכש ולכשה ושכש ושמה'
  ).split(' '),
);

/** The word, folded for matching, and what may be left of it without its clitics. English has none. */
export function readingsOf(word: string, locale: Locale): ReadonlySet<string> {
  const folded = fold(word, 2).text;
  const rests = locale === 'he' ? hebrewRests(folded) : locale === 'ar' ? arabicRests(folded) : [];
  return new Set([folded, ...rests.filter((rest) => lettersOf(rest) >= shortestRest)]);
}

/** Whether two words may differ by their clitics alone: `الحكومة` and `بالحكومة`. */
export function differByClitics(a: string, b: string, locale: Locale): boolean {
  return !readingsOf(a, locale).isDisjointFrom(readingsOf(b, locale));
}

/** A prefix may be set off by a hyphen or a quotation mark: `ב-צה״ל`. A doubled vav after it may be a single one. */
function hebrewRests(word: string): string[] {
  return Array.from(hebrewPrefixes)
    .filter((prefix) => word.startsWith(prefix))
    .map((prefix) => word.slice(prefix.length).replace(/^["-]/u, ''))
    .flatMap((rest) => (rest.startsWith('וו') ? [rest, rest.slice(1)] : [rest]));
}

const arabicClitics: readonly RegExp[] = [/^[وف]/u, /^(?:[بكل]|س(?=[اتني]))/u, /^ال/u];

/** Conjunction, then preposition or future, then article, each of which may be missing or be no clitic at all. */
function arabicRests(word: string): string[] {
  let rests = [word];
  for (const clitic of arabicClitics) rests = [...rests, ...rests.map((rest) => rest.replace(clitic, ''))];
  return [...rests, ...rests.flatMap(restsOfLil)];
}

/** `لل` is `ل` with the article, whose own alef is not written; the word may begin with a lam itself (`للجنة`). */
function restsOfLil(word: string): string[] {
  const rest = /^لل(.+)$/u.exec(word)?.[1];
  return rest === undefined ? [] : [rest, `ل${rest}`, `ال${rest}`];
}

function lettersOf(rest: string): number {
  return rest.match(/\p{L}/gu)?.length ?? 0;
}
