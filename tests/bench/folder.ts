/**
 * A folder for one benchmark, gone afterwards. It lies in the project, not in the system's temporary folder: that one is
 * often in memory, where a sync costs nothing.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';

const home = 'node_modules/.cache/bench';

/** Gives a fresh, empty folder to the work and removes it when the work is done or has failed. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  mkdirSync(home, { recursive: true });
  const folder = path.resolve(mkdtempSync(path.join(home, 'run-')));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
