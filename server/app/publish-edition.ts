/**
 * Publishing: freeze the approved text and show it to readers, take it away, or show an earlier one again. Each is one
 * decision, durable before the site changes; a plan that it makes pointless ends in the same commit. When the site cannot
 * be written then (a full disk), the decision stands, the caller is told (edition.unwritten), and the next run of
 * `reconcileEditions`, at the latest at the next start, makes it so. Asking again for what stands already is such a run.
 */
import type { EditionPlanEnded, EditionPublished, EditionRolledBack, EditionWithdrawn } from '../domain/decision.ts';
import type { DecisionId, DocumentState, MemberId, SegmentId } from '../domain/document.ts';
import { refuse, Refused, type Refusal, type RefusalCode } from '../domain/errors.ts';
import type { Locale } from '../domain/locale.ts';
import { planOf } from '../domain/plan.ts';
import { correctionOf, publicationOf } from '../domain/publishing.ts';
import type { Committed, Expectation, World } from '../ports.ts';
import { checkAhead } from './check-ahead.ts';
import { blockersInView, findEdition, viewEdition, type EditionKey, type EditionOutcome } from './edition-view.ts';
import { othersTurn } from './others-turn.ts';
import { reconcileEditions } from './reconcile-editions.ts';

export interface EditionOrder extends EditionKey {
  /** Made by the caller; sent again, it gives the same answer and no second publication. */
  readonly decisionId: DecisionId;
  readonly by: MemberId;
}

interface Noted {
  /** What is different from the one before, for readers. */
  readonly note?: string;
}

interface Seen {
  /** The mark of the changes that somebody looked at before: nothing else is published. */
  readonly seen?: string;
}

/** A decision with what must still be so when it is taken, and whether a plan ends by it. */
interface Step {
  readonly change: EditionPublished | EditionWithdrawn | EditionRolledBack;
  readonly expects?: readonly Expectation[];
  readonly ends?: EditionPlanEnded;
}

/** Refusals that say: it has been decided so before. */
const standsAlready = new Set<RefusalCode>(['edition.unchanged', 'edition.not-published']);

/**
 * Publishes the draft as it stands.
 * Refusals: document.unknown, document.archived, locale.unknown, edition.blocked (with `blockers`), edition.held (a plan
 * publishes it together with others), edition.unchanged, edition.stale (somebody changed a text between the look and the
 * freeze, or what was seen is not what would be published), edition.unwritten, decision.reused.
 */
export async function publishEdition(world: World, order: EditionOrder & Noted & Seen): Promise<EditionOutcome> {
  const found = await findEdition(world, order);
  if (!found.ok) return found;
  await checkAhead(found.document, order.locale);
  const change = publicationOf(found.document, order.locale);
  return decide(world, order, {
    change: { ...change, ...noteOf(order) },
    expects: [...sightOf(order), ...expectationsOf(change)],
    ...endOfOwnPlan(found.document, order.locale),
  });
}

/**
 * Shows readers some approved paragraphs; the rest stays as they have it.
 * Refusals: those of `publishEdition`; edition.not-published, edition.not-correctable (the original or the paragraphs
 * are divided otherwise than on the page that readers see).
 */
export async function correctEdition(
  world: World,
  order: EditionOrder & Noted & Seen & { readonly segmentIds: readonly SegmentId[] },
): Promise<EditionOutcome> {
  const { locale, segmentIds: corrects } = order;
  const found = await findEdition(world, order);
  if (!found.ok) return found;
  const { document } = found;
  await checkAhead(document, locale, new Set(corrects));
  const change = correctionOf(document, locale, corrects);
  if (change === undefined) return refuse('edition.not-published');
  return decide(world, order, { change: { ...change, ...noteOf(order) }, expects: sightOf(order) });
}

/**
 * Takes the edition from readers. Whatever plan it stands in is over: nothing shall bring it back by itself.
 * Refusals: document.unknown, locale.unknown, edition.not-published, edition.unwritten, decision.reused.
 */
export async function withdrawEdition(world: World, order: EditionOrder): Promise<EditionOutcome> {
  const { locale } = order;
  const found = await findEdition(world, order);
  if (!found.ok) return found;
  const plan = planOf(found.document, locale);
  const ends = plan && { kind: 'edition.plan-ended' as const, planId: plan.id };
  const outcome = await decide(world, order, { change: { kind: 'edition.withdrawn', locale }, ...(ends && { ends }) });
  if (outcome.ok || outcome.code !== 'edition.held') return outcome;
  // Somebody planned meanwhile what is to be withdrawn; their plan is seen when it has come to the disk.
  await othersTurn();
  return withdrawEdition(world, order);
}

/**
 * Shows readers publication `to` again.
 * Refusals: document.unknown, locale.unknown, publication.unknown, edition.held, edition.unchanged, edition.unwritten,
 * decision.reused.
 */
export async function rollBackEdition(
  world: World,
  order: EditionOrder & { readonly to: number },
): Promise<EditionOutcome> {
  const { locale, to } = order;
  const found = await findEdition(world, order);
  if (!found.ok) return found;
  return decide(world, order, {
    change: { kind: 'edition.rolled-back', locale, to },
    ...endOfOwnPlan(found.document, locale),
  });
}

/** What must still be so when a publication is taken. */
export function expectationsOf({ locale, sourceVersion, targets }: EditionPublished): Expectation[] {
  return [
    { of: 'source', version: sourceVersion },
    ...targets.map(([segmentId, revision]) => ({ of: 'target', locale, segmentId, revision }) as const),
  ];
}

function sightOf({ locale, seen }: EditionOrder & Seen): Expectation[] {
  return seen === undefined ? [] : [{ of: 'edition', locale, mark: seen }];
}

/** Brings the site into line with what was decided; refuses edition.unwritten where it cannot be. */
export async function writeSite(world: World): Promise<Refusal | undefined> {
  try {
    await reconcileEditions(world);
    return undefined;
  } catch (error) {
    world.report(error, 'an edition was decided upon, but the site could not be written');
    return refuse('edition.unwritten', { reason: reasonOf(error) });
  }
}

async function decide(world: World, order: EditionOrder, step: Step): Promise<EditionOutcome> {
  const committed = await commit(world, order, step);
  if (committed.ok || standsAlready.has(committed.code)) {
    const unwritten = await writeSite(world);
    if (unwritten) return unwritten;
  }
  if (committed.ok) return viewEdition(world, order);
  if (committed.code === 'target.stale' || committed.code === 'plan.unknown') return refuse('edition.stale');
  return committed.code === 'edition.blocked'
    ? { ...committed, blockers: await blocking(world, order, step) }
    : committed;
}

async function commit(world: World, order: EditionOrder, { change, expects = [], ends }: Step): Promise<Committed> {
  const { documentId: stream, decisionId: id, by } = order;
  const head = { at: world.clock.now(), by };
  const decision = { ...change, ...head, id };
  if (ends === undefined) return world.store.commit({ stream, decisions: [decision], expects });
  const decisions = [{ ...ends, ...head, id: world.newId.uuid() }, decision];
  const committed = await world.store.commit({ stream, decisions, expects });
  // The same request sent twice ends the plan once: by itself the decision gives its first answer again.
  if (committed.ok || committed.code !== 'decision.reused') return committed;
  return world.store.commit({ stream, decisions: [decision] });
}

/** Who publishes an edition by hand needs its schedule no more. One that holds others back too is not ended so. */
function endOfOwnPlan(document: DocumentState, locale: Locale): Pick<Step, 'ends'> {
  const plan = planOf(document, locale);
  return plan?.locales.length === 1 ? { ends: { kind: 'edition.plan-ended', planId: plan.id } } : {};
}

function noteOf({ note = '' }: Noted): Noted {
  return note.trim() === '' ? {} : { note: note.trim() };
}

/** A code for the operator to look for; what else an error says may name places that are no reader's business. */
function reasonOf(error: unknown): string {
  if (error instanceof Refused) return error.refusal.code;
  return error instanceof Error && 'code' in error ? String(error.code) : 'server.fault';
}

/** What blocks the edition; a correction, at its own paragraphs. */
async function blocking(world: World, { documentId, locale }: EditionKey, { change }: Step) {
  const document = await world.store.document(documentId);
  if (document === undefined) return [];
  const corrects = change.kind === 'edition.published' && change.corrects ? new Set(change.corrects) : undefined;
  return blockersInView(world, document, locale).filter(
    ({ segmentId }) => corrects === undefined || (segmentId !== undefined && corrects.has(segmentId)),
  );
}
