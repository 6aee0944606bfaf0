/**
 * Policies: what a house has decided where a language leaves a choice (which digits, which quotation marks, how an
 * acronym is marked). The style checks hold a text to them and mend it by them. Each locale has a default; a site changes
 * it for all its editions in a locale, a document for its own (`policyFor`).
 * To add one: a row in `policyChoices`, its default in each locale, its words in `policies.*` of `locales/`.
 */
import type { Locale } from './locale.ts';

/** The first of each is no better than the others: defaults stand below. */
export const policyChoices = {
  /** `latn` 0–9, `arab` ٠–٩. */
  digits: ['latn', 'arab'],
  /** straight "…", curly “…” (in Hebrew ”…”), guillemets «…». */
  quotes: ['straight', 'curly', 'guillemets'],
  /** Arabic: يناير, كانون الثاني, جانفي, and Morocco's يوليوز. Elsewhere one system. */
  months: ['gulf', 'levant', 'maghreb', 'morocco'],
  /** Hebrew acronyms and abbreviations: ״ ׳ or " '. */
  gershayim: ['gershayim', 'quotes'],
  /** Hebrew words tied together: בית־ספר or בית-ספר. */
  maqaf: ['maqaf', 'hyphen'],
  /** Arabic: ـًا or ـاً. */
  tanwin: ['before-alef', 'on-alef'],
  /** How a text speaks of people of any gender. */
  gender: ['masculine', 'slash', 'dot', 'double'],
} as const;

export type PolicyName = keyof typeof policyChoices;
export type Policy = { readonly [N in PolicyName]: (typeof policyChoices)[N][number] };
/** What somebody has changed of it. */
export type PolicyChanges = Partial<Policy>;

const common: Policy = {
  digits: 'latn',
  quotes: 'straight',
  months: 'gulf',
  gershayim: 'gershayim',
  maqaf: 'maqaf',
  tanwin: 'before-alef',
  gender: 'masculine',
};

/** Specification hebrew-arabic §1.5. */
export const defaultPolicies: Readonly<Record<Locale, Policy>> = {
  en: { ...common, quotes: 'curly' },
  he: common,
  ar: { ...common, quotes: 'guillemets' },
};

/** The policies that a locale knows: the others say nothing about its texts. */
export const policiesOf: Readonly<Record<Locale, readonly PolicyName[]>> = {
  en: ['quotes'],
  he: ['quotes', 'gershayim', 'maqaf', 'gender'],
  ar: ['digits', 'quotes', 'months', 'tanwin', 'gender'],
};

/** What holds in an edition: the locale's default, changed by the site, changed by the document. */
export function policyFor(locale: Locale, ...changes: ReadonlyArray<PolicyChanges | undefined>): Policy {
  return Object.assign({}, defaultPolicies[locale], ...changes) as Policy;
}
