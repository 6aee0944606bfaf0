/**
 * Where each record of the journal stands, so that nothing but its own history is read to answer a question. Records
 * are numbered by their place in the file, from 0. Of each we keep its first byte and its decision's id; of each stream
 * the numbers of its records. A target's history is a chain: its last link names the last record about it, and each link
 * the one before, however long the stream. A record about several targets has a link in the chain of each. Texts stay on
 * disk.
 */
import { isSourceDecision, isTargetDecision, type Decision } from '../../domain/decision.ts';
import type { DecisionId } from '../../domain/document.ts';
import { subjectsOf } from '../../domain/history.ts';
import type { Recorded } from '../../ports.ts';

export interface TargetKey {
  readonly locale: string;
  readonly segmentId: string;
}

interface StreamIndex {
  readonly records: number[];
  /** The last link of each target's chain, under the target's mark. */
  readonly last: Map<number, number>;
  /** Records that made a version of the source. */
  readonly ofSource: number[];
}

/** Before a chain's first link. */
const none = -1;

export class JournalIndex {
  readonly #starts: number[] = [];
  /** The record of each link. */
  readonly #linked: number[] = [];
  /** The link before each link, in the same chain. */
  readonly #before: number[] = [];
  readonly #streams = new Map<string, StreamIndex>();
  readonly #ids = new Map<DecisionId, number>();

  /** Adds the next record of the file. */
  add({ stream, decision }: Recorded, start: number): void {
    const record = this.#starts.push(start) - 1;
    const { records, last, ofSource } = this.#streams.get(stream) ?? this.#begin(stream);
    records.push(record);
    this.#ids.set(decision.id, record);
    if (isSourceDecision(decision)) ofSource.push(record);
    for (const mark of new Set(targetsOf(decision).map(markOf))) {
      const link = this.#linked.push(record) - 1;
      this.#before.push(last.get(mark) ?? none);
      last.set(mark, link);
    }
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
   * a record that was found is asked again (`isAboutAny` in `domain/history.ts`).
   */
  recordsAbout(stream: string, targets: readonly TargetKey[], after = 0): number[] {
    const last = this.#streams.get(stream)?.last;
    const reached = after === 0 ? none : (this.recordAt(stream, after) ?? Infinity);
    const marks = new Set(targets.map(markOf));
    const found = new Set([...marks].flatMap((mark) => this.#backFrom(last?.get(mark) ?? none, reached)));
    return [...found].toSorted((a, b) => a - b);
  }

  /** The records of a stream that made a version of the source, the import first. */
  recordsOfSource(stream: string): number[] {
    const { records = [], ofSource = [] } = this.#streams.get(stream) ?? {};
    return [...records.slice(0, 1), ...ofSource];
  }

  /** The records of a chain, from a link back to the record that was reached. */
  #backFrom(last: number, reached: number): number[] {
    const found: number[] = [];
    for (let link = last; link !== none; link = this.#before[link] ?? none) {
      const record = this.#linked[link] ?? none;
      if (record <= reached) break;
      found.push(record);
    }
    return found;
  }

  #begin(stream: string): StreamIndex {
    const begun = { records: [], last: new Map<number, number>(), ofSource: [] };
    this.#streams.set(stream, begun);
    return begun;
  }
}

/** The targets that a decision changes. */
function targetsOf(decision: Decision): TargetKey[] {
  if (isTargetDecision(decision)) {
    return subjectsOf(decision).map((segmentId) => ({ locale: decision.locale, segmentId }));
  }
  if (!isSourceDecision(decision)) return [];
  return Object.entries(decision.targets).flatMap(([locale, targets]) =>
    targets.map(([segmentId]) => ({ locale, segmentId })),
  );
}

/** FNV-1a of the target's key. */
function markOf({ locale, segmentId }: TargetKey): number {
  let mark = 0x811c9dc5;
  for (const character of `${locale}:${segmentId}`)
    mark = Math.imul(mark ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return mark;
}
