/**
 * Previews of drafts, held in memory for an hour. The token is the only key: 256 random bits, never derived from the
 * document, so that a draft is seen only by those to whom its address was given. A restart forgets them all.
 */
import { randomBytes } from 'node:crypto';
import type { Clock, Previews } from '../ports.ts';

const hour = 60 * 60 * 1000;
/** Bytes of all previews together: thousands of ordinary pages. The oldest make room. */
const most = 64 * 1024 * 1024;

export function createPreviews(clock: Pick<Clock, 'now'>): Previews {
  const pages = new Map<string, { readonly page: Uint8Array; readonly until: number }>();
  const forgetOld = (): void => {
    const now = Date.parse(clock.now());
    let bytes = pages.values().reduce((sum, { page }) => sum + page.length, 0);
    for (const [token, { page, until }] of pages) {
      if (until > now && (bytes <= most || pages.size === 1)) continue;
      pages.delete(token);
      bytes -= page.length;
    }
  };
  return {
    keep(page, locale) {
      const token = `${locale}-${randomBytes(32).toString('base64url')}`;
      const until = Date.parse(clock.now()) + hour;
      pages.set(token, { page, until });
      forgetOld();
      return { token, expiresAt: new Date(until).toISOString() };
    },
    find(token) {
      forgetOld();
      return pages.get(token)?.page;
    },
  };
}
