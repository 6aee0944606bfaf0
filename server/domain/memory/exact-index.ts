/**
 * Exact matches: which entries have the very same text in a language, cosmetic differences (`matchTextOf`) folded away. A
 * `Map` by the text, so that a look-up costs the same in a memory of any size, and one serves every direction. Not by a
 * digest of it: most texts have nothing to fold, so the key is the unit's own string, and takes no room and no SHA-256.
 */
import type { Content } from '../content.ts';
import { matchTextOf } from '../document.ts';
import { locales, type Locale } from '../locale.ts';

export interface ExactIndex {
  add(entry: number, text: Content, locale: Locale): void;
  remove(entry: number, text: Content, locale: Locale): void;
  /** The entries with this text, in the order in which they were added. */
  of(text: Content, locale: Locale): readonly number[];
}

export function createExactIndex(): ExactIndex {
  /** Nearly every text is there once, and a number is smaller than a list of one. */
  type Entries = Map<string, number | readonly number[]>;
  const indexes = new Map<Locale, Entries>(locales.map((locale) => [locale, new Map()]));
  const listOf = (key: string, locale: Locale): readonly number[] => {
    const found = indexes.get(locale)?.get(key) ?? [];
    return typeof found === 'number' ? [found] : found;
  };

  return {
    of: (text, locale) => listOf(matchTextOf(text), locale),

    add(entry, text, locale) {
      const key = matchTextOf(text);
      const others = listOf(key, locale);
      indexes.get(locale)?.set(key, others.length === 0 ? entry : [...others, entry]);
    },

    remove(entry, text, locale) {
      const key = matchTextOf(text);
      const others = listOf(key, locale).filter((one) => one !== entry);
      const [only] = others;
      if (only === undefined) indexes.get(locale)?.delete(key);
      else indexes.get(locale)?.set(key, others.length === 1 ? only : others);
    },
  };
}
