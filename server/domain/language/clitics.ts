/**
 * One-letter words that Hebrew and Arabic write together with the next: and, the, in, as, to, from, that, will. What is
 * left without them is the word that a dictionary has, or a glossary.
 *
 * All readings are given, not the best one: `כלב` is a dog and also `כ` + `לב`, and only a reader knows. So two words
 * that share a reading may be the same word, and those that share none are not. Stemming was rejected: it takes the
 * same letters off names (`فلسطين` → `لسط`). The Hebrew list holds the clusters that occur, rather than a rule that
 * would allow any order. Specification: hebrew-arabic §2.4.
 */
import { fold } from './fold.ts';
import type { Locale } from '../locale.ts';

/** What is left of a word, and what was taken off before it. */
export interface Stripped {
  readonly rest: string;
  readonly clitics: string;
}

/** For the diff, a rest shorter than this says too little: `לב` is in `כלב`, `בלב`, `שלב`. */
const shortestReading = 3;

/** Two letters; a gershayim counts as one, so an acronym is never left without what makes it one. */
const shortestRest = 2;

/** Every cluster that is written before a Hebrew word. */
export const hebrewPrefixes: ReadonlySet<string> = new Set(
  (
    'ו ה ש כ ל ב מ וה וש וכ ול וב ומ כש לכש מה שה שכ של שב שמ כב לכ מב מכ מש משה ' +
    'וכש ושה ומה ושל ושב ושמ ושכ כשה כשב כשל כשמ לכשה שכש שכשה שמה כשמה שלכש ' +
    'וכשה וכשב וכשל וכשמ וכשמה ולכש ולכשה ושכש ושמה'
  ).split(' '),
);
const longestPrefix = 5;

/** The word, folded for matching, and what may be left of it without its clitics. English has none. */
export function readingsOf(word: string, locale: Locale): ReadonlySet<string> {
  const folded = fold(word, 2).text;
  const rests = strippedOf(folded, locale).map(({ rest }) => rest);
  return new Set([folded, ...rests.filter((rest) => lettersOf(rest) >= shortestReading)]);
}

/** Whether two words may differ by their clitics alone: `الحكومة` and `بالحكومة`. */
export function differByClitics(a: string, b: string, locale: Locale): boolean {
  return !readingsOf(a, locale).isDisjointFrom(readingsOf(b, locale));
}

/** Every way to take clitics off a word that is folded at level 2; at least two characters are left. */
export function strippedOf(folded: string, locale: Locale): Stripped[] {
  if (locale === 'en') return [];
  const all = locale === 'he' ? strippedHebrew(folded) : strippedArabic(folded);
  return all.filter(({ rest }) => rest.length >= (rest.includes('"') ? shortestRest + 1 : shortestRest));
}

/** Whether a word, folded at level 2, is nothing but clitics, as `ב` is in `ב-צה״ל` and `ال` in `الـ«حزب»`. */
export function isClitics(folded: string, locale: Locale): boolean {
  return locale === 'he' ? hebrewPrefixes.has(folded) : locale === 'ar' && arabicCluster.test(folded);
}

/** A prefix may be set off by a hyphen or a quotation mark: `ב-צה״ל`, `ה'ליכוד'`. A doubled vav after it may be a single one. */
function strippedHebrew(word: string): Stripped[] {
  const stripped: Stripped[] = [];
  for (let length = 1; length <= Math.min(longestPrefix, word.length - 1); length += 1) {
    const clitics = word.slice(0, length);
    if (!hebrewPrefixes.has(clitics)) continue;
    const rest = word.slice(/["'-]/u.test(word[length] ?? '') ? length + 1 : length);
    stripped.push({ rest, clitics });
    if (rest.startsWith('וו')) stripped.push({ rest: rest.slice(1), clitics });
  }
  return stripped;
}

const arabicClitics: readonly RegExp[] = [/^[وف]/u, /^(?:[بكل]|س(?=[اتني]))/u, /^ال/u];
const arabicCluster = /^(?=.)[وف]?(?:[بكل]?(?:ال)?|لل)$/u;

/** Conjunction, then preposition or future, then article, each of which may be missing or be no clitic at all. */
function strippedArabic(word: string): Stripped[] {
  let rests = [word];
  for (const clitic of arabicClitics) {
    const shorter = rests.filter((rest) => clitic.test(rest)).map((rest) => rest.replace(clitic, ''));
    rests = [...rests, ...shorter];
  }
  const stripped = rests.map((rest) => ({ rest, clitics: word.slice(0, word.length - rest.length) }));
  return [...stripped.slice(1), ...stripped.flatMap(restsOfLil)];
}

/** `لل` is `ل` with the article, whose own alef is not written; the word may begin with a lam itself (`للجنة`, `لله`). */
function restsOfLil({ rest: word, clitics }: Stripped): Stripped[] {
  if (!word.startsWith('لل')) return [];
  const rest = word.slice(2);
  return rest === ''
    ? []
    : [rest, `ل${rest}`, `ال${rest}`, `الل${rest}`].map((one) => ({ rest: one, clitics: `${clitics}لل` }));
}

function lettersOf(rest: string): number {
  return rest.match(/\p{L}/gu)?.length ?? 0;
}

/** Whether letters are nothing but Arabic clitics, as before a quotation or a Latin name: `وال`, `لل`, `ب`. */
export function isArabicCluster(letters: string): boolean {
  return /^(?:(?=.)[وف]?[بكل]?(?:ال)?|[وف]?لل)$/u.test(letters);
}
