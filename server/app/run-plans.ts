/**
 * Plans carry themselves out: all editions of one in one commit, with its end, by whoever made it, as soon as its time has
 * come and nothing blocks any of them; then the site is written. Looked at after each commit to a document that has plans,
 * and when a plan's time comes; nothing is asked in between. What is published is decided by the same rules as by hand,
 * on the newest state, so a text that moves under a plan keeps it waiting and is never published unapproved.
 */
import type { DocumentDecision } from '../domain/decision.ts';
import type { DocumentId, DocumentState } from '../domain/document.ts';
import { Refused, type RefusalCode } from '../domain/errors.ts';
import { canGoOut, changedLocales, isDue, type Plan } from '../domain/plan.ts';
import type { World } from '../ports.ts';
import { checkAhead } from './check-ahead.ts';
import { publicationOf, writeSite } from './publish-edition.ts';

/** Somebody decided something between the look and the commit: look again. */
const overtaken = new Set<RefusalCode>([
  'target.stale',
  'edition.stale',
  'edition.blocked',
  'edition.held',
  'edition.unchanged',
  'plan.unknown',
]);

/**
 * Carries out whatever plan of a document can go out now, and writes the site.
 * Throws `Refused` where a decision could not be kept (a full disk): the plan stands.
 */
export async function carryOutPlans(world: World, documentId: DocumentId): Promise<void> {
  let isCarriedOut = false;
  for (;;) {
    const document = await world.store.document(documentId);
    const plan = document && (await readyPlan(world, document));
    if (document === undefined || plan === undefined) break;
    const committed = await world.store.commit(commitOf(world, document, plan));
    if (committed.ok) isCarriedOut = true;
    else if (!overtaken.has(committed.code)) throw new Refused(committed);
  }
  if (isCarriedOut) await writeSite(world);
}

async function readyPlan(world: World, document: DocumentState): Promise<Plan | undefined> {
  const now = world.clock.now();
  for (const plan of document.archived ? [] : (document.plans ?? [])) {
    if (!isDue(plan, now)) continue;
    for (const locale of plan.locales) await checkAhead(document, locale);
    if (canGoOut(document, plan, now, world.hash)) return plan;
  }
  return undefined;
}

/** Editions whose readers would see nothing new are left out. */
function commitOf(world: World, document: DocumentState, plan: Plan) {
  const head = () => ({ id: world.newId.uuid(), at: world.clock.now(), by: plan.by });
  const publications = changedLocales(document, plan).map((locale) => publicationOf(document, locale));
  const decisions: DocumentDecision[] = [
    ...publications.map(({ change }) => ({ ...change, plan: plan.id, ...head() })),
    { kind: 'edition.plan-ended', planId: plan.id, ...head() },
  ];
  return { stream: document.id, decisions, expects: publications.flatMap(({ expects }) => expects) };
}
