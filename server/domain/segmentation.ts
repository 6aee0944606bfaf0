/**
 * Segmentation: a text becomes an ordered list of blocks (title, byline, heading, paragraph, list item, …), the units
 * that people translate. Text that carries no mark-up is read by its look, in any of our languages:
 *
 *   segmentation/lines.ts         lines → pieces: blank lines, hard wraps, quotation marks (`>`)
 *   segmentation/surroundings.ts  what depends on neighbours: the head, lists, tables, notes
 *   segmentation/kinds.ts         the table: what each piece is
 *
 * Every rule is linear in the text. Nothing is lost: what a block's text does not say (a bullet, a note's label) its
 * layout does. Wrong guesses are harmless by design: a kind is layout, the text stays as written.
 */
import type { Block } from './document.ts';
import { withoutCodes } from './content.ts';
import { readHead } from './segmentation/head.ts';
import { headingsAmong } from './segmentation/headings.ts';
import { kinds } from './segmentation/kinds.ts';
import { piecesOf } from './segmentation/lines.ts';
import { isCaption } from './segmentation/patterns.ts';
import { surroundingsOf, type TableRow } from './segmentation/surroundings.ts';

export { isBlank, normaliseLines } from './segmentation/lines.ts';

/** The blocks of a plain text; none is empty, and at most one is a title (see `withTitle`). */
export function segmentPlainText(text: string): Block[] {
  const around = surroundingsOf(piecesOf(text));
  return collapseCaptions(
    around.pieces.flatMap((piece, at): Block[] => {
      const row = around.rows[at];
      if (row) return cellBlocks(row);
      for (const { kind, read } of kinds) {
        const reading = read(piece, at, around);
        if (reading) return [{ kind, codes: {}, ...reading }];
      }
      return [];
    }),
  );
}

/**
 * For a text with mark-up: what its mark-up leaves open. Paragraphs may be a title, bylines or captions; they may be
 * headings where the whole text marks none.
 */
export function refineParagraphs(blocks: readonly Block[]): Block[] {
  const lines = blocks.map(({ kind, text, codes }) => {
    const words = withoutCodes(text, codes).trim();
    const isOpen = kind === 'paragraph' && words !== '' && !isCaption(words);
    const singleLine = !Object.values(codes).some(({ type }) => type === 'line-break');
    return { text: words, singleLine, kind: isOpen ? undefined : kind === 'paragraph' ? ('caption' as const) : kind };
  });
  const head = readHead(lines);
  const headings = blocks.some(({ kind }) => kind === 'heading')
    ? new Set<number>()
    : headingsAmong(lines.map(({ text, singleLine, kind }) => ({ text, alone: singleLine && kind === undefined })));
  return collapseCaptions(
    blocks.map((block, at): Block => {
      const line = lines[at];
      if (block.kind !== 'paragraph' || line === undefined) return block;
      if (head.title === at) return { ...block, kind: 'title' };
      if (head.bylines.has(at)) return { ...block, kind: 'byline' };
      if (isCaption(line.text)) return { ...block, kind: 'caption' };
      return headings.has(at) ? { ...block, kind: 'heading', layout: { level: 2 } } : block;
    }),
  );
}

function cellBlocks({ table, row, header, cells }: TableRow): Block[] {
  return cells.flatMap((text, column): Block[] =>
    text === ''
      ? []
      : [{ kind: 'table-cell', text, codes: {}, layout: { table, row, column, ...(header && { header }) } }],
  );
}

/** The same caption on consecutive lines is one caption, and says how often it stood there. */
function collapseCaptions(blocks: readonly Block[]): Block[] {
  const collapsed: Block[] = [];
  for (const block of blocks) {
    const last = collapsed.at(-1);
    if (block.kind === 'caption' && last?.kind === 'caption' && last.text === block.text) {
      collapsed[collapsed.length - 1] = { ...last, layout: { repeated: (last.layout.repeated ?? 1) + 1 } };
    } else collapsed.push(block);
  }
  return collapsed;
}
