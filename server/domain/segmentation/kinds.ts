/**
 * What each piece of a plain text is: one table, read from the top, the first row that answers wins. A row sees the
 * piece and its place; it gives the text without its marker and the layout that the marker meant, or nothing.
 *
 * To add a kind: a row where it belongs in the order, its pattern in `patterns.ts`, a line in the table of the tests.
 */
import type { Layout, SegmentKind } from '../document.ts';
import type { Piece } from './lines.ts';
import { hasSentences, isCaption, isQuotedThroughout, isSeparator, noteOf } from './patterns.ts';
import { headingLevel, type Surroundings } from './surroundings.ts';

export interface Reading {
  readonly text: string;
  readonly layout: Layout;
}

interface Row {
  readonly kind: SegmentKind;
  readonly read: (piece: Piece, at: number, around: Surroundings) => Reading | undefined;
}

export const kinds: readonly Row[] = [
  { kind: 'separator', read: ({ text }) => (isSeparator(text) ? asWritten(text) : undefined) },
  { kind: 'title', read: ({ text }, at, { head }) => (head.title === at ? unmarked(text) : undefined) },
  { kind: 'byline', read: ({ text }, at, { head }) => (head.bylines.has(at) ? asWritten(text) : undefined) },
  { kind: 'heading', read: readHeading },
  { kind: 'caption', read: ({ text }) => (isCaption(text) ? asWritten(text) : undefined) },
  { kind: 'footnote', read: readNote },
  { kind: 'list-item', read: readListItem },
  { kind: 'quotation', read: readQuotation },
  { kind: 'paragraph', read: ({ text }) => asWritten(text) },
];

function readHeading(piece: Piece, at: number, { headings }: Surroundings): Reading | undefined {
  const level = headingLevel(piece);
  if (level === 0 && !headings.has(at)) return undefined;
  return { text: unmarked(piece.text).text, layout: { level: Math.max(2, level) } };
}

function readNote({ text }: Piece, at: number, { notesFrom }: Surroundings): Reading | undefined {
  if (at < notesFrom) return undefined;
  const note = noteOf(text);
  return note && { text: note.rest, layout: { label: note.label } };
}

function readListItem(piece: Piece, at: number, { items }: Surroundings): Reading | undefined {
  const item = items[at];
  if (item === undefined) return undefined;
  const { rest, number, depth } = item;
  return {
    text: rest,
    layout: { depth, ...(number !== undefined && { number }), ...(piece.quoted > 0 && { quoted: piece.quoted }) },
  };
}

function readQuotation({ text, quoted, indent }: Piece, at: number, { pieces }: Surroundings): Reading | undefined {
  const neighbours = [pieces[at - 1], pieces[at + 1]].filter((piece) => piece !== undefined);
  const isIndented = neighbours.length > 0 && neighbours.every((piece) => piece.indent + 4 <= indent);
  if (quoted === 0 && !isIndented && !(isQuotedThroughout(text) && hasSentences(text))) return undefined;
  return { text, layout: { depth: Math.max(1, quoted) } };
}

function asWritten(text: string): Reading {
  return { text, layout: {} };
}

function unmarked(text: string): Reading {
  return { text: text.slice(/^#{1,6}\s+/u.exec(text)?.[0].length ?? 0), layout: {} };
}
