/**
 * Where the source's own segments begin and end, in all editions at once: whoever may import decides it. A decision says
 * on which version of the source it is based.
 */
import { Type } from 'typebox';
import { ofDocument, type Endpoint, type RequestLine } from './endpoint.ts';
import { Count, DocumentKey, exact, ShortId, Uuid } from './schemas.ts';

/** A decision on the source: what it was based on is its version. */
const sourceDecisionHead = { decisionId: Uuid, baseVersion: Count };

const SourceDecision = exact(sourceDecisionHead);

const SplitSource = exact({
  ...sourceDecisionHead,
  /** UTF-16 units of the source's text before the new segment. */
  offset: Type.Integer({ minimum: 1 }),
});

const SourceChanged = exact({ sourceVersion: Count });
const SegmentKey = exact({ documentId: ShortId, segmentId: ShortId });

const sourceRefusals = [
  'document.unknown',
  'segment.unknown',
  'source.stale',
  'source.joined-in',
  'decision.reused',
] as const;

export const sourceApi = {
  'POST /api/documents/:documentId/segments/:segmentId/source/split': {
    summary: 'Make two segments of one, in all editions',
    params: SegmentKey,
    body: SplitSource,
    reply: SourceChanged,
    refusals: [...sourceRefusals, 'source.cannot-split'],
    needs: { action: 'import', scope: ofDocument },
  },
  'POST /api/documents/:documentId/segments/:segmentId/source/join': {
    summary: 'Make one segment of this one and the next, in all editions',
    params: SegmentKey,
    body: SourceDecision,
    reply: SourceChanged,
    refusals: [...sourceRefusals, 'source.cannot-join'],
    needs: { action: 'import', scope: ofDocument },
  },
  'POST /api/documents/:documentId/source/undo': {
    summary: "Take back one's own last split or join of the source, where nothing was decided on its segments since",
    params: DocumentKey,
    body: SourceDecision,
    reply: SourceChanged,
    refusals: [
      'document.unknown',
      'source.stale',
      'undo.nothing',
      'undo.overtaken',
      'undo.not-yours',
      'decision.reused',
    ],
    needs: { action: 'import', scope: ofDocument },
  },
} as const satisfies Record<RequestLine, Endpoint>;
