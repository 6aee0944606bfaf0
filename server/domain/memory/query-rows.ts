/**
 * A query's words by rows (`myers.ts`), and other texts' words seen as those rows. A table over the whole vocabulary, set
 * for one query at a time: asking a `Map` for every word of every candidate would take longer than comparing them.
 */
import { noRow, patternOf, type Pattern } from './myers.ts';
import { unknownWord } from './word-ids.ts';

export interface QueryRows {
  /** Begins a query: the pattern of its words. `vocabulary`: how many words there are numbers for. */
  begin(words: readonly number[], vocabulary: number): Pattern;
  /** Writes an entry's words into `taken`, as rows; gives how many of them the query has. */
  take(words: Uint32Array): number;
  readonly taken: Int32Array;
  /** Ends the query that began with these words. */
  end(words: readonly number[]): void;
}

export function createQueryRows(): QueryRows {
  /** One more than the row; 0: none. */
  let rowOf = new Int32Array(1024);
  let taken = new Int32Array(1024);

  return {
    get taken() {
      return taken;
    },

    begin(words, vocabulary) {
      if (rowOf.length < vocabulary) rowOf = new Int32Array(Math.ceil(vocabulary * 1.25));
      let rows = 0;
      const pattern = words.map((word) => {
        if (word === unknownWord) return noRow;
        if (rowOf[word] === 0) rowOf[word] = rows += 1;
        return (rowOf[word] ?? 0) - 1;
      });
      return patternOf(pattern, rows);
    },

    take(words) {
      if (taken.length < words.length) taken = new Int32Array(words.length * 2);
      let shared = 0;
      for (let at = 0; at < words.length; at += 1) {
        const row = rowOf[words[at] ?? 0] ?? 0;
        if (row > 0) shared += 1;
        taken[at] = row - 1;
      }
      return shared;
    },

    end(words) {
      for (const word of words) if (word !== unknownWord) rowOf[word] = 0;
    },
  };
}
