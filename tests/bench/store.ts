/**
 * Saving one segment, durably, in the embedded store: beside 100 documents and beside 5,000, because a save must cost by
 * its own size and not by the store's. The peer is lowdb as it comes, with everything in one file of 10 MB, which it
 * rewrites at each save and never syncs. Times depend on the disk, so the syncs and bytes of a save stand beside them.
 */
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import path from 'node:path';
import { sha256Short } from '../../server/adapters/hash.ts';
import { fileOperations, type FileOperations } from '../../server/adapters/store-lowdb/file-operations.ts';
import { openEmbeddedStore, type EmbeddedStore } from '../../server/adapters/store-lowdb/open-store.ts';
import { accepted } from '../../server/domain/errors.ts';
import { aSegment, aSource, editedDecision, importedDecision, type Imported } from '../support/builders.ts';
import { longArticle } from '../support/long-article.ts';
import { inFolder } from './folder.ts';
import { alternate, awaited, roundsRun, verify, type Spread } from './measure.ts';
import { ratioOf, type Row } from './table.ts';

const few = 100;
const many = 5000;
const segmentsPerDocument = 20;
/** What people have open at one time. */
const documentsAtWork = 20;
const peerBytes = 10_000_000;
const savesPerRound = 60;
const concurrentSaves = 20;

/** A store with documents in it, and what it asked of the disk. */
interface Filled {
  readonly store: EmbeddedStore;
  readonly disk: { syncs: number; bytes: number };
  readonly save: () => Promise<void>;
}

export async function storeRows(): Promise<Row[]> {
  return inFolder(async (folder) => {
    const small = await filled(path.join(folder, 'few'), few);
    const large = await filled(path.join(folder, 'many'), many);
    const peer = await onePlainFile(path.join(folder, 'peer.json'));
    try {
      return [...(await oneByOne(small, large, peer)), await together(large)];
    } finally {
      await small.store.close();
      await large.store.close();
    }
  });
}

async function oneByOne(small: Filled, large: Filled, peer: () => Promise<void>): Promise<Row[]> {
  const before = { small: { ...small.disk }, large: { ...large.disk } };
  const times = await alternate({
    peer: awaited(7, peer),
    small: awaited(savesPerRound, small.save),
    large: awaited(savesPerRound, large.save),
  });
  const growth = times.large.median / times.small.median;
  return [
    againstPeer(few, times.peer, times.small, perSave(small, before.small, savesPerRound)),
    againstPeer(many, times.peer, times.large, perSave(large, before.large, savesPerRound)),
    {
      operation: 'growth of a save',
      input: `${few} → ${many} documents`,
      peerName: `ours, ${few}`,
      peer: times.small,
      ours: times.large,
      goal: 'time ≤ 1.2×',
      met: growth <= 1.2,
      note: `time ${growth.toPrecision(3)}×`,
    },
  ];
}

function againstPeer(documents: number, peer: Spread, ours: Spread, note: string): Row {
  const met = (ratioOf({ peer, ours }) ?? 0) >= 100;
  const peerName = 'lowdb 10 MB, unsynced';
  return {
    operation: 'save one segment',
    input: `${documents} documents`,
    peerName,
    peer,
    ours,
    goal: '≥ 100×',
    met,
    note,
  };
}

/** Twenty people at once: one sync serves all who wait. */
async function together({ save, disk }: Filled): Promise<Row> {
  const bursts = 20;
  const before = disk.syncs;
  let saves = 0;
  const { ours } = await alternate({
    ours: async () => {
      const start = performance.now();
      for (let burst = 0; burst < bursts; burst += 1) {
        await Promise.all(Array.from({ length: concurrentSaves }, save));
        saves += concurrentSaves;
      }
      return (performance.now() - start) / (bursts * concurrentSaves);
    },
  });
  return {
    operation: 'save, 20 at once',
    input: `${many} documents`,
    ours,
    goal: '≥ 10,000 saves/s',
    met: ours.median <= 0.1,
    note: `${Math.round(1000 / ours.median)} saves/s, ${((disk.syncs - before) / saves).toPrecision(2)} fdatasync per save`,
  };
}

function perSave({ disk }: Filled, before: Filled['disk'], calls: number): string {
  const saves = calls * roundsRun;
  const bytes = Math.round((disk.bytes - before.bytes) / saves);
  return `${((disk.syncs - before.syncs) / saves).toPrecision(2)} fdatasync and ${bytes} bytes per save`;
}

async function filled(folder: string, documents: number): Promise<Filled> {
  const { files, disk } = counted();
  const store = await openEmbeddedStore({ folder, hash: sha256Short, files });
  const article = paragraphs(1);
  const imports = Array.from({ length: documents }, () => anImport(article));
  for (let from = 0; from < documents; from += 500) {
    const committed = imports.slice(from, from + 500).map((decision) => {
      return store.commit({ stream: decision.documentId, decisions: [decision] });
    });
    for (const outcome of await Promise.all(committed)) accepted(outcome);
  }
  await store.checkpoint();
  const save = saver(store, imports.slice(0, documentsAtWork));
  await save();
  const [first] = imports;
  const found = first && (await store.document(first.documentId));
  verify('a save is found again', found?.targets.he?.[0]?.revision === 1);
  return { store, disk, save };
}

/** Edits segment after segment of the documents, as people do: each save names the revision that it is based on. */
function saver(store: EmbeddedStore, imports: readonly Imported[]): () => Promise<void> {
  const targets = Array.from({ length: segmentsPerDocument }, (_, ordinal) => ordinal).flatMap((ordinal) =>
    imports.map(({ documentId, source }) => ({
      documentId,
      segment: source.segments[ordinal] ?? aSegment(),
      revision: 0,
    })),
  );
  const texts = paragraphs(2, 'he');
  let turn = 0;
  return async () => {
    const target = targets[turn % targets.length];
    if (target === undefined) return;
    turn += 1;
    const { documentId, segment, revision } = target;
    const decision = editedDecision({ segment, text: texts[turn % texts.length] ?? '' });
    target.revision += 1;
    const expects = [{ of: 'target', locale: 'he', segmentId: segment.id, revision }] as const;
    accepted(await store.commit({ stream: documentId, decisions: [decision], expects }));
  };
}

function anImport(texts: readonly string[]): Imported {
  return importedDecision({ source: aSource({ segments: texts.map((text) => aSegment({ text })) }) });
}

async function onePlainFile(file: string): Promise<() => Promise<void>> {
  const texts = paragraphs(3);
  const bytesPerSegment = 2 * (Buffer.byteLength(texts.join('')) / texts.length) + 40;
  const segments = Array.from({ length: peerBytes / bytesPerSegment }, (_, i) => ({
    id: i,
    source: texts[i % texts.length] ?? '',
    target: texts[(i + 1) % texts.length] ?? '',
  }));
  const low = new Low(new JSONFile<typeof segments>(file), segments);
  let turn = 0;
  const save = async () => {
    turn += 1;
    await low.update((data) => {
      const segment = data[turn % data.length];
      if (segment) segment.target = texts[turn % texts.length] ?? '';
    });
  };
  await save();
  return save;
}

/** Paragraphs of about 50 words. */
function paragraphs(seed: number, locale: 'en' | 'he' = 'en'): string[] {
  const article = longArticle({ seed, locale, paragraphs: segmentsPerDocument, wordsPerParagraph: 50 });
  return article.trimEnd().split('\n\n').slice(0, segmentsPerDocument);
}

function counted(): { files: FileOperations; disk: Filled['disk'] } {
  const disk = { syncs: 0, bytes: 0 };
  const files: FileOperations = {
    ...fileOperations,
    write(fd, bytes, position) {
      disk.bytes += bytes.length;
      return fileOperations.write(fd, bytes, position);
    },
    datasync(fd) {
      disk.syncs += 1;
      return fileOperations.datasync(fd);
    },
  };
  return { files, disk };
}
