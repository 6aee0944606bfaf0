/**
 * What a web server must know of addresses that no longer lead to an article: where it has gone (301), or that it has
 * been withdrawn (410). The site carries them as a file, one a line, in the format that Netlify and Cloudflare Pages read
 * and that our own server reads too, so that all obey the same. Paths stand there as in addresses:
 *
 *   /he/%D7%99%D7%A9%D7%9F/ /he/%D7%97%D7%93%D7%A9/ 301
 *   /he/gone/ /he/gone/ 410
 *
 * A rule is about a folder and everything beneath it: an article's downloads stand in its folder.
 */
import { encodePath } from './address.ts';

/** The site's file of rules. */
export const rulesFile = '_redirects';

export interface SiteRule {
  /** A folder of the site, as it is called: `he/ישן/`. */
  readonly from: string;
  /** Where it leads; of a withdrawn one itself. */
  readonly to: string;
  readonly status: 301 | 410;
}

/** The rules as the file has them. */
export function writeRules(rules: readonly SiteRule[]): string {
  return rules.map(({ from, to, status }) => `/${encodePath(from)} /${encodePath(to)} ${status}\n`).join('');
}

/** The rules of a file. What is none of ours, or not whole, is left out: a damaged file harms nothing. */
export function readRules(text: string): SiteRule[] {
  return text.split('\n').flatMap((line) => {
    const [, from, to, status] = /^\/(\S+\/) \/(\S+\/) (301|410)$/u.exec(line) ?? [];
    const paths = [folderOf(from), folderOf(to)];
    const [origin, goal] = paths;
    return origin === undefined || goal === undefined
      ? []
      : [{ from: origin, to: goal, status: status === '301' ? 301 : 410 }];
  });
}

/** The rule for a path of the site, such as `he/ישן` or `he/ישן/ישן.he.3.epub`. */
export function ruleFor(rules: ReadonlyMap<string, SiteRule>, path: string): SiteRule | undefined {
  const folders = path.split('/').filter((part) => part !== '');
  for (let depth = folders.length; depth > 0; depth -= 1) {
    const rule = rules.get(`${folders.slice(0, depth).join('/')}/`);
    if (rule) return rule;
  }
  return undefined;
}

/** Rules by their folders. */
export function rulesByFolder(rules: readonly SiteRule[]): ReadonlyMap<string, SiteRule> {
  return new Map(rules.map((rule) => [rule.from, rule]));
}

/** A folder as it is called, from an address; undefined for one that is no folder of the site, or could lead out of it. */
function folderOf(address: string | undefined): string | undefined {
  const path = address === undefined ? undefined : decodePath(address);
  if (path === undefined) return undefined;
  const parts = path.split('/').slice(0, -1);
  return parts.every((part) => part !== '' && !part.startsWith('.') && !/[\p{Cc}\p{Cf}\\]/u.test(part))
    ? path
    : undefined;
}

/** A path from an address; undefined where it says none. */
export function decodePath(address: string): string | undefined {
  try {
    return decodeURIComponent(address);
  } catch {
    return undefined;
  }
}
