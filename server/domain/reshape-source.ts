/**
 * Splitting a paragraph of the source, or joining it with the next one, for all editions: a new version of the source.
 * The first keeps its id, codes keep their numbers (of two that meet, the second's are numbered anew), and each edition's
 * targets come along: after a split the first keeps the translation, for somebody to part; after a join the
 * translations are joined as the sources are. A publication keeps the version that it froze.
 *
 * The first's target is a revision further in every edition, one that nobody has touched too: a text that somebody
 * writes meanwhile is for another source, and its save, which names the revision before, is stale.
 *
 * An undo is the inverse with `undoes`. It gives the segments and the targets back as they were, so it is possible only
 * while nothing else has been decided on any of them.
 */
import { tokenize, type Codes, type Content } from './content.ts';
import type { SourceJoined, SourceReshaped, SourceSplit, TargetsAfter } from './decision.ts';
import {
  ordinalOf,
  untouched,
  type DocumentState,
  type Hash,
  type MemberId,
  type Segment,
  type SegmentId,
  type Target,
  type Timestamp,
} from './document.ts';
import { refuse, type Refusal } from './errors.ts';
import { isFaithful, joinContents, withoutForeignCodes } from './join-contents.ts';
import type { Locale } from './locale.ts';
import { areJoinable, cutAt, joinedTarget, stateAfter } from './reshape.ts';
import { spanOf } from './spans.ts';

export interface SourceOrder {
  readonly segmentId: SegmentId;
  readonly at: Timestamp;
  readonly by: MemberId;
}

export type ReshapedSource =
  | ({ readonly ok: true } & Pick<SourceReshaped, 'version' | 'replaces' | 'segments' | 'targets'>)
  | Refusal;

/**
 * Two paragraphs of one, the white space between them gone.
 * Refusals: segment.unknown, source.cannot-split, source.joined-in (one edition has it in a join).
 */
export function splitSource(
  document: DocumentState,
  order: SourceOrder & { readonly offset: number; readonly newSegmentId: SegmentId },
): ReshapedSource {
  const found = find(document, order.segmentId, 1);
  if (!found.ok) return found;
  const [segment] = found.segments;
  const sides = segment && canReshape(segment) ? cutAt(segment, order.offset) : undefined;
  if (segment === undefined || sides === undefined) return refuse('source.cannot-split');
  const [first, second] = sides.map((text) => ({ text, codes: codesIn(text, segment.codes) }));
  if (first === undefined || second === undefined) return refuse('source.cannot-split');
  const segments = [
    { ...segment, ...first },
    { ...segment, id: order.newSegmentId, ...second },
  ];
  const carry = ([target = untouched]: readonly Target[]): TargetsAfter => [
    [segment.id, keptAfterSplit(target, segment, first, order)],
  ];
  return reshaped(document, [segment], segments, carry);
}

/**
 * One paragraph of two.
 * Refusals: segment.unknown, source.cannot-join, source.joined-in.
 */
export function joinSource(document: DocumentState, order: SourceOrder, hash: Hash): ReshapedSource {
  const found = find(document, order.segmentId, 2);
  if (!found.ok) return found;
  const [one, next] = found.segments;
  if (!one || !next || !canReshape(one) || !areJoinable(one, next)) return refuse('source.cannot-join');
  const whole: Segment = { ...one, ...joinContents(one, next) };
  if (!isFaithful(whole, one, next)) return refuse('source.cannot-join');
  let isPossible = true;
  const carry = ([first = untouched, second = untouched]: readonly Target[]): TargetsAfter => {
    const target = joinedTarget({ segment: one, target: first }, { segment: next, target: second }, order, hash);
    if (target === undefined) isPossible = false;
    return target ? [[one.id, target]] : [];
  };
  const outcome = reshaped(document, [one, next], [whole], carry);
  return isPossible ? outcome : refuse('source.cannot-join');
}

/** What a decision of this kind leads to on this very state; where it is no undo, the decision must say the same. */
export function reshapeSource(
  document: DocumentState,
  decision: SourceOrder & (SourceSplit | SourceJoined),
  hash: Hash,
): ReshapedSource {
  if (decision.kind === 'source.joined') return joinSource(document, decision, hash);
  return splitSource(document, { ...decision, newSegmentId: decision.segments[1]?.id ?? '' });
}

/** The locales whose targets come along: those it is translated into, and any that it was. */
export function carriedLocales({ to, targets }: DocumentState): Locale[] {
  return [...new Set([...to, ...(Object.keys(targets) as Locale[])])];
}

/** A numbered item stays one: its neighbours' numbers would say another thing. */
function canReshape(segment: Segment): boolean {
  return areJoinable(segment, segment) && segment.layout.number === undefined;
}

function find(
  document: DocumentState,
  segmentId: SegmentId,
  count: number,
): { readonly ok: true; readonly segments: readonly Segment[] } | Refusal {
  const ordinal = ordinalOf(document.source, segmentId);
  if (ordinal === undefined) return refuse('segment.unknown', { segmentId });
  const segments = document.source.segments.slice(ordinal, ordinal + count);
  const joinedIn = document.to.find((locale) => segments.some(({ id }) => isPartOfJoin(document, locale, id)));
  return joinedIn ? refuse('source.joined-in', { locale: joinedIn }) : { ok: true, segments };
}

function isPartOfJoin(document: DocumentState, locale: Locale, segmentId: SegmentId): boolean {
  const { joined, coveredBy } = spanOf(document, locale, segmentId)?.target ?? untouched;
  return joined !== undefined || coveredBy !== undefined;
}

/** The new version: these segments for those, and in each edition what becomes of their targets. */
function reshaped(
  document: DocumentState,
  before: readonly Segment[],
  segments: readonly Segment[],
  carry: (targets: readonly Target[]) => TargetsAfter,
): ReshapedSource {
  const start = ordinalOf(document.source, before[0]?.id ?? '') ?? 0;
  const targets = carriedLocales(document).map((locale) => {
    const after = carry(document.targets[locale]?.slice(start, start + before.length) ?? []);
    return [locale, after] as const;
  });
  const replaces = before.map(({ id }) => id);
  return {
    ok: true,
    version: document.source.version + 1,
    replaces,
    segments,
    targets: Object.fromEntries(targets),
  };
}

function codesIn(text: string, codes: Codes): Codes {
  const numbers = new Set(tokenize(text, codes).flatMap((token) => (token.kind === 'text' ? [] : [token.number])));
  return Object.fromEntries(Object.entries(codes).filter(([number]) => numbers.has(number)));
}

/** The whole translation stays with the first; the codes that went to the second cannot, and then it is looked at anew. */
function keptAfterSplit(target: Target, before: Content, first: Content, { at, by }: SourceOrder): Target {
  const text = withoutForeignCodes({ text: target.text, codes: before.codes }, first.codes);
  const isSame = text === target.text;
  const signed = target.state === 'untranslated' ? {} : { at, by };
  return {
    ...target,
    text,
    state: isSame ? target.state : stateAfter[target.state],
    revision: target.revision + 1,
    ...signed,
  };
}
