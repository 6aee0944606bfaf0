/**
 * The queue's index over the store: of every document the targets that wait. Built at the first question from the board,
 * whose counts tell which documents have anything waiting, so that only those are opened; from then on it follows the
 * commits, and a question reads again only the documents that changed since the last one. A store that can ask its database
 * for what waits needs none of this.
 *
 * Rejected: keeping it in the board's rows. They are written to disk as a whole, and fifty thousand places are megabytes.
 */
import { siteStream } from '../domain/decision.ts';
import type { DocumentId, Hash } from '../domain/document.ts';
import { byAge, mayWait, waitingIn, type Waiting } from '../domain/queue.ts';
import type { Store, WaitingTargets, World } from '../ports.ts';

/**
 * Follows a store. A document that cannot be read is left out and reported, once; each `list` tries again. Where the board
 * cannot be read, `list` rejects.
 */
export function followWaiting(store: Store, hash: Hash, report: World['report']): WaitingTargets {
  const found = new Map<DocumentId, readonly Waiting[]>();
  const unreadable = new Set<DocumentId>();
  /** To be read before the next answer; undefined while nothing was ever asked. */
  let changed: Set<DocumentId> | undefined;
  let ordered: readonly Waiting[] | undefined;
  /** Two who ask at once must not each see half. */
  let turn: Promise<unknown> = Promise.resolve();

  store.subscribe((recorded) => {
    for (const { stream } of recorded) if (stream !== siteStream) changed?.add(stream);
  });

  async function list(): Promise<readonly Waiting[]> {
    const waiting = changed ?? (await allThatMayWait());
    // A copy: what cannot be read is put back for the next time.
    for (const documentId of Array.from(waiting)) await readAgain(documentId, waiting);
    ordered ??= [...found.values()].flat().toSorted(byAge);
    return ordered;
  }

  async function allThatMayWait(): Promise<Set<DocumentId>> {
    const begun = new Set<DocumentId>();
    // Before the board is read: what is decided meanwhile is read again.
    changed = begun;
    try {
      for (const row of await store.board('readable')) if (mayWait(row)) begun.add(row.documentId);
    } catch (error) {
      changed = undefined;
      throw error;
    }
    return begun;
  }

  async function readAgain(documentId: DocumentId, waiting: Set<DocumentId>): Promise<void> {
    // Before reading: a change that comes while we read marks it again.
    waiting.delete(documentId);
    try {
      const document = await store.document(documentId);
      found.set(documentId, document ? waitingIn(document, hash) : []);
      ordered = undefined;
      unreadable.delete(documentId);
    } catch (error) {
      waiting.add(documentId);
      if (found.delete(documentId)) ordered = undefined;
      if (!unreadable.has(documentId))
        report(error, `the document ${documentId} cannot be read; the queue is without it`);
      unreadable.add(documentId);
    }
  }

  return {
    list() {
      const answer = turn.then(list);
      turn = answer.catch(() => undefined);
      return answer;
    },
  };
}
