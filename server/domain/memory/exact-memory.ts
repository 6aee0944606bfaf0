/**
 * Exact translation memory: what was approved for the very same source text.
 *
 * One `Map` per pair of languages, keyed by the source's `matchHash` (cosmetic differences folded away), so that a
 * look-up costs the same in a memory of any size. Each unit names where it comes from; the place that brought it may
 * bring another text later or take it back, and the last one brought wins. Codes are compared at the look-up, with the
 * codes of the text in hand: memory holds texts, not mark-up.
 */
import { codeFaults, lookAlikes, type Content } from '../content.ts';
import { matchHashOf, type DocumentId, type Hash, type MemberId, type SegmentId, type Timestamp } from '../document.ts';
import type { Locale } from '../locale.ts';

/** The approved target that a unit is; pairs from outside have none. */
export interface UnitOrigin {
  readonly documentId: DocumentId;
  readonly segmentId: SegmentId;
  readonly at: Timestamp;
  readonly by?: MemberId;
}

export interface MemoryUnit {
  readonly from: Locale;
  readonly to: Locale;
  readonly source: Content;
  readonly target: string;
  readonly origin?: UnitOrigin;
}

/** 100: the same text to the letter. 99: the same but for white space, invisible marks or normal form. */
export interface MemoryMatch {
  readonly text: string;
  readonly score: 100 | 99;
}

export interface UnitMatch {
  readonly unit: MemoryUnit;
  readonly score: MemoryMatch['score'];
}

export interface ExactMemory {
  /** Keeps a unit under the place that it comes from; what that place brought before is forgotten. */
  put(place: string, unit: MemoryUnit): void;
  /** Takes back what a place brought. */
  remove(place: string): void;
  /** The unit last put for this source, an identical text before a folded one; it has the codes of `source`. */
  find(source: Content, from: Locale, to: Locale): MemoryMatch | undefined;
  /** All that `find` could have given, in its order, but no text twice. */
  findAll(source: Content, from: Locale, to: Locale): UnitMatch[];
  /** Every unit of a pair of languages. */
  units(from: Locale, to: Locale): Iterable<MemoryUnit>;
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

  function findAll(source: Content, from: Locale, to: Locale): UnitMatch[] {
    const found = entries.get(keyOf(source, from, to, hash)) ?? [];
    const fitting = found.map(({ unit }) => unit).filter((unit) => carriesCodes(unit.target, source));
    const isSame = (unit: MemoryUnit): boolean => unit.source.text === source.text;
    const newest = fitting.toReversed();
    const [same, folded] = [newest.filter(isSame), newest.filter((unit) => !isSame(unit))];
    const ranked = [
      ...same.map((unit): UnitMatch => ({ unit, score: 100 })),
      ...folded.map((unit): UnitMatch => ({ unit, score: 99 })),
    ];
    const texts = ranked.map(({ unit }) => unit.target);
    return ranked.filter(({ unit }, at) => texts.indexOf(unit.target) === at);
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
      const [best] = findAll(source, from, to);
      return best && { text: best.unit.target, score: best.score };
    },

    findAll,

    *units(from, to) {
      for (const found of entries.values()) {
        for (const { unit } of found) if (unit.from === from && unit.to === to) yield unit;
      }
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
