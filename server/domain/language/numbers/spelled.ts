/**
 * Numbers in words: the words of a compound (`one hundred and twenty-five`, `מאה עשרים וחמש`, `مئة وخمسة وعشرون`) become one
 * value. A compound goes on as long as the next word may follow in its language: Hebrew and Arabic join its parts by
 * “and”, Arabic says the units before the tens, and both make a teen of a unit and ten.
 */
import type { Locale } from '../../locale.ts';
import type { Lexeme } from './lexemes.ts';
import type { NumberWord } from './lexicon.ts';

export interface Spelled {
  readonly value: number;
  /** How many words of the list it takes. */
  readonly length: number;
  /** The power of ten of its last multiplier. */
  readonly power: number;
}

/** What has been read of a compound: complete thousands and above, the hundreds that are being read, the last scale. */
interface Sum {
  readonly done: number;
  readonly group: number;
  readonly scale: number;
}

/** The number in words that begins at a place of the list, if one does. */
export function spelledAt(plain: string, lexemes: readonly Lexeme[], at: number): Spelled | undefined {
  const first = lexemes[at];
  let sum: Sum | undefined = first && !isCentury(first, plain) ? begun(first) : undefined;
  if (sum === undefined) return undefined;
  let next = at + 1;
  for (; next < lexemes.length; next += 1) {
    const more: Sum | undefined = extended(sum, plain, lexemes[next - 1], lexemes[next]);
    if (more === undefined) break;
    sum = more;
  }
  return isSomething(first, next - at, plain)
    ? { value: sum.done + sum.group, length: next - at, power: powerOf(lexemes[next - 1]) }
    : undefined;
}

/** Of `million` six, of `مليونان` too, of `five` none. */
function powerOf(lexeme: Lexeme | undefined): number {
  const { role, value = 0 } = lexeme?.word ?? {};
  if (role === 'whole' && value >= 1000) return String(value).length - 1;
  return role === 'scale' || role === 'scales' ? value : 0;
}

/** `שנים` alone are years; `two thirds`, `a third of` and `שלושת רבעי` are as vague as any fraction. */
function isSomething(lexeme: Lexeme | undefined, length: number, plain: string): boolean {
  if (length > 1 || lexeme === undefined) return true;
  const { role } = lexeme.word ?? {};
  const [before, after] = [
    plain.slice(Math.max(0, lexeme.start - 2), lexeme.start),
    plain.slice(lexeme.end, lexeme.end + 12),
  ];
  const isPart = role === 'ordinal' && before === 'a ' && /^(?:\sof\s|\s?[.,;:!?)]|$)/u.test(after);
  return role !== 'stem' && !isPart && !(role === 'unit' && fraction.test(after));
}

const fraction =
  /^[\s-](?:half|halves|(?:third|quarter|fourth|fifth|sixth|eighth|tenth)s?(?!\p{L})|שליש|רבע|חמישיות|ثلث|ارباع|اخماس)/u;

/** `במאה ה־19`, `המאה השלישית`: a century, whose number follows. */
function isCentury({ word, end }: Lexeme, plain: string): boolean {
  return word?.role === 'hundred' && word.locale === 'he' && /^\sה/u.test(plain.slice(end, end + 2));
}

function begun({ word }: Lexeme): Sum | undefined {
  const { role, value } = word ?? {};
  if (role === undefined || value === undefined) return undefined;
  if (role === 'scale') return { done: 10 ** value, group: 0, scale: 10 ** value };
  if (role === 'whole' && value >= 1000) return { done: value, group: 0, scale: value / 2 };
  if (role === 'hundred') return { done: 0, group: 100, scale: Infinity };
  return starts.has(role) ? { done: 0, group: value, scale: Infinity } : undefined;
}

const starts: ReadonlySet<string> = new Set([
  'unit',
  'stem',
  'ordinal',
  'ten',
  'teen',
  'tens',
  'whole',
  'dual',
  'hint',
  'dozen',
]);

const standsAlone: ReadonlySet<string> = new Set(['dual', 'hint', 'dozen']);

/** The sum with one word more; undefined where that word begins something else. */
function extended(sum: Sum, plain: string, last: Lexeme | undefined, lexeme: Lexeme | undefined): Sum | undefined {
  if (last?.word === undefined || lexeme?.word === undefined) return undefined;
  const link = linkOf(plain.slice(last.end, lexeme.start), lexeme.word);
  if (
    lexeme.word.role === 'dozen' &&
    last.word.role === 'unit' &&
    last.word.isBare &&
    (link === 'space' || link === 'hyphen')
  )
    return dozens(sum);
  if (
    link === undefined ||
    standsAlone.has(last.word.role) ||
    standsAlone.has(lexeme.word.role) ||
    last.word.locale !== lexeme.word.locale
  )
    return undefined;
  const { role, value, isBare } = lexeme.word;
  if (role === 'scale' || role === 'scales') return isBare ? scaled(sum, 10 ** value, link) : undefined;
  if (role === 'hundred' || role === 'hundreds') return isBare ? hundreds(sum, role, link) : undefined;
  return added(sum, lexeme.word, last.word, link);
}

/** `two dozen`, `שני תריסרים`. */
function dozens({ done, group }: Sum): Sum | undefined {
  return done === 0 && group < 10 ? { done: group * 12, group: 0, scale: 1 } : undefined;
}

type Link = 'and' | 'hyphen' | 'space';

function linkOf(gap: string, { isJoined, locale }: NumberWord): Link | undefined {
  if (isJoined) return /^\s?$/u.test(gap) ? 'and' : undefined;
  if (/^\s$/u.test(gap)) return 'space';
  if (gap === '-') return 'hyphen';
  return locale === 'en' && /^,?\sand\s$/u.test(gap) ? 'and' : undefined;
}

/** `two hundred thousand`; `אלף` by itself after what is done: `מיליון ואלף`. */
function scaled({ done, group, scale }: Sum, power: number, link: Link): Sum | undefined {
  if (link === 'and') return group === 0 && power < scale ? { done: done + power, group: 0, scale: power } : undefined;
  if (group > 0 && power < scale) return { done: done + group * power, group: 0, scale: power };
  const isMany = group === 0 && done === scale && scale < 1e6;
  return isMany ? { done: done * power, group: 0, scale: power } : undefined;
}

/** `three hundred`, `שלוש מאות`; or a hundred after what is done: `אלף ומאה`, `one thousand one hundred`. */
function hundreds({ done, group, scale }: Sum, role: string, link: Link): Sum | undefined {
  if (group > 0 && group < 20 && link !== 'and') return { done, group: group * 100, scale };
  if (group === 0 && role === 'hundred') return { done, group: 100, scale };
  return undefined;
}

/** A smaller part after a greater one; in Arabic also tens after units, in Hebrew and Arabic ten after a unit. */
function added(sum: Sum, { role, value, locale }: NumberWord, last: NumberWord, link: Link): Sum | undefined {
  const { done, group, scale } = sum;
  const rest = group % 100;
  const isUnit = role === 'unit' || role === 'ordinal';
  const sumWith = (more: number): Sum => ({ done, group: group + more, scale });
  if (isCenturyBefore(sum, role, locale, link)) return { done: group * 100, group: value, scale: 1 };
  if (role === 'ten' && rest > 0 && rest < 10 && link !== 'and') return sumWith(10);
  if (role === 'tens' && locale === 'ar' && rest > 0 && rest < 10 && link === 'and') return sumWith(value);
  if (isUnit && value < 10 && rest >= 20 && rest % 10 === 0)
    return isAfterTens(role, link, locale) ? sumWith(value) : undefined;
  const isSmaller = (starts.has(role) && role !== 'stem' && value < 100) || (role === 'whole' && value < 1000);
  const isAfterMore = group === 0 || (rest === 0 && value < 100);
  const isLinked = locale === 'ar' ? link === 'and' : link !== 'hyphen';
  if (!isSmaller || !isAfterMore || !isLinked || done + group === 0) return undefined;
  return last.role === 'ordinal' ? undefined : sumWith(value);
}

/** A year as English says it: `nineteen forty-eight`, `twenty twenty-three`. */
function isCenturyBefore({ done, group }: Sum, role: string, locale: Locale, link: Link): boolean {
  const isCentury = done === 0 && group >= 16 && group <= 20;
  return isCentury && locale === 'en' && link === 'space' && (role === 'tens' || role === 'teen');
}

/** `twenty-five`, `twenty five`, but no `twenty second`; `עשרים וחמש`. Arabic says them the other way round. */
function isAfterTens(role: string, link: Link, locale: Locale): boolean {
  if (locale === 'en') return link === 'hyphen' || (link === 'space' && role === 'unit');
  return locale === 'he' && link === 'and';
}
