/**
 * The shape of every kind of decision, as schemas. The app never writes another, so replay does not ask; but a journal
 * that comes from elsewhere (a backup) may say anything, and what it names becomes paths, tags and addresses. Lists of
 * words are the domain's own. Members that are not named here are let be: nobody reads them.
 * To add a kind of decision: its row in `shapes`.
 */
import { Type, type TProperties, type TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { mostActiveMs } from '../../domain/active-time.ts';
import type { Decision, DecisionKind } from '../../domain/decision.ts';
import { longestComment } from '../../domain/comments.ts';
import { areDistinct } from '../../domain/damage.ts';
import {
  documentIdPattern,
  faultCodes,
  segmentKinds,
  sourceFormats,
  states,
  timestampPattern,
  type SegmentKind,
} from '../../domain/document.ts';
import { editionLimits } from '../../domain/edition-details.ts';
import { locales } from '../../domain/locale.ts';
import { policyChoices } from '../../domain/policy.ts';
import { returnCategories } from '../../domain/return-reason.ts';
import { slugPattern } from '../../domain/slug.ts';
import { editionForms, settingsLimits, tagIdPattern } from '../../domain/site-settings.ts';
import { matchings, termKinds } from '../../domain/terms/term.ts';
import { mostJoined } from '../../domain/workflow.ts';
import { sha256Pattern } from './originals.ts';

const oneOf = <T extends string>(values: readonly T[]) => Type.Enum(values as [T, ...T[]]);
const whole = (minimum: number, maximum = Number.MAX_SAFE_INTEGER) => Type.Integer({ minimum, maximum });
const optional = Type.Optional;

const Id = Type.String({ pattern: documentIdPattern });
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
const Time = Type.String({ pattern: timestampPattern });
const Name = Type.String({ minLength: 1 });
const Text = Type.String();
const Tongue = oneOf(locales);
const Tongues = Type.Array(Tongue, { uniqueItems: true });

/** Far beyond what any import makes, and little enough to put on a page. */
const deepest = 100;
const mostCells = 1_000_000;
/** Objects and lists in one another: two for each join, and what stands around and in them. */
const deepestNesting = 2 * mostJoined + 20;

const Code = Type.Union([
  Type.Object({ type: Type.Literal('link'), href: Text, title: optional(Text) }),
  Type.Object({ type: Type.Literal('image'), src: Text, alt: Text }),
  Type.Object({ type: Type.Literal('footnote'), label: Text }),
  Type.Object({
    type: oneOf(['emphasis', 'strong', 'strikethrough', 'inline-code', 'line-break', 'paragraph-break'] as const),
  }),
]);
const Layout = Type.Object({
  level: optional(whole(2, 6)),
  depth: optional(whole(1, deepest)),
  number: optional(whole(0)),
  quoted: optional(whole(0, deepest)),
  table: optional(whole(0, mostCells)),
  row: optional(whole(0, mostCells)),
  column: optional(whole(0, mostCells)),
  header: optional(Type.Boolean()),
  label: optional(Text),
  language: optional(Text),
  repeated: optional(whole(0)),
});
const Segment = Type.Object({
  id: Id,
  kind: oneOf(Object.keys(segmentKinds) as SegmentKind[]),
  layout: Layout,
  text: Text,
  codes: Type.Record(Type.String({ pattern: '^[0-9]{1,6}$' }), Code, { additionalProperties: false }),
});
const Source = Type.Object({ version: whole(1), locale: Tongue, segments: Type.Array(Segment, { minItems: 1 }) });
const Original = Type.Object({
  sha256: Type.String({ pattern: sha256Pattern }),
  name: Text,
  format: oneOf(sourceFormats),
  bytes: whole(0),
});
const Fault = Type.Object({ code: oneOf(faultCodes), retryable: Type.Boolean() });
const MachineOrigin = Type.Union([
  Type.Object({ type: Type.Literal('mt'), provider: Text, model: Text }),
  Type.Object({ type: Type.Literal('tm'), score: Type.Number() }),
]);
const Origin = Type.Union([MachineOrigin, Type.Object({ type: Type.Literal('human'), by: Name })]);
/** Why a text was sent back. Before there were categories, there were words alone. */
const reason = {
  reason: Text,
  categories: optional(Type.Array(oneOf(returnCategories), { uniqueItems: true, minItems: 1 })),
};
const targetProperties = {
  text: Text,
  state: oneOf(states),
  origin: optional(Origin),
  revision: whole(0),
  sourceHash: optional(Name),
  at: optional(Time),
  by: optional(Name),
  fault: optional(Type.Object({ ...Fault.properties, jobId: Id })),
  returned: optional(Type.Object({ ...reason, by: Name, at: Time })),
  dismissed: optional(Name),
  coveredBy: optional(Id),
};
/** A target that was joined holds the two that it was made of, and so on (`deepestNesting`). */
const inner = Type.Ref('Target');
const Joined = Type.Object({ revision: whole(1), text: Text, first: inner, second: inner, at: Id });
const Target = Type.Cyclic({ Target: Type.Object({ ...targetProperties, joined: optional(Joined) }) }, 'Target');
const Targets = Type.Array(Type.Tuple([Id, Target]), { minItems: 1 });
const byLocale = <T extends TSchema>(schema: T) =>
  Type.Partial(Type.Record(Tongue, schema), { additionalProperties: false });
const ofSource = {
  segmentId: Id,
  version: whole(2),
  replaces: Type.Array(Id, { minItems: 1 }),
  segments: Type.Array(Segment, { minItems: 1 }),
  targets: byLocale(Targets),
};
const Slug = Type.String({ pattern: slugPattern });

const ofSegment = { segmentId: Id, locale: optional(Tongue) };
const ofTarget = { segmentId: Id, locale: Tongue, sourceHash: Name, activeMs: optional(whole(1, mostActiveMs)) };

const ofFinding = { segmentId: optional(Id), locale: Tongue, check: Name, marked: Text };
const Unit = Type.Object({ texts: byLocale(Text), at: optional(Time), by: optional(Name), note: optional(Text) });
const Wording = Type.Object({
  preferred: Name,
  forms: Type.Array(Name),
  forbidden: Type.Array(Name),
  matching: oneOf(matchings),
});
const Term = Type.Object({
  kind: oneOf(termKinds),
  words: byLocale(Wording),
  isKept: optional(Type.Literal(true)),
  note: optional(Text),
  documentId: optional(Id),
});
const Policies = Type.Object(
  Object.fromEntries(Object.entries(policyChoices).map(([name, choices]) => [name, optional(oneOf(choices))])),
);

const upTo = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const Details = Type.Object({
  translators: optional(Type.Array(upTo(editionLimits.translator), { maxItems: editionLimits.translators })),
  description: optional(upTo(editionLimits.description)),
});
const TagName = Type.String({ pattern: tagIdPattern });
const Settings = Type.Object({
  titles: byLocale(upTo(settingsLimits.title)),
  descriptions: byLocale(upTo(settingsLimits.description)),
  about: byLocale(upTo(settingsLimits.about)),
  tags: Type.Array(Type.Object({ id: TagName, names: byLocale(upTo(settingsLimits.title)) }), {
    maxItems: settingsLimits.tags,
  }),
  theme: upTo(settingsLimits.theme),
  forms: Type.Array(oneOf(editionForms), { uniqueItems: true }),
  bilingual: Type.Boolean(),
  credits: Type.Boolean(),
  tellsOutdated: Type.Boolean(),
});

const shapes: { readonly [K in DecisionKind]: TProperties } = {
  'document.imported': { documentId: Id, slug: Slug, to: Tongues, original: Original, source: Source },
  'document.changed': { to: Tongues },
  'document.tagged': { tags: Type.Array(TagName, { uniqueItems: true, maxItems: settingsLimits.tags }) },
  'document.renamed': { slug: Slug },
  'document.archived': {},
  'document.restored': {},
  'translation.requested': { jobId: Id, locales: Tongues, provider: optional(Name), total: whole(1) },
  'translation.cancelled': { jobId: Id },
  'translation.failed': { jobId: Id, locale: Tongue, segmentIds: Type.Array(Id), fault: Fault },
  'translation.finished': { jobId: Id, fault: optional(Fault) },
  'target.drafted': { ...ofTarget, text: Text, origin: MachineOrigin },
  'target.edited': { ...ofTarget, text: Text },
  'target.reviewed': ofTarget,
  'target.approved': { ...ofTarget, dismissed: optional(Text) },
  'target.returned': { ...ofTarget, ...reason },
  'target.reopened': ofTarget,
  'source.split': { ...ofSource, offset: whole(0) },
  'source.joined': ofSource,
  'target.split': { segmentId: Id, locale: Tongue, offset: whole(0), targets: Targets },
  'target.joined': { segmentId: Id, locale: Tongue, targets: Targets },
  'target.separated': { segmentId: Id, locale: Tongue, targets: Targets },
  'target.restored': { segmentId: Id, locale: Tongue, undoes: Uuid, targets: Targets },
  'comment.added': {
    ...ofSegment,
    text: Name,
    mentions: Type.Array(Name),
    replyTo: optional(Uuid),
  },
  'comment.resolved': { ...ofSegment, commentId: Uuid },
  'comment.reopened': { ...ofSegment, commentId: Uuid },
  'edition.published': {
    locale: Tongue,
    sourceVersion: whole(1),
    targets: Type.Array(Type.Tuple([Id, whole(1)])),
    details: optional(Details),
    note: optional(upTo(editionLimits.note)),
    corrects: optional(Type.Array(Id, { minItems: 1, uniqueItems: true })),
    plan: optional(Uuid),
  },
  'edition.described': { locale: Tongue, details: Details },
  'edition.planned': { locales: Type.Array(Tongue, { minItems: 1, uniqueItems: true }), notBefore: optional(Time) },
  'edition.plan-ended': { planId: Uuid },
  'edition.withdrawn': { locale: Tongue },
  'edition.rolled-back': { locale: Tongue, to: whole(1) },
  'memory.added': { from: Tongue, to: Tongue, pairs: Type.Array(Type.Tuple([Text, Text])) },
  'memory.imported': { name: Text, units: Type.Array(Unit) },
  'memory.changed': { batch: Uuid, index: whole(0), was: Unit, unit: Unit },
  'memory.removed': { batch: Uuid, indexes: optional(Type.Array(whole(0))) },
  'term.added': { termId: Id, term: Term },
  'term.changed': { termId: Id, term: Term },
  'term.removed': { termId: Id },
  'terms.imported': { name: Text, terms: Type.Array(Type.Object({ termId: Id, term: Term })) },
  'policy.changed': { locale: Tongue, changes: Policies },
  'settings.changed': { settings: Settings, revision: whole(0) },
  'check.dismissed': { ...ofFinding, reason: optional(Text) },
  'check.reinstated': ofFinding,
  'edition.policy-changed': { locale: Tongue, changes: Policies },
  'access.granted': {},
  'access.refused': { reason: Text },
};

const validators = new Map(
  Object.entries(shapes).map(([kind, properties]) => {
    const schema: TSchema = Type.Object({ id: Uuid, at: Time, by: Name, undoes: optional(Uuid), ...properties });
    return [kind, Compile(schema)] as const;
  }),
);

/** Where a decision is not what its kind says, as a path into it; undefined where all is well. */
export function misshapenAt(decision: Decision): string | undefined {
  const validator = validators.get(decision.kind);
  if (validator === undefined) return '/kind';
  // Asked first, and without going deeper itself: whatever else walks through a decision does.
  if (isTooDeep(decision)) return '/';
  if (!validator.Check(decision)) return validator.Errors(decision)[0]?.instancePath ?? '/';
  if (decision.kind === 'document.imported') return contradictionIn(decision);
  // In the domain's units; a schema would count graphemes.
  return decision.kind === 'comment.added' && decision.text.length > longestComment ? '/text' : undefined;
}

/** What no schema says: no two segments are one, and nothing is translated into its own language. */
function contradictionIn({ to, source }: Extract<Decision, { kind: 'document.imported' }>): string | undefined {
  if (!areDistinct(source.segments)) return '/source/segments';
  return to.includes(source.locale) ? '/to' : undefined;
}

function isTooDeep(decision: Decision): boolean {
  let level: unknown[] = [decision];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestNesting) return true;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return false;
}
