/**
 * Letters of Persian and Urdu keyboards that look like Arabic ones and are others: no search finds کتاب for كتاب.
 * Letters for the sounds of foreign names (پ چ ڤ گ) are only mentioned: editions differ on them.
 */
import type { Found, SegmentCheck } from './check.ts';
import { mention, replacement } from './matches.ts';

const arabicOf: ReadonlyMap<string, string> = new Map([
  ['ک', 'ك'],
  ['ڪ', 'ك'],
  ['ی', 'ي'],
  ['ے', 'ي'],
  ['ې', 'ي'],
  ['ہ', 'ه'],
  ['ھ', 'ه'],
  ['ۃ', 'ة'],
  ['ۀ', 'ه'],
]);
const another = /[کڪیےېہھۃۀ]/gu;
const foreignSound = /[گپچڤژ]/u;
const arabicWord = /[[\p{sc=Arabic}&&\p{L}]\p{M}ـ]+/gv;
/** Words that end in an alef which a Persian keyboard writes as its ya. */
const endsInAlef = /^([وفلب]?(?:عل|إل|حت|لد|مت|سو|مد|إحد|أخر|الأخر|كبر|الكبر|أول|الأول|مستو|المستو|مصطف|موس|عيس|يحي))ی$/u;

export const arPersianLetters: SegmentCheck = {
  id: 'ar.persian-letters',
  severity: 'error',
  to: ['ar'],
  scope: 'segment',
  ofOneSide: true,
  find: ({ target }) =>
    Array.from(target.text.matchAll(arabicWord)).flatMap(({ 0: word, index }) => findInWord(word, index)),
};

function findInWord(word: string, start: number): Found[] {
  const found: Found[] = [];
  const proposed = word.replace(endsInAlef, '$1ى').replace(another, (letter) => arabicOf.get(letter) ?? letter);
  if (proposed !== word) found.push(replacement(start, word, proposed));
  if (foreignSound.test(word)) found.push({ ...mention(start, word), severity: 'info' });
  return found;
}
