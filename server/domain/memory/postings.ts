/**
 * Postings: for each word, the entries that hold it. A list grows in a typed array with a little room to spare, so adding
 * an entry writes as many numbers as it has words and moves few. A word that one entry has (half of all words) costs a
 * number and no array. Lists are in no order: an entry is taken out by putting the last one in its place.
 */
export interface Postings {
  /** Puts an entry on a word's list; the caller does so once. */
  add(word: number, entry: number): void;
  remove(word: number, entry: number): void;
  /** How many entries hold the word: how frequent it is. */
  countOf(word: number): number;
  /** They themselves: a view that holds until the next change. */
  of(word: number): Uint32Array;
}

const none = new Uint32Array(0);

export function createPostings(): Postings {
  /** Of one entry, its number itself. */
  const lists: Array<number | Uint32Array | undefined> = [];
  const counts: number[] = [];

  return {
    add(word, entry) {
      while (lists.length <= word) {
        lists.push(undefined);
        counts.push(0);
      }
      const [list, count] = [lists[word], counts[word] ?? 0];
      counts[word] = count + 1;
      if (list === undefined) lists[word] = entry;
      else {
        const roomy = withRoom(list, count);
        roomy[count] = entry;
        lists[word] = roomy;
      }
    },

    remove(word, entry) {
      const [list, count] = [lists[word], counts[word] ?? 0];
      if (list === entry) [lists[word], counts[word]] = [undefined, 0];
      if (typeof list !== 'object') return;
      const at = list.subarray(0, count).indexOf(entry);
      if (at === -1) return;
      list[at] = list[count - 1] ?? 0;
      counts[word] = count - 1;
    },

    countOf: (word) => counts[word] ?? 0,

    of(word) {
      const list = lists[word];
      if (list === undefined) return none;
      return typeof list === 'number' ? Uint32Array.of(list) : list.subarray(0, counts[word]);
    },
  };
}

/** A list with a place behind its last entry. A fifth of room: memory weighs more here than moving a list does. */
function withRoom(list: number | Uint32Array, count: number): Uint32Array {
  if (typeof list === 'number') return Uint32Array.of(list, 0, 0);
  if (list.length > count) return list;
  const grown = new Uint32Array(count + Math.max(3, Math.ceil(count / 5)));
  grown.set(list);
  return grown;
}
