/**
 * Postings: for each word, the entries that hold it. A list grows with a little room to spare, so adding an entry writes
 * as many numbers as it has words and moves few. Most words are rare, and what a list costs beside its numbers counts: a
 * word that one entry has costs a number and no list, a short list is an array, a long one an array of 32 bits. Lists
 * are in no order: an entry is taken out by putting the last one in its place.
 */
export interface Postings {
  /** Puts an entry on a word's list; the caller does so once. */
  add(word: number, entry: number): void;
  remove(word: number, entry: number): void;
  /** How many entries hold the word: how frequent it is. */
  countOf(word: number): number;
  /** They themselves: a view that holds until the next change. */
  of(word: number): readonly number[] | Uint32Array;
}

const none: readonly number[] = [];

/** From here on a typed array is the smaller one: it costs some 200 bytes, and then half as much for each number. */
const longList = 40;

type List = number | number[] | Uint32Array;

export function createPostings(): Postings {
  /** Of one entry, its number itself. */
  const lists: Array<List | undefined> = [];
  /** Of typed arrays, which have room to spare: how much of them is taken. */
  const counts = new Map<number, number>();

  function countOf(word: number): number {
    const list = lists[word];
    if (list === undefined) return 0;
    if (typeof list === 'number') return 1;
    return Array.isArray(list) ? list.length : (counts.get(word) ?? 0);
  }

  function addToLong(word: number, list: Uint32Array, entry: number): void {
    const count = counts.get(word) ?? 0;
    const roomy = count < list.length ? list : withRoom(list, count);
    roomy[count] = entry;
    lists[word] = roomy;
    counts.set(word, count + 1);
  }

  function removeFromLong(word: number, list: Uint32Array, entry: number): void {
    const count = counts.get(word) ?? 0;
    const at = list.subarray(0, count).indexOf(entry);
    if (at === -1) return;
    list[at] = list[count - 1] ?? 0;
    counts.set(word, count - 1);
  }

  return {
    countOf,

    add(word, entry) {
      while (lists.length <= word) lists.push(undefined);
      const list = lists[word];
      if (list === undefined) lists[word] = entry;
      else if (typeof list === 'number') lists[word] = [list, entry];
      else if (!Array.isArray(list)) addToLong(word, list, entry);
      else if (list.length < longList) list.push(entry);
      else {
        counts.set(word, list.length);
        addToLong(word, Uint32Array.from(list), entry);
      }
    },

    remove(word, entry) {
      const list = lists[word];
      if (list === entry) lists[word] = undefined;
      if (Array.isArray(list)) lists[word] = list.filter((one) => one !== entry);
      else if (typeof list === 'object') removeFromLong(word, list, entry);
    },

    of(word) {
      const list = lists[word];
      if (list === undefined) return none;
      if (typeof list === 'number') return [list];
      return Array.isArray(list) ? list : list.subarray(0, counts.get(word));
    },
  };
}

/** A tenth of room: memory weighs more here than moving a list does. */
function withRoom(list: Uint32Array, count: number): Uint32Array {
  const grown = new Uint32Array(count + Math.ceil(count / 10));
  grown.set(list);
  return grown;
}
