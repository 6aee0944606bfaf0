/** Normal forms: the engine's own, but for piles of marks that nobody writes. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { composed } from '../../../server/domain/language/compose.ts';
import '../../support/laws.ts';

/** Also those at the edges of what needs no composing. */
const pieces = fc.constantFrom(
  'e',
  '\u0301',
  'é',
  'ş',
  'ב',
  '\u05BC',
  'שׁ',
  'ا',
  '\u0654',
  'أ',
  'ـ',
  '٣',
  '\u200F',
  '–',
  '\u2002',
  '한',
  '\u11AB',
  '\u212B',
);
const anyText = fc.oneof(fc.string({ unit: pieces, maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 40 }));

it.each(['NFC', 'NFKD'] as const)('is the engine’s %s of any text that somebody might write', (form) => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(composed(text, form)).toBe(text.normalize(form));
    }),
  );
});

it('leaves every character of the Basic Multilingual Plane in the form that the engine gives it', () => {
  for (let code = 0; code < 0xd800; code += 1) {
    const pair = `ا${String.fromCharCode(code)}e${String.fromCharCode(code)}`;
    if (composed(pair) !== pair.normalize('NFC')) expect.fail(code.toString(16));
  }
});
