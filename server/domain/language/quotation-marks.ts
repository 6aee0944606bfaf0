/**
 * The double quotation marks of a text and which of them belong together, in any of our languages and in any of their
 * shapes: `"כן"`, `”כן”`, `«قال “نعم” وخرج»`, `as ”damage“ and`. A mark is judged by its neighbours, never by its shape
 * alone (writers take whatever the keyboard offers), except « and », which have only one reading.
 *
 *   opens    after the start, a space, an opening bracket, a dash, a maqaf, a tatweel or a clitic: `ה"ליכוד"`, `و"نعم"`
 *   closes   before the end, a space or punctuation
 *   else     closes what is open, or opens
 *
 * The same signs also stand inside Hebrew acronyms (צה"ל), where they quote nothing: `gershayim` below. It takes one
 * that has one letter after it, or one and an ending, for part of an acronym, unless only a clitic stands before it and
 * a closing mark comes later. What still has two readings (`ב"ה`) is taken for an acronym of which we are not sure.
 *
 * Single marks are left out: apostrophes, elisions (’48), names (‘Likud’) and geresh outnumber the quotations in them.
 */
import { hebrewPrefixes, isArabicCluster } from './clitics.ts';

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly role: 'opening' | 'closing';
}

/** A mark inside a Hebrew word. */
export interface Gershayim {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly role: 'gershayim';
  /** The letters on both sides, as they are written. */
  readonly before: string;
  readonly after: string;
  /** `misplaced`: not before the last letter. `unclear`: a clitic before a quotation would look the same. */
  readonly reading: 'acronym' | 'misplaced' | 'unclear';
}

export interface Quotation {
  readonly opening: Mark;
  readonly closing: Mark;
  /** 0 for one that stands in no other. */
  readonly depth: number;
}

export interface QuotationMarks {
  readonly quotations: readonly Quotation[];
  /** Marks without their partner, in the order of the text. */
  readonly strays: readonly Mark[];
  /** The marks of Hebrew acronyms. */
  readonly gershayim: readonly Gershayim[];
}

/** What the marks of a text are. Masks (U+FFFC) and invisible characters are looked through. */
export function quotationMarks(text: string): QuotationMarks {
  const quotations: Quotation[] = [];
  const strays: Mark[] = [];
  const gershayim: Gershayim[] = [];
  const open: Mark[] = [];
  const found = Array.from(text.matchAll(markLike), ({ 0: mark, index }) => placed(text, index, mark));
  for (const [i, place] of found.entries()) {
    const mark = judged(place, found[i + 1], open.length > 0);
    if (mark?.role === 'gershayim') gershayim.push(mark);
    else if (mark?.role === 'opening') open.push(mark);
    else if (mark) close(mark, open, quotations, strays);
  }
  return { quotations, strays: strays.concat(open).toSorted((a, b) => a.start - b.start), gershayim };
}

const markLike = /[‘’]’|‘‘|''|׳׳|[“”„‟"״″«»]/gu;
const hebrew = /^[\p{sc=Hebrew}&&\p{L}]/v;
const opensAfter = /^[\s([{—–\-־\u2010\u2011/ـ'‘]/u;
const closesBefore = /^[\s.,;:!?…،؛؟)\]}—–\-־/'’%]/u;
const looksLikeMark = /^[“”„‟"״«»]/u;
/** What follows the mark in an acronym: its last letter, perhaps with an ending (מנכ"לית, דו"חותיו, חב"דניקים). */
const acronymEnd =
  /^[א-ת](?:ים|ית|יות|י|יי|יו|יה|יהם|יהן|ייך|נו|ה|ות|ותי|ותיו|ותיה|ותיהם|ותיהן|ותינו|יים|ייה|יסט|יסטים|יסטית|ניק|ניקים|ניקית|ניקיות)?$/u;
/** Acronyms whose first letters could be clitics, and are not. */
const knownAcronym =
  /^(?:ו?שב"כ|ש"ח|ש"ס|ב"כ|מ"מ|מ"ר|מ"ק|כ"ס|כ"ץ|מ"פ|מ"כ|ל"ג|של"ה|של"ג|מכ"ם|מב"ל|מש"ל|מש"ק|שב"ס|שב"ח|ו?[בהלמ]?כ"[א-ט]$)/u;

interface Place {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The nearest characters on both sides that count; '' at the edges. */
  readonly before: string;
  readonly after: string;
  /** The letters that touch it. */
  readonly lettersBefore: string;
  readonly lettersAfter: string;
  /** What comes after those. */
  readonly beyond: string;
}

function placed(text: string, start: number, mark: string): Place {
  const end = start + mark.length;
  const [lettersBefore, lettersAfter] = [lettersUpTo(text, start), lettersFrom(text, end)];
  return {
    start,
    end,
    text: mark,
    before: visibleBefore(text, start),
    after: visibleFrom(text, end),
    lettersBefore,
    lettersAfter,
    beyond: visibleFrom(text, end + lettersAfter.length),
  };
}

function judged(place: Place, next: Place | undefined, isInside: boolean): Mark | Gershayim | undefined {
  const { start, end, text, before, after } = place;
  if (text === '«' || text === '»') return { start, end, text, role: text === '«' ? 'opening' : 'closing' };
  if (hebrew.test(place.lettersBefore) && hebrew.test(place.lettersAfter)) return inWord(place, next, isInside);
  if (text === '″' || isInches(place, isInside)) return undefined;
  const mayOpen = opensAfter.test(before) || before === '' || isAfterClitic(place) || looksLikeMark.test(before);
  const mayClose = closesBefore.test(after) || after === '' || (!mayOpen && looksLikeMark.test(after));
  const opens = mayOpen === mayClose ? !isInside : mayOpen;
  return { start, end, text, role: opens ? 'opening' : 'closing' };
}

/** A mark between two Hebrew letters. */
function inWord(place: Place, next: Place | undefined, isInside: boolean): Mark | Gershayim {
  const { start, end, text, lettersBefore, lettersAfter } = place;
  const [before, after] = [lettersBefore.replace(points, ''), lettersAfter.replace(points, '')];
  const isClosedAtOnce = looksLikeMark.test(place.beyond);
  const isAcronym = acronymEnd.test(after);
  const isClitic = hebrewPrefixes.has(before) && !knownAcronym.test(`${before}"${after}`);
  const isQuoted = !isAcronym
    ? isClitic || isClosedAtOnce
    : isClitic && (after.length === 1 ? isClosedAtOnce : !isInside && closes(next));
  if (isQuoted) return { start, end, text, role: 'opening' };
  const reading = isClitic ? 'unclear' : isAcronym ? 'acronym' : 'misplaced';
  return { start, end, text, role: 'gershayim', before: lettersBefore, after: lettersAfter, reading };
}

function closes(next: Place | undefined): boolean {
  return next !== undefined && !/^\s|^$/u.test(next.before) && (next.after === '' || closesBefore.test(next.after));
}

function isInches({ text, before, after }: Place, isInside: boolean): boolean {
  return text === '"' && !isInside && /^\p{N}/u.test(before) && (after === '' || closesBefore.test(after));
}

/** A word that is written together with the next stands before the mark, and a letter after it. */
function isAfterClitic({ lettersBefore, after }: Place): boolean {
  if (lettersBefore === '' || !/^[\p{L}\p{N}]/u.test(after)) return false;
  const letters = lettersBefore.replace(points, '');
  return hebrewPrefixes.has(letters) || isArabicCluster(letters);
}

/** Deeper than anybody quotes within a quotation. */
const deepest = 8;

/** Ends the nearest quotation that the mark can end; those inside it that are still open have no partner. */
function close(mark: Mark, open: Mark[], quotations: Quotation[], strays: Mark[]): void {
  const near = Math.max(0, open.length - deepest);
  const at = near + open.slice(near).findLastIndex(({ text }) => (text === '«') === (mark.text === '»'));
  const opening = open[at];
  if (opening === undefined || at < near) {
    strays.push(mark);
    return;
  }
  for (const unclosed of open.slice(at + 1)) strays.push(unclosed);
  open.length = at;
  quotations.push({ opening, closing: mark, depth: at });
}

const points = /\p{M}+/gu;
const unseen = /[\uFFFC\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/u;
const letterOrPoint = /[\p{L}\p{M}]/u;
/** More letters than any clitic or ending has: what is longer is neither. */
const mostLetters = 24;

function lettersUpTo(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < mostLetters && letterOrPoint.test(text[start - 1] ?? '')) start -= 1;
  return text.slice(start, end);
}

function lettersFrom(text: string, start: number): string {
  let end = start;
  while (end < text.length && end - start < mostLetters && letterOrPoint.test(text[end] ?? '')) end += 1;
  return text.slice(start, end);
}

function visibleBefore(text: string, end: number): string {
  let at = end - 1;
  while (at >= 0 && unseen.test(text[at] ?? '')) at -= 1;
  return text[at] ?? '';
}

function visibleFrom(text: string, start: number): string {
  let at = start;
  while (at < text.length && unseen.test(text[at] ?? '')) at += 1;
  return text[at] ?? '';
}
