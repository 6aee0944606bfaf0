/**
 * Addresses. A text may carry any address; a page links to it only where it leads somewhere a reader expects: the web,
 * mail, or a place on this site. Anything else (`javascript:`, `data:`, `file:`) leaves the text without its link.
 * Browsers drop tabs, line ends and leading control characters before they read a scheme, so those are refused here.
 */
import type { PublishedEdition } from '../ports.ts';

const schemes = new Set(['http:', 'https:', 'mailto:']);

/** The address when a page may link to it, else undefined. */
export function safeAddress(address: string): string | undefined {
  const trimmed = address.trim();
  if (trimmed === '' || /[\u0000-\u001F\u007F\\]/u.test(trimmed) || !trimmed.isWellFormed()) return undefined;
  const scheme = /^[a-z][a-z0-9+.-]*:/iu.exec(trimmed)?.[0].toLowerCase();
  if (scheme !== undefined) return schemes.has(scheme) && URL.canParse(trimmed) ? trimmed : undefined;
  const isRelative = !trimmed.startsWith('//') && !/^[^/?#]*:/u.test(trimmed);
  return isRelative && URL.canParse(trimmed, 'https://site.invalid/') ? trimmed : undefined;
}

/** Where an edition stands in the site: `he/the-school/`. */
export function pathOf({ locale, slug }: Pick<PublishedEdition, 'locale' | 'slug'>): string {
  return `${locale}/${slug}/`;
}

/** A path as it stands in an address. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
