/** The memory's rows of the contract: units from outside, and files in and out. */
import { Type, type Static } from 'typebox';
import { bodyLimits, everywhere, raw, type Endpoint, type RequestLine } from './endpoint.ts';
import { xmlRefusals } from './refusals.ts';
import { byLocale, Count, exact, list, LocaleName, NamedFile, Uuid } from './schemas.ts';
import { SuggestionsView } from './suggestions-api.ts';

const Texts = byLocale(Type.String({ maxLength: 100_000 }));
/** What somebody may rewrite: when and by whom, the server knows. */
const said = { texts: Texts, note: Type.Optional(Type.String({ maxLength: 10_000 })) };
const Unit = exact({ ...said, at: Type.Optional(Type.String()), by: Type.Optional(Type.String()) });
const UnitPlace = { batch: Uuid, index: Count };

export const UnitPageView = exact({
  batches: list(exact({ id: Uuid, name: Type.String(), at: Type.String(), by: Type.String(), units: Count })),
  units: list(exact({ ...UnitPlace, unit: Unit })),
  total: Count,
});
export type UnitPageView = Static<typeof UnitPageView>;

export const MemoryReportView = exact({
  added: Count,
  known: Count,
  skipped: Count,
  examples: list(exact({ line: Count, reason: Type.Enum(['languages', 'empty']) })),
});
export type MemoryReportView = Static<typeof MemoryReportView>;

const fileRefusals = [...xmlRefusals, 'import.tmx', 'memory.nothing-in-it'] as const;

/** A paragraph: it travels in the body, for an address would not hold a long one in Arabic letters. */
const AskedText = Type.String({ minLength: 1, maxLength: 100_000 });

export const memoryApi = {
  'GET /api/memory/units': {
    summary: 'Units from outside any document that hold some words, newest file first, and the files that they came in',
    query: exact({
      query: Type.Optional(Type.String({ maxLength: 200 })),
      batch: Type.Optional(Uuid),
      from: Type.Optional(Type.Integer({ minimum: 0 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    reply: UnitPageView,
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },
  'POST /api/memory/matches': {
    summary: 'What the memory has for a text that stands in no document; `before` and `after`: what stands around it',
    body: exact({
      text: AskedText,
      from: LocaleName,
      to: LocaleName,
      before: Type.Optional(AskedText),
      after: Type.Optional(AskedText),
    }),
    reply: SuggestionsView,
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },
  'POST /api/memory/import': {
    summary: 'Add the units of a TMX file, all or none; as a trial, only say what it would bring',
    body: exact({ decisionId: Uuid, input: NamedFile, isTrial: Type.Optional(Type.Boolean()) }),
    reply: MemoryReportView,
    refusals: [...fileRefusals, 'decision.reused'],
    needs: { action: 'administer', scope: everywhere },
    bodyLimit: bodyLimits.file,
  },
  'GET /api/memory/export': {
    summary: 'All that the memory holds, as TMX 1.4b',
    query: exact({ from: Type.Optional(LocaleName) }),
    reply: raw,
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },
  'PUT /api/memory/units': {
    summary: 'Rewrite a unit; `was` is the unit as it was seen',
    body: exact({ decisionId: Uuid, ...UnitPlace, unit: exact(said), was: exact(said) }),
    reply: exact({}),
    refusals: ['memory.unknown', 'memory.stale', 'memory.incomplete', 'decision.reused'],
    needs: { action: 'administer', scope: everywhere },
    bodyLimit: bodyLimits.texts,
  },
  'POST /api/memory/remove': {
    summary: 'Remove units of a file from the memory, or all of them',
    body: exact({
      decisionId: Uuid,
      batch: Uuid,
      indexes: Type.Optional(Type.Array(Count, { minItems: 1, maxItems: 1000 })),
    }),
    reply: exact({}),
    refusals: ['memory.unknown', 'decision.reused'],
    needs: { action: 'administer', scope: everywhere },
  },
} as const satisfies Record<RequestLine, Endpoint>;
