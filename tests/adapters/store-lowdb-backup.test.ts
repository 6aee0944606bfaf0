/** A backup holds everything that was acknowledged; a restore takes nothing on trust and leaves nothing half done. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sha256Short } from '../../server/adapters/hash.ts';
import { backupFolder, restoreBackup } from '../../server/adapters/store-lowdb/backup.ts';
import { firstChain, lineOf, nextChain } from '../../server/adapters/store-lowdb/journal-format.ts';
import type { EmbeddedStore } from '../../server/adapters/store-lowdb/open-store.ts';
import { verifyData } from '../../server/adapters/store-lowdb/verify.ts';
import { approvedDecision, editedDecision, memoryDecision } from '../support/builders.ts';
import { aFolder } from '../support/folders.ts';
import { startSaver } from '../support/saver-process.ts';
import { filled, openStore, refusalOf } from '../support/stores.ts';

async function aStore(): Promise<{ store: EmbeddedStore; stream: string; original: string }> {
  const store = await openStore(await aFolder());
  const original = await store.keepOriginal(Buffer.from('original'));
  const stream = await filled(store);
  await store.commit({ stream: 'site', decisions: [memoryDecision()] });
  await store.checkpoint();
  await store.commit({ stream, decisions: [approvedDecision()] });
  return { store, stream, original };
}

async function inFolder(name: string): Promise<string> {
  return path.join(await aFolder(), name);
}

/** A good backup, unzipped. */
async function aBackup(): Promise<string> {
  const { store } = await aStore();
  const file = await inFolder('backup');
  await backupFolder(store.folder, file);
  await store.close();
  return gunzipSync(readFileSync(file)).toString('latin1');
}

function part(name: string, bytes: string): string {
  const sha256 = createHash('sha256').update(bytes, 'latin1').digest('hex');
  return `${JSON.stringify({ part: name, bytes: bytes.length })}\n${bytes}\n${JSON.stringify({ sha256 })}\n`;
}

describe('backup and restore', () => {
  it('gives the same data in a new folder, taken from the open store', async () => {
    const { store, stream, original } = await aStore();
    const file = await inFolder('backup');
    expect(await backupFolder(store.folder, file)).toMatchObject({ originals: 1 });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const folder = await inFolder('restored/here');
    await restoreBackup(file, folder, sha256Short);
    expect(readdirSync(folder).toSorted()).toEqual(['journal', 'originals']);
    const restored = await openStore(folder);
    expect(await restored.decisions(stream)).toEqual(await store.decisions(stream));
    expect(await restored.board()).toEqual(await store.board());
    expect(await restored.site()).toEqual(await store.site());
    expect(await restored.original(original)).toEqual(await store.original(original));
    await Promise.all([store.close(), restored.close()]);
    expect(await verifyData(folder, sha256Short)).toEqual([]);
  });

  it('is one moment of a store that goes on saving', async () => {
    const { store, stream } = await aStore();
    const file = await inFolder('backup');
    const acknowledged = (await store.decisions(stream)).length;
    const saving = Array.from({ length: 200 }, () => store.commit({ stream, decisions: [editedDecision()] }));
    await backupFolder(store.folder, file);
    await Promise.all(saving);
    await store.close();
    const folder = await inFolder('restored');
    await restoreBackup(file, folder, sha256Short);
    const restored = await openStore(folder);
    const decisions = await restored.decisions(stream);
    expect(decisions.length).toBeGreaterThanOrEqual(acknowledged);
    expect(decisions.map(({ seq }) => seq)).toEqual(decisions.map((_, i) => i + 1));
    await restored.close();
  });

  it('takes a folder that another process has open, without what is cut off at its end', async () => {
    const { store, stream } = await aStore();
    const folder = await aFolder();
    mkdirSync(path.join(folder, 'journal'));
    const journal = readFileSync(path.join(store.folder, 'journal', 'journal.log'));
    writeFileSync(path.join(folder, 'journal', 'journal.log'), Buffer.concat([journal, Buffer.from('{"seq":')]));
    const file = await inFolder('backup');
    expect(await backupFolder(folder, file)).toEqual({ journalBytes: journal.length, originals: 0 });
    await restoreBackup(file, await inFolder('restored'), sha256Short);
    expect(await store.decisions(stream)).toHaveLength(5);
    await store.close();
  });

  it('is whole when the end of the journal is cut back and written again meanwhile', async () => {
    const { store, stream } = await aStore();
    const journal = path.join(store.folder, 'journal', 'journal.log');
    const { size } = statSync(journal);
    await store.commit({ stream, decisions: [editedDecision({ text: '<1>short</1>' })] });
    await store.close();
    const before = readFileSync(journal);
    truncateSync(journal, size);
    const again = await openStore(store.folder);
    await again.commit({ stream, decisions: [editedDecision({ text: `<1>${'long '.repeat(100)}</1>` })] });
    const after = readFileSync(journal);
    const decisions = await again.decisions(stream);
    await again.close();
    writeFileSync(journal, before);
    const file = await inFolder('backup');
    const backingUp = backupFolder(store.folder, file);
    writeFileSync(journal, after);
    await backingUp;
    const folder = await inFolder('restored');
    await restoreBackup(file, folder, sha256Short);
    const restored = await openStore(folder);
    expect(await restored.decisions(stream)).toEqual(decisions);
    await restored.close();
    expect(readdirSync(path.dirname(file))).toEqual(['backup']);
  });

  it('has all that was acknowledged, taken beside ten savers in another process', { timeout: 30_000 }, async () => {
    const { store, stream } = await aStore();
    await store.close();
    const saving = await startSaver(store.folder, stream);
    for (let n = 0; n < 5; n += 1) {
      const saved = saving.saved();
      const [file, folder] = [await inFolder('backup'), await inFolder('restored')];
      await backupFolder(store.folder, file);
      await restoreBackup(file, folder, sha256Short);
      const restored = await openStore(folder);
      expect((await restored.decisions(stream)).length).toBeGreaterThan(saved);
      await restored.close();
    }
    await saving.kill();
  });

  it('holds no session and no key', async () => {
    const { store } = await aStore();
    for (const name of ['sessions.json', 'server.json', '.env']) {
      writeFileSync(path.join(store.folder, name), 'a canary that must not sing');
    }
    const file = await inFolder('backup');
    await backupFolder(store.folder, file);
    expect(gunzipSync(readFileSync(file)).toString()).not.toContain('canary');
    await store.close();
  });

  it('is never written over damage', async () => {
    const { store } = await aStore();
    await store.close();
    const journal = path.join(store.folder, 'journal', 'journal.log');
    writeFileSync(journal, readFileSync(journal, 'utf8').replace('<1>', '<7>'));
    const file = await inFolder('backup');
    expect(await refusalOf(backupFolder(store.folder, file))).toMatchObject({ code: 'store.damaged' });
    expect(existsSync(file)).toBe(false);
  });

  it('restores only into an empty folder', async () => {
    const { store } = await aStore();
    const file = await inFolder('backup');
    await backupFolder(store.folder, file);
    await store.close();
    expect(await refusalOf(restoreBackup(file, store.folder, sha256Short))).toMatchObject({ code: 'backup.not-empty' });
    const empty = await aFolder();
    await restoreBackup(file, empty, sha256Short);
    expect(await verifyData(empty, sha256Short)).toEqual([]);
  });

  it.each<[string, (backup: string) => string | Buffer]>([
    ['is not ours', () => 'hello'],
    ['is empty', () => ''],
    ['is of a newer version', (backup) => backup.replace('"version":1', '"version":2')],
    ['has a changed byte', (backup) => backup.replace('dana', 'dina')],
    ['has a changed digest', (backup) => backup.replace(/"sha256":"[0-9a-f]{3}/u, '"sha256":"fff')],
    ['is cut short', (backup) => backup.slice(0, -200)],
    ['has no end', (backup) => backup.slice(0, backup.lastIndexOf('{'))],
    ['says another number of parts', (backup) => backup.replace(/"parts":\d+/u, '"parts":9')],
    ['goes on after its end', (backup) => `${backup}${part('original', 'more')}`],
    ['has no journal', (backup) => backup.replace('"part":"journal"', '"part":"original"')],
    ['has two journals', (backup) => backup.replace('"part":"original"', '"part":"journal"')],
    ['names a path', (backup) => backup.replace('"part":"original"', '"part":"../../original"')],
    ['says a negative size', (backup) => backup.replace(/"bytes":\d+/u, '"bytes":-1')],
    ['says a size beyond all measure', (backup) => backup.replace(/"bytes":\d+/u, '"bytes":9007199254740991')],
    ['has an endless line', (backup) => backup.replace('{"part"', `${' '.repeat(100_000)}{"part"`)],
    ['has a frame that is no object', (backup) => backup.replace(/\{"part".*/u, 'null')],
    ['has a journal whose chain is broken', () => sealed('{"dragoman":"journal","version":1}\tffffffffffffffff\n')],
    ['has an empty journal', () => sealed('')],
    ['has a segment of no kind', (backup) => sealed(retold(backup, '"kind":"paragraph"', '"kind":"bogus"'))],
    ['has a time that never was', (backup) => sealed(retold(backup, /"at":"[^"]*"/gu, '"at":"never"'))],
  ])('refuses a backup that %s, and leaves nothing behind', async (_, change) => {
    const file = await inFolder('hostile');
    writeFileSync(file, gzipSync(Buffer.from(change(await aBackup()) as string, 'latin1')));
    const folder = await aFolder();
    const target = path.join(folder, 'target');
    expect(await refusalOf(restoreBackup(file, target, sha256Short))).toMatchObject({ code: 'backup.invalid' });
    expect(readdirSync(folder)).toEqual([]);
    mkdirSync(target);
    expect(await refusalOf(restoreBackup(file, target, sha256Short))).toMatchObject({ code: 'backup.invalid' });
    expect(readdirSync(target)).toEqual([]);
  });

  it('refuses what is packed beyond measure before it unpacks it', async () => {
    const file = await inFolder('bomb');
    writeFileSync(file, gzipSync(sealed('\0'.repeat(30_000_000))));
    expect(await refusalOf(restoreBackup(file, await inFolder('target'), sha256Short))).toMatchObject({
      code: 'backup.invalid',
      params: { reason: 'too large' },
    });
  });

  it('refuses what is not gzip, and gzip that is cut off', async () => {
    const good = gzipSync(Buffer.from(await aBackup(), 'latin1'));
    for (const bytes of [Buffer.from('plain'), good.subarray(0, good.length - 20)]) {
      const file = await inFolder('hostile');
      writeFileSync(file, bytes);
      const target = await inFolder('target');
      expect(await refusalOf(restoreBackup(file, target, sha256Short))).toMatchObject({ code: 'backup.invalid' });
      expect(existsSync(target)).toBe(false);
    }
  });
});

/** The journal of a backup with something changed, and its chains made good again. */
function retold(backup: string, what: string | RegExp, other: string): string {
  let chain = firstChain;
  return backup
    .split('\n')
    .flatMap((line) => /^(.*)\t[0-9a-f]{16}$/u.exec(line)?.[1] ?? [])
    .map((json) => Buffer.from(json, 'latin1').toString().replace(what, other))
    .map((json) => lineOf(json, (chain = nextChain(chain, json))))
    .map((line) => Buffer.from(line).toString('latin1'))
    .join('');
}

/** A backup of nothing but this journal. */
function sealed(journal: string): string {
  return `{"dragoman":"backup","version":1}\n${part('journal', journal)}{"end":true,"parts":1}\n`;
}
