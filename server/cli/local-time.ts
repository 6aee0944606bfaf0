/**
 * A moment as the clock of this machine shows it, with its distance from UTC and its zone's name, so that a time which was
 * given without a zone can be seen to be the one that was meant.
 */

/** `2027-03-01 08:00 +02:00 (Asia/Jerusalem)`, of an ISO 8601 moment. */
export function localTime(moment: string, timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone): string {
  const [day, time, zone = ''] = new Intl.DateTimeFormat('sv-SE', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'longOffset',
    timeZone,
  })
    .format(new Date(moment))
    .split(' ');
  const offset = zone.replace(/^GMT|^UTC/u, '').replace('\u2212', '-') || '+00:00';
  return `${day} ${time} ${offset} (${timeZone})`;
}
