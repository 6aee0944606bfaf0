/**
 * Exact translation memory: what was approved for the very same source text.
 *
 * One `Map` per pair of languages, keyed by the source's `matchHash` (cosmetic differences folded away), so that a
 * look-up costs the same in a memory of any size. Each unit names where it comes from; the place that brought it may
 * bring another text later or take it back, and the last one brought wins. Codes are compared at the look-up, with the
 * codes of the text in hand: memory holds texts, not mark-up.
 */
import { codeFaults, lookAlikes, type Content } from '../content.ts';
import { matchHashOf, type Hash } from '../document.ts';
import type { Locale } from '../locale.ts';

export interface MemoryUnit {
  readonly from: Locale;
  readonly to: Locale;
  readonly source: Content;
  readonly target: string;
}

/** 100: the same text to the letter. 99: the same but for white space, invisible marks or normal form. */
export interface MemoryMatch {
  readonly text: string;
  readonly score: 100 | 99;
}

export interface ExactMemory {
  /** Keeps a unit under the place that it comes from; what that place brought before is forgotten. */
  put(place: string, unit: MemoryUnit): void;
  /** Takes back what a place brought. */
  remove(place: string): void;
  /** The unit last put for this source, an identical text before a folded one; it has the codes of `source`. */
  find(source: Content, from: Locale, to: Locale): MemoryMatch | undefined;
}

interface Entry {
  readonly place: string;
  readonly unit: MemoryUnit;
}

/** An empty memory. */
export function createExactMemory(hash: Hash): ExactMemory {
  /** The entries of a key, the newest last; nearly always one. */
  const entries = new Map<string, readonly Entry[]>();
  const keys = new Map<string, string>();

  function remove(place: string): void {
    const key = keys.get(place);
    if (key === undefined) return;
    keys.delete(place);
    const others = (entries.get(key) ?? []).filter((entry) => entry.place !== place);
    if (others.length > 0) entries.set(key, others);
    else entries.delete(key);
  }

  return {
    remove,

    put(place, unit) {
      remove(place);
      const key = keyOf(unit.source, unit.from, unit.to, hash);
      entries.set(key, [...(entries.get(key) ?? []), { place, unit }]);
      keys.set(place, key);
    },

    find(source, from, to) {
      const found = entries.get(keyOf(source, from, to, hash));
      if (found === undefined) return undefined;
      const fits = ({ unit }: Entry) => carriesCodes(unit.target, source);
      const same = found.findLast((entry) => entry.unit.source.text === source.text && fits(entry));
      if (same) return { text: same.unit.target, score: 100 };
      const folded = found.findLast(fits);
      return folded && { text: folded.unit.target, score: 99 };
    },
  };
}

function keyOf(source: Content, from: Locale, to: Locale, hash: Hash): string {
  return `${from} ${to} ${matchHashOf(source, hash)}`;
}

/** Most texts have no codes, and a look-up is made of little else than this and the hash. */
function carriesCodes(target: string, { codes }: Content): boolean {
  if (Object.keys(codes).length === 0) return true;
  return codeFaults(target, codes).length === 0 && lookAlikes(target, codes).length === 0;
}
