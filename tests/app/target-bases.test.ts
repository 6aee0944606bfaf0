/** The bases of a target over a store: as one member sees them, with what readers see, and the source as it was. */
import { beforeEach, describe, expect, it } from 'vitest';
import { sha256Short } from '../../server/adapters/hash.ts';
import { createMemoryStore } from '../../server/adapters/store-memory.ts';
import { targetBases } from '../../server/app/target-history.ts';
import { accepted } from '../../server/domain/errors.ts';
import type { Store, World } from '../../server/ports.ts';
import {
  approvalOfAll,
  draftedDecision,
  editedDecision,
  importedDecision,
  publishedDecision,
  someSegments,
  someTexts,
  splitSourceDecision,
} from '../support/builders.ts';

let store: Store;
let documentId: string;
const segmentId = 'segment-0001';

beforeEach(async () => {
  store = createMemoryStore(sha256Short);
  const imported = importedDecision();
  ({ documentId } = imported);
  accepted(await store.commit({ stream: documentId, decisions: [imported, draftedDecision({ by: 'machine' })] }));
});

const bases = (looking: { by: string; looked?: number }, id = segmentId) =>
  targetBases({ store, hash: sha256Short } as World, { documentId, segmentId: id, locale: 'he' }, looking);

describe('bases', () => {
  it('have what readers see beside what was approved', async () => {
    accepted(await store.commit({ stream: documentId, decisions: approvalOfAll() }));
    const document = await store.document(documentId);
    if (!document) throw new Error('it was imported');
    const later = editedDecision({ by: 'noa', text: 'קראו את <1>זה</1>.' });
    accepted(await store.commit({ stream: documentId, decisions: [publishedDecision(document), later] }));
    expect(await bases({ by: 'avi', looked: 1 })).toEqual({
      ok: true,
      bases: {
        draft: { text: someTexts[1], revision: 1 },
        previous: { text: someTexts[1], revision: 3 },
        approved: { text: someTexts[1], revision: 3 },
        published: { text: someTexts[1], revision: 3 },
        looked: { text: someTexts[1], revision: 1 },
      },
    });
  });

  it('say nothing of a source that says what it said', async () => {
    const elsewhere = { ...editedDecision({ text: 'קראו את <1>זה</1>.' }), sourceHash: 'of a link’s other address' };
    accepted(await store.commit({ stream: documentId, decisions: [elsewhere] }));
    expect(await bases({ by: 'avi' })).not.toHaveProperty('source');
  });

  it('have what the source said when this was approved, over any number of versions', async () => {
    accepted(await store.commit({ stream: documentId, decisions: approvalOfAll() }));
    for (const offset of [8, 3]) {
      const document = await store.document(documentId);
      if (!document) throw new Error('it was imported');
      accepted(await store.commit({ stream: documentId, decisions: [splitSourceDecision(document, offset)] }));
    }
    const [whole, now] = [someSegments[2], (await store.document(documentId))?.source.segments[2]];
    expect(whole?.text.startsWith(now?.text ?? '-')).toBe(true);
    expect(await bases({ by: 'avi' }, whole?.id)).toMatchObject({
      source: { text: whole?.text, codes: whole?.codes, since: 'approved' },
    });
  });

  it('of a target that is not there are refused', async () => {
    expect(await bases({ by: 'avi' }, 'no-such-segm')).toMatchObject({ ok: false, code: 'segment.unknown' });
    expect(await bases({ by: 'avi' }, someSegments[0]?.id)).toEqual({ ok: true, bases: {} });
  });
});
