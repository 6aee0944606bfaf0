/**
 * One segment's text as runs of a word processor. Like the page's (`render/inline.ts`), but flat: a run says of itself
 * everything that is true of it. Neither Hebrew nor Arabic slants its letters, so emphasis is bold there; bold and the
 * rest are always said for complex scripts too, or letters of Hebrew and Arabic would not show them.
 */
import { ExternalHyperlink, FootnoteReferenceRun, TextRun, type IRunOptions, type ParagraphChild } from 'docx';
import { safeAddress } from '../../domain/address.ts';
import { tokenize, type Code, type Codes } from '../../domain/content.ts';
import type { Locale } from '../../domain/locale.ts';
import { writable } from '../html.ts';
import { words } from '../words.ts';
import { scriptRuns } from './scripts.ts';
import { codeFont, isRightToLeft, languageTags } from './styles.ts';

/** What stands for a footnote's mark: a note of Word's own, or what is written where that cannot be. */
export type Mark = { readonly note: number } | { readonly written: string };

export interface InlineOptions {
  readonly locale: Locale;
  readonly mark: (label: string) => Mark;
}

interface Piece {
  readonly run: ParagraphChild;
  /** Where it leads. */
  readonly href: string | undefined;
}

type Look = Omit<IRunOptions, 'children' | 'text' | 'break'>;

/** A text's paragraphs, in order; one, unless something in it breaks them. Never empty. */
export function inlineRuns(text: string, codes: Codes, options: InlineOptions): ParagraphChild[][] {
  const paragraphs: Piece[][] = [[]];
  let open: Array<{ readonly number: string; readonly code: Code }> = [];
  const put = (...runs: readonly ParagraphChild[]): void => {
    const href = addressIn(open.map(({ code }) => code));
    paragraphs.at(-1)?.push(...runs.map((run) => ({ run, href })));
  };
  for (const token of tokenize(text, codes)) {
    const around = open.map(({ code }) => code);
    if (token.kind === 'text') {
      writable(token.text)
        .split(/\r?\n[ \t]*\r?\n\s*/u)
        .forEach((part, at) => {
          if (at > 0) paragraphs.push([]);
          put(...textRuns(part, around, options.locale));
        });
      continue;
    }
    const code = codes[token.number];
    if (code === undefined) continue;
    if (token.kind === 'open') open = [...open, { number: token.number, code }];
    else if (token.kind === 'close') open = closed(open, token.number);
    else if (code.type === 'paragraph-break') paragraphs.push([]);
    else put(...alone(code, around, options));
  }
  return paragraphs.map(withLinks);
}

/** What is open after a close: nothing that was opened within. A close without its open says nothing. */
function closed<T extends { readonly number: string }>(open: readonly T[], number: string): T[] {
  const at = open.findLastIndex((one) => one.number === number);
  return at === -1 ? [...open] : open.slice(0, at);
}

function textRuns(text: string, around: readonly Code[], locale: Locale): ParagraphChild[] {
  if (text === '') return [];
  if (around.some(({ type }) => type === 'inline-code')) {
    return [new TextRun({ text, ...lookOf(around, 'en'), font: codeFont, noProof: true })];
  }
  return scriptRuns(text, locale).map((run) => new TextRun({ text: run.text, ...lookOf(around, run.locale) }));
}

function lookOf(around: readonly Code[], locale: Locale): Look {
  const has = (type: Code['type']): boolean => around.some((code) => code.type === type);
  const rightToLeft = isRightToLeft(locale);
  const tag = languageTags[locale];
  return {
    ...((has('strong') || (has('emphasis') && rightToLeft)) && { bold: true }),
    ...(has('emphasis') && !rightToLeft && { italics: true }),
    ...(has('strikethrough') && { strike: true }),
    ...(addressIn(around) !== undefined && { style: 'Hyperlink' }),
    ...(rightToLeft ? { rightToLeft, language: { bidirectional: tag } } : { language: { value: tag } }),
  };
}

function alone(code: Code, around: readonly Code[], { locale, mark }: InlineOptions): ParagraphChild[] {
  if (code.type === 'line-break') return [new TextRun({ break: 1 })];
  if (code.type === 'footnote') {
    const found = mark(code.label);
    if ('note' in found) return [new FootnoteReferenceRun(found.note)];
    return [new TextRun({ text: writable(found.written), superScript: true, ...lookOf(around, locale) })];
  }
  if (code.type !== 'image') return [];
  const shown = writable(code.alt.trim() === '' ? words[locale].image : code.alt);
  const address = safeAddress(code.src);
  if (address === undefined || addressIn(around) !== undefined) return textRuns(shown, around, locale);
  const link: Code = { type: 'link', href: address };
  return [new ExternalHyperlink({ link: address, children: textRuns(shown, [...around, link], locale) })];
}

/** Where the outermost link that leads anywhere leads. */
function addressIn(around: readonly Code[]): string | undefined {
  return around.map((code) => (code.type === 'link' ? safeAddress(code.href) : undefined)).find(Boolean);
}

/** Runs in a row that lead to one place become one link. */
function withLinks(pieces: readonly Piece[]): ParagraphChild[] {
  const groups: Array<{ readonly href: string | undefined; readonly runs: ParagraphChild[] }> = [];
  for (const { run, href } of pieces) {
    const last = groups.at(-1);
    if (last && last.href === href) last.runs.push(run);
    else groups.push({ href, runs: [run] });
  }
  return groups.flatMap(({ href, runs }) =>
    href === undefined ? runs : [new ExternalHyperlink({ link: href, children: runs })],
  );
}
