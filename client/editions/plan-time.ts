/**
 * A moment as a person chooses it: a day and a time of day by the clock of their own zone, as `<input type="date">` and
 * `<input type="time">` give them, and the instant that is meant. Pure but for the zone, which is the browser's.
 */
import type { Timestamp } from '../../server/domain/document.ts';

export interface Moment {
  /** `2026-11-22`; empty while nothing is chosen. */
  readonly day: string;
  /** `13:05`. */
  readonly time: string;
}

/** The instant of a day and a time; undefined while they are none. An hour that clocks skip in spring is the next that there is. */
export function instantOf({ day, time }: Moment): Timestamp | undefined {
  const instant = new Date(`${day}T${time}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}

/** How an instant reads on the clock here. */
export function momentOf(instant: Date): Moment {
  const two = (value: number): string => String(value).padStart(2, '0');
  const year = String(instant.getFullYear()).padStart(4, '0');
  return {
    day: `${year}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`,
    time: `${two(instant.getHours())}:${two(instant.getMinutes())}`,
  };
}

/** The next full hour: what is offered first. */
export function nextHour(now: Date): Moment {
  const next = new Date(now);
  next.setMinutes(60, 0, 0);
  return momentOf(next);
}

/** The zone of the browser's clock, by its name. */
export function zoneHere(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
