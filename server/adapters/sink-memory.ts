/** The published site in memory, for tests: what readers would find, by path. */
import type { EditionSink } from '../ports.ts';

export interface MemorySink extends EditionSink {
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export function createMemorySink(): MemorySink {
  const files = new Map<string, Uint8Array>();
  const keys = new Map<string, string>();
  return {
    files,
    async reconcile(named) {
      const written: string[] = [];
      const kept = new Set<string>();
      for await (const { path, key, bytes: make } of named) {
        kept.add(path);
        if (keys.get(path) === key) continue;
        keys.set(path, key);
        const bytes = await make();
        const before = files.get(path);
        if (before && Buffer.compare(before, bytes) === 0) continue;
        files.set(path, bytes);
        written.push(path);
      }
      const removed = [...files.keys()].filter((path) => !kept.has(path));
      for (const path of removed) {
        files.delete(path);
        keys.delete(path);
      }
      return { written, removed };
    },
    holds: async ({ path, key }) => keys.get(path) === key,
  };
}
