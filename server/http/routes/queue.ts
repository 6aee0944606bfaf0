/** The queue, what people take of it, and who is in which segment. */
import { bePresent, takeNext } from '../../app/take-work.ts';
import { viewQueue } from '../../app/view-queue.ts';
import type { Locale } from '../../domain/locale.ts';
import type { World } from '../../ports.ts';
import type { Handlers } from '../endpoint.ts';

type QueueLines = 'GET /api/queue' | 'POST /api/queue/claim' | 'POST /api/queue/release' | 'POST /api/presence';

/** Entries shown where the caller names no number: more than anybody reads, less than a page feels. */
const shown = 200;

export function queueHandlers(world: World): Handlers<QueueLines> {
  return {
    'GET /api/queue': ({ query, by }) => {
      const { locale, windowId, limit = shown, ...filter } = query;
      return viewQueue(world, {
        ...filter,
        limit,
        ...(locale && { locales: locale.split(',') as Locale[] }),
        ...(windowId && { holder: { memberId: by, windowId } }),
      });
    },

    'POST /api/queue/claim': async ({ body, by }) => {
      const { windowId, ...order } = body;
      return { entries: await takeNext(world, { ...order, holder: { memberId: by, windowId } }) };
    },

    'POST /api/queue/release': async ({ body, by }) => {
      await world.claims.release({ memberId: by, windowId: body.windowId }, body.places);
      return null;
    },

    'POST /api/presence': async ({ body, by }) => {
      const { windowId, ...presence } = body;
      return (await bePresent(world, { ...presence, holder: { memberId: by, windowId } })) ?? null;
    },
  };
}
