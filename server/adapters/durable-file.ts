/**
 * Files that survive a power cut. lowdb's own adapters never sync, start empty on a missing file, share one temporary
 * name and turn into memory under NODE_ENV=test; this one writes a file of its own (O_EXCL, 0600), syncs it, keeps the
 * one before as `.prev`, renames, and syncs the folder. A reader finds the old or the new, never a mix.
 *
 * The form of a checkpoint, one line of JSON whose first member is the digest of everything after it:
 *   {"sha256":"<64 hex>","format":1,"of":"<stream or name>","seq":<n>,"chain":"<16 hex>","data":…}
 * `seq` and `chain` name the record of the journal that the data reach up to. A file that does not verify is as good
 * as absent: `read` then takes `.prev`, then gives null, and what null means is the caller's to say. Never a default.
 */
import { hash, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Adapter } from 'lowdb';

export interface Checkpoint<T> {
  readonly of: string;
  readonly seq: number;
  readonly chain: string;
  readonly data: T;
}

const format = 1;
const digested = /^\{"sha256":"([0-9a-f]{64})",/u;

/** lowdb's port over one durable file. `accepts` may turn a whole file down, for instance one of another journal. */
export class DurableFile<T> implements Adapter<Checkpoint<T> | null> {
  readonly #file: string;
  readonly #accepts: (found: Checkpoint<T>) => boolean;

  constructor(file: string, accepts: (found: Checkpoint<T>) => boolean = () => true) {
    this.#file = file;
    this.#accepts = accepts;
  }

  async read(): Promise<Checkpoint<T> | null> {
    for (const file of [this.#file, previousOf(this.#file)]) {
      const found = parseCheckpoint<T>(await readIfThere(file));
      if (found && this.#accepts(found)) return found;
    }
    return null;
  }

  async write(checkpoint: Checkpoint<T> | null): Promise<void> {
    if (checkpoint === null) return;
    await makeFolder(path.dirname(this.#file));
    await writeDurably(this.#file, serialise(checkpoint), { keepPrevious: true });
  }
}

/** What the bytes of a checkpoint say; undefined where they do not verify. */
export function parseCheckpoint<T>(bytes: Buffer | undefined): Checkpoint<T> | undefined {
  const text = bytes?.toString() ?? '';
  const [prefix, digest] = digested.exec(text) ?? [];
  if (prefix === undefined || hash('sha256', text.slice(prefix.length)) !== digest) return undefined;
  const found = JSON.parse(text) as Checkpoint<T> & { readonly format: number };
  return found.format === format ? found : undefined;
}

/** Replaces a file at once; resolves when the new one is on disk under its name. */
export async function writeDurably(
  file: string,
  bytes: string | Uint8Array,
  { keepPrevious = false } = {},
): Promise<void> {
  const temporary = temporaryFor(file);
  try {
    await writeSynced(temporary, bytes);
    if (keepPrevious) await keep(file);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(file));
}

/** Makes a folder (0700) and those above it; durable. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first !== undefined) await syncFolder(path.dirname(first));
}

/** The bytes of a file; undefined where there is none. Any other fault is thrown on. */
export async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Makes what was renamed, linked or created in a folder durable. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // Windows opens no folders; NTFS journals their entries itself.
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function previousOf(file: string): string {
  return `${file}.prev`;
}

function temporaryFor(file: string): string {
  return `${file}.${randomBytes(6).toString('hex')}.tmp`;
}

async function writeSynced(file: string, bytes: string | Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Links, so that the file itself stays under its own name until it is replaced. */
async function keep(file: string): Promise<void> {
  const temporary = temporaryFor(previousOf(file));
  try {
    await link(file, temporary);
    await rename(temporary, previousOf(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  } finally {
    await rm(temporary, { force: true }); // A rename between two links to one file leaves both.
  }
}

function serialise({ of, seq, chain, data }: Checkpoint<unknown>): string {
  const rest = `"format":${format},${JSON.stringify({ of, seq, chain, data }).slice(1)}\n`;
  return `{"sha256":"${hash('sha256', rest)}",${rest}`;
}
