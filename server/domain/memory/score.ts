/**
 * What a match is worth, from 0 to 101, and why it is worth less than it looks.
 *
 *   101     the same text to the letter, between the same neighbours
 *   100     the same text to the letter
 *    99     the same but for white space, invisible marks or normal form
 *   70–98   nearly the same words: the share that stays, rounded down; 98 at most, because something differs
 *
 * From 99 a text may be drafted without asking anybody; below, it is an offer. A penalty takes points off for what a
 * translator would hesitate about. To add one: its row here, its word in the interface (`panel.penalty-…`), and the
 * place in `matches.ts` that says when.
 */
export const scores = { inContext: 101, same: 100, cosmetic: 99, mostFuzzy: 98, leastOffered: 70 } as const;

/** What may be drafted unasked. */
export const leastDrafted = scores.cosmetic;

/** The share of equal words from which a text is offered. */
export const fuzzyThreshold = scores.leastOffered / 100;

export const penalties = {
  /** It was translated the other way: it says the same, but perhaps not as one would say it in this direction. */
  'other-direction': { points: 1, ofExact: true },
  /** Somebody has approved another text for the same source since. */
  older: { points: 1, ofExact: true },
  /** It comes from outside, where nobody here has read it. The same text stays the same: it only stands behind others. */
  outside: { points: 1, ofExact: false },
  /** Its codes are not those of the text in hand: it is offered without any. */
  codes: { points: 2, ofExact: true },
} as const satisfies Record<string, { readonly points: number; readonly ofExact: boolean }>;

export type Penalty = keyof typeof penalties;
export const penaltyNames = Object.keys(penalties) as Penalty[];

/** The score of nearly the same words. */
export function fuzzyScore(similarity: number): number {
  return Math.min(scores.mostFuzzy, Math.floor(similarity * 100 + 1e-9));
}

/** The score that is shown. */
export function penalised(score: number, reasons: readonly Penalty[]): number {
  const isExact = score > scores.mostFuzzy;
  return score - sum(reasons.filter((reason) => !isExact || penalties[reason].ofExact));
}

/** The score by which matches are ordered: every penalty counts. */
export function rankOf(score: number, reasons: readonly Penalty[]): number {
  return score - sum(reasons);
}

function sum(reasons: readonly Penalty[]): number {
  return reasons.reduce((points, reason) => points + penalties[reason].points, 0);
}
