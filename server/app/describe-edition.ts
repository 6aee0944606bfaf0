/** What stands around an edition's text: who translated it, what lists say of it. Readers see it with the next publication. */
import type { DecisionId, EditionDetails, MemberId } from '../domain/document.ts';
import { tidyDetails } from '../domain/edition-details.ts';
import type { World } from '../ports.ts';
import { viewEdition, type EditionKey, type EditionOutcome } from './edition-view.ts';

/**
 * Sets an edition's details, whole. `replaces`: those that were seen; without it, whatever stands there.
 * Refusals: document.unknown, document.archived, locale.unknown, edition.stale (somebody else has set them since),
 * decision.reused.
 */
export async function describeEdition(
  world: World,
  order: EditionKey & {
    readonly details: EditionDetails;
    readonly replaces?: EditionDetails;
    readonly decisionId: DecisionId;
    readonly by: MemberId;
  },
): Promise<EditionOutcome> {
  const { documentId, locale, decisionId: id, by } = order;
  const details = tidyDetails(order.details);
  const decision = { kind: 'edition.described', locale, details, id, at: world.clock.now(), by } as const;
  const expects = order.replaces && [{ of: 'details', locale, details: tidyDetails(order.replaces) } as const];
  const committed = await world.store.commit({
    stream: documentId,
    decisions: [decision],
    ...(expects && { expects }),
  });
  return committed.ok ? viewEdition(world, order) : committed;
}
