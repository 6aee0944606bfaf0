/**
 * What checks and the termbase say of one segment, here and now: in their thread, where there is none, and where an answer
 * cannot wait. The termbase is made ready once (`indexOf`), which takes a moment where it is large: so whoever cannot wait
 * asks without it, as the server does when it judges an approval. No term is an error.
 */
import type { Finding } from '../../../server/domain/checks/check.ts';
import { checkSegment } from '../../../server/domain/checks/run.ts';
import { subjectOf, type SubjectInput } from '../../../server/domain/checks/subject.ts';
import type { DocumentId } from '../../../server/domain/document.ts';
import type { Term, TermId } from '../../../server/domain/terms/term.ts';
import { createTermIndex, type TermHit, type TermIndex } from '../../../server/domain/terms/term-index.ts';

/** The termbase as a document sees it; the same value for as long as it is the same. */
export interface Termbase {
  readonly terms: readonly Term[];
  readonly documentId: DocumentId;
}

export type CheckInput = Omit<SubjectInput, 'terms'>;

/** What is found in a segment. */
export interface CheckAnswer {
  readonly findings: readonly Finding[];
  readonly terms: TermsFound;
}

export interface TermsFound {
  /** In the source, in its order. */
  readonly inSource: readonly TermHit[];
  /** Those that the target has, in any right wording. */
  readonly said: readonly TermId[];
}

export const noTerms: TermsFound = { inSource: [], said: [] };

export function checkNow(input: CheckInput, termbase?: Termbase): CheckAnswer {
  const terms = termbase && indexOf(termbase);
  const subject = subjectOf({ ...input, ...(terms && { terms }) });
  const { source, target } = subject;
  return {
    findings: checkSegment(subject),
    terms: terms
      ? {
          inSource: terms.findTerms(source.text, source.locale),
          said: [...terms.bestHits(target.text, target.locale).keys()],
        }
      : noTerms,
  };
}

const indexes = new WeakMap<Termbase, TermIndex>();

function indexOf(termbase: Termbase): TermIndex {
  const index = indexes.get(termbase) ?? createTermIndex(termbase.terms, termbase.documentId);
  indexes.set(termbase, index);
  return index;
}
