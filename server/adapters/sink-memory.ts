/** The published site in memory, for tests: what readers would find, by path. */
import type { EditionSink } from '../ports.ts';

export interface MemorySink extends EditionSink {
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export function createMemorySink(): MemorySink {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    async reconcile(named) {
      const written: string[] = [];
      const kept = new Set<string>();
      for await (const { path, bytes } of named) {
        kept.add(path);
        const before = files.get(path);
        if (before && Buffer.compare(before, bytes) === 0) continue;
        files.set(path, bytes);
        written.push(path);
      }
      const removed = [...files.keys()].filter((path) => !kept.has(path));
      for (const path of removed) files.delete(path);
      return { written, removed };
    },
  };
}
