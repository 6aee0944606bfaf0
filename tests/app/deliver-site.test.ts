/** Bringing the published site elsewhere: once each, in order, again until it is taken, over restarts, and never late. */
import { beforeEach, describe, expect, it } from 'vitest';
import { deliverSiteNow } from '../../server/app/deliver-now.ts';
import { closeDeliveries, deliverNow, viewDeliveries } from '../../server/app/deliver-site.ts';
import { changeSite, viewSite } from '../../server/app/manage-site.ts';
import { publishEdition, rollBackEdition, withdrawEdition } from '../../server/app/publish-edition.ts';
import { reconcileEditions } from '../../server/app/reconcile-editions.ts';
import type { DeliveryRecord } from '../../server/domain/delivery.ts';
import { accepted } from '../../server/domain/errors.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { defaultSettings } from '../../server/domain/site-settings.ts';
import type { Delivery, DeliveryOutcome, Press, World } from '../../server/ports.ts';
import { aDecisionId, approvalOfAll, approvedDecision, editedDecision, importedDecision } from '../support/builders.ts';
import { aLedger, aMirror, aShelf, unreachable } from '../support/deliveries.ts';
import { aWorld } from '../support/desk.ts';
import { aClock, type FakeClock } from '../support/fake-clock.ts';
import { aPress } from '../support/press.ts';

let clock: FakeClock;
let world: World;
let records: Map<string, DeliveryRecord>;
let reported: string[];
let reasons: unknown[];

beforeEach(() => {
  clock = aClock();
  records = new Map();
  reported = [];
  reasons = [];
});

/** A world that delivers to these places; the same decisions and records as the world before, if there was one. */
async function aWorldWith(
  places: readonly Delivery[],
  store?: World['store'],
  parts: Partial<World> = {},
): Promise<World> {
  const report: World['report'] = (error, what) => {
    reported.push(what);
    reasons.push(error);
  };
  const deliveries = { places, ledger: aLedger(records) };
  world = await aWorld({ clock, deliveries, report, ...parts, ...(store && { store }) });
  if (store === undefined) {
    const imported = importedDecision({ slug: 'the-school', to: ['he', 'ar'] });
    documentId = imported.documentId;
    await commit(imported, ...approvalOfAll());
  }
  return world;
}

let documentId: string;

async function commit(...decisions: Parameters<World['store']['commit']>[0]['decisions']): Promise<void> {
  accepted(await world.store.commit({ stream: documentId, decisions } as Parameters<World['store']['commit']>[0]));
}

const order = (locale: Locale) => ({ documentId, locale, decisionId: aDecisionId(), by: 'dana' });
const publish = async (locale: Locale) => accepted(await publishEdition(world, order(locale)));
const withdraw = async (locale: Locale) => accepted(await withdrawEdition(world, order(locale)));
const status = () => viewDeliveries(world)[0];
const gather = () => clock.pass(2_000);

async function correct(text: string): Promise<void> {
  await commit(editedDecision({ text }), approvedDecision());
  await publish('he');
}

describe('a place that takes editions', () => {
  it('is told once of each, with its text, in the order in which readers saw them', async () => {
    const shelf = aShelf();
    await aWorldWith([shelf]);
    await publish('en');
    await clock.pass(1);
    await publish('he');
    expect(shelf.told, 'publishing waits for nobody').toEqual([]);
    await gather();
    expect(shelf.told.map(({ event, locale, siblings }) => [event, locale, siblings])).toEqual([
      ['published', 'en', ['he']],
      ['published', 'he', ['en']],
    ]);
    expect(shelf.told[1]).toMatchObject({
      slug: 'the-school',
      documentId,
      article: { n: 1, html: expect.stringMatching(/^<article lang="he" dir="rtl">/u) },
    });
    await reconcileEditions(world);
    await gather();
    expect(shelf.told).toHaveLength(2);
    expect(status()).toMatchObject({ state: 'idle', waiting: 0, takenAt: expect.any(String) });
  });

  it('is told of a correction, of a withdrawal, and of what comes again', async () => {
    const shelf = aShelf();
    await aWorldWith([shelf]);
    await publish('he');
    await gather();
    await correct('קראו את <1>הדו״ח</1> המתוקן.');
    await gather();
    await withdraw('he');
    await gather();
    accepted(await rollBackEdition(world, { ...order('he'), to: 1 }));
    await gather();
    expect(shelf.told.map(({ event, article }) => [event, article?.n])).toEqual([
      ['published', 1],
      ['published', 2],
      ['withdrawn', undefined],
      ['published', 1],
    ]);
    expect(shelf.told[2]).toMatchObject({ slug: 'the-school', locale: 'he', siblings: [] });
    expect(new Set(shelf.told.map(({ order: { id } }) => id)).size, 'each is another delivery').toBe(4);
  });

  it('is told again after ever longer pauses, under the same id, until it takes it', async () => {
    const shelf = aShelf(() => (shelf.told.length < 4 ? unreachable : undefined));
    await aWorldWith([shelf]);
    await publish('he');
    await gather();
    expect(status()).toMatchObject({ state: 'failed', waiting: 1, fault: { code: 'delivery.unreachable' } });
    for (const [seconds, told] of [
      [9, 1],
      [3, 2],
      [29, 2],
      [3, 3],
      [62, 4],
    ] as const) {
      await clock.pass(seconds * 1000);
      expect(shelf.told).toHaveLength(told);
    }
    expect(new Set(shelf.told.map(({ order: { id } }) => id)).size).toBe(1);
    expect(status()).toMatchObject({ state: 'idle', waiting: 0 });
    expect(status()?.fault).toBeUndefined();
    expect(reported).toHaveLength(3);
    // A line each: an Error would bring its stack into the log.
    for (const reason of reasons) expect(reason).toMatch(/^delivery\.unreachable: [^\n]+$/u);
  });

  it('is never brought a text that was withdrawn while it could not be reached', async () => {
    let answer: DeliveryOutcome | undefined = unreachable;
    const shelf = aShelf(() => answer);
    await aWorldWith([shelf]);
    await publish('en');
    await publish('he');
    await gather();
    await withdraw('en');
    answer = undefined;
    shelf.told.length = 0;
    await gather();
    expect(shelf.told.map(({ event, locale }) => [event, locale])).toEqual([['published', 'he']]);
  });

  it('that will not take one edition gets the others', async () => {
    const rejected: DeliveryOutcome = { ok: false, code: 'delivery.rejected', detail: 'HTTP 422', retryable: false };
    const shelf = aShelf(({ locale }) => (locale === 'en' ? rejected : undefined));
    await aWorldWith([shelf]);
    await publish('en');
    await clock.pass(1);
    await publish('he');
    await gather();
    expect(shelf.told.map(({ locale }) => locale)).toEqual(['en', 'he']);
    expect(status()).toMatchObject({ state: 'failed', waiting: 1, fault: { code: 'delivery.rejected' } });
    await clock.pass(3_590_000);
    expect(shelf.told).toHaveLength(2);
    await clock.pass(20_000);
    expect(shelf.told.map(({ locale }) => locale)).toEqual(['en', 'he', 'en']);
  });

  it('that turns us away is not asked for every edition', async () => {
    const refused: DeliveryOutcome = { ok: false, code: 'delivery.refused', detail: 'HTTP 401', retryable: false };
    const shelf = aShelf(() => refused);
    await aWorldWith([shelf]);
    await publish('en');
    await publish('he');
    await gather();
    expect(shelf.told).toHaveLength(1);
  });

  it('goes on after a restart where it stopped, and is told nothing twice', async () => {
    const before = aShelf(({ locale }) => (locale === 'he' ? unreachable : undefined));
    await aWorldWith([before]);
    await publish('en');
    await clock.pass(1);
    await publish('he');
    await gather();
    await closeDeliveries(world);
    const after = aShelf();
    await aWorldWith([after], world.store);
    expect(status()).toMatchObject({ fault: { code: 'delivery.unreachable' } });
    await reconcileEditions(world);
    await gather();
    expect(after.told.map(({ locale, order: { id } }) => [locale, id])).toEqual([['he', before.told[1]?.order.id]]);
  });

  it('that is new, or has another address, gets everything', async () => {
    await aWorldWith([aShelf()]);
    await publish('en');
    await publish('he');
    await gather();
    const moved = aShelf(undefined, 'https://elsewhere.example');
    await aWorldWith([moved], world.store);
    await reconcileEditions(world);
    await gather();
    expect(moved.told).toHaveLength(2);
  });

  it('is tried at once when something is published, or somebody asks', async () => {
    const shelf = aShelf(() => (shelf.told.length < 3 ? unreachable : undefined));
    await aWorldWith([shelf]);
    await publish('en');
    await gather();
    await publish('he');
    await gather();
    expect(shelf.told).toHaveLength(2);
    deliverNow(world, { id: 'shelf' });
    expect(status()).toMatchObject({ state: 'delivering' });
    await clock.pass(0);
    expect(shelf.told).toHaveLength(4);
    expect(status()).toMatchObject({ state: 'idle', waiting: 0 });
  });

  it('is told everything again where somebody asks for that, also what is gone', async () => {
    const shelf = aShelf();
    await aWorldWith([shelf]);
    await publish('en');
    await gather();
    deliverNow(world, { again: true });
    await clock.pass(0);
    expect(shelf.told.map(({ event }) => event)).toEqual(['published', 'published']);
    expect(status()).toMatchObject({ waiting: 0 });
  });

  it('stops when the server closes, with what was taken noted', async () => {
    const shelf = aShelf(({ locale }, { signal }) =>
      locale === 'en'
        ? undefined
        : new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    );
    await aWorldWith([shelf]);
    await publish('en');
    await clock.pass(1);
    await publish('he');
    await gather();
    expect(status()).toMatchObject({ state: 'delivering', waiting: 1 });
    await closeDeliveries(world);
    expect(records.get('shelf')).toMatchObject({ taken: 1, marks: { [`${documentId}/en`]: expect.any(String) } });
    expect(reported).toEqual([]);
    await publish('ar').catch(() => undefined);
    await gather();
    expect(shelf.told).toHaveLength(2);
  });
});

describe('a place that takes the folder', () => {
  it('gets several publications as one, and is told what changed since the last', async () => {
    const mirror = aMirror();
    await aWorldWith([mirror]);
    await publish('en');
    await publish('he');
    await gather();
    expect(mirror.told, 'what it has is not known').toEqual([undefined]);
    await withdraw('he');
    await gather();
    expect(mirror.told[1]).toMatchObject({
      written: expect.arrayContaining(['he/index.html']),
      removed: expect.arrayContaining(['he/archive/2026/index.html']),
    });
  });

  it('is told of everything since it took something, over failures', async () => {
    const mirror = aMirror((call) => (call === 2 ? unreachable : undefined));
    await aWorldWith([mirror]);
    await publish('en');
    await gather();
    await publish('he');
    await gather();
    await withdraw('en');
    await gather();
    expect(mirror.told).toHaveLength(3);
    const [, , last] = mirror.told;
    expect(last?.written).toContain('he/the-school/index.html');
    expect(last?.removed).toContain('en/archive/2026/index.html');
    expect(last?.written).not.toContain('en/archive/2026/index.html');
  });

  it('is brought what changes around the texts, and what is printed of them later', async () => {
    const mirror = aMirror();
    const waiting = Promise.withResolvers<void>();
    const press: Press = { ...aPress(), pdf: (order) => waiting.promise.then(() => order.html) };
    await aWorldWith([mirror], undefined, { press });
    for (const about of ['Who we are.', 'Who we are now.']) {
      const { revision } = await viewSite(world);
      const settings = { ...defaultSettings, about: { en: about } };
      await changeSite(world, { settings, revision, decisionId: aDecisionId(), by: 'dana' });
      if (revision === 0) await publish('en');
      await reconcileEditions(world).then(gather);
    }
    expect(mirror.told.at(-1)?.written).toEqual(['en/about/index.html']);
    waiting.resolve();
    await world.queue.idle();
    await gather();
    expect(mirror.told.at(-1)?.written).toContain('en/the-school/the-school.en.1.pdf');
    expect(status()).toMatchObject({ state: 'idle', waiting: 0 });
  });

  it('is brought what was published while it was being delivered', async () => {
    const going = Promise.withResolvers<DeliveryOutcome>();
    const mirror = aMirror((call) => (call === 1 ? going.promise : undefined));
    await aWorldWith([mirror]);
    await publish('en');
    await gather();
    await publish('he');
    going.resolve({ ok: true });
    await gather();
    await gather();
    expect(mirror.told).toHaveLength(2);
    expect(mirror.told[1]?.written).toContain('he/the-school/index.html');
  });
});

describe('asking for deliveries', () => {
  it('refuses a place that is not set up', async () => {
    await aWorldWith([aShelf()]);
    expect(await deliverSiteNow(world, { id: 'nowhere' })).toMatchObject({ code: 'delivery.unknown' });
  });

  it('writes the site first, so that it also works where no server runs', async () => {
    const shelf = aShelf();
    await aWorldWith([shelf]);
    await publish('he');
    await closeDeliveries(world);
    await aWorldWith([shelf], world.store);
    expect(await deliverSiteNow(world, {})).toEqual({ ok: true });
    await clock.pass(0);
    expect(shelf.told).toHaveLength(1);
  });

  it('keeps each place to itself: one that hangs holds up no other', async () => {
    const never = new Promise<DeliveryOutcome>(() => {});
    const shelf = aShelf();
    await aWorldWith([aMirror(() => never), shelf]);
    await publish('he');
    await gather();
    expect(shelf.told).toHaveLength(1);
    expect(viewDeliveries(world).map(({ state }) => state)).toEqual(['delivering', 'idle']);
  });
});
