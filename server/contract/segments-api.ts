/**
 * Source and target as they are read: segment by segment, one by one, and through their history. What changes them
 * stands in `targets-api.ts`, `bulk-api.ts` and `source-api.ts`.
 */
import { Type, type Static, type TSchema } from 'typebox';
import type { DiffBaseName } from '../domain/diff-bases.ts';
import { importLimits } from '../domain/limits.ts';
import { ofDocument, ofTarget, type Endpoint, type RequestLine } from './endpoint.ts';
import { editionRefusals, placeRefusals } from './refusals.ts';
import {
  Codes,
  Count,
  DocumentKey,
  exact,
  KindName,
  Layout,
  list,
  LocaleName,
  oneOf,
  OriginView,
  returnReason,
  ShortId,
  StateName,
  TargetKey,
  TargetView,
  Uuid,
} from './schemas.ts';

export const SegmentRow = exact({
  segmentId: ShortId,
  ordinal: Count,
  kind: KindName,
  layout: Layout,
  text: Type.String(),
  codes: Codes,
  /** Absent where the segment is not translated (code, separators), and in the source's own locale. */
  target: Type.Optional(TargetView),
  /** Where one target stands for several segments: the source of each, its codes numbered as in `codes`. */
  parts: Type.Optional(list(exact({ segmentId: ShortId, text: Type.String() }))),
  /** The segment whose target stands for this one too; it has none of its own. */
  coveredBy: Type.Optional(ShortId),
  /** Open threads beside it in this locale; absent where there is none. */
  openComments: Type.Optional(Count),
});
export type SegmentRow = Static<typeof SegmentRow>;

const SegmentPage = exact({ rows: list(SegmentRow), total: Count });

export const HistoryEntry = exact({
  decisionId: Uuid,
  kind: Type.String(),
  at: Type.String(),
  by: Type.String(),
  revision: Type.Optional(Count),
  text: Type.Optional(Type.String()),
  origin: Type.Optional(OriginView),
  /** Of a return, and of an approval in spite of a fault. */
  reason: Type.Optional(Type.String()),
  categories: returnReason.categories,
  /** The decision that this one takes back. */
  undoes: Type.Optional(Uuid),
});
export type HistoryEntry = Static<typeof HistoryEntry>;

const BaseText = exact({ text: Type.String(), revision: Count });

/** Bases that the desk compares the present text with; one that is missing has no text. */
export const DiffBases = exact({
  bases: exact({
    draft: Type.Optional(BaseText),
    previous: Type.Optional(BaseText),
    approved: Type.Optional(BaseText),
    published: Type.Optional(BaseText),
    looked: Type.Optional(BaseText),
  } satisfies Record<DiffBaseName, TSchema>),
  /** What the source said when this was approved, or else written; absent where it says the same now. */
  source: Type.Optional(
    exact({
      text: Type.String(),
      codes: Codes,
      since: oneOf(['approved', 'written'] as const),
      at: Type.String(),
    }),
  ),
});
export type DiffBases = Static<typeof DiffBases>;

export const segmentsApi = {
  'GET /api/documents/:documentId/segments': {
    summary: 'Source and target, segment by segment',
    params: DocumentKey,
    query: exact({
      locale: LocaleName,
      state: Type.Optional(StateName),
      query: Type.Optional(Type.String({ maxLength: 200 })),
      from: Type.Optional(Count),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: importLimits.segments })),
    }),
    reply: SegmentPage,
    refusals: editionRefusals,
    needs: { action: 'read', scope: ofDocument },
  },
  'GET /api/documents/:documentId/segments/:segmentId/targets/:locale': {
    summary: 'One target',
    params: TargetKey,
    reply: TargetView,
    refusals: placeRefusals,
    needs: { action: 'read', scope: ofTarget },
  },
  'GET /api/documents/:documentId/segments/:segmentId/targets/:locale/history': {
    summary: 'Every decision on one target, newest first',
    params: TargetKey,
    reply: exact({ entries: Type.Array(HistoryEntry) }),
    refusals: placeRefusals,
    needs: { action: 'read', scope: ofTarget },
  },
  'GET /api/documents/:documentId/segments/:segmentId/targets/:locale/diff': {
    summary: 'The texts to compare the present one with, and what the source said when it was approved',
    params: TargetKey,
    query: exact({
      /** The revision that the reader saw last; absent: that of their own last decision. */
      looked: Type.Optional(Count),
    }),
    reply: DiffBases,
    refusals: placeRefusals,
    needs: { action: 'read', scope: ofTarget },
  },
} as const satisfies Record<RequestLine, Endpoint>;
