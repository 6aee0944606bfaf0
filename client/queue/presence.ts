/**
 * Tells the server which segment this window has open: soon after it is opened, every few seconds while it is, and when it
 * is left. One message at a time, so that a late one never says where one was before. A window that is hidden, or in which
 * nobody does anything for minutes, falls silent, and the server lets its presence lapse: who is not there is not shown.
 */
import type { BodyOf } from '../../server/contract/api.ts';
import type { Place } from '../../server/domain/lease.ts';

export type PresenceMessage = BodyOf<'POST /api/presence'>;

export interface PresenceWorld {
  readonly windowId: string;
  readonly send: (message: PresenceMessage) => Promise<unknown>;
  readonly isVisible: () => boolean;
  readonly now: () => number;
}

export interface Presence {
  /** Where one is now; undefined: nowhere. */
  readonly at: (place: Place | undefined) => void;
  /** Somebody did something. */
  readonly touch: () => void;
  /** It is time to say it again. */
  readonly beat: () => void;
}

/** Steps through rows with a key held down are one arrival. */
export const settleMs = 150;
export const beatMs = 10_000;
/** So long after the last key or touch one counts as there: time to read a long paragraph and to think. */
export const awayMs = 5 * 60_000;

export function openPresence({ windowId, send, isVisible, now }: PresenceWorld): Presence {
  let place: Place | undefined;
  let touched = now();
  let isActive = false;
  let isSending = false;
  let isBehind = false;
  let settling: ReturnType<typeof setTimeout> | undefined;

  async function say(): Promise<void> {
    clearTimeout(settling);
    settling = undefined;
    isBehind = isSending;
    if (isSending) return;
    isSending = true;
    const message = { windowId, isActive, ...(place && { place }) };
    isActive = false;
    // Unheard, or refused: the next beat says it again.
    await send(message).catch(() => undefined);
    isSending = false;
    if (isBehind) await say();
  }

  return {
    at(next) {
      place = next;
      settling ??= setTimeout(() => void say(), settleMs);
    },
    touch() {
      const wasAway = now() - touched > awayMs;
      touched = now();
      isActive = true;
      if (wasAway && place) void say();
    },
    beat() {
      if (place && isVisible() && now() - touched <= awayMs) void say();
    },
  };
}
