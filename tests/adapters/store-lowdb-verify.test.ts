/** `verify` finds whatever was changed behind the store's back, and nothing where nothing was. */
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256Short } from '../../server/adapters/hash.ts';
import { misshapenAt } from '../../server/adapters/store-lowdb/decision-shapes.ts';
import { fileOperations } from '../../server/adapters/store-lowdb/file-operations.ts';
import { firstChain, lineOf, nextChain } from '../../server/adapters/store-lowdb/journal-format.ts';
import { verifyData, verifyStill } from '../../server/adapters/store-lowdb/verify.ts';
import { longestComment } from '../../server/domain/comments.ts';
import type { Decision } from '../../server/domain/decision.ts';
import { untouched, type DocumentState, type Joined, type Target } from '../../server/domain/document.ts';
import { editionLimits } from '../../server/domain/edition-details.ts';
import { defaultSettings } from '../../server/domain/site-settings.ts';
import {
  aDocument,
  aHead,
  anOriginal,
  approvalOfAll,
  approvedDecision,
  commentDecision,
  draftedDecision,
  editedDecision,
  importedDecision,
  joinedDecision,
  memoryDecision,
  publishedDecision,
  reopenedDecision,
  resolutionDecision,
  restoredDecision,
  returnedDecision,
  reviewedDecision,
  splitSourceDecision,
} from '../support/builders.ts';
import { aFolder } from '../support/folders.ts';
import { startSaver } from '../support/saver-process.ts';
import { aDisk, filled, openStore } from '../support/stores.ts';

/** Nobody writes meanwhile: the second look may follow on the first. */
const atOnce = async () => undefined;

/** A whole, closed data folder with one document, its original, and a second life after a checkpoint. */
async function aDataFolder() {
  const folder = await aFolder();
  const store = await openStore(folder);
  const original = await store.keepOriginal(Buffer.from('original'));
  const stream = await filled(store);
  await store.commit({ stream: 'site', decisions: [memoryDecision()] });
  await store.checkpoint();
  await store.commit({ stream, decisions: [approvedDecision()] });
  await store.close();
  return { folder, stream, original, at: (name: string) => path.join(folder, name.replace('*', stream)) };
}

/** The journal with its lines changed and all chains made good again: what somebody with patience could write. */
function rewritten(journal: string, change: (lines: string[]) => string[]): string {
  const lines = journal
    .trimEnd()
    .split('\n')
    .map((line) => line.slice(0, line.lastIndexOf('\t')));
  let chain = firstChain;
  return change(lines)
    .map((json) => lineOf(json, (chain = nextChain(chain, json))))
    .join('');
}

describe('verify', () => {
  it('finds nothing in a folder as the store left it', async () => {
    const { folder } = await aDataFolder();
    expect(await verifyData(folder, sha256Short)).toEqual([]);
  });

  it('finds nothing beside an open store', async () => {
    const folder = await aFolder();
    const store = await openStore(folder);
    await store.keepOriginal(Buffer.from('original'));
    const stream = await filled(store);
    await store.checkpoint();
    await store.commit({ stream, decisions: [approvedDecision()] });
    expect(await verifyData(folder, sha256Short)).toEqual([]);
    await store.close();
  });

  it('takes half a write for what it is, when it is whole a little later', async () => {
    const [folder, disk] = [await aFolder(), aDisk()];
    const store = await openStore(folder, { files: disk });
    await store.keepOriginal(Buffer.from('original'));
    const stream = await filled(store);
    const [half, rest] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    disk.next.write = async (fd, bytes, position) => {
      await fileOperations.write(fd, bytes.subarray(0, 20), position);
      half.resolve();
      await rest.promise;
      await fileOperations.write(fd, bytes.subarray(20), position + 20);
    };
    const saving = store.commit({ stream, decisions: [approvedDecision()] });
    await half.promise;
    const found = await verifyData(folder, sha256Short, () => {
      rest.resolve();
      return saving;
    });
    expect(found).toEqual([]);
    expect(await saving).toMatchObject({ ok: true });
    await store.close();
  });

  it('believes a checkpoint that takes the place of the one it had read', async () => {
    const folder = await aFolder();
    const store = await openStore(folder);
    await store.keepOriginal(Buffer.from('original'));
    const imported = importedDecision();
    const stream = imported.documentId;
    const approvals = approvalOfAll();
    const published = publishedDecision(aDocument(imported, ...approvals));
    const file = path.join(folder, 'documents', stream, 'he.json');
    await store.commit({ stream, decisions: [imported] });
    await store.commit({ stream, decisions: [...approvals, published] });
    await store.checkpoint();
    const older = readFileSync(file);
    await store.commit({ stream, decisions: [editedDecision()] });
    await store.close();
    const newer = readFileSync(file);
    writeFileSync(file, older);
    // The first to ask for a hash is the publication in the journal: the checkpoints are read, and not yet compared.
    const found = await verifyStill(folder, (text) => {
      writeFileSync(file, newer);
      return sha256Short(text);
    });
    expect(found).toEqual([]);
    expect(readFileSync(file)).toEqual(newer);
  });

  it('finds nothing beside ten savers at work in another process', { timeout: 30_000 }, async () => {
    const folder = await aFolder();
    const store = await openStore(folder);
    await store.keepOriginal(Buffer.from('original'));
    const stream = await filled(store, 0);
    await store.close();
    const saving = await startSaver(folder, stream);
    for (let n = 0; n < 10; n += 1) expect(await verifyData(folder, sha256Short)).toEqual([]);
    await saving.kill();
    expect(saving.saved()).toBeGreaterThan(10);
  });

  it.each([
    ['journal.missing', 'journal/journal.log', (file: string) => rmSync(file)],
    ['journal.torn', 'journal/journal.log', (file: string) => appendFileSync(file, '{"seq":9')],
    ['journal.damaged', 'journal/journal.log', (file: string) => replace(file, '<1>', '<7>')],
    ['checkpoint.damaged', 'documents/*/source.json', (file: string) => replace(file, 'school', 'skool')],
    ['checkpoint.damaged', 'documents/*/he.json', (file: string) => writeFileSync(file, '')],
    ['checkpoint.damaged', 'site/board.json', (file: string) => replace(file, '"approved":1', '"approved":2')],
    ['original.damaged', 'originals/ORIGINAL', (file: string) => appendFileSync(file, ' ')],
    ['original.missing', 'originals/ORIGINAL', (file: string) => rmSync(file)],
  ])('finds %s in %s', async (code, name, damage) => {
    const { folder, original, at } = await aDataFolder();
    damage(at(name.replace('ORIGINAL', original)));
    expect((await verifyData(folder, sha256Short, atOnce)).map((finding) => finding.code)).toContain(code);
  });

  it('finds a text that somebody changed together with its digest', async () => {
    const { folder, at } = await aDataFolder();
    const other = await aDataFolder();
    writeFileSync(at('documents/*/he.json'), readFileSync(other.at('documents/*/he.json')));
    expect(await verifyData(folder, sha256Short, atOnce)).toMatchObject([{ code: 'checkpoint.differs' }]);
  });

  it.each([
    ['decision.refused', (line: string) => line.replace('"segmentId":"segment-0001"', '"segmentId":"segment-9999"')],
    ['decision.malformed', (line: string) => line.replace('"segments":[{', '"segments":7,"gone":[{')],
    ['decision.malformed', (line: string) => line.replace('"kind":"paragraph"', '"kind":"bogus"')],
    ['decision.malformed', (line: string) => line.replace('"kind":"target.edited"', '"kind":"target.forged"')],
    ['decision.malformed', (line: string) => line.replace('"kind":"target.edited"', '"kind":"constructor"')],
    ['decision.malformed', (line: string) => line.replace(/"at":"[^"]*"/u, '"at":"never"')],
    ['decision.malformed', (line: string) => line.replace(/"at":"[^"]*"/u, '"at":"2026-13-01T00:00:00.000Z"')],
    ['decision.malformed', (line: string) => line.replace('"by":"dana"', '"by":7')],
    ['decision.malformed', (line: string) => line.replace('"layout":{}', '"layout":{"level":"1><script>"}')],
    ['decision.malformed', (line: string) => line.replace('"layout":{}', '"layout":{"depth":1000000000}')],
    ['decision.malformed', (line: string) => line.replace('"type":"link"', '"type":"script"')],
    ['decision.malformed', (line: string) => line.replace('"codes":{"1"', '"codes":{"x"')],
    ['decision.malformed', (line: string) => line.replace('segment-0002', 'segment-0001')],
    ['decision.malformed', (line: string) => line.replace('"to":["he","ar"]', '"to":["he","en"]')],
    ['decision.malformed', (line: string) => line.replace('"locale":"he"', '"locale":"xx"')],
    ['decision.malformed', (line: string) => line.replace('"pairs":[[', '"pairs":[["three",')],
    ['decision.malformed', (line: string) => line.replace(/"slug":"[^"]*"/u, '"slug":"../../escaped"')],
    ['decision.malformed', (line: string) => line.replace('"locale":"en"', '"locale":"../x"')],
    ['decision.malformed', (line: string) => line.replace(anOriginal().sha256, '../x')],
    ['journal.damaged', (line: string) => line.replace(/"stream":"[^"]*"/u, '"stream":"../../../x"')],
    ['journal.damaged', (line: string) => line.replace('"seq":2', '"seq":3')],
    ['journal.damaged', (line: string) => line.replace('"seq":3,', '"seq":3,"more":2,')],
  ])('finds %s in a journal with good chains', async (code, change) => {
    const { folder, at } = await aDataFolder();
    const journal = at('journal/journal.log');
    writeFileSync(
      journal,
      rewritten(readFileSync(journal, 'utf8'), (lines) => lines.map(change)),
    );
    expect((await verifyData(folder, sha256Short, atOnce)).map((finding) => finding.code)).toContain(code);
  });

  it.each<[string, string, (document: DocumentState) => unknown]>([
    ['a version of the source that is not the next', 'decision.refused', (of) => aSplit(of, { version: 7 })],
    ['a segment twice', 'decision.refused', (of) => aSplit(of, { segments: [thirdOf(of), thirdOf(of)] })],
    ['a segment that stands elsewhere', 'decision.refused', (of) => aSplit(of, { segments: of.source.segments })],
    ['targets in the language of the source', 'decision.refused', (of) => aSplit(of, { targets: { en: [placed()] } })],
    ['targets in no language', 'decision.malformed', (of) => aSplit(of, { targets: { '../../x': [placed()] } })],
    ['targets in a prototype', 'decision.malformed', (of) => aSplit(of, { targets: inPrototype })],
    ['a target in the language of the source', 'decision.refused', () => editedDecision({ locale: 'en' })],
    ['a target that covers itself', 'decision.refused', () => aJoin(placed({ coveredBy: 'segment-0001' }))],
    [
      'targets that cover each other',
      'decision.refused',
      () =>
        aJoin(placed({ coveredBy: 'segment-0002' }), ['segment-0002', { ...translated, coveredBy: 'segment-0001' }]),
    ],
    ['a target that reaches beyond the end', 'decision.refused', () => aJoin(placed({ joined: joins(2) }))],
    ['a target joined without end', 'decision.malformed', () => aJoin(placed({ joined: joins(2000) }))],
    ['a comment beyond measure', 'decision.malformed', () => commentDecision({ text: 'x'.repeat(longestComment + 1) })],
    ['a comment beside nothing', 'decision.refused', () => ({ ...commentDecision(), segmentId: 'segment-9999' })],
    ['a comment in no language', 'decision.malformed', () => ({ ...commentDecision(), locale: '__proto__' })],
    ['a failure in the language of the source', 'decision.refused', () => aFailure('en')],
    ['details in no language', 'decision.malformed', () => ({ ...described, locale: '__proto__' })],
    ['details beyond measure', 'decision.malformed', () => ({ ...described, details: { description: tooLong } })],
    ['a plan for no language', 'decision.malformed', () => ({ ...planned, locales: ['he', 'fr'] })],
    ['a plan for none', 'decision.malformed', () => ({ ...planned, locales: [] })],
    ['a plan for some day', 'decision.malformed', () => ({ ...planned, notBefore: 'tomorrow' })],
    ['the end of a plan that nobody made', 'decision.refused', () => ended],
    ['a name that leaves its folder', 'decision.malformed', () => ({ ...renamed, slug: '../../escaped' })],
    ['a tag that leaves its folder', 'decision.malformed', () => ({ ...tagged, tags: ['../x'] })],
    ['a publication of a source to come', 'decision.refused', (of) => aPublication(of, { sourceVersion: 2 })],
    [
      'a publication of a text to come',
      'decision.refused',
      (of) => aPublication(of, { targets: [['segment-0001', 9]] }),
    ],
    ['a publication of no text', 'decision.refused', (of) => aPublication(of, { targets: [['segment-9999', 1]] })],
    ['a publication in no language', 'decision.malformed', (of) => aPublication(of, { locale: 'xx' })],
  ])('finds %s in a journal with good chains: %s', async (_, code, hostile) => {
    const { folder, stream } = await aJournalWith(hostile);
    const found = await verifyData(folder, sha256Short, atOnce);
    expect(found.filter(({ where }) => where === `${stream} 2`)).toMatchObject([{ code }]);
  });

  it('opens a store beside whose other documents stands a hostile one, and says which', async () => {
    const { folder, stream } = await aJournalWith(() => aJoin(placed({ coveredBy: 'segment-0001' })));
    const told: string[] = [];
    const store = await openStore(folder, { warn: (_, what) => told.push(what) });
    const other = await filled(store);
    for (const _ of ['the first question', 'and the next']) {
      expect((await store.board('readable')).map(({ documentId }) => documentId)).toEqual([other]);
    }
    expect(told).toEqual([expect.stringContaining(stream)]);
    await expect(store.board(), 'who decides by what is not there').rejects.toThrow('target.covered');
    await store.checkpoint();
    await store.close();
    const again = await openStore(folder);
    expect((await again.board('readable')).map(({ documentId }) => documentId)).toEqual([other]);
    await again.close();
  });

  it('knows the shape of every kind of decision that the app writes', () => {
    const head = aHead();
    const fault = { code: 'provider.quota', retryable: false } as const;
    const decisions: Decision[] = [
      importedDecision(),
      draftedDecision(),
      editedDecision(),
      reviewedDecision(),
      approvedDecision(),
      returnedDecision(),
      reopenedDecision(),
      joinedDecision(aDocument(importedDecision(), editedDecision())),
      { ...joinedDecision(aDocument()), kind: 'target.separated' },
      { ...joinedDecision(aDocument()), kind: 'target.split', offset: 3 },
      splitSourceDecision(aDocument(importedDecision(), editedDecision({ segment: 2 })), 9),
      { ...splitSourceDecision(aDocument(), 9), kind: 'source.joined' },
      restoredDecision({ target: { ...untouched, revision: 2 } }),
      commentDecision(),
      commentDecision({ about: 'source', mentions: ['noa'], replyTo: head.id }),
      resolutionDecision(commentDecision()),
      resolutionDecision(commentDecision({ about: 'source' }), 'comment.reopened'),
      memoryDecision(),
      publishedDecision(aDocument(importedDecision(), ...approvalOfAll())),
      { ...head, kind: 'document.changed', to: ['ar'] },
      { ...head, kind: 'document.archived' },
      { ...head, kind: 'document.restored' },
      { ...head, kind: 'translation.requested', jobId: 'job-00000001', locales: ['he'], total: 3 },
      { ...head, kind: 'translation.cancelled', jobId: 'job-00000001', undoes: head.id },
      {
        ...head,
        kind: 'translation.failed',
        jobId: 'job-00000001',
        locale: 'he',
        segmentIds: ['segment-0001'],
        fault,
      },
      { ...head, kind: 'translation.finished', jobId: 'job-00000001', fault },
      { ...head, kind: 'edition.withdrawn', locale: 'he' },
      { ...described, ...head },
      { ...planned, ...head },
      { ...planned, ...head, notBefore: head.at },
      { ...ended, ...head },
      { ...renamed, ...head },
      { ...tagged, ...head },
      { ...head, kind: 'settings.changed', settings: defaultSettings, revision: 0 },
      { ...head, ...aPublication(aDocument(), { note: 'תוקן', corrects: ['segment-0001'], plan: aHead().id }) },
      { ...head, kind: 'edition.rolled-back', locale: 'he', to: 1 },
      { ...head, kind: 'access.granted' },
      { ...head, kind: 'access.refused', reason: 'session.link-spent' },
    ];
    expect(decisions.filter((decision) => misshapenAt(decision) !== undefined)).toEqual([]);
  });

  it('finds nothing after splits and joins, and a restart finds them all', async () => {
    const folder = await aFolder();
    const store = await openStore(folder);
    const imported = importedDecision({
      original: { ...anOriginal(), sha256: await store.keepOriginal(Buffer.from('x')) },
    });
    const begun = [imported, editedDecision(), editedDecision({ segment: 2, text: 'הוא הלך.' })];
    const join = joinedDecision(aDocument(...begun));
    const split = splitSourceDecision(aDocument(...begun), 9, { at: aHead().at });
    await store.commit({ stream: imported.documentId, decisions: [...begun, join] });
    const other = importedDecision({ original: imported.original });
    await store.commit({ stream: other.documentId, decisions: [other, ...begun.slice(1).map(again), split] });
    const before = [await store.document(imported.documentId), await store.document(other.documentId)];
    await store.close();
    expect(await verifyData(folder, sha256Short, atOnce)).toEqual([]);
    const reopened = await openStore(folder);
    expect([await reopened.document(imported.documentId), await reopened.document(other.documentId)]).toEqual(before);
    await reopened.close();
  });

  it('says of an import without its original that it is missing', async () => {
    const folder = await aFolder();
    const store = await openStore(folder);
    const imported = importedDecision({ original: anOriginal('never kept') });
    await store.commit({ stream: imported.documentId, decisions: [imported] });
    await store.close();
    expect(await verifyData(folder, sha256Short, atOnce)).toEqual([
      { code: 'original.missing', where: anOriginal('never kept').sha256 },
    ]);
  });
});

const translated: Target = { text: 'x', state: 'translated', revision: 1 };
const inPrototype: unknown = JSON.parse(
  '{"__proto__":[["segment-0001",{"text":"x","state":"translated","revision":1}]]}',
);

/** A target of the second of three segments. */
function placed(target: Partial<Target> = {}): readonly [string, Target] {
  return ['segment-0001', { ...translated, ...target }];
}

/** What stands for one segment more than it has joins in it. */
function joins(count: number): Joined {
  let first = translated;
  const around = { revision: 1, text: 'x', second: translated, at: 'segment-0002' };
  for (let n = 1; n < count; n += 1) first = { ...translated, joined: { ...around, first } };
  return { ...around, first };
}

function aJoin(...targets: ReadonlyArray<readonly [string, Target]>): unknown {
  return { ...aHead(), kind: 'target.joined', segmentId: 'segment-0001', locale: 'he', targets };
}

function aSplit(document: DocumentState, other: object): unknown {
  return { ...splitSourceDecision(document, 9), ...other };
}

function aFailure(locale: string): unknown {
  const fault = { code: 'provider.quota', retryable: false };
  return { ...aHead(), kind: 'translation.failed', jobId: 'job-00000001', locale, segmentIds: ['segment-0001'], fault };
}

function thirdOf({ source }: DocumentState): unknown {
  return source.segments[2];
}

/** A folder whose journal has an import, and then what no app ever wrote. */
const described = { ...aHead(), kind: 'edition.described', locale: 'he', details: { description: 'בקצרה' } } as const;
const planned = { ...aHead(), kind: 'edition.planned', locales: ['he', 'en'] } as const;
const ended = { ...aHead(), kind: 'edition.plan-ended', planId: aHead().id } as const;
const renamed = { ...aHead(), kind: 'document.renamed', slug: 'كفر-قاسم' } as const;
const tagged = { ...aHead(), kind: 'document.tagged', tags: ['land', 'حجب'] } as const;
const tooLong = 'x'.repeat(editionLimits.description + 1);

function aPublication<T>(document: DocumentState, wrong: T) {
  return { ...publishedDecision(document), targets: [], ...wrong };
}

async function aJournalWith(hostile: (document: DocumentState) => unknown) {
  const folder = await aFolder();
  const store = await openStore(folder);
  const sha256 = await store.keepOriginal(Buffer.from('original'));
  const imported = importedDecision({ original: { ...anOriginal(), sha256 } });
  const stream = imported.documentId;
  await store.commit({ stream, decisions: [imported] });
  await store.close();
  const journal = path.join(folder, 'journal', 'journal.log');
  const record = JSON.stringify({ stream, seq: 2, decision: hostile(aDocument(imported)) });
  rmSync(path.join(folder, 'site'), { recursive: true, force: true });
  writeFileSync(
    journal,
    rewritten(readFileSync(journal, 'utf8'), (lines) => [...lines, record]),
  );
  return { folder, stream };
}

/** The same under another id. */
function again<D extends Decision>(decision: D): D {
  return { ...decision, id: aHead().id };
}

function replace(file: string, text: string, other: string): void {
  const before = readFileSync(file, 'utf8');
  expect(before).toContain(text);
  writeFileSync(file, before.replace(text, other));
}
