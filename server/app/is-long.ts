/** Which files are read in a thread of their own. */
import { importBytes } from '../domain/limits.ts';

/** Bytes of a file that is read at once: that takes less than a thread needs to begin. */
const short = 200_000;

/** Whether a file takes long to be read; one beyond the bound is refused at once. */
export function isLong({ length }: Uint8Array): boolean {
  return length > short && length <= importBytes;
}
