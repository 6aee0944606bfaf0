/** Segments as paragraphs and tables of a word processor, in the direction of their language. */
import {
  BorderStyle,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import type { SegmentKind } from '../../domain/document.ts';
import type { Locale } from '../../domain/locale.ts';
import { writable } from '../html.ts';
import type { PageSegment } from '../page-segment.ts';
import { inlineRuns, type Mark } from './inline.ts';
import type { Numbering } from './numbering.ts';
import { codeFont, isRightToLeft, styleIds } from './styles.ts';

export interface Writer {
  readonly locale: Locale;
  readonly numbering: Numbering;
  readonly mark: (label: string) => Mark;
}

/** Every row and cell of a page's width, in twentieths of a point. */
const textWidth = 9026;
const step = 480;

type Look = Omit<IParagraphOptions, 'children'>;
type Block = (item: PageSegment, writer: Writer) => FileChild[];

const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
] as const;

const heading: Block = (item, writer) => {
  const level = Math.min(6, Math.max(2, item.segment.layout.level ?? 2));
  return paragraphs(item, writer, { heading: headingLevels[level - 2] ?? HeadingLevel.HEADING_1 });
};

const blocks: Readonly<Record<Exclude<SegmentKind, 'list-item' | 'table-cell' | 'footnote'>, Block>> = {
  title: heading,
  heading,
  byline: (item, writer) => paragraphs(item, writer, { style: styleIds.byline }),
  paragraph: (item, writer) => paragraphs(item, writer, {}),
  quotation: (item, writer) => paragraphs(item, writer, { style: styleIds.quote }),
  caption: (item, writer) => paragraphs(item, writer, { style: styleIds.caption }),
  'code-block': ({ text }) => [codeParagraph(text)],
  separator: () => [new Paragraph({ thematicBreak: true })],
};

/** Segments below the title, in order. Notes are elsewhere. */
export function documentBlocks(items: readonly PageSegment[], writer: Writer): FileChild[] {
  const below = items.filter(({ segment }) => segment.kind !== 'footnote');
  return below.flatMap((item, at) => {
    const { kind, layout } = item.segment;
    const before = below[at - 1];
    if (kind === 'footnote') return [];
    if (kind === 'list-item') return listItem(item, before?.segment.kind === 'list-item', writer);
    if (kind !== 'table-cell') return blocks[kind](item, writer);
    const isSame = (other: PageSegment | undefined): boolean =>
      other?.segment.kind === 'table-cell' && other.segment.layout.table === layout.table;
    if (isSame(before)) return [];
    const end = below.findIndex((other, index) => index > at && !isSame(other));
    // Word joins tables that nothing stands between.
    return [table(below.slice(at, end === -1 ? undefined : end), writer), new Paragraph({})];
  });
}

/**
 * A segment's paragraphs, indented where they are quoted. `further`: how those behind the first one look; `lead`: what the
 * first begins with.
 */
export function paragraphs(
  { segment, text }: PageSegment,
  writer: Writer,
  options: Look,
  { further = options, lead = [] }: { readonly further?: Look; readonly lead?: readonly ParagraphChild[] } = {},
): Paragraph[] {
  const { kind, layout } = segment;
  const depth = Math.min(6, kind === 'quotation' ? (layout.depth ?? 1) : (layout.quoted ?? 0));
  return inlineRuns(text, segment.codes, writer).map(
    (runs, at) =>
      new Paragraph({
        bidirectional: isRightToLeft(writer.locale),
        ...(depth > 0 && options.numbering === undefined && { indent: { start: depth * step } }),
        ...(at === 0 ? options : further),
        children: at === 0 ? [...lead, ...runs] : runs,
      }),
  );
}

/** A break within an item goes on without a number of its own. */
function listItem(item: PageSegment, follows: boolean, writer: Writer): FileChild[] {
  const place = writer.numbering.place(item, follows);
  return paragraphs(item, writer, { numbering: place }, { further: { indent: { start: step * (place.level + 1) } } });
}

/** Code runs from left to right in every language. */
function codeParagraph(text: string): Paragraph {
  const lines = writable(text).split('\n');
  return new Paragraph({
    style: styleIds.code,
    children: lines.map((line, at) => new TextRun({ text: line, font: codeFont, ...(at > 0 && { break: 1 }) })),
  });
}

function table(cells: readonly PageSegment[], writer: Writer): Table {
  const rows = [...Map.groupBy(cells, ({ segment }) => segment.layout.row ?? 0)]
    .toSorted(([a], [b]) => a - b)
    .map(([, row]) => row);
  const columns = Math.max(...cells.map(({ segment }) => segment.layout.column ?? 0)) + 1;
  const firstOfBody = rows.findIndex((row) => !row.every(({ segment }) => segment.layout.header));
  return new Table({
    visuallyRightToLeft: isRightToLeft(writer.locale),
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => Math.floor(textWidth / columns)),
    rows: rows.map(
      (row, at) =>
        new TableRow({
          tableHeader: firstOfBody === -1 || at < firstOfBody,
          cantSplit: true,
          children: Array.from({ length: columns }, (_, column) => {
            return tableCell(
              row.find(({ segment }) => (segment.layout.column ?? 0) === column),
              writer,
            );
          }),
        }),
    ),
  });
}

function tableCell(cell: PageSegment | undefined, writer: Writer): TableCell {
  const children = cell ? paragraphs(cell, writer, { spacing: { after: 40 } }) : [new Paragraph({})];
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'BBBBBB' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return new TableCell({
    children,
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    borders: { top: none, bottom: line, left: none, right: none },
    ...(cell?.segment.layout.header && { shading: { fill: 'F2F2F2' } }),
  });
}
