/** Which of the texts kept on this device belong to no row: the segment is covered by another, or gone from the source. */
import type { SegmentRow } from '../../server/contract/segments-api.ts';
import type { AsideText, DeskState } from './desk-state.ts';
import { isWork } from './rows.ts';

/** The texts, given all rows of the document; nothing that is on its way to the server. */
export function strayTexts({ entries, aside }: DeskState, rows: readonly SegmentRow[]): AsideText[] {
  const own = new Set(rows.filter(isWork).map(({ segmentId }) => segmentId));
  const kept = Object.entries(entries).flatMap(([segmentId, { kept: value, standing, holder = '' }]): AsideText[] =>
    standing === 'sending' ? [] : [{ kind: 'unsaved', segmentId, holder, value }],
  );
  return [...kept, ...Object.values(aside).flat()].filter(({ segmentId }) => !own.has(segmentId));
}
