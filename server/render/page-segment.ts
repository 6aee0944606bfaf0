/** A segment as a page shows it: its text, in the page's language unless nobody has translated it yet (a preview). */
import type { Segment } from '../domain/document.ts';
import { directionOf, type Locale } from '../domain/locale.ts';
import { html, type Html } from './html.ts';
import type { Words } from './words.ts';

export interface PageSegment {
  readonly segment: Segment;
  readonly text: string;
  /** Set where the text still is the source's: the language it is in. */
  readonly untranslated?: Locale;
}

/** ` lang dir` where the text's language is not the page's. */
export function languageOf({ untranslated }: PageSegment): Html {
  return untranslated === undefined ? html`` : html` lang="${untranslated}" dir="${directionOf(untranslated)}"`;
}

/** What says, in the page's language, that a text is not translated yet. */
export function untranslatedMark({ untranslated }: PageSegment, locale: Locale, words: Words): Html {
  if (untranslated === undefined) return html``;
  return html`<small class="untranslated" lang="${locale}" dir="${directionOf(locale)}"
    >${words.notTranslated}</small
  > `;
}
