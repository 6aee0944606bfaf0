/**
 * One word in two scripts: a key of another layout (ממשלהa), or a Cyrillic or Greek letter that looks like a Latin one
 * (“Моscow”), which no search finds. A clitic before a name in Latin letters is written with a maqaf in Hebrew (ה־API)
 * and a tatweel in Arabic (لـAPI, but و API: a waw joins nothing); without, it is the lesser fault in Arabic, where many write so.
 */
import { hebrewPrefixes, isArabicCluster } from '../language/clitics.ts';
import type { Policy } from '../policy.ts';
import type { Found, SegmentCheck } from './check.ts';
import { eachMatch, mention, replacement } from './matches.ts';

const word = /[[\p{L}\p{M}]--[ـ]]+/gv;
const rightToLeft = /[\p{sc=Hebrew}\p{sc=Arabic}]/u;
const leftToRight = /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]/u;
const cliticAndName = /^([\p{sc=Hebrew}\p{sc=Arabic}\p{M}]{1,8})(\p{sc=Latin}\p{M}*[\p{sc=Latin}\p{M}]*)$/u;

const lookAlikes: ReadonlyMap<string, string> = new Map(
  [
    ['АΑ', 'A'],
    ['ВΒ', 'B'],
    ['ЕΕ', 'E'],
    ['НΗ', 'H'],
    ['ІΙ', 'I'],
    ['Ј', 'J'],
    ['КΚ', 'K'],
    ['МΜ', 'M'],
    ['Ν', 'N'],
    ['ОΟ', 'O'],
    ['РΡ', 'P'],
    ['Ѕ', 'S'],
    ['С', 'C'],
    ['ТΤ', 'T'],
    ['ХΧ', 'X'],
    ['УΥ', 'Y'],
    ['Ζ', 'Z'],
    ['а', 'a'],
    ['с', 'c'],
    ['ԁ', 'd'],
    ['е', 'e'],
    ['һ', 'h'],
    ['і', 'i'],
    ['ј', 'j'],
    ['оο', 'o'],
    ['р', 'p'],
    ['ԛ', 'q'],
    ['ѕ', 's'],
    ['ԝ', 'w'],
    ['х', 'x'],
    ['у', 'y'],
  ].flatMap(([letters = '', latin = '']) => Array.from(letters, (letter): [string, string] => [letter, latin])),
);
const lookAlike = new RegExp(`[${Array.from(lookAlikes.keys()).join('')}]`, 'gu');
/** Greek letters are also signs beside Latin ones: Δx, kΩ. */
const disguise = new RegExp(`\\p{sc=Cyrillic}|${lookAlike.source}`, 'u');

export const scriptMixedWord: SegmentCheck = {
  id: 'script.mixed-word',
  severity: 'error',
  scope: 'segment',
  ofOneSide: true,
  find: ({ target, policy }) =>
    eachMatch(target.text, word, ({ 0: found, index }) => {
      if (!leftToRight.test(found)) return undefined;
      if (rightToLeft.test(found)) return joined(found, index, policy);
      return /\p{sc=Latin}/u.test(found) && disguise.test(found) ? withLookAlikes(found, index) : undefined;
    }),
};

/** Two directions in one word. */
function joined(found: string, at: number, policy: Policy): Found {
  const [, before = '', name = ''] = cliticAndName.exec(found) ?? [];
  const letters = before.replace(/\p{M}/gu, '');
  if (isArabicCluster(letters)) {
    const link = letters.endsWith('و') ? ' ' : 'ـ';
    return { ...replacement(at, found, before + link + name), severity: 'warning' };
  }
  if (hebrewPrefixes.has(letters))
    return replacement(at, found, before + (policy.maqaf === 'maqaf' ? '־' : '-') + name);
  return mention(at, found);
}

function withLookAlikes(found: string, at: number): Found {
  const proposed = found.replace(lookAlike, (letter) => lookAlikes.get(letter) ?? letter);
  return /[\p{sc=Cyrillic}\p{sc=Greek}]/u.test(proposed) ? mention(at, found) : replacement(at, found, proposed);
}
