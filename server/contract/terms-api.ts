/** The termbase's rows of the contract. */
import { Type, type Static } from 'typebox';
import { matchings, termKinds } from '../domain/terms/term.ts';
import { termLimits } from '../domain/terms/tidy-term.ts';
import { bodyLimits, everywhere, raw, type Endpoint, type RequestLine } from './endpoint.ts';
import { xmlRefusals } from './refusals.ts';
import { byLocale, Count, exact, list, NamedFile, oneOf, ShortId, Uuid } from './schemas.ts';

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

export const TermsReportView = exact({
  added: Count,
  changed: Count,
  known: Count,
  alike: exact({ count: Count, examples: list(Type.String()) }),
  skipped: list(
    exact({
      why: Type.Enum(['language', 'column', 'entry', 'no-word']),
      name: Type.String(),
      line: Count,
      count: Count,
    }),
  ),
});
export type TermsReportView = Static<typeof TermsReportView>;

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
  'POST /api/terms/import': {
    summary: 'Add the terms of a table (CSV) or a TBX file, all or none; as a trial, only say what it would bring',
    body: exact({ ...decision, input: NamedFile, isTrial: Type.Optional(Type.Boolean()) }),
    reply: TermsReportView,
    refusals: [...xmlRefusals, 'import.csv', 'import.tbx', 'term.nothing-in-it', 'term.stale', 'decision.reused'],
    needs: { action: 'edit', scope: everywhere },
    bodyLimit: bodyLimits.file,
  },
  'GET /api/terms/export': {
    summary: 'The whole termbase as a table (CSV) or as TBX-Basic',
    query: exact({ format: Type.Enum(['csv', 'tbx']) }),
    reply: raw,
    refusals: [],
    needs: { action: 'read', scope: everywhere },
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
