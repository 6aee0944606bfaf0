/**
 * The journal on disk, `journal/journal.log`: the truth of the embedded store, readable with `less`.
 *
 *   line     = JSON TAB chain LF         the JSON has no raw tab or line end
 *   line 0   = {"dragoman":"journal","version":1}
 *   line n   = {"seq":7,"stream":"<document id or site>","revision":2,"more":1,"decision":{…}}
 *   chain    = the first 16 hex digits of sha256(previous chain LF JSON), that is, of the bytes as they stand in the
 *              file; before line 0 it is sixteen zeros
 *   seq      counts from 1 within its stream; all streams share the file, so that one sync serves all who wait
 *   revision of decisions on a target: its revision after this one
 *   more     how many lines of the same commit follow; left out where none does. A commit cut short is no commit.
 *
 * What a reader finds after the last whole commit:
 *   - bytes without a line end: a write that was cut off. A torn tail: nobody was told that it was saved;
 *   - a whole commit's beginning, then the end or such bytes: the same;
 *   - anything else that does not verify: damage to what was acknowledged. The store refuses to start.
 * A flipped bit in the last line is damage as well: a process that dies leaves a shorter file, never a wrong byte.
 *
 * Rejected: a chain per stream (one file, one order of bytes, so one chain finds every fault); several files by size
 * or month (a start reads them all anyway until there is a reason to archive).
 */
import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import { fstatSync, readSync } from 'node:fs';
import { siteStream } from '../../domain/decision.ts';
import type { Recorded } from '../../ports.ts';
import { documentIdPattern } from '../../domain/document.ts';

export interface Line extends Recorded {
  readonly more?: number;
}

export const header = JSON.stringify({ dragoman: 'journal', version: 1 });
export const chainLength = 16;
export const firstChain = '0'.repeat(chainLength);

const newline = 10;
const chunkSize = 1 << 20;

/** The chain after a line. */
export function nextChain(previous: string, json: string): string {
  return hash('sha256', `${previous}\n${json}`).slice(0, chainLength);
}

/** A line with its end. */
export function lineOf(json: string, chain: string): string {
  return `${json}\t${chain}\n`;
}

/** The lines of a commit, still without their chain. */
export function encode(recorded: readonly Recorded[]): string[] {
  return recorded.map(({ seq, stream, revision, decision }, i) => {
    const more = recorded.length - 1 - i;
    return JSON.stringify({
      seq,
      stream,
      ...(revision !== undefined && { revision }),
      ...(more > 0 && { more }),
      decision,
    });
  });
}

/** The JSON of a line (without its end) that follows on `previous`; undefined where the chain does not say so. */
export function verified(
  line: Buffer,
  previous: string,
): { readonly json: string; readonly chain: string } | undefined {
  if (!isUtf8(line)) return undefined;
  const text = line.toString();
  const tab = text.length - chainLength - 1;
  if (text[tab] !== '\t') return undefined;
  const json = text.slice(0, tab);
  const chain = text.slice(tab + 1);
  return nextChain(previous, json) === chain ? { json, chain } : undefined;
}

/** What a line says; undefined where it is not a record of ours. */
export function decode(json: string): Line | undefined {
  const line = JSON.parse(json) as Partial<Line>;
  const { seq, stream, decision, more = 0 } = line;
  const isOurs =
    Number.isInteger(seq) &&
    Number.isInteger(more) &&
    typeof stream === 'string' &&
    (stream === siteStream || documentIdPattern.test(stream)) &&
    typeof decision?.id === 'string' &&
    typeof decision.kind === 'string';
  return isOurs ? (line as Line) : undefined;
}

/** What a reading of the whole file found. `end`: the byte after the last whole commit. */
export type Reading =
  | { readonly ok: true; readonly end: number; readonly chain: string; readonly size: number }
  | { readonly ok: false; readonly byte: number; readonly line: number };

type Found = (record: Line, start: number, chain: string) => void;

/** Reads a journal from its first byte and gives each record of a whole commit, where it starts and its chain, in order. */
export function readJournal(fd: number, found: Found): Reading {
  const commits = new CommitReader(found);
  let chain = firstChain;
  let whole = { end: 0, chain };
  let size = 0;
  let number = 0;
  for (const { bytes, start, end, complete } of linesOf(fd)) {
    size = end;
    if (!complete) break;
    const line = verified(bytes, chain);
    const taken = line && (number === 0 ? line.json === header : commits.take(line.json, start, line.chain));
    if (!taken) return { ok: false, byte: start, line: number };
    chain = line.chain;
    if (commits.isWhole) whole = { end, chain };
    number += 1;
  }
  // Its first line is written aside and renamed into place, so that a journal without one was never ours.
  return number === 0 ? { ok: false, byte: 0, line: 0 } : { ok: true, ...whole, size };
}

/** Gathers lines into commits, and hands on each commit when its last line has come. */
class CommitReader {
  readonly #found: Found;
  readonly #seqs = new Map<string, number>();
  #commit: Array<Parameters<Found>> = [];

  constructor(found: Found) {
    this.#found = found;
  }

  get isWhole(): boolean {
    return this.#commit.length === 0;
  }

  /** Takes the next line; false where it is no record or not the one that comes next. */
  take(json: string, start: number, chain: string): boolean {
    const record = decode(json);
    if (record === undefined || !this.#follows(record)) return false;
    this.#seqs.set(record.stream, record.seq);
    this.#commit.push([record, start, chain]);
    if (record.more) return true;
    for (const place of this.#commit) this.#found(...place);
    this.#commit = [];
    return true;
  }

  #follows({ stream, seq, more = 0 }: Line): boolean {
    const [before] = this.#commit.at(-1) ?? [];
    const inCommit = before === undefined || (before.stream === stream && before.more === more + 1);
    return inCommit && seq === (this.#seqs.get(stream) ?? 0) + 1;
  }
}

interface RawLine {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  readonly complete: boolean;
}

function* linesOf(fd: number): Generator<RawLine> {
  const chunk = Buffer.allocUnsafe(Math.min(fstatSync(fd).size + 1, chunkSize));
  let rest = Buffer.alloc(0);
  let start = 0;
  for (let position = 0; ;) {
    const count = readSync(fd, chunk, 0, chunk.length, position);
    if (count === 0) break;
    position += count;
    const bytes = Buffer.concat([rest, chunk.subarray(0, count)]);
    let from = 0;
    for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, from)) {
      const length = end + 1 - from;
      yield { bytes: bytes.subarray(from, end), start, end: start + length, complete: true };
      start += length;
      from = end + 1;
    }
    rest = bytes.subarray(from);
  }
  if (rest.length > 0) yield { bytes: rest, start, end: start + rest.length, complete: false };
}
