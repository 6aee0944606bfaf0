/**
 * Publishing: freeze the approved text and show it to readers, take it away, or show an earlier one again. Each is one
 * decision, durable before the site changes. When the site cannot be written then (a full disk), the decision stands,
 * the caller is told (edition.unwritten), and the next run of `reconcileEditions`, at the latest at the next start,
 * makes it so. Asking again for what stands already is such a run.
 */
import type { EditionPublished, EditionRolledBack, EditionWithdrawn } from '../domain/decision.ts';
import type { DecisionId, MemberId } from '../domain/document.ts';
import { publicationTargets } from '../domain/edition.ts';
import { refuse, Refused, type Refusal, type RefusalCode } from '../domain/errors.ts';
import type { Expectation, World } from '../ports.ts';
import { checkAhead } from './check-ahead.ts';
import { blockersInView, findEdition, viewEdition, type EditionKey, type EditionOutcome } from './edition-view.ts';
import { reconcileEditions } from './reconcile-editions.ts';

export interface EditionOrder extends EditionKey {
  /** Made by the caller; sent again, it gives the same answer and no second publication. */
  readonly decisionId: DecisionId;
  readonly by: MemberId;
}

/** Refusals that say: it has been decided so before. */
const standsAlready = new Set<RefusalCode>(['edition.unchanged', 'edition.not-published']);

/**
 * Publishes the draft as it stands.
 * Refusals: document.unknown, locale.unknown, edition.blocked (with `blockers`), edition.unchanged, edition.stale
 * (somebody changed a text between the look and the freeze), edition.unwritten, decision.reused.
 */
export async function publishEdition(world: World, order: EditionOrder): Promise<EditionOutcome> {
  const found = await findEdition(world, order);
  if (!found.ok) return found;
  const { locale } = order;
  await checkAhead(found.document, locale);
  const { version } = found.document.source;
  const targets = publicationTargets(found.document, locale);
  return decide(world, order, { kind: 'edition.published', locale, sourceVersion: version, targets }, [
    { of: 'source', version },
    ...targets.map(([segmentId, revision]) => ({ of: 'target', locale, segmentId, revision }) as const),
  ]);
}

/**
 * Takes the edition from readers.
 * Refusals: document.unknown, locale.unknown, edition.not-published, edition.unwritten, decision.reused.
 */
export async function withdrawEdition(world: World, order: EditionOrder): Promise<EditionOutcome> {
  const found = await findEdition(world, order);
  return found.ok ? decide(world, order, { kind: 'edition.withdrawn', locale: order.locale }) : found;
}

/**
 * Shows readers publication `to` again.
 * Refusals: document.unknown, locale.unknown, publication.unknown, edition.unchanged, edition.unwritten,
 * decision.reused.
 */
export async function rollBackEdition(
  world: World,
  order: EditionOrder & { readonly to: number },
): Promise<EditionOutcome> {
  const { locale, to } = order;
  const found = await findEdition(world, order);
  return found.ok ? decide(world, order, { kind: 'edition.rolled-back', locale, to }) : found;
}

async function decide(
  world: World,
  order: EditionOrder,
  change: EditionPublished | EditionWithdrawn | EditionRolledBack,
  expects: readonly Expectation[] = [],
): Promise<EditionOutcome> {
  const { documentId, decisionId: id, by } = order;
  const decision = { ...change, id, at: world.clock.now(), by };
  const committed = await world.store.commit({ stream: documentId, decisions: [decision], expects });
  if (committed.ok || standsAlready.has(committed.code)) {
    const unwritten = await writeSite(world);
    if (unwritten) return unwritten;
  }
  if (committed.ok) return viewEdition(world, order);
  if (committed.code === 'target.stale') return refuse('edition.stale');
  return committed.code === 'edition.blocked' ? { ...committed, blockers: await blocking(world, order) } : committed;
}

/** Brings the site into line with what was decided; refuses edition.unwritten where it cannot be. */
async function writeSite(world: World): Promise<Refusal | undefined> {
  try {
    await reconcileEditions(world);
    return undefined;
  } catch (error) {
    world.report(error, 'an edition was decided upon, but the site could not be written');
    return refuse('edition.unwritten', { reason: reasonOf(error) });
  }
}

/** A code for the operator to look for; what else an error says may name places that are no reader's business. */
function reasonOf(error: unknown): string {
  if (error instanceof Refused) return error.refusal.code;
  return error instanceof Error && 'code' in error ? String(error.code) : 'server.fault';
}

async function blocking(world: World, { documentId, locale }: EditionKey) {
  const document = await world.store.document(documentId);
  return document ? blockersInView(world, document, locale) : [];
}
