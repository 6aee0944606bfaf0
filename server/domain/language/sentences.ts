/**
 * Sentences of a text: what `Intl.Segmenter` cuts, mended for Hebrew, Arabic and English.
 */
import type { Locale } from '../locale.ts';

/** The sentences of a text, trimmed, in order; none of a blank one. */
export function sentencesOf(text: string, locale: Locale): string[] {
  return Array.from(
    new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text.replaceAll('\n', ' ')),
    (piece) => piece.segment.trim(),
  ).filter((sentence) => sentence !== '');
}
