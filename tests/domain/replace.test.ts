/** Search and replace: codes are atoms, words are whole to a reader, graphemes are not cut, the rest stays. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../server/domain/content.ts';
import { findHits, replaceHits } from '../../server/domain/replace.ts';

const codes = {
  1: { type: 'link', href: 'https://example.org' },
  2: { type: 'line-break' },
} as const;

const found = (text: string, query: string, wholeWords = false, fold = true) =>
  findHits(text, codes, query, { locale: 'he', wholeWords, fold }).map(([start, end]) => text.slice(start, end));
const replaced = (text: string, query: string, by: string) =>
  replaceHits(text, codes, findHits(text, codes, query, { locale: 'he' }), by);

describe('hits', () => {
  it.each([
    ['הָלַךְ, הלך והולך', 'הלך', false, ['הָלַךְ', 'הלך']],
    ['صه تُثبّت وتثبت', 'تثبت', false, ['تُثبّت', 'تثبت']],
    ['صه تُثبّت وتثبت', 'تثبت', true, ['تُثبّت']],
    ['חיילי צה״ל', 'צה"ל', true, ['צה״ל']],
    ['الـ«حزب» والحزب', 'حزب', true, ['حزب']],
    ['a report <1>report</1>', 'report', true, ['report', 'report']],
    ['re<1>port</1> port', 'port', true, ['port']],
    ['re<1>port</1> port', 'port', false, ['port', 'port']],
    ['the <1>report</1>', 'the report', false, []],
    ['one<2/>two', 'one two', false, []],
    ['<1>1</1> and 1', '1', false, ['1', '1']],
    ['', 'x', false, []],
    ['x', '', false, []],
  ] as const)('in %j of %j, whole words %s: %j', (text, query, wholeWords, expected) => {
    expect(found(text, query, wholeWords)).toEqual(expected);
  });

  it('are as written where nothing is to be overlooked', () => {
    expect(found('הָלַךְ הלך', 'הלך', false, false)).toEqual(['הלך']);
    expect(found('Room room', 'room', false, false)).toEqual(['room']);
  });
});

describe('replacing', () => {
  it('takes a letter with its marks, and leaves the rest', () => {
    expect(replaced('הָלַךְ אל <1>העיר</1>.', 'העיר', 'הכפר')).toBe('הָלַךְ אל <1>הכפר</1>.');
    expect(replaced('שָׁלוֹם', 'ש', 'ס')).toBe('סלוֹם');
  });

  it('makes no code of what is none', () => {
    expect(replaced('if <x> then', 'x', '1')).toBeUndefined();
    expect(replaced('if <x> then', 'x', '2')).toBeUndefined();
    expect(replaced('if <x> then', 'x', '7')).toBe('if <7> then');
    expect(replaced('word', 'word', '<1>')).toBeUndefined();
  });
});

describe('laws', () => {
  const part = fc.constantFrom(
    'ה',
    'הָ',
    'ל',
    'ך',
    'تُ',
    'ث',
    'بّ',
    'a',
    'A',
    ' ',
    '<1>',
    '</1>',
    '<2/>',
    '"',
    '״',
    '<',
    '>',
    '1',
    '👩‍👩‍👧',
    '\n',
  );
  const aText = fc.array(part, { maxLength: 24 }).map((parts) => parts.join(''));
  const aQuery = fc.array(part, { minLength: 1, maxLength: 2 }).map((parts) => parts.join(''));
  const someHits = (text: string, query: string, wholeWords: boolean) =>
    findHits(text, codes, query, { locale: 'he', wholeWords });

  it('hits stand in order, outside codes, between graphemes', () => {
    fc.assert(
      fc.property(aText, aQuery, fc.boolean(), (text, query, wholeWords) => {
        let last = 0;
        const inText = new Set<number>();
        let at = 0;
        for (const token of tokenize(text, codes)) {
          if (token.kind === 'text') for (let i = 0; i < token.text.length; i += 1) inText.add(at + i);
          at += token.text.length;
        }
        for (const [start, end] of someHits(text, query, wholeWords)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
          for (let i = start; i < end; i += 1) expect(inText.has(i)).toBe(true);
          expect(text.slice(end)).not.toMatch(/^\p{M}/u);
        }
      }),
    );
  });

  it('a replacement by itself changes nothing; none replaced changes nothing', () => {
    fc.assert(
      fc.property(aText, fc.constantFrom('a', 'ל', ' '), (text, query) => {
        const exact = findHits(text, codes, query, { locale: 'he', fold: false });
        expect(replaceHits(text, codes, exact, query)).toBe(text);
        expect(replaceHits(text, codes, [], 'x')).toBe(text);
      }),
    );
  });

  it('all codes stay as they are, and what is no hit stays to the letter', () => {
    fc.assert(
      fc.property(aText, aQuery, fc.constantFrom('', 'x', 'הֵן', '1', '<1>', '/'), (text, query, by) => {
        const hits = someHits(text, query, false);
        const after = replaceHits(text, codes, hits, by);
        if (after === undefined) return;
        const codesIn = (one: string) =>
          tokenize(one, codes).flatMap((token) => (token.kind === 'text' ? [] : token.text));
        expect(codesIn(after)).toEqual(codesIn(text));
        const taken = hits.reduce((sum, [start, end]) => sum + end - start, 0);
        expect(after.length).toBe(text.length - taken + hits.length * by.length);
      }),
    );
  });

  it('a whole word is one of the hits', () => {
    fc.assert(
      fc.property(aText, fc.constantFrom('a', 'ה', 'ث'), (text, query) => {
        const all = someHits(text, query, false);
        for (const whole of someHits(text, query, true)) expect(all).toContainEqual(whole);
      }),
    );
  });
});
