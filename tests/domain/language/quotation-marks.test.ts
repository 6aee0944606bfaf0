/** Quotation marks told from gershayim, and paired. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotationMarks } from '../../../server/domain/language/quotation-marks.ts';
import { orientQuotes, turnedMarks } from '../../../server/domain/language/quotes.ts';
import '../../support/laws.ts';

/** Pairs as `[…]` by depth, gershayim as `^` (`~` where they may be something else), strays as `!`. */
function drawn(text: string): string {
  const { quotations, strays, gershayim } = quotationMarks(text);
  const letters = text.split('');
  for (const { opening, closing } of quotations) [letters[opening.start], letters[closing.start]] = ['[', ']'];
  for (const { start } of strays) letters[start] = '!';
  for (const { start, reading } of gershayim) letters[start] = { acronym: '^', misplaced: '?', unclear: '~' }[reading];
  return letters.join('');
}

describe('the marks of a text', () => {
  it.each([
    ['הוא אמר "כן"', 'הוא אמר [כן]'],
    ['צה"ל, ה"ליכוד" וב"הארץ"', 'צה^ל, ה[ליכוד] וב[הארץ]'],
    ['"צה"ל"', '[צה^ל]'],
    ['ב"ה, ש"ח, מנכ"לבות', 'ב~ה, ש^ח, מנכ?לבות'],
    ['"אמר ש"ס"', '[אמר ש^ס]'],
    ['אמר"כן"', 'אמר[כן]'],
    ['"א "ב" ג"', '[א [ב] ג]'],
    ['«قال “نعم” وخرج»', '[قال [نعم] وخرج]'],
    ['«قال "نعم»', '[قال !نعم]'],
    ['و"نعم"، الـ"حزب"', 'و[نعم]، الـ[حزب]'],
    ['as ”damage“ and', 'as [damage] and'],
    ['24" and 5\'10"', '24" and 5\'10"'],
    ['" כן " "לא"', '[ כן ] [לא]'],
    ['"\uFFFC\uFFFCכן\uFFFC", ו', '[\uFFFC\uFFFCכן\uFFFC], ו'],
    ['ידיעות" ו"הארץ', 'ידיעות! ו!הארץ'],
  ])('%s', (text, expected) => expect(drawn(text)).toBe(expected));

  it('never meet, whatever the text', () => {
    const piece = fc.constantFrom(
      '"',
      '״',
      '“',
      '”',
      '«',
      '»',
      '‘’',
      "''",
      ' ',
      'ה',
      'ליכוד',
      'صه',
      'ال',
      'a',
      '1',
      '.',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { quotations, strays, gershayim } = quotationMarks(pieces.join(''));
        const starts = [...quotations.flatMap(({ opening, closing }) => [opening, closing]), ...strays, ...gershayim];
        expect(new Set(starts.map(({ start }) => start)).size).toBe(starts.length);
        expect(quotations.every(({ opening, closing }) => opening.end <= closing.start)).toBe(true);
      }),
    );
  });
});

describe('turned marks', () => {
  it('are those that a clean copy has', () => {
    const piece = fc.constantFrom('"', '“', '”', '‘’', '‘', '’', ' ', 'word', '48', '(', ')', '.', '—');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = pieces.join('');
        let done = 0;
        let turned = '';
        for (const mark of turnedMarks(text)) {
          turned += text.slice(done, mark.start) + mark.turned;
          done = mark.start + mark.text.length;
        }
        turned += text.slice(done);
        expect(turned.replaceAll(' ', '')).toBe(orientQuotes([text]).join('').replaceAll(' ', ''));
      }),
    );
  });
});

it('takes a text of 300,000 marks that nothing closes', () => {
  expect(quotationMarks('«'.repeat(300_000)).strays).toHaveLength(300_000);
});
