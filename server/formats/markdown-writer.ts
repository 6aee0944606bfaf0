/**
 * Blocks → Markdown. The law: read back, it gives the same kinds and the same texts (`readMarkdown(writeMarkdown(x))`).
 * A new document rather than the source with its text replaced: an edition has its own order of words, notes and
 * paragraphs, and what Markdown lets an author write in five ways is written in one.
 */
import type { Block } from '../domain/document.ts';
import { noteLabel, writeInline, type Place } from './markdown-escape.ts';

/** A segment and what stands in it in this edition; a publication's `segments` are such. */
export interface EditionText {
  readonly segment: Block;
  readonly text: string;
}

/** Writes one kind of block, apart from lists and tables, which are written together. */
type Writer = (block: Block, inline: (place: Place) => string) => string;

const writers: Readonly<Record<Exclude<Block['kind'], 'list-item' | 'table-cell'>, Writer>> = {
  title: (_, inline) => `# ${inline('line')}`,
  heading: ({ layout }, inline) => `${'#'.repeat(layout.level ?? 2)} ${inline('line')}`,
  byline: (_, inline) => inline('paragraph'),
  paragraph: (_, inline) => inline('paragraph'),
  caption: (_, inline) => inline('paragraph'),
  quotation: (_, inline) => inline('paragraph'),
  footnote: ({ layout }, inline) => indented(`[^${noteLabel(layout.label ?? '')}]: `, inline('paragraph'), 4),
  'code-block': ({ text, layout }) => fenced(text, layout.language ?? ''),
  separator: () => '***',
};

interface Written {
  readonly text: string;
  /** Follows the block before it without a blank line. */
  readonly tight: boolean;
}

/** The edition as a Markdown document. Segments without text are left out. */
export function writeMarkdown(edition: readonly EditionText[]): string {
  const blocks = edition
    .map(({ segment, text }): Block => ({ ...segment, text }))
    .filter(({ text }) => text.trim() !== '');
  const list = listWriter();
  const written = blocks.flatMap((block, at): Written[] => {
    if (block.kind === 'list-item') return [list(block, blocks[at - 1])];
    if (block.kind === 'table-cell') return table(block, blocks, at);
    const text = writers[block.kind](block, (place) => writeInline(block, place));
    return [{ text: behindMarks(text, block), tight: false }];
  });
  for (const label of danglingMarks(blocks)) written.push({ text: `[^${noteLabel(label)}]:`, tight: false });
  return written.reduce((page, { text, tight }) => page + (page === '' ? '' : tight ? '\n' : '\n\n') + text, '') + '\n';
}

/** Marks whose note has no text (yet): without a definition they would read back as brackets. */
function danglingMarks(blocks: readonly Block[]): Set<string> {
  const marks = blocks.flatMap(({ codes }) =>
    Object.values(codes).flatMap((code) => (code.type === 'footnote' ? [code.label] : [])),
  );
  const notes = blocks.flatMap(({ kind, layout }) => (kind === 'footnote' ? [layout.label] : []));
  return new Set(marks).difference(new Set(notes));
}

function fenced(text: string, language: string): string {
  const longest = Array.from(text.matchAll(/`+/gu), (run) => run[0].length).reduce((a, b) => Math.max(a, b), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language.replaceAll('`', '')}\n${text}\n${fence}`;
}

/** Puts the `>` of a quotation before every line. */
function behindMarks(text: string, { kind, layout }: Block): string {
  const depth = kind === 'quotation' ? (layout.depth ?? 1) : (layout.quoted ?? 0);
  return depth === 0 ? text : text.replace(/^/gmu, '> '.repeat(depth));
}

function indented(marker: string, text: string, width: number): string {
  return marker + text.replace(/\n(?=[^\n])/gu, `\n${' '.repeat(width)}`);
}

/** Items know their depth only; how far each is indented depends on the markers above it. */
function listWriter(): (block: Block, before: Block | undefined) => Written {
  const widths: number[] = [];
  return (block, before) => {
    const { depth = 1, number, quoted } = block.layout;
    const continues = before?.kind === 'list-item' && before.layout.quoted === quoted;
    if (!continues) widths.length = 0;
    widths.length = Math.min(depth - 1, widths.length);
    const indent = ' '.repeat(widths.reduce((sum, width) => sum + width, 0));
    const marker = number === undefined ? '- ' : `${number}. `;
    widths.push(marker.length);
    const text = indented(indent + marker, writeInline(block, 'paragraph'), indent.length + marker.length);
    // CommonMark §5.3: inside an item's paragraph, only a list that starts with 1 may begin without a blank line.
    const goesOn = depth <= (before?.layout.depth ?? 1) && before?.layout.number !== undefined;
    const tight = continues && (goesOn || number === undefined || number === 1);
    return { text: behindMarks(text, block), tight };
  };
}

/** The whole table at its first cell, nothing at the others. Its first row is the header: Markdown has no other table. */
function table(block: Block, blocks: readonly Block[], at: number): Written[] {
  const isSame = (other: Block | undefined): boolean =>
    other?.kind === 'table-cell' && other.layout.table === block.layout.table;
  if (isSame(blocks[at - 1])) return [];
  const end = blocks.findIndex((other, index) => index > at && !isSame(other));
  const rows: string[][] = [];
  for (const cell of blocks.slice(at, end === -1 ? undefined : end)) {
    const { row = 0, column = 0 } = cell.layout;
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] ?? [];
    while (cells.length < column) cells.push('');
    cells[column] = writeInline(cell, 'cell');
  }
  const width = Math.max(...rows.map((cells) => cells.length));
  const lines = rows.map(
    (cells) => `| ${Array.from({ length: width }, (_, column) => cells[column] ?? '').join(' | ')} |`,
  );
  lines.splice(1, 0, `|${' --- |'.repeat(width)}`);
  return [{ text: lines.join('\n'), tight: false }];
}
