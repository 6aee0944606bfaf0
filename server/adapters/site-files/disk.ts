/**
 * What the published site asks of a disk, one step each: a test can stop the world before any of them. A write is on the
 * disk when it resolves, so that a rename never gives a reader a name without its content.
 */
import { constants, type Stats } from 'node:fs';
import { appendFile, lstat, mkdir, open, readFile, rename, rmdir, unlink } from 'node:fs/promises';
import { syncFolder } from '../durable-file.ts';

/** How a file was when it was written: enough to tell later whether it still is. */
export interface Written {
  readonly size: number;
  readonly mtimeMs: number;
}

export interface Disk {
  makeFolder(folder: string, mode: number): Promise<void>;
  /** A link is looked at itself; undefined where there is nothing. */
  look(place: string): Promise<Stats | undefined>;
  read(file: string): Promise<Buffer>;
  write(file: string, bytes: Uint8Array): Promise<Written>;
  append(file: string, text: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(file: string): Promise<void>;
  /** Only where nothing is in it; gives whether it went. */
  removeFolder(folder: string): Promise<boolean>;
  syncFolder(folder: string): Promise<void>;
}

/** The disk. `sync: false` leaves it to the system when what is written reaches it: for measuring beside those who do. */
export function realDisk({ sync = true } = {}): Disk {
  return {
    async makeFolder(folder, mode) {
      await mkdir(folder, { mode });
    },
    look: (place) => lstat(place).catch(unlessMissing),
    read: (file) => readFile(file),
    async write(file, bytes) {
      const { O_CREAT, O_TRUNC, O_WRONLY, O_NOFOLLOW } = constants;
      const handle = await open(file, O_WRONLY | O_CREAT | O_TRUNC | (O_NOFOLLOW ?? 0), 0o644);
      try {
        await handle.writeFile(bytes);
        if (sync) await handle.sync();
        const { size, mtimeMs } = await handle.stat();
        return { size, mtimeMs };
      } finally {
        await handle.close();
      }
    },
    append: (file, text) => appendFile(file, text),
    rename: (from, to) => rename(from, to),
    remove: (file) => unlink(file),
    removeFolder: (folder) =>
      rmdir(folder).then(
        () => true,
        () => false,
      ),
    syncFolder: async (folder) => {
      if (sync) await syncFolder(folder);
    },
  };
}

function unlessMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}
