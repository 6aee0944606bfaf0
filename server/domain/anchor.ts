/** Where a segment stands on the page of a preview: the server writes this id there, the desk leads to it. */
import type { SegmentId } from './document.ts';

/** The id of a segment's place, and behind a `#` the way to it. */
export function segmentAnchor(segmentId: SegmentId): string {
  return `segment-${segmentId}`;
}
