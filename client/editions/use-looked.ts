/**
 * Whether what would be published is still what somebody has looked at. The list stays true while others work, so it may
 * change under the eyes of the one who is about to press: then what is new is marked, and the press waits for a second
 * look. What does not concern the press (an open paragraph, while chosen ones are to appear) disturbs nobody. Where readers
 * have nothing yet, all is new and nothing is listed that could be overtaken.
 */
import { useState } from 'react';
import type { EditionChanges } from '../../server/contract/publishing-api.ts';
import type { Extent } from './use-publishing.ts';

export interface Looked {
  readonly isOvertaken: boolean;
  /** The paragraphs that differ from what was looked at. */
  readonly news: readonly string[];
  /** The second look is done. */
  readonly look: () => void;
}

export function useLooked(now: EditionChanges | undefined, isSettled: boolean, extent: Extent | undefined): Looked {
  const [seen, setSeen] = useState<EditionChanges>();
  // What an earlier visit left behind is on its way to be read again, and nobody's look.
  if (seen === undefined && now !== undefined && isSettled) setSeen(now);
  const isComparable = seen?.from !== undefined && now !== undefined && extent !== undefined;
  return {
    isOvertaken: isComparable && differ(seen, now, extent),
    news: isComparable ? newsIn(seen, now) : [],
    look: () => setSeen(now),
  };
}

/** Whether publishing so much of one and of the other shows readers different things. */
function differ(one: EditionChanges, other: EditionChanges, extent: Extent): boolean {
  const sent = ({ from, rows, details }: EditionChanges) =>
    extent === 'all'
      ? [from, rows.map(said), details]
      : [from, rows.filter(({ correctable }) => correctable).map(said)];
  return JSON.stringify(sent(one)) !== JSON.stringify(sent(other));
}

function newsIn(seen: EditionChanges, now: EditionChanges): string[] {
  const known = new Map(seen.rows.map((row) => [row.segmentId, JSON.stringify(said(row))]));
  return now.rows.filter((row) => known.get(row.segmentId) !== JSON.stringify(said(row))).map((row) => row.segmentId);
}

/** A row by what readers would see of it. */
function said({ segmentId, kind, before, after }: EditionChanges['rows'][number]): unknown {
  return [segmentId, kind, before ?? null, after ?? null];
}
