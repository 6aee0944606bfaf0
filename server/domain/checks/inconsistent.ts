/**
 * `inconsistent`: one source text, two translations. Sources that differ in case, marks or quotation marks alone are one,
 * unless one of them is a heading and the other is not; targets are two where a reader sees a difference. What most of
 * them have is taken for the house's choice, and the others are told of it; where none prevails, all are. One or two
 * words are often said differently on purpose.
 */
import { fold } from '../language/fold.ts';
import { searchable } from '../language/searchable.ts';
import type { DocumentCheck, Found } from './check.ts';
import type { Subject } from './subject.ts';

const fewestWords = 3;

type Placed = readonly [at: number, subject: Subject];

export const inconsistent: DocumentCheck = {
  id: 'inconsistent',
  severity: 'warning',
  scope: 'document',
  find: (subjects) => {
    const worded = [...subjects.entries()].filter(([, { source }]) => /\p{L}/u.test(source.text));
    return [...Map.groupBy(worded, sourceKey).values()].flatMap(foundIn).toSorted((a, b) => a.at - b.at);
  },
};

function sourceKey([, { source, kind }]: Placed): string {
  return `${kind} ${searchable(source.raw, source.codes).trim()}`;
}

/** What is told of those that say one thing. */
function foundIn(group: readonly Placed[]): Array<Found & { at: number }> {
  if (group.length < 2) return [];
  const [first, second] = [...Map.groupBy(group, targetKey)].toSorted(([, a], [, b]) => b.length - a.length);
  if (first === undefined || second === undefined) return [];
  const prevails = first[1].length > second[1].length;
  const isShort = (group[0]?.[1].source.words.length ?? 0) < fewestWords;
  return group
    .filter((one) => !prevails || targetKey(one) !== first[0])
    .map((one) => ({
      at: one[0],
      spans: [],
      params: { other: visibleOf(targetKey(one) === first[0] ? second[1] : first[1]) },
      ...(isShort && { severity: 'info' as const }),
    }));
}

function targetKey([, { target }]: Placed): string {
  return fold(target.visible.trim(), 0).text;
}

function visibleOf([one]: readonly Placed[]): string {
  return one?.[1].target.visible.trim() ?? '';
}
