/**
 * `inconsistent`: one source text, two translations. Sources that differ in case, marks or quotation marks alone are one;
 * targets are two where a reader sees a difference. What most of them have is taken for the house's choice, and the
 * others are told of it; where none prevails, all are. One or two words are often said differently on purpose.
 */
import { fold } from '../language/fold.ts';
import { searchable } from '../language/searchable.ts';
import type { DocumentCheck, Found } from './check.ts';
import type { Subject } from './subject.ts';

const fewestWords = 3;

interface Written {
  readonly at: number;
  readonly text: string;
  readonly subject: Subject;
}

export const inconsistent: DocumentCheck = {
  id: 'inconsistent',
  severity: 'warning',
  scope: 'document',
  find: (subjects) => {
    const written = subjects.map((subject, at): Written => ({
      at,
      subject,
      text: fold(subject.target.visible.trim(), 0).text,
    }));
    return [...Map.groupBy(written, sourceKey)]
      .filter(([key, group]) => /\p{L}/u.test(key) && group.length > 1)
      .flatMap(([, group]) => foundIn(group))
      .toSorted((a, b) => a.at - b.at);
  },
};

/** Sources of different kinds are different texts: a heading is worded otherwise than a sentence. */
function sourceKey({ subject: { source, kind } }: Written): string {
  return `${kind}\0${searchable(source.raw, source.codes).trim()}`.replace(/^.*\0$/u, '');
}

function foundIn(group: readonly Written[]): Array<Found & { at: number }> {
  const [first, second] = [...Map.groupBy(group, ({ text }) => text).values()].toSorted((a, b) => b.length - a.length);
  if (first === undefined || second === undefined) return [];
  const prevails = first.length > second.length;
  const isShort = (group[0]?.subject.source.words.length ?? 0) < fewestWords;
  return group
    .filter(({ text }) => !prevails || text !== first[0]?.text)
    .map(({ at, text }) => ({
      at,
      spans: [],
      params: { other: (text === first[0]?.text ? second : first)[0]?.subject.target.visible.trim() ?? '' },
      ...(isShort && { severity: 'info' as const }),
    }));
}
