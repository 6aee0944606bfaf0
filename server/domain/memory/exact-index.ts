/**
 * Exact matches: which entries have the very same text in a language, cosmetic differences (`matchHashOf`) folded away. A
 * `Map` by the text's hash, so that a look-up costs the same in a memory of any size, and one key serves every direction.
 */
import type { Content } from '../content.ts';
import { matchHashOf, type Hash } from '../document.ts';
import type { Locale } from '../locale.ts';

export interface ExactIndex {
  add(entry: number, text: Content, locale: Locale): void;
  remove(entry: number, text: Content, locale: Locale): void;
  /** The entries with this text, in the order in which they were added. */
  of(text: Content, locale: Locale): readonly number[];
}

export function createExactIndex(hash: Hash): ExactIndex {
  /** Nearly every text is there once, and a number is smaller than a list of one. */
  const entries = new Map<string, number | readonly number[]>();
  const keyOf = (text: Content, locale: Locale): string => locale + matchHashOf(text, hash);
  const listOf = (key: string): readonly number[] => {
    const found = entries.get(key) ?? [];
    return typeof found === 'number' ? [found] : found;
  };

  return {
    of: (text, locale) => listOf(keyOf(text, locale)),

    add(entry, text, locale) {
      const key = keyOf(text, locale);
      const others = listOf(key);
      entries.set(key, others.length === 0 ? entry : [...others, entry]);
    },

    remove(entry, text, locale) {
      const key = keyOf(text, locale);
      const others = listOf(key).filter((one) => one !== entry);
      const [only] = others;
      if (only === undefined) entries.delete(key);
      else entries.set(key, others.length === 1 ? only : others);
    },
  };
}
