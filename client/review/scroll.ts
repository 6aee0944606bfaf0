/**
 * How far to scroll so that an opened row is seen: not at all when it is in sight, as little as shows its end, but never
 * so far that its beginning goes under the header: a paragraph taller than the window is read from its first line.
 */
export interface Place {
  readonly top: number;
  readonly bottom: number;
}

/** Pixels to scroll by, down where positive. `window` is what the header and the margins leave free. */
export function scrollFor(row: Place, window: Place): number {
  if (row.top < window.top) return row.top - window.top;
  if (row.bottom <= window.bottom) return 0;
  return Math.min(row.bottom - window.bottom, row.top - window.top);
}
