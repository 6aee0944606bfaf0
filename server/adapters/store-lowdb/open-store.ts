/**
 * The embedded store: one folder, one process, no database to run.
 *
 *   journal/journal.log   the truth: every decision, appended and synced before anybody is answered (journal-format.ts)
 *   documents/  site/     lowdb files: the readable state, written in the background (checkpoint.ts)
 *   originals/<sha256>    the bytes as handed in
 *
 * A commit is decided on the staged head, appended, and answered after the sync; memory changes after the disk, never
 * before, and when the disk refuses, what was staged is forgotten. A save writes its own line and nothing else,
 * however many documents there are.
 */
import { existsSync } from 'node:fs';
import { chmod, readdir } from 'node:fs/promises';
import path from 'node:path';
import { siteStream } from '../../domain/decision.ts';
import { documentIdPattern, type DecisionId, type Hash } from '../../domain/document.ts';
import { Refused, refuse } from '../../domain/errors.ts';
import { isAboutAny } from '../../domain/history.ts';
import type { Commit, Committed, Recorded, Store } from '../../ports.ts';
import { makeFolder } from '../durable-file.ts';
import { frozenEdition } from '../frozen-edition.ts';
import { answerAgain, stage, type Head } from '../streams.ts';
import { Board } from './board.ts';
import { Checkpoints } from './checkpoint.ts';
import { fileOperations, type FileOperations } from './file-operations.ts';
import { Heads, type Loaded } from './heads.ts';
import type { TargetKey } from './journal-index.ts';
import { Journal, type Torn } from './journal.ts';
import { lockFolder } from './lock.ts';
import { keepOriginal, readOriginal } from './originals.ts';

export interface EmbeddedOptions {
  /** Made when it is not there. */
  readonly folder: string;
  readonly hash: Hash;
  /** How many texts (segments and targets) stay in memory; the default is the size of a large newsroom's live work. */
  readonly textsInMemory?: number;
  /** After how long without a decision the checkpoints are written. */
  readonly idleMs?: number;
  /** Told of faults that the others go on without: a checkpoint that could not be written, a document that cannot be read. */
  readonly warn?: (error: unknown, what: string) => void;
  readonly files?: FileOperations;
}

export interface EmbeddedStore extends Store {
  readonly folder: string;
  /** Bytes of a cut-off write that the start found and kept aside: nobody was told that they were saved. */
  readonly torn: Torn | undefined;
  /** Writes all checkpoints now. */
  checkpoint(): Promise<void>;
}

/**
 * Opens the store of a folder, and holds the folder's lock until `close`. Throws `Refused`: store.locked (who holds it),
 * store.damaged (file, byte, line). Changes nothing in those cases.
 */
export async function openEmbeddedStore(options: EmbeddedOptions): Promise<EmbeddedStore> {
  const { folder } = options;
  await makeFolder(folder);
  await chmod(folder, 0o700);
  const release = await lockFolder(folder);
  try {
    await refuseWithoutJournal(folder);
    const journal = await Journal.open(path.join(folder, 'journal'), options.files ?? fileOperations);
    const checkpoints = new Checkpoints(folder, journal);
    const board = new Board(await checkpoints.readBoard(), journal.index, options.hash, (error, stream) =>
      options.warn?.(error, `the document ${stream} cannot be read; the board is without it`),
    );
    return storeOver(options, { journal, checkpoints, board, release });
  } catch (error) {
    await release();
    throw error;
  }
}

/** How long an end may be spent on checkpoints. Those left out cost the next start a replay, and nothing else. */
const patienceMs = 2000;

/** What is told with the error. */
const noCheckpoint = 'a checkpoint could not be written; the journal has everything';

/** The board is written after so many changed rows, and at the end. */
const rowsPerCheckpoint = 64;

type Filter = NonNullable<Parameters<Store['decisions']>[1]>;

interface Parts {
  readonly journal: Journal;
  readonly checkpoints: Checkpoints;
  readonly board: Board;
  readonly release: () => Promise<void>;
}

function storeOver(
  { folder, hash, textsInMemory = 400_000, idleMs = 1000, warn = () => undefined }: EmbeddedOptions,
  { journal, checkpoints, board, release }: Parts,
): EmbeddedStore {
  const { index } = journal;
  const heads = new Heads({
    journal,
    checkpoints,
    limit: textsInMemory,
    warn: (error) => warn(error, noCheckpoint),
  });
  const originals = path.join(folder, 'originals');
  const listeners = new Set<(recorded: readonly Recorded[]) => void>();
  /** Commits on their way to the disk, by each of their decisions' ids. */
  const staged = new Map<DecisionId, Promise<unknown>>();
  const idle = setTimeout(() => void tidy(), idleMs).unref();
  let closing: Promise<void> | undefined;

  return {
    folder,
    torn: journal.torn,
    readOnly: () => journal.readOnly,
    checkpoint,
    commit,
    board: (which) => board.rows((stream) => heads.durable(stream), which),
    async document(documentId) {
      return isKnown(documentId) ? (await heads.durable(documentId)).document : undefined;
    },
    decisions,
    async publication(documentId, locale, n) {
      const document = isKnown(documentId) ? (await heads.durable(documentId)).document : undefined;
      return (
        document &&
        frozenEdition(document, locale, n, {
          histories: (segmentIds) =>
            about(
              documentId,
              segmentIds.map((segmentId) => ({ locale, segmentId })),
            ),
          sources: () => journal.read(index.recordsOfSource(documentId)),
        })
      );
    },
    async byDecisionId(id) {
      const record = index.recordOf(id);
      return record === undefined ? undefined : (await journal.read([record]))[0];
    },
    async site() {
      return (await heads.durable(siteStream)).site;
    },
    keepOriginal: (bytes) => keepOriginal(originals, bytes),
    original: (sha256) => readOriginal(originals, sha256),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => (closing ??= close()),
  };

  async function commit(commit: Commit): Promise<Committed> {
    const { stream, decisions } = commit;
    if (!isStream(stream)) return refuse('document.unknown');
    // Each `await` may have changed what stands above it; nothing does between the last look and the staging.
    for (;;) {
      if (closing) throw new Error('the store is closed');
      const sentBefore = decisions.find(({ id }) => staged.has(id));
      if (sentBefore) {
        await staged.get(sentBefore.id);
        continue;
      }
      const known = decisions.flatMap(({ id }) => index.recordOf(id) ?? []);
      if (known.length > 0) return answerAgain(commit, await readInTurn(known));
      if (journal.readOnly) return journal.readOnly;
      const loaded = heads.peek(stream);
      if (loaded) return write(commit, loaded);
      await heads.load(stream);
    }
  }

  async function write(commit: Commit, loaded: Loaded): Promise<Committed> {
    const outcome = stage(loaded.staged, commit, hash);
    if (!outcome.ok || outcome.recorded.length === 0) return outcome;
    const { recorded, head } = outcome;
    loaded.staged = head;
    const answer = new Promise<Committed>((resolve) => {
      journal.append(recorded, (refusal) => {
        for (const { decision } of recorded) staged.delete(decision.id);
        if (refusal) heads.unstage();
        else published(commit.stream, loaded, head, recorded);
        resolve(refusal ?? { ok: true, recorded });
      });
    });
    for (const { decision } of recorded) staged.set(decision.id, answer);
    return answer;
  }

  function published(stream: string, loaded: Loaded, head: Head, recorded: readonly Recorded[]): void {
    heads.advance(stream, loaded, head);
    board.changed(stream);
    idle.refresh();
    // In a turn of its own: a listener's bug must not become the answer to somebody's save.
    for (const listener of listeners) queueMicrotask(() => listener(recorded));
  }

  /** Records in the order asked for; the journal wants them in its own. */
  async function readInTurn(records: readonly number[]): Promise<Recorded[]> {
    const inOrder = records.toSorted((a, b) => a - b);
    const found = await journal.read(inOrder);
    return records.flatMap((record) => found[inOrder.indexOf(record)] ?? []);
  }

  async function decisions(stream: string, { after = 0, targets }: Filter = {}): Promise<readonly Recorded[]> {
    return targets ? about(stream, targets, after) : journal.read(index.recordsOf(stream, after));
  }

  /** The decisions on targets of a stream, in their order. */
  async function about(stream: string, targets: readonly TargetKey[], after = 0): Promise<readonly Recorded[]> {
    const found = await journal.read(index.recordsAbout(stream, targets, after));
    const isWanted = isAboutAny(targets);
    return found.filter(({ decision }) => isWanted(decision));
  }

  async function checkpoint(): Promise<void> {
    await heads.keepAll();
    await keepBoard();
  }

  /** When nothing is decided for a while. The board's file grows with the documents, so not for a few of its rows. */
  async function tidy(): Promise<void> {
    const { count } = index;
    await heads.keepAll(() => index.count === count);
    if (board.ahead >= rowsPerCheckpoint && !closing) await keepBoard();
  }

  async function keepBoard(): Promise<void> {
    try {
      await board.rows((stream) => heads.durable(stream), 'readable');
      await board.keep(checkpoints);
    } catch (error) {
      warn(error, noCheckpoint);
    }
  }

  async function close(): Promise<void> {
    clearTimeout(idle);
    await journal.drained();
    await heads.close(patienceMs);
    await keepBoard();
    await journal.close();
    await release();
    listeners.clear();
  }

  function isKnown(stream: string): boolean {
    return stream !== siteStream && index.seqOf(stream) > 0;
  }
}

function isStream(stream: string): boolean {
  return stream === siteStream || documentIdPattern.test(stream);
}

/** A folder that has content but no journal has lost it: starting empty would hide that. */
async function refuseWithoutJournal(folder: string): Promise<void> {
  const file = 'journal/journal.log';
  if (existsSync(path.join(folder, file))) return;
  const found = new Set(await readdir(folder));
  if (['documents', 'site', 'originals'].some((name) => found.has(name))) {
    throw new Refused(refuse('store.damaged', { file, byte: 0, line: 0 }));
  }
}
