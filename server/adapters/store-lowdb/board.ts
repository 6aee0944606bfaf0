/**
 * The board of the embedded store: every document's row stays in memory, dated with the length of its stream. A save
 * computes nothing; whoever asks for the board has the rows of changed documents computed then. Kept as a checkpoint,
 * so that a start does not open every document. A document that cannot be read does not take the others with it: it is
 * told of once, tried again at each question, and left out of the answer or, for who needs all, in the answer's stead.
 */
import { setImmediate } from 'node:timers/promises';
import { boardRow, type BoardRow } from '../../domain/board.ts';
import { siteStream } from '../../domain/decision.ts';
import type { DocumentState, Hash } from '../../domain/document.ts';
import { newestFirst } from '../board-order.ts';
import type { Checkpoints, DatedRow } from './checkpoint.ts';
import type { JournalIndex } from './journal-index.ts';

/** After so many rows others have their turn: some milliseconds, after a crash of a store with thousands of documents. */
const rowsPerTurn = 16;

/** Told of a document that cannot be read. */
export type TellUnreadable = (error: unknown, stream: string) => void;

type ReadHead = (stream: string) => Promise<{ readonly seq: number; readonly document: DocumentState | undefined }>;

export class Board {
  readonly #rows: Map<string, DatedRow>;
  readonly #changed: Set<string>;
  readonly #hash: Hash;
  readonly #tell: TellUnreadable;
  readonly #unreadable = new Map<string, unknown>();
  #ordered: readonly BoardRow[] | undefined;
  #unkept = 0;
  /** Two who ask at once must not each see half. */
  #turn: Promise<void> = Promise.resolve();

  /** `kept`: the rows of the last checkpoint; documents that went on since are computed at the next question. */
  constructor(
    kept: ReadonlyMap<string, DatedRow>,
    index: JournalIndex,
    hash: Hash,
    tell: TellUnreadable = () => undefined,
  ) {
    this.#rows = new Map(kept);
    this.#hash = hash;
    this.#tell = tell;
    this.#changed = new Set(
      [...index.streams].filter((stream) => stream !== siteStream && kept.get(stream)?.seq !== index.seqOf(stream)),
    );
  }

  /** A decision about a document has become durable. */
  changed(stream: string): void {
    if (stream !== siteStream) this.#changed.add(stream);
  }

  /** How many rows the file does not have. */
  get ahead(): number {
    return this.#changed.size + this.#unkept;
  }

  /** The rows in the board's order. `read` gives a document and the length of its stream. Rejects as the port says. */
  async rows(read: ReadHead, which: 'all' | 'readable' = 'all'): Promise<readonly BoardRow[]> {
    const turn = this.#turn.then(() => this.#refresh(read));
    this.#turn = turn.catch(() => undefined);
    await turn;
    if (which === 'all') for (const error of this.#unreadable.values()) throw error;
    this.#ordered ??= newestFirst(
      [...this.#rows].flatMap(([stream, { row }]) => (this.#unreadable.has(stream) ? [] : [row])),
    );
    return this.#ordered;
  }

  /** Writes the rows as they are, where they differ from the file. */
  async keep(checkpoints: Checkpoints): Promise<void> {
    if (this.#unkept === 0) return;
    this.#unkept = 0;
    await checkpoints.writeBoard([...this.#rows.values()]);
  }

  async #refresh(read: ReadHead): Promise<void> {
    const failed: string[] = [];
    let computed = 0;
    for (const stream of Array.from(this.#changed)) {
      // Before reading: a change that comes while we read marks it again.
      this.#changed.delete(stream);
      try {
        const { seq, document } = await read(stream);
        if (document) this.#rows.set(stream, { seq, row: boardRow(document, this.#hash) });
        this.#unreadable.delete(stream);
      } catch (error) {
        failed.push(stream);
        if (!this.#unreadable.has(stream)) this.#tell(error, stream);
        this.#unreadable.set(stream, error);
      }
      this.#ordered = undefined;
      this.#unkept += 1;
      computed += 1;
      if (computed % rowsPerTurn === 0) await setImmediate();
    }
    for (const stream of failed) this.#changed.add(stream);
  }
}
