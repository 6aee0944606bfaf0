/** What is shown of an edition where the edition itself is not: its title, and what it says in a sentence or two. */
import { withoutCodes } from '../domain/content.ts';
import { titleOf } from '../domain/document.ts';
import { cutShort } from '../domain/excerpt.ts';
import type { PublishedEdition } from '../ports.ts';

/** Longer than this, a first paragraph is cut. */
const longest = 220;

/** An edition's title without its mark-up. */
export function editionTitle({ segments }: PublishedEdition): string {
  return titleOf(segments.map(({ segment, text }) => ({ text, codes: segment.codes })));
}

/**
 * What indexes, feeds and search engines show of the text: the description that its editors gave it, else the text's
 * beginning, cut after a word. Empty where there is neither.
 */
export function standfirstOf({ segments, publication }: PublishedEdition): string {
  const given = publication.details?.description?.trim() ?? '';
  if (given !== '') return given;
  const first = segments.find(({ segment }) => segment.kind === 'paragraph' && !segment.layout.quoted);
  return shortened(first ? withoutCodes(first.text, first.segment.codes).replace(/\s+/gu, ' ').trim() : '');
}

function shortened(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return cutShort(cut.slice(0, Math.max(cut.lastIndexOf(' '), 160)));
}
