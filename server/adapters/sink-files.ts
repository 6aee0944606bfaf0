/**
 * The published site as a folder of files, for our own server or any other. A reader meets the old page or the new one,
 * never a mix: a file is written aside, synced, and renamed into place. A file that already holds its bytes is only
 * read. Whatever kills a run, the next one makes the folder right, since it compares every file again.
 *
 *   <folder>/.dragoman/files   the paths that are ours, one a line; a path is noted before its first byte is written
 *   <folder>/.dragoman/next    the file being written
 *   <folder>/…                 the site
 *
 * Only what the list names is ever removed, so an operator's own files beside ours (`robots.txt`) stay; and what was
 * written once can always be withdrawn, since it was noted first. The folder itself may be a symbolic link; inside it
 * none is followed: a link in place of a file is replaced, a link in place of a folder stops the run.
 */
import { constants } from 'node:fs';
import { appendFile, lstat, mkdir, open, readFile, rename, rmdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { EditionSink, SiteFile } from '../ports.ts';
import { syncFolder } from './durable-file.ts';

const notes = '.dragoman';

/** A sink into a folder, which is made at the first call. Rejects when the disk refuses, or a path leaves the folder. */
export function createFileSink(folder: string): EditionSink {
  return {
    async reconcile(files) {
      const run = await begin(folder);
      const kept = new Set<string>();
      const written: string[] = [];
      for await (const file of files) {
        if (kept.has(file.path)) throw new Error(`Two files of the site are called ${file.path}`);
        kept.add(file.path);
        if (await put(run, file)) written.push(file.path);
      }
      const removed: string[] = [];
      for (const old of run.listed) {
        if (!kept.has(old) && (await remove(run, old))) removed.push(old);
      }
      await finish(run, kept);
      return { written, removed };
    },
    holds: async () => false,
  };
}

interface Run {
  readonly folder: string;
  /** What the list held when the run began, and what it has noted since. */
  readonly listed: Set<string>;
  /** Folders known to be ours and no links. */
  readonly checked: Set<string>;
  /** Folders whose entries changed. */
  readonly touched: Set<string>;
}

async function begin(folder: string): Promise<Run> {
  await mkdir(folder, { recursive: true });
  const run = { folder, listed: new Set<string>(), checked: new Set<string>(), touched: new Set<string>() };
  await enter(run, [notes], 0o700);
  for (const line of await readList(run)) run.listed.add(line);
  return run;
}

/** Whether it had to be written. */
async function put(run: Run, { path: name, bytes: make }: SiteFile): Promise<boolean> {
  const bytes = await make();
  const parts = partsOf(name);
  const place = path.join(run.folder, ...parts);
  await enter(run, parts.slice(0, -1));
  if (!run.listed.has(name)) {
    await appendFile(listFile(run), `${name}\n`);
    run.listed.add(name);
  }
  if (await holds(place, bytes)) return false;
  const next = path.join(run.folder, notes, 'next');
  await writeSynced(next, bytes);
  await rename(next, place);
  run.touched.add(path.dirname(place));
  return true;
}

/** Whether it was there. Folders that become empty go with it. */
async function remove(run: Run, name: string): Promise<boolean> {
  const parts = partsOf(name);
  for (let depth = 1; depth < parts.length; depth += 1) {
    const above = await lstatIfThere(path.join(run.folder, ...parts.slice(0, depth)));
    if (!above?.isDirectory()) return false;
  }
  const place = path.join(run.folder, ...parts);
  const found = await lstatIfThere(place);
  if (found === undefined || found.isDirectory()) return false;
  await unlink(place);
  run.touched.add(path.dirname(place));
  await removeEmptyFolders(run, parts.slice(0, -1));
  return true;
}

async function removeEmptyFolders(run: Run, parts: readonly string[]): Promise<void> {
  for (let depth = parts.length; depth > 0; depth -= 1) {
    const above = path.join(run.folder, ...parts.slice(0, depth));
    try {
      await rmdir(above);
    } catch {
      return; // Not empty: somebody still needs it.
    }
    run.touched.delete(above);
    run.touched.add(path.dirname(above));
  }
}

/** Syncs what was renamed and removed, then the list shrinks to what stands there. */
async function finish(run: Run, kept: ReadonlySet<string>): Promise<void> {
  for (const folder of run.touched) await syncFolder(folder);
  if (kept.size === run.listed.size) return;
  const next = path.join(run.folder, notes, 'next');
  await writeSynced(next, new TextEncoder().encode([...kept].map((name) => `${name}\n`).join('')));
  await rename(next, listFile(run));
  await syncFolder(path.join(run.folder, notes));
}

/** Makes the folders down to a file, and holds each to be a folder of ours. */
async function enter(run: Run, parts: readonly string[], mode = 0o755): Promise<void> {
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const inner = path.join(run.folder, ...parts.slice(0, depth));
    if (run.checked.has(inner)) continue;
    const found = await lstatIfThere(inner);
    if (found === undefined) {
      await mkdir(inner, { mode });
      run.touched.add(path.dirname(inner));
    } else if (!found.isDirectory()) {
      throw new Error(`${inner} is not a folder: the editions cannot be written there`);
    }
    run.checked.add(inner);
  }
}

/** A name of the site in its parts; throws for one that could leave the folder, hide in it, or deceive an eye. */
function partsOf(name: string): string[] {
  const parts = name.split('/');
  const isSafe = parts.every(
    (part) =>
      part !== '' &&
      !part.startsWith('.') &&
      part.isWellFormed() &&
      Buffer.byteLength(part) <= 255 &&
      !/[\p{Cc}\p{Cf}\\:*?"<>|]/u.test(part),
  );
  if (!isSafe) throw new Error(`Not a path of the site: ${JSON.stringify(name)}`);
  return parts;
}

/** Lines that a killed run left half written, or a hand has put there, name nothing of ours. */
async function readList(run: Run): Promise<string[]> {
  try {
    const lines = (await readFile(listFile(run), 'utf8')).split('\n');
    return lines.filter(isPath);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isPath(line: string): boolean {
  try {
    return line !== '' && partsOf(line).length > 0;
  } catch {
    return false;
  }
}

function listFile({ folder }: Run): string {
  return path.join(folder, notes, 'files');
}

/** Whether a regular file holds exactly these bytes. */
async function holds(place: string, bytes: Uint8Array): Promise<boolean> {
  const found = await lstatIfThere(place);
  if (!found?.isFile() || found.size !== bytes.length) return false;
  return (await readFile(place)).equals(bytes);
}

async function writeSynced(file: string, bytes: Uint8Array): Promise<void> {
  const { O_CREAT, O_TRUNC, O_WRONLY, O_NOFOLLOW } = constants;
  const handle = await open(file, O_WRONLY | O_CREAT | O_TRUNC | (O_NOFOLLOW ?? 0), 0o644);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function lstatIfThere(place: string): Promise<Awaited<ReturnType<typeof lstat>> | undefined> {
  try {
    return await lstat(place);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
