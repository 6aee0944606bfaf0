/** What people say about a segment, and whom they can name. */
import { addComment, commentsOn, resolveComment, type Threads } from '../../app/comment-on-segment.ts';
import type { ReplyOf } from '../../contract/api.ts';
import type { Thread } from '../../domain/document.ts';
import type { World } from '../../ports.ts';
import type { Handlers } from '../endpoint.ts';

type Comments = '/api/documents/:documentId/segments/:segmentId/targets/:locale/comments';
type CommentLines =
  | `GET ${Comments}`
  | `POST ${Comments}`
  | `POST ${Comments}/:commentId/${'resolve' | 'reopen'}`
  | 'GET /api/members';

export function commentHandlers(world: World): Handlers<CommentLines> {
  return {
    'GET /api/documents/:documentId/segments/:segmentId/targets/:locale/comments': async ({ params }) =>
      shown(await commentsOn(world, params)),

    'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/comments': async ({ params, body, by }) =>
      shown(await addComment(world, { ...params, ...body, by })),

    'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/comments/:commentId/resolve': async (call) =>
      shown(await resolveComment(world, { ...call.params, ...call.body, by: call.by, to: 'resolved' })),

    'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/comments/:commentId/reopen': async (call) =>
      shown(await resolveComment(world, { ...call.params, ...call.body, by: call.by, to: 'reopened' })),

    'GET /api/members': async () => ({ members: [...(await world.members())] }),
  };
}

function shown(outcome: Threads) {
  return outcome.ok ? { threads: outcome.threads.map(inView) } : outcome;
}

/** What of a thread leaves the server: a deliberate list. */
function inView({ id, locale, comments, resolved }: Thread): ReplyOf<`GET ${Comments}`>['threads'][number] {
  return {
    threadId: id,
    about: locale ? 'target' : 'source',
    comments: comments.map(({ id: commentId, at, by, text, mentions }) => ({
      commentId,
      at,
      by,
      text,
      mentions: [...mentions],
    })),
    ...(resolved && { resolved }),
  };
}
