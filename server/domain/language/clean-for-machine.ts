/**
 * The copy of a segment that a machine is given: composed letters (NFC), one space for any run of white space, no
 * invisible break opportunities, and in English the quotation marks turned the right way. Machines stumble over each of
 * these, and none of them carries meaning. Codes stay as they are; the stored text is never touched.
 */
import { tokenize, type Content } from '../content.ts';
import type { Locale } from '../locale.ts';
import { composed } from './compose.ts';
import { orientQuotes } from './quotes.ts';

/** The content to send in place of this one. */
export function cleanForMachine({ text, codes }: Content, locale: Locale): Content {
  const tokens = tokenize(text, codes);
  const pieces = tokens.map((token) => (token.kind === 'text' ? collapse(token.text) : ''));
  const clean = locale === 'en' ? orientQuotes(pieces) : pieces;
  const joined = tokens.map((token, at) => (token.kind === 'text' ? clean[at] : token.text)).join('');
  return { text: joined.trim(), codes };
}

function collapse(text: string): string {
  return composed(text)
    .replace(/[\u00AD\u200B\u2060\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ');
}
