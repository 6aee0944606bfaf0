/**
 * Comments: what people say to each other about a segment. A comment begins a thread or answers in one; a thread is about
 * one edition's text of the segment, or about its source, and then stands beside every edition. A thread is open until
 * somebody resolves it. Nothing said is edited or deleted; a comment's id is that of the decision that brought it.
 *
 * A document keeps its threads in one list, in the order in which they began: there are few, and whoever asks for many
 * segments at once asks for counts (`openThreads`). Comments block nothing: what may be published stays a matter of states.
 */
import { composed } from './language/compose.ts';
import type { CommentAdded, CommentReopened, CommentResolved, DecisionHead, SourceReshaped } from './decision.ts';
import {
  ordinalOf,
  type Comment,
  type DocumentState,
  type MemberId,
  type SegmentId,
  type Thread,
  type Timestamp,
} from './document.ts';
import { refuse, type Refusal } from './errors.ts';
import type { Locale } from './locale.ts';
import { headOf } from './spans.ts';

/** The longest comment, in UTF-16 units: two pages. */
export const longestComment = 5000;

/** Whom a comment can name. */
export interface Member {
  readonly memberId: MemberId;
  readonly name: string;
}

interface Place {
  readonly segmentId: SegmentId;
  /** Absent: the source. */
  readonly locale?: Locale;
}

/**
 * The threads that stand beside a target, in the order they began: those about its text and about its source. Of a span,
 * those of all its segments.
 */
export function threadsBeside(document: DocumentState, segmentId: SegmentId, locale: Locale): readonly Thread[] {
  const head = headOf(document, locale, segmentId);
  return threadsIn(document, locale).filter((thread) => headOf(document, locale, thread.segmentId) === head);
}

/** How many open threads stand beside each target in a locale, by its first segment; targets without one are left out. */
export function openThreads(document: DocumentState, locale: Locale): ReadonlyMap<SegmentId, number> {
  const counts = new Map<SegmentId, number>();
  for (const thread of threadsIn(document, locale)) {
    if (thread.resolved) continue;
    const head = headOf(document, locale, thread.segmentId);
    counts.set(head, (counts.get(head) ?? 0) + 1);
  }
  return counts;
}

export interface Commented {
  readonly segmentId: SegmentId;
  readonly locale: Locale;
  /** When the longest open thread began. */
  readonly since: Timestamp;
  /** Everybody whom its open threads name. */
  readonly mentions: readonly MemberId[];
}

/** Every target with an open thread beside it, in all languages: what waits for an answer, and whose. */
export function commentedTargets(document: DocumentState): Commented[] {
  return document.to.flatMap((locale) => {
    const open = threadsIn(document, locale).filter(({ resolved }) => !resolved);
    const byHead = Map.groupBy(open, ({ segmentId }) => headOf(document, locale, segmentId));
    return Array.from(byHead, ([segmentId, threads]) => ({
      segmentId,
      locale,
      since: threads[0]?.comments[0]?.at ?? document.importedAt,
      mentions: [...new Set(threads.flatMap(({ comments }) => comments.flatMap(({ mentions }) => mentions)))],
    }));
  });
}

/**
 * Why a comment is not taken. Refusals: segment.unknown, locale.unknown, comment.empty, comment.too-long,
 * comment.not-well-formed; for an answer comment.unknown (there is no such thread at this place), comment.resolved.
 */
export function commentObjection(document: DocumentState, decision: CommentAdded): Refusal | undefined {
  const { segmentId, locale, text, replyTo } = decision;
  if (ordinalOf(document.source, segmentId) === undefined) return refuse('segment.unknown', { segmentId });
  if (locale && !document.to.includes(locale)) return refuse('locale.unknown', { locale });
  if (text.trim() === '') return refuse('comment.empty');
  if (text.length > longestComment) return refuse('comment.too-long', { limit: longestComment });
  if (!text.isWellFormed()) return refuse('comment.not-well-formed');
  if (replyTo === undefined) return undefined;
  const thread = threadAt(document, replyTo, decision);
  if (thread === undefined) return refuse('comment.unknown');
  return thread.resolved ? refuse('comment.resolved') : undefined;
}

/** Refusals: comment.unknown, comment.resolved, comment.open: it is so already. */
export function resolutionObjection(
  document: DocumentState,
  decision: CommentResolved | CommentReopened,
): Refusal | undefined {
  const thread = threadAt(document, decision.commentId, decision);
  if (thread === undefined) return refuse('comment.unknown');
  if (decision.kind === 'comment.resolved') return thread.resolved ? refuse('comment.resolved') : undefined;
  return thread.resolved ? undefined : refuse('comment.open');
}

/** The threads after a comment; undefined where it answers a thread that is not there. */
export function withComment(
  threads: readonly Thread[],
  { id, at, by, text, mentions, replyTo, segmentId, locale }: DecisionHead & CommentAdded,
): readonly Thread[] | undefined {
  const comment: Comment = { id, at, by, text, mentions };
  if (replyTo === undefined) return [...threads, { id, segmentId, ...(locale && { locale }), comments: [comment] }];
  return changeThread(threads, replyTo, (thread) => ({ ...thread, comments: [...thread.comments, comment] }));
}

/** The threads with one resolved or open again; undefined where it is not there. */
export function withResolution(
  threads: readonly Thread[],
  { kind, at, by, commentId }: DecisionHead & (CommentResolved | CommentReopened),
): readonly Thread[] | undefined {
  return changeThread(threads, commentId, ({ id, segmentId, from, locale, comments }) => ({
    id,
    segmentId,
    ...(from && { from }),
    ...(locale && { locale }),
    comments,
    ...(kind === 'comment.resolved' && { resolved: { at, by } }),
  }));
}

/**
 * The threads after segments of the source were replaced: those of a segment that is gone stand at the first of the new
 * ones, and go back with their segment when it comes back.
 */
export function withSegmentsReplaced(
  threads: readonly Thread[],
  { replaces, segments }: Pick<SourceReshaped, 'replaces' | 'segments'>,
): readonly Thread[] {
  const present = new Set(segments.map(({ id }) => id));
  const [heir] = present;
  return threads.map((thread) => {
    if (heir === undefined || !replaces.includes(thread.segmentId)) return thread;
    const { from, ...rest } = thread;
    if (from !== undefined && present.has(from)) return { ...rest, segmentId: from };
    return present.has(thread.segmentId) ? thread : { ...rest, segmentId: heir, from: thread.segmentId };
  });
}

/** Where a text names a member: [start, end) of `@` and the name. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly memberId: MemberId;
}

/** The members whom a text names, each once. */
export function mentionsIn(text: string, members: readonly Member[]): MemberId[] {
  return [...new Set(mentionsAt(composed(text), members).map(({ memberId }) => memberId))];
}

/**
 * Where a text (in NFC) names members: `@` and a whole name, the longest that fits. Case and the way in which a name's
 * letters are composed make no difference, and a prefix may be tied to it (`ל@נועה`, `و@عمر`); `noa@example.org` names
 * nobody.
 */
export function mentionsAt(text: string, members: readonly Member[]): Mention[] {
  const known = members
    .map(({ memberId, name }) => ({ memberId, name: name.normalize('NFC').toLowerCase() }))
    .filter(({ name }) => name !== '')
    .toSorted((one, other) => other.name.length - one.name.length);
  return Array.from(text.matchAll(/(?<![\p{sc=Latin}\p{N}._-])@/gu), ({ index: start }): Mention | undefined => {
    const endOf = (name: string) => start + 1 + name.length;
    const found = known.find(
      ({ name }) =>
        text.slice(start + 1, endOf(name)).toLowerCase() === name &&
        !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(endOf(name))),
    );
    return found && { start, end: endOf(found.name), memberId: found.memberId };
  }).filter((mention) => mention !== undefined);
}

/** The threads about an edition's texts and about the source's. */
export function threadsIn({ threads = [] }: DocumentState, locale: Locale): readonly Thread[] {
  return threads.filter((thread) => thread.locale === undefined || thread.locale === locale);
}

function threadAt({ threads = [] }: DocumentState, id: string, { segmentId, locale }: Place): Thread | undefined {
  return threads.find((thread) => thread.id === id && thread.segmentId === segmentId && thread.locale === locale);
}

function changeThread(
  threads: readonly Thread[],
  id: string,
  change: (thread: Thread) => Thread,
): readonly Thread[] | undefined {
  const at = threads.findIndex((thread) => thread.id === id);
  const thread = threads[at];
  return thread && threads.with(at, change(thread));
}
