/**
 * One process to a folder of editions: of two servers that share one, each would take away what the other published. The
 * folder is taken at the first run and kept; a command that publishes nothing never asks for it.
 */
import { mkdir } from 'node:fs/promises';
import type { EditionSink } from '../ports.ts';
import { lockFolder, type Release } from './store-lowdb/lock.ts';

export interface LockedSink extends EditionSink {
  /** Lets the folder go. */
  close(): Promise<void>;
}

/** A sink that writes only while it holds the folder. Rejects with `Refused` store.locked where another process does. */
export function lockedSink(folder: string, sink: EditionSink): LockedSink {
  let held: Release | undefined;
  return {
    async reconcile(files) {
      await mkdir(folder, { recursive: true });
      held ??= await lockFolder(folder);
      return sink.reconcile(files);
    },
    holds: (file) => sink.holds(file),
    async close() {
      await held?.();
      held = undefined;
    },
  };
}
