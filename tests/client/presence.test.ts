/** Saying where one is: soon, once for many steps, one message after another, and not when nobody is there. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { awayMs, openPresence, settleMs, type Presence, type PresenceMessage } from '../../client/queue/presence.ts';

const windowId = 'window-1';
const place = (n: number) => ({ documentId: 'document0001', segmentId: `segment-000${n}`, locale: 'he' }) as const;

let said: PresenceMessage[];
let answer: () => Promise<unknown>;
let isVisible: boolean;
let now: number;
let presence: Presence;
beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  answer = () => Promise.resolve();
  isVisible = true;
  now = 0;
  presence = openPresence({
    windowId,
    send: (message) => {
      said.push(message);
      return answer();
    },
    isVisible: () => isVisible,
    now: () => now,
  });
});
afterEach(() => vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(settleMs);
const places = () => said.map((message) => message.place?.segmentId);

describe('presence', () => {
  it('says where one has arrived, not what one passed', async () => {
    presence.at(place(1));
    presence.at(undefined);
    presence.at(place(2));
    await settle();
    expect(said).toEqual([{ windowId, isActive: false, place: place(2) }]);
  });

  it('says that one has left, without a place', async () => {
    presence.at(place(1));
    await settle();
    presence.at(undefined);
    await settle();
    expect(said.at(-1)).toEqual({ windowId, isActive: false });
  });

  it('sends one message at a time, the newest last, whatever becomes of the one before', async () => {
    let refuse: () => void = () => undefined;
    answer = () => new Promise((_, reject) => (refuse = () => reject(new Error('lost'))));
    presence.at(place(1));
    await settle();
    presence.at(place(2));
    await settle();
    presence.at(place(3));
    await settle();
    expect(places()).toEqual(['segment-0001']);
    refuse();
    await settle();
    expect(places()).toEqual(['segment-0001', 'segment-0003']);
  });

  it('is said again while one is there, with whether something was done since', async () => {
    presence.at(place(1));
    await settle();
    presence.touch();
    presence.beat();
    await settle();
    presence.beat();
    await settle();
    expect(said.map(({ isActive }) => isActive)).toEqual([false, true, false]);
  });

  it('falls silent where nothing is open, the window is hidden, or nobody has touched it for long', async () => {
    presence.beat();
    presence.at(place(1));
    await settle();
    isVisible = false;
    presence.beat();
    isVisible = true;
    now = awayMs + 1;
    presence.beat();
    await settle();
    expect(said).toHaveLength(1);
    presence.touch();
    await settle();
    expect(said).toHaveLength(2);
  });
});
