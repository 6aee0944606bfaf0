/** What checks find, what is dismissed, and the policies that some of them hold a text to. */
import { checkStandings, dismissCheck, reinstateCheck } from '../../app/dismiss-check.ts';
import { changeEditionPolicies, changeSitePolicies, editionPolicies, sitePolicies } from '../../app/manage-policies.ts';
import { countsOf, viewChecks } from '../../app/view-checks.ts';
import type { World } from '../../ports.ts';
import type { Handlers } from '../endpoint.ts';

type Checks = '/api/documents/:documentId/checks/:locale';
type Policies = '/api/policies' | '/api/documents/:documentId/policies/:locale';
type CheckLines =
  | `GET ${Checks | `${Checks}/${'dismissals' | 'counts'}` | Policies}`
  | `POST ${Checks}/${'dismiss' | 'reinstate'}`
  | `PUT ${'/api/policies/:locale' | '/api/documents/:documentId/policies/:locale'}`;

export function checkHandlers(world: World): Handlers<CheckLines> {
  return {
    'GET /api/documents/:documentId/checks/:locale': async ({ params }) => {
      const found = await viewChecks(world, params);
      if (!found.ok) return found;
      const { ok: _, ...findings } = found;
      return findings;
    },
    'GET /api/documents/:documentId/checks/:locale/counts': async ({ params }) => {
      const found = await viewChecks(world, params);
      return found.ok ? countsOf(found) : found;
    },
    'GET /api/documents/:documentId/checks/:locale/dismissals': ({ params }) => checkStandings(world, params),
    'POST /api/documents/:documentId/checks/:locale/dismiss': ({ params, body, by }) =>
      dismissCheck(world, { ...params, ...body, by }),
    'POST /api/documents/:documentId/checks/:locale/reinstate': ({ params, body, by }) =>
      reinstateCheck(world, { ...params, ...body, by }),

    'GET /api/policies': () => sitePolicies(world),
    'PUT /api/policies/:locale': ({ params, body, by }) => changeSitePolicies(world, { ...params, ...body, by }),
    'GET /api/documents/:documentId/policies/:locale': ({ params }) => editionPolicies(world, params),
    'PUT /api/documents/:documentId/policies/:locale': ({ params, body, by }) =>
      changeEditionPolicies(world, { ...params, ...body, by }),
  };
}
