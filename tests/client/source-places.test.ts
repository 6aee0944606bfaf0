/** Where a source can be split: at the ends of sentences, in any language, never inside a code. */
import { describe, expect, it } from 'vitest';
import { placesIn } from '../../client/review/source-places.ts';
import type { Content } from '../../server/domain/content.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { cutAt } from '../../server/domain/reshape.ts';

describe('the places to split a source', () => {
  const strong = { type: 'strong' } as const;
  it.each<[string, Locale, Content, ReadonlyArray<readonly [string, string]>]>([
    ['English', 'en', { text: 'He came. She left.', codes: {} }, [['He came.', 'She left.']]],
    ['Hebrew', 'he', { text: 'הוא הָלַךְ. צה״ל נכנס.', codes: {} }, [['הוא הָלַךְ.', 'צה״ל נכנס.']]],
    ['Arabic', 'ar', { text: 'هل جاء؟ صه، تُثبّت.', codes: {} }, [['هل جاء؟', 'صه، تُثبّت.']]],
    [
      'codes that close and open between two sentences',
      'en',
      { text: '<1>He came.</1> <2>She left.</2>', codes: { 1: strong, 2: strong } },
      [['<1>He came.</1>', '<2>She left.</2>']],
    ],
    ['a code around both', 'en', { text: '<1>He came. She left.</1>', codes: { 1: strong } }, []],
    ['one sentence', 'en', { text: 'He came', codes: {} }, []],
  ])('%s', (_, locale, content, sides) => {
    expect(placesIn(content, locale).map(({ offset }) => cutAt(content, offset))).toEqual(sides);
  });

  it('are named by the sentence that would begin the new paragraph', () => {
    const content = { text: 'One. <1>Two</1>. Three.', codes: { 1: strong } };
    expect(placesIn(content, 'en').map(({ beginning }) => beginning)).toEqual(['Two.', 'Three.']);
  });
});
