/**
 * What became of machine drafts, and how long people took over them: of one document target by target, of all documents
 * in sums. Either comes as JSON or as a table (CSV).
 */
import { Type, type Static } from 'typebox';
import { returnCategories } from '../domain/return-reason.ts';
import { everywhere, ofDocument, type Endpoint, type RequestLine } from './endpoint.ts';
import { editionRefusals } from './refusals.ts';
import { Count, DocumentKey, exact, list, LocaleName, oneOf, ShortId, StateName } from './schemas.ts';

/** Sums; what cannot be said is absent (no mean without a draft, no speed without measured time). Shares are 0–1. */
const summary = {
  segments: Count,
  words: Count,
  drafted: exact({ segments: Count, words: Count }),
  untouchedShare: Type.Optional(Type.Number()),
  ped: Type.Optional(Type.Number()),
  pedFold: Type.Optional(Type.Number()),
  activeMs: Count,
  timedWords: Count,
  wordsPerHour: Type.Optional(Type.Number()),
  returns: Count,
};

const named = list(exact({ name: Type.String(), ...summary }));

const statistics = {
  locales: list(exact({ locale: LocaleName, ...summary })),
  /** By member; each target once for everybody who decided on it. */
  people: named,
  /** By provider; `memory` are drafts from the translation memory. */
  providers: named,
  /** What texts were sent back for. */
  returns: list(exact({ category: oneOf(returnCategories), count: Count })),
};

/** A target that a person has finished. */
export const OutcomeView = exact({
  locale: LocaleName,
  segmentId: ShortId,
  ordinal: Count,
  words: Count,
  state: StateName,
  at: Type.String(),
  drafted: Type.Optional(exact({ provider: Type.String(), model: Type.Optional(Type.String()) })),
  /** How far the text is from its draft, as written and with spelling and punctuation folded away. */
  distance: Type.Optional(exact({ ped: Type.Number(), pedFold: Type.Number() })),
  isUntouched: Type.Optional(Type.Boolean()),
  activeMs: Count,
  returns: Count,
});
export type OutcomeView = Static<typeof OutcomeView>;

export const DocumentStatistics = exact({ ...statistics, outcomes: list(OutcomeView) });
export type DocumentStatistics = Static<typeof DocumentStatistics>;

export const AllStatistics = exact({ ...statistics, documents: Count });
export type AllStatistics = Static<typeof AllStatistics>;

const Day = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' });

export const statisticsApi = {
  'GET /api/documents/:documentId/statistics': {
    summary: 'What became of machine drafts, and how long it took: by language, person, provider and segment',
    params: DocumentKey,
    query: exact({ locale: Type.Optional(LocaleName), format: Type.Optional(Type.Enum(['json', 'csv'])) }),
    reply: DocumentStatistics,
    alsoFile: true,
    refusals: editionRefusals,
    needs: { action: 'read', scope: ofDocument },
  },
  'GET /api/statistics': {
    summary: 'The same over all documents, of what was last decided in a period (days in UTC, both included)',
    query: exact({
      from: Type.Optional(Day),
      to: Type.Optional(Day),
      format: Type.Optional(Type.Enum(['json', 'csv'])),
    }),
    reply: AllStatistics,
    alsoFile: true,
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },
} as const satisfies Record<RequestLine, Endpoint>;
