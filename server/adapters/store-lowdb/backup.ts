/**
 * A backup: one gzipped file with the journal up to a durable byte, and the originals. No checkpoint (they are made
 * again), no session, no key. Unzipped it reads
 *
 *   {"dragoman":"backup","version":1}                       LF
 *   {"part":"journal","bytes":<n>}                          LF   <n bytes>   LF
 *   {"sha256":"<64 hex of those bytes>"}                    LF
 *   {"part":"original","bytes":<n>} <n bytes> {"sha256":…}        …once for each
 *   {"end":true,"parts":<n>}                                LF
 *
 * An original is filed under the digest of its bytes, so the file names nothing that could become a path.
 *
 * A backup is as hostile as any import. A restore writes into a folder of its own inside the empty target, counts and
 * digests every part, has the whole of it verified, and only then moves it into place; on failure it removes what it
 * made. Rejected: tar, which brings names, links, modes and a parser for them.
 */
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, createReadStream, createWriteStream, existsSync, openSync, statSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Hash } from '../../domain/document.ts';
import { Refused, refuse } from '../../domain/errors.ts';
import { makeFolder, syncFolder } from '../durable-file.ts';
import { BackupReader, invalid } from './backup-reader.ts';
import { readJournal, type Reading } from './journal-format.ts';
import { lockFolder } from './lock.ts';
import { sha256Pattern } from './originals.ts';
import { verifyStill } from './verify.ts';

export const backupHeader = JSON.stringify({ dragoman: 'backup', version: 1 });

/** Text packs to a tenth, hostile zeros to a thousandth. */
const mostInflation = 200;
const smallestAllowance = 1 << 20;

export interface BackedUp {
  readonly journalBytes: number;
  readonly originals: number;
}

/** A journal that nobody changes up to this byte, and the folder with its originals. */
interface Backupable {
  readonly folder: string;
  readonly journal: string;
  readonly journalBytes: number;
}

/** How often a journal is copied until a copy is whole: a server may be cutting its end back at that moment. */
const attempts = 3;

/**
 * Backs up a data folder into a file, at once or not at all, whether or not a server has it open. From outside nobody can tell which bytes at the end are
 * durable: a server may still cut them back and write others. So the journal is copied first, and the backup holds what
 * verifies of the copy: whole commits, all that was acknowledged among them, perhaps one that is being synced at this
 * moment, never half of one. Throws `Refused` store.damaged: a backup of damage helps nobody.
 */
export async function backupFolder(folder: string, file: string): Promise<BackedUp> {
  const journal = temporaryFor(file);
  try {
    return await writeBackup({ folder, journal, journalBytes: await copyJournal(folder, journal) }, file);
  } finally {
    await rm(journal, { force: true });
  }
}

/**
 * Makes a data folder of a backup. Throws `Refused`: backup.not-empty (the folder holds something), backup.invalid (with
 * the reason), store.locked, store.full. A refused restore leaves the folder as it was.
 */
export async function restoreBackup(file: string, folder: string, hash: Hash): Promise<void> {
  const isThere = existsSync(folder);
  if (isThere && (await readdir(folder)).length > 0) throw new Refused(refuse('backup.not-empty', { folder }));
  await makeFolder(folder);
  try {
    const release = await lockFolder(folder);
    try {
      await restoreInto(folder, file, hash);
    } finally {
      await release();
    }
  } catch (error) {
    if (!isThere) await rmdir(folder);
    throw asRefused(error);
  }
}

/** Copies the journal of a folder and gives the byte after the last whole commit of the copy. */
async function copyJournal(folder: string, copy: string): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    await pipeline(createReadStream(journalIn(folder)), createWriteStream(copy, { mode: 0o600 }));
    const reading = readCopy(copy);
    if (reading.ok) return reading.end;
    const { byte, line } = reading;
    if (attempt === attempts) throw new Refused(refuse('store.damaged', { file: folder, byte, line }));
  }
}

function readCopy(copy: string): Reading {
  const fd = openSync(copy, 'r');
  try {
    return readJournal(fd, () => undefined);
  } finally {
    closeSync(fd);
  }
}

async function writeBackup({ folder, journal, journalBytes }: Backupable, file: string): Promise<BackedUp> {
  const originals = path.join(folder, 'originals');
  const names = existsSync(originals) ? (await readdir(originals)).filter((name) => sha256Pattern.test(name)) : [];
  const parts = [
    { part: 'journal', file: journal, bytes: journalBytes },
    ...names.toSorted().map((name) => {
      const file = path.join(originals, name);
      return { part: 'original', file, bytes: statSync(file).size };
    }),
  ];
  const temporary = temporaryFor(file);
  try {
    await pipeline(
      Readable.from(framed(parts)),
      createGzip(),
      createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true }),
    );
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(path.resolve(file)));
  return { journalBytes, originals: names.length };
}

async function* framed(
  parts: ReadonlyArray<{ part: string; file: string; bytes: number }>,
): AsyncGenerator<string | Buffer> {
  yield `${backupHeader}\n`;
  for (const { part, file, bytes } of parts) {
    yield `${JSON.stringify({ part, bytes })}\n`;
    const digest = createHash('sha256');
    if (bytes > 0) {
      for await (const chunk of createReadStream(file, { end: bytes - 1 }) as AsyncIterable<Buffer>) {
        digest.update(chunk);
        yield chunk;
      }
    }
    yield `\n${JSON.stringify({ sha256: digest.digest('hex') })}\n`;
  }
  yield `${JSON.stringify({ end: true, parts: parts.length })}\n`;
}

async function restoreInto(folder: string, file: string, hash: Hash): Promise<void> {
  const staging = path.join(folder, `restoring-${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(path.join(staging, 'journal'), { recursive: true, mode: 0o700 });
    await mkdir(path.join(staging, 'originals'), { mode: 0o700 });
    await unpack(file, staging);
    // A missing original is a loss of before the backup: better restored without it than not at all.
    const [finding] = (await verifyStill(staging, hash)).filter(({ code }) => code !== 'original.missing');
    if (finding) throw invalid(`${finding.code} ${finding.where}`);
    for (const name of ['journal', 'originals']) await syncFolder(path.join(staging, name));
    // The journal last: without it the folder is no store, with it all of it is.
    for (const name of ['originals', 'journal']) await rename(path.join(staging, name), path.join(folder, name));
    await syncFolder(folder);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Writes the parts into the staging folder as they are read. */
async function unpack(file: string, staging: string): Promise<void> {
  const allowance = smallestAllowance + mostInflation * statSync(file).size;
  const bytes = createReadStream(file).pipe(createGunzip());
  const reader = new BackupReader(bytes, allowance);
  try {
    await reader.header(backupHeader);
    for (let parts = 0; ; parts += 1) {
      const part = await reader.next(parts);
      if (part === undefined) return;
      const temporary = path.join(staging, 'part');
      const sha256 = await write(temporary, part.bytes);
      await reader.confirm(sha256);
      await rename(
        temporary,
        part.name === 'journal'
          ? path.join(staging, 'journal', 'journal.log')
          : path.join(staging, 'originals', sha256),
      );
    }
  } finally {
    bytes.destroy();
  }
}

async function write(file: string, chunks: AsyncIterable<Buffer>): Promise<string> {
  const digest = createHash('sha256');
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const chunk of chunks) {
      digest.update(chunk);
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return digest.digest('hex');
}

function journalIn(folder: string): string {
  return path.join(folder, 'journal', 'journal.log');
}

function temporaryFor(file: string): string {
  return `${file}.${randomBytes(6).toString('hex')}.tmp`;
}

/** What a restore met, as a refusal; a fault that says nothing about the backup stays what it is. */
function asRefused(error: unknown): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Refused(refuse('store.full'));
  return code.startsWith('Z_') ? invalid(code) : error;
}
