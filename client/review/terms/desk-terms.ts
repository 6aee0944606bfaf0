/**
 * The terms of the open segment, in the order in which its source names them: what each is to be called in the target's
 * language, what it must not be called, and whether the target has it. A word that is several terms gives them all.
 */
import type { Span } from '../../../server/domain/language/fold.ts';
import type { Term } from '../../../server/domain/terms/term.ts';
import { proposedFor, wordingIn } from '../../../server/domain/terms/term-index.ts';
import type { Checked } from '../checks/checking.ts';

export interface DeskTerm {
  readonly term: Term;
  /** How the source says it first. */
  readonly inSource: string;
  readonly spans: readonly Span[];
  /** What it is called in the target's language; what is kept is called there what it is called in the source. */
  readonly rendering?: string;
  readonly forbidden: readonly string[];
  /** The target has it, in a right wording. */
  readonly isSaid: boolean;
}

export function deskTerms({ input, terms: { inSource, said } }: Checked): DeskTerm[] {
  const right = inSource.filter(({ isForbidden }) => !isForbidden);
  return [...Map.groupBy(right, ({ term }) => term.id).values()].flatMap((hits) => {
    const [first] = hits;
    if (!first) return [];
    const { term, span, stem } = first;
    const named = input.source.text.slice(...(stem ?? span));
    const rendering = term.isKept ? named : proposedFor(term, input.to);
    return {
      term,
      inSource: named,
      spans: hits.map((hit) => hit.span),
      ...(rendering !== undefined && { rendering }),
      forbidden: wordingIn(term, input.to)?.forbidden ?? [],
      isSaid: said.includes(term.id),
    };
  });
}
