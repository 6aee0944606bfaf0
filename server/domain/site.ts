/**
 * The site: what belongs to no document (memory from outside, the termbase, policies), and what a decision does to it.
 * As with documents, rules are asked once, when a decision is new (`siteObjection`); replay folds `siteAfter` and asks none.
 */
import type { Decision, DecisionHead, SiteChange, SiteDecision } from './decision.ts';
import type { DecisionId, MemberId, Timestamp } from './document.ts';
import { refuse, type Refusal } from './errors.ts';
import type { Locale } from './locale.ts';
import type { OutsideUnit } from './memory/unit.ts';
import type { PolicyChanges } from './policy.ts';
import type { Term, TermId } from './terms/term.ts';

/** Units that came together, in the order of their file; `null` where one was removed. */
export interface MemoryBatch {
  readonly id: DecisionId;
  readonly name: string;
  readonly at: Timestamp;
  readonly by: MemberId;
  readonly units: ReadonlyArray<OutsideUnit | null>;
}

export interface SiteState {
  /** In the order they came. */
  readonly memory: readonly MemoryBatch[];
  readonly terms: Readonly<Record<TermId, Term>>;
  readonly policies: Readonly<Partial<Record<Locale, PolicyChanges>>>;
}

export const emptySite: SiteState = { memory: [], terms: {}, policies: {} };

type Transition<K extends SiteChange['kind']> = (
  site: SiteState,
  decision: DecisionHead & Extract<SiteChange, { kind: K }>,
) => SiteState;

/** To add a kind, add its row here and its objection below. */
const transitions: { readonly [K in SiteChange['kind']]: Transition<K> } = {
  'memory.added': (site, { id, at, by, from, to, pairs }) =>
    withBatch(site, {
      id,
      at,
      by,
      name: '',
      units: pairs.map(([source, target]) => ({ texts: { [from]: source, [to]: target } })),
    }),
  'memory.imported': (site, { id, at, by, name, units }) => withBatch(site, { id, at, by, name, units }),
  'memory.changed': (site, { batch, index, unit }) =>
    withUnits(site, batch, (units) => units.map((one, at) => (at === index ? unit : one))),
  'memory.removed': (site, { batch, indexes }) =>
    indexes === undefined
      ? { ...site, memory: site.memory.filter(({ id }) => id !== batch) }
      : withUnits(site, batch, (units) => units.map((one, at) => (indexes.includes(at) ? null : one))),
  'term.added': (site, { termId, term, at, by }) => withTerms(site, [{ ...term, id: termId, revision: 1, at, by }]),
  'term.changed': (site, { termId, term, at, by }) =>
    withTerms(site, [{ ...term, id: termId, revision: (site.terms[termId]?.revision ?? 0) + 1, at, by }]),
  'term.removed': (site, { termId }) => {
    const { [termId]: _, ...terms } = site.terms;
    return { ...site, terms };
  },
  'terms.imported': (site, { terms, at, by }) =>
    withTerms(
      site,
      terms.map(({ termId, term }) => ({ ...term, id: termId, revision: 1, at, by })),
    ),
  'policy.changed': (site, { locale, changes }) => ({ ...site, policies: { ...site.policies, [locale]: changes } }),
  'access.granted': (site) => site,
  'access.refused': (site) => site,
};

/** Whether a decision belongs to the site's stream. */
export function isSiteDecision(decision: Decision): decision is SiteDecision {
  return Object.hasOwn(transitions, decision.kind);
}

/** The site after a decision that was accepted. */
export function siteAfter(site: SiteState, decision: SiteDecision): SiteState {
  return transitions[decision.kind](site, decision as never);
}

/** Why a new decision is not taken. Refusals: term.unknown, memory.unknown. */
export function siteObjection(site: SiteState, decision: SiteDecision): Refusal | undefined {
  if (decision.kind === 'term.changed' || decision.kind === 'term.removed') {
    return site.terms[decision.termId] ? undefined : refuse('term.unknown');
  }
  if (decision.kind === 'memory.changed' || decision.kind === 'memory.removed') {
    return site.memory.some(({ id }) => id === decision.batch) ? undefined : refuse('memory.unknown');
  }
  return undefined;
}

function withBatch(site: SiteState, batch: MemoryBatch): SiteState {
  return { ...site, memory: [...site.memory, batch] };
}

function withUnits(
  site: SiteState,
  batch: DecisionId,
  change: (units: MemoryBatch['units']) => MemoryBatch['units'],
): SiteState {
  return { ...site, memory: site.memory.map((one) => (one.id === batch ? { ...one, units: change(one.units) } : one)) };
}

function withTerms(site: SiteState, terms: readonly Term[]): SiteState {
  return { ...site, terms: { ...site.terms, ...Object.fromEntries(terms.map((term) => [term.id, term])) } };
}
