/**
 * Folding: what makes two spellings of one word equal, with the way back to the original for highlighting. Three
 * levels, each including the ones before it:
 *
 *   0  typography  composed letters, one space for many, one kind of quotation mark, dash, digit and comma for all
 *                  scripts; no invisible marks                                        צה״ל = צה"ל   «٪٢٨» = "%28"
 *   1  spelling    no niqqud, tashkeel or tatweel; alefs, Persian letters and presentation forms as the plain letter
 *                                                                                     هَـمْزَة = همزة   أمل = امل
 *   2  matching    ya, ta marbuta, hamza carriers and a final hamza, Hebrew final letters, and case
 *                                                                                     على = علي   שלום = שלומ
 *
 * A text is folded in units: a letter with all that is set on it, or a run of spaces. A unit keeps its place, so a
 * span of the folded text is a span of the original that tears no mark off its letter. Rejected: folding the whole
 * string by patterns, which is quicker and has no way back.
 */
import { composed } from './compose.ts';

export type FoldLevel = 0 | 1 | 2;

export interface Folded {
  readonly text: string;
  /** For each place in `text`, where the unit that it comes from starts and ends in the original. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A stretch [start, end) of a text. */
export type Span = readonly [start: number, end: number];

/** A text at a level, with its map; `fold(fold(x).text)` changes nothing more. */
export function fold(text: string, level: FoldLevel): Folded {
  const units = joinedUnits(foldedUnits(text, level), level);
  const starts: number[] = [];
  const ends: number[] = [];
  for (const unit of units) {
    for (let i = 0; i < unit.text.length; i += 1) {
      starts.push(unit.start);
      ends.push(unit.end);
    }
  }
  return { text: units.map((unit) => unit.text).join(''), starts, ends };
}

/** The original's span of a stretch of the folded text; undefined where that would cut a unit (`.` out of `…`). */
export function originalSpan({ starts, ends }: Folded, from: number, to: number): Span | undefined {
  const [start, end] = [starts[from], ends[to - 1]];
  if (start === undefined || end === undefined || starts[from - 1] === start || ends[to] === end) return undefined;
  return [start, end];
}

/** Invisible: bidi marks, joiners, soft hyphens, break opportunities. */
const invisible = String.raw`\u00AD\u034F\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF`;
/** Niqqud, tashkeel, tatweel; and the presentation forms of a mark that stands alone. */
const points = String.raw`[[\p{sc=Hebrew}\p{sc=Arabic}\u064B-\u0655\u0670]&&\p{M}]\u0640\uFC5E-\uFC63\uFE70-\uFE7F`;

const droppedAt: readonly [string, string, string] = [invisible, invisible + points, invisible + points];
/** What is set on a letter; the parts of a Korean syllable are letters to Unicode, and compose as marks do. */
const set = String.raw`\p{M}\u1160-\u11FF`;
const unitsAt = droppedAt.map((dropped) => {
  const tail = `[${set}${dropped}]*`;
  return new RegExp(`[^\\S\\n][[^\\S\\n]${dropped}]*${tail}|.${tail}`, 'svy');
});
const dropAt = droppedAt.map((dropped) => new RegExp(`[${dropped}]+`, 'gv'));
/** What stands behind a letter without belonging to it: the letter's span ends before. A joiner does belong to it. */
const trailing = new RegExp(`[[${invisible}\\u0640]--[\\u200C\\u200D]]`, 'v');

/** The letters and marks that stand for others, by the level from which they do. */
const replaced: ReadonlyArray<ReadonlyMap<string, string>> = [
  table([
    ['“”„‟″״«»', '"'],
    ['‘’‚‛′´`׳‹›', "'"],
    ['־\u2010\u2011‒–—―−', '-'],
    ['،٬', ','],
    ['؛', ';'],
    ['؟', '?'],
    ['٫', '.'],
    ['٪', '%'],
    ['…', '...'],
    ...Array.from('0123456789', (digit, n): [string, string] => [String.fromCodePoint(0x660 + n, 0x6f0 + n), digit]),
  ]),
  table([
    ['أإآٱ', 'ا'],
    ['کڪ', 'ك'],
    ['یے', 'ي'],
    ['ھہە', 'ه'],
    ['װ', 'וו'],
    ['ױ', 'וי'],
    ['ײ', 'יי'],
  ]),
  table([
    ['ىئ', 'ي'],
    ['ؤ', 'و'],
    ['ة', 'ه'],
    ['ך', 'כ'],
    ['ם', 'מ'],
    ['ן', 'נ'],
    ['ף', 'פ'],
    ['ץ', 'צ'],
  ]),
];

function table(rows: ReadonlyArray<readonly [letters: string, plain: string]>): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(([letters, plain]) => Array.from(letters, (letter): [string, string] => [letter, plain])),
  );
}

interface Unit {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function foldedUnits(text: string, level: FoldLevel): Unit[] {
  const units: Unit[] = [];
  const pattern = unitsAt[level] ?? /./svy;
  for (let start = 0; start < text.length;) {
    const unit = isAlone(text, start) ? text.charAt(start) : unitAt(text, start, pattern);
    const folded = foldedUnit(unit, level);
    if (folded !== '') units.push({ text: folded, start, end: start + spanOfUnit(unit) });
    start += unit.length;
  }
  return units;
}

function unitAt(text: string, start: number, pattern: RegExp): string {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0] ?? text.charAt(start);
}

/** Whether a character is a unit by itself, which nearly all are: asking the pattern for each takes twice the time. */
function isAlone(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return isPlain(text.charCodeAt(at)) && (Number.isNaN(next) || next === 0x20 || isPlain(next));
}

/** Letters, digits and marks of the scripts at hand, none of which is set on another or dropped. */
function isPlain(code: number): boolean {
  return (
    (code > 0x20 && code < 0x7f) ||
    (code >= 0x5d0 && code <= 0x5ea) ||
    (code >= 0x620 && code <= 0x64a && code !== 0x640) ||
    (code >= 0x2013 && code <= 0x2026)
  );
}

/** Without what trails. From the end: a pattern with `$` would begin anew at each of the marks that somebody piled up. */
function spanOfUnit(unit: string): number {
  let end = unit.length;
  while (end > 1 && trailing.test(unit[end - 1] ?? '')) end -= 1;
  return end;
}

/** Most units come again and again, and composing them is slow. Past the bound (a text of oddities) none is kept. */
const known: ReadonlyArray<Map<string, string>> = [new Map(), new Map(), new Map()];
const mostKnown = 4096;

function foldedUnit(unit: string, level: FoldLevel): string {
  const folded = known[level]?.get(unit);
  if (folded !== undefined) return folded;
  const fresh = foldUnit(unit, level);
  if (unit.length <= 8 && (known[level]?.size ?? mostKnown) < mostKnown) known[level]?.set(unit, fresh);
  return fresh;
}

function foldUnit(unit: string, level: FoldLevel): string {
  let folded = composed(unit);
  if (level > 0) folded = folded.replace(presentationForms, (form) => form.normalize('NFKC'));
  for (const letters of replaced.slice(0, level + 1))
    folded = Array.from(folded, (one) => letters.get(one) ?? one).join('');
  folded = folded.replace(dropAt[level] ?? '', '').replace(/[^\S\n]+/gu, ' ');
  return composed(level > 1 ? folded.toLowerCase() : folded);
}

const presentationForms = /[\uFB1D-\uFDFF\uFE80-\uFEFC]/gu;

/** Two single marks inside a Hebrew word are one gershayim; at level 2, a hamza at a word's end goes with its letter. */
function joinedUnits(units: readonly Unit[], level: FoldLevel): readonly Unit[] {
  const final = level > 1 && units.some(({ text }) => text === 'ء') ? finalHamzas(units) : undefined;
  if (final === undefined && !units.some(({ text }) => text === "'")) return units;
  const joined: Unit[] = [];
  for (const [place, unit] of units.entries()) {
    const last = joined.at(-1);
    const isGershayim =
      last?.text === "'" && unit.text === "'" && isHebrew(joined.at(-2)) && isHebrew(units[place + 1]);
    if (last && isGershayim) joined.splice(-1, 1, { text: '"', start: last.start, end: unit.end });
    else if (last && final?.has(place) && /\p{L}$/u.test(last.text.slice(-2)))
      joined.splice(-1, 1, { ...last, end: unit.end });
    else joined.push(unit);
  }
  return joined;
}

function isHebrew(unit: Unit | undefined): boolean {
  return unit !== undefined && /^\p{sc=Hebrew}/u.test(unit.text);
}

/** The hamzas after which no other letter of their word stands. */
function finalHamzas(units: readonly Unit[]): ReadonlySet<number> {
  const found = new Set<number>();
  let isEnd = true;
  for (const [place, { text }] of Array.from(units.entries()).toReversed()) {
    if (text !== 'ء') isEnd = !/^\p{L}/u.test(text);
    else if (isEnd) found.add(place);
  }
  return found;
}
