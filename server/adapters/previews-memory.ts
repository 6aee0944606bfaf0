/**
 * Previews of drafts, held in memory for an hour. The token is the only key: 256 random bits, never derived from the
 * document, so that a draft is seen only by those to whom its address was given. A restart forgets them all.
 */
import { randomBytes } from 'node:crypto';
import type { Clock, Previews } from '../ports.ts';

const hour = 60 * 60 * 1000;
/** Many people at work; a page is tens of kilobytes. The oldest makes room. */
const most = 200;

export function createPreviews(clock: Pick<Clock, 'now'>): Previews {
  const pages = new Map<string, { readonly page: Uint8Array; readonly until: number }>();
  const forgetOld = (): void => {
    const now = Date.parse(clock.now());
    for (const [token, { until }] of pages) {
      if (until <= now || pages.size > most) pages.delete(token);
    }
  };
  return {
    keep(page) {
      const token = randomBytes(32).toString('base64url');
      pages.set(token, { page, until: Date.parse(clock.now()) + hour });
      forgetOld();
      return token;
    },
    find(token) {
      forgetOld();
      return pages.get(token)?.page;
    },
  };
}
