/**
 * Quotation marks that are not the edition's: English “…” left in Hebrew, "…" in an Arabic text that writes «…». Marks
 * are judged as pairs and by how deep they stand, because “…” is right inside «…». Beside what a policy writes, it takes
 * what readers of the language know as its own (Hebrew ”…” and „…”, Arabic ”…“).
 */
import type { Locale } from '../locale.ts';
import type { Policy } from '../policy.ts';
import type { Quotation } from '../language/quotation-marks.ts';
import type { Fix, SegmentCheck } from './check.ts';
import { marksOf } from './marks-of.ts';

interface Style {
  /** Pairs that may stand in no other quotation; what is written first. */
  readonly outer: readonly [string, ...string[]];
  readonly inner: readonly [string, ...string[]];
}

const hebrewInner = ['""', '””', '„”'] as const;

const styles: Readonly<Record<Exclude<Locale, 'en'>, Readonly<Record<Policy['quotes'], Style>>>> = {
  he: {
    straight: { outer: ['""', '””', '„”'], inner: ["''", ...hebrewInner] },
    curly: { outer: ['””', '„”'], inner: ['’’', ...hebrewInner] },
    guillemets: { outer: ['«»'], inner: hebrewInner },
  },
  ar: {
    guillemets: { outer: ['«»', '”“'], inner: ['“”', '""', '”“', '«»'] },
    curly: { outer: ['”“', '“”'], inner: ['’‘', '“”', '""', '”“'] },
    straight: { outer: ['""'], inner: ["''", '""', '“”'] },
  },
};

export const quoteWrongLang: SegmentCheck = {
  id: 'quote.wrong-lang',
  severity: 'style',
  to: ['he', 'ar'],
  scope: 'segment',
  find: ({ target, policy }) => {
    if (target.locale === 'en') return [];
    const style = styles[target.locale][policy.quotes];
    return marksOf(target).quotations.flatMap(({ opening, closing, depth }) => {
      const pair = opening.text + closing.text;
      const wanted: readonly [string, ...string[]] = depth === 0 ? style.outer : style.inner;
      if (wanted.includes(pair)) return [];
      const spans = [opening, closing].map(({ start, end }) => [start, end] as const);
      const fix = asWanted({ opening, closing, depth }, wanted[0], target.text);
      return [{ spans, params: { found: pair, proposed: wanted[0] }, ...(fix && { fix }) }];
    });
  },
};

/** The pair in its place; not where a letter stands against a mark outside, which another shape might make part of a word. */
function asWanted({ opening, closing }: Quotation, [first = '', last = '']: string, text: string): Fix | undefined {
  if (/\p{L}/u.test(text.charAt(closing.end)) || opening.end === closing.start) return undefined;
  return [
    { span: [opening.start, opening.end], text: first },
    { span: [closing.start, closing.end], text: last },
  ];
}
