/**
 * What the reader is importing, before the server has it. Kept on the device as it is typed, so that a refusal, a lost
 * connection or a reload costs nothing; a file's bytes are not kept, its absence then says so. Pure but for `keepDraft`
 * and `keptDraft`.
 */
import type { ImportRequest } from '../../server/contract/schemas.ts';
import type { SourceFormat } from '../../server/domain/document.ts';
import { locales, type Locale } from '../../server/domain/locale.ts';

export type DraftInput =
  | { readonly kind: 'text'; readonly text: string; readonly format: SourceFormat }
  | { readonly kind: 'file'; readonly name: string; readonly base64: string };

export interface ImportDraft {
  readonly input: DraftInput;
  /** Absent: not chosen, so guessed from the letters. */
  readonly from?: Locale;
  /** Languages that it shall not be translated into; the others follow the source. */
  readonly without: readonly Locale[];
  readonly title: string;
}

export const emptyDraft: ImportDraft = {
  input: { kind: 'text', text: '', format: 'text' },
  without: [],
  title: '',
};

/** The largest file that the server takes: refused here before it is sent in vain. */
export const largestFileMegabytes = 20;

const storageKey = 'dragoman.import';

export function isEmpty({ input }: ImportDraft): boolean {
  return input.kind === 'text' ? input.text.trim() === '' : input.base64 === '';
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
      input.kind === 'text' ? { text: input.text, format: input.format } : { file: input.name, base64: input.base64 },
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

/** Keeps the draft on this device; a full or forbidden storage is no reason to stop typing. */
export function keepDraft(draft: ImportDraft): void {
  const { input } = draft;
  const kept = input.kind === 'text' ? draft : { ...draft, input: emptyDraft.input };
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

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
