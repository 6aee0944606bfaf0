/**
 * Addresses that a text may lead to: the web, mail, or a place on the same site. Anything else (`javascript:`, `data:`,
 * `file:`, another host without a scheme) is no link, at import and on every page: an allow-list, because browsers
 * forgive more spellings of a scheme than a deny-list can name. They drop tabs, line ends and leading control characters
 * before they read it, so those are refused here.
 */

const schemes = new Set(['http:', 'https:', 'mailto:']);

/** The address when a text may link to it, else undefined. */
export function safeAddress(address: string): string | undefined {
  const trimmed = address.trim();
  if (trimmed === '' || /[\u0000-\u001F\u007F\\]/u.test(trimmed) || !trimmed.isWellFormed()) return undefined;
  const scheme = /^[a-z][a-z0-9+.-]*:/iu.exec(trimmed)?.[0].toLowerCase();
  if (scheme !== undefined) return schemes.has(scheme) && URL.canParse(trimmed) ? trimmed : undefined;
  const isRelative = !trimmed.startsWith('//') && !/^[^/?#]*:/u.test(trimmed);
  return isRelative && URL.canParse(trimmed, 'https://site.invalid/') ? trimmed : undefined;
}

/** A path as it stands in an address. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
