/**
 * House style: what is changed of a language's policies, for the site and for one document's edition. Each change is a
 * decision that says all that is changed from then on, in place of what was changed before.
 */
import type { DecisionId, DocumentState, MemberId } from '../domain/document.ts';
import type { Refusal } from '../domain/errors.ts';
import type { Locale } from '../domain/locale.ts';
import { policyFor, type Policy, type PolicyChanges } from '../domain/policy.ts';
import type { SiteState } from '../domain/site.ts';
import type { World } from '../ports.ts';
import { findEdition, type EditionKey } from './edition-view.ts';

interface PolicyOrder {
  readonly locale: Locale;
  readonly changes: PolicyChanges;
  readonly decisionId: DecisionId;
  readonly by: MemberId;
}

export interface SitePolicies {
  readonly policies: Readonly<Record<Locale, PolicyChanges>>;
}

export interface EditionPolicies {
  /** What holds. */
  readonly policy: Policy;
  readonly site: PolicyChanges;
  readonly changes: PolicyChanges;
}

/** What holds in an edition of a document. */
export function policyOf({ policies: ofSite }: SiteState, { policies }: DocumentState, locale: Locale): Policy {
  return policyFor(locale, ofSite[locale], policies?.[locale]);
}

/** What the site changes, in every language. */
export async function sitePolicies({ store }: World): Promise<SitePolicies> {
  const { policies } = await store.site();
  return { policies: { en: policies.en ?? {}, he: policies.he ?? {}, ar: policies.ar ?? {} } };
}

/** Sets what the site changes in a language. Refusals: decision.reused, those of the store. */
export async function changeSitePolicies(
  world: World,
  { decisionId: id, by, locale, changes }: PolicyOrder,
): Promise<SitePolicies | Refusal> {
  const decision = { id, by, at: world.clock.now(), kind: 'policy.changed', locale, changes } as const;
  const committed = await world.store.commit({ stream: 'site', decisions: [decision] });
  return committed.ok ? sitePolicies(world) : committed;
}

/** What holds in an edition, and which of it the document changes. Refusals: document.unknown, locale.unknown. */
export async function editionPolicies(world: World, key: EditionKey): Promise<EditionPolicies | Refusal> {
  const found = await findEdition(world, key);
  if (!found.ok) return found;
  const site = await world.store.site();
  const { document } = found;
  const { locale } = key;
  return {
    policy: policyOf(site, document, locale),
    site: site.policies[locale] ?? {},
    changes: document.policies?.[locale] ?? {},
  };
}

/**
 * Sets what a document changes in one of its editions.
 * Refusals: document.unknown, locale.unknown, document.archived, decision.reused.
 */
export async function changeEditionPolicies(
  world: World,
  order: EditionKey & PolicyOrder,
): Promise<EditionPolicies | Refusal> {
  const { documentId, decisionId: id, by, locale, changes } = order;
  const decision = { id, by, at: world.clock.now(), kind: 'edition.policy-changed', locale, changes } as const;
  const committed = await world.store.commit({ stream: documentId, decisions: [decision] });
  return committed.ok ? editionPolicies(world, order) : committed;
}
