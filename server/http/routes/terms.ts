/** The termbase: every term, and one at a time. */
import { addTerm, changeTerm, listTerms, removeTerm, type TermOutcome } from '../../app/manage-terms.ts';
import type { World } from '../../ports.ts';
import type { Handlers } from '../endpoint.ts';

type TermLines = 'GET /api/terms' | 'POST /api/terms' | 'PUT /api/terms/:termId' | 'POST /api/terms/:termId/remove';

export function termHandlers(world: World): Handlers<TermLines> {
  return {
    'GET /api/terms': async () => ({ terms: await listTerms(world) }),

    'POST /api/terms': async ({ body, by }) => shown(await addTerm(world, { ...body, by })),

    'PUT /api/terms/:termId': async ({ params, body, by }) =>
      shown(await changeTerm(world, { ...params, ...body, by })),

    'POST /api/terms/:termId/remove': async ({ params, body, by }) => {
      const done = await removeTerm(world, { ...params, ...body, by });
      return done.ok ? {} : done;
    },
  };
}

function shown(outcome: TermOutcome) {
  return outcome.ok ? outcome.term : outcome;
}
