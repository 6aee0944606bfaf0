/**
 * Splitting a target in two paragraphs, joining it with the next one, and taking a join apart: what may be done, and the
 * targets that come of it. A decision of this kind carries those targets (`TargetsAfter`), worked out here when it is
 * made and compared when it is accepted, so that replay needs none of these rules.
 *
 *   state    keeps; of two the lesser; approved becomes reviewed, because nobody has approved the new shape
 *   source   what one of two was outdated for, the whole is outdated for; and because the whole may be just what that
 *            was (a paragraph split and joined again), it is no further than translated
 *   origin   a person's, where one of two is a person's
 */
import { tokenize, withoutCodes, type Content } from './content.ts';
import type { TargetJoined, TargetsAfter, TargetSeparated, TargetSplit } from './decision.ts';
import {
  isOutdated,
  sourceHashOf,
  states,
  untouched,
  type Block,
  type DocumentState,
  type Hash,
  type MemberId,
  type Segment,
  type SegmentId,
  type SegmentKind,
  type State,
  type Target,
  type Timestamp,
} from './document.ts';
import { refuse, type Refusal } from './errors.ts';
import { isFaithful, joinContents, joinTexts, numberingOf, renumber, withoutForeignCodes } from './join-contents.ts';
import type { Locale } from './locale.ts';
import { headOf, lengthOf, segmentFor, spanFrom, spanOf, type Span } from './spans.ts';
import { longestTarget, mostJoined } from './workflow.ts';

/** What print sets as paragraphs can be two, and two of its like can be one; a title or a cell is one line. */
const shapes: Readonly<Partial<Record<SegmentKind, { readonly splits: boolean; readonly joins: boolean }>>> = {
  paragraph: { splits: true, joins: true },
  quotation: { splits: true, joins: true },
  'list-item': { splits: true, joins: true },
  footnote: { splits: true, joins: false },
};

/** The state of a text in another shape. */
export const stateAfter: Readonly<Record<State, State>> = {
  untranslated: 'untranslated',
  translated: 'translated',
  reviewed: 'reviewed',
  approved: 'reviewed',
};

export const paragraphBreak = '\n\n';

/** Whose target is changed, by whom and when. */
export interface Order {
  readonly locale: Locale;
  readonly segmentId: SegmentId;
  readonly at: Timestamp;
  readonly by: MemberId;
}

export type Reshaped = { readonly ok: true; readonly targets: TargetsAfter } | Refusal;

/**
 * A paragraph break at a place in the text; white space around it goes.
 * Refusals: locale.unknown, segment.unknown, target.covered, target.cannot-split.
 */
export function splitTarget(document: DocumentState, order: Order & Pick<TargetSplit, 'offset'>): Reshaped {
  const found = findSpan(document, order);
  if (!found.ok) return found;
  const { segment, target } = found.span;
  const sides = shapes[segment.kind]?.splits ? cutAt({ ...segment, text: target.text }, order.offset) : undefined;
  const text = sides?.join(paragraphBreak);
  if (text === undefined || text === target.text) return refuse('target.cannot-split');
  const { dismissed: _, ...kept } = target;
  const split = { ...kept, text, state: stateAfter[target.state], ...madeBy(target, order) };
  return { ok: true, targets: [[order.segmentId, split]] };
}

/**
 * One target for a span and the one after it.
 * Refusals: locale.unknown, segment.unknown, target.covered, target.cannot-join, target.too-long, target.too-many-joined.
 */
export function joinTargets(document: DocumentState, order: Order, hash: Hash): Reshaped {
  const found = findSpan(document, order);
  if (!found.ok) return found;
  const one = found.span;
  const next = spanFrom(document, order.locale, one.ordinal + one.segments.length);
  const whole = next && areJoinable(one.segment, next.segment) && wholeText(one, next);
  if (!whole) return refuse('target.cannot-join');
  if (one.segments.length + next.segments.length > mostJoined) {
    return refuse('target.too-many-joined', { limit: mostJoined });
  }
  if (whole.text.length > longestTarget) return refuse('target.too-long', { limit: longestTarget });
  const made = madeBy(one.target, order);
  const [first, second] = [one.target, next.target];
  const { text } = whole;
  const joined = { revision: made.revision, text, first, second, at: next.segment.id };
  const target = { text, ...traitsOfBoth(one, next, whole, hash), ...made, joined };
  const covered = { ...untouched, ...madeBy(next.target, order), coveredBy: order.segmentId };
  return {
    ok: true,
    targets: [
      [order.segmentId, target],
      [next.segment.id, covered],
    ],
  };
}

/**
 * Takes the last join of a span apart. Where nobody has changed the text since, each part is again what it was, but
 * for what was decided on the whole meanwhile; else the first keeps all of the text, and the second has none.
 * Refusals: locale.unknown, segment.unknown, target.covered, target.not-joined.
 */
export function separateTarget(document: DocumentState, order: Order): Reshaped {
  const found = findSpan(document, order);
  if (!found.ok) return found;
  const { segments, target, ordinal } = found.span;
  const { joined } = target;
  if (joined === undefined) return refuse('target.not-joined');
  const cut = lengthOf(joined.first);
  const kept = segmentFor(joined.first, segments.slice(0, cut));
  const [first, second] =
    target.text === joined.text
      ? [partAfter(joined.first, target), partAfter(joined.second, target)]
      : [wholeInFirst(found.span, kept), shapeOnly(joined.second)];
  const returned = target.returned && first.state !== 'untranslated' ? { returned: target.returned } : {};
  const covered = document.targets[order.locale]?.[ordinal + cut] ?? untouched;
  return {
    ok: true,
    targets: [
      [order.segmentId, { ...first, ...returned, revision: target.revision + 1 }],
      [joined.at, { ...second, revision: covered.revision + 1 }],
    ],
  };
}

/** What a decision of this kind leads to on this very state; the decision must say the same. */
export function reshape(
  document: DocumentState,
  decision: Order & (TargetSplit | TargetJoined | TargetSeparated),
  hash: Hash,
): Reshaped {
  if (decision.kind === 'target.split') return splitTarget(document, decision);
  return decision.kind === 'target.joined' ? joinTargets(document, decision, hash) : separateTarget(document, decision);
}

/** Whether a text of this kind can be two paragraphs. */
export function canSplit(kind: SegmentKind): boolean {
  return shapes[kind]?.splits ?? false;
}

/** Whether two neighbours can be one: the same kind of paragraph, at the same depth. */
export function areJoinable(one: Pick<Block, 'kind' | 'layout'>, next: Pick<Block, 'kind' | 'layout'>): boolean {
  return (
    (shapes[one.kind]?.joins ?? false) &&
    one.kind === next.kind &&
    one.layout.depth === next.layout.depth &&
    one.layout.quoted === next.layout.quoted
  );
}

/**
 * The two sides of a content at a place, without the white space there; undefined where it cannot be cut: inside a code
 * or what one stands around, inside a letter with its marks, or with nothing to read on one side.
 */
export function cutAt({ text, codes }: Content, offset: number): readonly [string, string] | undefined {
  const sides = [text.slice(0, offset).trimEnd(), text.slice(offset).trimStart()] as const;
  const isFree = isBetweenCodes({ text, codes }, offset) && isBetweenGraphemes(text, offset);
  return isFree && sides.every((side) => withoutCodes(side, codes).trim() !== '') ? sides : undefined;
}

function isBetweenCodes({ text, codes }: Content, offset: number): boolean {
  const open = new Set<string>();
  let end = 0;
  for (const token of tokenize(text, codes)) {
    if (end >= offset) break;
    end += token.text.length;
    if (token.kind === 'open') open.add(token.number);
    if (token.kind === 'close') open.delete(token.number);
    if (token.kind !== 'text' && end > offset) return false;
  }
  return open.size === 0;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

function isBetweenGraphemes(text: string, offset: number): boolean {
  return graphemes.segment(text).containing(offset)?.index === offset;
}

function findSpan(
  document: DocumentState,
  { locale, segmentId }: Order,
): { readonly ok: true; readonly span: Span } | Refusal {
  if (!document.to.includes(locale)) return refuse('locale.unknown', { locale });
  const span = spanOf(document, locale, segmentId);
  if (span === undefined) return refuse('segment.unknown', { segmentId });
  const head = headOf(document, locale, segmentId);
  return head === segmentId ? { ok: true, span } : refuse('target.covered', { segmentId: head });
}

function madeBy({ revision }: Target, { at, by }: Pick<Order, 'at' | 'by'>) {
  return { revision: revision + 1, at, by };
}

type Part = Pick<Span, 'segment' | 'target'>;

/** The target of two sources that become one; undefined where the texts cannot be joined. */
export function joinedTarget(one: Part, next: Part, by: Pick<Order, 'at' | 'by'>, hash: Hash): Target | undefined {
  const whole = wholeText(one, next);
  if (whole === undefined || whole.text.length > longestTarget) return undefined;
  const traits = traitsOfBoth(one, next, whole, hash);
  const { revision, ...signed } = madeBy(one.target, by);
  return { text: whole.text, ...traits, revision, ...(traits.state !== 'untranslated' && signed) };
}

/** The joined text with the codes of the joined source; undefined where something literal would become a code. */
function wholeText(one: Part, next: Part): Content | undefined {
  const source = joinContents(one.segment, next.segment);
  const numbering = numberingOf(one.segment, next.segment);
  const text = joinTexts(one.target.text, renumber(next.target.text, next.segment.codes, numbering));
  const [first, second] = [one, next].map(({ segment, target }) => ({ text: target.text, codes: segment.codes }));
  const whole = { text, codes: source.codes };
  const isWhole = first && second && isFaithful(whole, first, second) && isFaithful(source, one.segment, next.segment);
  return isWhole ? whole : undefined;
}

/** Where it has got, where it is from, and what it was made for. */
function traitsOfBoth(one: Part, next: Part, whole: Content, hash: Hash): Omit<Target, 'text' | 'revision'> {
  const both = [one, next];
  const texts = both.map(({ target }) => target).filter(({ state }) => state !== 'untranslated');
  if (texts.length === 0) return { state: 'untranslated' };
  const outdated = both.find(({ target, segment }) => isOutdated(target, segment, hash));
  const source = { text: joinContents(one.segment, next.segment).text, codes: whole.codes };
  const origin = (texts.find(({ origin }) => origin?.type === 'human') ?? texts[0])?.origin;
  const returned = texts.find(({ returned }) => returned)?.returned;
  const isWhole = texts.length === both.length && outdated === undefined;
  return {
    state: isWhole ? stateAfter[lesser(texts.map(({ state }) => state))] : 'translated',
    sourceHash: outdated?.target.sourceHash ?? sourceHashOf(source, hash),
    ...(origin && { origin }),
    ...(returned && { returned }),
  };
}

function lesser(of: readonly State[]): State {
  return states.find((state) => of.includes(state)) ?? 'untranslated';
}

/** A part as it was; no further than the whole has got where something was decided on that since. */
function partAfter(part: Target, whole: Target): Target {
  if (part.state === 'untranslated' || whole.revision === whole.joined?.revision) return part;
  return { ...part, state: lesser([part.state, whole.state]) };
}

/** All of a changed text, without the codes that its first part does not have. */
function wholeInFirst({ segment, target }: Span, kept: Segment): Target {
  const { joined, dismissed: _, ...whole } = target;
  const text = withoutForeignCodes({ text: target.text, codes: segment.codes }, kept.codes);
  const inner = joined?.first.joined;
  return { ...whole, text, state: stateAfter[target.state], ...(inner && { joined: inner }) };
}

/** A target without its text: what it spans stays. */
function shapeOnly({ joined }: Target): Target {
  return joined ? { ...untouched, joined } : untouched;
}
