/**
 * Editions: what blocks one, its publications, and its text as a file. Readers get them from an origin of their own,
 * which is no part of this contract.
 */
import { Type, type Static } from 'typebox';
import { exportFormats } from '../domain/export-formats.ts';
import { ofTarget, raw, type Endpoint, type RequestLine } from './endpoint.ts';
import { editionRefusals } from './refusals.ts';
import { Count, EditionKey, exact, list, LocaleName, oneOf, ShortId, Uuid } from './schemas.ts';

export const BlockerView = exact({
  reason: oneOf(['untranslated', 'translated', 'reviewed', 'outdated', 'check', 'empty'] as const),
  segmentId: Type.Optional(ShortId),
  ordinal: Type.Optional(Count),
  /** Of open errors: which checks find them. */
  checks: Type.Optional(list(Type.String())),
  /** The beginning of the source, to recognise the segment by. */
  excerpt: Type.Optional(Type.String()),
});

const PublicationView = exact({ n: Count, at: Type.String(), by: Type.String(), sourceVersion: Count });

export const EditionView = exact({
  locale: LocaleName,
  isSource: Type.Boolean(),
  publications: list(PublicationView),
  live: Type.Optional(Count),
  changedSinceLive: Type.Boolean(),
  blockers: list(BlockerView),
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
  'POST /api/documents/:documentId/editions/:locale/publish': {
    summary: 'Freeze the approved text and show it to readers; 409 with the blockers while something is open',
    params: EditionKey,
    body: exact({ decisionId: Uuid }),
    reply: EditionView,
    refusals: [...editionRefusals, 'edition.blocked', 'edition.unchanged', 'edition.stale', 'edition.unwritten'],
    needs: { action: 'publish', scope: ofTarget },
  },
  'POST /api/documents/:documentId/editions/:locale/withdraw': {
    summary: 'Take the edition away from readers; its publications are kept',
    params: EditionKey,
    body: exact({ decisionId: Uuid }),
    reply: EditionView,
    refusals: [...editionRefusals, 'edition.not-published', 'edition.unwritten'],
    needs: { action: 'publish', scope: ofTarget },
  },
  'POST /api/documents/:documentId/editions/:locale/roll-back': {
    summary: 'Show readers an earlier publication again',
    params: EditionKey,
    body: exact({ decisionId: Uuid, to: Type.Integer({ minimum: 1 }) }),
    reply: EditionView,
    refusals: [...editionRefusals, 'publication.unknown', 'edition.unchanged', 'edition.unwritten'],
    needs: { action: 'publish', scope: ofTarget },
  },
  'POST /api/documents/:documentId/editions/:locale/preview': {
    summary: 'Render the present draft on the editions origin, for an hour, under an address nobody can guess',
    params: EditionKey,
    reply: exact({ url: Type.String() }),
    refusals: editionRefusals,
    needs: { action: 'read', scope: ofTarget },
  },
  'GET /api/documents/:documentId/export/:locale': {
    summary: 'The edition as a file: its live publication, else the present draft; as XLIFF, always the draft',
    params: EditionKey,
    query: exact({ format: Type.Enum([...exportFormats]) }),
    reply: raw,
    refusals: editionRefusals,
    needs: { action: 'read', scope: ofTarget },
  },
} as const satisfies Record<RequestLine, Endpoint>;
