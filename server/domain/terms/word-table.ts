/**
 * Many wordings of one language, and where a text holds any of them. Each word of the text, and what is left of it
 * without clitics, is looked up among the first words of all wordings: whole, as stem and ending, and in Hebrew by its
 * skeleton. The words after it are compared. So the time grows with the text, and hardly with the number of wordings.
 */
import { strippedOf, type Stripped } from '../language/clitics.ts';
import { originalSpan, type Span } from '../language/fold.ts';
import type { Locale } from '../locale.ts';
import { skeletonOf, skeletonOfStem, type Endings } from './paradigms.ts';
import { patternOf, type Pattern, type PatternWord } from './pattern.ts';
import type { MatchLevel, Matching } from './term.ts';
import { isSameGap, wordsOfText, type FoldedText, type FoldedWord } from './words-of-text.ts';

/** Where a text holds a wording. */
export interface Place<T> {
  /** What was said of the wording when it was added. */
  readonly of: T;
  readonly wording: string;
  readonly level: Level;
  /** All its words with their clitics, in the text as it is written. */
  readonly span: Span;
  /** Without the clitics before it, where another word may take its place after them. */
  readonly stem?: Span;
  /** Where clitics were taken off: how many characters of the wording's words were left. */
  readonly rest?: number;
}

export interface WordTable<T> {
  readonly add: (wording: string, matching: Matching, of: T) => void;
  /** In the order of the text; of several readings of one wording at one place, the best. */
  readonly placesIn: (text: string) => Array<Place<T>>;
}

interface Entry<T> {
  readonly pattern: Pattern;
  readonly of: T;
}

/** What the first words of all wordings may look like in a text. */
interface Keys<T> {
  readonly exact: Map<string, Array<Entry<T>>>;
  readonly swallowed: Map<string, Array<Entry<T>>>;
  readonly stems: Map<string, Array<Inflected<T>>>;
  readonly skeletons: Map<string, Array<Entry<T>>>;
  readonly stemSkeletons: Map<string, Array<Inflected<T>>>;
}

interface Inflected<T> {
  readonly entry: Entry<T>;
  readonly endings: Endings;
}

type Level = Exclude<MatchLevel, 0>;

/** A wording that a word of a text may begin, how that word is read, and how sure that makes it. */
interface Candidate<T> {
  readonly entry: Entry<T>;
  readonly reading: Stripped;
  readonly level: Level;
}

/** A table for the wordings of one language; each is made ready once. */
export function createWordTable<T>(locale: Locale): WordTable<T> {
  const keys: Keys<T> = {
    exact: new Map(),
    swallowed: new Map(),
    stems: new Map(),
    skeletons: new Map(),
    stemSkeletons: new Map(),
  };
  const known = new Map<string, ReadonlyArray<Candidate<T>>>();
  const candidatesOf = (word: string): ReadonlyArray<Candidate<T>> => {
    const found = known.get(word) ?? candidatesIn(keys, word, locale);
    if (known.size >= mostKnown) known.clear();
    if (word.length <= longestKnown) known.set(word, found);
    return found;
  };
  return {
    add: (wording, matching, of) => {
      const pattern = patternOf(wording, locale, matching);
      if (pattern) enter(keys, { pattern, of });
      known.clear();
    },
    placesIn: (text) => {
      if (keys.exact.size === 0) return [];
      const within = wordsOfText(text, locale);
      return within.words.flatMap(({ text: word }, at) => placesAt(candidatesOf(word), { text, within, at, locale }));
    },
  };
}

/** Texts use the same words again and again. */
const mostKnown = 20_000;
const longestKnown = 32;

function enter<T>(keys: Keys<T>, entry: Entry<T>): void {
  const [first] = entry.pattern.words;
  for (const word of first.exact) push(keys.exact, word, entry);
  for (const skeleton of first.skeletons) push(keys.skeletons, skeleton, entry);
  if (entry.pattern.swallowed !== undefined) push(keys.swallowed, entry.pattern.swallowed, entry);
  for (const { text, endings } of first.stems) {
    push(keys.stems, text, { entry, endings });
    const skeleton = first.skeletons.length > 0 ? skeletonOfStem(text) : undefined;
    if (skeleton !== undefined) push(keys.stemSkeletons, skeleton, { entry, endings });
  }
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** The wordings whose first word a word may be, in which reading, and at which level. */
function candidatesIn<T>(keys: Keys<T>, word: string, locale: Locale): Array<Candidate<T>> {
  const candidates: Array<Candidate<T>> = [];
  const readings: Stripped[] = [{ rest: word, clitics: '' }, ...strippedOf(word, locale)];
  for (const reading of readings) {
    const { rest, clitics } = reading;
    const offer = (level: Level, entries: ReadonlyArray<Entry<T>> = []): void => {
      for (const entry of entries) candidates.push({ entry, reading, level });
    };
    offer(clitics === '' ? 4 : 3, keys.exact.get(rest));
    if (/[בכל]$/u.test(clitics)) offer(3, keys.swallowed.get(rest));
    offer(2, inflected(keys.stems, rest, 'folded'));
    if (keys.skeletons.size === 0) continue;
    offer(1, keys.skeletons.get(skeletonOf(rest)));
    offer(1, inflected(keys.stemSkeletons, skeletonOf(rest), 'skeletons'));
  }
  return candidates;
}

/** No ending is longer. */
const longestEnding = 8;

function inflected<T>(
  stems: Map<string, Array<Inflected<T>>>,
  word: string,
  by: 'folded' | 'skeletons',
): Array<Entry<T>> {
  const entries: Array<Entry<T>> = [];
  for (let cut = word.length; cut > 0 && cut >= word.length - longestEnding; cut -= 1) {
    for (const { entry, endings } of stems.get(word.slice(0, cut)) ?? []) {
      if (endings[by].has(word.slice(cut))) entries.push(entry);
    }
  }
  return entries;
}

/** A word of a text, by its number. */
interface Spot {
  readonly text: string;
  readonly within: FoldedText;
  readonly at: number;
  readonly locale: Locale;
}

/** Of several readings of one wording, the surest. */
function placesAt<T>(candidates: ReadonlyArray<Candidate<T>>, spot: Spot): Array<Place<T>> {
  if (candidates.length === 0) return [];
  const best = new Map<Entry<T>, Place<T>>();
  for (const candidate of candidates) {
    const place = placeOf(candidate, spot);
    if (place && place.level > (best.get(candidate.entry)?.level ?? 0)) best.set(candidate.entry, place);
  }
  return [...best.values()];
}

/** Where the wording stands, if its other words follow its first. */
function placeOf<T>({ entry, reading, level: most }: Candidate<T>, spot: Spot): Place<T> | undefined {
  const { pattern, of } = entry;
  const { words, folded } = spot.within;
  const [first, last] = [words[spot.at], words[spot.at + pattern.words.length - 1]];
  if (!first || !last) return undefined;
  const level = levelOfAll(pattern, spot, first.isAfterClitics ? lesser(most, 3) : most);
  if (level === 0) return undefined;
  const span = originalSpan(folded, first.start, last.end);
  const stem = stemOf(first, reading, last, spot.within);
  if (!span || !isWrittenSo(spot, first, last, pattern, stem ?? span)) return undefined;
  const rest = last.end - first.end + reading.rest.length;
  return {
    of,
    wording: pattern.wording,
    level,
    span,
    ...(stem && { stem }),
    ...(reading.clitics !== '' && { rest }),
  };
}

/** The level of a wording whose first word is there at `first`. */
function levelOfAll({ words }: Pattern, { within, at, locale }: Spot, first: Level): MatchLevel {
  let level: MatchLevel = first;
  for (let i = 1; i < words.length && level > 0; i += 1) {
    const expected = words[i];
    if (expected) level = lesser(level, levelOfNext(within.words[at + i], expected, locale));
  }
  return level;
}

function lesser<L extends MatchLevel>(a: L, b: L): L {
  return a < b ? a : b;
}

/** What may be written together with a later word of a Hebrew term: the article, “and”, a preposition, also with the article. */
const innerPrefixes: ReadonlySet<string> = new Set('ה ו ב ל כ ש מ בה לה כה שה מה'.split(' '));

/** How surely a word is the next of a wording. */
function levelOfNext(word: FoldedWord | undefined, expected: PatternWord, locale: Locale): MatchLevel {
  if (word === undefined || !isSameGap(word.gap, expected.gap)) return 0;
  const whole = levelOfWord(word.text, expected, 4);
  if (whole === 4 || locale === 'en') return whole;
  return strippedOf(word.text, locale)
    .filter(({ clitics }) => (locale === 'he' ? innerPrefixes.has(clitics) : clitics === 'ال'))
    .map(({ rest }) => levelOfWord(rest, expected, 3))
    .reduce((best, level) => (level > best ? level : best), whole);
}

function levelOfWord(word: string, { exact, stems, skeletons }: PatternWord, most: 3 | 4): MatchLevel {
  if (exact.includes(word)) return most;
  const isFormOf = (text: string, stem: string | undefined, endings: ReadonlySet<string>) =>
    stem !== undefined && text.startsWith(stem) && endings.has(text.slice(stem.length));
  if (stems.some(({ text, endings }) => isFormOf(word, text, endings.folded))) return 2;
  if (skeletons.length === 0) return 0;
  const skeleton = skeletonOf(word);
  const isVariant =
    skeletons.includes(skeleton) ||
    stems.some(({ text, endings }) => isFormOf(skeleton, skeletonOfStem(text), endings.skeletons));
  return isVariant ? 1 : 0;
}

/** Undefined where the clitics have melted with the word: `لل` for `ل` and `ال`, a vav that is doubled after a prefix. */
function stemOf(
  first: FoldedWord,
  { rest, clitics }: Stripped,
  last: FoldedWord,
  { folded }: FoldedText,
): Span | undefined {
  const start = first.end - rest.length;
  const before = folded.text.slice(first.start, start).replace(/["'-]$/u, '');
  const isWhole = before === clitics && first.text.endsWith(rest) && !clitics.endsWith('لل');
  return isWhole ? originalSpan(folded, start, last.end) : undefined;
}

/** Whether the case of an acronym and the signs around a wording are as they should be. */
function isWrittenSo(
  { text, within: { folded } }: Spot,
  first: FoldedWord,
  last: FoldedWord,
  { wording, isCapitals, head, tail }: Pattern,
  [start]: Span,
): boolean {
  const isHeaded = head === '' || folded.text.slice(0, first.start).endsWith(head);
  if (!isHeaded || !folded.text.startsWith(tail, last.end)) return false;
  return !isCapitals || text.startsWith(wording, start) || (wording.length > 3 && /^\p{Lu}/u.test(text.slice(start)));
}
