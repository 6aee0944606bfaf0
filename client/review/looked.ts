/**
 * What a person last saw of each target, on this device: the revision that stood in its row when they left it. One item
 * for each document and language:
 *
 *   dragoman.looked.<document>.<locale>   {"at": 1795286400000, "seen": [["segment-0001", 3], …]}
 *
 * Nobody needs it but for a comparison (where it is missing, the server takes the person's own last decision), so it
 * must not take the room that unsaved texts may need: the segments left longest ago are forgotten first, and so are
 * whole documents. A server that remembered what everybody has looked at was rejected: it is a record of work that
 * nobody asked for.
 */
import type { Locale } from '../../server/domain/locale.ts';
import type { Shelf } from './unsaved-store.ts';

export interface Looked {
  /** The revision that was last seen; undefined where nobody remembers. */
  readonly revisionOf: (segmentId: string) => number | undefined;
  /** The person has seen this revision. */
  readonly saw: (segmentId: string, revision: number) => void;
}

/** Some 40 KB for a document, and half a megabyte for all. */
export const mostSegments = 2000;
export const mostDocuments = 12;

const prefix = 'dragoman.looked.';

interface Place {
  /** When it was last written to. */
  readonly at: number;
  /** Segments with the revision that was seen, the one left last at the end. */
  readonly seen: ReadonlyArray<readonly [segmentId: string, revision: number]>;
}

export function lookedOn(shelf: Shelf, documentId: string, locale: Locale, now: () => number): Looked {
  const key = `${prefix}${documentId}.${locale}`;
  return {
    revisionOf: (segmentId) => placeAt(shelf, key).seen.find(([id]) => id === segmentId)?.[1],
    saw(segmentId, revision) {
      const { seen } = placeAt(shelf, key);
      const others = seen.filter(([id]) => id !== segmentId);
      const place: Place = { at: now(), seen: [...others, [segmentId, revision] as const].slice(-mostSegments) };
      try {
        shelf.setItem(key, JSON.stringify(place));
        forgetOldest(shelf);
      } catch {
        // No room: then nobody remembers.
      }
    },
  };
}

/** Also takes away what is not ours to read: an older version’s, or damage. */
function forgetOldest(shelf: Shelf): void {
  const keys = Array.from({ length: shelf.length }, (_, i) => shelf.key(i) ?? '').filter((key) =>
    key.startsWith(prefix),
  );
  if (keys.length <= mostDocuments) return;
  const byAge = keys.map((key) => ({ key, at: placeAt(shelf, key).at })).toSorted((a, b) => a.at - b.at);
  for (const { key } of byAge.slice(0, -mostDocuments)) shelf.removeItem(key);
}

function placeAt(shelf: Shelf, key: string): Place {
  try {
    const { at, seen } = JSON.parse(shelf.getItem(key) ?? '{}') as Partial<Place>;
    if (typeof at === 'number' && Array.isArray(seen) && seen.every(isSeen)) return { at, seen };
  } catch {
    // Not ours.
  }
  return { at: 0, seen: [] };
}

function isSeen(value: unknown): value is Place['seen'][number] {
  return Array.isArray(value) && typeof value[0] === 'string' && Number.isInteger(value[1]) && Number(value[1]) >= 0;
}
