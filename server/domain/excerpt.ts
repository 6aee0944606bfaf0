/** The beginning of a text, to recognise it by in a list: without its codes, cut between words. */
import { withoutCodes, type Content } from './content.ts';

const longest = 80;

/** The first words, whole; a first word longer than everything is cut between characters. */
export function excerptOf({ text, codes }: Content): string {
  const whole = withoutCodes(text, codes).trim();
  if (whole.length <= longest) return whole;
  const words = new Intl.Segmenter('und', { granularity: 'word' }).segment(whole.slice(0, 4 * longest));
  const cut = [...words].find(({ index, segment }) => index + segment.length > longest);
  return cutShort(whole.slice(0, cut?.index || longest));
}

/** A beginning that is not the whole: with an ellipsis, and without the mark that it happened to be cut behind. */
export function cutShort(beginning: string): string {
  return `${beginning.toWellFormed().replace(/[\s.,;:،؛–—]+$/u, '')}…`;
}
