/**
 * `name.inconsistent`: a person, place or organisation that one text calls by several of the names that the termbase
 * allows. What most segments have is taken for the choice; a name that is part of the other (a surname) is no other.
 */
import type { TermHit } from '../terms/term-index.ts';
import type { DocumentCheck, Found } from './check.ts';
import type { Subject } from './subject.ts';
import { termsOf } from './terms-of.ts';

interface Named {
  readonly at: number;
  readonly hit: TermHit;
}

export const nameInconsistent: DocumentCheck = {
  id: 'name.inconsistent',
  severity: 'info',
  scope: 'document',
  find: (subjects) => {
    const names = subjects.flatMap((subject, at) => namesIn(subject).map((hit): Named => ({ at, hit })));
    return [...Map.groupBy(names, ({ hit }) => hit.term.id).values()]
      .flatMap((group) => foundIn(group, subjects))
      .toSorted((a, b) => a.at - b.at);
  },
};

/** The names that both sides have. */
function namesIn(subject: Subject): TermHit[] {
  const { inSource, inTarget } = termsOf(subject);
  return inSource.flatMap((group) =>
    group.flatMap(({ term }) => {
      const hit = term.kind === 'term' ? undefined : inTarget.get(term.id);
      return hit && hit.level > 1 ? [hit] : [];
    }),
  );
}

function foundIn(group: readonly Named[], subjects: readonly Subject[]): Array<Found & { at: number }> {
  const [most, ...others] = [...Map.groupBy(group, ({ hit }) => hit.wording)].toSorted(
    (a, b) => b[1].length - a[1].length,
  );
  if (most === undefined) return [];
  return others
    .filter(([wording]) => !wording.includes(most[0]) && !most[0].includes(wording))
    .flatMap(([, named]) => named)
    .map(({ at, hit: { span, stem } }) => ({
      at,
      spans: [span],
      params: { found: subjects[at]?.target.text.slice(...(stem ?? span)) ?? '', other: most[0] },
    }));
}
