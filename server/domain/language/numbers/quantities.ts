/**
 * The quantities of a text, in order: numbers in digits and in words with their multipliers, dates, times and duals, each
 * with all that it may mean (`digits.ts`). Specification hebrew-arabic §1.3. Vague quantities (`hundreds`, עשרות אלפי) are
 * none.
 */
import type { Span } from '../fold.ts';
import type { Locale } from '../../locale.ts';
import { saysPercent, withWhatFollows } from './after-number.ts';
import { withDays } from './days.ts';
import { decimal, timesTen } from './decimal.ts';
import { fractionCharacters, readDigits, yearValues } from './digits.ts';
import { lexemesOf, type Lexeme } from './lexemes.ts';
import { numberWord } from './lexicon.ts';
import { monthAt, type MonthMention } from './month-mentions.ts';
import { plainOf, writtenSpan, type Plain } from './plain.ts';
import { withRanges } from './ranges.ts';
import { spelledAt } from './spelled.ts';
import { withSums } from './sums.ts';

/** A quantity in a plain text. */
export interface Draft {
  readonly start: number;
  readonly end: number;
  /** What it may mean; two quantities are equal that share one. */
  readonly values: readonly string[];
  /** How it is written; a hint only answers a number of the other text: a dual, `XVI`, half a million. */
  readonly form: 'digits' | 'words' | 'hint';
  /** The digits that are written, with the marks and words between them left out. */
  readonly digits: string;
  /** The same with the marks between them. */
  readonly figure: string;
  readonly isPercent: boolean;
  /** The power of ten of its multiplier. */
  readonly power: number;
  /** Of a date: its day and month, apart. */
  readonly date?: { readonly day: string; readonly month: number };
}

/** A quantity in a text as it is written. */
export interface Quantity extends Omit<Draft, 'start' | 'end' | 'power'> {
  readonly span: Span;
}

export interface Quantities {
  readonly all: readonly Quantity[];
  /** Months that are named, with or without a day. */
  readonly months: ReadonlyArray<{ readonly month: number; readonly span: Span }>;
  readonly saysPercent: boolean;
}

/** What a text counts, measures and dates. */
export function quantitiesOf(text: string, locale: Locale): Quantities {
  const plain = plainOf(text);
  const { drafts, months } = readAll(plain.text, locale);
  const complete = withRanges(plain.text, withSums(plain.text, withDays(plain.text, drafts, months)));
  return {
    all: complete.map((draft) => asQuantity(plain, draft)),
    months: months.map(({ month, start, end }) => ({ month, span: writtenSpan(plain, start, end) })),
    saysPercent: saysPercent(plain.text),
  };
}

function asQuantity(plain: Plain, { start, end, values, form, digits, figure, isPercent, date }: Draft): Quantity {
  return { span: writtenSpan(plain, start, end), values, form, digits, figure, isPercent, ...(date && { date }) };
}

function readAll(plain: string, locale: Locale): { drafts: Draft[]; months: MonthMention[] } {
  const lexemes = lexemesOf(plain);
  const drafts: Draft[] = [];
  const months: MonthMention[] = [];
  let done = 0;
  for (const [i, lexeme] of lexemes.entries()) {
    if (lexeme.start < done) continue;
    const month = monthAt(plain, lexemes, i);
    const read = month ? [] : quantitiesAt(plain, lexemes, i, locale);
    if (month) months.push(month);
    drafts.push(...read);
    done = month?.end ?? Math.max(lexeme.end, ...read.map(({ end }) => end));
    if (read.length === 0 && month === undefined) done = endOfVague(plain, lexemes, i);
  }
  return { drafts, months };
}

function quantitiesAt(plain: string, lexemes: readonly Lexeme[], at: number, locale: Locale): Draft[] {
  const lexeme = lexemes[at];
  if (lexeme === undefined) return [];
  if (lexeme.word?.role === 'half') return [{ ...draftOf(lexeme, ['1.5']), form: 'words' }];
  if (lexeme.word?.role === 'part') return readPart(plain, lexeme);
  return lexeme.word ? readWords(plain, lexemes, at) : readNumber(plain, lexemes, at, locale);
}

function draftOf({ start, end }: Lexeme, values: readonly string[]): Draft {
  return { start, end, values, form: 'digits', digits: '', figure: '', isPercent: false, power: 0 };
}

function readWords(plain: string, lexemes: readonly Lexeme[], at: number): Draft[] {
  const spelled = spelledAt(plain, lexemes, at);
  const [first, last] = [lexemes[at], lexemes[at + (spelled?.length ?? 0) - 1]];
  if (spelled === undefined || first?.word === undefined || last === undefined) return [];
  const isOne = spelled.length === 1;
  const part = isOne ? partBefore(plain, first) : undefined;
  const isHint =
    part !== undefined || (isOne && hints.has(first.word.role)) || isAfterDay(plain, lexemes[at - 1], first);
  const draft: Draft = {
    ...draftOf(first, part === undefined ? valuesOf(spelled.value, first) : [part]),
    end: last.end,
    form: isHint ? 'hint' : 'words',
    power: spelled.power,
  };
  return [withWhatFollows(plain, lexemes.slice(at + spelled.length, at + spelled.length + 3), draft)];
}

const hints: ReadonlySet<string> = new Set(['dual', 'hint', 'dozen']);

/** What begins with `ألفا` or `مليونا` begins with one (of something) or, before its noun, with two. */
function valuesOf(sum: number, { word, text }: Lexeme): string[] {
  const isDual = word?.locale === 'ar' && word.role === 'scale' && text.endsWith('ا');
  const sums = isDual ? [sum, sum + 10 ** word.value] : [sum];
  return sums.map((one) => String(Math.min(one, Number.MAX_SAFE_INTEGER)));
}

/** `היום החמישי` is the fifth day, and perhaps a Thursday. */
function isAfterDay(plain: string, before: Lexeme | undefined, { start, word }: Lexeme): boolean {
  return before?.word?.role === 'day' && word?.role === 'ordinal' && /^\s$/u.test(plain.slice(before.end, start));
}

/** `half a percent`, `חצי אחוז`; without percent a part of one is vague. */
function readPart(plain: string, lexeme: Lexeme): Draft[] {
  const of = /^(?:\sof)?(?:\s(?:a|one))?/u.exec(plain.slice(lexeme.end, lexeme.end + 8))?.[0] ?? '';
  const draft = {
    ...draftOf(lexeme, [String(lexeme.word?.value)]),
    end: lexeme.end + of.length,
    form: 'hint',
  } as const;
  return [withWhatFollows(plain, [], draft)].filter(({ isPercent }) => isPercent);
}

/** `half a million`, `רבע מיליון`, `half a dozen`: as vague as any fraction, but a number of the other text may say it exactly. */
function partBefore(plain: string, { start, word }: Lexeme): string | undefined {
  if (word?.role !== 'scale' && word?.role !== 'dozen') return undefined;
  const [, said = ''] = partBeforeIt.exec(plain.slice(Math.max(0, start - 16), start)) ?? [];
  const { role, value = 0 } = numberWord(said) ?? {};
  if (role !== 'part') return undefined;
  return word.role === 'dozen' ? String(value * word.value) : timesTen(String(value), word.value);
}

const partBeforeIt = /(?<!\p{L})(\p{L}+)(?:\sof)?(?:\sa)?[\s-]$/u;

function readNumber(plain: string, lexemes: readonly Lexeme[], at: number, locale: Locale): Draft[] {
  const lexeme = lexemes[at];
  if (lexeme === undefined) return [];
  const { text, start } = lexeme;
  const drafts = readDigits(text, locale === 'en').map(({ values, from, to, date }): Draft => ({
    ...draftOf({ ...lexeme, start: start + from, end: start + to }, values),
    digits: text.slice(from, to).replace(/[^0-9]/gu, ''),
    figure: text.slice(from, to),
    ...((fractionCharacters.has(text) || isFeetOrInches(plain, lexeme)) && { form: 'hint' }),
    ...(date && { date }),
  }));
  const [only] = drafts;
  if (drafts.length > 1 || only === undefined) return drafts;
  const dated = { ...only, values: [...only.values, ...yearsOf(plain, lexeme)] };
  return [withWhatFollows(plain, lexemes.slice(at + 1, at + 4), dated)];
}

/** `5'8"`: a height, which other languages give in metres. */
function isFeetOrInches(plain: string, { start, end }: Lexeme): boolean {
  if (plain[end] === "'") return /^'[0-9]{1,2}"/u.test(plain.slice(end, end + 4));
  return plain[end] === '"' && plain[start - 1] === "'" && /[0-9]/u.test(plain[start - 2] ?? '');
}

/** Elided years (`’48`, `48׳`) and decades (`1990s`, `’90s`, `שנות ה־90`) are read with the century and without, `1800s` as the 19th. */
function yearsOf(plain: string, { text, start, end }: Lexeme): string[] {
  const isDecade =
    text.endsWith('0') &&
    (/^'?s(?!\p{L})/u.test(plain.slice(end, end + 3)) ||
      /שנות\sה?-?$/u.test(plain.slice(Math.max(0, start - 7), start)));
  const isElided = isDecade || plain[start - 1] === "'" || plain[end] === "'";
  if (/^[0-9]{2}$/u.test(text) && isElided) return yearValues(text).slice(1);
  if (!isDecade || !/^[0-9]{4}$/u.test(text)) return [];
  return [text.endsWith('00') ? String(Number(text.slice(0, 2)) + 1) : decimal(text.slice(2))];
}

/** A vague word takes with it the number words that follow it at once: `several hundred thousand`, עשרות אלפי. */
function endOfVague(plain: string, lexemes: readonly Lexeme[], at: number): number {
  let i = at;
  while (isTaken(plain, lexemes[i], lexemes[i + 1])) i += 1;
  return lexemes[i]?.end ?? 0;
}

const scaleRoles: ReadonlySet<string> = new Set(['scale', 'scales', 'hundred', 'hundreds', 'vague']);
/** After a day, a number names it; after the units of a fraction, an ordinal is its other half: `one-third`. */
const takenAfter: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['day', new Set(['ordinal', 'unit'])],
  ['unit', new Set(['ordinal'])],
  ['part', new Set()],
]);

function isTaken(plain: string, lexeme: Lexeme | undefined, next: Lexeme | undefined): boolean {
  if (lexeme?.word === undefined || next?.word === undefined) return false;
  const gap = plain.slice(lexeme.end, next.start);
  if (lexeme.word.role === 'day' && !next.word.isBare) return false;
  return (takenAfter.get(lexeme.word.role) ?? scaleRoles).has(next.word.role) && /^[\s-](?:of\s|من\s)?$/u.test(gap);
}
