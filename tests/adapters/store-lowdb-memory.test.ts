/** What the embedded store keeps in memory: little, and never in the way of what is right. */
import { describe, expect, it } from 'vitest';
import { sha256Short } from '../../server/adapters/hash.ts';
import { Board } from '../../server/adapters/store-lowdb/board.ts';
import { fileOperations } from '../../server/adapters/store-lowdb/file-operations.ts';
import { JournalIndex } from '../../server/adapters/store-lowdb/journal-index.ts';
import { boardRow } from '../../server/domain/board.ts';
import { aDocument, editedDecision, importedDecision } from '../support/builders.ts';
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
    expect(index.recordsOf('document0001', 0, { locale: 'he', segmentId })).toHaveLength(10);
    expect(index.recordsOf('document0001', 50, { locale: 'he', segmentId })).toHaveLength(5);
    expect(index.recordsOf('document0001', 0, { locale: 'ar', segmentId })).toEqual([]);
  });
});

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
