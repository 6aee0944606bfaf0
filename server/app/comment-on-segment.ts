/**
 * What people say about a segment, and when it is settled. The threads beside a segment are read from its document; a
 * comment is a decision like any other. Every answer is the list of threads as it then stands, so that a desk shows at
 * once what others have said meanwhile.
 */
import { mentionsIn, threadsBeside } from '../domain/comments.ts';
import type { DecisionHead, DocumentDecision } from '../domain/decision.ts';
import {
  ordinalOf,
  type DecisionId,
  type DocumentState,
  type MemberId,
  type SegmentId,
  type Thread,
} from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import type { Locale } from '../domain/locale.ts';
import type { World } from '../ports.ts';
import type { TargetKey } from './target-view.ts';

export type Threads = { readonly ok: true; readonly threads: readonly Thread[] } | Refusal;

interface Decided extends TargetKey {
  readonly decisionId: DecisionId;
  readonly by: MemberId;
}

export interface CommentOrder extends Decided {
  readonly text: string;
  /** The text of this edition, or the source: then it stands beside every edition. An answer is about what its thread is. */
  readonly about: 'target' | 'source';
  readonly replyTo?: DecisionId;
}

/** The threads beside a segment in a locale. Refusals: document.unknown, locale.unknown, segment.unknown. */
export async function commentsOn(world: World, key: TargetKey): Promise<Threads> {
  const found = await besides(world, key);
  return found.ok ? { ok: true, threads: threadsBeside(found.document, key.segmentId, key.locale) } : found;
}

/** Says something. Refusals: those of `commentsOn`, document.archived, and the domain's (`commentObjection`). */
export async function addComment(world: World, order: CommentOrder): Promise<Threads> {
  const found = await besides(world, order);
  if (!found.ok) return found;
  const { text, about, replyTo } = order;
  const place = replyTo ? placeOf(found.document, order, replyTo) : newPlace(order, about);
  if (place === undefined) return refuse('comment.unknown');
  return decided(world, order, {
    ...headOf(world, order),
    ...place,
    kind: 'comment.added',
    text,
    mentions: mentionsIn(text, await world.members()),
    ...(replyTo && { replyTo }),
  });
}

export interface ResolutionOrder extends Decided {
  /** The comment that begins the thread. */
  readonly commentId: DecisionId;
  readonly to: 'resolved' | 'reopened';
}

/** Settles a thread, or opens it again. Refusals: those of `commentsOn`, document.archived, comment.unknown, .resolved, .open. */
export async function resolveComment(world: World, order: ResolutionOrder): Promise<Threads> {
  const found = await besides(world, order);
  if (!found.ok) return found;
  const { commentId, to } = order;
  const place = placeOf(found.document, order, commentId);
  if (place === undefined) return refuse('comment.unknown');
  return decided(world, order, { ...headOf(world, order), ...place, kind: `comment.${to}`, commentId });
}

async function besides(
  world: World,
  { documentId, segmentId, locale }: TargetKey,
): Promise<{ readonly ok: true; readonly document: DocumentState } | Refusal> {
  const document = await world.store.document(documentId);
  if (document === undefined) return refuse('document.unknown');
  if (!document.to.includes(locale)) return refuse('locale.unknown', { locale });
  if (ordinalOf(document.source, segmentId) === undefined) return refuse('segment.unknown', { segmentId });
  return { ok: true, document };
}

interface Place {
  readonly segmentId: SegmentId;
  readonly locale?: Locale;
}

function newPlace({ segmentId, locale }: TargetKey, about: CommentOrder['about']): Place {
  return about === 'target' ? { segmentId, locale } : { segmentId };
}

/** Where a thread stands that is shown beside this target: in a span, perhaps at another of its segments. */
function placeOf(document: DocumentState, { segmentId, locale }: TargetKey, threadId: DecisionId): Place | undefined {
  const thread = threadsBeside(document, segmentId, locale).find(({ id }) => id === threadId);
  return thread && { segmentId: thread.segmentId, ...(thread.locale && { locale: thread.locale }) };
}

function headOf(world: World, { decisionId, by }: Decided): DecisionHead {
  return { id: decisionId, at: world.clock.now(), by };
}

async function decided(world: World, key: TargetKey, decision: DocumentDecision): Promise<Threads> {
  const committed = await world.store.commit({ stream: key.documentId, decisions: [decision] });
  return committed.ok ? commentsOn(world, key) : committed;
}
