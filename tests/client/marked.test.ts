/** A text cut at its marks: nothing lost, no code torn, marks across each other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedPieces, marksWithin, type Mark } from '../../client/review/marked.ts';
import type { Codes } from '../../server/domain/content.ts';

const codes: Codes = { 1: { type: 'strong' }, 2: { type: 'line-break' } };
const mark = (start: number, end: number, look = 'm'): Mark => ({ span: [start, end], look });

function drawn(text: string, marks: readonly Mark[]): string[] {
  return markedPieces(text, codes, marks).map((piece) =>
    'code' in piece ? piece.code.text : `${piece.text}${piece.marks.map(({ look }) => `:${look}`).join('')}`,
  );
}

describe('a text is cut where marks begin and end', () => {
  it.each<[string, readonly Mark[], readonly string[]]>([
    ['هَلَك', [], ['هَلَك']],
    ['של של', [mark(3, 5)], ['של ', 'של:m']],
    ['abcdef', [mark(0, 4, 'a'), mark(2, 6, 'b')], ['ab:a', 'cd:a:b', 'ef:b']],
    ['a <1>b</1>', [mark(0, 7)], ['a :m', '<1>', 'b:m', '</1>']],
    ['a<2/>b', [mark(2, 4)], ['a', '<2/>', 'b']],
    ['abc', [mark(1, 1)], ['abc']],
  ])('%s %j', (text, marks, pieces) => expect(drawn(text, marks)).toEqual(pieces));

  it('and joined again is what it was', () => {
    const edge = fc.nat(30);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('צה״ל ', 'الـ«حزب»', '<1>', '</1>', '<2/>', 'הָלַךְ')),
        fc.array(fc.tuple(edge, edge)),
        (words, spans) => {
          const text = words.join('');
          const marks = spans.map(([start, end]) => mark(Math.min(start, end), Math.max(start, end)));
          const pieces = markedPieces(text, codes, marks);
          expect(pieces.map((piece) => ('code' in piece ? piece.code.text : piece.text)).join('')).toBe(text);
        },
      ),
    );
  });

  it('a part of a text has the marks that fall into it, as it counts', () => {
    expect(marksWithin([mark(0, 3), mark(4, 9), mark(8, 12)], [5, 10])).toEqual([mark(0, 4), mark(3, 5)]);
  });
});
