/**
 * The list of the files that are ours: what each was made from, and how it was when it was written. It only grows, line
 * by line, until it has grown too much and is written anew. Lines that a killed run left half written, or a hand has put
 * there, name nothing of ours.
 *
 *   <path>                          about to be written for the first time: it may stand there or not
 *   <path>⇥<key>⇥<size>⇥<mtime>     stands there
 *   <path>⇥                         has been removed
 */
import path from 'node:path';
import type { Disk, Written } from './disk.ts';
import { isName } from './names.ts';

export interface Entry extends Partial<Written> {
  /** Absent: it may stand there, as nobody knows what. */
  readonly key?: string;
}

/** More lines than this, and twice as many as files, are too many. */
const fewLines = 1000;

export class Manifest {
  readonly entries: Map<string, Entry>;
  readonly #disk: Disk;
  readonly #file: string;
  #lines: number;

  private constructor(disk: Disk, file: string, lines: readonly string[]) {
    this.#disk = disk;
    this.#file = file;
    this.#lines = lines.length;
    this.entries = new Map();
    for (const line of lines) this.#take(line);
  }

  /** Reads the list in a folder of notes; where there is none yet, nothing is ours. */
  static read(disk: Disk, notes: string): Manifest {
    const file = path.join(notes, 'files');
    const text = disk.look(file) ? disk.read(file).toString('utf8') : '';
    const whole = text.endsWith('\n') || text === '' ? text : text.slice(0, text.lastIndexOf('\n') + 1);
    // A line that was cut off must not run into the next.
    if (whole !== text) disk.append(file, '\n');
    return new Manifest(disk, file, whole.split('\n'));
  }

  /** Before the first byte of files that were not ours. */
  note(paths: readonly string[]): void {
    this.#append(paths.filter((path) => !this.entries.has(path)));
  }

  /** After they stand there. */
  confirm(files: ReadonlyArray<readonly [path: string, key: string, Written]>): void {
    this.#append(files.map(([path, key, { size, mtimeMs }]) => [path, key, size, mtimeMs].join('\t')));
  }

  /** After they have gone. */
  forget(paths: readonly string[]): void {
    this.#append(paths.map((path) => `${path}\t`));
  }

  /** Writes the list anew where it has grown too much. */
  async tidy(): Promise<void> {
    if (this.#lines <= Math.max(fewLines, 2 * this.entries.size)) return;
    const lines = Array.from(this.entries, ([path, { key, size, mtimeMs }]) =>
      key === undefined ? path : [path, key, size, mtimeMs].join('\t'),
    );
    const next = `${this.#file}.next`;
    await this.#disk.write(next, new TextEncoder().encode(`${lines.join('\n')}\n`));
    this.#disk.rename(next, this.#file);
    await this.#disk.syncFolder(path.dirname(this.#file));
    this.#lines = lines.length;
  }

  #append(lines: readonly string[]): void {
    if (lines.length === 0) return;
    this.#disk.append(this.#file, `${lines.join('\n')}\n`);
    this.#lines += lines.length;
    for (const line of lines) this.#take(line);
  }

  #take(line: string): void {
    const [name = '', key, size, mtimeMs] = line.split('\t');
    if (!isName(name)) return;
    if (key === '') this.entries.delete(name);
    else if (key === undefined || mtimeMs === undefined) this.entries.set(name, {});
    else this.entries.set(name, { key, size: Number(size), mtimeMs: Number(mtimeMs) });
  }
}
