/** Tells the desk's watch when the person is at the open segment: a key, the pointer, the wheel, in a window in focus. */
import { useEffect } from 'react';
import type { TimeMeter } from './time-meter.ts';

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
/** A pointer says hundreds of times a second that somebody is there; once is enough. */
const restMs = 1000;

export function useActiveTime(meter: TimeMeter, segmentId: string): void {
  useEffect(() => {
    let last = -restMs;
    const onSign = ({ timeStamp }: Event): void => {
      if (timeStamp - last < restMs) return;
      last = timeStamp;
      meter.sign(segmentId);
    };
    const onLeave = (): void => {
      last = -restMs;
      meter.pause();
    };
    const whenHidden = (): void => {
      if (document.visibilityState === 'hidden') onLeave();
    };
    if (document.hasFocus()) meter.sign(segmentId);
    for (const sign of signs) window.addEventListener(sign, onSign, { passive: true, capture: true });
    window.addEventListener('blur', onLeave);
    document.addEventListener('visibilitychange', whenHidden);
    return () => {
      for (const sign of signs) window.removeEventListener(sign, onSign, { capture: true });
      window.removeEventListener('blur', onLeave);
      document.removeEventListener('visibilitychange', whenHidden);
      meter.pause();
    };
  }, [meter, segmentId]);
}
