/**
 * From a text to its pieces: what stood between blank lines, hard-wrapped lines joined again, other lines on their own.
 * What a piece is (heading, caption, …) is not decided here: `kinds.ts`.
 *
 * The hard-wrap test looks at line lengths, not at words, so that it serves every script. Two additions to the rule it
 * comes from (at least three lines, seven in ten nearly full, at most 90 columns): a column of lines under 40 columns is
 * verse or an address and is never joined; and where a text is known to be wrapped, its two-line blocks are joined too.
 */
import { isCaption, isTableRow } from './patterns.ts';
import { listMarkerOf } from './list-marker.ts';

export interface Piece {
  /** Outer white space and quotation marks (`>`) taken off. */
  readonly text: string;
  /** Its first line as it stood. */
  readonly raw: string;
  /** The smallest indent of its lines, in columns; a tab counts four. */
  readonly indent: number;
  /** How many `>` it stood behind. */
  readonly quoted: number;
  readonly lines: number;
  /** Which block of lines it came from, from 0. */
  readonly block: number;
  /** Nothing stood directly above or below it. */
  readonly apart: boolean;
  /** Set by an underline of `===` (1) or `---` (2). */
  readonly level?: number;
}

interface Line {
  readonly text: string;
  readonly raw: string;
  readonly indent: number;
  readonly quoted: number;
}

const widestWrap = 90;
const narrowestWrap = 40;
const nearlyFull = 0.75;
const endsSentence = /[.?!:…؟"”»)]$/u;

/**
 * Every kind of line end as `\n`, soft hyphens out (with the line end that one explains). Nothing else changes: what is
 * written stays written.
 */
export function normaliseLines(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028]/gu, '\n')
    .replaceAll('\u2029', '\n\n')
    .replace(/\u00AD\n(?=\S)/gu, '')
    .replaceAll('\u00AD', '');
}

/** The pieces of a plain text, in order; none is blank. */
export function piecesOf(text: string): Piece[] {
  const blocks = blocksOf(normaliseLines(text));
  const lineCount = blocks.reduce((sum, block) => sum + block.length, 0);
  const everyLineApart = (blocks.length - 1) * 8 < lineCount;
  const width = wrapWidth(blocks);
  return blocks.flatMap((lines, block) => {
    const level = underlineLevel(lines);
    if (level !== undefined) return [{ ...pieceOf(lines.slice(0, 1), block, true), level }];
    const groups = groupsOf(lines, width);
    const apart = everyLineApart || groups.length === 1;
    return groups.map((group) => pieceOf(group, block, apart));
  });
}

/** Whether a reader sees anything in it: a line of zero-width marks is a blank line. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Default_Ignorable_Code_Point}]/u.test(text);
}

function blocksOf(text: string): Line[][] {
  const blocks: Line[][] = [];
  let current: Line[] = [];
  for (const raw of text.split('\n')) {
    const line = lineOf(raw);
    if (!isBlank(line.text)) current.push(line);
    else if (current.length > 0) {
      blocks.push(current);
      current = [];
    }
  }
  if (current.length > 0) blocks.push(current);
  return blocks;
}

function lineOf(raw: string): Line {
  const trimmed = raw.trim();
  const marks = trimmed.startsWith('>') ? (/^(?:>\s*)+/u.exec(trimmed)?.[0] ?? '') : '';
  const margin = /^[ \t]*/u.exec(raw)?.[0] ?? '';
  return {
    text: trimmed.slice(marks.length),
    raw,
    indent: margin.length + 3 * (margin.split('\t').length - 1),
    quoted: marks.split('>').length - 1,
  };
}

/** A line with `===` or `---` under it, and nothing else in the block: a heading of that level. */
function underlineLevel(lines: readonly Line[]): number | undefined {
  const [first, under] = lines;
  if (lines.length !== 2 || first === undefined || under === undefined) return undefined;
  if (!/^(?:={3,}|-{3,})$/u.test(under.text) || !/[\p{L}\p{N}]/u.test(first.text)) return undefined;
  return under.text.startsWith('=') ? 1 : 2;
}

/** The column at which the text's clearly wrapped blocks are wrapped; 0 where it has none. */
function wrapWidth(blocks: readonly (readonly Line[])[]): number {
  return blocks.reduce((width, lines) => (isWrapped(lines) ? Math.max(width, widest(lines)) : width), 0);
}

/** A block's lines, those of one paragraph together. */
function groupsOf(lines: readonly Line[], width: number): Line[][] {
  return unitsOf(lines).flatMap((unit) => {
    if (isWrapped(unit)) return splitAtParagraphEnds(unit);
    return isWrappedPair(unit, width) ? [unit] : joinBrokenWords(unit);
  });
}

/**
 * In a block that begins as a list each item is a unit; a caption and a row of a table are one; a change of quotation
 * depth begins one.
 */
function unitsOf(lines: readonly Line[]): Line[][] {
  const isList = lines[0] !== undefined && listMarkerOf(lines[0].text) !== undefined;
  const units: Line[][] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const begins =
      before === undefined ||
      before.quoted !== line.quoted ||
      standsAlone(line) ||
      standsAlone(before) ||
      (isList && listMarkerOf(line.text) !== undefined);
    if (begins) units.push([line]);
    else units.at(-1)?.push(line);
    before = line;
  }
  return units;
}

function standsAlone({ text, raw }: Line): boolean {
  return isCaption(text) || isTableRow(raw);
}

function isWrapped(lines: readonly Line[]): boolean {
  if (lines.length < 3 || lines.some((line) => columnsOf(line) > widestWrap)) return false;
  const max = widest(lines);
  if (max < narrowestWrap) return false;
  const body = lines.slice(0, -1);
  const full = body.filter((line) => columnsOf(line) >= nearlyFull * max).length;
  const open = body.filter(({ text }) => !endsSentence.test(text.slice(-1))).length;
  return full >= 0.7 * body.length && open >= 0.6 * body.length;
}

function isWrappedPair(lines: readonly Line[], width: number): boolean {
  const [first, second] = lines;
  if (lines.length !== 2 || first === undefined || second === undefined || width === 0) return false;
  return columnsOf(first) >= nearlyFull * width && columnsOf(first) <= width && columnsOf(second) <= width;
}

/** In wrapped lines without blank ones, a sentence that ends in the first three quarters ends its paragraph. */
function splitAtParagraphEnds(lines: readonly Line[]): Line[][] {
  const max = widest(lines);
  return split(lines, (line) => columnsOf(line) < nearlyFull * max && endsSentence.test(line.text.slice(-1)));
}

/** Lines that stand for themselves, but for a word that goes on in the next line. */
function joinBrokenWords(lines: readonly Line[]): Line[][] {
  return split(lines, (line, next) => seam(line.text, next.text) === 'space');
}

function split(lines: readonly Line[], endsAfter: (line: Line, next: Line) => boolean): Line[][] {
  const groups: Line[][] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before === undefined || endsAfter(before, line)) groups.push([line]);
    else groups.at(-1)?.push(line);
  });
  return groups;
}

/** What stands between two lines of one paragraph: nothing after a maqaf, nothing (and no hyphen) within a word. */
function seam(before: string, after: string): 'space' | 'maqaf' | 'word' {
  if (before.endsWith('־')) return 'maqaf';
  const broken = /\p{L}-$/u.test(before.slice(-3)) && /^(?=\p{Script=Latin})\p{Ll}/u.test(after);
  return broken ? 'word' : 'space';
}

function pieceOf(lines: readonly Line[], block: number, apart: boolean): Piece {
  const text = lines.map((line, index) => {
    const next = lines[index + 1];
    if (next === undefined) return line.text;
    return { space: `${line.text} `, maqaf: line.text, word: line.text.slice(0, -1) }[seam(line.text, next.text)];
  });
  return {
    text: text.join(''),
    raw: lines[0]?.raw ?? '',
    indent: lines.reduce((least, { indent }) => Math.min(least, indent), Infinity),
    quoted: lines[0]?.quoted ?? 0,
    lines: lines.length,
    block,
    apart,
  };
}

function widest(lines: readonly Line[]): number {
  return lines.reduce((width, line) => Math.max(width, columnsOf(line)), 0);
}

/** How wide a line looks: vowel points and other marks take no room. */
function columnsOf({ text }: Line): number {
  return text.length > 4 * widestWrap ? text.length : text.replace(/\p{M}/gu, '').length;
}
