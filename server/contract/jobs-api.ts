/**
 * Machine translation of a document: asked for, followed, cancelled. A job goes on without whoever asked for it; the
 * event stream tells how far it has got.
 */
import { Type, type Static } from 'typebox';
import { ofDocument, type Endpoint, type RequestLine } from './endpoint.ts';
import { editionRefusals } from './refusals.ts';
import { Count, DocumentKey, exact, FaultView, Locales, oneOf, ShortId, Uuid } from './schemas.ts';

const JobKey = exact({ documentId: ShortId, jobId: ShortId });

export const JobView = exact({
  jobId: ShortId,
  documentId: ShortId,
  locales: Locales,
  total: Count,
  done: Count,
  failed: Count,
  /** Of those that are done: drafts from the translation memory, for which no machine was asked. */
  fromMemory: Count,
  status: oneOf(['running', 'cancelled', 'finished', 'stopped'] as const),
  fault: Type.Optional(FaultView),
});
export type JobView = Static<typeof JobView>;

export const jobsApi = {
  'POST /api/documents/:documentId/translate': {
    summary: 'Ask for machine drafts of what is untranslated',
    params: DocumentKey,
    body: exact({ decisionId: Uuid, locales: Locales, provider: Type.Optional(Type.String({ maxLength: 40 })) }),
    reply: JobView,
    refusals: [...editionRefusals, 'job.nothing-to-translate', 'provider.unknown', 'provider.unsupported'],
    needs: { action: 'translate', scope: ofDocument },
  },
  'GET /api/documents/:documentId/jobs/:jobId': {
    summary: 'How far a job has got',
    params: JobKey,
    reply: JobView,
    refusals: ['document.unknown', 'job.unknown'],
    needs: { action: 'read', scope: ofDocument },
  },
  'DELETE /api/documents/:documentId/jobs/:jobId': {
    summary: 'Cancel a job; drafts that have arrived stay',
    params: JobKey,
    body: exact({ decisionId: Uuid }),
    reply: JobView,
    refusals: ['document.unknown', 'job.unknown', 'job.finished'],
    needs: { action: 'translate', scope: ofDocument },
  },
} as const satisfies Record<RequestLine, Endpoint>;
