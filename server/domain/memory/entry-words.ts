/**
 * The words of every entry of an index, in their order, one after the other in pages of numbers: an array of its own for
 * each of a million entries would cost more than the words. What an entry leaves behind is taken by the next one of the
 * same length, so approving and reopening the same text all day takes no room.
 */
export interface EntryWords {
  put(entry: number, words: readonly number[]): void;
  remove(entry: number): void;
  /** How many words an entry has; 0 for one that is not there. */
  lengthOf(entry: number): number;
  /** They themselves: a view that holds until the entry is removed. */
  of(entry: number): Uint32Array;
  /** One more than the highest entry there ever was. */
  readonly bound: number;
}

const pageSize = 2 ** 16;
const empty = new Uint32Array(0);

interface Hole {
  readonly page: number;
  readonly start: number;
}

export function createEntryWords(): EntryWords {
  const pages: Uint32Array[] = [];
  /** Of the last page. */
  let used = pageSize;
  let places = new Uint32Array(2048);
  let lengths = new Uint32Array(1024);
  let bound = 0;
  const holes = new Map<number, Hole[]>();

  /** A longer entry than a page has a page of its own. */
  function room(length: number): Hole {
    const hole = holes.get(length)?.pop();
    if (hole) return hole;
    if (used + length > pageSize) {
      pages.push(new Uint32Array(Math.max(pageSize, length)));
      used = 0;
    }
    used += length;
    return { page: pages.length - 1, start: used - length };
  }

  function of(entry: number): Uint32Array {
    const [page = 0, start = 0] = [places[2 * entry], places[2 * entry + 1]];
    return pages[page]?.subarray(start, start + (lengths[entry] ?? 0)) ?? empty;
  }

  return {
    of,
    lengthOf: (entry) => lengths[entry] ?? 0,
    get bound() {
      return bound;
    },

    put(entry, words) {
      if (entry >= lengths.length) {
        lengths = grown(lengths, Math.max(entry + 1, Math.ceil(lengths.length * 1.25)));
        places = grown(places, 2 * lengths.length);
      }
      bound = Math.max(bound, entry + 1);
      const { page, start } = room(words.length);
      pages[page]?.set(words, start);
      places.set([page, start], 2 * entry);
      lengths[entry] = words.length;
    },

    remove(entry) {
      const length = lengths[entry] ?? 0;
      if (length === 0) return;
      const hole: Hole = { page: places[2 * entry] ?? 0, start: places[2 * entry + 1] ?? 0 };
      holes.set(length, [...(holes.get(length) ?? []), hole]);
      lengths[entry] = 0;
    },
  };
}

function grown(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const roomy = new Uint32Array(length);
  roomy.set(array);
  return roomy;
}
