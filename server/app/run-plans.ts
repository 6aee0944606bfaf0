/**
 * Carrying out plans: all editions of one in one commit, with its end, by whoever made it, once its time has come and
 * nothing blocks any of them; then the site is written. What is published is decided by the same rules as by hand, on the
 * newest state, so a text that moves under a plan keeps it waiting and is never published unapproved. When to look:
 * `keep-plans.ts`.
 */
import type { DocumentDecision } from '../domain/decision.ts';
import type { DocumentId, DocumentState } from '../domain/document.ts';
import { isApproved } from '../domain/edition.ts';
import { Refused, type RefusalCode } from '../domain/errors.ts';
import { changedLocales, isDue, waitingLocales, type Plan } from '../domain/plan.ts';
import { publicationOf } from '../domain/publishing.ts';
import type { World } from '../ports.ts';
import { checkAhead } from './check-ahead.ts';
import { inTurn } from './in-turn.ts';
import { othersTurn } from './others-turn.ts';
import { expectationsOf, writeSite } from './publish-edition.ts';

/**
 * Somebody decided something between the look and the commit: look again. What they decided may still be on its way to
 * the disk, and is seen only when it has come there: others have their turn first, or it never would.
 */
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
export function carryOutPlans(world: World, documentId: DocumentId): Promise<void> {
  return inTurn(world.store, `plans ${documentId}`, () => carryOut(world, documentId));
}

async function carryOut(world: World, documentId: DocumentId): Promise<void> {
  let isCarriedOut = false;
  for (;;) {
    const document = await world.store.document(documentId);
    const plan = document && (await readyPlan(world, document));
    if (document === undefined || plan === undefined) break;
    const committed = await world.store.commit(commitOf(world, document, plan));
    if (!committed.ok && !overtaken.has(committed.code)) throw new Refused(committed);
    if (committed.ok) isCarriedOut = true;
    else await othersTurn();
  }
  if (isCarriedOut) await writeSite(world);
}

async function readyPlan({ clock, hash }: World, document: DocumentState): Promise<Plan | undefined> {
  const now = clock.now();
  for (const plan of document.archived ? [] : (document.plans ?? [])) {
    const { locales } = plan;
    if (!isDue(plan, now) || !locales.every((locale) => isApproved(document, locale))) continue;
    for (const locale of locales) await checkAhead(document, locale);
    if (waitingLocales(document, plan, hash).length === 0) return plan;
  }
  return undefined;
}

/** Editions whose readers would see nothing new are left out. */
function commitOf(world: World, document: DocumentState, plan: Plan) {
  const head = () => ({ id: world.newId.uuid(), at: world.clock.now(), by: plan.by });
  const publications = changedLocales(document, plan).map((locale) => publicationOf(document, locale));
  const decisions: DocumentDecision[] = [
    ...publications.map((publication) => ({ ...publication, plan: plan.id, ...head() })),
    { kind: 'edition.plan-ended', planId: plan.id, ...head() },
  ];
  return { stream: document.id, decisions, expects: publications.flatMap(expectationsOf) };
}
