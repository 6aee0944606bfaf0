/**
 * How alike two texts are by their characters, from 0 to 1: a second opinion, for putting a few matches of equal words in
 * order (a changed ending weighs less than another word). Composed, so that the same letter is one.
 */
import { composed } from '../language/compose.ts';
import { noRow, patternOf, wordDistance } from './myers.ts';

/** Beyond it nobody sees a difference of order, and the time grows with the square. */
const longest = 2000;

export function textSimilarity(one: string, other: string): number {
  const [a, b] = [Array.from(composed(one.slice(0, longest))), Array.from(composed(other.slice(0, longest)))];
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 1;
  const rows = new Map([...new Set(a)].map((character, row) => [character, row]));
  const rowsOf = (characters: readonly string[]) => characters.map((character) => rows.get(character) ?? noRow);
  return 1 - wordDistance(patternOf(rowsOf(a), rows.size), rowsOf(b)) / longer;
}
