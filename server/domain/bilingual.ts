/**
 * What a translation file says, whatever standard it follows: units with a source and perhaps a target, each as a sequence
 * of texts and codes. Segments of a unit are put together, targets in their own order; annotations are left out; `pc` and
 * a pair of `sc` and `ec` come to the same. So what a tool may do to a file without changing its text changes nothing here.
 */

export interface BilingualFile {
  /** Language tags, as the file has them. */
  readonly from: string;
  readonly to?: string;
  readonly units: readonly BilingualUnit[];
}

export interface BilingualUnit {
  readonly id: string;
  readonly line: number;
  /** `false`: the source stays as it is. */
  readonly isTranslatable: boolean;
  readonly source: readonly Piece[];
  /** Absent where none of its segments has one. */
  readonly target?: readonly Piece[];
  /** How far its least advanced segment is. */
  readonly state: FileState;
  readonly notes: readonly string[];
  /** What Dragoman wrote beside it, by name. */
  readonly facts: ReadonlyMap<string, string>;
}

/** XLIFF 2's states, in order. */
export const fileStates = ['initial', 'translated', 'reviewed', 'final'] as const;
export type FileState = (typeof fileStates)[number];

export type Piece = string | CodePiece;

export interface CodePiece {
  readonly at: 'start' | 'end' | 'point';
  /** Of the code; of a copy, the code that it is a copy of. */
  readonly id: string;
}

/** Texts that stand side by side as one; empty ones left out. */
export function merged(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (piece === '') continue;
    if (typeof piece === 'string' && typeof last === 'string') whole[whole.length - 1] = last + piece;
    else whole.push(piece);
  }
  return whole;
}
