/**
 * The house style by language: what the site changes of the defaults, and a document of the site's. Changes are set as a
 * whole; what they do not name is as the level above has it.
 */
import { Type, type TSchema } from 'typebox';
import { policyChoices, type PolicyName } from '../domain/policy.ts';
import { everywhere, ofTarget, type Endpoint, type RequestLine } from './endpoint.ts';
import { editionRefusals } from './refusals.ts';
import { EditionKey, exact, LocaleName, oneOf, Uuid } from './schemas.ts';

/** Which of a policy's choices holds. */
const policyProperties = {
  digits: oneOf(policyChoices.digits),
  quotes: oneOf(policyChoices.quotes),
  months: oneOf(policyChoices.months),
  gershayim: oneOf(policyChoices.gershayim),
  maqaf: oneOf(policyChoices.maqaf),
  tanwin: oneOf(policyChoices.tanwin),
  gender: oneOf(policyChoices.gender),
} satisfies Record<PolicyName, TSchema>;

export const PolicyView = exact(policyProperties);

/** What is changed of it; what is not named is as the level above has it. */
const PolicyChangesView = Type.Partial(exact(policyProperties), { additionalProperties: false });

const ChangePolicies = exact({ decisionId: Uuid, changes: PolicyChangesView });

const SitePolicies = exact({
  policies: exact({ en: PolicyChangesView, he: PolicyChangesView, ar: PolicyChangesView }),
});

const EditionPolicies = exact({
  /** What holds: the locale's defaults, changed by the site, changed by the document. */
  policy: PolicyView,
  /** What the site changes of the defaults. */
  site: PolicyChangesView,
  /** What this document changes of that. */
  changes: PolicyChangesView,
});

export const policiesApi = {
  'GET /api/policies': {
    summary: 'The house style: what the site changes of the defaults, by language',
    reply: SitePolicies,
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },
  'PUT /api/policies/:locale': {
    summary: 'Set what the site changes of the defaults in a language',
    params: exact({ locale: LocaleName }),
    body: ChangePolicies,
    reply: SitePolicies,
    refusals: ['decision.reused'],
    needs: { action: 'administer', scope: everywhere },
  },
  'GET /api/documents/:documentId/policies/:locale': {
    summary: 'Which policies hold in an edition, and what the document changes of them',
    params: EditionKey,
    reply: EditionPolicies,
    refusals: editionRefusals,
    needs: { action: 'read', scope: ofTarget },
  },
  'PUT /api/documents/:documentId/policies/:locale': {
    summary: 'Set what the document changes of the house style in a language',
    params: EditionKey,
    body: ChangePolicies,
    reply: EditionPolicies,
    refusals: [...editionRefusals, 'document.archived', 'decision.reused'],
    needs: { action: 'publish', scope: ofTarget },
  },
} as const satisfies Record<RequestLine, Endpoint>;
