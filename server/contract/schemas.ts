/**
 * The words that several subjects of the contract share, as TypeBox schemas: validated on the way in, serialised by on
 * the way out, and the client's types. Lists of words (states, kinds, locales) are the domain's own. A property that is
 * not named in a schema neither gets in (400) nor out (dropped).
 */
import { Type, type Static, type TSchema, type TObject, type TProperties } from 'typebox';
import { faultCodes, segmentKinds, states, timestampPattern, type SegmentKind } from '../domain/document.ts';
import { editionLimits } from '../domain/edition-details.ts';
import { locales, type Locale } from '../domain/locale.ts';
import { tagIdPattern } from '../domain/site-settings.ts';
import { returnCategories, type ReturnCategory } from '../domain/return-reason.ts';

export function exact<P extends TProperties>(properties: P): TObject<P> {
  return Type.Object(properties, { additionalProperties: false });
}

export const oneOf = <T extends string>(values: readonly T[]) => Type.Enum(values as [T, ...T[]]);

export const list = <T extends TSchema>(schema: T, maxItems?: number) =>
  Type.Array(schema, maxItems === undefined ? {} : { maxItems });

export const ShortId = Type.String({ pattern: '^[A-Za-z0-9_-]{12}$' });
export const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
export const LocaleName = oneOf(locales);
export const StateName = oneOf(states);
export const Count = Type.Integer({ minimum: 0 });
/** A time as decisions have it: UTC, to the millisecond. */
export const Moment = Type.String({ pattern: timestampPattern });

export const TagName = Type.String({ pattern: tagIdPattern.source });

/** Something for any of the languages. */
export const byLocale = <T extends TSchema>(schema: T) =>
  exact({
    en: Type.Optional(schema),
    he: Type.Optional(schema),
    ar: Type.Optional(schema),
  } satisfies Record<Locale, TSchema>);

export const Locales = Type.Array(LocaleName, { uniqueItems: true, maxItems: locales.length });
export const DocumentKey = exact({ documentId: ShortId });
export const EditionKey = exact({ documentId: ShortId, locale: LocaleName });
export const TargetKey = exact({ documentId: ShortId, segmentId: ShortId, locale: LocaleName });

const Code = Type.Union([
  exact({ type: Type.Literal('link'), href: Type.String(), title: Type.Optional(Type.String()) }),
  exact({ type: Type.Literal('emphasis') }),
  exact({ type: Type.Literal('strong') }),
  exact({ type: Type.Literal('strikethrough') }),
  exact({ type: Type.Literal('inline-code') }),
  exact({ type: Type.Literal('image'), src: Type.String(), alt: Type.String() }),
  exact({ type: Type.Literal('footnote'), label: Type.String() }),
  exact({ type: Type.Literal('line-break') }),
  exact({ type: Type.Literal('paragraph-break') }),
]);

export const Codes = Type.Record(Type.String({ pattern: '^[0-9]{1,6}$' }), Code);

export const Layout = exact({
  level: Type.Optional(Type.Integer()),
  depth: Type.Optional(Type.Integer()),
  number: Type.Optional(Type.Integer()),
  quoted: Type.Optional(Type.Integer()),
  table: Type.Optional(Type.Integer()),
  row: Type.Optional(Type.Integer()),
  column: Type.Optional(Type.Integer()),
  header: Type.Optional(Type.Boolean()),
  label: Type.Optional(Type.String()),
  language: Type.Optional(Type.String()),
  repeated: Type.Optional(Type.Integer()),
});

export const KindName = oneOf(Object.keys(segmentKinds) as SegmentKind[]);
export const FaultView = exact({ code: oneOf(faultCodes), retryable: Type.Boolean() });

export const OriginView = Type.Union([
  exact({ type: Type.Literal('mt'), provider: Type.String(), model: Type.String() }),
  exact({ type: Type.Literal('tm'), score: Type.Number() }),
  exact({ type: Type.Literal('human'), by: Type.String() }),
]);

const CodeFaultView = exact({
  code: oneOf(['content.code-missing', 'content.code-doubled', 'content.code-unpaired'] as const),
  number: Type.String(),
});

/** Why a text was sent back. */
export const returnReason = {
  reason: Type.String(),
  categories: Type.Optional(
    Type.Unsafe<readonly ReturnCategory[]>(Type.Array(oneOf(returnCategories), { uniqueItems: true, minItems: 1 })),
  ),
};

export const TargetView = exact({
  text: Type.String(),
  state: StateName,
  revision: Count,
  outdated: Type.Boolean(),
  origin: Type.Optional(OriginView),
  at: Type.Optional(Type.String()),
  by: Type.Optional(Type.String()),
  fault: Type.Optional(FaultView),
  returned: Type.Optional(exact({ ...returnReason, by: Type.String(), at: Type.String() })),
  /** Why it is approved although checks find errors in it. */
  dismissed: Type.Optional(Type.String()),
  codeFaults: list(CodeFaultView),
  /** How many segments it stands for, where that is more than its own. */
  span: Type.Optional(Count),
});
export type TargetView = Static<typeof TargetView>;

/** What stands around an edition's text. */
export const EditionDetailsView = exact({
  /** Who translated it, as they want to be called. */
  translators: Type.Optional(list(Type.String({ maxLength: editionLimits.translator }), editionLimits.translators)),
  /** What lists and search engines say of it; absent: its first paragraph. */
  description: Type.Optional(Type.String({ maxLength: editionLimits.description })),
});

/** Editions that are published by themselves, together, once nothing blocks any of them. */
export const PlanView = exact({
  planId: Uuid,
  locales: Locales,
  /** Not before; absent: as soon as all are ready. */
  notBefore: Type.Optional(Type.String()),
  by: Type.String(),
  madeAt: Type.String(),
  /** What it waits for besides its time: languages that something blocks, and how much. */
  waiting: list(exact({ locale: LocaleName, blockers: Count })),
});
export type PlanView = Static<typeof PlanView>;

/** A file's bytes in base64, kept exactly, and its name. */
export const NamedFile = exact({
  file: Type.String({ minLength: 1, maxLength: 255 }),
  base64: Type.String({ pattern: '^[A-Za-z0-9+/]*={0,2}$' }),
});

/** One decision of the desk: its id (made by the desk, so that a retry is harmless) and what it was based on. */
export const decisionHead = { decisionId: Uuid, baseRevision: Count };

/** What a sentence about a code is filled in with. */
export const Params = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]));

/** For readers: what is different from the publication before. White space alone is no note. */
export const Note = Type.String({ minLength: 1, maxLength: editionLimits.note });
