/**
 * Content → inline Markdown that reads back as the same content. Literal text is escaped where it would be mark-up, and
 * only there.
 *
 * Emphasis is the hard part: `ה*"חזית"*` is no emphasis by CommonMark, because a mark between a letter and a quotation
 * mark opens nothing. Hebrew and Arabic, which write their particles onto the next word, need just that; there the
 * letter is written as a character reference, which counts as punctuation. Nested and touching emphases alternate
 * between `*` and `_`.
 */
import { tokenize, type Code, type Content } from '../domain/content.ts';

export type Place = 'paragraph' | 'line' | 'cell';

/** A piece of the output: literal text, mark-up, or a mark of emphasis with the side on which its text is. */
interface Chunk {
  literal: string;
  readonly markup: string;
  readonly mark?: 'open' | 'close';
  /** A character reference stands at this end of the literal text. */
  escapeFirst?: boolean;
  escapeLast?: boolean;
}

interface Open {
  readonly code: Code;
  readonly close: string;
}

const emphasisMarks: Readonly<Partial<Record<Code['type'], readonly [string, string]>>> = {
  emphasis: ['*', '_'],
  strong: ['**', '__'],
  strikethrough: ['~~', '~~'],
};

/**
 * Writes a segment's content: paragraphs with `\n\n` between them, line breaks as `\` at the end of a line. A `line`
 * (heading) and a `cell` have neither and get spaces.
 */
export function writeInline(content: Content, place: Place): string {
  const chunks = chunksOf(content);
  markReferences(chunks);
  const text = chunks.map((chunk) => chunk.markup + escaped(chunk, place)).join('');
  const paragraphs = text
    .split(/\n{2,}/u)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => safeStart(line.trim()))
        .filter((line) => line !== '')
        .join(place === 'paragraph' ? '\\\n' : ' '),
    )
    .filter((paragraph) => paragraph !== '');
  return paragraphs.join(place === 'paragraph' ? '\n\n' : ' ');
}

function chunksOf({ text, codes }: Content): Chunk[] {
  const chunks: Chunk[] = [];
  const open: Open[] = [];
  let code: string | undefined;
  for (const token of tokenize(text.trim().replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n'), codes)) {
    const meaning = token.kind === 'text' ? undefined : codes[token.number];
    if (meaning?.type === 'inline-code') {
      if (token.kind === 'close' && code) chunks.push(markup(codeSpan(code)));
      code = token.kind === 'open' ? '' : undefined;
    } else if (code !== undefined) code += token.kind === 'text' ? token.text : '';
    else if (meaning === undefined) chunks.push({ literal: token.text, markup: '' });
    else if (token.kind === 'alone') chunks.push(alone(meaning));
    else if (token.kind === 'open') {
      const { chunk, close } = opening(meaning, chunks.at(-1), open);
      chunks.push(chunk);
      open.push({ code: meaning, close });
    } else closeLast(chunks, open);
  }
  return chunks;
}

function opening(code: Code, before: Chunk | undefined, open: readonly Open[]): { chunk: Chunk; close: string } {
  const marks = emphasisMarks[code.type];
  if (marks === undefined) return { chunk: markup('['), close: code.type === 'link' ? linkEnd(code) : '' };
  const around = open.findLast(({ code: { type } }) => emphasisMarks[type] !== undefined)?.close;
  const taken = new Set([around?.[0], before?.mark && before.markup[0]]);
  const mark = marks.find((candidate) => !taken.has(candidate[0])) ?? marks[0];
  return { chunk: { literal: '', markup: mark, mark: 'open' }, close: mark };
}

/** Ends the innermost code; emphasis around nothing is written as nothing, since `**` alone is two asterisks. */
function closeLast(chunks: Chunk[], open: Open[]): void {
  const last = open.pop();
  if (last === undefined) return;
  const isEmphasis = emphasisMarks[last.code.type] !== undefined;
  if (isEmphasis && chunks.at(-1)?.mark === 'open') chunks.pop();
  else chunks.push({ literal: '', markup: last.close, ...(isEmphasis && { mark: 'close' as const }) });
}

function alone(code: Code): Chunk {
  if (code.type === 'line-break') return markup('\n');
  if (code.type === 'paragraph-break') return markup('\n\n');
  if (code.type === 'image') return markup(`![${escapeMarkup(code.alt)}](${address(code.src)})`);
  return markup(code.type === 'footnote' ? `[^${noteLabel(code.label)}]` : '');
}

/** A label as Markdown allows it: no white space, no bracket. */
export function noteLabel(label: string): string {
  return label.replace(/[\s\]]+/gu, '-');
}

function markup(text: string): Chunk {
  return { literal: '', markup: text };
}

function codeSpan(text: string): string {
  const longest = Array.from(text.matchAll(/`+/gu), (run) => run[0].length).reduce((a, b) => Math.max(a, b), 0);
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .*[^ ].* $/u.test(text) ? ' ' : '';
  return fence + pad + text.replaceAll('\n', ' ') + pad + fence;
}

function linkEnd({ href, title }: Extract<Code, { type: 'link' }>): string {
  return `](${address(href)}${title === undefined ? '' : ` "${escapeMarkup(title).replaceAll('"', '\\"')}"`})`;
}

function address(href: string): string {
  return href === '' || /[\s<>()\\]/u.test(href)
    ? `<${href.replace(/[<>\\]/gu, '\\$&').replace(/\s/gu, '%20')}>`
    : href.replace(/&(?=[#\p{L}])/gu, '&amp;');
}

/** Sees to it that each mark of emphasis opens or closes: see the head of this file. */
function markReferences(chunks: Chunk[]): void {
  chunks.forEach(({ mark, markup: sign }, at) => {
    if (mark === undefined) return;
    const inner = chunks[mark === 'open' ? at + 1 : at - 1];
    const outer = chunks[mark === 'open' ? at - 1 : at + 1];
    const innerChar = inner && (mark === 'open' ? Array.from(inner.literal)[0] : Array.from(inner.literal).at(-1));
    const outerChar = outer && (mark === 'open' ? Array.from(outer.literal).at(-1) : Array.from(outer.literal)[0]);
    if (inner && innerChar !== undefined && /\s/u.test(innerChar)) escapeEnd(inner, mark === 'open' ? 'first' : 'last');
    const innerIsWord = innerChar !== undefined && isWordCharacter(innerChar);
    if (!outer || outerChar === undefined || !isWordCharacter(outerChar)) return;
    if (!innerIsWord || sign.startsWith('_')) escapeEnd(outer, mark === 'open' ? 'last' : 'first');
  });
}

function escapeEnd(chunk: Chunk, end: 'first' | 'last'): void {
  if (end === 'first') chunk.escapeFirst = true;
  else chunk.escapeLast = true;
}

function isWordCharacter(character: string): boolean {
  return !/[\s\p{P}\p{S}]/u.test(character);
}

function escaped({ literal, escapeFirst, escapeLast }: Chunk, place: Place): string {
  const characters = Array.from(literal);
  const first = escapeFirst ? characters.shift() : undefined;
  const last = escapeLast ? characters.pop() : undefined;
  const text = escapeMarkup(characters.join(''));
  const inPlace = place === 'cell' ? text.replaceAll('|', '\\|') : text;
  return reference(first) + inPlace.replace(/!$/u, '\\!') + reference(last);
}

function reference(character: string | undefined): string {
  return character === undefined ? '' : `&#${character.codePointAt(0)};`;
}

/** Escapes what is mark-up anywhere in a line. */
function escapeMarkup(text: string): string {
  return text.replace(/[\\`*_[\]<~]|&(?=[#\p{L}])/gu, '\\$&');
}

/** Escapes what is mark-up at the start of a line, and the `#`s that would end a heading. */
function safeStart(line: string): string {
  return line
    .replace(/^[#>+\-=:|]/u, '\\$&')
    .replace(/^(\d{1,9})([.)])/u, '$1\\$2')
    .replace(/(?<!\\)#$/u, '\\#');
}
