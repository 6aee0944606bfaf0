/**
 * The maqaf, which ties Hebrew words together (בית־ספר), and the dash, which keeps them apart (הוא – כך).
 *
 * `hyphen-maqaf`: what ties two Hebrew words, or a clitic to what follows (ה־IDF, ב־7, ה־"ליכוד"), is the mark that the
 * policy names. Not a hyphen in other text (COVID-19, 11-16), between single letters (א-ג), nor one that hangs (ואחר-).
 * `spaced-maqaf`: a maqaf does not stand alone as a dash (or, for a source without one, with spaces between two words), and a dash is not glued to the word on one side only. A dash
 * before a number may be a minus, one at the start opens a line of speech, one between words without spaces is a range.
 */
import { hebrewPrefixes } from '../language/clitics.ts';
import type { Policy } from '../policy.ts';
import type { Found, SegmentCheck } from './check.ts';
import { eachMatch, replacement } from './matches.ts';

const tieOf: Readonly<Record<Policy['maqaf'], string>> = { maqaf: '־', hyphen: '-' };

/** One tie after a Hebrew word (1, with the geresh that may end it), and what it is tied to (2). */
const tie =
  /[\-\u2010\u2011־](?<=(?<![\p{L}\p{N}])([[\p{sc=Hebrew}&&\p{L}]\p{M}"״'׳’]{1,48})[\-\u2010\u2011־])(?=([[\p{sc=Hebrew}&&\p{L}]\p{M}]{1,2}|[^\s\-\u2010\u2011־\p{Pd}]))/gv;

export const heHyphenMaqaf: SegmentCheck = {
  id: 'he.hyphen-maqaf',
  severity: 'style',
  to: ['he'],
  scope: 'segment',
  find: ({ target, policy }) => {
    const proposed = tieOf[policy.maqaf];
    return eachMatch(target.text, tie, ({ 0: found, 1: before = '', 2: after = '', index }) =>
      found !== proposed && ties(before, after) ? replacement(index, found, proposed) : undefined,
    );
  },
};

function ties(before: string, after: string): boolean {
  const [word, next] = [before, after].map((text) => text.replace(/\p{M}|^["״'׳’]+|['׳’]$/gu, ''));
  if (word === undefined || next === undefined) return false;
  return /\p{sc=Hebrew}/u.test(next) ? word.length > 1 || next.length > 1 : hebrewPrefixes.has(word);
}

const alone = /(?<=\S[^\S\n]{1,8})־(?=[^\S\n]+\S)/gu;
/** What a text about endings mentions, with its maqaf: `הסיומת ־ים`. */
const endings = '(?:ים|ות|ית|יות|יים|ה|ת|ן|ם|י|ך|ו|נו|כם|הם|הן|ון|ני|ניק|יה|ייה)(?![\\p{L}\\p{M}])';
const maqafBefore = new RegExp(`(?<=[\\p{sc=Hebrew}\\p{M}][^\\S\\n]{1,8})־(?=\\p{sc=Hebrew})(?!${endings})`, 'gu');
/** What a source says with a dash: — – and a hyphen between spaces. */
const anyDash = /[–—―]|(?<=\s)-+(?=\s)|--/u;
const wordBefore = /[\p{sc=Hebrew}\p{M}]{2,40}([^\S\n]{1,8})$/u;
const wordAfter = /^([^\S\n]{1,8})[\p{sc=Hebrew}\p{M}]{2,40}/u;
const gluedAfter = /(?<=[[\p{sc=Hebrew}&&\p{L}]\p{M}\p{Po}»\)][^\S\n]{1,8})[–—](?=[[\p{sc=Hebrew}&&\p{L}]"״\(])/gv;
const gluedBefore = /(?<=[[\p{sc=Hebrew}&&\p{L}]\p{M}"״\)])[–—](?=[^\S\n]+[\p{L}"״\(])/gv;

export const heSpacedMaqaf: SegmentCheck = {
  id: 'he.spaced-maqaf',
  severity: 'warning',
  to: ['he'],
  scope: 'segment',
  find: ({ source, target: { text } }) => [
    ...eachMatch(text, alone, ({ index }) =>
      isBlank(source.text) || anyDash.test(source.text)
        ? replacement(index, '־', '–')
        : (joined(text, index) ?? replacement(index, '־', '–')),
    ),
    ...eachMatch(text, maqafBefore, ({ 0: found, index }) => ({
      ...replacement(index, found, '–'),
      fix: [{ span: [index, index + 1], text: '– ' }],
    })),
    ...eachMatch(text, gluedAfter, ({ 0: dash, index }) => replacement(index, dash, `${dash} `)),
    ...eachMatch(text, gluedBefore, ({ 0: dash, index }) => replacement(index, dash, ` ${dash}`)),
  ],
};

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** Two words that a maqaf was to join (`בית ־ ספר`), for a source that has no dash here or elsewhere. */
function joined(text: string, at: number): Found | undefined {
  const [first, before = ''] = wordBefore.exec(text.slice(Math.max(0, at - 48), at)) ?? [];
  const [last, after = ''] = wordAfter.exec(text.slice(at + 1, at + 49)) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const span = [at - before.length, at + 1 + after.length] as const;
  const params = { found: `${first}־${last}`, proposed: `${first.trim()}־${last.trim()}` };
  return { spans: [span], params, fix: [{ span, text: '־' }] };
}
