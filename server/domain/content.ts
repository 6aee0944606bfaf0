/**
 * Content: one segment's text with its inline codes.
 *
 * The text is a string in which inline mark-up stands as numbered codes: `<1>…</1>` around a run, `<2/>` on its own.
 * What a number means is in `codes`. Only declared numbers are codes; `<9>` in a text that declares no 9 is the three
 * characters a person typed. Numbers rather than the mark-up itself: translators see chips, never addresses; a machine
 * cannot invent a link; and diff, search and replace treat a code as one token.
 *
 * To add a kind of code: a row in `codeShapes`, a member of `Code`, and its rendering in `render/` and `formats/`.
 */

export type Code =
  | { readonly type: 'link'; readonly href: string; readonly title?: string }
  | { readonly type: 'emphasis' }
  | { readonly type: 'strong' }
  | { readonly type: 'strikethrough' }
  | { readonly type: 'inline-code' }
  | { readonly type: 'image'; readonly src: string; readonly alt: string }
  | { readonly type: 'footnote'; readonly label: string }
  | { readonly type: 'line-break' }
  | { readonly type: 'paragraph-break' };

export type CodeType = Code['type'];

/** Whether a code stands around a run of text or alone between two characters. */
export const codeShapes = {
  link: 'around',
  emphasis: 'around',
  strong: 'around',
  strikethrough: 'around',
  'inline-code': 'around',
  image: 'alone',
  footnote: 'alone',
  'line-break': 'alone',
  'paragraph-break': 'alone',
} as const satisfies Record<CodeType, 'around' | 'alone'>;

export type Codes = Readonly<Record<string, Code>>;

export interface Content {
  readonly text: string;
  readonly codes: Codes;
}

export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close' | 'alone'; readonly text: string; readonly number: string };

export type CodeFault =
  | { readonly code: 'content.code-missing'; readonly number: string }
  | { readonly code: 'content.code-doubled'; readonly number: string }
  | { readonly code: 'content.code-unpaired'; readonly number: string };

/** Anything that could be read as a code, well formed or not: `<1>`, `</ 1>`, `< 1 / >`. */
const codeLike = /<\s*(\/?)\s*(\d{1,6})\s*(\/?)\s*>/gu;

/** Plain text as content: no codes at all. */
export function plain(text: string): Content {
  return { text, codes: {} };
}

/**
 * Splits a text into runs and codes. The tokens' texts, concatenated, are the text again.
 * A declared number in a form that its meaning does not have (`<2>` where 2 stands alone) is text: see `lookAlikes`.
 */
export function tokenize(text: string, codes: Codes): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(codeLike)) {
    const kind = kindOf(match, codes);
    if (kind === undefined) continue;
    if (match.index > end) tokens.push({ kind: 'text', text: text.slice(end, match.index) });
    tokens.push({ kind, text: match[0], number: match[2] ?? '' });
    end = match.index + match[0].length;
  }
  if (end < text.length) tokens.push({ kind: 'text', text: text.slice(end) });
  return tokens;
}

/** The text as a reader sees it, codes taken out. */
export function withoutCodes(text: string, codes: Codes): string {
  return tokenize(text, codes)
    .map((token) => (token.kind === 'text' ? token.text : token.kind === 'alone' ? ' ' : ''))
    .join('');
}

/** How a code is written in a text. */
export function writeCode(kind: 'open' | 'close' | 'alone', number: string): string {
  return { open: `<${number}>`, close: `</${number}>`, alone: `<${number}/>` }[kind];
}

/** What differs between the codes declared for a segment and those in its target: missing, doubled, not paired. */
export function codeFaults(text: string, codes: Codes): CodeFault[] {
  const seen = new Map<string, { opened: number; closed: number; alone: number }>();
  const open: string[] = [];
  const unpaired = new Set<string>();
  for (const token of tokenize(text, codes)) {
    if (token.kind === 'text') continue;
    const count = seen.get(token.number) ?? { opened: 0, closed: 0, alone: 0 };
    seen.set(token.number, count);
    if (token.kind === 'alone') count.alone += 1;
    if (token.kind === 'open') {
      count.opened += 1;
      open.push(token.number);
    }
    if (token.kind === 'close') {
      count.closed += 1;
      if (open.at(-1) === token.number) open.pop();
      else unpaired.add(token.number);
    }
  }
  for (const number of open) unpaired.add(number);
  return Object.keys(codes).flatMap((number): CodeFault[] => {
    const count = seen.get(number);
    if (count === undefined) return [{ code: 'content.code-missing', number }];
    if (unpaired.has(number)) return [{ code: 'content.code-unpaired', number }];
    return Math.max(count.opened, count.alone) > 1 ? [{ code: 'content.code-doubled', number }] : [];
  });
}

/**
 * Pieces of a text that name a declared code in a form it cannot have (`<2>` for a footnote, `< 1>` for a link):
 * somebody typed them, and a reader could take them for the code. Refused at save.
 */
export function lookAlikes(text: string, codes: Codes): string[] {
  return [...text.matchAll(codeLike)]
    .filter((match) => Object.hasOwn(codes, match[2] ?? '') && kindOf(match, codes) === undefined)
    .map((match) => match[0]);
}

/** The numbers that a text mentions in the form of a code, declared or not: an importer numbers its codes around them. */
export function codeNumbersIn(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(codeLike), (match) => match[2] ?? ''));
}

/** The codes in the order of their numbers, as one string: what of them a change of the source changes. */
export function canonicalCodes(codes: Codes): string {
  return JSON.stringify(
    Object.keys(codes)
      .toSorted((a, b) => Number(a) - Number(b))
      .map((number) => [number, Object.entries(codes[number] ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1))]),
  );
}

function kindOf(match: RegExpExecArray, codes: Codes): 'open' | 'close' | 'alone' | undefined {
  const number = match[2] ?? '';
  const code = Object.hasOwn(codes, number) ? codes[number] : undefined;
  if (code === undefined) return undefined;
  const kinds = codeShapes[code.type] === 'alone' ? (['alone'] as const) : (['open', 'close'] as const);
  return kinds.find((kind) => writeCode(kind, number) === match[0]);
}
