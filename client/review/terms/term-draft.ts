/** A term as it is written down while reviewing, and what becomes of it in the termbase. Pure. */
import type { DocumentId } from '../../../server/domain/document.ts';
import type { Locale } from '../../../server/domain/locale.ts';
import type { TermKind } from '../../../server/domain/terms/term.ts';
import type { RequestOf } from '../../api.ts';

/** A term as the server takes it. */
export type NewTerm = RequestOf<'POST /api/terms'>['body']['term'];

export interface TermDraft {
  readonly source: string;
  readonly target: string;
  readonly kind: TermKind;
  /** It stands in every language as it stands in the source. */
  readonly isKept: boolean;
  /** Only in this document. */
  readonly isHere: boolean;
  readonly note: string;
}

/** Both words, or the one that is kept. */
export function isWhole({ source, target, isKept }: TermDraft): boolean {
  return source.trim() !== '' && (isKept || target.trim() !== '');
}

export interface TermPlace {
  readonly from: Locale;
  readonly locale: Locale;
  readonly documentId: DocumentId;
}

export function draftedTerm(draft: TermDraft, { from, locale, documentId }: TermPlace): NewTerm {
  const { source, target, kind, isKept, isHere, note } = draft;
  // A name has no plural.
  const matching = kind === 'term' ? 'inflect' : 'exact';
  const wording = (word: string) => ({ preferred: word.trim(), forms: [], forbidden: [], matching }) as const;
  return {
    kind,
    words: { [from]: wording(source), ...(!isKept && { [locale]: wording(target) }) },
    ...(isKept && { isKept }),
    ...(note.trim() !== '' && { note: note.trim() }),
    ...(isHere && { documentId }),
  };
}
