/**
 * Inline tokens of Markdown → a text with numbered codes. The parts of a segment are gathered first and numbered last,
 * because a number must not be one that the author typed: where a text says `<1>`, its codes begin at 2.
 */
import { codeNumbersIn, plain, writeCode, type Code, type Content } from '../domain/content.ts';
import { isBlank, normaliseLines } from '../domain/segmentation.ts';
import type { Token } from './markdown-parser.ts';

/** A run of literal text, or one end of a code; the two ends share the `code` object. */
export type Part = string | { readonly end: 'open' | 'close' | 'alone'; readonly code: Code };

type Reader = (token: Token) => readonly Part[];

const alone = (code: Code): Part[] => [{ end: 'alone', code }];

/** What stands alone; what stands around a run is in `around`. Other tokens are their content. */
const readers: Readonly<Record<string, Reader>> = {
  hardbreak: () => alone({ type: 'line-break' }),
  image: (token) => alone({ type: 'image', src: attribute(token, 'src'), alt: oneLine(literal(token.children ?? [])) }),
  footnote_ref: (token) => alone({ type: 'footnote', label: (token.meta as { label: string }).label }),
  code_inline: (token) => {
    const code: Code = { type: 'inline-code' };
    return [{ end: 'open', code }, token.content, { end: 'close', code }];
  },
};

const around: Readonly<Record<string, (token: Token) => Code>> = {
  em_open: () => ({ type: 'emphasis' }),
  strong_open: () => ({ type: 'strong' }),
  s_open: () => ({ type: 'strikethrough' }),
  link_open: (token) => {
    const title = oneLine(attribute(token, 'title'));
    return { type: 'link', href: attribute(token, 'href'), ...(title !== '' && { title }) };
  },
};

/** The parts of a paragraph's inline tokens, in order. Emphasis within the same emphasis and a link without an address say nothing and are left out. */
export function partsOf(tokens: readonly Token[]): Part[] {
  const parts: Part[] = [];
  const open: Array<{ readonly code: Code; readonly isIdle: boolean }> = [];
  for (const token of tokens) {
    const code = around[token.type]?.(token);
    if (code) {
      const isIdle = leadsNowhere(code) || open.some((outer) => outer.code.type === code.type);
      open.push({ code, isIdle });
      if (!isIdle) parts.push({ end: 'open', code });
    } else if (token.nesting === -1) {
      const last = open.pop();
      if (last && !last.isIdle) parts.push({ end: 'close', code: last.code });
    } else if (token.type === 'softbreak') parts.push(seam(parts.at(-1)));
    else parts.push(...(readers[token.type]?.(token) ?? [token.content]));
  }
  return parts;
}

function leadsNowhere(code: Code): boolean {
  return code.type === 'link' && code.href === '';
}

/** The content of a segment: its parts with their codes numbered from 1, around every number that the text mentions. */
export function numbered(written: readonly Part[]): Content {
  if (written.every((part) => typeof part === 'string')) return plain(oneLine(written.join('')).trim());
  const parts = withoutIdleBreaks(trimmedAtBreaks(breaksOutside(trimmedAtBreaks(merged(written)))));
  const taken = codeNumbersIn(parts.map((part) => (typeof part === 'string' ? part : '\0')).join(''));
  const numbers = new Map<Code, string>();
  let last = 0;
  const numberOf = (code: Code): string => {
    let number = numbers.get(code);
    if (number !== undefined) return number;
    do number = String((last += 1));
    while (taken.has(number));
    numbers.set(code, number);
    return number;
  };
  const text = parts.map((part) => (typeof part === 'string' ? part : writeCode(part.end, numberOf(part.code))));
  return {
    text: text.join('').trim(),
    codes: Object.fromEntries(Array.from(numbers, ([code, number]) => [number, code])),
  };
}

/** A break at the inner edge of a code stands outside it: no mark of emphasis can be followed by a new line. */
function breaksOutside(parts: readonly Part[]): Part[] {
  const moved = [...parts];
  const swap = (at: number): void => void moved.splice(at, 2, ...moved.slice(at, at + 2).toReversed());
  for (let at = 0; at < moved.length - 1; at += 1) {
    if (isBreak(moved[at]) && isEnd(moved[at + 1], 'close')) swap(at);
  }
  for (let at = moved.length - 1; at > 0; at -= 1) {
    if (isBreak(moved[at]) && isEnd(moved[at - 1], 'open')) swap(at - 1);
  }
  return moved;
}

function isEnd(part: Part | undefined, end: 'open' | 'close'): boolean {
  return typeof part === 'object' && part.end === end;
}

/** Runs of literal text as one. */
function merged(parts: readonly Part[]): Part[] {
  const runs: Part[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (typeof part === 'string' && typeof last === 'string') runs[runs.length - 1] = last + oneLine(part);
    else runs.push(typeof part === 'string' ? oneLine(part) : part);
  }
  return runs;
}

/** White space at either side of a break is the outer white space of its line. */
function trimmedAtBreaks(parts: readonly Part[]): Part[] {
  const trimmed = parts.map((part, at) => {
    if (typeof part !== 'string') return part;
    const start = isBreak(parts[at - 1]) ? part.trimStart() : part;
    return isBreak(parts[at + 1]) ? start.trimEnd() : start;
  });
  return trimmed.filter((part) => part !== '');
}

/**
 * Without the line breaks that part nothing from nothing: at the edges, where they are outer white space, and behind one
 * another.
 */
function withoutIdleBreaks(parts: readonly Part[]): Part[] {
  const last = parts.findLastIndex(shows);
  let pending = false;
  return parts.filter((part, at) => {
    if (shows(part)) return (pending = true);
    if (!isBreak(part)) return true;
    const kept = pending && at < last;
    pending = false;
    return kept;
  });
}

function shows(part: Part): boolean {
  return typeof part === 'string' ? !isBlank(part) : part.code.type === 'image' || part.code.type === 'footnote';
}

function isBreak(part: Part | undefined): boolean {
  return typeof part === 'object' && (part.code.type === 'line-break' || part.code.type === 'paragraph-break');
}

/** What a line end within a paragraph becomes: nothing behind a maqaf or a hyphen within a word, else a space. */
function seam(before: Part | undefined): string {
  return typeof before === 'string' && /\p{L}[-־]$/u.test(before.slice(-3)) ? '' : ' ';
}

/** Character references can name what `normaliseLines` has taken out of the text; here it goes the same way. */
function oneLine(text: string): string {
  return normaliseLines(text).replace(/\n+/gu, ' ');
}

function attribute(token: Token, name: string): string {
  return String(token.attrGet(name) ?? '');
}

/** The words of an image's description, without mark-up. */
function literal(tokens: readonly Token[]): string {
  return tokens
    .map((token) =>
      token.type === 'softbreak' || token.type === 'hardbreak'
        ? ' '
        : token.children
          ? literal(token.children)
          : token.content,
    )
    .join('');
}
