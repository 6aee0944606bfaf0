/**
 * One segment's text as HTML: numbered codes become elements, everything else is text. The text may be faulty (a code
 * missing, doubled, crossed: an editor can approve that with a reason), so elements are closed where they must be and
 * a close without its open says nothing; the result is well formed for every input.
 *
 * A paragraph break, as a code or as an empty line that a translator typed, ends a paragraph: what is open is closed
 * before it and opened again after it.
 */
import { type Code, type Codes, type CodeType, type Token } from '../domain/content.ts';
import type { Locale } from '../domain/locale.ts';
import { safeAddress } from '../domain/address.ts';
import { isolateByCharacters, isolated, isolateRuns } from './bidi.ts';
import type { Isolate } from './bidi-runs.ts';
import { attribute, html, type Html } from './html.ts';
import { isolatedTokens, type RunMark } from './isolated-tokens.ts';
import { words } from './words.ts';

export interface InlineContext {
  /** The language of this text. */
  readonly locale: Locale;
  /** The mark of a footnote; `linked` where a link can stand. */
  readonly footnoteMark: (label: string, linked: boolean) => Html;
}

type Around = Extract<CodeType, 'link' | 'emphasis' | 'strong' | 'strikethrough' | 'inline-code'>;
type Wrap<T extends CodeType> = (inner: Html, code: Extract<Code, { type: T }>, locale: Locale) => Html;

const wraps: { readonly [T in Around]: Wrap<T> } = {
  link: (inner, { href, title }, locale) => {
    const address = safeAddress(href);
    const words = title === undefined ? undefined : isolateByCharacters(title, locale);
    return address === undefined ? inner : html`<a href="${address}" ${attribute('title', words)}>${inner}</a>`;
  },
  emphasis: (inner) => html`<em>${inner}</em>`,
  strong: (inner) => html`<strong>${inner}</strong>`,
  strikethrough: (inner) => html`<del>${inner}</del>`,
  'inline-code': (inner) => html`<code dir="ltr" translate="no">${inner}</code>`,
};

interface OpenCode {
  readonly number: string;
  readonly code: Code;
  readonly pieces: Html[];
}

interface OpenRun {
  readonly isolate: Isolate;
  readonly pieces: Html[];
}

type Open = OpenCode | OpenRun;
type Step = Token | RunMark;

/** A text's paragraphs, in order; one, unless something in it breaks them. Never empty. */
export function renderInline(text: string, codes: Codes, context: InlineContext): readonly Html[] {
  const { locale } = context;
  const paragraphs: Html[] = [];
  let open: Open[] = [];
  let pieces: Html[] = [];
  const put = (piece: Html): unknown => (open.at(-1)?.pieces ?? pieces).push(piece);
  const closeLast = (): void => {
    const last = open.pop();
    if (last && last.pieces.length > 0) put(wrap(last, open, locale));
  };
  const closeTo = (isIt: (one: Open) => boolean): void => {
    if (!open.some(isIt)) return;
    for (let last = open.at(-1); last && !isIt(last); last = open.at(-1)) closeLast();
    closeLast();
  };
  const breakParagraph = (): void => {
    const reopened = open.map((one) => ({ ...one, pieces: [] }));
    while (open.length > 0) closeLast();
    paragraphs.push(html`${pieces}`);
    pieces = [];
    open = reopened;
  };
  const rules: { readonly [K in Step['kind']]: (step: Extract<Step, { kind: K }>) => void } = {
    text: ({ text }) => {
      text.split(/\r?\n[ \t]*\r?\n\s*/u).forEach((part, at) => {
        if (at > 0) breakParagraph();
        if (part !== '') put(html`${part}`);
      });
    },
    open: ({ number }) => {
      const code = codes[number];
      if (code) open.push({ number, code, pieces: [] });
    },
    close: ({ number }) => closeTo((one) => 'number' in one && one.number === number),
    alone: ({ number }) => {
      const code = codes[number];
      if (code?.type === 'paragraph-break') breakParagraph();
      else if (code) put(renderAlone(code, open, context));
    },
    run: ({ isolate }) => open.push({ isolate, pieces: [] }),
    'run-end': () => closeTo((one) => 'isolate' in one),
  };
  for (const step of isolatedTokens(text, codes, locale)) rules[step.kind](step as never);
  breakParagraph();
  return paragraphs;
}

function isInside(open: readonly Open[], type: CodeType): boolean {
  return open.some((one) => 'code' in one && one.code.type === type);
}

/** A link in a link is not HTML: the outer one is kept. */
function wrap(one: Open, around: readonly Open[], locale: Locale): Html {
  const inner = html`${one.pieces}`;
  if ('isolate' in one) return isolated(inner, one.isolate);
  if (one.code.type === 'link' && isInside(around, 'link')) return inner;
  return wraps[one.code.type as Around](inner, one.code as never, locale);
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
