/**
 * One segment's text as HTML: numbered codes become elements, everything else is text. The text may be faulty (a code
 * missing, doubled, crossed: an editor can approve that with a reason), so elements are closed where they must be and
 * a close without its open says nothing; the result is well formed for every input.
 *
 * A paragraph break, as a code or as an empty line that a translator typed, ends a paragraph: what is open is closed
 * before it and opened again after it.
 */
import { tokenize, type Code, type Codes, type CodeType, type Token } from '../domain/content.ts';
import type { Locale } from '../domain/locale.ts';
import { safeAddress } from '../domain/address.ts';
import { isolateRuns } from './bidi.ts';
import { attribute, html, type Html } from './html.ts';
import { words } from './words.ts';

export interface InlineContext {
  /** The language of this text. */
  readonly locale: Locale;
  /** The mark of a footnote; `linked` where a link can stand. */
  readonly footnoteMark: (label: string, linked: boolean) => Html;
}

type Around = Extract<CodeType, 'link' | 'emphasis' | 'strong' | 'strikethrough' | 'inline-code'>;
type Wrap<T extends CodeType> = (inner: Html, code: Extract<Code, { type: T }>) => Html;

const wraps: { readonly [T in Around]: Wrap<T> } = {
  link: (inner, { href, title }) => {
    const address = safeAddress(href);
    return address === undefined ? inner : html`<a href="${address}" ${attribute('title', title)}>${inner}</a>`;
  },
  emphasis: (inner) => html`<em>${inner}</em>`,
  strong: (inner) => html`<strong>${inner}</strong>`,
  strikethrough: (inner) => html`<del>${inner}</del>`,
  'inline-code': (inner) => html`<code dir="ltr" translate="no">${inner}</code>`,
};

interface Open {
  readonly number: string;
  readonly code: Code;
  pieces: Html[];
}

/** A text's paragraphs, in order; one, unless something in it breaks them. Never empty. */
export function renderInline(text: string, codes: Codes, context: InlineContext): readonly Html[] {
  const paragraphs: Html[] = [];
  let open: Open[] = [];
  let pieces: Html[] = [];
  const put = (piece: Html): unknown => (open.at(-1)?.pieces ?? pieces).push(piece);
  const closeLast = (): void => {
    const last = open.pop();
    if (last && last.pieces.length > 0) put(wrap(last, open));
  };
  const breakParagraph = (): void => {
    const reopened = open.map(({ number, code }) => ({ number, code, pieces: [] }));
    while (open.length > 0) closeLast();
    paragraphs.push(html`${pieces}`);
    pieces = [];
    open = reopened;
  };
  const rules: Readonly<Record<Token['kind'], (token: Token) => void>> = {
    text: ({ text }) => {
      text.split(/\r?\n[ \t]*\r?\n\s*/u).forEach((part, at) => {
        if (at > 0) breakParagraph();
        if (part !== '') put(renderText(part, open, context));
      });
    },
    open: (token) => {
      const code = codeOf(token, codes);
      if (code) open.push({ number: numberOf(token), code, pieces: [] });
    },
    close: (token) => {
      if (!open.some(({ number }) => number === numberOf(token))) return;
      while (open.at(-1)?.number !== numberOf(token)) closeLast();
      closeLast();
    },
    alone: (token) => {
      const code = codeOf(token, codes);
      if (code?.type === 'paragraph-break') breakParagraph();
      else if (code) put(renderAlone(code, open, context));
    },
  };
  for (const token of tokenize(text, codes)) rules[token.kind](token);
  breakParagraph();
  return paragraphs;
}

function numberOf(token: Token): string {
  return token.kind === 'text' ? '' : token.number;
}

function codeOf(token: Token, codes: Codes): Code | undefined {
  return codes[numberOf(token)];
}

function isInside(open: readonly Open[], type: CodeType): boolean {
  return open.some(({ code }) => code.type === type);
}

function renderText(text: string, open: readonly Open[], { locale }: InlineContext): Html {
  return isInside(open, 'inline-code') ? html`${text}` : isolateRuns(text, locale);
}

/** A link in a link is not HTML: the outer one is kept. */
function wrap({ code, pieces }: Open, around: readonly Open[]): Html {
  if (code.type === 'link' && isInside(around, 'link')) return html`${pieces}`;
  return wraps[code.type as Around](html`${pieces}`, code as never);
}

/** An image of another site is never loaded (readers may be watched): its words stand for it, and lead to it. */
function renderAlone(code: Code, open: readonly Open[], { locale, footnoteMark }: InlineContext): Html {
  const inLink = isInside(open, 'link');
  if (code.type === 'line-break') return html`<br />`;
  if (code.type === 'footnote') return footnoteMark(code.label, !inLink);
  if (code.type !== 'image') return html``;
  const shown = isolateRuns(code.alt.trim() === '' ? words[locale].image : code.alt, locale);
  const address = inLink ? undefined : safeAddress(code.src);
  return address === undefined ? shown : html`<a class="image" href="${address}">${shown}</a>`;
}
