/** What leases must do, wherever they are kept: the suite that leases-memory, and any other, run. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Holder, Place } from '../../server/domain/lease.ts';
import type { Clock, LeaseChange, Leases } from '../../server/ports.ts';
import { aClock, type FakeClock } from '../support/fake-clock.ts';

export interface LeaseTerms {
  readonly clock: Clock;
  readonly ttlMs: number;
  readonly shared: boolean;
}

const minute = 60_000;
const dana: Holder = { memberId: 'dana', windowId: 'window-1' };
const danaElsewhere: Holder = { memberId: 'dana', windowId: 'window-2' };
const samir: Holder = { memberId: 'samir', windowId: 'window-3' };

function place(n: number): Place {
  return { documentId: 'document0001', segmentId: `segment-000${n}`, locale: 'he' };
}

export function leasesContract(name: string, open: (terms: LeaseTerms) => Promise<Leases> | Leases): void {
  describe.each([false, true])(`${name}: the contract of leases, shared: %s`, (shared) => {
    let clock: FakeClock;
    let leases: Leases;
    let told: LeaseChange[];
    beforeEach(async () => {
      clock = aClock();
      told = [];
      leases = await open({ clock, ttlMs: 10 * minute, shared });
      leases.subscribe((change) => told.push(change));
    });
    afterEach(() => leases.close());

    const places = async () => (await leases.held()).map((lease) => [lease.place.segmentId, lease.holder.windowId]);
    const heard = () => told.map(({ lease, isHeld }) => [lease.place.segmentId, lease.holder.windowId, isHeld]);

    it('are held in the order in which they were taken, until their time is over', async () => {
      const taken = await leases.take([place(2), place(1)], dana);
      const until = new Date(Date.parse(clock.now()) + 10 * minute).toISOString();
      expect(taken).toEqual([
        { place: place(2), holder: dana, until },
        { place: place(1), holder: dana, until },
      ]);
      expect(await leases.held()).toEqual(taken);
      await clock.pass(10 * minute - 1);
      expect(await places()).toHaveLength(2);
      await clock.pass(1);
      expect(await places()).toEqual([]);
    });

    it('tell of their lapse when it happens, though nobody asks', async () => {
      await leases.take([place(1)], dana);
      await clock.pass(5 * minute);
      await leases.take([place(2)], samir);
      await clock.pass(5 * minute);
      expect(heard().at(-1)).toEqual(['segment-0001', 'window-1', false]);
      await clock.pass(5 * minute);
      expect(heard().at(-1)).toEqual(['segment-0002', 'window-3', false]);
    });

    it('last longer when they are renewed, or taken again, and nobody hears of that', async () => {
      await leases.take([place(1), place(2)], dana);
      await clock.pass(9 * minute);
      await leases.renew(dana);
      await clock.pass(9 * minute);
      await leases.take([place(1)], dana);
      await clock.pass(9 * minute);
      expect(await places()).toEqual([['segment-0001', 'window-1']]);
      expect(heard()).toEqual([
        ['segment-0001', 'window-1', true],
        ['segment-0002', 'window-1', true],
        ['segment-0002', 'window-1', false],
      ]);
    });

    it('stay lapsed: a renewal that comes too late brings nothing back', async () => {
      await leases.take([place(1)], dana);
      await clock.pass(10 * minute);
      await leases.renew(dana);
      expect(await places()).toEqual([]);
    });

    it('are given back by their holder only, some or all', async () => {
      await leases.take([place(1), place(2), place(3)], dana);
      await leases.release(samir);
      await leases.release(danaElsewhere, [place(1)]);
      expect(await places()).toHaveLength(3);
      await leases.release(dana, [place(2)]);
      expect(await places()).toEqual([
        ['segment-0001', 'window-1'],
        ['segment-0003', 'window-1'],
      ]);
      await leases.release(dana);
      expect(await places()).toEqual([]);
      await leases.release(dana);
      expect(heard().filter(([, , isHeld]) => isHeld === false)).toHaveLength(3);
    });

    it('tell nobody who has stopped listening', async () => {
      const heardToo: LeaseChange[] = [];
      const stop = leases.subscribe((change) => heardToo.push(change));
      await leases.take([place(1)], dana);
      stop();
      await leases.take([place(2)], dana);
      expect(heardToo).toHaveLength(1);
      expect(told).toHaveLength(2);
    });

    if (shared) {
      it('let any number hold one place', async () => {
        await Promise.all([dana, danaElsewhere, samir].map((holder) => leases.take([place(1)], holder)));
        expect((await places()).map(([, windowId]) => windowId)).toEqual(['window-1', 'window-2', 'window-3']);
      });
      return;
    }

    it('give each place to one, of all who ask at once; two windows of one person are two', async () => {
      const all = [1, 2, 3, 4, 5].map(place);
      const got = await Promise.all([
        leases.take(all, dana),
        leases.take(all.toReversed(), danaElsewhere),
        leases.take(all, samir),
      ]);
      const taken = got.flat().map((lease) => lease.place.segmentId);
      expect(taken.toSorted()).toEqual(all.map(({ segmentId }) => segmentId));
      expect(await leases.held()).toHaveLength(5);
    });

    it('give a place to the next when its holder has let it lapse', async () => {
      await leases.take([place(1)], dana);
      expect(await leases.take([place(1), place(2)], samir)).toMatchObject([{ place: place(2) }]);
      await clock.pass(10 * minute);
      expect(await leases.take([place(1)], samir)).toMatchObject([{ place: place(1), holder: samir }]);
    });
  });
}
