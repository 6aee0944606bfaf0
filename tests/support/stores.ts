/** Opens embedded stores for tests: in a given folder, with a disk that fails when told to. */
import { sha256Short } from '../../server/adapters/hash.ts';
import { fileOperations, type FileOperations } from '../../server/adapters/store-lowdb/file-operations.ts';
import {
  openEmbeddedStore,
  type EmbeddedOptions,
  type EmbeddedStore,
} from '../../server/adapters/store-lowdb/open-store.ts';
import type { DocumentDecision } from '../../server/domain/decision.ts';
import { Refused, type Refusal } from '../../server/domain/errors.ts';
import { editedDecision, importedDecision, someTexts } from './builders.ts';

/** Checkpoints only when asked for, so that a test knows what is on disk. */
export function openStore(folder: string, options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedStore> {
  return openEmbeddedStore({ folder, hash: sha256Short, idleMs: 2 ** 30, ...options });
}

/** The refusal that a promise is rejected with; any other end is thrown. */
export async function refusalOf(refused: Promise<unknown>): Promise<Refusal> {
  try {
    await refused;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
  throw new Error('expected a refusal');
}

/** A disk of which the next call of a kind can be made to fail, or to wait. */
export interface FaultyDisk extends FileOperations {
  /** What happens instead of the next call; gone after it. */
  next: {
    [Call in 'write' | 'datasync' | 'truncate']?: (fd: number, bytes: Buffer, position: number) => Promise<void>;
  };
  syncs: number;
  reads: number;
}

export function aDisk(): FaultyDisk {
  const instead = <Call extends 'write' | 'datasync' | 'truncate'>(call: Call) => {
    const { [call]: planned, ...rest } = disk.next;
    disk.next = rest;
    return planned;
  };
  const disk: FaultyDisk = {
    ...fileOperations,
    next: {},
    syncs: 0,
    reads: 0,
    read(fd, bytes, position) {
      disk.reads += 1;
      return fileOperations.read(fd, bytes, position);
    },
    write: (fd, bytes, position) =>
      instead('write')?.(fd, bytes, position) ?? fileOperations.write(fd, bytes, position),
    datasync(fd) {
      disk.syncs += 1;
      return instead('datasync')?.(fd, Buffer.alloc(0), 0) ?? fileOperations.datasync(fd);
    },
    truncate: (fd, size) => instead('truncate')?.(fd, Buffer.alloc(0), size) ?? fileOperations.truncate(fd, size),
  };
  return disk;
}

/** A fault of the file system. */
export function fault(code: string): () => Promise<never> {
  return () => Promise.reject(Object.assign(new Error(code), { code }));
}

/** Imports a document and edits it a few times, commit by commit; gives its stream. */
export async function filled(store: EmbeddedStore, edits = 3): Promise<string> {
  const imported = importedDecision();
  const stream = imported.documentId;
  const decisions: DocumentDecision[] = [imported];
  for (let n = 1; n <= edits; n += 1) decisions.push(editedDecision({ text: `${someTexts[1]} ${n}` }));
  for (const decision of decisions) await store.commit({ stream, decisions: [decision] });
  return stream;
}
