/**
 * Where a paragraph of the source can be split: at the ends of its sentences, outside its codes. A caret in a text that
 * nobody edits would be one more thing to learn, and a cut within a sentence is hardly ever meant.
 */
import { tokenize, type Content } from '../../server/domain/content.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { cutAt } from '../../server/domain/reshape.ts';

export interface SourcePlace {
  readonly offset: number;
  /** The sentence that the new paragraph would begin with. */
  readonly beginning: string;
}

/** The places, in reading order. */
export function placesIn({ text, codes }: Content, locale: Locale): SourcePlace[] {
  const { plain, offsets } = withOffsets({ text, codes });
  const sentences = [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(plain)];
  return sentences.slice(1).flatMap(({ index, segment }): SourcePlace[] => {
    // Between the two sentences codes may close and open: the cut stands where all of them are closed.
    const [from, to] = [(offsets[index - 1] ?? 0) + 1, offsets[index] ?? text.length];
    const offset = Array.from({ length: to - from + 1 }, (_, at) => from + at).find((at) => cutAt({ text, codes }, at));
    return offset === undefined ? [] : [{ offset, beginning: segment.trim() }];
  });
}

/** The text without its codes, and where each of its UTF-16 units stands in the text. */
function withOffsets({ text, codes }: Content): { readonly plain: string; readonly offsets: readonly number[] } {
  let plain = '';
  let place = 0;
  const offsets: number[] = [];
  for (const token of tokenize(text, codes)) {
    if (token.kind === 'text') {
      plain += token.text;
      for (let at = 0; at < token.text.length; at += 1) offsets.push(place + at);
    }
    place += token.text.length;
  }
  return { plain, offsets };
}
