/**
 * Sentences of a text, for limits of machines, counts of checks and matches of memory. ICU proposes where to cut; this
 * joins what it should not have cut (after an abbreviation, before a lower-case letter, inside brackets) and cuts English
 * after an ellipsis. Hebrew and Arabic have no case to go by, so there the tables of abbreviations do most of the work.
 * Specification hebrew-arabic §3.3; a rule looks only at the end of what stands and the beginning of what follows, so the
 * work grows with the text and no faster.
 *
 * Not managed: initials that are words too (`World War I. The …` stays one sentence), an abbreviation at a sentence's end.
 */
import { commonBeginnings, isAbbreviation, isSpelledInitial } from './abbreviations.ts';
import type { Span } from './fold.ts';
import type { Locale } from '../locale.ts';

/** The sentences of a text, trimmed, each on one line, in order; none of a blank one. */
export function sentencesOf(text: string, locale: Locale): string[] {
  return sentenceSpans(text, locale).map(([start, end]) => onOneLine(text.slice(start, end).replaceAll('\r\n', '\n')));
}

/** Where the sentences stand, without the white space around them. A blank line ends one, a single line break does not. */
export function sentenceSpans(text: string, locale: Locale): Span[] {
  const spans: Span[] = [];
  for (const { 0: paragraph, index } of text.matchAll(paragraphs)) {
    const flat = onOneLine(paragraph);
    for (const [start, end] of joined(flat, cuts(flat, locale), locale)) spans.push([index + start, index + end]);
  }
  return spans;
}

/** What stands between blank lines. */
const paragraphs = /(?:(?!\r?\n[^\S\n]*\n|\u2029)[^])+/gu;

/** As long as the text: what stands in one stands there in the other. */
function onOneLine(text: string): string {
  return text.replace(/[\r\n\u000B\f\u0085\u2028\u2029]/gu, ' ');
}

const segmenters = {
  en: new Intl.Segmenter('en', { granularity: 'sentence' }),
  he: new Intl.Segmenter('he', { granularity: 'sentence' }),
  ar: new Intl.Segmenter('ar', { granularity: 'sentence' }),
} as const satisfies Record<Locale, Intl.Segmenter>;

/** `is death… There are`: ICU never cuts after the character `…`. */
const afterEllipsis = /…\.?["”’»]{0,2}\s+(?=["“‘([]{0,3}\p{Lu})/gu;

/** Where a sentence might begin, in order. */
function cuts(text: string, locale: Locale): number[] {
  // To ICU a gershayim is a letter, and to people who have no other mark it closes quotations: `נגמר?״ שאל`.
  const starts = Array.from(segmenters[locale].segment(text.replaceAll('״', '"')), ({ index }) => index);
  if (locale !== 'en' || !text.includes('…')) return starts;
  const ellipses = Array.from(text.matchAll(afterEllipsis), ({ 0: found, index }) => index + found.length);
  return [...new Set([...starts, ...ellipses])].toSorted((a, b) => a - b);
}

function joined(text: string, starts: readonly number[], locale: Locale): Span[] {
  const spans: Span[] = [];
  let start = 0;
  let brackets = 0;
  let isReadable = false;
  for (const [i, from] of starts.entries()) {
    const to = starts[i + 1] ?? text.length;
    const piece = text.slice(from, to);
    brackets = Math.max(0, brackets + balance(piece));
    isReadable ||= /[\p{L}\p{N}]/u.test(piece);
    const end = from + piece.trimEnd().length;
    const next = text.slice(to, Math.min(starts[i + 2] ?? text.length, to + seen));
    const before = text.slice(Math.max(start, end - seen), end);
    const goesOn =
      !isReadable || (brackets > 0 && next.length <= mostInBrackets) || belongsTogether(before, next, locale);
    if (to < text.length && goesOn) continue;
    if (end > start) spans.push(trimmed(text, start, end));
    [start, brackets, isReadable] = [to, 0, false];
  }
  return spans.filter(([from, to]) => to > from);
}

/** How far the rules see. */
const seen = 48;

/** A longer sentence is not waited for: the bracket was forgotten. */
const mostInBrackets = 40;

function balance(piece: string): number {
  return (piece.match(/[([]/gu)?.length ?? 0) - (piece.match(/[)\]]/gu)?.length ?? 0);
}

function trimmed(text: string, start: number, end: number): Span {
  return [end - text.slice(start, end).trimStart().length, end];
}

/** What follows goes on with a sentence: it is in lower case, or begins with what no sentence begins with. */
const continuation = /^(?:[,;:)\]،؛]|[^\p{L}\p{N}]*$|\p{Ll})/u;
/** A mark of wonder in brackets says something about the words before it. */
const aside = /[([][!?؟…]{1,3}[)\]]$/u;
/** The number of a heading or of a row in a list. */
const listNumber = /^\s*[([]?\p{Nd}{1,3}[.)]$/u;
/** The word before a full stop, with the full stops inside it. */
const lastWord = /(?:^|[\s(["“”«„'‘/–—\u2066-\u2069\u200E\u200F-])((?:[\p{L}\p{M}\p{N}ـ'׳"״]{1,12}\.){1,8})$/u;
/** Latin letters each with its full stop. */
const dotted = /^(?:\p{Lu}\.){2,}$/u;
/** In Hebrew and Arabic, whoever said what stands in quotation marks before. */
const saying = {
  he: /^(?:ו?ש?(?:אמר|שאל|ענ|השיב|קרא|הוסי[ףפ]|צעק|תהה|ציי[ןנ]|הסביר)(?:ה|ו|תה|תי|נו)?)(?![\p{L}\p{M}'״׳"])/u,
  ar: /^(?:و?(?:قال|سأل|أجاب|أضاف|صرخ|صاح|تساءل|هتف|رد|ردّ|أوضح|تابع)(?:ت|وا|نا)?)(?![\p{L}\p{M}])/u,
  en: /^(?!)/u,
} as const satisfies Record<Locale, RegExp>;

/** In Hebrew and Arabic three full stops are an ellipsis like `…`, and nobody can tell whether it ends something. */
const ellipsis = /(?<!\.)\.{3}$/u;

function belongsTogether(before: string, next: string, locale: Locale): boolean {
  if (locale !== 'en' && ellipsis.test(before)) return true;
  if (continuation.test(next) || aside.test(before) || listNumber.test(before)) return true;
  if (/["”»“'״]$/u.test(before)) return saying[locale].test(next);
  const word = lastWord.exec(before)?.[1];
  if (word === undefined) return false;
  if (isSpelledInitial(before, next, locale)) return true;
  if (dotted.test(word) && locale === 'en') return isPhrase(next);
  return isAbbreviation(word.slice(0, -1), next, locale);
}

/** Whether the words after `U.S.` belong to it: a capital letter that is no common beginning of a sentence. */
function isPhrase(next: string): boolean {
  const word = /^\p{Lu}[\p{L}’']*/u.exec(next)?.[0];
  return word !== undefined && !commonBeginnings.has(word);
}
