/**
 * What the termbase finds in a segment, worked out once for the checks that ask: the terms of its source (the longest
 * where one stands in another) and, for each term, the surest place in its target. Without a termbase, nothing.
 */
import type { TermId } from '../terms/term.ts';
import type { TermHit } from '../terms/term-index.ts';
import type { Subject } from './subject.ts';

export interface TermsOf {
  /** Those that stand at the same place of the source together: one word may be several terms. */
  readonly inSource: ReadonlyArray<readonly [TermHit, ...TermHit[]]>;
  /** All that the target holds in a right wording. */
  readonly inTarget: ReadonlyMap<TermId, TermHit>;
}

const nothing: TermsOf = { inSource: [], inTarget: new Map() };
const known = new WeakMap<Subject, TermsOf>();

export function termsOf(subject: Subject): TermsOf {
  if (subject.terms === undefined) return nothing;
  let terms = known.get(subject);
  if (terms === undefined) known.set(subject, (terms = found(subject)));
  return terms;
}

function found({ terms, source, target }: Subject): TermsOf {
  const hits = terms?.findTerms(source.text, source.locale).filter(({ isForbidden }) => !isForbidden) ?? [];
  const groups = Map.groupBy(hits, ({ span }) => span.join()).values();
  return {
    inSource: Array.from(groups).flatMap(([first, ...others]) => (first ? [[first, ...others] as const] : [])),
    inTarget: terms?.bestHits(target.text, target.locale) ?? nothing.inTarget,
  };
}
