/** Counting words: the same as the pattern that says what a word is, for every text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords } from '../../server/domain/count-words.ts';

describe('countWords', () => {
  it.each([
    ['', 0],
    ['They demolished the school.', 4],
    ['don’t stop', 2],
    ['11,400', 2],
    ['הָלַךְ צה״ל ל"ליכוד"', 3],
    ['صه تُثبّت الـ«حزب»', 4],
    ['a.-b', 2],
    ['𐤀𐤁 𝒳', 2],
    ['\uD800 a', 1],
  ])('%j: %i', (text, count) => expect(countWords(text)).toBe(count));

  it('counts what the pattern finds, in every text', () => {
    const texts = fc.string({
      unit: fc.oneof(
        fc.constantFrom('a', 'א', '.', '-', '’', '"', '״', ' ', '1', '\u05B7', '𐤀', ',', '\uD800'),
        fc.string({ maxLength: 1, unit: 'binary' }),
      ),
    });
    fc.assert(
      fc.property(texts, (text) => {
        const found = text.match(/[\p{L}\p{M}\p{N}]+(?:['’״"׳.-][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
        expect(countWords(text)).toBe(found.length);
      }),
      { numRuns: 2000 },
    );
  });
});
