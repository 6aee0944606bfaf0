/** What "insert missing code" puts in: both ends, a lone code, or the one end that is missing. */
import { describe, expect, it } from 'vitest';
import { missingPieces } from '../../client/review/missing-codes.ts';
import { codeFaults, type Codes } from '../../server/domain/content.ts';

const codes: Codes = { '1': { type: 'strong' }, '2': { type: 'line-break' } };

describe('missingPieces', () => {
  it.each([
    ['הָלַךְ<2/>', '<1>', '</1>'],
    ['<1>הָלַךְ</1>', '<2/>', ''],
    ['<1>הָלַךְ<2/>', '', '</1>'],
    ['הָלַךְ</1><2/>', '<1>', ''],
  ])('%s: %s %s', (text, before, after) => {
    const faults = codeFaults(text, codes);
    expect(faults.map((fault) => missingPieces(fault, text, codes))).toEqual([[before, after]]);
  });

  it('does not mend what stands the wrong way round, or twice', () => {
    for (const text of ['</1>הָלַךְ<1><2/>', '<1>א</1><1>ב</1><2/>']) {
      expect(codeFaults(text, codes).map((fault) => missingPieces(fault, text, codes))).toEqual([undefined]);
    }
  });
});
