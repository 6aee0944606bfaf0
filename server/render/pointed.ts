/**
 * Pointed texts: Hebrew with niqqud, Arabic with tashkeel. Where vowel signs stand above and below most letters, lines
 * need more room; a few of them (an Arabic shadda, one name in Hebrew) need none.
 */
import { html, type Html } from './html.ts';

const letter = /[[\p{Script=Hebrew}\p{Script=Arabic}]&&\p{L}]/gv;
const sign = /[\u05B0-\u05BC\u05C1\u05C2\u05C7\u064B-\u0650\u0652\u0670]/gu;

/** Signs for each letter, from which a text counts as pointed; full tashkeel has about 0.7, newspapers 0.03. */
const many = 0.3;

/** ` class="pointed"` for a text that needs the room, or nothing. */
export function pointedClass(text: string): Html {
  const signs = text.match(sign)?.length ?? 0;
  return signs > 0 && signs >= many * (text.match(letter)?.length ?? 0) ? html` class="pointed"` : html``;
}
