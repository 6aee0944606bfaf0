/** Joins presence to the page: one for the window, told by the desk where it is and by the page what is done in it. */
import { useEffect } from 'react';
import type { Place } from '../../server/domain/lease.ts';
import { addressOf, call } from '../api.ts';
import { windowId } from '../this-window.ts';
import { beatMs, openPresence } from './presence.ts';

const line = 'POST /api/presence';

const presence = openPresence({
  windowId,
  send: (body) => call(line, { body }),
  isVisible: () => document.visibilityState === 'visible',
  now: () => performance.now(),
});

/** Says for as long as the component is shown that this window is there. */
export function usePresence({ documentId, segmentId, locale }: Place): void {
  useEffect(() => {
    presence.at({ documentId, segmentId, locale });
    return () => presence.at(undefined);
  }, [documentId, segmentId, locale]);
  useEffect(() => {
    const ends = new AbortController();
    const { signal } = ends;
    for (const gesture of ['keydown', 'pointerdown', 'wheel', 'touchmove']) {
      window.addEventListener(gesture, presence.touch, { passive: true, signal });
    }
    document.addEventListener('visibilitychange', presence.beat, { signal });
    window.addEventListener('pagehide', leave, { signal });
    window.addEventListener('pageshow', presence.beat, { signal });
    const beats = setInterval(presence.beat, beatMs);
    return () => {
      ends.abort();
      clearInterval(beats);
    };
  }, []);
}

/** The page goes away: a beacon still leaves it, a request would be cut off. */
function leave(): void {
  const message = JSON.stringify({ windowId, isActive: false });
  navigator.sendBeacon(
    addressOf(line, { body: { windowId, isActive: false } }),
    new Blob([message], { type: 'application/json' }),
  );
}
