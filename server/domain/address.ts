/**
 * Which addresses a text may lead to. Everything else (`javascript:`, `data:`, `file:`, a scheme we do not know) is no
 * link: an allow-list, because browsers forgive more spellings of a scheme than a deny-list can name.
 */

const allowedSchemes: ReadonlySet<string> = new Set(['http', 'https', 'mailto']);

/** http, https and mailto; and addresses without a scheme: of the same site, of a place on the page. */
export function isSafeAddress(address: string): boolean {
  // Browsers drop control characters and outer white space before they look for the scheme.
  if (/[\p{Cc}\s]/u.test(address)) return false;
  const scheme = /^[^/?#]*?:/u.exec(address)?.[0].slice(0, -1);
  return scheme === undefined || allowedSchemes.has(scheme.toLowerCase());
}
