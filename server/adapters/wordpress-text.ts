/**
 * Texts on their way into WordPress, which makes more of a text than it says: titles, excerpts and names of terms are
 * HTML there, square brackets call programs (shortcodes), and an address alone in a paragraph is replaced by what it
 * leads to (embeds). None of that is meant here, so each of these characters goes as a reference.
 */
import { directionOf } from '../domain/locale.ts';
import type { DeliveredEdition } from '../ports.ts';

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '[': '&#91;',
  ']': '&#93;',
};

/** Plain text where WordPress takes HTML. */
export function plainText(text: string): string {
  return text.replace(/[&<>"'[\]]/gu, (character) => references[character] ?? '');
}

/** By which a post is found again, whatever became of its slug: it stands in the post's own text. */
export function markOf({ documentId, locale }: Pick<DeliveredEdition, 'documentId' | 'locale'>): string {
  return `dragoman-${documentId}-${locale}`;
}

/** Whether a post's text carries a mark. */
export function isMarked(content: string, mark: string): boolean {
  return content.includes(`id="${mark}"`);
}

/** An article as a post's text: one block of HTML, which WordPress leaves as it is. */
export function postContent(edition: DeliveredEdition, html: string): string {
  const { locale } = edition;
  return `<!-- wp:html -->
<div id="${markOf(edition)}" lang="${locale}" dir="${directionOf(locale)}">${inert(html)}</div>
<!-- /wp:html -->`;
}

/** Brackets in tags and texts, and addresses in texts. */
function inert(html: string): string {
  return html
    .replace(/[[\]]/gu, (bracket) => references[bracket] ?? '')
    .replace(/<[^>]*>|[^<]+/gu, (part) => (part.startsWith('<') ? part : part.replaceAll('://', '&#58;//')));
}
