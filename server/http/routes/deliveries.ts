/** Bringing the published site to other places. */
import { deliverSiteNow } from '../../app/deliver-now.ts';
import { viewDeliveries } from '../../app/deliver-site.ts';
import type { World } from '../../ports.ts';
import type { Handlers } from '../endpoint.ts';

export function deliveryHandlers(world: World): Handlers<'GET /api/deliveries' | 'POST /api/deliveries'> {
  return {
    'GET /api/deliveries': async () => ({ deliveries: viewDeliveries(world) }),

    'POST /api/deliveries': async ({ body }) => {
      const begun = await deliverSiteNow(world, body);
      return begun.ok ? { deliveries: viewDeliveries(world) } : begun;
    },
  };
}
