/**
 * What the checks find in an edition, and what people let stand. A dismissal holds for the text that a finding marks,
 * which is therefore what names it.
 */
import { Type, type Static } from 'typebox';
import { severities } from '../domain/checks/check.ts';
import { longestReason } from '../domain/checks/dismissal.ts';
import { bodyLimits, ofTarget, type Endpoint, type RequestLine } from './endpoint.ts';
import { PolicyView } from './policies-api.ts';
import { editionRefusals, placeRefusals } from './refusals.ts';
import { Codes, Count, EditionKey, exact, list, oneOf, Params, ShortId, StateName, Uuid } from './schemas.ts';

/** What names a finding to be dismissed. */
const dismissible = {
  /** Absent: in the whole edition, which no error is. */
  segmentId: Type.Optional(ShortId),
  check: Type.String({ minLength: 1, maxLength: 100 }),
  /** The text that the finding marks (`markedText`). */
  marked: Type.String({ maxLength: 1_000_000 }),
};

export const DismissalView = exact({
  ...dismissible,
  reason: Type.Optional(Type.String()),
  by: Type.String(),
  at: Type.String(),
});
export type DismissalView = Static<typeof DismissalView>;

const DismissCheck = exact({
  decisionId: Uuid,
  ...dismissible,
  /** An error wants one. */
  reason: Type.Optional(Type.String({ maxLength: longestReason })),
});

const ReinstateCheck = exact({ decisionId: Uuid, ...dismissible });

/** What the desk needs beside a text to check it as it is typed. */
const CheckStandings = exact({ policy: PolicyView, dismissals: list(DismissalView) });

const SpanView = Type.Unsafe<readonly [number, number]>(Type.Tuple([Count, Count]));

export const FindingView = exact({
  segmentId: ShortId,
  ordinal: Count,
  check: Type.String(),
  severity: oneOf(severities),
  /** Of the target's text; none: the text as a whole. */
  spans: list(SpanView),
  sourceSpans: Type.Optional(list(SpanView)),
  params: Type.Optional(Params),
  fix: Type.Optional(list(exact({ span: SpanView, text: Type.String() }))),
  isInSource: Type.Optional(Type.Literal(true)),
  /** The check fires so often in this edition that it is one row for all of it. */
  isCollapsed: Type.Optional(Type.Literal(true)),
  /** By which it is dismissed. */
  marked: Type.String(),
  dismissed: Type.Optional(
    exact({
      reason: Type.Optional(Type.String()),
      by: Type.String(),
      at: Type.String(),
      /** In its segment, with the whole edition, or by an approval in spite of it, which is reopened instead. */
      how: oneOf(['segment', 'edition', 'approval'] as const),
    }),
  ),
});
export type FindingView = Static<typeof FindingView>;

/** A text in which something was found. */
export const CheckedSegment = exact({
  segmentId: ShortId,
  ordinal: Count,
  codes: Codes,
  text: Type.String(),
  /** Absent in the source's own edition, whose text is the source. */
  source: Type.Optional(Type.String()),
  state: Type.Optional(StateName),
  revision: Type.Optional(Count),
});
export type CheckedSegment = Static<typeof CheckedSegment>;

export const EditionFindings = exact({
  policy: PolicyView,
  findings: list(FindingView),
  /** Those with findings, in the order of the text. */
  segments: list(CheckedSegment),
  /** How many texts were checked. */
  checked: Count,
});
export type EditionFindings = Static<typeof EditionFindings>;

/** How many findings are open, by severity, and how many are dismissed. */
const FindingCounts = exact({ error: Count, warning: Count, info: Count, style: Count, dismissed: Count });

const dismissalRefusals = [...placeRefusals, 'document.archived', 'decision.reused'] as const;

export const checksApi = {
  'GET /api/documents/:documentId/checks/:locale': {
    summary: "Everything that the checks find in an edition, what is dismissed too; of the source's own, in the source",
    params: EditionKey,
    reply: EditionFindings,
    refusals: editionRefusals,
    needs: { action: 'read', scope: ofTarget },
  },
  'GET /api/documents/:documentId/checks/:locale/counts': {
    summary: 'How much the checks find in an edition, by severity',
    params: EditionKey,
    reply: FindingCounts,
    refusals: editionRefusals,
    needs: { action: 'read', scope: ofTarget },
  },
  'GET /api/documents/:documentId/checks/:locale/dismissals': {
    summary: 'What checks need to know of an edition beside its texts: its policy, and what is dismissed in it',
    params: EditionKey,
    reply: CheckStandings,
    refusals: editionRefusals,
    needs: { action: 'read', scope: ofTarget },
  },
  'POST /api/documents/:documentId/checks/:locale/dismiss': {
    summary: 'Let a finding stand, for as long as the text that it marks does; an error wants a reason',
    params: EditionKey,
    body: DismissCheck,
    reply: CheckStandings,
    refusals: [
      ...dismissalRefusals,
      'check.unknown',
      'check.reason-missing',
      'target.too-long',
      'target.not-well-formed',
      'comment.too-long',
    ],
    needs: { action: 'edit', scope: ofTarget },
    bodyLimit: bodyLimits.texts,
  },
  'POST /api/documents/:documentId/checks/:locale/reinstate': {
    summary: 'Take a dismissal back',
    params: EditionKey,
    body: ReinstateCheck,
    reply: CheckStandings,
    refusals: [...dismissalRefusals, 'check.not-dismissed'],
    needs: { action: 'edit', scope: ofTarget },
    bodyLimit: bodyLimits.texts,
  },
} as const satisfies Record<RequestLine, Endpoint>;
