/**
 * Plain text in and out. Reading is the domain's (`segmentPlainText`); writing gives what a person would type: bullets,
 * numbers, `>` before quotations, notes as `[1]`, the address of a link behind its text.
 */
import { tokenize, type Content } from '../domain/content.ts';
import type { Block } from '../domain/document.ts';
import { normaliseLines, segmentPlainText } from '../domain/segmentation.ts';
import { blockMeter, checkLines } from './limits.ts';
import type { EditionText } from './markdown-writer.ts';

/** The blocks of a plain text. Throws `Refused` for what `limits.ts` bounds. */
export function readPlainText(source: string): Block[] {
  const text = normaliseLines(source);
  checkLines(text);
  return segmentPlainText(text).map(blockMeter());
}

/** The edition as plain text. Segments without text are left out. */
export function writeText(edition: readonly EditionText[]): string {
  let page = '';
  let before: Block | undefined;
  for (const { segment, text } of edition) {
    const words = plainWords({ text: text.trim(), codes: segment.codes });
    if (words === '') continue;
    page += (before === undefined ? '' : gap(before, segment)) + lead(segment, before) + hanging(words, segment);
    before = segment;
  }
  return `${page}\n`;
}

/** Items of a list and rows of a table stand close, cells have tabs between them, all else a blank line. */
function gap(before: Block, { kind, layout }: Block): string {
  if (kind === 'list-item' && before.kind === 'list-item') return '\n';
  if (kind !== 'table-cell' || before.kind !== 'table-cell' || before.layout.table !== layout.table) return '\n\n';
  return before.layout.row === layout.row ? '\t'.repeat((layout.column ?? 0) - (before.layout.column ?? 0)) : '\n';
}

/** What stands before the words of a segment. */
function lead({ kind, layout }: Block, before: Block | undefined): string {
  const marks = '> '.repeat(layout.quoted ?? 0);
  if (kind === 'quotation') return '> '.repeat(layout.depth ?? 1);
  if (kind === 'footnote') return `[${layout.label ?? ''}] `;
  if (kind === 'list-item') {
    return `${marks}${'  '.repeat((layout.depth ?? 1) - 1)}${layout.number === undefined ? '-' : `${layout.number}.`} `;
  }
  const startsRow = kind === 'table-cell' && (before?.kind !== kind || before.layout.row !== layout.row);
  return startsRow ? '\t'.repeat(layout.column ?? 0) : marks;
}

/** Further lines of a quotation stand behind its mark too. */
function hanging(words: string, { kind, layout }: Block): string {
  if (kind === 'table-cell') return words.replace(/\s+/gu, ' ');
  return kind === 'quotation' ? words.replaceAll('\n', `\n${'> '.repeat(layout.depth ?? 1)}`) : words;
}

function plainWords({ text, codes }: Content): string {
  return tokenize(text, codes)
    .map((token) => {
      if (token.kind === 'text') return token.text;
      const code = codes[token.number];
      if (code?.type === 'link')
        return token.kind === 'close' && /^(?:https?|mailto):/u.test(code.href) ? ` (${code.href})` : '';
      if (code?.type === 'footnote') return `[${code.label}]`;
      if (code?.type === 'image') return code.alt;
      return code?.type === 'line-break' ? '\n' : code?.type === 'paragraph-break' ? '\n\n' : '';
    })
    .join('')
    .trim();
}
