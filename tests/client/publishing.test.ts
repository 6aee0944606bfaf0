/** What the edition's pages decide without a server: addresses, moments, details, drafts that are kept. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { obstacleOf } from '../../client/editions/can-publish.ts';
import { changesAddress, comparisonIn } from '../../client/editions/comparison.ts';
import { detailsDraft, detailsOf, isNews } from '../../client/editions/details-draft.ts';
import { instantOf, momentOf, nextHour } from '../../client/editions/plan-time.ts';
import { keepDraft, keptDraft } from '../../client/kept-draft.ts';

describe('the address of a comparison', () => {
  const at = { documentId: 'schools12345', locale: 'he' } as const;

  it('names the two, and is read back', () => {
    const side = fc.option(fc.integer({ min: 1, max: 999 }), { nil: undefined });
    fc.assert(
      fc.property(side, side, (from, to) => {
        const comparison = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
        const { pathname, searchParams } = new URL(changesAddress(at, comparison), 'http://desk');
        expect(pathname).toBe('/documents/schools12345/editions/he/changes');
        expect(comparisonIn(searchParams)).toEqual(comparison);
      }),
    );
  });

  it.each(['0', '-1', '1.5', 'x', '9999999999'])('does not mind from=%s', (from) => {
    expect(comparisonIn(new URLSearchParams({ from }))).toEqual({});
  });
});

describe('a moment', () => {
  it('is the instant that it was read from, to the minute', () => {
    const minute = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(minute, (date) => {
        const whole = new Date(date);
        whole.setSeconds(0, 0);
        // An hour that clocks live through twice in autumn is read as one of the two.
        const back = new Date(instantOf(momentOf(whole)) ?? 0);
        expect(momentOf(back)).toEqual(momentOf(whole));
      }),
    );
  });

  it.each([
    { day: '', time: '10:00' },
    { day: '2026-11-22', time: '' },
    { day: '2026-13-01', time: '10:00' },
  ])('is none at $day $time', (moment) => {
    expect(instantOf(moment)).toBeUndefined();
  });

  it('is offered as the next full hour', () => {
    expect(nextHour(new Date(2026, 10, 22, 23, 1))).toEqual({ day: '2026-11-23', time: '00:00' });
  });
});

describe('what stands around a text', () => {
  it('is names a line each, each once, without what says nothing', () => {
    expect(detailsOf({ translators: ' נועה לוי \n\nسامي حداد\nנועה לוי', description: '  ' })).toEqual({
      translators: ['נועה לוי', 'سامي حداد'],
    });
  });

  it('is news only where something else is said', () => {
    const saved = { translators: ['נועה לוי'] };
    expect(isNews({ ...detailsDraft(saved), description: ' \n' }, saved)).toBe(false);
    expect(isNews({ ...detailsDraft(saved), description: 'על' }, saved)).toBe(true);
  });
});

describe('what keeps a draft from readers', () => {
  const ready = { blockers: [], changedSinceLive: false };
  const blocker = { reason: 'empty' } as const;
  const plan = { planId: '0b1d7a52-5f0c-4a56-9d5c-1a2b3c4d5e6f', locales: [], by: '', madeAt: '', waiting: [] };
  it.each([
    ['nothing, the first time', ready, undefined],
    ['nothing, where something changed', { ...ready, live: 1, changedSinceLive: true }, undefined],
    ['that they have it', { ...ready, live: 1 }, 'unchanged'],
    ['what is open', { ...ready, blockers: [blocker] }, 'blocked'],
    [
      'no plan of its own alone: publishing ends it',
      { ...ready, plan: { ...plan, locales: ['he' as const] } },
      undefined,
    ],
    ['a plan, whatever else', { ...ready, blockers: [blocker], plan }, 'held'],
  ])('%s', (_, edition, obstacle) => {
    expect(obstacleOf(edition)).toBe(obstacle);
  });
});

describe('a draft that is kept', () => {
  const isText = (value: unknown): value is string => typeof value === 'string';
  const shelf = (room = true) => {
    const items = new Map<string, string>();
    return {
      items,
      getItem: (key: string) => items.get(key) ?? null,
      setItem(key: string, value: string) {
        if (!room) throw new DOMException('full', 'QuotaExceededError');
        items.set(key, value);
      },
      removeItem: (key: string) => void items.delete(key),
    };
  };

  it('is read again, and forgotten', () => {
    const device = shelf();
    keepDraft(device, 'note', 'תוקן');
    expect(keptDraft(device, 'note', isText)).toBe('תוקן');
    expect(keptDraft(device, 'other', isText)).toBeUndefined();
    keepDraft(device, 'note', undefined);
    expect(device.items.size).toBe(0);
  });

  it('is nothing where it does not fit, and no fault where there is no room', () => {
    const device = shelf();
    device.items.set('dragoman.draft.note', '{');
    expect(keptDraft(device, 'note', isText)).toBeUndefined();
    keepDraft(device, 'note', 7);
    expect(keptDraft(device, 'note', isText)).toBeUndefined();
    expect(() => keepDraft(shelf(false), 'note', 'x')).not.toThrow();
  });
});
