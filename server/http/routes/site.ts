/** What the house says of its published site. */
import { changeSite, viewSite } from '../../app/manage-site.ts';
import type { World } from '../../ports.ts';
import type { Handlers } from '../endpoint.ts';

export function siteHandlers(world: World): Handlers<'GET /api/site' | 'PUT /api/site'> {
  return {
    'GET /api/site': () => viewSite(world),
    'PUT /api/site': ({ body, by }) => changeSite(world, { ...body, by }),
  };
}
