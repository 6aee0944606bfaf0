/** The memory over a store: what is approved enters, what is taken back leaves, before and after it was first asked. */
import { beforeEach, describe, expect, it } from 'vitest';
import { sha256Short } from '../../server/adapters/hash.ts';
import { createMemoryStore } from '../../server/adapters/store-memory.ts';
import { rememberApproved } from '../../server/app/search-memory.ts';
import { plain } from '../../server/domain/content.ts';
import type { DocumentDecision, SiteDecision } from '../../server/domain/decision.ts';
import { accepted } from '../../server/domain/errors.ts';
import { contextOf } from '../../server/domain/memory/context.ts';
import type { Store, TranslationMemory } from '../../server/ports.ts';
import {
  aHead,
  approvalOfAll,
  approvedDecision,
  draftedDecision,
  editedDecision,
  importedDecision,
  memoryDecision,
  reopenedDecision,
  returnedDecision,
  someArabicTexts,
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

describe('a document’s segment', () => {
  const asked = (ordinal: number, change = {}) => {
    const source = someSegments[ordinal] ?? plain('');
    return { source, from: 'en', to: 'he', ...change } as const;
  };

  it('is known in every direction among its languages', async () => {
    await commit(await aStoredDocument(), ...approvalOfAll(), ...approvalOfAll('ar'));
    const texts = { en: someSegments[1]?.text ?? '', he: someTexts[1], ar: someArabicTexts[1] };
    for (const [from, to] of [
      ['he', 'ar'],
      ['ar', 'he'],
      ['he', 'en'],
      ['ar', 'en'],
    ] as const) {
      const source = { text: texts[from], codes: someSegments[1]?.codes ?? {} };
      const match = await memory.draft({ source, from, to });
      expect([match?.text, match?.penalties]).toEqual([texts[to], ['other-direction']]);
    }
  });

  it.each([
    ['built when first asked', false],
    ['following the commits', true],
  ])('is known in its context, %s', async (_title, isAskedBefore) => {
    const documentId = await aStoredDocument();
    if (isAskedBefore) await memory.draft(asked(1));
    await commit(documentId, ...approvalOfAll());
    const document = await store.document(documentId);
    const context = document && contextOf(document, 1, 1, sha256Short);
    expect((await memory.draft(asked(1, { context })))?.score).toBe(101);
    expect((await memory.draft(asked(1, { context: ['', 'elsewhere'] })))?.score).toBe(100);
  });
});

describe('units from outside', () => {
  const file = (...units: Array<Record<string, string>>) =>
    ({ ...aHead(), kind: 'memory.imported', name: 'house.tmx', units: units.map((texts) => ({ texts })) }) as const;
  const said = async (text: string) => (await memory.draft({ source: plain(text), from: 'en', to: 'he' }))?.text;
  const site = async (decision: SiteDecision) =>
    accepted(await store.commit({ stream: 'site', decisions: [decision] }));

  it('are followed as they are imported, changed and removed', async () => {
    expect(await said('school')).toBeUndefined();
    const batch = file({ en: 'school', he: 'בית ספר' }, { en: 'road', he: 'כביש' });
    await site(batch);
    expect([await said('school'), await said('road')]).toEqual(['בית ספר', 'כביש']);
    const [was = { texts: {} }] = batch.units;
    const unit = { texts: { en: 'school', he: 'ביה״ס' } };
    await site({ ...aHead(), kind: 'memory.changed', batch: batch.id, index: 0, unit, was });
    expect(await said('school')).toBe('ביה״ס');
    await site({ ...aHead(), kind: 'memory.removed', batch: batch.id, indexes: [1] });
    expect([await said('school'), await said('road')]).toEqual(['ביה״ס', undefined]);
    await site({ ...aHead(), kind: 'memory.removed', batch: batch.id });
    expect(await said('school')).toBeUndefined();
  });
});
