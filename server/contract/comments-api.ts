/**
 * What people say beside a segment, and whom they can name. Every change answers with all that then stands beside the
 * segment.
 */
import { Type, type Static } from 'typebox';
import { longestComment } from '../domain/comments.ts';
import { everywhere, ofTarget, type Endpoint, type RequestLine } from './endpoint.ts';
import { placeRefusals } from './refusals.ts';
import { exact, list, oneOf, TargetKey, Uuid } from './schemas.ts';

const CommentKey = exact({ ...TargetKey.properties, commentId: Uuid });

export const MemberView = exact({ memberId: Type.String(), name: Type.String() });
export type MemberView = Static<typeof MemberView>;

const CommentView = exact({
  commentId: Uuid,
  at: Type.String(),
  by: Type.String(),
  text: Type.String(),
  /** Whom it names. */
  mentions: list(Type.String()),
});

export const ThreadView = exact({
  /** Its first comment's. */
  threadId: Uuid,
  /** This edition's text, or the source: then every edition shows it. */
  about: oneOf(['target', 'source'] as const),
  comments: list(CommentView),
  resolved: Type.Optional(exact({ at: Type.String(), by: Type.String() })),
});
export type ThreadView = Static<typeof ThreadView>;

const ThreadList = exact({ threads: list(ThreadView) });

const AddComment = exact({
  decisionId: Uuid,
  text: Type.String({ maxLength: longestComment }),
  about: oneOf(['target', 'source'] as const),
  /** The comment that begins the thread; the answer is about what its thread is about. */
  replyTo: Type.Optional(Uuid),
});

export const commentsApi = {
  'GET /api/documents/:documentId/segments/:segmentId/targets/:locale/comments': {
    summary: 'What people said beside a segment in a language, about its text there or about its source',
    params: TargetKey,
    reply: ThreadList,
    refusals: placeRefusals,
    needs: { action: 'read', scope: ofTarget },
  },
  'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/comments': {
    summary: 'Say something, or answer; @name names a member',
    params: TargetKey,
    body: AddComment,
    reply: ThreadList,
    refusals: [
      ...placeRefusals,
      'comment.empty',
      'comment.not-well-formed',
      'comment.unknown',
      'comment.resolved',
      'document.archived',
      'decision.reused',
    ],
    needs: { action: 'comment', scope: ofTarget },
  },
  'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/comments/:commentId/resolve': {
    summary: 'Settle what a comment began',
    params: CommentKey,
    body: exact({ decisionId: Uuid }),
    reply: ThreadList,
    refusals: [...placeRefusals, 'comment.unknown', 'comment.resolved', 'document.archived', 'decision.reused'],
    needs: { action: 'comment', scope: ofTarget },
  },
  'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/comments/:commentId/reopen': {
    summary: 'Open again what was settled',
    params: CommentKey,
    body: exact({ decisionId: Uuid }),
    reply: ThreadList,
    refusals: [...placeRefusals, 'comment.unknown', 'comment.open', 'document.archived', 'decision.reused'],
    needs: { action: 'comment', scope: ofTarget },
  },
  'GET /api/members': {
    summary: 'Whom a comment can name',
    reply: exact({ members: Type.Array(MemberView) }),
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },
} as const satisfies Record<RequestLine, Endpoint>;
