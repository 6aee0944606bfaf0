/** The translation memory: suggestions for a segment or for any text, and concordance. */
import { matchesFor, searchMemory, suggestionsFor } from '../../app/view-memory.ts';
import type { World } from '../../ports.ts';
import type { Handlers } from '../endpoint.ts';

type MemoryLines =
  | 'GET /api/memory'
  | 'POST /api/memory/matches'
  | 'GET /api/documents/:documentId/segments/:segmentId/targets/:locale/suggestions';

export function memoryHandlers(world: World): Handlers<MemoryLines> {
  return {
    'GET /api/memory': ({ query }) => searchMemory(world, query),

    'POST /api/memory/matches': ({ body }) => matchesFor(world, body),

    'GET /api/documents/:documentId/segments/:segmentId/targets/:locale/suggestions': async ({ params }) => {
      const found = await suggestionsFor(world, params);
      return found.ok ? { suggestions: found.suggestions, sentences: found.sentences } : found;
    },
  };
}
