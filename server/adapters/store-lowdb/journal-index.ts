/**
 * Where each record of the journal stands, so that nothing but its own history is read to answer a question. Records
 * are numbered by their place in the file, from 0. Of each we keep its first byte, a 32-bit mark of its target and its
 * decision's id; of each stream the numbers of its records. Texts stay on disk.
 */
import { isTargetDecision, type Decision } from '../../domain/decision.ts';
import type { DecisionId } from '../../domain/document.ts';
import type { Recorded } from '../../ports.ts';

export interface TargetKey {
  readonly locale: string;
  readonly segmentId: string;
}

export class JournalIndex {
  readonly #starts: number[] = [];
  readonly #marks: number[] = [];
  readonly #streams = new Map<string, number[]>();
  readonly #ids = new Map<DecisionId, number>();

  /** Adds the next record of the file. */
  add({ stream, decision }: Recorded, start: number): void {
    const record = this.#starts.push(start) - 1;
    this.#marks.push(isTargetDecision(decision) ? markOf(decision) : 0);
    this.#ids.set(decision.id, record);
    const records = this.#streams.get(stream);
    if (records) records.push(record);
    else this.#streams.set(stream, [record]);
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
    return this.#streams.get(stream)?.length ?? 0;
  }

  recordAt(stream: string, seq: number): number | undefined {
    return this.#streams.get(stream)?.[seq - 1];
  }

  /** The records of a stream after a seq; of one target, those that may be about it (see `isAbout`). */
  recordsOf(stream: string, after = 0, target?: TargetKey): number[] {
    const records = (this.#streams.get(stream) ?? []).slice(after);
    if (target === undefined) return records;
    const mark = markOf(target);
    return records.filter((record) => this.#marks[record] === mark);
  }
}

/** Whether a decision is about a target. Two targets may share a mark, so a record that was found is asked again. */
export function isAbout(decision: Decision, target: TargetKey): boolean {
  return isTargetDecision(decision) && decision.locale === target.locale && decision.segmentId === target.segmentId;
}

/** FNV-1a of the target's key. */
function markOf({ locale, segmentId }: TargetKey): number {
  let mark = 0x811c9dc5;
  for (const character of `${locale}:${segmentId}`)
    mark = Math.imul(mark ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return mark;
}
