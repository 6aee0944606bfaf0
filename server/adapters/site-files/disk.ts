/**
 * What the published site asks of a disk, one step each: a test can stop the world before any of them. A write is on the
 * disk when it resolves, so that a rename never gives a reader a name without its content.
 *
 * Steps that the system answers from its memory are called directly: a thread's round trip costs five times the step, and
 * a site has thousands. What waits for the disk itself, a sync, waits in a thread.
 */
import {
  appendFileSync,
  closeSync,
  constants,
  fstatSync,
  fsync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { promisify } from 'node:util';
import { syncFolder } from '../durable-file.ts';

/** How a file was when it was written: enough to tell later whether it still is. */
export interface Written {
  readonly size: number;
  readonly mtimeMs: number;
}

export interface Disk {
  /** Gives whether it was not there. */
  makeFolder(folder: string, mode: number): boolean;
  /** A link is looked at itself; undefined where there is nothing. */
  look(place: string): Stats | undefined;
  read(file: string): Buffer;
  write(file: string, bytes: Uint8Array): Promise<Written>;
  append(file: string, text: string): void;
  rename(from: string, to: string): void;
  remove(file: string): void;
  /** Only where nothing is in it; gives whether it went. */
  removeFolder(folder: string): boolean;
  syncFolder(folder: string): Promise<void>;
}

const synced = promisify(fsync);

/** The disk. `sync: false` leaves it to the system when what is written reaches it: for measuring beside those who do. */
export function realDisk({ sync = true } = {}): Disk {
  return {
    makeFolder: (folder, mode) => unless(/^EEXIST$/u, () => mkdirSync(folder, { mode })),
    look: (place) => lstatSync(place, { throwIfNoEntry: false }),
    read: (file) => readFileSync(file),
    async write(file, bytes) {
      const { O_CREAT, O_TRUNC, O_WRONLY, O_NOFOLLOW } = constants;
      const descriptor = openSync(file, O_WRONLY | O_CREAT | O_TRUNC | (O_NOFOLLOW ?? 0), 0o644);
      try {
        writeFileSync(descriptor, bytes);
        if (sync) await synced(descriptor);
        const { size, mtimeMs } = fstatSync(descriptor);
        return { size, mtimeMs };
      } finally {
        closeSync(descriptor);
      }
    },
    append: (file, text) => appendFileSync(file, text),
    rename: (from, to) => renameSync(from, to),
    remove: (file) => unlinkSync(file),
    removeFolder: (folder) => unless(/^(?:ENOTEMPTY|EEXIST|ENOENT)$/u, () => rmdirSync(folder)),
    syncFolder: async (folder) => {
      if (sync) await syncFolder(folder);
    },
  };
}

/** Whether it went; an error of such a code says that it did not. */
function unless(code: RegExp, run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch (error) {
    if (code.test((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}
