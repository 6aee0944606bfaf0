/** A segment as a page shows it: its text, in the page's language unless nobody has translated it yet (a preview). */
import { segmentAnchor } from '../domain/anchor.ts';
import type { Segment } from '../domain/document.ts';
import { directionOf, type Locale } from '../domain/locale.ts';
import { html, type Html } from './html.ts';
import type { Words } from './words.ts';

export interface PageSegment {
  readonly segment: Segment;
  readonly text: string;
  /** Set where the text still is the source's: the language it is in. */
  readonly untranslated?: Locale;
  /** Where one can be led to it (a preview beside the desk): the id of a place before its text. */
  readonly anchor?: string;
}

/** ` lang dir` where the text's language is not the page's. */
export function languageOf({ untranslated }: PageSegment): Html {
  return untranslated === undefined ? html`` : html` lang="${untranslated}" dir="${directionOf(untranslated)}"`;
}

/** The place that an address can name; the element around it is marked while it does. */
export function anchorOf({ anchor }: PageSegment): Html {
  return anchor === undefined ? html`` : html`<span class="here" id="${anchor}"></span>`;
}

/**
 * ` id` of a heading, so that an address can lead there: its segment's, which stays through all versions. In a preview
 * the place before its text has it. `prefix`: what the ids of this text begin with, where a page has two.
 */
export function headingId({ segment, anchor }: PageSegment, prefix: string): Html {
  return anchor === undefined ? html` id="${prefix}${segmentAnchor(segment.id)}"` : html``;
}

/** What says, in the page's language, that a text is not translated yet. */
export function untranslatedMark({ untranslated }: PageSegment, locale: Locale, words: Words): Html {
  if (untranslated === undefined) return html``;
  return html`<small class="untranslated" lang="${locale}" dir="${directionOf(locale)}"
    >${words.notTranslated}</small
  > `;
}
