/** The memory over a store: what is approved enters, what is taken back leaves, before and after it was first asked. */
import { beforeEach, describe, expect, it } from 'vitest';
import { sha256Short } from '../../server/adapters/hash.ts';
import { createMemoryStore } from '../../server/adapters/store-memory.ts';
import { rememberApproved } from '../../server/app/search-memory.ts';
import { plain } from '../../server/domain/content.ts';
import type { DocumentDecision } from '../../server/domain/decision.ts';
import { accepted } from '../../server/domain/errors.ts';
import type { Store, TranslationMemory } from '../../server/ports.ts';
import {
  approvalOfAll,
  approvedDecision,
  draftedDecision,
  editedDecision,
  importedDecision,
  memoryDecision,
  reopenedDecision,
  returnedDecision,
  someSegments,
  someTexts,
} from '../support/builders.ts';

let store: Store;
let memory: TranslationMemory;
beforeEach(() => {
  store = createMemoryStore(sha256Short);
  memory = rememberApproved(store, sha256Short);
});

async function commit(stream: string, ...decisions: DocumentDecision[]): Promise<void> {
  accepted(await store.commit({ stream, decisions }));
}

async function aStoredDocument(): Promise<string> {
  const imported = importedDecision();
  await commit(imported.documentId, imported);
  return imported.documentId;
}

async function found(ordinal = 1): Promise<string | undefined> {
  const segment = someSegments[ordinal] ?? plain('');
  return (await memory.draft({ source: segment, from: 'en', to: 'he' }))?.text;
}

describe.each([
  ['built when first asked', false],
  ['following the commits', true],
])('%s', (_title, isAskedBefore) => {
  beforeEach(async () => {
    if (isAskedBefore) expect(await found()).toBeUndefined();
  });

  it('knows what was approved, in every segment', async () => {
    await commit(await aStoredDocument(), ...approvalOfAll());
    expect([await found(0), await found(1), await found(2)]).toEqual(someTexts);
  });

  it('knows the pairs that were added from outside', async () => {
    accepted(await store.commit({ stream: 'site', decisions: [memoryDecision([['school', 'בית ספר']])] }));
    expect(await memory.draft({ source: plain('school'), from: 'en', to: 'he' })).toMatchObject({
      text: 'בית ספר',
      score: 100,
    });
  });

  it('knows nothing that nobody approved', async () => {
    await commit(await aStoredDocument(), draftedDecision(), editedDecision({ segment: 2, text: 'נערך' }));
    expect([await found(1), await found(2)]).toEqual([undefined, undefined]);
  });

  it.each([
    ['returned', returnedDecision],
    ['reopened', reopenedDecision],
    ['edited', editedDecision],
  ])('forgets what was %s since', async (_title, takenBack) => {
    const documentId = await aStoredDocument();
    await commit(documentId, editedDecision(), approvedDecision());
    if (isAskedBefore) expect(await found()).toBe(someTexts[1]);
    await commit(documentId, takenBack());
    expect(await found()).toBeUndefined();
  });

  it('knows nothing that was approved for another wording of the source', async () => {
    await commit(await aStoredDocument(), editedDecision(), { ...approvedDecision(), sourceHash: 'another' });
    expect(await found()).toBeUndefined();
  });

  it('the last approval wins, whichever document it is in', async () => {
    const [one, other] = [await aStoredDocument(), await aStoredDocument()];
    await commit(one, editedDecision({ text: '<1>ישן</1>' }), approvedDecision());
    await commit(other, editedDecision({ text: '<1>חדש</1>' }), approvedDecision());
    expect(await found()).toBe('<1>חדש</1>');
    await commit(one, editedDecision({ text: '<1>חדש מזה</1>' }), approvedDecision());
    expect(await found()).toBe('<1>חדש מזה</1>');
  });
});

it('tries again after the store could not be read', async () => {
  let isBroken = true;
  const shaky: Store = {
    ...store,
    board: async () => {
      if (isBroken) throw new Error('no disk');
      return store.board();
    },
  };
  await commit(await aStoredDocument(), ...approvalOfAll());
  memory = rememberApproved(shaky, sha256Short);
  await expect(found()).rejects.toThrow('no disk');
  isBroken = false;
  expect(await found()).toBe(someTexts[1]);
});
