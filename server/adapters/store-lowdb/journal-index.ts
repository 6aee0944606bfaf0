/**
 * Where each record of the journal stands, so that nothing but its own history is read to answer a question. Records
 * are numbered by their place in the file, from 0. Of each we keep its first byte, its decision's id and, where it is
 * about a target, the record before it about the same one; of each stream the numbers of its records, and of those about
 * several targets at once. A target's history is found by going back from its last record, however long the stream. Texts stay on disk.
 */
import { isSourceDecision, isTargetDecision } from '../../domain/decision.ts';
import type { DecisionId } from '../../domain/document.ts';
import { subjectsOf } from '../../domain/history.ts';
import type { Recorded } from '../../ports.ts';

export interface TargetKey {
  readonly locale: string;
  readonly segmentId: string;
}

interface StreamIndex {
  readonly records: number[];
  /** The last record of each target, under its mark. */
  readonly last: Map<number, number>;
  /** Records about several targets at once; they are few, and may be about any. */
  readonly shared: number[];
}

/** Before a target's first record. */
const none = -1;

export class JournalIndex {
  readonly #starts: number[] = [];
  /** For each record about a target, the one before it with the same mark. */
  readonly #before: number[] = [];
  readonly #streams = new Map<string, StreamIndex>();
  readonly #ids = new Map<DecisionId, number>();

  /** Adds the next record of the file. */
  add({ stream, decision }: Recorded, start: number): void {
    const record = this.#starts.push(start) - 1;
    const { records, last, shared } = this.#streams.get(stream) ?? this.#begin(stream);
    records.push(record);
    this.#ids.set(decision.id, record);
    const isShared = isSourceDecision(decision) || (isTargetDecision(decision) && subjectsOf(decision).length > 1);
    if (isShared) shared.push(record);
    const mark = isTargetDecision(decision) && !isShared ? markOf(decision) : undefined;
    this.#before.push(mark === undefined ? none : (last.get(mark) ?? none));
    if (mark !== undefined) last.set(mark, record);
  }

  /** How many records there are. */
  get count(): number {
    return this.#starts.length;
  }

  get streams(): Iterable<string> {
    return this.#streams.keys();
  }

  /** The record's first byte; undefined for the one after the last. */
  startOf(record: number): number | undefined {
    return this.#starts[record];
  }

  recordOf(id: DecisionId): number | undefined {
    return this.#ids.get(id);
  }

  /** The stream's length, which is the seq of its last decision. */
  seqOf(stream: string): number {
    return this.#streams.get(stream)?.records.length ?? 0;
  }

  recordAt(stream: string, seq: number): number | undefined {
    return this.#streams.get(stream)?.records[seq - 1];
  }

  /** The records of a stream after a seq, in their order. */
  recordsOf(stream: string, after = 0): number[] {
    return this.#streams.get(stream)?.records.slice(after) ?? [];
  }

  /**
   * The records of a stream that may be about these targets, in their order, each once. Two targets may share a mark, so
   * a record that was found is asked again (`isAbout` in `domain/history.ts`).
   */
  recordsAbout(stream: string, targets: readonly TargetKey[], after = 0): number[] {
    const { last, shared = [] } = this.#streams.get(stream) ?? {};
    const reached = after === 0 ? none : (this.recordAt(stream, after) ?? Infinity);
    const found = [...new Set(targets.map(markOf))].flatMap((mark) => this.#backFrom(last?.get(mark) ?? none, reached));
    return [...found, ...shared.filter((record) => record > reached)].toSorted((a, b) => a - b);
  }

  /** The records of a stream among which are all that made a version of the source: the import and the shared ones. */
  recordsOfSource(stream: string): number[] {
    const { records = [], shared = [] } = this.#streams.get(stream) ?? {};
    return [...records.slice(0, 1), ...shared];
  }

  #backFrom(last: number, reached: number): number[] {
    const found: number[] = [];
    for (let record = last; record > reached; record = this.#before[record] ?? none) found.push(record);
    return found;
  }

  #begin(stream: string): StreamIndex {
    const begun = { records: [], last: new Map<number, number>(), shared: [] };
    this.#streams.set(stream, begun);
    return begun;
  }
}

/** FNV-1a of the target's key. */
function markOf({ locale, segmentId }: TargetKey): number {
  let mark = 0x811c9dc5;
  for (const character of `${locale}:${segmentId}`)
    mark = Math.imul(mark ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return mark;
}
