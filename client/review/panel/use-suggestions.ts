/** What the memory has for the open segment. Read whether the panel shows it or not: each is a command with a key. */
import type { SuggestionView } from '../../../server/contract/schemas.ts';
import type { TargetParams } from '../../comments-cache.ts';
import { useRead } from '../../queries.ts';

const none: readonly SuggestionView[] = [];

export function useSuggestions(params: TargetParams): readonly SuggestionView[] {
  const line = 'GET /api/documents/:documentId/segments/:segmentId/targets/:locale/suggestions';
  return useRead(line, { params }).data?.suggestions ?? none;
}
