/**
 * The desk's watch: how long the person is at each segment, by the rule of `active-time.ts`. Signs of life come from
 * `use-active-time.ts`; what was measured leaves with the next decision on the segment, under whose id it is told once.
 */
import { giveBack, noTime, paused, signOfLife, take } from '../../server/domain/active-time.ts';

export interface TimeMeter {
  /** The person is at this segment. */
  readonly sign: (segmentId: string) => void;
  /** The person is away. */
  readonly pause: () => void;
  /** What was spent since the last time it was taken; nothing where there is none to tell. */
  readonly take: (segmentId: string) => { readonly activeMs?: number };
  /** The decision that should have told it was refused. */
  readonly giveBack: (segmentId: string, activeMs: number | undefined) => void;
}

/** `now` in milliseconds, of a clock that is never set back. */
export function timeMeter(now: () => number): TimeMeter {
  let time = noTime;
  return {
    sign(segmentId) {
      time = signOfLife(time, segmentId, now());
    },
    pause() {
      time = paused(time, now());
    },
    take(segmentId) {
      const [activeMs, left] = take(time, segmentId, now());
      time = left;
      return activeMs > 0 ? { activeMs } : {};
    },
    giveBack(segmentId, activeMs = 0) {
      time = giveBack(time, segmentId, activeMs);
    },
  };
}
