/**
 * What the desk sends, and what came of it. An answer is the target as it then stands, a refusal (the decision had no
 * effect), or nothing certain: no answer, a server in trouble, too many requests, a lost session. Then the same decision
 * may go again under its id, and the server answers it once more.
 */
import type { TargetView } from '../../server/contract/schemas.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { Problem, type call as callServer } from '../api.ts';
import type { Act, Fault } from './desk-state.ts';
import type { Attempt } from './unsaved.ts';

export type Outcome = { readonly type: 'taken'; readonly target: TargetView } | Failure;

export interface Failure {
  readonly type: 'refused' | 'unanswered';
  readonly fault: Fault;
  /** What stands there now, where that is why it was refused. */
  readonly current?: TargetView | undefined;
  /** What is no `Problem` is a bug of ours: to be thrown on, but it leaves nothing at "sending". */
  readonly bug?: Error;
}

export interface Sender {
  readonly save: (segmentId: string, attempt: Attempt) => Promise<Outcome>;
  readonly judge: (segmentId: string, act: Act, decision: DecisionHead) => Promise<Outcome>;
}

export interface DecisionHead {
  readonly decisionId: string;
  readonly baseRevision: number;
  readonly activeMs?: number;
}

/** An answer that has not come by then is lost. */
const patienceMs = 30_000;

const lines = {
  save: 'PUT /api/documents/:documentId/segments/:segmentId/targets/:locale',
  review: 'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/review',
  approve: 'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/approve',
  return: 'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/return',
  reopen: 'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/reopen',
  split: 'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/split',
  join: 'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/join',
  separate: 'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/separate',
  undo: 'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/undo',
} as const;

export function sender(call: typeof callServer, documentId: string, locale: Locale): Sender {
  const patience = () => AbortSignal.timeout(patienceMs);
  return {
    save: (segmentId, { text, baseRevision, decisionId, activeMs }) => {
      const params = { documentId, segmentId, locale };
      const body = { text, baseRevision, decisionId, ...(activeMs !== undefined && { activeMs }) };
      return outcomeOf(call(lines.save, { params, body }, patience()));
    },
    judge: (segmentId, { kind, words = '', categories, offset = 0, undoes }, head) => {
      const params = { documentId, segmentId, locale };
      if (kind === 'return') {
        const body = { ...head, reason: words, ...(categories && categories.length > 0 && { categories }) };
        return outcomeOf(call(lines.return, { params, body }, patience()));
      }
      if (kind === 'approve') {
        return outcomeOf(
          call(lines.approve, { params, body: { ...head, ...(words && { dismiss: words }) } }, patience()),
        );
      }
      if (kind === 'split') return outcomeOf(call(lines.split, { params, body: { ...head, offset } }, patience()));
      if (kind === 'undo') {
        return outcomeOf(call(lines.undo, { params, body: { ...head, ...(undoes && { undoes }) } }, patience()));
      }
      return outcomeOf(call(lines[kind], { params, body: head }, patience()));
    },
  };
}

async function outcomeOf(answer: Promise<TargetView>): Promise<Outcome> {
  try {
    return { type: 'taken', target: await answer };
  } catch (error) {
    if (error instanceof Problem) return failureOf(error);
    const bug = error instanceof Error ? error : new Error(String(error));
    return { type: 'unanswered', fault: { code: 'server.fault', params: {} }, bug };
  }
}

function failureOf({ status, code, params, current }: Problem): Failure {
  const mayPass = status === 0 || status === 401 || status === 429 || status >= 500;
  return { type: mayPass ? 'unanswered' : 'refused', fault: { code, params }, current };
}
