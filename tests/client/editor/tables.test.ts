/** The editor's tables: what a paste is cleaned of, which signs stand for what is invisible, what the leader key gives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asCopied, cleanPaste } from '../../../client/review/editor/clean-paste.ts';
import { leaderKeyOf, leaderKeys, sampleOf } from '../../../client/review/editor/leader-keys.ts';
import { visibleMarks } from '../../../client/review/editor/visible-marks.ts';

describe('a paste', () => {
  it.each([
    ['presentation forms', '\uFEFB أحد ﻓﻠﺴﻄﻴﻦ', 'لا أحد فلسطين', 7],
    ['Hebrew presentation forms', '\uFB2A\u05DC\u05D5\u05DD', 'ש\u05C1לום', 1],
    ['embeddings and overrides', '\u202Bאמר\u202C \u202Eabc\u202C', 'אמר abc', 4],
    ['zero-width and soft characters', '\uFEFFשל\u200Bום be\u00ADtween', 'שלום between', 3],
    ['controls', 'a\u0000b\u0007c', 'abc', 2],
    ['no-break spaces', '14\u00A0%', '14 %', 1],
  ])('is freed of %s', (_, given, text, count) => {
    expect(cleanPaste(given)).toEqual({ text, count });
  });

  it.each(['\u2067א\u2069', '\u2068x\u2069', 'C++\u200E.', 'هـ\u200D', 'ﷺ', 'ﷲ', '﴾﴿', '﷼', 'שָׁלוֹם', 'a\tb\nc'])(
    'keeps %j',
    (given) => expect(cleanPaste(given)).toEqual({ text: given, count: 0 }),
  );

  it('that has been cleaned is clean', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const { text } = cleanPaste(given);
        expect(cleanPaste(text)).toEqual({ text, count: 0 });
      }),
    );
  });

  it('has our line ends, and no blank lines around it', () => {
    expect(asCopied('\r\nא\r\n\r\nב\rג\u2029ד\r\n')).toBe('א\n\nב\nג\nד');
  });
});

describe('signs', () => {
  it('stand for what is invisible, and for nothing else', () => {
    const signs = (text: string) => visibleMarks(text).map(({ from, sign }) => [from, sign]);
    expect(signs('C++\u200E. \u2067א\u2069 14\u00A0%')).toEqual([
      [3, '⊢'],
      [6, '[←'],
      [8, ']'],
      [12, '°'],
    ]);
    expect(signs('ש\u200Bל\u2060\u{E0041}')).toEqual([
      [1, 'U+200B'],
      [3, 'U+2060U+E0041'],
    ]);
    expect(signs('הָלַךְ صه تُثبّت \u0600 \u06DD')).toEqual([]);
  });

  it('a tatweel is underlined: it can be seen', () => {
    expect(visibleMarks('هــ')).toEqual([{ from: 1, to: 3, sign: '', look: 'underline' }]);
  });
});

describe('the leader key', () => {
  it('has one row for a key, each known by its place', () => {
    expect(new Set(leaderKeys.map(({ code }) => code)).size).toBe(leaderKeys.length);
    expect(leaderKeys.every((key) => leaderKeyOf(key.code) === key)).toBe(true);
    expect(leaderKeyOf('ך')).toBeUndefined();
  });

  it.each([
    ['KeyL', '\u200E'],
    ['KeyR', '\u200F'],
    ['KeyA', '\u061C'],
    ['KeyM', '\u05BE'],
    ['KeyG', '\u05F4'],
    ['KeyH', '\u05F3'],
    ['KeyN', '\u00A0'],
    ['KeyT', '\u0640'],
    ['KeyJ', '\u200D'],
    ['KeyC', '\u060C'],
    ['KeyS', '\u061B'],
    ['KeyD', '\u061F'],
  ])('%s inserts %j', (code, insert) => expect(leaderKeyOf(code)?.effect).toEqual({ insert }));

  it('shows what can be seen', () => {
    const quotes = leaderKeyOf('KeyQ');
    expect(quotes && [sampleOf(quotes, 'ar'), sampleOf(quotes, 'he'), sampleOf(quotes, 'en')]).toEqual([
      '«»',
      '””',
      '“”',
    ]);
    expect(leaderKeys.map((key) => sampleOf(key, 'he')).join('')).toBe('־״׳””،؛؟');
  });
});
