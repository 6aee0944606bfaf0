/** A target's decisions with the text that stood before each: what a new text is compared with. */
import type { HistoryEntry } from '../../../server/contract/segments-api.ts';

export interface Version {
  readonly entry: HistoryEntry;
  /** The text before; absent for what brings no text, and for the first one. */
  readonly before?: string;
}

/** Takes and gives the newest first. */
export function withVersionsBefore(entries: readonly HistoryEntry[]): Version[] {
  let before: string | undefined;
  return entries
    .toReversed()
    .map((entry): Version => {
      if (entry.text === undefined) return { entry };
      const version = { entry, ...(before !== undefined && { before }) };
      before = entry.text;
      return version;
    })
    .toReversed();
}
