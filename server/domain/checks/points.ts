/**
 * Vowel points that are left over in a text without them: niqqud in Hebrew, tashkeel in Arabic. A text that is pointed
 * throughout is meant so, and a word may have a point or two that tell it from another (שָׁם, كُتب).
 */
import type { Found, SegmentCheck } from './check.ts';
import { mention } from './matches.ts';
import type { Side } from './subject.ts';

export const heNiqqud: SegmentCheck = {
  id: 'he.niqqud',
  severity: 'info',
  to: ['he'],
  scope: 'segment',
  find: ({ target }) => leftOver(target, /[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7]/gu, 3),
};

/** A shadda tells words apart and ـًا is ordinary spelling: neither counts. */
export const arTashkeel: SegmentCheck = {
  id: 'ar.tashkeel',
  severity: 'info',
  to: ['ar'],
  scope: 'segment',
  find: ({ target }) => leftOver(target, /[\u064C-\u0650\u0652\u0656-\u065F\u0670]/gu, 2),
};

/** Of a text's words, fewer than this share are pointed: it is a text without points. */
const fewPointed = 0.25;

/** The words with at least as many points as are too many. */
function leftOver({ words }: Side, points: RegExp, tooMany: number): readonly Found[] {
  const pointed = words.map(({ text }) => text.match(points)?.length ?? 0);
  if (pointed.filter((count) => count > 0).length >= words.length * fewPointed) return [];
  return words.flatMap(({ text, start }, i) => ((pointed[i] ?? 0) >= tooMany ? [mention(start, text)] : []));
}
