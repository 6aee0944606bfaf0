/** Months that a text names, whatever system of names it keeps to: a name, a name of two words, or two names for one month. */
import type { Locale } from '../../locale.ts';
import type { Lexeme } from './lexemes.ts';

/** A month in a plain text. */
export interface MonthMention {
  readonly locale: Locale;
  readonly month: number;
  readonly start: number;
  readonly end: number;
}

/** The month that is named at a place of the list, with its other name: `تشرين الأول/أكتوبر`, `أكتوبر (تشرين الأول)`. */
export function monthAt(plain: string, lexemes: readonly Lexeme[], at: number): MonthMention | undefined {
  const named = namedAt(plain, lexemes, at);
  if (named === undefined) return undefined;
  const next = lexemes[at + named.length];
  const isDouble = next !== undefined && /^\s?[/(-]\s?$/u.test(plain.slice(named.end, next.start));
  const other = isDouble ? namedAt(plain, lexemes, at + named.length) : undefined;
  return other?.month === named.month ? { ...named, end: other.end } : named;
}

interface Named extends MonthMention {
  /** How many words of the list it takes. */
  readonly length: number;
}

function namedAt(plain: string, lexemes: readonly Lexeme[], at: number): Named | undefined {
  const [lexeme, second] = [lexemes[at], lexemes[at + 1]];
  if (lexeme?.word?.role !== 'month') return undefined;
  const { start, end } = lexeme;
  const { value, seconds, locale } = lexeme.word;
  if (seconds === undefined) return { locale, month: value, start, end, length: 1 };
  const isNext = second !== undefined && /^\s$/u.test(plain.slice(end, second.start));
  const month = isNext ? seconds.get(second.text) : undefined;
  return month === undefined || second === undefined ? undefined : { locale, month, start, end: second.end, length: 2 };
}
