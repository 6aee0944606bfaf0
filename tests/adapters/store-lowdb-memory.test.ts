/** What the embedded store keeps in memory: little, and never in the way of what is right. */
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { sha256Short } from '../../server/adapters/hash.ts';
import { Board } from '../../server/adapters/store-lowdb/board.ts';
import { fileOperations } from '../../server/adapters/store-lowdb/file-operations.ts';
import { JournalIndex } from '../../server/adapters/store-lowdb/journal-index.ts';
import { boardRow } from '../../server/domain/board.ts';
import {
  aDocument,
  approvedDecision,
  aSegment,
  aSource,
  editedDecision,
  importedDecision,
  joinedDecision,
  publishedDecision,
  splitSourceDecision,
} from '../support/builders.ts';
import { aFolder } from '../support/folders.ts';
import { aDisk, filled, openStore } from '../support/stores.ts';

describe('the index', () => {
  it('leads to the records of one target, and to no other', () => {
    const index = new JournalIndex();
    for (let seq = 1; seq <= 100; seq += 1) {
      const decision = editedDecision({ segment: seq % 10 });
      index.add({ stream: 'document0001', seq, decision }, seq * 100);
    }
    const { segmentId } = editedDecision({ segment: 2 });
    const target = { locale: 'he', segmentId };
    expect(index.recordsAbout('document0001', [target])).toHaveLength(10);
    expect(index.recordsAbout('document0001', [target], 50)).toHaveLength(5);
    expect(index.recordsAbout('document0001', [{ locale: 'ar', segmentId }])).toEqual([]);
    expect(index.recordsAbout('document0002', [target])).toEqual([]);
    expect(index.recordsAbout('document0001', [target, target])).toEqual([1, 11, 21, 31, 41, 51, 61, 71, 81, 91]);
  });

  it('leads from each target to what it shares with others, and to nothing that others share', () => {
    const imported = importedDecision();
    const begun = [
      editedDecision(),
      editedDecision({ segment: 2, text: 'הוא הלך.' }),
      editedDecision({ segment: 0, text: 'x' }),
    ];
    const join = joinedDecision(aDocument(imported, ...begun));
    const split = splitSourceDecision(aDocument(imported, ...begun), 9);
    const index = new JournalIndex();
    [imported, ...begun, join, split].forEach((decision, record) => {
      index.add({ stream: 'document0001', seq: record + 1, decision }, record);
    });
    const about = (...ids: number[]) =>
      index.recordsAbout(
        'document0001',
        ids.map((id) => ({ locale: 'he', segmentId: `segment-000${id}` })),
      );
    expect([about(0), about(1), about(2), about(2, 1)]).toEqual([[3], [1, 4], [2, 4, 5], [1, 2, 4, 5]]);
    expect(index.recordsOfSource('document0001')).toEqual([0, 5]);
  });

  it('walks no stream to find one target', () => {
    const index = new JournalIndex();
    const edits = Array.from({ length: 500 }, () => editedDecision({ segment: aSegment() }));
    for (const [i, decision] of edits.entries()) index.add({ stream: 'document0001', seq: i + 1, decision }, i * 100);
    const walks = [vi.spyOn(Array.prototype, 'filter'), vi.spyOn(Array.prototype, 'slice')];
    const found = edits.map((target) => index.recordsAbout('document0001', [target]));
    const walked = walks.flatMap(({ mock }) => mock.contexts.map((array) => (array as unknown[]).length));
    vi.restoreAllMocks();
    expect(found).toEqual(edits.map((_, i) => [i]));
    expect(Math.max(0, ...walked), 'the longest array that was walked').toBeLessThan(10);
  });
});

describe('a publication whose draft has moved on', () => {
  const segments = Array.from({ length: 640 }, () => aSegment());

  it('is read in few reads, with turns for others, and is what was published', async () => {
    const disk = aDisk();
    const store = await openStore(await aFolder(), { files: disk });
    const imported = importedDecision({ source: aSource({ segments }) });
    const stream = imported.documentId;
    const approvals = segments.flatMap((segment) => [
      editedDecision({ segment, text: segment.id }),
      approvedDecision({ segment }),
    ]);
    const published = publishedDecision(aDocument(imported, ...approvals));
    for (const decisions of [[imported], approvals, [published]]) await store.commit({ stream, decisions });
    const frozen = await store.publication(stream, 'he', 1);
    await store.commit({ stream, decisions: segments.map((segment) => editedDecision({ segment, text: 'later' })) });
    const [turns, { reads }] = [countTurns(), disk];
    expect(await store.publication(stream, 'he', 1)).toEqual(frozen);
    expect(frozen?.segments.map(({ text }) => text)).toEqual(segments.map(({ id }) => id));
    expect(disk.reads - reads).toBeLessThanOrEqual(segments.length / 16);
    expect(turns()).toBeGreaterThanOrEqual(segments.length / 64);
    await store.close();
  });
});

/** Counts how often others have had their turn since. */
function countTurns(): () => number {
  let turns = 0;
  let next = setImmediate(function again() {
    turns += 1;
    next = setImmediate(again);
  });
  onTestFinished(() => clearImmediate(next));
  return () => turns;
}

describe('the cache', () => {
  it('does not drop a document while a decision on it is on its way to the disk', async () => {
    const folder = await aFolder();
    const before = await openStore(folder);
    const [stream, ...others] = [await filled(before), await filled(before), await filled(before)];
    await before.close();
    const disk = aDisk();
    const store = await openStore(folder, { files: disk, textsInMemory: 1 });
    const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    disk.next.datasync = async (fd) => {
      reach();
      await released;
      return fileOperations.datasync(fd);
    };
    const save = (revision: number) =>
      store.commit({
        stream,
        decisions: [editedDecision()],
        expects: [{ of: 'target', locale: 'he', segmentId: 'segment-0001', revision }],
      });
    const first = save(3);
    await reached;
    for (const other of others) await store.document(other);
    const second = save(4);
    release();
    expect(await Promise.all([first, second])).toMatchObject([{ ok: true }, { ok: true, recorded: [{ revision: 5 }] }]);
    expect((await store.document(stream))?.targets.he?.[1]?.revision).toBe(5);
    await store.close();
  });
});

describe('the board in memory', () => {
  it('computes a row again when its document changes while it is read', async () => {
    const imported = importedDecision();
    const versions = [aDocument(imported), aDocument(imported, editedDecision())];
    const index = new JournalIndex();
    index.add({ stream: imported.documentId, seq: 1, decision: imported }, 0);
    const board = new Board(new Map(), index, sha256Short);
    let reads = 0;
    const read = async (stream: string) => {
      const document = versions[reads];
      reads += 1;
      if (reads === 1) board.changed(stream);
      return { seq: reads, document };
    };
    await board.rows(read);
    expect(await board.rows(read)).toEqual(versions[1] && [boardRow(versions[1], sha256Short)]);
    await board.rows(read);
    expect(reads, 'nothing changed since').toBe(2);
  });
});
