/**
 * An edition that leaves the site as a file takes no relative address with it: nothing would stand there. Where the site's
 * own address is known such a link leads back to it, else its words stay without a link.
 */
import { safeAddress } from '../domain/address.ts';
import type { Code, Codes } from '../domain/content.ts';
import type { PublishedEdition } from '../ports.ts';
import { encodePath, pathOf } from './address.ts';
import type { SiteView } from './site-view.ts';

/** Where readers find an edition; undefined where nobody knows. */
export function addressOf(
  edition: Pick<PublishedEdition, 'locale' | 'slug'>,
  { editionsUrl }: Pick<SiteView, 'editionsUrl'>,
): string | undefined {
  return editionsUrl === undefined ? undefined : new URL(encodePath(pathOf(edition)), editionsUrl).href;
}

/** The texts of an edition with every link and image absolute, or without an address. */
export function leadingOut(edition: PublishedEdition, site: SiteView): PublishedEdition['segments'] {
  const base = addressOf(edition, site);
  return edition.segments.map((one) => ({
    ...one,
    segment: { ...one.segment, codes: absolute(one.segment.codes, base) },
  }));
}

function absolute(codes: Codes, base: string | undefined): Codes {
  const outward = (code: Code): Code => {
    if (code.type === 'link') return { ...code, href: resolve(code.href, base) };
    return code.type === 'image' ? { ...code, src: resolve(code.src, base) } : code;
  };
  return Object.fromEntries(Object.entries(codes).map(([number, code]) => [number, outward(code)]));
}

/** Empty, which no text can lead to, where there is nothing to lead to. */
function resolve(address: string, base: string | undefined): string {
  const safe = safeAddress(address);
  const url = safe === undefined ? null : URL.parse(safe, base);
  return url === null || !/^[A-Za-z0-9._~:[\]-]*$/u.test(url.host) ? '' : writeStrictly(url);
}

/** As RFC 3986 has it: browsers let through what readers of books and documents refuse. */
function writeStrictly({ protocol, username, password, host, pathname, search, hash }: URL): string {
  const user = username === '' ? '' : `${encoded(username)}${password && `:${encoded(password)}`}@`;
  const fragment = hash === '' ? '' : `#${encoded(hash.slice(1))}`;
  return `${protocol}${host === '' ? '' : `//${user}${host}`}${encoded(pathname)}${encoded(search)}${fragment}`;
}

function encoded(part: string): string {
  return part.replace(/%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9._~:/?@!$&'()*+,;=%-]/gu, encodeURIComponent);
}
