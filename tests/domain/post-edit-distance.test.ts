/** How much a person changed of a machine's text: the vectors of the definition, and what holds for any two texts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, postEditDistance } from '../../server/domain/post-edit-distance.ts';
import type { Locale } from '../../server/domain/locale.ts';

describe('the definition', () => {
  const rows: Array<[locale: Locale, machine: string, final: string, ped: number, pedFold: number]> = [
    ['he', 'הממשלה החליטה', 'הממשלה החליטה', 0, 0],
    ['he', 'הממשלה החליטה', 'הממשלה קבעה', 0.5, 0.5],
    ['ar', 'صرح الرئيس', 'صرّح الرئيس', 0.5, 0],
    ['he', 'צה"ל תקף', 'צה״ל תקף', 0.5, 0],
    ['en', '', 'written anew', 1, 1],
    ['en', '', '', 0, 0],
    ['en', 'a b c d', 'a c d', 0.25, 0.25],
    ['en', 'the room opens', 'the  room opens', 0, 0],
    ['en', 'the room opens', 'the room opens.', 0.25, 0],
    ['he', 'שלום', 'שלומ', 0.25, 0],
    ['ar', 'الـ«حزب» صه', 'الحزب صه', 0.8, 2 / 3],
    ['he', 'הָלַךְ הביתה', 'הלך הביתה', 0.5, 0],
  ];
  it.each(rows)('%s: %j → %j', (locale, machine, final, ped, pedFold) => {
    expect(postEditDistance(machine, final, locale)).toEqual({ ped, pedFold });
  });

  it('counts a code as a word, and as none where only the words count', () => {
    const codes = { 1: { type: 'strong' } } as const;
    expect(postEditDistance('a <1>b</1>', 'a b', 'en', codes)).toEqual({ ped: 0.5, pedFold: 0 });
  });
});

describe('of any two texts', () => {
  const text = fc.array(fc.constantFrom('הָלַךְ', 'צה״ל', 'ו', ',', '28%', 'room'), { maxLength: 9 });
  const distanceOf = (one: readonly string[], other: readonly string[]) =>
    postEditDistance(one.join(' '), other.join(' '), 'he');

  it('lies between 0 and 1, is 0 for equal ones, and the same both ways', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const { ped, pedFold } = distanceOf(one, other);
        for (const value of [ped, pedFold]) expect(value >= 0 && value <= 1).toBe(true);
        expect(distanceOf(one, one)).toEqual({ ped: 0, pedFold: 0 });
        expect(distanceOf(other, one)).toEqual({ ped, pedFold });
      }),
    );
  });

  it('is the length of the shortest way, and never longer than by another text', () => {
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
        expect(editDistance(a, [...a, 'x'])).toBe(1);
      }),
    );
  });

  it('ends on very long ones, with everything between the equal ends rewritten', () => {
    const words = (letter: string) => ['start', ...Array.from({ length: 9000 }, (_, i) => `${letter}${i}`), 'end'];
    expect(editDistance(words('a'), words('b'))).toBe(9000);
  });
});
