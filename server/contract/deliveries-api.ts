/**
 * The places that the published site is brought to: how it stands with each, and doing it now. Where they are and what
 * they need is the operator's to set; no secret of theirs is ever part of an answer.
 */
import { Type } from 'typebox';
import { deliveryFaults } from '../domain/delivery.ts';
import { everywhere, type Endpoint, type RequestLine } from './endpoint.ts';
import { Count, exact, list, oneOf } from './schemas.ts';

const DeliveryView = exact({
  id: Type.String(),
  /** The folder as a whole, or each edition. */
  takes: oneOf(['folder', 'editions'] as const),
  address: Type.String(),
  /** `gathering`: begins in a moment. `failed`: tries again at `retryAt`. */
  state: oneOf(['idle', 'gathering', 'delivering', 'failed'] as const),
  /** How many things it has not taken yet. */
  waiting: Count,
  takenAt: Type.Optional(Type.String()),
  /** What went wrong last, while it has not gone well since: a code as refusals have. */
  fault: Type.Optional(exact({ code: oneOf(deliveryFaults), detail: Type.String(), at: Type.String() })),
  retryAt: Type.Optional(Type.String()),
});

const Deliveries = exact({ deliveries: list(DeliveryView) });

export const deliveriesApi = {
  'GET /api/deliveries': {
    summary: 'How it stands with each place that the published site is brought to',
    reply: Deliveries,
    refusals: [],
    needs: { action: 'administer', scope: everywhere },
  },
  'POST /api/deliveries': {
    summary: 'Bring what waits to one place or to all, now; with `again` also what was taken before',
    body: exact({ id: Type.Optional(Type.String({ maxLength: 40 })), again: Type.Optional(Type.Boolean()) }),
    reply: Deliveries,
    refusals: ['delivery.unknown', 'edition.unwritten'],
    needs: { action: 'administer', scope: everywhere },
  },
} as const satisfies Record<RequestLine, Endpoint>;
