/**
 * A text as runs of one direction. A word processor is told of each run whether it is written from right to left and in
 * which language, and sets its letters, marks and spelling by that; signs and spaces go with the text around them. Words
 * of another script that follow each other are one run, with what joins them.
 */
import type { Locale } from '../../domain/locale.ts';

export interface ScriptRun {
  readonly text: string;
  readonly locale: Locale;
}

/** A word and the words behind it, joined by spaces, hyphens and what stands within addresses. */
function wordsOf(letters: string): string {
  const word = String.raw`[${letters}][${letters}\p{M}\p{N}'’"״׳_]*`;
  const joint = String.raw`(?:[ \u00A0]|[.:/?&=%#+@־\u002D]+)`;
  return String.raw`${word}(?:${joint}${word})*`;
}

/** Telephone numbers and the like, which Arabic would show back to front. */
const digits = String.raw`\+?\d{1,15}(?:-\d{1,15}){2,9}`;

const scripts: Readonly<Record<Locale, string>> = {
  en: String.raw`\p{Script=Latin}`,
  he: String.raw`\p{Script=Hebrew}`,
  ar: String.raw`\p{Script=Arabic}`,
};

const finders: Readonly<Record<Locale, RegExp>> = {
  en: finder('he', 'ar'),
  he: finder('en', 'ar'),
  ar: finder('en', 'he'),
};

const groups: Readonly<Record<Locale, readonly Locale[]>> = { en: ['he', 'ar'], he: ['en', 'ar'], ar: ['en', 'he'] };

/** The runs of a text in a language; put together they are the text again. */
export function scriptRuns(text: string, locale: Locale): ScriptRun[] {
  const runs: ScriptRun[] = [];
  let end = 0;
  for (const match of text.matchAll(finders[locale])) {
    if (match.index > end) runs.push({ text: text.slice(end, match.index), locale });
    const which = match.slice(1).findIndex((group) => group !== undefined);
    runs.push({ text: match[0], locale: groups[locale][which] ?? locale });
    end = match.index + match[0].length;
  }
  if (end < text.length) runs.push({ text: text.slice(end), locale });
  return runs;
}

function finder(...others: readonly Locale[]): RegExp {
  return new RegExp(
    others.map((other) => `(${wordsOf(scripts[other])}${other === 'en' ? `|${digits}` : ''})`).join('|'),
    'gu',
  );
}
