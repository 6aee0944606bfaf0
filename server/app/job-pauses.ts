/**
 * How long a job waits before it asks again: what the server asks for, else 1, 2, 4 seconds. Each job waits a little
 * longer or shorter than another, or all that met the same busy server would meet it again together; the share follows
 * from the job's id, for the app is given no randomness.
 */

/** How often one text is sent until its fault is believed. */
export const attempts = 4;

/** Nobody is served by a job that sleeps for an hour: it is tried at least this often. */
const longestMs = 10 * 60_000;

/** Milliseconds before the given attempt (2 is the first repetition). `asked`: by the server, 0 for nothing. */
export function pauseBefore(attempt: number, asked: number, jobId: string): number {
  const own = 1000 * 2 ** (attempt - 2) * (0.75 + shareOf(`${jobId} ${attempt}`) / 2);
  return Math.round(Math.min(longestMs, Math.max(own, asked)));
}

/** From 0 to 1, the same for the same text. */
function shareOf(text: string): number {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1009;
  return sum / 1008;
}
