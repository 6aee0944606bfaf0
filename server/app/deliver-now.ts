/**
 * Delivering because somebody asks: the site is made what the decisions say first, so that it also works where no server
 * runs, and what cannot be written is not delivered.
 */
import type { Refusal } from '../domain/errors.ts';
import type { World } from '../ports.ts';
import { deliverNow, type Asked } from './deliver-site.ts';
import { writeSite } from './publish-edition.ts';

/** Begins; `viewDeliveries` says how it goes. Refusals: delivery.unknown, edition.unwritten. */
export async function deliverSiteNow(world: World, asked: Asked): Promise<{ readonly ok: true } | Refusal> {
  return (await writeSite(world)) ?? deliverNow(world, asked);
}
