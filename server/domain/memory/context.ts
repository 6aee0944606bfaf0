/**
 * What stands around a segment: the sources before and after it, by their match hashes. Where a unit's neighbours are
 * those of the segment in hand, it is not only the same text but the same place of the same story: an in-context match,
 * 101. The beginning and the end of a document are neighbours too, but not both at once: a document of one segment has
 * no context.
 */
import type { Content } from '../content.ts';
import { isTranslatable, matchHashOf, type DocumentState, type Hash } from '../document.ts';

/** The match hashes of what is before and after; empty at the beginning and at the end. */
export type Context = readonly [before: string, after: string];

/** The context of a stretch of segments that begins at an ordinal. What nobody translates is passed over. */
export function contextOf({ source }: DocumentState, ordinal: number, length: number, hash: Hash): Context {
  const { segments } = source;
  const hashAt = (from: number, step: 1 | -1): string => {
    for (let at = from; ; at += step) {
      const segment = segments[at];
      if (segment === undefined) return '';
      if (isTranslatable(segment)) return matchHashOf(segment, hash);
    }
  };
  return [hashAt(ordinal - 1, -1), hashAt(ordinal + length, 1)];
}

/** The same of a text that stands in no document, between others that are named; undefined where none is. */
export function contextOfTexts(
  before: Content | undefined,
  after: Content | undefined,
  hash: Hash,
): Context | undefined {
  if (before === undefined && after === undefined) return undefined;
  return [before ? matchHashOf(before, hash) : '', after ? matchHashOf(after, hash) : ''];
}

export function isSameContext(one: Context | undefined, other: Context | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one[0] === other[0] && one[1] === other[1] && one[0] + one[1] !== '';
}
