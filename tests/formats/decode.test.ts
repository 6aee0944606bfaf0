import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkText, decodeText } from '../../server/formats/decode.ts';

const bytes = (...parts: Array<string | number[]>): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));

const bom = [0xef, 0xbb, 0xbf];

describe('text that is read', () => {
  it.each([
    ['UTF-8', bytes('שלום مرحبا'), 'שלום مرحبا', 'utf-8'],
    ['UTF-8 with its mark', bytes(bom, 'שלום'), 'שלום', 'utf-8'],
    ['two marks: the second is text', bytes(bom, bom, 'a'), '\uFEFFa', 'utf-8'],
    ['a mark in the middle', bytes('a', bom, 'b'), 'a\uFEFFb', 'utf-8'],
    ['noncharacters', bytes('a\uFFFE\u{1FFFE}\uFDD0'), 'a\uFFFE\u{1FFFE}\uFDD0', 'utf-8'],
    ['a bell', bytes('a\u0007b'), 'a\u0007b', 'utf-8'],
    ['every line end', bytes('a\r\nb\rc\u0085d\u2028e\u2029f\tg'), 'a\r\nb\rc\u0085d\u2028e\u2029f\tg', 'utf-8'],
    ['UTF-16, little end first', bytes([0xff, 0xfe, 0xe9, 0x05]), 'ש', 'utf-16le'],
    ['UTF-16, big end first', bytes([0xfe, 0xff, 0x05, 0xe9]), 'ש', 'utf-16be'],
  ])('%s', (_, input, text, encoding) => expect(decodeText(input)).toEqual({ ok: true, text, encoding }));

  it('keeps every text that has no control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (tail) => {
        const text = `a${tail.replace(/\p{Cc}/gu, '')}`;
        expect(decodeText(bytes(text))).toEqual({ ok: true, text, encoding: 'utf-8' });
      }),
    );
  });
});

describe('bytes that are refused', () => {
  it.each([
    ['ISO-8859-8', [0xed, 0xe5, 0xec, 0xf9], 'import.encoding'],
    ['windows-1256', [0xe3, 0xd1, 0xcd, 0xc8, 0xc7], 'import.encoding'],
    ['an overlong form', [0xe0, 0x80, 0xaf], 'import.encoding'],
    ['half a character', [0x61, 0xd7, 0x20], 'import.encoding'],
    ['a surrogate in UTF-8', [0xed, 0xa0, 0x80], 'import.encoding'],
    ['half a pair in UTF-16', [0xff, 0xfe, 0x00, 0xd8], 'import.encoding'],
    ['UTF-16 without a mark', [0x61, 0x00, 0x62, 0x00], 'import.not-text'],
    ['a Word file', [0x50, 0x4b, 0x03, 0x04, 0x14], 'import.not-text'],
    ['a PDF', [...bytes('%PDF-1.7\n')], 'import.not-text'],
    ['DEL', [0x61, 0x7f], 'import.control-character'],
    ['a C1 control', [0x61, 0xc2, 0x9b], 'import.control-character'],
    ['NUL in UTF-16', [0xff, 0xfe, 0x61, 0x00, 0x00, 0x00], 'import.control-character'],
    ['nothing', [], 'import.empty'],
    ['white space and invisible marks', [...bytes(' \n\u00A0\u200B\u200F\u2060')], 'import.empty'],
  ])('%s', (_, input, code) => expect(decodeText(Uint8Array.from(input))).toMatchObject({ ok: false, code }));

  it('says where the control character stands', () => {
    expect(decodeText(bytes('a\nb\r\nc\u009B'))).toMatchObject({ params: { character: 'U+009B', line: 3 } });
  });
});

it('half of a character in a pasted text is refused', () => {
  expect(checkText('a\uD800b')).toMatchObject({ code: 'import.not-well-formed' });
});
