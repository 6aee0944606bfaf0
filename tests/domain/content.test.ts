/** Inline codes: what counts as one, and what is wrong with a target's. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalCodes,
  codeFaults,
  lookAlikes,
  tokenize,
  withoutCodes,
  type Codes,
} from '../../server/domain/content.ts';

const codes: Codes = { 1: { type: 'link', href: 'https://example.org' }, 2: { type: 'footnote', label: 'a' } };
const pieces = ['<1>', '</1>', '<2/>', '<2>', '<9>', '< 1>', 'הָלַךְ', 'صه تُثبّت', ' ', 'צה״ל', 'الـ«حزب»', '<', '/>', '1'];
const someText = fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join(''));

describe('tokens', () => {
  it('concatenate to the text again', () => {
    fc.assert(
      fc.property(
        someText,
        (text) =>
          tokenize(text, codes)
            .map((token) => token.text)
            .join('') === text,
      ),
    );
  });

  it('are codes only where the number is declared and the form is its own', () => {
    expect(tokenize('<1>a</1><2/><2><9>', codes).map(({ kind }) => kind)).toEqual([
      'open',
      'text',
      'close',
      'alone',
      'text',
    ]);
  });

  it('leave the reader’s text when taken out', () => {
    expect(withoutCodes('קראו <1>את הדוח</1>.<2/>', codes).trim()).toBe('קראו את הדוח.');
  });

  it('never take a property of every object for a declared number', () => {
    expect(tokenize('<1>', JSON.parse('{"__proto__":{"1":{"type":"strong"}}}') as Codes)).toEqual([
      { kind: 'text', text: '<1>' },
    ]);
  });
});

describe('faults', () => {
  it.each([
    ['<1>a</1> b<2/>', []],
    ['b<2/> <1>a</1>', []],
    ['a b', ['content.code-missing', 'content.code-missing']],
    ['<1>a</1><1>b</1><2/>', ['content.code-doubled']],
    ['</1>a<1><2/>', ['content.code-unpaired']],
    ['<1>a<2/>', ['content.code-unpaired']],
    ['<1>a</1><2/><2/>', ['content.code-doubled']],
  ])('of %j: %j', (text, expected) => {
    expect(codeFaults(text, codes).map(({ code }) => code)).toEqual(expected);
  });

  it('are none for any text without declared codes', () => {
    fc.assert(fc.property(someText, (text) => codeFaults(text, {}).length === 0 && lookAlikes(text, {}).length === 0));
  });

  it('find what looks like a code and is none', () => {
    expect(lookAlikes('<1>a</1> <2> < 1> </2> <9>', codes)).toEqual(['<2>', '< 1>', '</2>']);
  });
});

it('codes are compared by meaning, in the order of their numbers', () => {
  const other: Codes = { 2: { type: 'footnote', label: 'a' }, 1: { href: 'https://example.org', type: 'link' } };
  expect(canonicalCodes(other)).toBe(canonicalCodes(codes));
  expect(canonicalCodes({ ...codes, 1: { type: 'link', href: 'https://example.com' } })).not.toBe(
    canonicalCodes(codes),
  );
});
