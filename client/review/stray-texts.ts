/** Which of the texts kept on this device belong to no row: the segment is covered by another, or gone from the source. */
import type { SegmentRow } from '../../server/contract/schemas.ts';
import type { DeskState } from './desk-state.ts';
import { rowsById } from './row-index.ts';

export interface StrayText {
  readonly segmentId: string;
  readonly holder: string;
  readonly text: string;
}

/** The texts, given all rows of the document; nothing that is on its way to the server. */
export function strayTexts({ entries, aside }: DeskState, rows: readonly SegmentRow[]): StrayText[] {
  const kept = Object.entries(entries).flatMap(
    ([
      segmentId,
      {
        kept: { text },
        standing,
      },
    ]): StrayText[] => (standing === 'sending' ? [] : [{ segmentId, holder: '', text }]),
  );
  const put = Object.values(aside)
    .flat()
    .map(({ segmentId, holder, value: { text } }) => ({ segmentId, holder, text }));
  const all = [...kept, ...put];
  if (all.length === 0) return all;
  const index = rowsById(rows);
  return all.filter(({ segmentId }) => index.get(segmentId)?.target === undefined);
}
