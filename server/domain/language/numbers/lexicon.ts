/**
 * Number words and months as they stand in a plain text, clitics and all, so that one look says what a word is. The words
 * of the three languages are in one map: their letters keep them apart, and a text quotes the others.
 */
import { locales, type Locale } from '../../locale.ts';
import { monthNames, monthSystemsOf } from '../months.ts';
import { noNumberWords, numberClitics, numberWords, type Role } from './number-words.ts';
import { plainWord } from './plain.ts';

export interface NumberWord {
  /** The language that it is a word of. */
  readonly locale: Locale;
  readonly role: Role | 'month';
  readonly value: number;
  /** Without a preposition or article. */
  readonly isBare: boolean;
  /** It begins with “and”. */
  readonly isJoined: boolean;
  /** Of the first word of a month's name (`تشرين`): the months that a second word makes of it. */
  readonly seconds?: ReadonlyMap<string, number>;
}

const exceptions = new Set(Array.from(noNumberWords, plainWord));

let lexicon: ReadonlyMap<string, NumberWord> | undefined;

/** What a word says; undefined if it says no number. The lexicon is built when first asked. */
export function numberWord(word: string): NumberWord | undefined {
  lexicon ??= new Map(
    locales
      .flatMap((locale) => [...monthEntries(locale), ...wordEntries(locale)])
      .filter(([word]) => !exceptions.has(word)),
  );
  return lexicon.get(word) ?? romanNumeral(word);
}

/** Up to thirty-nine: enough for kings, popes, wars and centuries, and short of most words. */
function romanNumeral(word: string): NumberWord | undefined {
  if (!/^[ivx]{2,7}$/u.test(word)) return undefined;
  const [, tens = '', units = ''] = /^(x{0,3})(ix|iv|v?i{0,3})$/u.exec(word) ?? [];
  const value = tens.length * 10 + ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'].indexOf(units);
  return value > 0 ? { locale: 'en', role: 'hint', value, isBare: true, isJoined: false } : undefined;
}

type Entry = Omit<NumberWord, 'isJoined' | 'isBare' | 'locale'>;

/** The bare word wins over another with a clitic: `שבע` is seven and no `ש` + … */
function wordEntries(locale: Locale): Array<[string, NumberWord]> {
  const entries = numberWords[locale].flatMap(([role, value, words]) =>
    words.split(' ').map((word): [string, Entry] => [plainWord(word), { role, value }]),
  );
  return withClitics(locale, entries);
}

function monthEntries(locale: Locale): Array<[string, NumberWord]> {
  const names = monthSystemsOf[locale].flatMap((system) =>
    monthNames[system].flatMap((spellings, i) => spellings.map((name) => ({ name: plainWord(name), month: i + 1 }))),
  );
  const single = names.filter(({ name }) => !name.includes(' '));
  const firsts = Map.groupBy(
    names.filter(({ name }) => name.includes(' ')),
    ({ name }) => name.split(' ')[0] ?? '',
  );
  return withClitics(locale, [
    ...single.map(({ name, month }): [string, Entry] => [name, { role: 'month', value: month }]),
    ...Array.from(firsts, ([first, rows]): [string, Entry] => [
      first,
      { role: 'month', value: 0, seconds: new Map(rows.map(({ name, month }) => [name.split(' ')[1] ?? '', month])) },
    ]),
  ]);
}

function withClitics(locale: Locale, entries: ReadonlyArray<readonly [string, Entry]>): Array<[string, NumberWord]> {
  const { joining, others } = numberClitics[locale];
  const prefixes = others.flatMap((other) => [
    { prefix: plainWord(other), isJoined: false, isBare: other === '' },
    ...(joining === '' ? [] : [{ prefix: plainWord(joining + other), isJoined: true, isBare: other === '' }]),
  ]);
  // Longest prefixes first, so that what is set last, and stays, has the shortest.
  return prefixes
    .toSorted((a, b) => b.prefix.length - a.prefix.length)
    .flatMap(({ prefix, isJoined, isBare }) =>
      entries.map(([word, entry]): [string, NumberWord] => [
        prefix + word,
        { ...entry, locale, isBare, isJoined: isJoined || entry.role === 'half' },
      ]),
    );
}
