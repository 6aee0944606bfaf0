/** What the memory has for the open segment. Read whether the panel shows it or not: each is a command with a key. */
import type { SentenceSuggestionView, SuggestionView } from '../../../server/contract/suggestions-api.ts';
import type { TargetParams } from '../../comments-cache.ts';
import { useRead } from '../../queries.ts';

const line = 'GET /api/documents/:documentId/segments/:segmentId/targets/:locale/suggestions';
const none: readonly never[] = [];

export function useSuggestions(params: TargetParams): readonly SuggestionView[] {
  return useRead(line, { params }).data?.suggestions ?? none;
}

/** The same of its sentences, which are no commands: one read serves both. */
export function useSentences(params: TargetParams): readonly SentenceSuggestionView[] {
  return useRead(line, { params }).data?.sentences ?? none;
}
