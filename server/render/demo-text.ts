/**
 * What the built-in demo makes is no translation, and whatever takes such a text along says so first: the page, every
 * file, feeds, and what is delivered to other systems. A reader who meets it there sees nothing else of this house.
 * XLIFF alone is silent in words: it names the origin of each text, and is for those who work on it.
 */
import type { PublishedEdition } from '../ports.ts';
import { html, type Html } from './html.ts';
import { words } from './words.ts';

/** What a reader is told of an edition that holds demo text, in its language; undefined where it holds none. */
export function demoNotice({ locale, segments }: Pick<PublishedEdition, 'locale' | 'segments'>): string | undefined {
  const isDemo = segments.some(({ origin }) => origin?.type === 'mt' && origin.provider === 'demo');
  return isDemo ? words[locale].demo : undefined;
}

/** The same as a paragraph before the text, or nothing. */
export function renderDemoNotice(edition: Pick<PublishedEdition, 'locale' | 'segments'>): Html {
  const notice = demoNotice(edition);
  return html`${notice !== undefined && html`<p class="notice">${notice}</p> `}`;
}
