/**
 * What a piece cannot say of itself: where the head ends, which markers make a list, where the notes begin, which lines
 * are rows of a table. Read once for the whole text, in linear time, before the first piece is named.
 */
import { readHead, type Head } from './head.ts';
import type { SegmentKind } from '../document.ts';
import type { Piece } from './lines.ts';
import { headingsAmong } from './headings.ts';
import { listMarkerOf, type ListMarker } from './list-marker.ts';
import { isCaption, isSeparator, isTableRow, noteMarksIn, noteOf } from './patterns.ts';

export interface ListItem extends ListMarker {
  /** 1 is the outermost list. */
  readonly depth: number;
}

export interface TableRow {
  readonly table: number;
  readonly row: number;
  readonly header: boolean;
  /** Empty ones keep their place. None at all: the line under a header. */
  readonly cells: readonly string[];
}

export interface Surroundings {
  readonly pieces: readonly Piece[];
  readonly head: Head;
  /** At the place of each piece: the list item that it is. */
  readonly items: ReadonlyArray<ListItem | undefined>;
  readonly headings: ReadonlySet<number>;
  readonly rows: ReadonlyArray<TableRow | undefined>;
  /** The first of the notes at the end; behind the last piece where there are none. */
  readonly notesFrom: number;
}

export function surroundingsOf(pieces: readonly Piece[]): Surroundings {
  const items = listItems(pieces);
  const rows = tableRows(pieces);
  const kinds = pieces.map((piece, at) => (items[at] || rows[at] ? 'list-item' : kindByMark(piece)));
  const head = readHead(pieces.map(({ text, lines }, at) => ({ text, singleLine: lines === 1, kind: kinds[at] })));
  const headings = headingsAmong(
    pieces.map(({ text, lines, apart }, at) => ({ text, alone: apart && lines === 1 && kinds[at] === undefined })),
  );
  return { pieces, head, headings, items, rows, notesFrom: notesFrom(pieces) };
}

/** How many `#` begin a heading; 0: none. An underline says the same. */
export function headingLevel({ text, level }: Piece): number {
  return level ?? /^(#{1,6})\s+\S/u.exec(text)?.[1]?.length ?? 0;
}

function kindByMark(piece: Piece): SegmentKind | undefined {
  const level = headingLevel(piece);
  if (level > 0) return level === 1 ? 'title' : 'heading';
  if (piece.quoted > 0) return 'quotation';
  if (isCaption(piece.text)) return 'caption';
  return isSeparator(piece.text) ? 'separator' : undefined;
}

/** Markers with a neighbour of their family, or with one that is indented otherwise: a list in a list. */
function listItems(pieces: readonly Piece[]): Array<ListItem | undefined> {
  const markers = pieces.map(({ text }) => listMarkerOf(text));
  const indents: number[] = [];
  return markers.map((marker, index) => {
    const indent = pieces[index]?.indent ?? 0;
    const related = [index - 1, index + 1].some((other) => {
      const neighbour = markers[other];
      return neighbour && (neighbour.family === marker?.family || pieces[other]?.indent !== indent);
    });
    if (marker === undefined || !related) {
      indents.length = 0;
      return undefined;
    }
    while ((indents.at(-1) ?? -1) >= indent) indents.pop();
    indents.push(indent);
    return { ...marker, depth: indents.length };
  });
}

function tableRows(pieces: readonly Piece[]): Array<TableRow | undefined> {
  let table = -1;
  let row = 0;
  return pieces.map((piece, index) => {
    const before = isRow(pieces[index - 1], piece.block);
    if (!isRow(piece, piece.block) || !(before || isRow(pieces[index + 1], piece.block))) return undefined;
    if (!before) {
      table += 1;
      row = 0;
    }
    if (isHeaderRule(piece.raw)) return { table, row, header: false, cells: [] };
    const next = pieces[index + 1];
    const header = row === 0 && next?.block === piece.block && isHeaderRule(next.raw);
    return { table, row: row++, header, cells: cellsOf(piece.raw) };
  });
}

function isRow(piece: Piece | undefined, block: number): boolean {
  return piece !== undefined && piece.block === block && piece.lines === 1 && isTableRow(piece.raw);
}

/** `|---|:-:|` under a table's first row. */
function isHeaderRule(raw: string): boolean {
  return /^[\s|:-]+$/u.test(raw) && raw.includes('-') && raw.includes('|');
}

function cellsOf(raw: string): string[] {
  const line =
    raw.includes('\t') && raw.split('\t').length > 2
      ? raw.split('\t')
      : raw
          .trim()
          .replace(/^\||\|$/gu, '')
          .split('|');
  return line.map((cell) => cell.trim());
}

/** Notes stand at the end and are referred to from the body, or stand below a rule and count from one. */
function notesFrom(pieces: readonly Piece[]): number {
  let from = pieces.length;
  while (from > 0 && noteOf(pieces[from - 1]?.text ?? '') !== undefined) from -= 1;
  if (from === pieces.length) return from;
  const label = noteOf(pieces[from]?.text ?? '')?.label ?? '';
  if (isSeparator(pieces[from - 1]?.text ?? '') && /^[1١*†]$/u.test(label)) return from;
  const marks = new Set(pieces.slice(0, from).flatMap(({ text }) => noteMarksIn(text)));
  while (from < pieces.length && !marks.has(noteOf(pieces[from]?.text ?? '')?.label ?? '')) from += 1;
  return from;
}
