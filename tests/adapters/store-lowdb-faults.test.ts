/** What the embedded store does when its disk refuses, and when somebody else is at its folder. */
import { appendFileSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileOperations } from '../../server/adapters/store-lowdb/file-operations.ts';
import type { EmbeddedStore } from '../../server/adapters/store-lowdb/open-store.ts';
import type { Committed } from '../../server/ports.ts';
import { editedDecision, importedDecision, someTexts } from '../support/builders.ts';
import { aFolder } from '../support/folders.ts';
import { aDisk, fault, filled, openStore, refusalOf } from '../support/stores.ts';

const inJournal = (folder: string) => path.join(folder, 'journal', 'journal.log');

function save(store: EmbeddedStore, stream: string, text = '<1>חדש</1>'): Promise<Committed> {
  return store.commit({ stream, decisions: [editedDecision({ text })] });
}

async function textOf(store: EmbeddedStore, stream: string): Promise<string | undefined> {
  return (await store.document(stream))?.targets.he?.[1]?.text;
}

describe('a commit is on disk before anybody hears of it', () => {
  it('shows readers and subscribers nothing while the sync is under way', async () => {
    const disk = aDisk();
    const store = await openStore(await aFolder(), { files: disk });
    const stream = await filled(store, 1);
    const before = await store.board();
    const heard: unknown[] = [];
    store.subscribe((recorded) => heard.push(recorded));
    const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    disk.next.datasync = async (fd) => {
      reach();
      await released;
      return fileOperations.datasync(fd);
    };
    const answer = save(store, stream);
    await reached;
    expect(await textOf(store, stream)).toBe(`${someTexts[1]} 1`);
    expect(await store.decisions(stream)).toHaveLength(2);
    expect(await store.board()).toEqual(before);
    expect(heard).toEqual([]);
    release();
    expect(await answer).toMatchObject({ ok: true });
    expect(await textOf(store, stream)).toBe('<1>חדש</1>');
    expect(heard).toHaveLength(1);
    await store.close();
  });

  it('syncs under NODE_ENV=test as ever', async () => {
    expect(process.env['NODE_ENV']).toBe('test');
    const disk = aDisk();
    const folder = await aFolder();
    const store = await openStore(folder, { files: disk });
    await filled(store, 2);
    expect(disk.syncs).toBe(3);
    expect(readFileSync(inJournal(folder), 'utf8').split('\n')).toHaveLength(5);
    await store.close();
  });

  it('serves many who wait with one sync, and writes for a save its own line only', async () => {
    const disk = aDisk();
    const folder = await aFolder();
    const store = await openStore(folder, { files: disk });
    const streams = [];
    for (let n = 0; n < 5; n += 1) streams.push(await filled(store, 0));
    const [syncs, { size }] = [disk.syncs, statSync(inJournal(folder))];
    await Promise.all(streams.map((stream) => save(store, stream)));
    expect(disk.syncs - syncs).toBeLessThanOrEqual(2);
    expect(statSync(inJournal(folder)).size - size).toBeLessThan(5 * 400);
    await store.close();
  });
});

describe('a disk that refuses', () => {
  it('is full: refuses all that wait, cuts back, remembers nothing, and goes on when there is room', async () => {
    const disk = aDisk();
    const folder = await aFolder();
    const store = await openStore(folder, { files: disk });
    const stream = await filled(store);
    const { size } = statSync(inJournal(folder));
    disk.next.write = async (fd, bytes, position) => {
      await fileOperations.write(fd, bytes.subarray(0, 20), position);
      void save(store, stream).then((answer) => late.resolve(answer));
      return fault('ENOSPC')();
    };
    const late = Promise.withResolvers<Committed>();
    const answers = await Promise.all([save(store, stream), save(store, stream), late.promise]);
    expect(answers.map((answer) => !answer.ok && answer.code)).toEqual(['store.full', 'store.full', 'store.full']);
    expect(statSync(inJournal(folder)).size).toBe(size);
    expect(await textOf(store, stream)).toBe(`${someTexts[1]} 3`);
    expect(await save(store, stream)).toMatchObject({ ok: true, recorded: [{ seq: 5, revision: 4 }] });
    await store.close();
    const again = await openStore(folder);
    expect(again.torn).toBeUndefined();
    expect(await textOf(again, stream)).toBe('<1>חדש</1>');
    await again.close();
  });

  it('can be tried again with the same decision after a refusal', async () => {
    const disk = aDisk();
    const store = await openStore(await aFolder(), { files: disk });
    const stream = await filled(store);
    disk.next.write = fault('EIO');
    const decision = editedDecision();
    expect(await store.commit({ stream, decisions: [decision] })).toMatchObject({ code: 'store.read-only' });
    expect(await store.commit({ stream, decisions: [decision] })).toMatchObject({ ok: true });
    await store.close();
  });

  it('does not sync: read-only until a restart, reads go on, and the retried decision counts once', async () => {
    const disk = aDisk();
    const folder = await aFolder();
    const store = await openStore(folder, { files: disk });
    const stream = await filled(store);
    disk.next.datasync = fault('EIO');
    const unknown = editedDecision({ text: '<1>אולי</1>' });
    expect(await store.commit({ stream, decisions: [unknown] })).toMatchObject({ code: 'store.read-only' });
    const { syncs } = disk;
    expect(await save(store, stream)).toMatchObject({ code: 'store.read-only' });
    expect(store.readOnly()).toMatchObject({ code: 'store.read-only' });
    expect(disk.syncs, 'a sync is never tried again').toBe(syncs);
    expect(await textOf(store, stream)).toBe(`${someTexts[1]} 3`);
    expect(await store.decisions(stream)).toHaveLength(4);
    await store.close();
    const again = await openStore(folder);
    expect(await again.commit({ stream, decisions: [unknown] })).toMatchObject({ ok: true, recorded: [{ seq: 5 }] });
    expect(await again.decisions(stream)).toHaveLength(5);
    await again.close();
  });

  it('cannot even be cut back: read-only', async () => {
    const disk = aDisk();
    const store = await openStore(await aFolder(), { files: disk });
    const stream = await filled(store);
    disk.next = { write: fault('ENOSPC'), truncate: fault('EIO') };
    expect(await save(store, stream)).toMatchObject({ code: 'store.read-only' });
    expect(await save(store, stream)).toMatchObject({ code: 'store.read-only' });
    await store.close();
  });

  it('keeps no checkpoint: warns, and loses nothing', async () => {
    const folder = await aFolder();
    const warnings: unknown[] = [];
    const store = await openStore(folder, { warn: (error) => warnings.push(error) });
    const stream = await filled(store);
    writeFileSync(path.join(folder, 'documents'), 'in the way');
    await store.close();
    expect(warnings).not.toEqual([]);
    rmSync(path.join(folder, 'documents'));
    const again = await openStore(folder);
    expect(await textOf(again, stream)).toBe(`${someTexts[1]} 3`);
    await again.close();
  });
});

describe('one writer', () => {
  it('lets one of many openings win, and says who holds the folder', async () => {
    const folder = await aFolder();
    const opened = await Promise.allSettled(Array.from({ length: 4 }, () => openStore(folder)));
    const winners = opened.flatMap((opening) => (opening.status === 'fulfilled' ? [opening.value] : []));
    expect(winners).toHaveLength(1);
    expect(await refusalOf(openStore(folder))).toMatchObject({
      code: 'store.locked',
      params: { pid: String(process.pid) },
    });
    await winners[0]?.close();
    await (await openStore(folder)).close();
  });

  it.each([
    ['appended to', (journal: string) => appendFileSync(journal, 'x')],
    [
      'replaced',
      (journal: string) => {
        writeFileSync(`${journal}.new`, readFileSync(journal));
        renameSync(`${journal}.new`, journal);
      },
    ],
  ])('stops when the journal was %s by somebody else', async (_, meddle) => {
    const folder = await aFolder();
    const store = await openStore(folder);
    const stream = await filled(store);
    meddle(inJournal(folder));
    expect(await save(store, stream)).toMatchObject({ code: 'store.read-only', params: { reason: 'foreign-writer' } });
    expect(await textOf(store, stream)).toBe(`${someTexts[1]} 3`);
    await store.close();
  });

  it('keeps everybody else out of folder and files', async () => {
    const folder = await aFolder();
    const store = await openStore(folder);
    const stream = await filled(store);
    await store.keepOriginal(Buffer.from('original'));
    await store.close();
    const modes = (...names: string[]) =>
      names.map((name) => (statSync(path.join(folder, name)).mode & 0o777).toString(8));
    expect(modes('', 'journal', 'documents', `documents/${stream}`, 'site', 'originals')).toEqual(Array(6).fill('700'));
    expect(modes('journal/journal.log', `documents/${stream}/source.json`, 'site/board.json')).toEqual(
      Array(3).fill('600'),
    );
  });

  it('takes no commit after its end', async () => {
    const store = await openStore(await aFolder());
    const answer = store.commit({
      stream: 'document0001',
      decisions: [importedDecision({ documentId: 'document0001' })],
    });
    await store.close();
    await expect(answer).rejects.toThrow('closed');
    await expect(save(store, 'document0001')).rejects.toThrow('closed');
  });
});
