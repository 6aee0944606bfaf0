/** Where editions stand in the site, and how that is written in an address. */
import { encodePath } from '../domain/address.ts';
import type { Locale } from '../domain/locale.ts';
import type { TagId } from '../domain/site-settings.ts';
import type { PublishedEdition } from '../ports.ts';

export { encodePath };

/** Where an edition stands in the site: `he/the-school/`. */
export function pathOf({ locale, slug }: Pick<PublishedEdition, 'locale' | 'slug'>): string {
  return `${locale}/${slug}/`;
}

/** Where a language lists what has a tag: `he/tags/housing/`. */
export function tagPath(locale: Locale, tagId: TagId): string {
  return `${locale}/tags/${tagId}/`;
}

/** Where a path is in the world. `editionsUrl`: where readers find the site, with a slash at its end. */
export function absoluteAddress(editionsUrl: string, path: string): string {
  return new URL(encodePath(path), editionsUrl).href;
}
