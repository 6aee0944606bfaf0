/** A browser's storage in memory. */
import type { Shelf } from '../../client/review/unsaved-store.ts';

export interface FakeShelf extends Shelf {
  /** What lies there, parsed, by key. */
  readonly items: () => Record<string, unknown>;
}

export function aShelf(): FakeShelf {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    items: () => Object.fromEntries([...items].map(([key, value]) => [key, JSON.parse(value) as unknown])),
  };
}
