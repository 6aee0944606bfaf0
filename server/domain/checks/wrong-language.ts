/**
 * Arabic words in a Hebrew text, Hebrew ones in an Arabic: a machine that wrote the wrong language, or a stretch that
 * nobody translated. A word that the source has too may stand (a name, a quotation), unless such words are much of the
 * text. Latin letters are another check's.
 */
import type { SegmentCheck } from './check.ts';
import { mention } from './matches.ts';

const foreignWords = {
  he: /[\p{sc=Arabic}&&\p{L}][[\p{sc=Arabic}\p{M}]&&[\p{L}\p{M}]]*/gv,
  ar: /[\p{sc=Hebrew}&&\p{L}][[\p{sc=Hebrew}\p{M}]&&[\p{L}\p{M}]]*/gv,
} as const;

/** Of the letters. */
const much = 0.3;

export const scriptWrongLanguage: SegmentCheck = {
  id: 'script.wrong-language',
  severity: 'error',
  to: ['he', 'ar'],
  scope: 'segment',
  find: ({ source, target: { text, locale } }) => {
    if (locale === 'en') return [];
    const words = Array.from(text.matchAll(foreignWords[locale]));
    if (words.length === 0) return [];
    const inSource = new Set(source.text.match(foreignWords[locale]));
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    const isMuch = words.reduce((sum, { 0: word }) => sum + word.length, 0) > letters * much;
    const wrong = isMuch ? words : words.filter(({ 0: word }) => !inSource.has(word));
    const [first] = wrong;
    if (!first) return [];
    return [
      { ...mention(first.index, first[0]), spans: wrong.map(({ 0: word, index }) => [index, index + word.length]) },
    ];
  },
};
