/**
 * Checkpoints: the readable state as lowdb files, so that opening a document does not replay its life.
 *
 *   documents/<id>/source.json     { document: everything but targets, locales: { he: <seq of its file> } }
 *   documents/<id>/<locale>.json   the targets, in the order of the source's segments
 *   site/state.json                the site's state
 *   site/board.json                every document's row, with the seq it was computed at
 *
 * They are an optimisation, and nothing is lost without them: each names the record of the journal it reaches up to
 * (durable-file.ts) and is believed only when the journal has exactly that record. A locale's file is written before
 * the `source.json` that names it, so whatever a crash leaves, the two fit or the document is rebuilt from the journal.
 */
import path from 'node:path';
import { Low } from 'lowdb';
import type { BoardRow } from '../../domain/board.ts';
import { siteStream } from '../../domain/decision.ts';
import type { DocumentState, Target } from '../../domain/document.ts';
import { locales, type Locale } from '../../domain/locale.ts';
import type { SiteState } from '../../domain/site.ts';
import { DurableFile, type Checkpoint } from '../durable-file.ts';
import { emptyHead, type Head } from '../streams.ts';
import type { Journal } from './journal.ts';

/** A row of the board, and the length of the stream that it was computed from. */
export interface DatedRow {
  readonly seq: number;
  readonly row: BoardRow;
}

/** A head as it is on disk, and at which seq each locale's file was written. */
export interface Kept {
  readonly head: Head;
  readonly locales: Readonly<Partial<Record<Locale, number>>>;
}

interface SourceFile {
  readonly document: Omit<DocumentState, 'targets'>;
  readonly locales: Readonly<Partial<Record<Locale, number>>>;
}

export const nothingKept: Kept = { head: emptyHead, locales: {} };

const boardName = 'board';

export class Checkpoints {
  readonly #folder: string;
  readonly #journal: Journal;

  constructor(folder: string, journal: Journal) {
    this.#folder = folder;
    this.#journal = journal;
  }

  /** The newest head of a stream that is on disk and can be believed; the empty one where none is. */
  async read(stream: string): Promise<Kept> {
    if (this.#journal.index.seqOf(stream) === 0) return nothingKept;
    if (stream === siteStream) return this.#readSite();
    const source = await this.#load<SourceFile>(this.#source(stream), stream);
    if (source === null) return nothingKept;
    const targets: Partial<Record<Locale, readonly Target[]>> = {};
    for (const locale of locales) {
      const seq = source.data.locales[locale];
      if (seq === undefined) continue;
      const kept = await this.#load<readonly Target[]>(this.#targets(stream, locale), stream, seq);
      if (kept === null) return nothingKept;
      targets[locale] = kept.data;
    }
    const head = { ...emptyHead, seq: source.seq, document: { ...source.data.document, targets } };
    return { head, locales: source.data.locales };
  }

  /** Writes a head, leaving out the locales that `before` has already, and gives what is on disk now. */
  async write(stream: string, head: Head, before: Kept): Promise<Kept> {
    if (stream === siteStream) await this.#save(this.#site(), stream, head.seq, head.site);
    if (head.document === undefined) return { head, locales: {} };
    const { targets, ...document } = head.document;
    const seqs: Partial<Record<Locale, number>> = {};
    for (const locale of locales) {
      const now = targets[locale];
      if (now === undefined) continue;
      const unchanged = now === before.head.document?.targets[locale] ? before.locales[locale] : undefined;
      seqs[locale] = unchanged ?? head.seq;
      if (unchanged === undefined) await this.#save(this.#targets(stream, locale), stream, head.seq, now);
    }
    await this.#save(this.#source(stream), stream, head.seq, { document, locales: seqs } satisfies SourceFile);
    return { head, locales: seqs };
  }

  /** The rows of all documents as they were kept, however old. */
  async readBoard(): Promise<ReadonlyMap<string, DatedRow>> {
    const { count } = this.#journal.index;
    const low = new Low<Checkpoint<DatedRow[]> | null>(
      new DurableFile<DatedRow[]>(
        path.join(this.#folder, 'site', 'board.json'),
        ({ of, seq, chain }) => of === boardName && seq > 0 && seq <= count && chain === this.#journal.chainOf(seq - 1),
      ),
      null,
    );
    await low.read();
    return new Map(low.data?.data.map((dated) => [dated.row.documentId, dated]));
  }

  async writeBoard(rows: readonly DatedRow[]): Promise<void> {
    const seq = this.#journal.index.count;
    if (seq === 0) return;
    await store(path.join(this.#folder, 'site', 'board.json'), {
      of: boardName,
      seq,
      chain: this.#journal.chainOf(seq - 1),
      data: rows,
    });
  }

  async #readSite(): Promise<Kept> {
    const site = await this.#load<SiteState>(this.#site(), siteStream);
    return site ? { head: { ...emptyHead, seq: site.seq, site: site.data }, locales: {} } : nothingKept;
  }

  /** A file of this stream and this journal, at a given seq if one is given. */
  async #load<T>(file: string, stream: string, at?: number): Promise<Checkpoint<T> | null> {
    const accepts = ({ of, seq, chain }: Checkpoint<T>) =>
      of === stream && (at === undefined || seq === at) && chain === this.#chainAt(stream, seq);
    const low = new Low<Checkpoint<T> | null>(new DurableFile<T>(file, accepts), null);
    await low.read();
    return low.data;
  }

  async #save(file: string, stream: string, seq: number, data: unknown): Promise<void> {
    await store(file, { of: stream, seq, chain: this.#chainAt(stream, seq) ?? '', data });
  }

  #chainAt(stream: string, seq: number): string | undefined {
    const record = this.#journal.index.recordAt(stream, seq);
    return record === undefined ? undefined : this.#journal.chainOf(record);
  }

  #source(stream: string): string {
    return path.join(this.#folder, 'documents', stream, 'source.json');
  }

  #targets(stream: string, locale: Locale): string {
    return path.join(this.#folder, 'documents', stream, `${locale}.json`);
  }

  #site(): string {
    return path.join(this.#folder, 'site', 'state.json');
  }
}

async function store<T>(file: string, checkpoint: Checkpoint<T>): Promise<void> {
  await new Low<Checkpoint<T> | null>(new DurableFile<T>(file), checkpoint).write();
}
