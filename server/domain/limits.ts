/**
 * How much one document may be. The limits bound time and memory by themselves, so no import needs a timer. The formats hold an
 * import to them, the contract what may be asked for, and the desk refuses before it sends in vain; each number is
 * written here only.
 */
export const importLimits = {
  /** Of a file or a pasted text; one is a million bytes. */
  megabytes: 20,
  /** Segments of a document. */
  segments: 20_000,
  /** Lines: ten for each segment that a document may have. */
  lines: 200_000,
  /** Characters of one segment, addresses included. */
  segmentCharacters: 100_000,
  /** Characters of all segments, addresses included: one reference can be used many times. */
  characters: 40_000_000,
  /** Tokens of mark-up between segments: ten for each. */
  tokens: 200_000,
  /** Quotations and lists in one another. */
  depth: 24,
} as const;

/** The largest file or text in bytes. */
export const importBytes = importLimits.megabytes * 1_000_000;
