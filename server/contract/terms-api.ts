/** The termbase's rows of the contract. */
import { Type, type Static } from 'typebox';
import { matchings, termKinds } from '../domain/terms/term.ts';
import { termLimits } from '../domain/terms/tidy-term.ts';
import { everywhere, type Endpoint, type RequestLine } from './endpoint.ts';
import { byLocale, exact, list, oneOf, ShortId, Uuid } from './schemas.ts';

const Word = Type.String({ maxLength: termLimits.word });
const Words = list(Word, termLimits.words);
const Wording = exact({ preferred: Word, forms: Words, forbidden: Words, matching: oneOf(matchings) });
const body = {
  kind: oneOf(termKinds),
  words: byLocale(Wording),
  isKept: Type.Optional(Type.Literal(true)),
  note: Type.Optional(Type.String({ maxLength: termLimits.note })),
  documentId: Type.Optional(ShortId),
};

export const TermView = exact({
  ...body,
  id: ShortId,
  revision: Type.Integer({ minimum: 1 }),
  at: Type.String(),
  by: Type.String(),
});
export type TermView = Static<typeof TermView>;

const decision = { decisionId: Uuid };
const seen = { baseRevision: Type.Integer({ minimum: 1 }) };
const OneTerm = exact({ termId: ShortId });

export const termsApi = {
  'GET /api/terms': {
    summary: 'The whole termbase, the newest change first',
    reply: exact({ terms: list(TermView) }),
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },
  'POST /api/terms': {
    summary: 'Add a term: one thing with its words in up to three languages',
    body: exact({ ...decision, term: exact(body) }),
    reply: TermView,
    refusals: ['term.invalid', 'decision.reused'],
    needs: { action: 'edit', scope: everywhere },
  },
  'PUT /api/terms/:termId': {
    summary: 'Change a term; 409 where somebody has changed it since `baseRevision`',
    params: OneTerm,
    body: exact({ ...decision, ...seen, term: exact(body) }),
    reply: TermView,
    refusals: ['term.invalid', 'term.unknown', 'term.stale', 'decision.reused'],
    needs: { action: 'edit', scope: everywhere },
  },
  'POST /api/terms/:termId/remove': {
    summary: 'Remove a term',
    params: OneTerm,
    body: exact({ ...decision, ...seen }),
    reply: exact({}),
    refusals: ['term.unknown', 'term.stale', 'decision.reused'],
    needs: { action: 'edit', scope: everywhere },
  },
} as const satisfies Record<RequestLine, Endpoint>;
