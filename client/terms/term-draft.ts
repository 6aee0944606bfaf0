/** A term as somebody writes it down: words a line each, until it is saved. Pure; the form draws it. */
import type { DocumentId } from '../../server/domain/document.ts';
import { locales, type Locale } from '../../server/domain/locale.ts';
import type { TermBody, TermKind, Wording } from '../../server/domain/terms/term.ts';

export interface WordingDraft {
  readonly preferred: string;
  /** A line each. */
  readonly forms: string;
  readonly forbidden: string;
  /** Only as it stands: no regular forms are looked for. */
  readonly isExact: boolean;
}

export interface TermDraft {
  readonly kind: TermKind;
  readonly words: Readonly<Record<Locale, WordingDraft>>;
  readonly isKept: boolean;
  readonly note: string;
  readonly documentId?: DocumentId;
}

const blank: WordingDraft = { preferred: '', forms: '', forbidden: '', isExact: false };

/** A new term, with the words that somebody had selected. */
export function newDraft(words: Readonly<Partial<Record<Locale, string>>> = {}): TermDraft {
  const drafts = locales.map((locale) => [locale, { ...blank, preferred: words[locale]?.trim() ?? '' }]);
  return { kind: 'term', words: Object.fromEntries(drafts) as TermDraft['words'], isKept: false, note: '' };
}

export function draftOf({ kind, words, isKept, note = '', documentId }: TermBody): TermDraft {
  const drafts = locales.map((locale) => [locale, words[locale] ? wordingDraft(words[locale]) : blank]);
  return {
    kind,
    words: Object.fromEntries(drafts) as TermDraft['words'],
    isKept: isKept ?? false,
    note,
    ...(documentId && { documentId }),
  };
}

/** What is sent; the server tidies it. */
export function termOf({ kind, words, isKept, note, documentId }: TermDraft): TermBody {
  const said = locales.filter((locale) => words[locale].preferred.trim() !== '');
  return {
    kind,
    words: Object.fromEntries(said.map((locale) => [locale, wordingOf(words[locale])])),
    ...(isKept && { isKept: true as const }),
    ...(note.trim() !== '' && { note }),
    ...(documentId && { documentId }),
  };
}

/** Whether it says anything yet. */
export function isSayable({ words }: TermDraft): boolean {
  return locales.some((locale) => words[locale].preferred.trim() !== '');
}

function wordingDraft({ preferred, forms, forbidden, matching }: Wording): WordingDraft {
  return { preferred, forms: forms.join('\n'), forbidden: forbidden.join('\n'), isExact: matching === 'exact' };
}

function wordingOf({ preferred, forms, forbidden, isExact }: WordingDraft): Wording {
  return { preferred, forms: linesOf(forms), forbidden: linesOf(forbidden), matching: isExact ? 'exact' : 'inflect' };
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
