/** The queue's index: as the documents are, at every moment, and without opening those that need not be opened. */
import { describe, expect, it } from 'vitest';
import { sha256Short } from '../../server/adapters/hash.ts';
import { createMemoryStore } from '../../server/adapters/store-memory.ts';
import { followWaiting } from '../../server/app/waiting-targets.ts';
import type { DocumentDecision } from '../../server/domain/decision.ts';
import { byAge, waitingIn } from '../../server/domain/queue.ts';
import type { Store } from '../../server/ports.ts';
import { aHead, approvalOfAll, draftedDecision, editedDecision, importedDecision } from '../support/builders.ts';

/** A memory store that says which documents were opened, and can be made to fail. */
function aStore() {
  const store = createMemoryStore(sha256Short);
  const opened: string[] = [];
  const trouble = { of: undefined as string | undefined };
  const watched: Store = {
    ...store,
    async document(documentId) {
      opened.push(documentId);
      if (documentId === trouble.of) throw new Error('the disk is away');
      return store.document(documentId);
    },
  };
  const put = async (...decisions: DocumentDecision[]): Promise<string> => {
    const imported = importedDecision();
    await store.commit({ stream: imported.documentId, decisions: [imported, ...decisions] });
    return imported.documentId;
  };
  const add = (stream: string, ...decisions: DocumentDecision[]) => store.commit({ stream, decisions });
  const asItIs = async () => {
    const documents = await Promise.all((await store.board()).map(({ documentId }) => store.document(documentId)));
    return documents.flatMap((one) => (one ? waitingIn(one, sha256Short) : [])).toSorted(byAge);
  };
  return { store: watched, opened, trouble, put, add, asItIs };
}

describe('the index of what waits', () => {
  it('opens no document in which nothing waits, and each other one once', async () => {
    const { store, opened, put, asItIs } = aStore();
    await put(...approvalOfAll('he'), ...approvalOfAll('ar'));
    const some = [await put(), await put(draftedDecision())];
    const waiting = followWaiting(store, sha256Short, failing);
    expect(await waiting.list()).toEqual(await asItIs());
    await Promise.all([waiting.list(), waiting.list()]);
    expect(opened.toSorted()).toEqual(some.toSorted());
  });

  it('follows what is decided, and opens only what changed', async () => {
    const { store, opened, put, add, asItIs } = aStore();
    const [one, other] = [await put(), await put()];
    const waiting = followWaiting(store, sha256Short, failing);
    await waiting.list();
    opened.length = 0;
    await add(one, draftedDecision(), editedDecision({ segment: 2 }));
    const third = await put();
    expect(await waiting.list()).toEqual(await asItIs());
    expect(opened.toSorted()).toEqual([one, third].toSorted());
    await add(other, { ...aHead(), kind: 'document.archived' });
    expect((await waiting.list()).some(({ documentId }) => documentId === other)).toBe(false);
  });

  it('misses nothing that is decided while it reads', async () => {
    const { store, put, add, asItIs } = aStore();
    const one = await put();
    const waiting = followWaiting(store, sha256Short, failing);
    const first = waiting.list();
    await add(one, draftedDecision());
    await first;
    expect(await waiting.list()).toEqual(await asItIs());
  });

  it('goes on without what cannot be read, reports it once, and has it again when it can be', async () => {
    const { store, trouble, put, asItIs } = aStore();
    const [one, other] = [await put(), await put()];
    const reported: unknown[] = [];
    const waiting = followWaiting(store, sha256Short, (...report) => reported.push(report));
    trouble.of = one;
    const without = (await asItIs()).filter(({ documentId }) => documentId === other);
    expect(without).not.toEqual([]);
    expect([await waiting.list(), await waiting.list()]).toEqual([without, without]);
    expect(reported).toEqual([[new Error('the disk is away'), expect.stringContaining(one)]]);
    trouble.of = undefined;
    expect(await waiting.list()).toEqual(await asItIs());
  });
});

function failing(error: unknown): void {
  throw error;
}
