/**
 * Edit distance by bits: how many words must be put in, taken out or replaced to make one text of the other. The column
 * of the textbook's table is kept as differences between neighbours (+1, 0, −1) in two words of bits, so that 32 of its
 * cells are computed at once (Myers 1999; for patterns of several blocks, Hyyrö 2003). The pattern is prepared once and
 * compared with many texts.
 *
 * Words come as rows: the number of a word among the pattern's own different words, `noRow` for one that it lacks.
 */
export const noRow = -1;

export interface Pattern {
  /** How many words it has. */
  readonly length: number;
  readonly blocks: number;
  /** For each row and block: where in the pattern that word stands, as bits. */
  readonly places: Int32Array;
  /** The column at work. */
  readonly up: Int32Array;
  readonly down: Int32Array;
}

/** A pattern of words by rows; what is `noRow` in it (a word that no text has) matches nothing. */
export function patternOf(rows: readonly number[], rowCount: number): Pattern {
  const blocks = Math.ceil(rows.length / 32);
  const places = new Int32Array(rowCount * blocks);
  for (const [at, row] of rows.entries()) {
    if (row === noRow) continue;
    const cell = row * blocks + (at >>> 5);
    places[cell] = (places[cell] ?? 0) | (1 << (at & 31));
  }
  return { length: rows.length, blocks, places, up: new Int32Array(blocks), down: new Int32Array(blocks) };
}

/** The distance between a pattern and the first `length` words of `text`. */
export function wordDistance(pattern: Pattern, text: ArrayLike<number>, length = text.length): number {
  if (pattern.length === 0) return length;
  pattern.up.fill(-1);
  pattern.down.fill(0);
  let distance = pattern.length;
  for (let at = 0; at < length; at += 1) distance += advance(pattern, text[at] ?? noRow);
  return distance;
}

/** Moves the column over one word of the text; gives how its last cell, the distance so far, changed. */
function advance({ length, blocks, places, up, down }: Pattern, row: number): number {
  const first = row * blocks;
  const lastBit = 1 << ((length - 1) & 31);
  /** What comes into a block from above: the text is compared whole, so the first row counts up. */
  let carry = 1;
  let change = 0;
  for (let block = 0; block < blocks; block += 1) {
    const same = row === noRow ? 0 : (places[first + block] ?? 0);
    const [rising, falling] = [up[block] ?? 0, down[block] ?? 0];
    const vertical = same | falling;
    const matching = carry < 0 ? same | 1 : same;
    const horizontal = ((((matching & rising) + rising) | 0) ^ rising) | matching;
    const plus = falling | ~(horizontal | rising);
    const minus = rising & horizontal;
    if (block === blocks - 1) change = (plus & lastBit ? 1 : 0) - (minus & lastBit ? 1 : 0);
    const plusIn = (plus << 1) | (carry > 0 ? 1 : 0);
    const minusIn = (minus << 1) | (carry < 0 ? 1 : 0);
    carry = (plus >>> 31) - (minus >>> 31);
    up[block] = minusIn | ~(vertical | plusIn);
    down[block] = plusIn & vertical;
  }
  return change;
}
