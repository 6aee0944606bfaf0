/**
 * Translation units: texts that say the same in several languages (TMX: a `tu` with its `tuv`s). One unit serves every
 * direction among its languages: a segment that was approved in Hebrew and in Arabic also knows how to put the Hebrew in
 * Arabic. A pair is a unit seen in one direction.
 */
import { type Code, type Content } from '../content.ts';
import type { DecisionId, DocumentId, MemberId, SegmentId, Timestamp } from '../document.ts';
import type { Locale } from '../locale.ts';
import type { Context } from './context.ts';

/** A unit from outside any document. Codes stand in its texts as numbers and mean nothing. */
export interface OutsideUnit {
  readonly texts: Readonly<Partial<Record<Locale, string>>>;
  readonly at?: Timestamp;
  readonly by?: MemberId;
  readonly note?: string;
}

/** Why a unit of a file is no use to us: fewer than two of our languages, or nothing in one of them. */
export type UnitSkip = 'languages' | 'empty';

/** What of a file may be kept, and what not, by its line. */
export interface UnitsRead {
  readonly units: readonly OutsideUnit[];
  readonly skipped: ReadonlyArray<{ readonly line: number; readonly reason: UnitSkip }>;
}

/** Where a unit stands: in a document, or in a batch that came from outside. */
export type UnitPlace =
  | { readonly documentId: DocumentId; readonly segmentId: SegmentId }
  | { readonly batch: DecisionId; readonly name: string; readonly index: number };

/** A text of a unit, and who said that it is right; a source was said by nobody. */
export interface UnitText extends Content {
  readonly at?: Timestamp;
  readonly by?: MemberId;
}

export interface MemoryUnit {
  readonly place: UnitPlace;
  readonly texts: Readonly<Partial<Record<Locale, UnitText>>>;
  /** Which of them is the source of the others; absent where nobody knows. */
  readonly from?: Locale;
  /** What stands around the source. */
  readonly context?: Context;
}

/** A unit in one direction. */
export interface Pair {
  readonly from: Locale;
  readonly to: Locale;
  readonly source: Content;
  readonly target: Content;
  /** When the later of the two was approved; absent where nobody knows. */
  readonly at?: Timestamp;
  readonly by?: MemberId;
  readonly unit: MemoryUnit;
}

/** A unit in one direction; undefined where it lacks one of the two. */
export function pairOf(unit: MemoryUnit, from: Locale, to: Locale): Pair | undefined {
  const [source, target] = [unit.texts[from], unit.texts[to]];
  if (from === to || source === undefined || target === undefined) return undefined;
  const { at, by } = (source.at ?? '') > (target.at ?? '') ? source : target;
  return { from, to, source, target, ...(at && { at }), ...(by && { by }), unit };
}

export function isFromOutside({ place }: MemoryUnit): boolean {
  return 'batch' in place;
}

/** A unit of a batch as memory keeps it. */
export function outsideUnit(unit: OutsideUnit, place: Extract<UnitPlace, { batch: string }>): MemoryUnit {
  const { texts, at, by } = unit;
  const said = { ...(at && { at }), ...(by && { by }) };
  const contents = Object.entries(texts).map(
    ([locale, text]) => [locale, { ...outsideContent(text), ...said }] as const,
  );
  return { place, texts: Object.fromEntries(contents) };
}

/** A text whose codes mean nothing: each number in angle brackets stands for some mark-up, so that it is no text. */
export function outsideContent(text: string): Content {
  if (!text.includes('<')) return { text, codes: {} };
  const codes = Array.from(text.matchAll(/<\/?(\d{1,6})(\/?)>/gu), ([, number = '', alone]): [string, Code] => [
    number,
    { type: alone === '/' ? 'line-break' : 'emphasis' },
  ]);
  return { text, codes: Object.fromEntries(codes) };
}
