/**
 * What a person decides on one target: its text, its state, and which paragraphs it stands for. A decision says on which
 * revision it is based; where somebody was quicker it is refused (`target.stale`).
 */
import { Type } from 'typebox';
import { mostActiveMs } from '../domain/active-time.ts';
import { bodyLimits, ofTarget, type Endpoint, type RequestLine } from './endpoint.ts';
import { placeRefusals } from './refusals.ts';
import { decisionHead, exact, returnReason, TargetKey, TargetView, Uuid } from './schemas.ts';

/** An act at the desk may say how long the person was at it; of a decision sent again, the first word counts. */
const actHead = {
  ...decisionHead,
  activeMs: Type.Optional(Type.Integer({ minimum: 1, maximum: mostActiveMs })),
};

const PlainDecision = exact(actHead);
const SaveTarget = exact({ ...actHead, text: Type.String({ maxLength: 1_000_000 }) });

const ApproveTarget = exact({
  ...actHead,
  dismiss: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
});

/** With a category, with words, or with both. */
const ReturnTarget = exact({
  ...actHead,
  reason: Type.String({ maxLength: 2000 }),
  categories: returnReason.categories,
});

const UndoTarget = exact({
  ...decisionHead,
  /** The decision to take back; absent: the last one on this target. */
  undoes: Type.Optional(Uuid),
});

const SplitTarget = exact({
  ...decisionHead,
  /** UTF-16 units of the text before the new paragraph. */
  offset: Type.Integer({ minimum: 1 }),
});

const targetRefusals = [
  ...placeRefusals,
  'target.stale',
  'target.state',
  'target.covered',
  'document.archived',
  'decision.reused',
] as const;

const reshapeRefusals = [
  ...placeRefusals,
  'target.stale',
  'target.covered',
  'document.archived',
  'decision.reused',
] as const;

export const targetsApi = {
  'PUT /api/documents/:documentId/segments/:segmentId/targets/:locale': {
    summary: "Save a person's text",
    params: TargetKey,
    body: SaveTarget,
    reply: TargetView,
    refusals: [...targetRefusals, 'target.empty', 'target.too-long', 'target.not-well-formed', 'content.look-alike'],
    needs: { action: 'edit', scope: ofTarget },
    bodyLimit: bodyLimits.texts,
  },
  'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/review': {
    summary: 'Read against the source, nothing to change',
    params: TargetKey,
    body: PlainDecision,
    reply: TargetView,
    refusals: targetRefusals,
    needs: { action: 'edit', scope: ofTarget },
  },
  'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/approve': {
    summary: 'Sign off',
    params: TargetKey,
    body: ApproveTarget,
    reply: TargetView,
    refusals: [...targetRefusals, 'check.open'],
    needs: { action: 'approve', scope: ofTarget },
  },
  'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/return': {
    summary: 'Send back for correction, with the reason',
    params: TargetKey,
    body: ReturnTarget,
    reply: TargetView,
    refusals: [...targetRefusals, 'target.reason-missing'],
    needs: { action: 'approve', scope: ofTarget },
  },
  'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/reopen': {
    summary: 'Take an approval or a review back',
    params: TargetKey,
    body: PlainDecision,
    reply: TargetView,
    refusals: targetRefusals,
    needs: { action: 'edit', scope: ofTarget },
  },
  'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/undo': {
    summary: "Take back one's own last decision, or a machine's draft: what stood before it stands again",
    params: TargetKey,
    body: UndoTarget,
    reply: TargetView,
    refusals: [...targetRefusals, 'undo.nothing', 'undo.overtaken', 'undo.not-yours'],
    needs: { action: 'edit', scope: ofTarget },
  },
  'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/split': {
    summary: 'Begin a new paragraph within the text',
    params: TargetKey,
    body: SplitTarget,
    reply: TargetView,
    refusals: [...reshapeRefusals, 'target.cannot-split'],
    needs: { action: 'edit', scope: ofTarget },
  },
  'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/join': {
    summary: 'Make one target of this one and the next: one paragraph in this edition',
    params: TargetKey,
    body: PlainDecision,
    reply: TargetView,
    refusals: [...reshapeRefusals, 'target.cannot-join', 'target.too-long', 'target.too-many-joined'],
    needs: { action: 'edit', scope: ofTarget },
  },
  'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/separate': {
    summary: 'Take a join apart; the parts are what they were where the text has not changed since',
    params: TargetKey,
    body: PlainDecision,
    reply: TargetView,
    refusals: [...reshapeRefusals, 'target.not-joined'],
    needs: { action: 'edit', scope: ofTarget },
  },
} as const satisfies Record<RequestLine, Endpoint>;
