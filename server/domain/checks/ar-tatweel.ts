/**
 * Tatweel, the stroke that stretches a word: decoration, which no search looks through. It has its place after a letter
 * that stands for itself (عام 1445 هـ) and after a clitic before a quotation, a number or a name in Latin letters
 * (الـ«حزب», لـUN). Standing alone it is somebody's dash.
 */
import { isArabicCluster } from '../language/clitics.ts';
import type { SegmentCheck } from './check.ts';
import { eachMatch } from './matches.ts';

/** Strokes after letters (1); what follows is looked at in the text. */
const stretched = /(?<=([[\p{sc=Arabic}&&\p{L}]\p{M}\u200D]{1,16}))ـ+/gv;
const joins = /^[[\p{sc=Arabic}&&\p{L}]\p{M}]/v;

export const arTatweel: SegmentCheck = {
  id: 'ar.tatweel',
  severity: 'warning',
  to: ['ar'],
  scope: 'segment',
  find: ({ target: { text } }) =>
    eachMatch(text, stretched, ({ 0: strokes, 1: before = '', index }) => {
      const end = index + strokes.length;
      const letters = before.replace(/[\p{M}\u200D]/gu, '');
      const mayStand = letters.length === 1 || isArabicCluster(letters);
      if (mayStand && !joins.test(text.charAt(end))) return undefined;
      const span = [index, end] as const;
      return { spans: [span], params: { found: wordAround(text, index) }, fix: [{ span, text: '' }] };
    }),
};

/** The word that is stretched, for the sentence. */
function wordAround(text: string, at: number): string {
  const part = /^[\p{L}\p{M}ـ\u200D]$/u;
  let [start, end] = [at, at];
  while (at - start < 24 && part.test(text[start - 1] ?? '')) start -= 1;
  while (end - at < 24 && part.test(text[end] ?? '')) end += 1;
  return text.slice(start, end);
}
