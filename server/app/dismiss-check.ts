/**
 * Dismissing what a check finds, and taking it up again. Every answer says what then stands in the edition, so that a desk
 * shows at once what others have dismissed meanwhile.
 */
import type { CheckDismissed, CheckReinstated } from '../domain/decision.ts';
import type { DecisionId, Dismissal, MemberId, SegmentId } from '../domain/document.ts';
import type { Refusal } from '../domain/errors.ts';
import type { Policy } from '../domain/policy.ts';
import type { World } from '../ports.ts';
import { findEdition, type EditionKey } from './edition-view.ts';
import { policyOf } from './manage-policies.ts';

export interface CheckStandings {
  readonly policy: Policy;
  /** All of this edition. */
  readonly dismissals: readonly Dismissal[];
}

export interface FindingOrder extends EditionKey {
  readonly decisionId: DecisionId;
  readonly by: MemberId;
  /** Absent: in the whole edition. */
  readonly segmentId?: SegmentId;
  readonly check: string;
  readonly marked: string;
}

/** What checks need to know of an edition beside its texts. Refusals: document.unknown, locale.unknown. */
export async function checkStandings(world: World, key: EditionKey): Promise<CheckStandings | Refusal> {
  const found = await findEdition(world, key);
  if (!found.ok) return found;
  const { document } = found;
  const dismissals = (document.dismissals ?? []).filter(({ locale }) => locale === key.locale);
  return {
    policy: policyOf(await world.store.site(), document, key.locale),
    dismissals,
  };
}

/**
 * Lets a finding stand. Sent again, it gives the same answer. Refusals: document.unknown, document.archived,
 * decision.reused, and those of `dismissalObjection`.
 */
export function dismissCheck(
  world: World,
  { reason, ...order }: FindingOrder & { readonly reason?: string },
): Promise<CheckStandings | Refusal> {
  return decided(world, order, { ...findingOf(order), kind: 'check.dismissed', ...(reason?.trim() && { reason }) });
}

/** Takes a dismissal back. Refusals: document.unknown, document.archived, decision.reused, check.not-dismissed. */
export function reinstateCheck(world: World, order: FindingOrder): Promise<CheckStandings | Refusal> {
  return decided(world, order, { ...findingOf(order), kind: 'check.reinstated' });
}

function findingOf({ segmentId, locale, check, marked }: FindingOrder) {
  return { ...(segmentId && { segmentId }), locale, check, marked };
}

async function decided(
  world: World,
  order: FindingOrder,
  change: CheckDismissed | CheckReinstated,
): Promise<CheckStandings | Refusal> {
  const { documentId, decisionId: id, by } = order;
  const decision = { ...change, id, at: world.clock.now(), by };
  const committed = await world.store.commit({ stream: documentId, decisions: [decision] });
  return committed.ok ? checkStandings(world, order) : committed;
}
