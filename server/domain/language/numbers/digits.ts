/**
 * What a number in digits may mean. A comma and a point do not mean the same everywhere, and `20.10` is a decimal, a day
 * of October or ten past eight; so a token has several readings, and two numbers are equal when they share one. A value
 * that is no plain number carries a sign of its kind: `d7/10` the seventh of October, `t17:30` a time, `f2/3` a fraction.
 */
import { decimal } from './decimal.ts';
import { fixedSpace } from './plain.ts';

/** A token, and what numbers it holds; a full date holds its day and, apart from it, its year. */
export interface Reading {
  readonly values: readonly string[];
  /** Part of the token, from its beginning. */
  readonly from: number;
  readonly to: number;
  /** Of a date: its day and month, apart. */
  readonly date?: { readonly day: string; readonly month: number };
}

/** The tokens, as a pattern for a plain text; a date first, for it looks like a decimal to the rest. */
export const digitTokens = [
  String.raw`[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?![0-9])`,
  String.raw`[0-9]{1,2}(?<mark>[.\/\-])[0-9]{1,2}\k<mark>(?:[0-9]{4}|[0-9]{2})(?![0-9]|[.,][0-9])`,
  String.raw`[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])`,
  String.raw`[0-9]{1,2}\/[0-9]{1,2}(?![0-9\/])`,
  String.raw`[0-9]{1,3}(?:[${fixedSpace}'][0-9]{3})+(?:[.,][0-9]+)?(?![0-9])`,
  String.raw`[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9.,\/:])`,
  String.raw`(?<![\p{L}0-9])\.[0-9]+(?![0-9.,])`,
  String.raw`[0-9]+(?:[.,][0-9]+)*`,
  '[¼½¾]',
].join('|');

/** A part of one in one character: as vague as `half`, and said exactly. */
export const fractionCharacters: ReadonlyMap<string, readonly string[]> = new Map([
  ['¼', ['0.25', 'f1/4']],
  ['½', ['0.5', 'f1/2']],
  ['¾', ['0.75', 'f3/4']],
]);

/** All readings of a token. `monthFirst`: a language that may write `10/7` for the seventh of October. */
export function readDigits(token: string, monthFirst: boolean): Reading[] {
  const full = fullDate(token, monthFirst);
  if (full) return full;
  const fraction = fractionCharacters.get(token);
  if (fraction) return [whole(token, fraction)];
  if (token.includes(':')) return [whole(token, timeValues(token))];
  if (token.includes('/')) return [whole(token, slashValues(token, monthFirst))];
  return [whole(token, [...new Set(numberValues(token.replaceAll(new RegExp(`[ ${fixedSpace}']`, 'gu'), '')))])];
}

function whole(token: string, values: readonly string[]): Reading {
  return { values, from: 0, to: token.length };
}

const dates = [
  { form: /^(?<d>[0-9]{1,2})(?<mark>[./-])(?<m>[0-9]{1,2})\k<mark>(?<y>[0-9]{4}|[0-9]{2})$/u, monthFirst: false },
  { form: /^(?<m>[0-9]{1,2})(?<mark>\/)(?<d>[0-9]{1,2})\k<mark>(?<y>[0-9]{4}|[0-9]{2})$/u, monthFirst: true },
  { form: /^(?<y>[0-9]{4})-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})$/u, monthFirst: false },
];

function fullDate(token: string, monthFirst: boolean): Reading[] | undefined {
  const found = dates
    .filter((date) => monthFirst || !date.monthFirst)
    .map(({ form }) => ({ d: '', m: '', y: '', ...form.exec(token)?.groups }))
    .filter(({ d, m }) => isDay(d, m));
  const [first] = found;
  if (first === undefined) return undefined;
  const { y, d, m } = first;
  const values = found.map(({ d, m }) => dayValue(Number(d), Number(m)));
  const isYearFirst = token.startsWith(y) && y.length === 4;
  const [year, day] = isYearFirst
    ? [
        [0, 4],
        [5, token.length],
      ]
    : [
        [token.length - y.length, token.length],
        [0, token.length - y.length - 1],
      ];
  return [
    { values, from: day[0] ?? 0, to: day[1] ?? 0, date: { day: decimal(d), month: Number(m) } },
    { values: yearValues(y), from: year[0] ?? 0, to: year[1] ?? 0 },
  ];
}

/** `’23` may be said of 1923 and of 2023. */
export function yearValues(year: string): string[] {
  return year.length === 4 ? [year] : [decimal(year), `19${year}`, `20${year}`];
}

export function dayValue(day: number, month: number): string {
  return `d${day}/${month}`;
}

function isDay(day = '', month = ''): boolean {
  return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
}

/** On a clock of twelve hours as well as on one of twenty-four; a full hour may be written without its minutes. */
function timeValues(token: string): string[] {
  const [hours = '', minutes = '', seconds] = token.split(':');
  const rest = seconds === undefined ? minutes : `${minutes}:${seconds}`;
  const hour = Number(hours);
  return [
    timeValue(hour, rest),
    timeValue((hour + 12) % 24, rest),
    ...(rest === '00' ? [String(hour), String((hour + 12) % 24)] : []),
  ];
}

export function timeValue(hour: number, rest = '00'): string {
  return `t${hour}:${rest}`;
}

function slashValues(token: string, monthFirst: boolean): string[] {
  const [a = '', b = ''] = token.split('/');
  return [
    `f${decimal(a)}/${decimal(b)}`,
    ...(isDay(a, b) ? [dayValue(Number(a), Number(b))] : []),
    ...(monthFirst && isDay(b, a) ? [dayValue(Number(b), Number(a))] : []),
  ];
}

/** Thousands or decimals, by how many separators there are, which, and how many digits follow. */
function numberValues(token: string): string[] {
  const parts = token.split(/[.,]/u);
  const marks = new Set(token.match(/[.,]/gu));
  const [first = '', second = ''] = parts;
  const isGrouped = /^[1-9][0-9]{0,2}$/u.test(first) && parts.slice(1).every((part) => part.length === 3);
  if (parts.length === 1) return [decimal(first)];
  if (marks.size === 2) return twoMarks(token);
  if (parts.length > 2) return isGrouped ? [parts.join('')] : [token];
  if (isGrouped) return marks.has(',') ? [first + second] : [first + second, decimal(first, second)];
  return marks.has(',') ? [decimal(first, second)] : [decimal(first, second), ...pointValues(first, second)];
}

/** `1,234.5` and `1.234,5`: the last mark is the decimal one, the others group. */
function twoMarks(token: string): string[] {
  const last = Math.max(token.lastIndexOf('.'), token.lastIndexOf(','));
  const groups = token.slice(0, last).split(/[.,]/u);
  return groups.slice(1).every((group) => group.length === 3)
    ? [decimal(groups.join(''), token.slice(last + 1))]
    : [token];
}

/** `20.10` as a day and as a time. A time with a point is one of twenty-four hours, or `8.10` would be `20.10`. */
function pointValues(first: string, second: string): string[] {
  if (first.length > 2 || second.length > 2) return [];
  return [
    ...(isDay(first, second) ? [dayValue(Number(first), Number(second))] : []),
    ...(Number(first) < 24 && /^[0-5][0-9]$/u.test(second) ? [timeValue(Number(first), second)] : []),
  ];
}
