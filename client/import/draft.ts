/**
 * What the reader is importing, before the server has it. Kept on the device as it is typed, so that a refusal, a lost
 * connection or a reload costs nothing; a file's bytes are not kept, its absence then says so. Pure but for `keepDraft`
 * and `keptDraft`.
 */
import type { ImportRequest } from '../../server/contract/documents-api.ts';
import type { Block, SourceFormat } from '../../server/domain/document.ts';
import { importBytes, importLimits } from '../../server/domain/limits.ts';
import { locales, type Locale } from '../../server/domain/locale.ts';
import { withTitle } from '../../server/domain/title.ts';
import { Problem } from '../api.ts';

export interface TypedInput {
  readonly kind: 'text';
  readonly text: string;
  /** Absent: not chosen, so guessed from the text's look. */
  readonly format?: SourceFormat;
}

export interface FileInput {
  readonly kind: 'file';
  readonly name: string;
  readonly base64: string;
  /** Its first letters, by which its language is told. */
  readonly opening: string;
  /** What the file took the place of, and gives way to again. */
  readonly typed: TypedInput;
}

export type DraftInput = TypedInput | FileInput;

export interface ImportDraft {
  readonly input: DraftInput;
  /** Absent: not chosen, so guessed from the letters. */
  readonly from?: Locale;
  /** Languages that it shall not be translated into; the others follow the source. */
  readonly without: readonly Locale[];
  readonly title: string;
}

export const emptyDraft: ImportDraft = {
  input: { kind: 'text', text: '' },
  without: [],
  title: '',
};

const storageKey = 'dragoman.import';

export function isEmpty({ input }: ImportDraft): boolean {
  return input.kind === 'text' ? input.text.trim() === '' : input.base64 === '';
}

/** What the size alone says against an article, before it is read or sent: a file without anything in it, too much of either. */
export function sizeProblem(article: Blob | string): Problem | undefined {
  const isTooLarge = typeof article === 'string' ? isLongerThan(importBytes, article) : article.size > importBytes;
  const limit = importLimits.megabytes;
  if (isTooLarge) return new Problem({ code: 'import.too-large', status: 413, params: { limit } });
  const isEmptyFile = typeof article !== 'string' && article.size === 0;
  return isEmptyFile ? new Problem({ code: 'import.empty', status: 422, params: {} }) : undefined;
}

/** What was typed, also while a file stands in its place. */
export function typedIn(input: DraftInput): TypedInput {
  return input.kind === 'text' ? input : input.typed;
}

/** The languages it will be translated into: all but the source's and those unchosen. */
export function targetsOf(draft: ImportDraft, from: Locale): Locale[] {
  return locales.filter((locale) => locale !== from && !draft.without.includes(locale));
}

/** What is sent for a preview; the title is left out, so that the answer says whether the text has one. */
export function previewRequest(draft: ImportDraft, from: Locale): ImportRequest {
  const { input } = draft;
  return {
    from,
    to: targetsOf(draft, from),
    input:
      input.kind === 'text'
        ? { text: input.text, format: formatOf(input) }
        : { file: input.name, base64: input.base64 },
  };
}

/** What is sent to import. */
export function importRequest(draft: ImportDraft, from: Locale): ImportRequest {
  const title = draft.title.trim();
  return { ...previewRequest(draft, from), ...(title !== '' && { title }) };
}

/**
 * The language that most letters of a text belong to. Counts scripts, so it can tell Hebrew from Arabic from the
 * Latin-lettered rest, which is English here; undefined where there are no letters.
 */
export function guessLocale(text: string): Locale | undefined {
  const sample = text.slice(0, 5000);
  const counts = { he: count(sample, /\p{Script=Hebrew}/gu), ar: count(sample, /\p{Script=Arabic}/gu) };
  const latin = count(sample, /\p{Script=Latin}/gu);
  const most = Math.max(counts.he, counts.ar, latin);
  if (most === 0) return undefined;
  return most === latin ? 'en' : most === counts.he ? 'he' : 'ar';
}

/** The language that an article's letters tell, whichever way it came. */
export function guessedFrom(input: DraftInput): Locale | undefined {
  return guessLocale(input.kind === 'text' ? input.text : input.opening);
}

/** Links, bold and headings as only Markdown writes them; a lone asterisk or hash also stands in plain texts. */
const markdownLooks = [/\[[^\]\n]+\]\([^)\s]+\)/u, /\*\*[^*\s][^*\n]*\*\*/u, /^#{1,6} \S/mu];

/** The format that was chosen, else the one that the text looks like. */
export function formatOf({ text, format }: TypedInput): SourceFormat {
  if (format) return format;
  const sample = text.slice(0, 20_000);
  return markdownLooks.some((look) => look.test(sample)) ? 'markdown' : 'text';
}

/** The blocks of a preview as the import makes them under a title that was typed (`withTitle` of the domain decides). */
export function titledBlocks(blocks: readonly Block[], title: string): readonly Block[] {
  const titled = withTitle(blocks, title);
  return titled.ok ? titled.blocks : blocks;
}

/** Keeps the draft on this device; a full or forbidden storage is no reason to stop typing. */
export function keepDraft(draft: ImportDraft): void {
  const kept = draft.input.kind === 'text' ? draft : { ...draft, input: draft.input.typed };
  try {
    if (kept === emptyDraft) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, JSON.stringify(kept));
  } catch {
    // Longer than the browser's quota: the text stays in the page.
  }
}

/** The draft of an earlier visit; an empty one where there is none, or none that fits. */
export function keptDraft(): ImportDraft {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<ImportDraft>;
    return kept.input?.kind === 'text' ? { ...emptyDraft, ...kept } : emptyDraft;
  } catch {
    return emptyDraft;
  }
}

/** In UTF-8, where a unit of a string takes one to three bytes: most texts are told without being encoded. */
function isLongerThan(bytes: number, text: string): boolean {
  return text.length > bytes || (text.length * 3 > bytes && new Blob([text]).size > bytes);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
