/** A planned time in the words of the machine's own clock: winter and summer, west and east, and a zone of half an hour. */
import { expect, it } from 'vitest';
import { localTime } from '../../server/cli/local-time.ts';

it.each([
  ['2027-01-01T06:00:00.000Z', 'Asia/Jerusalem', '2027-01-01 08:00 +02:00 (Asia/Jerusalem)'],
  ['2027-07-01T06:00:00.000Z', 'Asia/Jerusalem', '2027-07-01 09:00 +03:00 (Asia/Jerusalem)'],
  ['2027-01-01T02:30:00.000Z', 'America/New_York', '2026-12-31 21:30 -05:00 (America/New_York)'],
  ['2027-01-01T22:00:00.000Z', 'Asia/Kolkata', '2027-01-02 03:30 +05:30 (Asia/Kolkata)'],
  ['2027-01-01T00:00:00.000Z', 'UTC', '2027-01-01 00:00 +00:00 (UTC)'],
])('%s in %s', (moment, zone, shown) => expect(localTime(moment, zone)).toBe(shown));
