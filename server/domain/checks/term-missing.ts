/**
 * `term.missing`, `name.missing`, `term.variant`, `term.kept`: the source says what the termbase has a word for, and the
 * target does not say that word, in any form or behind any clitics; or spells it otherwise; or lacks what should stand
 * there as it is. Finding too much in the target can only hide such an alarm, so there the weakest match counts.
 * One word of the source may be several terms: any of them will do. Specification: hebrew-arabic §2.6.
 */
import { proposedFor, type TermHit } from '../terms/term-index.ts';
import type { Found, SegmentCheck } from './check.ts';
import type { Subject } from './subject.ts';
import { termsOf } from './terms-of.ts';

export const termMissing: SegmentCheck = {
  id: 'term.missing',
  severity: 'warning',
  scope: 'segment',
  find: (subject) => missing(subject, ({ term }) => term.isKept !== true && term.kind === 'term'),
};

export const nameMissing: SegmentCheck = {
  id: 'name.missing',
  severity: 'warning',
  scope: 'segment',
  find: (subject) => missing(subject, ({ term }) => term.isKept !== true && term.kind !== 'term'),
};

export const termKept: SegmentCheck = {
  id: 'term.kept',
  severity: 'warning',
  scope: 'segment',
  find: (subject) => missing(subject, ({ term }) => term.isKept === true),
};

export const termVariant: SegmentCheck = {
  id: 'term.variant',
  severity: 'info',
  scope: 'segment',
  find: (subject) => {
    const { inSource, inTarget } = termsOf(subject);
    const wanted = new Set(inSource.flatMap((group) => group.map(({ term }) => term.id)));
    return [...inTarget]
      .filter(([id, { level }]) => level === 1 && wanted.has(id))
      .map(([, { span, stem, wording }]) => ({
        spans: [stem ?? span],
        params: { found: subject.target.text.slice(...(stem ?? span)), term: wording },
      }))
      .toSorted((a, b) => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0));
  },
};

/** One finding for each term, with all its places in the source. */
function missing(subject: Subject, isMeant: (hit: TermHit) => boolean): Found[] {
  const { inSource, inTarget } = termsOf(subject);
  const lacking = inSource.filter((group) => !group.some(({ term }) => inTarget.has(term.id)));
  const wanted = lacking.flatMap((group) => group.filter(isMeant).slice(0, 1));
  return [...Map.groupBy(wanted, ({ term }) => term.id).values()].flatMap((hits) => asFound(subject, hits));
}

function asFound({ source, target }: Subject, hits: readonly TermHit[]): Found[] {
  const [hit] = hits;
  const proposed = hit && proposedFor(hit.term, target.locale);
  if (hit === undefined || proposed === undefined) return [];
  const said = source.text.slice(...(hit.stem ?? hit.span));
  return [
    {
      spans: [],
      sourceSpans: hits.map(({ span }) => span),
      params: { source: said, term: hit.term.isKept ? said : proposed },
    },
  ];
}
