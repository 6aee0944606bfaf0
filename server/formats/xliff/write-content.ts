/**
 * A text with its codes as the inline content of XLIFF 2, and back. A code's number is its id; what it means is said for
 * people (`disp`, `equiv`) and for tools (`type`, `subType`), since the number alone is what we read back.
 *
 * A target may be as it should not be, and is carried all the same: a code that is there twice is a copy of itself
 * (`copyOf`), halves that overlap with others are `sc` and `ec`, and a half without its other one is isolated. Characters that
 * XML cannot hold are `cp`. Read back, every text is what it was, to the letter.
 */
import {
  tokenize,
  writeCode,
  type Code,
  type CodeType,
  type Codes,
  type Content,
  type Token,
} from '../../domain/content.ts';
import { refuse, type Refusal } from '../../domain/errors.ts';
import { isXmlText, type XmlElement, type XmlNode } from '../xml.ts';
import type { Piece } from '../../domain/bilingual.ts';
import { aElement } from './element.ts';

interface Look {
  readonly type: string;
  readonly subType?: string;
}

const looks: Readonly<Record<CodeType, Look>> = {
  link: { type: 'link' },
  emphasis: { type: 'fmt', subType: 'xlf:i' },
  strong: { type: 'fmt', subType: 'xlf:b' },
  strikethrough: { type: 'fmt', subType: 'dragoman:strikethrough' },
  'inline-code': { type: 'fmt', subType: 'dragoman:code' },
  image: { type: 'image' },
  footnote: { type: 'other', subType: 'dragoman:footnote' },
  'line-break': { type: 'fmt', subType: 'xlf:lb' },
  'paragraph-break': { type: 'fmt', subType: 'xlf:pb' },
};

/** The inline content that stands for a text. */
export function writeContent({ text, codes }: Content): XmlNode[] {
  const tokens = tokenize(text, codes);
  const plan = planOf(tokens);
  /** The elements that are open, the innermost last, each with what stands in it so far. */
  const open: Array<{ readonly element?: XmlElement; readonly nodes: XmlNode[] }> = [{ nodes: [] }];
  const add = (...nodes: readonly XmlNode[]): void => {
    for (const node of nodes) open.at(-1)?.nodes.push(node);
  };
  for (const [at, token] of tokens.entries()) {
    const planned = plan[at];
    if (token.kind === 'text' || planned === undefined) add(...writeText(token.text));
    else if (planned.as === 'end of pc') {
      const { element, nodes } = open.pop() ?? { nodes: [] };
      add(...(element ? [{ ...element, children: nodes }] : nodes));
    } else {
      const element = codeElement(planned, token.number, codes[token.number]);
      if (planned.as === 'pc') open.push({ element, nodes: [] });
      else add(element);
    }
  }
  return open[0]?.nodes ?? [];
}

/** Deeper than this in one another, pairs are written as two points: readers bound the depth of a file. */
const deepest = 50;

type Written = 'ph' | 'pc' | 'end of pc' | 'sc' | 'ec' | 'lone sc' | 'lone ec';

interface Planned {
  readonly as: Written;
  readonly id: string;
}

/** How each code of a text is written: pairs that nest are elements, others are two points. */
function planOf(tokens: readonly Token[]): Planned[] {
  const plan: Planned[] = [];
  const open: number[] = [];
  const seen = new Map<string, number>();
  const fresh = (number: string): string => {
    const times = (seen.get(number) ?? 0) + 1;
    seen.set(number, times);
    return times === 1 ? number : `${number}-${times}`;
  };
  tokens.forEach((token, at) => {
    if (token.kind === 'text') return;
    if (token.kind === 'alone') plan[at] = { as: 'ph', id: fresh(token.number) };
    if (token.kind === 'open') {
      plan[at] = { as: 'lone sc', id: fresh(token.number) };
      open.push(at);
    }
    if (token.kind !== 'close') return;
    const start = open.findLastIndex((other) => numberAt(tokens, other) === token.number);
    const place = open[start];
    if (place === undefined) {
      plan[at] = { as: 'lone ec', id: fresh(token.number) };
      return;
    }
    const isNested = start === open.length - 1 && start < deepest;
    open.splice(start, 1);
    const id = plan[place]?.id ?? token.number;
    plan[place] = { as: isNested ? 'pc' : 'sc', id };
    plan[at] = { as: isNested ? 'end of pc' : 'ec', id };
  });
  return plan;
}

function numberAt(tokens: readonly Token[], at: number): string | undefined {
  const token = tokens[at];
  return token === undefined || token.kind === 'text' ? undefined : token.number;
}

function codeElement({ as, id }: Planned, number: string, code: Code | undefined): XmlElement {
  if (as === 'ec') return aElement('ec', { startRef: id });
  const { type, subType } = looks[code?.type ?? 'line-break'];
  const copyOf = id === number ? undefined : number;
  const start = { id, copyOf, type, subType };
  const { disp, equiv } = saidOf(code);
  if (as === 'pc') return aElement('pc', { ...start, dispStart: disp });
  const isolated = as === 'lone sc' || as === 'lone ec' ? 'yes' : undefined;
  const name = as === 'ph' ? 'ph' : as === 'lone ec' ? 'ec' : 'sc';
  return aElement(name, { ...start, isolated, disp, equiv: as === 'ph' ? equiv : undefined });
}

/** What a person sees of a code, and what stands for it where codes are left out. */
function saidOf(code: Code | undefined): { readonly disp?: string; readonly equiv?: string } {
  switch (code?.type) {
    case 'link':
      return { disp: code.href };
    case 'image':
      return { disp: code.src, equiv: code.alt };
    case 'footnote':
      return { disp: code.label };
    case 'line-break':
    case 'paragraph-break':
      return { equiv: '\n' };
    default:
      return {};
  }
}

function writeText(text: string): XmlNode[] {
  if (isXmlText(text)) return [text];
  return text
    .split(/([\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF])/u)
    .filter((piece) => piece !== '')
    .map((piece) => (isXmlText(piece) ? piece : aElement('cp', { hex: hexOf(piece) })));
}

function hexOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

/**
 * The text that pieces stand for, with the codes that its segment declares.
 * Refusals: content.code-unknown; content.look-alike where something that is no code would be read as one.
 */
export function readContent(
  pieces: readonly Piece[],
  codes: Codes,
): { readonly ok: true; readonly text: string } | Refusal {
  const written: string[] = [];
  for (const piece of pieces) {
    if (typeof piece === 'string') continue;
    if (!Object.hasOwn(codes, piece.id)) return refuse('content.code-unknown', { number: piece.id.slice(0, 20) });
    written.push(writePiece(piece));
  }
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : writePiece(piece))).join('');
  const read = tokenize(text, codes).flatMap((token) => (token.kind === 'text' ? [] : [token.text]));
  const stray = read.find((token, at) => token !== written[at]) ?? written[read.length];
  return stray === undefined ? { ok: true, text } : refuse('content.look-alike', { piece: stray });
}

function writePiece({ at, id }: Exclude<Piece, string>): string {
  return writeCode(({ start: 'open', end: 'close', point: 'alone' } as const)[at], id);
}
