/** The termbase as people look after it: added, changed as it was seen, removed; all of it in one answer, for the desk finds terms itself. */
import type { SiteChange } from '../domain/decision.ts';
import type { DecisionId, MemberId } from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import { termIn } from '../domain/site.ts';
import type { Term, TermBody, TermId } from '../domain/terms/term.ts';
import { tidyTerm } from '../domain/terms/tidy-term.ts';
import type { World } from '../ports.ts';

interface Order {
  readonly decisionId: DecisionId;
  readonly by: MemberId;
}

export type TermOutcome = { readonly ok: true; readonly term: Term } | Refusal;

/** Every term, the newest change first. */
export async function listTerms({ store }: World): Promise<readonly Term[]> {
  const { terms } = await store.site();
  return terms.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** Adds a term. Refusals: term.invalid, decision.reused. */
export async function addTerm(world: World, order: Order & { readonly term: TermBody }): Promise<TermOutcome> {
  const term = tidyTerm(order.term);
  if (term === undefined) return refuse('term.invalid');
  const before = (await world.store.byDecisionId(order.decisionId))?.decision;
  const termId = before?.kind === 'term.added' ? before.termId : world.newId.short();
  return commit(world, order, { kind: 'term.added', termId, term }, termId);
}

/** Changes a term that nobody has changed since it had this revision. Refusals: term.invalid, term.unknown, term.stale, decision.reused. */
export async function changeTerm(
  world: World,
  order: Order & { readonly termId: TermId; readonly term: TermBody; readonly baseRevision: number },
): Promise<TermOutcome> {
  const { termId, baseRevision } = order;
  const term = tidyTerm(order.term);
  if (term === undefined) return refuse('term.invalid');
  return commit(world, order, { kind: 'term.changed', termId, term }, termId, baseRevision);
}

/** Removes a term; gives it as it was. Refusals: term.unknown, term.stale, decision.reused. */
export async function removeTerm(
  world: World,
  order: Order & { readonly termId: TermId; readonly baseRevision: number },
): Promise<{ readonly ok: true } | Refusal> {
  const { termId, baseRevision } = order;
  return write(world, order, { kind: 'term.removed', termId }, termId, baseRevision);
}

async function commit(
  world: World,
  order: Order,
  change: SiteChange,
  termId: TermId,
  baseRevision?: number,
): Promise<TermOutcome> {
  const done = await write(world, order, change, termId, baseRevision);
  if (!done.ok) return done;
  const term = termIn((await world.store.site()).terms, termId);
  return term ? { ok: true, term } : refuse('term.unknown');
}

async function write(
  { store, clock }: World,
  { decisionId: id, by }: Order,
  change: SiteChange,
  termId: TermId,
  revision?: number,
): Promise<{ readonly ok: true } | Refusal> {
  const decision = { id, at: clock.now(), by, ...change };
  const expects = revision === undefined ? [] : [{ of: 'term' as const, termId, revision }];
  const committed = await store.commit({ stream: 'site', decisions: [decision], expects });
  return committed.ok ? { ok: true } : committed;
}
