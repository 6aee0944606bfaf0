/**
 * The published site as a folder of files, for our own server or any other. A reader meets the old page or the new one,
 * never a mix: a file is written aside, synced, and renamed into place, in the order of the plan, and what is no longer
 * named goes last. Whatever kills a run, the next one makes the folder right.
 *
 *   <folder>/.dragoman/files    which files are ours, and what each was made from: `site-files/manifest.ts`
 *   <folder>/.dragoman/next-…   files being written
 *   <folder>/…                  the site
 *
 * A file that stands there under its key is not made again. That it stands there as it was written is looked at once in
 * the life of the process, by size and time, so what a hand has changed is mended at the next start. Only what the list
 * names is ever removed: an operator's own files beside ours (`robots.txt`) stay. The folder itself may be a symbolic
 * link; inside it none is followed: a link in place of a file is replaced, a link in place of a folder stops the run.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as othersHaveTheirTurn } from 'node:timers/promises';
import type { EditionSink, SiteFile } from '../ports.ts';
import { realDisk, type Disk, type Written } from './site-files/disk.ts';
import { Manifest } from './site-files/manifest.ts';
import { partsOf } from './site-files/names.ts';

const notes = '.dragoman';
/** Files written side by side, so that their syncs overlap; and the bytes that they may hold in memory together. */
const batch = { files: 16, bytes: 4 * 2 ** 20 } as const;

/** A sink into a folder, which is made at the first call. Rejects when the disk refuses, or a path leaves the folder. */
export function createFileSink(folder: string, disk: Disk = realDisk()): EditionSink {
  let known: Promise<Known> | undefined;
  const open = (): Promise<Known> => (known ??= begin(disk, folder));
  return {
    async reconcile(files) {
      try {
        return await run(await open(), files);
      } catch (error) {
        known = undefined; // What stands there is looked at anew.
        throw error;
      }
    },
    async holds(file) {
      return stands(await open(), file);
    },
  };
}

/** What is known of the folder as long as nothing fails. */
interface Known {
  readonly disk: Disk;
  readonly folder: string;
  readonly manifest: Manifest;
  /** Files that were found as they had been written. */
  readonly seen: Set<string>;
  /** Folders that are ours and no links. */
  readonly checked: Set<string>;
}

interface Run extends Known {
  /** Folders whose entries changed. */
  readonly touched: Set<string>;
}

interface Made {
  readonly file: SiteFile;
  readonly bytes: Uint8Array;
}

async function begin(disk: Disk, folder: string): Promise<Known> {
  await mkdir(folder, { recursive: true });
  const known = { disk, folder, seen: new Set<string>(), checked: new Set<string>() };
  enter({ ...known, touched: new Set() }, [notes], 0o700);
  return { ...known, manifest: Manifest.read(disk, path.join(folder, notes)) };
}

async function run(
  known: Known,
  files: Iterable<SiteFile> | AsyncIterable<SiteFile>,
): Promise<{ written: string[]; removed: string[] }> {
  const run = { ...known, touched: new Set<string>() };
  const named = new Set<string>();
  const written: string[] = [];
  let waiting: Made[] = [];
  const flush = async (): Promise<void> => {
    written.push(...(await put(run, waiting)));
    waiting = [];
    await othersHaveTheirTurn();
  };
  for await (const file of files) {
    if (named.has(file.path)) throw new Error(`Two files of the site are called ${file.path}`);
    named.add(file.path);
    if (stands(run, file)) continue;
    partsOf(file.path);
    waiting.push({ file, bytes: await file.bytes() });
    if (waiting.length >= batch.files || sizeOf(waiting) >= batch.bytes) await flush();
  }
  await flush();
  const removed = removeOthers(run, named);
  for (const folder of run.touched) await run.disk.syncFolder(folder);
  await run.manifest.tidy();
  return { written, removed };
}

function sizeOf(made: readonly Made[]): number {
  return made.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

/** Whether a file stands there under its key, as it was written. */
function stands(known: Known, { path: name, key }: Pick<SiteFile, 'path' | 'key'>): boolean {
  const entry = known.manifest.entries.get(name);
  if (entry?.key !== key) return false;
  if (known.seen.has(name)) return true;
  const found = known.disk.look(placeOf(known, name));
  const isSame = found?.isFile() === true && found.size === entry.size && found.mtimeMs === entry.mtimeMs;
  if (isSame) known.seen.add(name);
  return isSame;
}

/** Puts files where they belong, in their order; gives the paths of those that were not there already. */
async function put(run: Run, made: readonly Made[]): Promise<string[]> {
  const { disk, manifest } = run;
  manifest.note(made.map(({ file }) => file.path));
  for (const { file } of made) enter(run, partsOf(file.path).slice(0, -1));
  const aside = await Promise.all(made.map((one, at) => writeAside(run, one, at)));
  const written: string[] = [];
  for (const { name, next, isNew } of aside) {
    if (!isNew) continue;
    disk.rename(next, placeOf(run, name));
    run.touched.add(path.dirname(placeOf(run, name)));
    written.push(name);
  }
  manifest.confirm(aside.map(({ name, key, as }) => [name, key, as]));
  for (const { name } of aside) run.seen.add(name);
  return written;
}

interface Aside {
  readonly name: string;
  readonly key: string;
  readonly next: string;
  readonly as: Written;
  /** It waits to be renamed into place; otherwise the file there holds these bytes already. */
  readonly isNew: boolean;
}

async function writeAside(run: Run, { file: { path: name, key }, bytes }: Made, at: number): Promise<Aside> {
  const next = path.join(run.folder, notes, `next-${at}`);
  const there = holding(run, name, bytes);
  return there
    ? { name, key, next, as: there, isNew: false }
    : { name, key, next, as: await run.disk.write(next, bytes), isNew: true };
}

/** A regular file that holds exactly these bytes. */
function holding({ disk, ...known }: Run, name: string, bytes: Uint8Array): Written | undefined {
  const place = placeOf(known, name);
  const found = disk.look(place);
  if (!found?.isFile() || found.size !== bytes.length) return undefined;
  return disk.read(place).equals(bytes) ? found : undefined;
}

/** Removes what is ours and no longer named, and the folders that become empty; gives what was there. */
function removeOthers(run: Run, named: ReadonlySet<string>): string[] {
  const others = run.manifest.entries.keys().filter((name) => !named.has(name));
  const gone = others.toArray();
  const removed: string[] = [];
  for (const name of gone) {
    if (remove(run, name)) removed.push(name);
    run.seen.delete(name);
  }
  run.manifest.forget(gone);
  return removed;
}

function remove(run: Run, name: string): boolean {
  const parts = partsOf(name);
  for (let depth = 1; depth < parts.length; depth += 1) {
    const above = run.disk.look(path.join(run.folder, ...parts.slice(0, depth)));
    if (!above?.isDirectory()) return false;
  }
  const found = run.disk.look(placeOf(run, name));
  if (found === undefined || found.isDirectory()) return false;
  run.disk.remove(placeOf(run, name));
  run.touched.add(path.dirname(placeOf(run, name)));
  removeEmptyFolders(run, parts.slice(0, -1));
  return true;
}

function removeEmptyFolders(run: Run, parts: readonly string[]): void {
  for (let depth = parts.length; depth > 0; depth -= 1) {
    const folder = path.join(run.folder, ...parts.slice(0, depth));
    if (!run.disk.removeFolder(folder)) return;
    run.checked.delete(folder);
    run.touched.delete(folder);
    run.touched.add(path.dirname(folder));
  }
}

/** Makes the folders down to a file, and holds each to be a folder of ours. */
function enter(run: Omit<Run, 'manifest'>, parts: readonly string[], mode = 0o755): void {
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const inner = path.join(run.folder, ...parts.slice(0, depth));
    if (run.checked.has(inner)) continue;
    if (run.disk.makeFolder(inner, mode)) run.touched.add(path.dirname(inner));
    else if (run.disk.look(inner)?.isDirectory() !== true) {
      throw new Error(`${inner} is not a folder: the editions cannot be written there`);
    }
    run.checked.add(inner);
  }
}

function placeOf({ folder }: Pick<Known, 'folder'>, name: string): string {
  return path.join(folder, ...name.split('/'));
}
