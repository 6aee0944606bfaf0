/**
 * The slug of a document: its name in addresses and folders, made from the source title, the same in every locale.
 * Letters and digits of any script stay (a Hebrew title gives a Hebrew slug), everything else separates words. Marks
 * go, so that an address can be typed; bidi controls and dots cannot occur, so no slug leaves its folder.
 */
import { composed } from './language/compose.ts';

const longest = 60;

/** What a language of the site has beside its articles: an article of that name would stand in its place. */
export const reservedSlugs: ReadonlySet<string> = new Set(['about', 'archive', 'page', 'tags']);

/** What a slug may be. Wider than what is made now: those that were made before stay. */
export const slugPattern = /^[\p{L}\p{N}_-]{1,120}$/u;

/** What a text is as a slug; empty where it has neither letter nor digit. */
export function asSlug(text: string): string {
  const words =
    composed(text, 'NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return withinLength(words);
}

/** A slug for a title, unlike every slug in `taken`. */
export function slugOf(title: string, taken: ReadonlySet<string>): string {
  const base = asSlug(title) || 'untitled';
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(slug)) return slug;
  }
}

/** Whole words while they fit; a first word that is longer than everything is cut between characters. */
function withinLength(words: readonly string[]): string {
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? Array.from(word).slice(0, longest).join('') : `${slug}-${word}`;
    if (longer.length > longest && slug !== '') break;
    slug = longer;
  }
  return slug.normalize('NFC');
}
