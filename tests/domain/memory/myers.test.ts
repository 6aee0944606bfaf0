/** The distance by bits is the textbook's, across the edges of its blocks. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noRow, patternOf, wordDistance } from '../../../server/domain/memory/myers.ts';
import { textbookDistance } from '../../support/textbook-distance.ts';
import '../../support/laws.ts';

const rowCount = 4;
/** `noRow` in a pattern is a word that no text has; in a text, one that the pattern lacks: never the same one. */
const rows = (most: number) => fc.array(fc.integer({ min: noRow, max: rowCount - 1 }), { maxLength: most });
const strangers = (list: readonly number[], name: string) => list.map((row) => (row === noRow ? name : row));

describe('the distance', () => {
  it('is the textbook’s', () =>
    fc.assert(
      fc.property(rows(100), rows(100), (pattern, text) => {
        const expected = textbookDistance(strangers(pattern, 'unknown'), strangers(text, 'another'));
        expect(wordDistance(patternOf(pattern, rowCount), text)).toBe(expected);
      }),
      { numRuns: 400 },
    ));

  it.each([1, 31, 32, 33, 63, 64, 65, 96, 97, 1000])('of a pattern of %i words counts each change once', (length) => {
    const words = Array.from({ length }, (_, at) => at);
    const pattern = patternOf(words, length);
    expect(wordDistance(pattern, words)).toBe(0);
    expect(wordDistance(pattern, [])).toBe(length);
    expect(wordDistance(pattern, [noRow, ...words])).toBe(1);
    expect(wordDistance(pattern, words.slice(1))).toBe(1);
    expect(wordDistance(pattern, [...words.slice(0, -1), noRow])).toBe(1);
    expect(wordDistance(pattern, words.toReversed())).toBe(length - (length % 2));
  });

  it('is the same when a pattern is used again', () => {
    const pattern = patternOf([0, 1, 2], 3);
    expect([[2, 1, 0], [0, 1, 2], [], [0, 1, 2]].map((text) => wordDistance(pattern, text))).toEqual([2, 0, 3, 0]);
  });

  it('of an empty pattern is the text’s length, and only so much of a text counts as is said', () => {
    expect(wordDistance(patternOf([], 0), [noRow, noRow])).toBe(2);
    expect(wordDistance(patternOf([0, 1], 2), [0, 1, 0, 0], 2)).toBe(0);
  });
});
