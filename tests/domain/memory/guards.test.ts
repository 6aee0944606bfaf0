/** What keeps a match from being kept: numbers, names and negations that differ, and nothing else. */
import { describe, expect, it } from 'vitest';
import { plain } from '../../../server/domain/content.ts';
import type { Locale } from '../../../server/domain/locale.ts';
import { guardsAgainst } from '../../../server/domain/memory/guards.ts';
import { namesDiffer } from '../../../server/domain/memory/names.ts';
import { negationsIn } from '../../../server/domain/memory/negations.ts';
import type { Pair } from '../../../server/domain/memory/unit.ts';

function pair(from: Locale, source: string, target: string): Pair {
  const to = from === 'en' ? 'he' : 'en';
  const texts = { [from]: plain(source), [to]: plain(target) };
  const unit = { place: { documentId: 'document', segmentId: 'segment' }, texts };
  return { from, to, source: plain(source), target: plain(target), unit };
}

describe('between two sources', () => {
  it.each([
    ['a number', 'en', 'It opened in 1998.', 'It opened in 1999.', ['number']],
    ['a number in other digits', 'ar', 'في عام ١٩٩٨', 'في عام 1998', []],
    ['a number that is missing', 'en', 'Of 28% it is 3.', 'Of 28% it is.', ['number']],
    ['a name', 'en', 'He drove to Haifa.', 'He drove to Jaffa.', ['name']],
    ['a name that begins the sentence, and stands elsewhere', 'en', 'Haifa is open.', 'In Jaffa it is open.', ['name']],
    ['the same name at the beginning and elsewhere', 'en', 'Dana came back.', 'When Dana came back.', []],
    ['an acronym at the beginning', 'en', 'UN forces came.', 'US forces came.', ['name']],
    ['a capital at the beginning', 'en', 'Fire rescue at night', 'Rescue at night', []],
    ['a capital at the second beginning', 'en', 'He came. Fire fell.', 'He came. Water fell.', []],
    ['a day of the week', 'en', 'It opens on Sunday.', 'It opens on Friday.', []],
    ['a first word that is none', 'en', 'The road is open.', 'A road is open.', []],
    ['a Latin name', 'he', 'לפי Reuters בלבד', 'לפי Bloomberg בלבד', ['name']],
    ['a negation', 'en', 'He did not sign.', 'He did sign.', ['negation']],
    ['a short negation', 'en', 'They don’t know.', 'They know.', ['negation']],
    ['a negation with a clitic', 'he', 'אמר שלא יבוא', 'אמר שיבוא', ['negation']],
    ['another negation', 'ar', 'لن يأتي أحد', 'سيأتي أحد', ['negation']],
    ['nothing but other words', 'en', 'He drove to Haifa in 1998.', 'He walked to Haifa in 1998.', []],
    ['all of them', 'en', 'There Omar did not see 3.', 'There Dana did see 4.', ['number', 'name', 'negation']],
  ] as const)('%s', (_title, from, source, known, guards) => {
    const digits = (source.match(/\d+%?|[٠-٩]+/gu) ?? []).join(' ');
    expect(guardsAgainst(plain(source), pair(from, known, digits))).toEqual(guards);
  });
});

it('a translation whose number is another one is not kept, though the sources are the same', () => {
  expect(guardsAgainst(plain('In 1998'), pair('en', 'In 1998', 'ב־1989'))).toEqual(['number']);
  expect(guardsAgainst(plain('In 1998'), pair('en', 'In 1998', 'ב־1998'))).toEqual([]);
});

it('names of the termbase count, in scripts that have no capitals', () => {
  const ofTermbase = (text: string) => ['חיפה', 'יפו'].filter((name) => text.includes(name));
  expect(guardsAgainst(plain('הוא נסע לחיפה'), pair('he', 'הוא נסע ליפו', ''), ofTermbase)).toEqual(['name']);
  expect(guardsAgainst(plain('הוא נסע לחיפה'), pair('he', 'הוא נסע ליפו', ''))).toEqual([]);
});

describe('negations', () => {
  it.each([
    ['en', 'He cannot, must not and won’t; never.', 4],
    ['en', 'Notable knots of nothingness', 0],
    ['he', 'לֹא כאן, ולא שם, שאין בלי', 4],
    ['he', 'הלך אל הבית', 0],
    ['he', 'אל תלך', 1],
    ['he', 'הלוא מלא', 0],
    ['ar', 'لا يأتي ولم يأت ولن يأتي وليس هنا', 4],
    ['ar', 'بلا خوف ومن دون أمل وغير مفهوم', 3],
    ['ar', 'الاحتلال والأمل', 0],
  ] as const)('%s: %s', (locale, text, count) => expect(negationsIn(text, locale)).toBe(count));
});

describe('names', () => {
  it.each([
    ['en', 'They said Dana knew, and Dana did not.', 'They said Dana knew, and did not.', true],
    ['en', 'He left the U.S. in June', 'He left the US in July', true],
    ['en', 'He saw the U.N. there', 'He saw the “U.N” there', false],
    ['he', 'אמר ל־UN ול-BBC.', 'אמר ל-BBC ול־UN', false],
    ['he', 'אמר ל־UN ול-BBC.', 'אמר ל־UN', true],
  ] as const)('%s: %s / %s: %s', (locale, one, other, differ) => {
    expect(namesDiffer(one, other, locale)).toBe(differ);
    expect(namesDiffer(other, one, locale)).toBe(differ);
  });
});
