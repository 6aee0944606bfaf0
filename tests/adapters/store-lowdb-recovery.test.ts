/** What the embedded store makes of a folder that a crash, a disk or a hand has left: everything, or a refusal. */
import { closeSync, cpSync, openSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256Short } from '../../server/adapters/hash.ts';
import { readJournal, type Reading } from '../../server/adapters/store-lowdb/journal-format.ts';
import type { EmbeddedStore } from '../../server/adapters/store-lowdb/open-store.ts';
import { verifyData } from '../../server/adapters/store-lowdb/verify.ts';
import type { Recorded } from '../../server/ports.ts';
import {
  approvedDecision,
  draftedDecision,
  editedDecision,
  importedDecision,
  memoryDecision,
  someTexts,
} from '../support/builders.ts';
import { aFolder } from '../support/folders.ts';
import { filled, openStore, refusalOf } from '../support/stores.ts';

/** For tests that try every byte of a file. */
const exhaustive = 60_000;

const journalOf = (folder: string) => path.join(folder, 'journal', 'journal.log');

/** Everything that a reader can ask. */
async function everything(store: EmbeddedStore) {
  const board = await store.board();
  const documents = await Promise.all(
    board.map(async ({ documentId }) => [await store.document(documentId), await store.decisions(documentId)]),
  );
  return { board, documents, site: await store.site(), audit: await store.decisions('site') };
}

/** A small journal of three commits, one of them of three decisions. */
async function smallJournal() {
  const folder = await aFolder();
  const store = await openStore(folder);
  const stream = await filled(store, 0);
  const commits = [
    [draftedDecision(), draftedDecision({ segment: 2, text: someTexts[2] }), editedDecision({ locale: 'ar' })],
    [approvedDecision()],
  ];
  for (const decisions of commits) await store.commit({ stream, decisions });
  await store.close();
  return { folder, stream, bytes: readFileSync(journalOf(folder)) };
}

/** Where each commit ends: after the header, the import, the three, the one. */
function commitEnds(bytes: Buffer): number[] {
  const lines = bytes
    .toString()
    .split(/(?<=\n)/u)
    .map((line) => Buffer.byteLength(line));
  const after = (count: number) => lines.slice(0, count).reduce((sum, length) => sum + length, 0);
  return [1, 2, 5, 6].map(after);
}

function reading(file: string, bytes: Buffer): { found: Recorded[]; reading: Reading } {
  writeFileSync(file, bytes);
  const fd = openSync(file, 'r');
  const found: Recorded[] = [];
  try {
    return { reading: readJournal(fd, (record) => found.push(record)), found };
  } finally {
    closeSync(fd);
  }
}

describe('the journal', () => {
  it('cut at any byte has exactly the commits that were whole', { timeout: exhaustive }, async () => {
    const { folder, bytes } = await smallJournal();
    const [header = 0, ...ends] = commitEnds(bytes);
    const decisions = [0, 1, 4, 5];
    for (let cut = header; cut <= bytes.length; cut += 1) {
      const whole = ends.filter((end) => end <= cut).length;
      const read = reading(path.join(folder, 'cut'), bytes.subarray(0, cut));
      expect(read.found, `cut at ${cut}`).toHaveLength(decisions[whole] ?? -1);
      expect(read.reading).toMatchObject({ ok: true, end: [header, ...ends][whole], size: cut });
    }
    for (let cut = 0; cut < header; cut += 1) {
      expect(reading(path.join(folder, 'cut'), bytes.subarray(0, cut)).reading.ok, `cut at ${cut}`).toBe(false);
    }
  });

  it('notices a flipped bit in any byte', { timeout: exhaustive }, async () => {
    const { folder, bytes } = await smallJournal();
    const last = bytes.length - 1;
    for (let at = 0; at < bytes.length; at += 1) {
      for (const bit of [1, 128]) {
        const flipped = Buffer.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ bit;
        const read = reading(path.join(folder, 'flipped'), flipped).reading;
        // Without its line end the last record looks like a write that was cut off: kept aside, and told.
        const noticed = at === last ? read.ok && read.end < read.size : !read.ok;
        expect(noticed, `byte ${at}`).toBe(true);
      }
    }
  });

  it.each([
    ['a stale block after the end', (bytes: Buffer) => Buffer.concat([bytes, bytes.subarray(-300)])],
    ['a line taken out', (bytes: Buffer) => Buffer.from(bytes.toString().replace(/\n[^\n]*"seq":3[^\n]*/u, ''))],
    [
      'two lines exchanged',
      (bytes: Buffer) =>
        Buffer.from(
          bytes
            .toString()
            .split('\n')
            .toSpliced(2, 2, ...bytes.toString().split('\n').slice(2, 4).toReversed())
            .join('\n'),
        ),
    ],
    ['a newer format', (bytes: Buffer) => Buffer.from(bytes.toString().replace('"version":1', '"version":2'))],
    ['nothing at all', () => Buffer.alloc(0)],
    ['NUL bytes', (bytes: Buffer) => Buffer.alloc(bytes.length)],
  ])('with %s: refuses to start, says where, and changes nothing', async (_, damage) => {
    const { folder, bytes } = await smallJournal();
    const damaged = damage(bytes);
    writeFileSync(journalOf(folder), damaged);
    const refusal = await refusalOf(openStore(folder));
    expect(refusal).toMatchObject({ code: 'store.damaged' });
    expect(refusal.params).toHaveProperty('byte');
    expect(refusal.params).toHaveProperty('line');
    expect(readFileSync(journalOf(folder))).toEqual(damaged);
    expect(readdirSync(path.join(folder, 'journal'))).toEqual(['journal.log']);
  });

  it('keeps a torn tail aside each time, and starts', async () => {
    const { folder, stream, bytes } = await smallJournal();
    const tail = Buffer.from('{"seq":6,"stream":"half a li');
    for (const n of [1, 2]) {
      writeFileSync(journalOf(folder), Buffer.concat([bytes, tail]));
      const store = await openStore(folder);
      expect(store.torn).toEqual({ file: `${journalOf(folder)}.torn.${n}`, bytes: tail.length });
      expect(readFileSync(`${journalOf(folder)}.torn.${n}`)).toEqual(tail);
      expect(await store.decisions(stream)).toHaveLength(5);
      await store.close();
      expect(readFileSync(journalOf(folder))).toEqual(bytes);
    }
  });

  it('goes on after a torn tail as if it had not been', async () => {
    const { folder, stream, bytes } = await smallJournal();
    truncateSync(journalOf(folder), bytes.length - 1);
    const store = await openStore(folder);
    expect(await store.commit({ stream, decisions: [approvedDecision()] })).toMatchObject({
      ok: true,
      recorded: [{ seq: 5, revision: 2 }],
    });
    await store.close();
    expect(await verifyData(folder, sha256Short)).toMatchObject([{ code: 'original.missing' }]);
  });

  it('that is gone while the rest is there: refuses to start empty', async () => {
    const { folder } = await smallJournal();
    rmSync(journalOf(folder));
    expect(await refusalOf(openStore(folder))).toMatchObject({ code: 'store.damaged' });
  });

  it('damaged after the start is noticed when it is read', async () => {
    const folder = await aFolder();
    const store = await openStore(folder);
    const stream = await filled(store);
    const bytes = readFileSync(journalOf(folder));
    bytes[bytes.length - 60] = 0;
    writeFileSync(journalOf(folder), bytes);
    expect(await refusalOf(store.decisions(stream))).toMatchObject({ code: 'store.damaged' });
    await store.close();
  });
});

describe('opened again', () => {
  it('gives the same state, from checkpoints or without', async () => {
    const folder = await aFolder();
    const store = await openStore(folder);
    await filled(store, 3);
    const stream = await filled(store, 300);
    await store.commit({ stream: 'site', decisions: [memoryDecision()] });
    await store.checkpoint();
    await store.commit({ stream, decisions: [approvedDecision(), draftedDecision({ locale: 'ar' })] });
    await store.commit({ stream: 'site', decisions: [memoryDecision([['house', 'בית']])] });
    const before = await everything(store);
    await store.close();
    const again = await openStore(folder);
    expect(await everything(again)).toEqual(before);
    await again.close();
    for (const name of ['documents', 'site']) rmSync(path.join(folder, name), { recursive: true });
    const rebuilt = await openStore(folder);
    expect(await everything(rebuilt)).toEqual(before);
    await rebuilt.close();
  });

  it('knows a retry from before', async () => {
    const folder = await aFolder();
    const store = await openStore(folder);
    const stream = await filled(store);
    const decision = editedDecision();
    const first = await store.commit({ stream, decisions: [decision] });
    await store.close();
    const again = await openStore(folder);
    expect(await again.commit({ stream, decisions: [decision] })).toEqual(first);
    expect(await again.decisions(stream)).toHaveLength(5);
    await again.close();
  });

  it('opens no document to show the board', async () => {
    const folder = await aFolder();
    const store = await openStore(folder);
    const stream = await filled(store);
    const board = await store.board();
    await store.close();
    // Neither the checkpoint nor the replay could be read now.
    rmSync(path.join(folder, 'documents', stream), { recursive: true });
    const again = await openStore(folder);
    const bytes = readFileSync(journalOf(folder));
    writeFileSync(journalOf(folder), Buffer.alloc(bytes.length));
    expect(await again.board()).toEqual(board);
    await again.close();
  });
});

describe('a checkpoint', () => {
  const damages = {
    truncated: (file: string) => truncateSync(file, 100),
    empty: (file: string) => truncateSync(file, 0),
    flipped(file: string) {
      const bytes = readFileSync(file);
      bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    },
    missing: (file: string) => rmSync(file, { force: true }),
    null: (file: string) => writeFileSync(file, 'null'),
  };
  const files = ['documents/*/source.json', 'documents/*/he.json', 'site/board.json', 'site/state.json'];
  const cases = Object.entries(damages).flatMap(([name, damage]) => files.map((file) => ({ name, damage, file })));

  it.each(cases)('$file that is $name costs nothing, with the one before or with neither', async ({ damage, file }) => {
    const folder = await aFolder();
    const store = await openStore(folder);
    const stream = await filled(store);
    await store.commit({ stream: 'site', decisions: [memoryDecision()] });
    await store.checkpoint();
    await store.commit({ stream, decisions: [approvedDecision()] });
    await store.commit({ stream: 'site', decisions: [memoryDecision([['house', 'בית']])] });
    const before = await everything(store);
    await store.close();
    const checkpoint = path.join(folder, file.replace('*', stream));
    damage(checkpoint);
    const once = await openStore(folder);
    expect(await everything(once)).toEqual(before);
    await once.close();
    damage(checkpoint);
    damage(`${checkpoint}.prev`);
    const twice = await openStore(folder);
    expect(await everything(twice)).toEqual(before);
    await twice.close();
  });

  it('of another journal is not believed', async () => {
    const [one, two] = [await aFolder(), await aFolder()];
    const imported = importedDecision();
    const stream = imported.documentId;
    for (const [folder, text] of [
      [one, '<1>א</1>'],
      [two, '<1>ב</1>'],
    ] as const) {
      const store = await openStore(folder);
      await store.commit({ stream, decisions: [imported] });
      await store.commit({ stream, decisions: [editedDecision({ text })] });
      await store.close();
    }
    for (const name of ['documents', 'site']) cpSync(path.join(one, name), path.join(two, name), { recursive: true });
    const mixed = await openStore(two);
    expect((await mixed.document(stream))?.targets.he?.[1]?.text).toBe('<1>ב</1>');
    await mixed.close();
  });
});
