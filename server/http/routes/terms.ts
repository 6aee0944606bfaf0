/** The termbase: every term, and one at a time. */
import { exportTerms, importTerms } from '../../app/exchange-terms.ts';
import { addTerm, changeTerm, listTerms, removeTerm, type TermOutcome } from '../../app/manage-terms.ts';
import type { World } from '../../ports.ts';
import { departureOf, type Handlers } from '../endpoint.ts';

type TermLines =
  | 'POST /api/terms/import'
  | 'GET /api/terms/export'
  | 'GET /api/terms'
  | 'POST /api/terms'
  | 'PUT /api/terms/:termId'
  | 'POST /api/terms/:termId/remove';

export function termHandlers(world: World): Handlers<TermLines> {
  return {
    'GET /api/terms': async () => ({ terms: await listTerms(world) }),

    'POST /api/terms': async ({ body, by }) => shown(await addTerm(world, { ...body, by })),

    'POST /api/terms/import': async ({ body: { input, ...order }, by, reply }) => {
      const bytes = Buffer.from(input.base64, 'base64');
      const done = await importTerms(world, { ...order, by, name: input.file, bytes, signal: departureOf(reply) });
      return done.ok ? done.report : done;
    },

    'GET /api/terms/export': async ({ query, reply }) => {
      const { name, type, text } = await exportTerms(world, query.format);
      return reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(text);
    },

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
