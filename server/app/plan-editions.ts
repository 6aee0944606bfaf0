/**
 * Making and cancelling plans. A plan that nothing keeps is carried out before its maker is answered, so the answer says
 * what is planned then: perhaps nothing any more.
 */
import type { EditionPlanEnded, EditionPlanned } from '../domain/decision.ts';
import type { DecisionId, DocumentId, MemberId, Timestamp } from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import type { Locale } from '../domain/locale.ts';
import type { World } from '../ports.ts';
import { plansInView, type PlanInView } from './edition-view.ts';
import { carryOutPlans } from './run-plans.ts';

interface PlanOrder {
  readonly documentId: DocumentId;
  readonly decisionId: DecisionId;
  readonly by: MemberId;
}

export interface Plans {
  readonly plans: readonly PlanInView[];
}

/**
 * Plans that these editions are published together.
 * Refusals: document.unknown, document.archived, locale.unknown, plan.overlaps, plan.passed, edition.unchanged,
 * decision.reused.
 */
export async function planEditions(
  world: World,
  order: PlanOrder & { readonly locales: readonly Locale[]; readonly notBefore?: Timestamp },
): Promise<Plans | Refusal> {
  const { locales, notBefore } = order;
  return decide(world, order, { kind: 'edition.planned', locales, ...(notBefore && { notBefore }) });
}

/** Cancels a plan. Refusals: document.unknown, document.archived, plan.unknown, decision.reused. */
export async function cancelPlan(
  world: World,
  order: PlanOrder & { readonly planId: DecisionId },
): Promise<Plans | Refusal> {
  return decide(world, order, { kind: 'edition.plan-ended', planId: order.planId });
}

async function decide(
  world: World,
  { documentId, decisionId: id, by }: PlanOrder,
  change: EditionPlanned | EditionPlanEnded,
): Promise<Plans | Refusal> {
  const decision = { ...change, id, at: world.clock.now(), by };
  const committed = await world.store.commit({ stream: documentId, decisions: [decision] });
  if (!committed.ok) return committed;
  await carryOutPlans(world, documentId);
  const document = await world.store.document(documentId);
  return document ? { plans: await plansInView(world, document) } : refuse('document.unknown');
}
