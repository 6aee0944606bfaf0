/**
 * The site: what belongs to no document (memory from outside, the termbase, policies), and what a decision does to it.
 * As with documents, rules are asked once, when a decision is new (`siteObjection`); replay folds `siteAfter` and asks none.
 */
import type { Decision, DecisionHead, SiteChange, SiteDecision } from './decision.ts';
import type { DecisionId, MemberId, Timestamp } from './document.ts';
import { refuse, type Refusal } from './errors.ts';
import { locales, type Locale } from './locale.ts';
import type { OutsideUnit } from './memory/unit.ts';
import type { PolicyChanges } from './policy.ts';
import { defaultSettings, type SiteSettings } from './site-settings.ts';
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
  /** In the order they came; no two under one id. A list, which is cheap to copy, for each decision makes another. */
  readonly terms: readonly Term[];
  readonly policies: Readonly<Partial<Record<Locale, PolicyChanges>>>;
  /** Absent: nobody has changed the defaults. */
  readonly settings?: SettingsNow;
}

/** What holds, and how often it was changed: who replaces it names what they saw. */
export interface SettingsNow extends SiteSettings {
  readonly revision: number;
}

export const emptySite: SiteState = { memory: [], terms: [], policies: {} };

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
  'memory.changed': (site, { batch, index, unit, at, by }) =>
    withUnits(site, batch, (units) => (index < units.length ? units.with(index, { ...unit, at, by }) : units)),
  'memory.removed': (site, { batch, indexes }) => {
    if (indexes === undefined) return { ...site, memory: site.memory.filter(({ id }) => id !== batch) };
    const gone = new Set(indexes);
    return withUnits(site, batch, (units) => units.map((one, at) => (gone.has(at) ? null : one)));
  },
  'term.added': (site, { termId, term, at, by }) => withTerms(site, [{ ...term, id: termId, revision: 1, at, by }]),
  'term.changed': (site, { termId, term, at, by }) =>
    withTerms(site, [{ ...term, id: termId, revision: nextRevision(site, termId), at, by }]),
  'term.removed': (site, { termId }) => ({ ...site, terms: site.terms.filter(({ id }) => id !== termId) }),
  'terms.imported': (site, { terms, at, by }) =>
    withTerms(
      site,
      terms.map(({ termId, term }) => ({ ...term, id: termId, revision: nextRevision(site, termId), at, by })),
    ),
  'policy.changed': (site, { locale, changes }) => ({ ...site, policies: { ...site.policies, [locale]: changes } }),
  'settings.changed': (site, { settings, revision }) => ({
    ...site,
    settings: { ...settings, revision: revision + 1 },
  }),
  'access.granted': (site) => site,
  'access.refused': (site) => site,
};

/** What the house says of its site; the defaults until somebody says otherwise. */
export function settingsOf({ settings }: Pick<SiteState, 'settings'>): SettingsNow {
  return settings ?? { ...defaultSettings, revision: 0 };
}

/** The term of an id. */
export function termIn(terms: SiteState['terms'], termId: TermId): Term | undefined {
  return terms.find(({ id }) => id === termId);
}

/** Whether a decision belongs to the site's stream. */
export function isSiteDecision(decision: Decision): decision is SiteDecision {
  return Object.hasOwn(transitions, decision.kind);
}

/** The site after a decision that was accepted. */
export function siteAfter(site: SiteState, decision: SiteDecision): SiteState {
  return transitions[decision.kind](site, decision as never);
}

type Objection<K extends SiteChange['kind']> = (
  site: SiteState,
  decision: Extract<SiteChange, { kind: K }>,
) => Refusal | undefined;

const free = () => undefined;

const objections: { readonly [K in SiteChange['kind']]: Objection<K> } = {
  'memory.added': free,
  'memory.imported': (_, { units }) => (units.every(isComplete) ? undefined : refuse('memory.incomplete')),
  'memory.changed': ({ memory }, { batch, index, was, unit }) => {
    const now = memory.find(({ id }) => id === batch)?.units[index];
    if (!now) return refuse('memory.unknown');
    if (!isSameUnit(now, was)) return refuse('memory.stale');
    return isComplete(unit) ? undefined : refuse('memory.incomplete');
  },
  'memory.removed': ({ memory }, { batch }) =>
    memory.some(({ id }) => id === batch) ? undefined : refuse('memory.unknown'),
  'term.added': free,
  'term.changed': ({ terms }, { termId }) => (termIn(terms, termId) ? undefined : refuse('term.unknown')),
  'term.removed': ({ terms }, { termId }) => (termIn(terms, termId) ? undefined : refuse('term.unknown')),
  'terms.imported': free,
  'policy.changed': free,
  'settings.changed': (site, { settings: { tags }, revision }) => {
    if (revision !== settingsOf(site).revision) return refuse('settings.stale');
    // Folders, and there are disks that take no notice of capitals.
    const folders = tags.map(({ id }) => id.toLowerCase());
    const twice = tags.find((_, at) => folders.indexOf(folders[at] ?? '') < at);
    return twice && refuse('settings.tag-twice', { tag: twice.id });
  },
  'access.granted': free,
  'access.refused': free,
};

/**
 * Why a new decision is not taken. Refusals: term.unknown, memory.unknown, memory.stale, memory.incomplete,
 * settings.stale, settings.tag-twice.
 */
export function siteObjection(site: SiteState, decision: SiteDecision): Refusal | undefined {
  return objections[decision.kind](site, decision as never);
}

/** A unit says something in two languages at least. */
function isComplete({ texts }: OutsideUnit): boolean {
  const said = Object.values(texts);
  return said.length >= 2 && said.every((text) => text.trim() !== '' && text.isWellFormed());
}

function isSameUnit(one: OutsideUnit, other: OutsideUnit): boolean {
  return one.note === other.note && locales.every((locale) => one.texts[locale] === other.texts[locale]);
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

function nextRevision({ terms }: SiteState, termId: TermId): number {
  return (termIn(terms, termId)?.revision ?? 0) + 1;
}

function withTerms(site: SiteState, changed: readonly Term[]): SiteState {
  const places = new Map(changed.length > 1 ? site.terms.map(({ id }, place) => [id, place]) : []);
  const terms = site.terms.slice();
  for (const term of changed) {
    const place = changed.length > 1 ? (places.get(term.id) ?? -1) : terms.findIndex(({ id }) => id === term.id);
    if (place >= 0) terms[place] = term;
    else places.set(term.id, terms.push(term) - 1);
  }
  return { ...site, terms };
}
