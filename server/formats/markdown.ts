/**
 * Markdown → blocks. A paragraph is a segment; in a list item or a note several paragraphs are one segment with
 * paragraph breaks in it. What Markdown nests deeper (a table in a list) is put on the page in order, flat.
 *
 * What mark-up does not say (captions, bylines) the rules for plain text say, after it: `refineParagraphs`.
 * To read another token: a row in `handlers`.
 */
import { plain, withoutCodes, type Code } from '../domain/content.ts';
import type { Block, Layout, SegmentKind } from '../domain/document.ts';
import { isBlank, normaliseLines, refineParagraphs } from '../domain/segmentation.ts';
import { readFrontMatter } from './front-matter.ts';
import { blockMeter, checkLines, checkSegmentLength } from './limits.ts';
import { numbered, partsOf, type Part } from './markdown-inline.ts';
import { parseMarkdown, type Token } from './markdown-parser.ts';

/** A list, an item, a quotation or a note that is open. */
type Container =
  | { readonly type: 'list'; next: number | undefined }
  | { readonly type: 'item'; readonly number: number | undefined; segment?: Draft }
  | { readonly type: 'quote' }
  | { readonly type: 'note'; readonly label: string; segment?: Draft };

/** A segment that further paragraphs may still join. */
interface Draft {
  readonly kind: SegmentKind;
  readonly layout: Layout;
  readonly parts: Part[];
}

interface Walk {
  readonly inline: (text: string) => readonly Token[];
  readonly finish: (draft: Draft) => void;
  readonly containers: Container[];
  draft: Draft | undefined;
  hasTitle: boolean;
  /** What the next inline token is, where it is no paragraph. */
  slot: Pick<Draft, 'kind' | 'layout'> | undefined;
  table: number;
  row: number;
  column: number;
}

const handlers: Readonly<Record<string, (walk: Walk, token: Token) => void>> = {
  bullet_list_open: ({ containers }) => containers.push({ type: 'list', next: undefined }),
  ordered_list_open: ({ containers }, token) =>
    containers.push({ type: 'list', next: Number(token.attrGet('start') ?? 1) }),
  bullet_list_close: ({ containers }) => containers.pop(),
  ordered_list_close: ({ containers }) => containers.pop(),
  list_item_open: ({ containers }) => {
    const list = containers.at(-1);
    const number = list?.type === 'list' ? list.next : undefined;
    if (list?.type === 'list' && list.next !== undefined) list.next += 1;
    containers.push({ type: 'item', number });
  },
  list_item_close: ({ containers }) => containers.pop(),
  blockquote_open: ({ containers }) => containers.push({ type: 'quote' }),
  blockquote_close: ({ containers }) => containers.pop(),
  footnote_reference_open: ({ containers }, token) =>
    containers.push({ type: 'note', label: (token.meta as { label: string }).label }),
  footnote_reference_close: ({ containers }) => containers.pop(),

  heading_open: (walk, token) => {
    const level = Number(token.tag.slice(1));
    const isTitle = level === 1 && walk.containers.length === 0 && !walk.hasTitle;
    walk.hasTitle ||= isTitle;
    walk.slot = isTitle
      ? { kind: 'title', layout: {} }
      : { kind: 'heading', layout: { level: Math.max(2, level), ...quoted(walk) } };
  },
  table_open: (walk) => {
    walk.table += 1;
    walk.row = -1;
  },
  tr_open: (walk) => {
    walk.row += 1;
    walk.column = -1;
  },
  th_open: (walk) => openCell(walk, { header: true }),
  td_open: (walk) => openCell(walk, {}),
  inline: addInline,

  fence: (walk, token) => addCode(walk, token, /^\S+/u.exec(token.info)?.[0]),
  code_block: (walk, token) => addCode(walk, token),
  hr: (walk) => add(walk, { kind: 'separator', layout: {}, parts: ['***'] }),
};

/**
 * The blocks of a Markdown text. The title is its front matter's, else its first heading of level 1, else what the rules
 * for plain text find. Throws `Refused` for what `limits.ts` bounds.
 */
export function readMarkdown(source: string): Block[] {
  const text = normaliseLines(source);
  checkLines(text);
  const { title, body } = readFrontMatter(text);
  const blocks = blocksOf(body, title !== undefined);
  if (title === undefined) return refineParagraphs(blocks);
  const [first, ...rest] = blocks;
  const repeatsTitle = first?.kind === 'heading' && first.layout.level === 2 && first.text === title;
  return refineParagraphs([{ kind: 'title', text: title, codes: {}, layout: {} }, ...(repeatsTitle ? rest : blocks)]);
}

function blocksOf(text: string, hasTitle: boolean): Block[] {
  const { blocks: tokens, inline } = parseMarkdown(text);
  const blocks: Block[] = [];
  const meter = blockMeter();
  const walk: Walk = {
    inline: (content) => {
      checkSegmentLength(content.length, blocks.length + 1);
      return inline(content);
    },
    finish: ({ kind, layout, parts }) => {
      const content =
        kind === 'code-block' ? plain(parts.filter((part) => typeof part === 'string').join('')) : numbered(parts);
      if (!isEmpty(content)) blocks.push(meter({ kind, layout, ...content }));
    },
    containers: [],
    draft: undefined,
    hasTitle,
    slot: undefined,
    table: -1,
    row: -1,
    column: -1,
  };
  for (const token of tokens) handlers[token.type]?.(walk, token);
  if (walk.draft) walk.finish(walk.draft);
  return blocks;
}

function add(walk: Walk, draft: Draft): void {
  if (walk.draft) walk.finish(walk.draft);
  walk.draft = draft;
}

function addCode(walk: Walk, token: Token, language?: string): void {
  const layout = { ...(language !== undefined && { language }), ...quoted(walk) };
  add(walk, { kind: 'code-block', layout, parts: [token.content.replace(/\n$/u, '')] });
}

function addInline(walk: Walk, token: Token): void {
  const { slot } = walk;
  walk.slot = undefined;
  if (token.content === '') return;
  const parts = partsOf(walk.inline(token.content));
  if (slot) add(walk, { ...slot, parts: parts.map(asOneLine) });
  else addParagraph(walk, parts);
}

/** A heading is one line on every page, in every index and feed. */
function asOneLine(part: Part): Part {
  return typeof part === 'object' && part.code.type === 'line-break' ? ' ' : part;
}

/** A paragraph is what its container makes it; a further one in the same item or note joins the first. */
function addParagraph(walk: Walk, parts: Part[]): void {
  const note = walk.containers.find(({ type }) => type === 'note');
  const container = note?.type === 'note' && note.segment === undefined ? note : walk.containers.at(-1);
  if (container?.type !== 'item' && container?.type !== 'note') {
    const depth = quoteDepth(walk);
    return add(
      walk,
      depth > 0 ? { kind: 'quotation', layout: { depth }, parts } : { kind: 'paragraph', layout: {}, parts },
    );
  }
  if (container.segment === undefined) {
    container.segment = { ...ofContainer(walk, container), parts };
    return add(walk, container.segment);
  }
  if (container.segment !== walk.draft) return add(walk, { kind: 'paragraph', layout: quoted(walk), parts });
  container.segment.parts.push({ end: 'alone', code: { type: 'paragraph-break' } }, ...parts);
}

function ofContainer(
  walk: Walk,
  container: Extract<Container, { type: 'item' | 'note' }>,
): Pick<Draft, 'kind' | 'layout'> {
  if (container.type === 'note') return { kind: 'footnote', layout: { label: container.label } };
  const depth = walk.containers.filter(({ type }) => type === 'item').length;
  const { number } = container;
  return { kind: 'list-item', layout: { depth, ...(number !== undefined && { number }), ...quoted(walk) } };
}

function openCell(walk: Walk, header: { header?: true }): void {
  walk.column += 1;
  walk.slot = {
    kind: 'table-cell',
    layout: { table: walk.table, row: walk.row, column: walk.column, ...header },
  };
}

function quoted(walk: Walk): { quoted?: number } {
  const depth = quoteDepth(walk);
  return depth > 0 ? { quoted: depth } : {};
}

function quoteDepth({ containers }: Walk): number {
  return containers.filter(({ type }) => type === 'quote').length;
}

/** Nothing to read and nothing to see: only codes around nothing, or line breaks. */
function isEmpty({ text, codes }: { text: string; codes: Readonly<Record<string, Code>> }): boolean {
  const shows = Object.values(codes).some(({ type }) => type === 'image' || type === 'footnote');
  return !shows && isBlank(withoutCodes(text, codes));
}
