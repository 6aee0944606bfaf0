/**
 * The body of a page: a flat list of segments, each saying where it stands, becomes nested HTML. What belongs together
 * is found by reading ahead: segments quoted deeper than this level form a quotation, list items in a row form lists,
 * cells of one table a table, a caption belongs to its table or picture; everything else is an element of its own, by the table `elements`.
 *
 * To add a kind of segment: a row in `elements`, or a way to gather it in `gather`.
 */
import type { SegmentKind } from '../domain/document.ts';
import type { Locale } from '../domain/locale.ts';
import { defaultPolicies, type Policy } from '../domain/policy.ts';
import { footnotesOf, onOnePage, type NotePlaces } from './footnotes.ts';
import { html, type Html } from './html.ts';
import { renderInline } from './inline.ts';
import { renderLists } from './lists.ts';
import { writeNumber, type Hand } from './numerals.ts';
import { anchorOf, headingId, languageOf, untranslatedMark, type PageSegment } from './page-segment.ts';
import { pointedClass } from './pointed.ts';
import { renderTable } from './tables.ts';
import { words } from './words.ts';

export interface RenderedText {
  readonly title: Html;
  readonly byline: Html;
  readonly body: Html;
  readonly footnotes: Html;
}

/** Deeper quotations than this are shown at this depth. */
const deepestQuotation = 12;

interface Writer {
  readonly paragraphs: (item: PageSegment) => readonly Html[];
  /** The text where paragraphs cannot be: a break becomes a line's end. */
  readonly line: (item: PageSegment) => Html;
  readonly tableLabel: () => string;
  /** Begins every id. */
  readonly prefix: string;
  readonly policy: Policy;
}

type Element = (item: PageSegment, writer: Writer) => Html;

const paragraph: Element = (item, { paragraphs }) =>
  html`${paragraphs(item).map((inner) => html`<p${pointedClass(item.text)}${languageOf(item)}>${inner}</p>\n`)}`;

const byline: Element = (item, { line }) => html`<p class="byline" ${languageOf(item)}>${line(item)}</p> `;

const elements: Readonly<Record<SegmentKind, Element>> = {
  title: heading,
  byline,
  heading,
  paragraph,
  quotation: paragraph,
  'list-item': paragraph,
  'table-cell': paragraph,
  footnote: () => html``,
  caption: (item, writer) => html`<figure>${figcaption(item, writer)}</figure> `,
  'code-block': ({ text }) => html`<pre dir="ltr" translate="no" tabindex="0"><code>${text}</code></pre> `,
  separator: () => html`<hr /> `,
};

/**
 * A text that is written part by part: the chapters of a book, the rows of a page in two languages. `file`: what a part
 * stands in, where the text has several.
 */
export interface TextWriter {
  title(file?: string): Html;
  byline(file?: string): Html;
  /** Everything below title and byline. */
  readonly below: readonly PageSegment[];
  /** Segments that follow each other. */
  blocks(items: readonly PageSegment[], file?: string): Html;
  /** The notes; call it after the text is written. */
  footnotes(file?: string): Html;
}

/** The text of a page in `locale`, in reading order; the first segment is its title. */
export function renderText(items: readonly PageSegment[], locale: Locale, policy?: Policy): RenderedText {
  const writer = textWriter(items, locale, onOnePage, policy);
  return {
    title: writer.title(),
    byline: writer.byline(),
    body: writer.blocks(writer.below),
    footnotes: writer.footnotes(),
  };
}

/** The same in parts. `items` is the whole text, by which its notes are numbered. */
export function textWriter(
  items: readonly PageSegment[],
  locale: Locale,
  places: NotePlaces = onOnePage,
  policy: Policy = defaultPolicies[locale],
): TextWriter {
  const [title, ...rest] = items;
  const footnotes = footnotesOf(items, { locale, policy }, places);
  let place = '';
  const within = (file: string | undefined, write: () => Html): Html => {
    place = file ?? '';
    return write();
  };
  const writer = writerFor({ locale, policy }, places.prefix, (label, linked) => footnotes.mark(label, linked, place));
  const signed = runFrom(rest, 0, ({ segment }) => segment.kind === 'byline');
  return {
    title: (file) => within(file, () => (title ? html`<h1${languageOf(title)}>${writer.line(title)}</h1>\n` : html``)),
    byline: (file) => within(file, () => html`${signed.map((one) => byline(one, writer))}`),
    below: rest.slice(signed.length),
    blocks: (part, file) => within(file, () => renderBlocks(part, 0, writer)),
    footnotes: (file) => within(file, () => footnotes.render(writer.paragraphs)),
  };
}

function writerFor(
  { locale, policy }: Hand,
  prefix: string,
  footnoteMark: (label: string, linked: boolean) => Html,
): Writer {
  let tables = 0;
  const paragraphs = (item: PageSegment): readonly Html[] => {
    const context = { locale: item.untranslated ?? locale, footnoteMark };
    const [first, ...others] = renderInline(item.text, item.segment.codes, context);
    return [html`${anchorOf(item)}${untranslatedMark(item, locale, words[locale])}${first}`, ...others];
  };
  return {
    paragraphs,
    line: (item) => html`${paragraphs(item).map((inner, at) => html`${at > 0 && html`<br />`}${inner}`)}`,
    tableLabel: () => words[locale].table(writeNumber((tables += 1), policy)),
    prefix,
    policy,
  };
}

function renderBlocks(items: readonly PageSegment[], depth: number, writer: Writer): Html {
  const pieces: Html[] = [];
  for (let at = 0; at < items.length;) {
    const { count, piece } = gather(items, at, depth, writer);
    pieces.push(piece);
    at += count;
  }
  return html`${pieces}`;
}

/** The element that begins at `at`, and how many segments it took. */
function gather(
  items: readonly PageSegment[],
  at: number,
  depth: number,
  writer: Writer,
): { count: number; piece: Html } {
  const quoted = runFrom(items, at, (item) => quotationDepth(item) > depth);
  if (quoted.length > 0) {
    const piece = html`<blockquote>${renderBlocks(quoted, depth + 1, writer)}</blockquote> `;
    return { count: quoted.length, piece };
  }
  const listed = runFrom(items, at, (item) => item.segment.kind === 'list-item' && quotationDepth(item) === depth);
  if (listed.length > 0) {
    return { count: listed.length, piece: html`${renderLists(listed, writer.policy, writer.line)} ` };
  }
  const item = items[at];
  const single = { count: 1, piece: item ? elements[item.segment.kind](item, writer) : html`` };
  return gatherTable(items, at, writer) ?? gatherPicture(items, at, writer) ?? single;
}

/** A table with its caption: the one before it, else the one behind it. */
function gatherTable(
  items: readonly PageSegment[],
  at: number,
  writer: Writer,
): { count: number; piece: Html } | undefined {
  const above = captionAt(items, at);
  const from = above ? at + 1 : at;
  const table = items[from]?.segment.layout.table;
  const cells = runFrom(
    items,
    from,
    ({ segment: { kind, layout } }) => kind === 'table-cell' && layout.table === table,
  );
  if (cells.length === 0) return undefined;
  const below = above ? undefined : captionAt(items, from + cells.length);
  const piece = renderTable(cells, writer.tableLabel(), writer.line);
  if (above) return { count: cells.length + 1, piece: html`<figure>${figcaption(above, writer)}${piece}</figure> ` };
  if (below) return { count: cells.length + 1, piece: html`<figure>${piece}${figcaption(below, writer)}</figure> ` };
  return { count: cells.length, piece: html`${piece} ` };
}

/** A picture alone in its paragraph, with the caption behind it. */
function gatherPicture(
  items: readonly PageSegment[],
  at: number,
  writer: Writer,
): { count: number; piece: Html } | undefined {
  const [item, below] = [items[at], captionAt(items, at + 1)];
  if (item === undefined || below === undefined || !isPicture(item)) return undefined;
  return { count: 2, piece: html`<figure>${paragraph(item, writer)}${figcaption(below, writer)}</figure> ` };
}

function captionAt(items: readonly PageSegment[], at: number): PageSegment | undefined {
  return items[at]?.segment.kind === 'caption' ? items[at] : undefined;
}

function isPicture({ segment: { kind, codes }, text }: PageSegment): boolean {
  const number = /^<([0-9]+)\/>$/u.exec(text.trim())?.[1];
  return kind === 'paragraph' && number !== undefined && codes[number]?.type === 'image';
}

function figcaption(item: PageSegment, { line }: Writer): Html {
  return html`<figcaption${languageOf(item)}>${line(item)}</figcaption>`;
}

function runFrom(
  items: readonly PageSegment[],
  at: number,
  belongs: (item: PageSegment) => boolean,
): readonly PageSegment[] {
  let end = at;
  for (let item = items[end]; item !== undefined && belongs(item); item = items[end]) end += 1;
  return items.slice(at, end);
}

function quotationDepth({ segment: { kind, layout } }: PageSegment): number {
  const depth = kind === 'quotation' ? Math.max(1, layout.depth ?? 1) : (layout.quoted ?? 0);
  return Math.min(depth, deepestQuotation);
}

const headings = {
  2: (inner: Html, attributes: Html) => html`<h2${attributes}>${inner}</h2>\n`,
  3: (inner: Html, attributes: Html) => html`<h3${attributes}>${inner}</h3>\n`,
  4: (inner: Html, attributes: Html) => html`<h4${attributes}>${inner}</h4>\n`,
  5: (inner: Html, attributes: Html) => html`<h5${attributes}>${inner}</h5>\n`,
  6: (inner: Html, attributes: Html) => html`<h6${attributes}>${inner}</h6>\n`,
} as const;

/** The title is level 1; a second title is a heading like any other. */
function heading(item: PageSegment, { line, prefix }: Writer): Html {
  const level = Math.min(6, Math.max(2, item.segment.layout.level ?? 2)) as keyof typeof headings;
  return headings[level](line(item), html`${headingId(item, prefix)}${languageOf(item)}`);
}
