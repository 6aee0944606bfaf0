/**
 * What the memory answers: its suggestions for a text, and the pairs that hold some words. What comes into it from
 * outside stands in `memory-api.ts`.
 */
import { Type, type Static } from 'typebox';
import { guardNames } from '../domain/memory/guards.ts';
import { penaltyNames } from '../domain/memory/score.ts';
import { everywhere, ofTarget, type Endpoint, type RequestLine } from './endpoint.ts';
import { placeRefusals } from './refusals.ts';
import { Count, exact, list, LocaleName, oneOf, ShortId, TargetKey } from './schemas.ts';

/** Where a unit of the memory was approved; pairs from outside any document have none. */
const UnitOriginView = exact({
  documentId: ShortId,
  title: Type.String(),
  ordinal: Count,
  /** The edition in which it stands. */
  locale: LocaleName,
  at: Type.String(),
  by: Type.Optional(Type.String()),
});

/** The file that brought a unit from outside. */
const FileName = Type.Optional(Type.String());

const suggestion = {
  /** As it is read, without codes. */
  source: Type.String(),
  /** With the codes of the segment that it is suggested for, or with none. */
  target: Type.String(),
  /** 101: in the same context; 100: the same source to the letter; below 99: nearly the same. */
  score: Type.Number(),
  penalties: list(oneOf(penaltyNames)),
  /** What differs between the two sources, or between this source and the translation. */
  guards: list(oneOf(guardNames)),
  origin: Type.Optional(UnitOriginView),
  file: FileName,
};

export const SuggestionView = exact(suggestion);
export type SuggestionView = Static<typeof SuggestionView>;

/** A suggestion for one sentence of a segment. */
export const SentenceSuggestionView = exact({ ...suggestion, sentence: Type.String() });
export type SentenceSuggestionView = Static<typeof SentenceSuggestionView>;

/** What the memory has for a text: as a whole, and for its sentences. */
export const SuggestionsView = exact({ suggestions: list(SuggestionView), sentences: list(SentenceSuggestionView) });
export type SuggestionsView = Static<typeof SuggestionsView>;

/** A text without codes, and the spans [start, end) in which it says what was looked for. */
export const MarkedView = exact({ text: Type.String(), hits: list(Type.Tuple([Count, Count])) });
export type MarkedView = Static<typeof MarkedView>;

export const MemoryHit = exact({
  source: MarkedView,
  target: MarkedView,
  origin: Type.Optional(UnitOriginView),
  file: FileName,
});
export type MemoryHit = Static<typeof MemoryHit>;

export const suggestionsApi = {
  'GET /api/documents/:documentId/segments/:segmentId/targets/:locale/suggestions': {
    summary: 'What the memory has for a segment, the best first',
    params: TargetKey,
    reply: SuggestionsView,
    refusals: placeRefusals,
    needs: { action: 'read', scope: ofTarget },
  },
  'GET /api/memory': {
    summary: 'Concordance: approved pairs that hold these words in the source or in the target',
    query: exact({ query: Type.String({ minLength: 1, maxLength: 200 }), from: LocaleName, to: LocaleName }),
    reply: exact({ hits: Type.Array(MemoryHit), total: Count }),
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },
} as const satisfies Record<RequestLine, Endpoint>;
