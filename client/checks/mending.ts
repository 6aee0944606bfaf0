/**
 * What mending everything that a check finds would make of the texts. Each text is mended as a whole, at the revision that
 * was seen; findings without a safe remedy stay, and so does, on request, what is approved. Pure; the rules are the
 * domain's.
 */
import { applyFixes } from '../../server/domain/checks/fix.ts';
import { spacedPieces } from '../../server/domain/language/tokens.ts';
import type { CheckedSegment } from '../../server/contract/checks-api.ts';
import type { Found } from './finding-groups.ts';

/** A text as it stands and as it would be. */
export interface Mended {
  readonly segment: CheckedSegment;
  readonly revision: number;
  readonly text: string;
}

export interface MendingPlan {
  readonly mended: readonly Mended[];
  /** Findings that nothing mends safely. */
  readonly unsafe: number;
}

/** Nothing of a source can be mended here: its texts have no revision. */
export function planMending(found: readonly Found[]): MendingPlan {
  const mended = Array.from(Map.groupBy(found, ({ segment }) => segment)).flatMap(([segment, ofIt]): Mended[] => {
    const { revision } = segment;
    const text = applyFixes(
      segment.text,
      ofIt.flatMap(({ finding }) => (finding.fix ? [finding.fix] : [])),
    );
    return revision === undefined || text === segment.text ? [] : [{ segment, revision, text }];
  });
  return { mended, unsafe: found.filter(({ finding }) => finding.fix === undefined).length };
}

export interface Excerpt {
  readonly before: string;
  readonly after: string;
}

/** So many words on either side of what changes are shown. */
const wordsAround = 6;

/** What changes between two texts with the words around it. Cut after white space, so neither a word nor a code is torn. */
export function aroundChanges(before: string, after: string): Excerpt {
  const [one, other] = [spacedPieces(before), spacedPieces(after)];
  let start = 0;
  while (start < Math.min(one.length, other.length) && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const from = Math.max(0, start - wordsAround);
  const left = Math.max(0, end - wordsAround);
  const cut = (pieces: readonly string[]) =>
    `${from > 0 ? '… ' : ''}${pieces.slice(from, pieces.length - left).join('')}${left > 0 ? '…' : ''}`;
  return { before: cut(one), after: cut(other) };
}
