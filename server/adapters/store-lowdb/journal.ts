/**
 * The journal at work: everything that waits is written in one write and one fdatasync; then the index changes, then
 * callers are told. While one sync runs the next batch gathers. (The form of the file: journal-format.ts.)
 *
 * Failures (reliability: an error is never "not saved", an acknowledgement always is):
 *   - a write fails: cut back to the last good byte; the batch and all that waits behind it is refused, because it was
 *     decided upon it. A full disk is `store.full`, and the next write may succeed;
 *   - a sync fails, or cutting back: nobody knows what is on disk. Read-only until a restart has read it again;
 *   - the file is not as long as we left it, or has lost its name: somebody else writes. Read-only.
 */
import { closeSync, constants, existsSync, fsyncSync, ftruncateSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { Refused, refuse, type Refusal } from '../../domain/errors.ts';
import type { Recorded } from '../../ports.ts';
import { makeFolder, writeDurably } from '../durable-file.ts';
import type { FileOperations } from './file-operations.ts';
import {
  chainLength,
  decode,
  encode,
  firstChain,
  header,
  lineOf,
  nextChain,
  readJournal,
  verified,
} from './journal-format.ts';
import { JournalIndex } from './journal-index.ts';

/** One commit on its way to the disk. Called in order, synchronously with the change of the index. */
interface Waiting {
  readonly recorded: readonly Recorded[];
  readonly lines: readonly string[];
  readonly settle: (refusal?: Refusal) => void;
}

/** Bytes of a cut-off write that were found at the start, and where they are kept. */
export interface Torn {
  readonly file: string;
  readonly bytes: number;
}

const journalFile = 'journal.log';
/** Records closer than this are read together: one call costs about what 64 KB of copying does. */
const nearby = 1 << 16;
const longestRead = 1 << 22;
/** A line's link to the one before: that one's chain and line end. */
const linkLength = chainLength + 1;

export class Journal {
  readonly index = new JournalIndex();
  /** What was cut off at the start, if anything. */
  readonly torn: Torn | undefined;
  readonly #fd: number;
  readonly #files: FileOperations;
  #end: number;
  #chain: string;
  #waiting: Waiting[] = [];
  #flushing: Promise<void> | undefined;
  #readOnly: Refusal | undefined;

  /** Opens the journal of a data folder. Throws `Refused` (store.damaged, with byte and line) and changes nothing then. */
  static async open(folder: string, files: FileOperations): Promise<Journal> {
    const file = path.join(folder, journalFile);
    if (!existsSync(file)) await create(folder);
    const fd = openSync(file, constants.O_RDWR);
    try {
      const journal = new Journal(fd, files, folder);
      if (journal.torn) {
        await writeDurably(journal.torn.file, tail(fd, journal.#end, journal.torn.bytes));
        ftruncateSync(fd, journal.#end);
        fsyncSync(fd);
      }
      return journal;
    } catch (error) {
      closeSync(fd);
      throw error;
    }
  }

  private constructor(fd: number, files: FileOperations, folder: string) {
    this.#fd = fd;
    this.#files = files;
    const reading = readJournal(fd, (record, start) => this.index.add(record, start));
    if (!reading.ok) {
      throw new Refused(refuse('store.damaged', { file: journalFile, byte: reading.byte, line: reading.line }));
    }
    this.#end = reading.end;
    this.#chain = reading.chain;
    const bytes = reading.size - reading.end;
    this.torn = bytes > 0 ? { file: freeName(folder), bytes } : undefined;
  }

  /** Why nothing can be written until a restart; undefined in health. */
  get readOnly(): Refusal | undefined {
    return this.#readOnly;
  }

  /** The byte after the last durable commit. */
  get end(): number {
    return this.#end;
  }

  /** Puts a commit in the line of those waiting. `settle` is called once, when it is durable or refused. */
  append(recorded: readonly Recorded[], settle: (refusal?: Refusal) => void): void {
    this.#waiting.push({ recorded, lines: encode(recorded), settle });
    this.#flushing ??= this.#flush();
  }

  /** The records with these numbers, in ascending order, each verified as it is read. */
  async read(records: readonly number[]): Promise<Recorded[]> {
    const found: Recorded[] = [];
    for (const run of this.#runs(records)) {
      const bytes = Buffer.allocUnsafe(run.end - run.start);
      await this.#files.read(this.#fd, bytes, run.start);
      for (const record of run.records) {
        const [from, to] = this.#extent(record);
        found.push(recordIn(bytes.subarray(from - run.start - linkLength, to - run.start), from));
      }
    }
    return found;
  }

  /** The chain after a record: what tells this journal from any other with the same numbers. */
  chainOf(record: number): string {
    return tail(this.#fd, this.#extent(record)[1] - 1 - chainLength, chainLength).toString();
  }

  /** Resolves when nothing waits. */
  async drained(): Promise<void> {
    while (this.#flushing) await this.#flushing;
  }

  async close(): Promise<void> {
    await this.drained();
    closeSync(this.#fd);
  }

  async #flush(): Promise<void> {
    await nextTurn();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      const refusal = this.#readOnly ?? (await this.#write(batch));
      const refused = refusal ? this.#waiting : [];
      if (refusal) this.#waiting = [];
      for (const { settle } of [...batch, ...refused]) settle(refusal);
    }
    this.#flushing = undefined;
  }

  async #write(batch: readonly Waiting[]): Promise<Refusal | undefined> {
    if (!this.#isOurs()) return this.#stop('foreign-writer');
    const { bytes, chain, starts } = this.#lay(batch);
    try {
      await this.#files.write(this.#fd, bytes, this.#end);
    } catch (error) {
      return this.#cutBack(error);
    }
    try {
      await this.#files.datasync(this.#fd);
    } catch {
      return this.#stop('sync-failed');
    }
    batch.flatMap(({ recorded }) => recorded).forEach((record, i) => this.index.add(record, starts[i] ?? 0));
    this.#end += bytes.length;
    this.#chain = chain;
    return undefined;
  }

  /** The size fence: whether the file is as we left it. One that cannot be asked is not. */
  #isOurs(): boolean {
    try {
      const { size, links } = this.#files.stat(this.#fd);
      return size === this.#end && links > 0;
    } catch {
      return false;
    }
  }

  /** The bytes of a batch, and where each of its lines will stand. */
  #lay(batch: readonly Waiting[]): { bytes: Buffer; chain: string; starts: number[] } {
    let chain = this.#chain;
    let start = this.#end;
    const starts: number[] = [];
    const lines = batch
      .flatMap(({ lines }) => lines)
      .map((json) => {
        chain = nextChain(chain, json);
        const line = lineOf(json, chain);
        starts.push(start);
        start += Buffer.byteLength(line);
        return line;
      });
    return { bytes: Buffer.from(lines.join('')), chain, starts };
  }

  async #cutBack(error: unknown): Promise<Refusal> {
    try {
      await this.#files.truncate(this.#fd, this.#end);
    } catch {
      return this.#stop('write-failed');
    }
    const { code = '' } = error as NodeJS.ErrnoException;
    return code === 'ENOSPC' || code === 'EDQUOT' ? refuse('store.full') : refuse('store.read-only', { reason: code });
  }

  #stop(reason: string): Refusal {
    this.#readOnly = refuse('store.read-only', { reason });
    return this.#readOnly;
  }

  /** First byte of a record's line and the byte after it. */
  #extent(record: number): [from: number, to: number] {
    return [this.index.startOf(record) ?? this.#end, this.index.startOf(record + 1) ?? this.#end];
  }

  /** Neighbours in the file, gathered; each run begins early enough to hold the chain before its first record. */
  #runs(records: readonly number[]): Array<{ start: number; end: number; records: number[] }> {
    const runs: Array<{ start: number; end: number; records: number[] }> = [];
    for (const record of records) {
      const [from, to] = this.#extent(record);
      const last = runs.at(-1);
      if (last && from - last.end < nearby && to - last.start < longestRead) {
        last.end = to;
        last.records.push(record);
      } else runs.push({ start: from - linkLength, end: to, records: [record] });
    }
    return runs;
  }
}

async function create(folder: string): Promise<void> {
  await makeFolder(folder);
  await writeDurably(path.join(folder, journalFile), lineOf(header, nextChain(firstChain, header)));
}

/** The record whose line ends these bytes; before the line stand the chain it follows on and a line end. */
function recordIn(bytes: Buffer, start: number): Recorded {
  const previous = bytes.toString('latin1', 0, chainLength);
  const line = verified(bytes.subarray(chainLength + 1, -1), previous);
  const record = line && decode(line.json);
  if (record === undefined) throw new Refused(refuse('store.damaged', { file: journalFile, byte: start }));
  const { more: _, ...recorded } = record;
  return recorded;
}

function tail(fd: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(fd, bytes, 0, length, from);
  return bytes;
}

/** The first name for a torn tail that is not taken. */
function freeName(folder: string): string {
  for (let n = 1; ; n += 1) {
    const file = path.join(folder, `${journalFile}.torn.${n}`);
    if (!existsSync(file)) return file;
  }
}

/** Lets everything that arrived together be written together. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
