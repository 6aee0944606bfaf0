/**
 * The units that a document or a batch brings to the memory. A document brings one for each stretch of its source that
 * somebody has approved a translation of: the source, and every approved text for the same stretch. Two languages that
 * joined their paragraphs differently bring two.
 */
import {
  isOutdated,
  isTranslatable,
  ordinalOf,
  type DocumentState,
  type Hash,
  type SegmentId,
} from '../domain/document.ts';
import type { Locale } from '../domain/locale.ts';
import { contextOf } from '../domain/memory/context.ts';
import { outsideUnit, type MemoryUnit, type UnitText } from '../domain/memory/unit.ts';
import type { MemoryBatch } from '../domain/site.ts';
import { spanOf, type Span } from '../domain/spans.ts';

/** Under which key the memory has the units that begin with a segment. */
export function keyOfSegment(documentId: string, segmentId: SegmentId): string {
  return `${documentId} ${segmentId}`;
}

/** The same of a unit of a batch. */
export function keyOfOutside(batch: string, index: number): string {
  return `${batch} ${index}`;
}

/** The units of a document that begin with a segment; mostly one, or none where nothing is approved. */
export function unitsOfSegment(document: DocumentState, segmentId: SegmentId, hash: Hash): MemoryUnit[] {
  const approved = document.to.flatMap((locale) => {
    const span = spanOf(document, locale, segmentId);
    return span && isApproved(span, hash) ? [{ locale, span }] : [];
  });
  const stretches = Map.groupBy(approved, ({ span }) => span.segments.length);
  return [...stretches.values()].flatMap((same) => unitOf(document, same, hash));
}

function isApproved({ target, segment }: Span, hash: Hash): boolean {
  return target.state === 'approved' && target.coveredBy === undefined && !isOutdated(target, segment, hash);
}

interface Approved {
  readonly locale: Locale;
  readonly span: Span;
}

function unitOf(document: DocumentState, approved: readonly Approved[], hash: Hash): MemoryUnit[] {
  const [first] = approved;
  if (first === undefined) return [];
  const { segment, segments, ordinal } = first.span;
  const from = document.source.locale;
  const targets = approved.map(({ locale, span: { target, segment } }): [Locale, UnitText] => {
    const { text, at = document.changedAt, by } = target;
    return [locale, { text, codes: segment.codes, at, ...(by && { by }) }];
  });
  return [
    {
      place: { documentId: document.id, segmentId: segment.id },
      texts: { [from]: segment, ...Object.fromEntries(targets) },
      from,
      context: contextOf(document, ordinal, segments.length, hash),
    },
  ];
}

/** A unit of a batch; undefined where it was removed. */
export function unitOfBatch({ id, name, at, by, units }: MemoryBatch, index: number): MemoryUnit | undefined {
  const unit = units[index];
  return unit ? outsideUnit({ at, by, ...unit }, { batch: id, name, index }) : undefined;
}

/** Segments, and those whose context they are: units remember their neighbours. */
export function withNeighbours({ source }: DocumentState, ids: Iterable<SegmentId>): Set<SegmentId> {
  const { segments } = source;
  const own = [...ids];
  const touched = new Set(own);
  for (const id of own) {
    const ordinal = ordinalOf(source, id);
    if (ordinal === undefined) continue;
    const before = segments.slice(0, ordinal).findLast(isTranslatable);
    const after = segments.slice(ordinal + 1).find(isTranslatable);
    for (const neighbour of [before, after]) if (neighbour) touched.add(neighbour.id);
  }
  return touched;
}
