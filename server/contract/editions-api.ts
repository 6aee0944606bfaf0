/**
 * Editions: what blocks one, its publications, and its text as a file. Readers get them from an origin of their own,
 * which is no part of this contract. How one comes to them: `publishing-api.ts`.
 */
import { Type, type Static } from 'typebox';
import { exportFormats } from '../domain/export-formats.ts';
import { ofTarget, raw, type Endpoint, type RequestLine } from './endpoint.ts';
import { editionRefusals } from './refusals.ts';
import {
  Count,
  EditionDetailsView,
  EditionKey,
  exact,
  list,
  LocaleName,
  Note,
  oneOf,
  PlanView,
  ShortId,
} from './schemas.ts';

export const BlockerView = exact({
  reason: oneOf(['untranslated', 'translated', 'reviewed', 'outdated', 'check', 'empty'] as const),
  segmentId: Type.Optional(ShortId),
  ordinal: Type.Optional(Count),
  /** Of open errors: which checks find them. */
  checks: Type.Optional(list(Type.String())),
  /** The beginning of the source, to recognise the segment by. */
  excerpt: Type.Optional(Type.String()),
});

const PublicationView = exact({
  n: Count,
  at: Type.String(),
  by: Type.String(),
  sourceVersion: Count,
  /** For readers: what is different from the one before. */
  note: Type.Optional(Type.String()),
  details: Type.Optional(EditionDetailsView),
});

export const EditionView = exact({
  locale: LocaleName,
  isSource: Type.Boolean(),
  publications: list(PublicationView),
  live: Type.Optional(Count),
  changedSinceLive: Type.Boolean(),
  blockers: list(BlockerView),
  /** The plan that it stands in. */
  plan: Type.Optional(PlanView),
  /** Since when readers of the original see another version than this edition's was made for. */
  behindSince: Type.Optional(Type.String()),
  /** What stands around the text, from the next publication on. */
  details: EditionDetailsView,
  /** How many approved changes could ship alone, as corrections. */
  correctable: Count,
  /** Where readers find it; absent while not published. */
  url: Type.Optional(Type.String()),
});
export type EditionView = Static<typeof EditionView>;

export const editionsApi = {
  'GET /api/documents/:documentId/editions/:locale': {
    summary: 'Blockers and publications of an edition',
    params: EditionKey,
    reply: EditionView,
    refusals: editionRefusals,
    needs: { action: 'read', scope: ofTarget },
  },
  'POST /api/documents/:documentId/editions/:locale/preview': {
    summary:
      'Render the present draft as its next publication, on the editions origin, under an address nobody can guess',
    params: EditionKey,
    query: exact({ note: Type.Optional(Note) }),
    reply: exact({ url: Type.String(), expiresAt: Type.String() }),
    refusals: editionRefusals,
    needs: { action: 'read', scope: ofTarget },
  },
  'GET /api/documents/:documentId/export/:locale': {
    summary: 'The edition as a file: its live publication, else the present draft; as XLIFF, always the draft',
    params: EditionKey,
    query: exact({ format: Type.Enum([...exportFormats]) }),
    reply: raw,
    refusals: [...editionRefusals, 'export.no-press', 'export.not-printed'],
    needs: { action: 'read', scope: ofTarget },
  },
} as const satisfies Record<RequestLine, Endpoint>;
