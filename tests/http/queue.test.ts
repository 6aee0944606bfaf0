/** The queue over HTTP: what waits, taking it, two windows, lapses, and being in a segment. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Locale } from '../../server/domain/locale.ts';
import type { LeaseChange } from '../../server/ports.ts';
import { draftedDecision, importedDecision, returnedDecision, someTexts } from '../support/builders.ts';
import { aDesk, type Desk } from '../support/desk.ts';
import { aClock, type FakeClock } from '../support/fake-clock.ts';

const [here, there] = ['00000000-0000-4000-8000-00000000aaaa', '00000000-0000-4000-8000-00000000bbbb'] as const;
const minute = 60_000;

let desk: Desk;
let clock: FakeClock;
let documentId: string;
beforeEach(async () => {
  clock = aClock();
  desk = await aDesk({ clock });
  documentId = await drafted();
});
afterEach(() => desk.close());

/** A document whose three Hebrew targets wait: a draft that was sent back, and two more. */
async function drafted(): Promise<string> {
  const imported = importedDecision();
  const drafts = someTexts.map((text, segment) => draftedDecision({ segment, text }));
  const decisions = [imported, ...drafts, returnedDecision({ segment: 1, reason: 'Wrong name' })];
  await desk.world.store.commit({ stream: imported.documentId, decisions });
  return imported.documentId;
}

const read = async (query: Record<string, string> = {}) => (await desk.call('GET /api/queue', { query })).reply;
const take = async (windowId: string, n: number, locales: Locale[] = ['he']) =>
  (await desk.call('POST /api/queue/claim', { body: { windowId, locales, n } })).reply.entries;
const visit = (windowId: string, segmentId?: string, isActive = false) =>
  desk.call('POST /api/presence', {
    body: { windowId, isActive, ...(segmentId !== undefined && { place: { documentId, segmentId, locale: 'he' } }) },
  });
const ordinals = (entries: ReadonlyArray<{ ordinal: number }>) => entries.map(({ ordinal }) => ordinal);

describe('what waits', () => {
  it('is listed oldest first, with its reason and the words to recognise it by', async () => {
    const page = await read({ locale: 'he' });
    expect(page.total).toBe(3);
    expect(page.entries.map(({ ordinal, reason }) => [ordinal, reason])).toEqual([
      [0, 'drafted'],
      [2, 'drafted'],
      [1, 'returned'],
    ]);
    expect(page.entries[2]).toMatchObject({
      documentId,
      segmentId: 'segment-0001',
      locale: 'he',
      excerpt: 'Read the report of the village.',
      words: 6,
      returned: { reason: 'Wrong name', by: 'dana' },
    });
    expect(page.documents).toEqual([{ documentId, title: 'The school in Umm al-Khair', from: 'en', waiting: 3 }]);
    expect(page.reasons).toMatchObject({ returned: 1, drafted: 2, untranslated: 0 });
  });

  it('is what was asked for: language, reason, document, number', async () => {
    const other = await drafted();
    expect((await read({ locale: 'ar' })).total).toBe(0);
    expect((await read({ locale: 'ar', reason: 'untranslated' })).total).toBe(6);
    expect((await read({ locale: 'he,ar', reason: 'returned' })).total).toBe(2);
    const [first] = (await read({ locale: 'he', documentId: other, limit: '1' })).entries;
    expect(first).toMatchObject({ documentId: other, ordinal: 0 });
    expect(await read({ limit: '0' })).toMatchObject({ entries: [], documents: [], total: 6 });
  });

  it.each([
    { locale: 'he,xx' },
    { locale: '' },
    { reason: 'bored' },
    { limit: '-1' },
    { windowId: 'mine' },
    { anything: '1' },
  ])('cannot be asked for by %j', async (query) => {
    expect((await desk.call('GET /api/queue', { query })).status).toBe(400);
  });
});

describe('taking', () => {
  it('gives the next n, tells everybody who has them, and leaves out what others hold', async () => {
    expect(ordinals(await take(here, 2))).toEqual([0, 2]);
    expect(ordinals(await take(there, 2))).toEqual([1]);
    expect(await take(here, 2)).toEqual([]);
    const { entries, taken } = await read({ locale: 'he', windowId: here });
    expect(entries.map(({ holder }) => holder?.windowId)).toEqual([here, here, there]);
    expect(taken).toMatchObject([
      { ordinal: 0, waits: true },
      { ordinal: 2, waits: true },
    ]);
  });

  it('never gives one target to two who take at once', async () => {
    await Promise.all([drafted(), drafted(), drafted()]);
    const windows = ['1', '2', '3', '4'].map((n) => here.slice(0, -1) + n);
    const got = (await Promise.all(windows.map((windowId) => take(windowId, 3)))).flat();
    const places = got.map((entry) => `${entry.documentId} ${entry.segmentId}`);
    expect(places).toHaveLength(12);
    expect(new Set(places).size).toBe(12);
  });

  it('is over after ten minutes without activity, and heard of', async () => {
    const heard: LeaseChange[] = [];
    desk.world.claims.subscribe((change) => heard.push(change));
    await take(here, 1);
    await clock.pass(9 * minute);
    await visit(here, 'segment-0000', true);
    await clock.pass(9 * minute);
    expect((await read({ windowId: here })).taken).toHaveLength(1);
    await visit(here, 'segment-0000', false);
    await clock.pass(minute);
    expect((await read({ windowId: here })).taken).toEqual([]);
    expect(heard.map(({ isHeld }) => isHeld)).toEqual([true, false]);
    expect(ordinals(await take(there, 1))).toEqual([0]);
  });

  it('is taken back, one or all, by the window that took', async () => {
    await take(here, 3);
    await desk.call('POST /api/queue/release', { body: { windowId: there } });
    expect((await read({ windowId: here })).taken).toHaveLength(3);
    const places = [{ documentId, segmentId: 'segment-0002', locale: 'he' as const }];
    const one = await desk.call('POST /api/queue/release', { body: { windowId: here, places } });
    expect(one.status).toBe(204);
    expect(ordinals((await read({ windowId: here })).taken)).toEqual([0, 1]);
    await desk.call('POST /api/queue/release', { body: { windowId: here } });
    expect((await read({ windowId: here })).taken).toEqual([]);
  });

  it('shows what is done until more is taken, and keeps nobody from saving', async () => {
    await take(here, 2);
    const params = { documentId, segmentId: 'segment-0000', locale: 'he' } as const;
    const approved = await desk.call('POST /api/documents/:documentId/segments/:segmentId/targets/:locale/approve', {
      params,
      body: { decisionId: crypto.randomUUID(), baseRevision: 1 },
    });
    expect(approved.status).toBe(200);
    expect((await read({ windowId: here })).taken).toMatchObject([{ waits: false }, { waits: true }]);
    expect(ordinals(await take(here, 2))).toEqual([1]);
    expect(ordinals((await read({ windowId: here })).taken)).toEqual([2, 1]);
    expect(await desk.world.store.decisions(documentId)).toHaveLength(6);
  });

  it.each([{ n: 0 }, { n: 101 }, { locales: [] }, { windowId: 'x' }])('is refused with %j', async (fault) => {
    const body = { windowId: here, locales: ['he' as const], n: 1, ...fault };
    expect((await desk.call('POST /api/queue/claim', { body })).status).toBe(400);
  });
});

describe('being in a segment', () => {
  const present = async () =>
    (await desk.world.presence.held()).map(({ place, holder }) => [place.segmentId, holder.windowId]);

  it('is seen until one goes on, leaves, or says nothing for half a minute', async () => {
    expect((await visit(here, 'segment-0000')).status).toBe(204);
    await visit(there, 'segment-0000');
    await visit(here, 'segment-0001');
    expect(await present()).toEqual([
      ['segment-0000', there],
      ['segment-0001', here],
    ]);
    await visit(here);
    expect(await present()).toEqual([['segment-0000', there]]);
    await clock.pass(20_000);
    await visit(there, 'segment-0000');
    await clock.pass(20_000);
    expect(await present()).toHaveLength(1);
    await clock.pass(10_000);
    expect(await present()).toEqual([]);
  });

  it('keeps others from being given that segment', async () => {
    await visit(there, 'segment-0000');
    expect(ordinals(await take(here, 1))).toEqual([2]);
    expect(ordinals(await take(there, 1))).toEqual([0]);
  });

  it('is possible only in a segment that there is', async () => {
    const answer = await visit(here, 'segment-9999');
    expect([answer.status, answer.reply]).toMatchObject([404, { code: 'segment.unknown' }]);
    expect(await present()).toEqual([]);
  });
});
