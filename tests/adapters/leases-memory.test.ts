/** Leases in one process. */
import { expect, it } from 'vitest';
import { createLeases, mostWindows } from '../../server/adapters/leases-memory.ts';
import { aClock } from '../support/fake-clock.ts';
import { leasesContract } from './leases-contract.ts';

leasesContract('in memory', createLeases);

it('lets go of the window heard of longest ago where one member says ever new ones, and of nobody else’s', async () => {
  const clock = aClock();
  const leases = createLeases({ clock, ttlMs: 600_000, shared: true });
  const place = { documentId: 'document0001', segmentId: 'segment-0001', locale: 'he' } as const;
  const window = (n: number) => ({ memberId: 'dana', windowId: `window-${n}` });
  await leases.take([place], { memberId: 'samir', windowId: 'window-s' });
  for (let n = 0; n < mostWindows; n += 1) await leases.take([place], window(n));
  await clock.pass(1000);
  await leases.renew(window(0));
  for (const n of [mostWindows, mostWindows + 1]) await leases.take([place], window(n));
  const held = (await leases.held()).map(({ holder }) => holder.windowId);
  expect(held).toHaveLength(mostWindows + 1);
  expect(held.slice(0, 3)).toEqual(['window-s', 'window-0', 'window-3']);
  leases.close();
});
