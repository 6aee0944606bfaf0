/** Searching: spellings that are one to a reader, through codes, with the text given back as it was. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foundTokens } from '../../client/review/found.ts';
import { searchable } from '../../server/domain/language/searchable.ts';
import { tokenize } from '../../server/domain/content.ts';
import { fold } from '../../server/domain/language/fold.ts';

const codes = { 1: { type: 'link', href: 'https://example.org' }, 2: { type: 'line-break' } } as const;
const marked = (text: string, query: string) =>
  foundTokens(text, codes, query, 'he').flatMap((token) =>
    token.kind === 'text' ? token.pieces.filter(({ isHit }) => isHit).map((piece) => piece.text) : [],
  );

describe('a search', () => {
  it.each([
    ['הָלַךְ אל העיר', 'הלך', ['הָלַךְ']],
    ['صه تُثبّت ذلك', 'تثبت', ['تُثبّت']],
    ['חיילי צה״ל', 'צה"ל', ['צה״ל']],
    ['الـ«حزب» هنا', 'حزب', ['حزب']],
    ['The Reading Room, the READING room', 'reading', ['Reading', 'READING']],
    ['nothing here', 'word', []],
    ['anything', ' ', []],
  ])('in %j for %j marks %j', (text, query, expected) => {
    expect(marked(text, query)).toEqual(expected);
    const isHeld = query.trim() !== '' && searchable(text).includes(searchable(query));
    expect(isHeld).toBe(expected.length > 0);
  });

  it('looks through codes and marks on both sides of them, never a code', () => {
    expect(marked('קראו את <1>הדוח</1> הזה', 'הדוח הזה')).toEqual(['הדוח', ' הזה']);
    expect(marked('אחת<2/>שתיים', 'אחת שתיים')).toEqual(['אחת', 'שתיים']);
    expect(marked('<1>1</1>', '1')).toEqual(['1']);
  });

  it('gives back the text, whatever is looked for', () => {
    const text = fc.array(fc.constantFrom('ה', 'ָ', 'ל', 'a', ' ', '<1>', '</1>', '<2/>', 'ُ', '\n', '"'), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, fc.constantFrom('ה', 'לה', 'a', ' a', '"', '1'), (parts, query) => {
        const whole = parts.join('');
        const tokens = foundTokens(whole, codes, query, 'he');
        const joined = tokens.map((token) =>
          token.kind === 'text' ? token.pieces.map((piece) => piece.text).join('') : token.text,
        );
        expect(joined).toEqual(tokenize(whole, codes).map((token) => token.text));
      }),
    );
  });

  it('folds word by word as it folds a whole text', () => {
    const letters = [
      'ה',
      'ָ',
      'ם',
      'ל',
      '״',
      "'",
      'ـ',
      'ى',
      'ء',
      'ة',
      'أ',
      'ّ',
      'É',
      '…',
      '«',
      '-',
      '٢',
      ' ',
      ' ',
      '\n',
      '.',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters), { maxLength: 24 }), (parts) => {
        const text = parts.join('').replace(/(?<=\s|^)\p{M}+/gu, '');
        expect(searchable(text)).toBe(fold(text, 2).text.replace(/\s+/gu, ' '));
      }),
    );
  });
});
