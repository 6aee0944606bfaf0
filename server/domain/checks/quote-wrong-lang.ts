/**
 * Quotation marks that are not the edition's: English “…” left in Hebrew, "…" in an Arabic text that writes «…». Marks
 * are judged as pairs and by how deep they stand, because “…” is right inside «…». Beside what a policy writes, it takes
 * what readers of the language know as its own (Hebrew ”…” and „…”, Arabic ”…“).
 */
import type { Locale } from '../locale.ts';
import type { Policy } from '../policy.ts';
import type { Quotation } from '../language/quotation-marks.ts';
import type { Fix, Found, SegmentCheck } from './check.ts';
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
    const { quotations } = marksOf(target);
    const doubled = quotations.flatMap(({ opening, closing, depth }) => {
      const pair = opening.text + closing.text;
      const wanted: readonly [string, ...string[]] = depth === 0 ? style.outer : style.inner;
      if (wanted.includes(pair)) return [];
      const spans = [opening, closing].map(({ start, end }) => [start, end] as const);
      const fix = asWanted({ opening, closing, depth }, wanted[0], target.text);
      return [{ spans, params: { found: pair, proposed: wanted[0] }, ...(fix && { fix }) }];
    });
    return [...doubled, ...singleOf(target.text, quotations, style.outer[0])];
  },
};

/** ‘…’ around words of the language; apostrophes and geresh inside leave two readings, so these are let stand. */
const single =
  /(?<=^|[\s([])‘(?=[^‘’\n]{0,40}[\p{sc=Hebrew}\p{sc=Arabic}])[^‘’"“”„«»״\n]{1,120}’(?=$|[\s.,;:!?…،؛؟)\]])/gu;

/** Quotations by single marks that stand in no other. */
function singleOf(text: string, others: readonly Quotation[], [first = '', last = '']: string): Found[] {
  return Array.from(text.matchAll(single), ({ 0: found, index }): [number, number] => [index, index + found.length])
    .filter(([start, end]) => others.every(({ opening, closing }) => end <= opening.start || start >= closing.end))
    .map(([start, end]) => {
      const spans = [[start, start + 1] as const, [end - 1, end] as const];
      const texts = [first, last];
      return {
        spans,
        params: { found: '‘’', proposed: first + last },
        fix: spans.map((span, i) => ({ span, text: texts[i] ?? '' })),
      };
    });
}

/** The pair in its place; not where a letter stands against a mark outside, which another shape might make part of a word. */
function asWanted({ opening, closing }: Quotation, [first = '', last = '']: string, text: string): Fix | undefined {
  if (/\p{L}/u.test(text.charAt(closing.end)) || opening.end === closing.start) return undefined;
  return [
    { span: [opening.start, opening.end], text: first },
    { span: [closing.start, closing.end], text: last },
  ];
}
