/** The beginning of a text, to recognise it by in a list: without its codes, cut between words. */
import { withoutCodes, type Content } from './content.ts';

const longest = 80;

/** The first words, whole; a first word longer than everything is cut between characters. */
export function excerptOf({ text, codes }: Content): string {
  const whole = withoutCodes(text, codes).trim();
  if (whole.length <= longest) return whole;
  const words = new Intl.Segmenter('und', { granularity: 'word' }).segment(whole.slice(0, 4 * longest));
  const cut = [...words].find(({ index, segment }) => index + segment.length > longest);
  return `${whole
    .slice(0, cut?.index || longest)
    .toWellFormed()
    .replace(/[\s.,;:،؛–—]+$/u, '')}…`;
}
