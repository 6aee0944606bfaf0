/**
 * Spans: what one target stands for. That is one segment, until somebody joins its target with the next one's; then the
 * first segment's target stands for all of them, its source is theirs one after the other, and on the others nothing
 * is decided. Everything that walks the targets of a document walks spans: what counts, blocks, publishes, renders or
 * translates a segment that another's target covers would do it twice.
 *
 * A join remembers the two targets that it joined (`Target.joined`), so spans form a tree and are taken apart the way
 * they were put together. Source versions change no segment that is part of one.
 */
import {
  ordinalOf,
  targetOf,
  type DocumentState,
  type Joined,
  type Segment,
  type SegmentId,
  type Target,
} from './document.ts';
import { joinContents, numberingOf, renumber } from './join-contents.ts';
import type { Locale } from './locale.ts';

export interface Span {
  /** Where it begins. */
  readonly ordinal: number;
  /** Id, kind and layout of its first segment; text and codes of all. */
  readonly segment: Segment;
  readonly segments: readonly Segment[];
  readonly target: Target;
}

/** All spans of a document in a locale, in reading order; those that nobody translates among them. */
export function spansOf(document: DocumentState, locale: Locale): Span[] {
  const { segments } = document.source;
  const targets = document.targets[locale];
  const spans: Span[] = [];
  for (let ordinal = 0; ordinal < segments.length;) {
    const span = spanFrom(document, locale, ordinal);
    if (span) spans.push(span);
    ordinal += targets ? lengthOf(targets[ordinal]) : 1;
  }
  return spans;
}

/** The span that begins at an ordinal; undefined beyond the end. */
export function spanFrom(document: DocumentState, locale: Locale, ordinal: number): Span | undefined {
  const segment = document.source.segments[ordinal];
  if (segment === undefined) return undefined;
  const target = targetOf(document, locale, ordinal);
  if (target.joined === undefined) return { ordinal, segment, segments: [segment], target };
  const segments = document.source.segments.slice(ordinal, ordinal + lengthOf(target));
  return { ordinal, segment: joinedSegment(target.joined, segments), segments, target };
}

/** The span that begins with a segment; of a covered segment that alone, with its target that says so. */
export function spanOf(document: DocumentState, locale: Locale, segmentId: SegmentId): Span | undefined {
  const ordinal = ordinalOf(document.source, segmentId);
  return ordinal === undefined ? undefined : spanFrom(document, locale, ordinal);
}

/** The first segment of the span that a segment is part of: often itself. */
export function headOf(document: DocumentState, locale: Locale, segmentId: SegmentId): SegmentId {
  const ordinal = ordinalOf(document.source, segmentId);
  const head = ordinal === undefined ? undefined : targetOf(document, locale, ordinal).coveredBy;
  return head === undefined ? segmentId : headOf(document, locale, head);
}

/** The source of each segment that a target stands for, with its codes numbered as in the whole. */
export function partsOf(
  { joined }: Target,
  segments: readonly Segment[],
): Array<{ readonly segmentId: SegmentId; readonly text: string }> {
  if (joined === undefined) return segments.map(({ id, text }) => ({ segmentId: id, text }));
  const cut = lengthOf(joined.first);
  const [first, second] = [segments.slice(0, cut), segments.slice(cut)];
  const [one, other] = [segmentFor(joined.first, first), segmentFor(joined.second, second)];
  const numbering = numberingOf(one, other);
  const moved = partsOf(joined.second, second).map(({ segmentId, text }) => {
    return { segmentId, text: renumber(text, other.codes, numbering) };
  });
  return [...partsOf(joined.first, first), ...moved];
}

/** How many segments a target stands for. */
export function lengthOf(target: Target | undefined): number {
  return target?.joined ? lengthOf(target.joined.first) + lengthOf(target.joined.second) : 1;
}

const known = new WeakMap<Joined, { readonly segments: readonly Segment[]; readonly whole: Segment }>();

/** Spans change seldom and are asked for often: each is put together once, so that its hash is taken once too. */
function joinedSegment(joined: Joined, segments: readonly Segment[]): Segment {
  const found = known.get(joined);
  const isSame = found?.segments.length === segments.length && found.segments.every((one, at) => one === segments[at]);
  if (found && isSame) return found.whole;
  const whole = wholeOf(joined, segments);
  known.set(joined, { segments, whole });
  return whole;
}

function wholeOf({ first, second }: Joined, segments: readonly Segment[]): Segment {
  const cut = lengthOf(first);
  const [head, tail] = [segmentFor(first, segments.slice(0, cut)), segmentFor(second, segments.slice(cut))];
  return { ...head, ...joinContents(head, tail) };
}

/** The segment that a target stands for: the first of its segments, with the text and codes of all. */
export function segmentFor({ joined }: Target, segments: readonly Segment[]): Segment {
  const [only] = segments;
  if (only === undefined) throw new Error('a span reaches beyond the end of its document');
  return joined ? wholeOf(joined, segments) : only;
}
