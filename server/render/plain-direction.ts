/**
 * A text of known language where nothing can say its direction but the text itself: a feed's titles, a list of windows.
 * Whoever shows it goes by its first letter (HTML's `auto`, most feed readers) or by the direction of their own program:
 * `US תוקפת` would be laid out from the left, and its words would change places.
 *
 * So a text with letters of the other direction is isolated in its own, behind a mark that gives the first letter's
 * guess the right answer, since a guess skips isolates. A text of one direction needs nothing and gets nothing. Embeddings
 * and isolates that a text brings along go: unclosed, they would turn what follows.
 */
import { directionOf, type Direction, type Locale } from '../domain/locale.ts';

/** By Script_Extensions: the tatweel is common to several scripts. */
const rightToLeft = String.raw`\p{scx=Hebrew}\p{scx=Arabic}\p{scx=Syriac}\p{scx=Thaana}\p{scx=Nko}`;

/** A letter of the other direction. */
const foreign: Readonly<Record<Direction, RegExp>> = {
  ltr: new RegExp(`(?=\\p{L})[${rightToLeft}]`, 'u'),
  rtl: new RegExp(`(?=\\p{L})[^${rightToLeft}]`, 'u'),
};

/** LRM or RLM, LRI or RLI, PDI. */
const marks: Readonly<Record<Direction, readonly [before: string, after: string]>> = {
  ltr: ['\u200E\u2066', '\u2069'],
  rtl: ['\u200F\u2067', '\u2069'],
};

/** LRI, RLI, FSI. */
const isolates: Readonly<Record<Direction | 'auto', string>> = { ltr: '\u2066', rtl: '\u2067', auto: '\u2068' };

/** One of several texts in a line without mark-up, isolated in its own direction whatever it brings along. */
export function directedPart(text: string, direction: Direction | 'auto'): string {
  return `${isolates[direction]}${withoutControls(text)}\u2069`;
}

/** The text, safe to show without mark-up. */
export function directed(text: string, locale: Locale): string {
  const direction = directionOf(locale);
  const own = withoutControls(text);
  if (!foreign[direction].test(own)) return own;
  const [before, after] = marks[direction];
  return `${before}${own}${after}`;
}

function withoutControls(text: string): string {
  return text.replace(/[\u202A-\u202E\u2066-\u2069]/gu, '');
}
