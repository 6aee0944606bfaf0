/** What is wrong with an XLIFF file, and where. All faults are found, so that a file can be mended in one go. */

export interface Fault {
  /** The constraint that it breaks, by its name in the tables of this folder. */
  readonly rule: string;
  /** Of the start tag that it is about, from 1. */
  readonly line: number;
  /** A sentence without a full stop, in the standard's own words as far as they go. */
  readonly reason: string;
}
