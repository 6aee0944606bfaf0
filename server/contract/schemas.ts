/**
 * The shapes that cross the wire, as TypeBox schemas: validated on the way in, serialised by on the way out, and the
 * client's types. Lists of words (states, kinds, locales) are the domain's own. A property that is not named here
 * neither gets in (400) nor out (dropped).
 */
import { Type, type Static, type TObject, type TProperties, type TSchema } from 'typebox';
import { mostActiveMs } from '../domain/active-time.ts';
import { longestReason } from '../domain/checks/dismissal.ts';
import type { DiffBaseName } from '../domain/diff-bases.ts';
import { longestComment } from '../domain/comments.ts';
import { faultCodes, segmentKinds, sourceFormats, states, type SegmentKind } from '../domain/document.ts';
import { severities } from '../domain/checks/check.ts';
import { importLimits } from '../domain/limits.ts';
import { locales, type Locale } from '../domain/locale.ts';
import { guardNames } from '../domain/memory/guards.ts';
import { penaltyNames } from '../domain/memory/score.ts';
import { policyChoices, type PolicyName } from '../domain/policy.ts';
import { returnCategories, type ReturnCategory } from '../domain/return-reason.ts';
import { waitReasons, type WaitReason } from '../domain/queue.ts';

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
export const CommentKey = exact({ ...TargetKey.properties, commentId: Uuid });
export const JobKey = exact({ documentId: ShortId, jobId: ShortId });

export const Code = Type.Union([
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
export const BlockView = exact({ kind: KindName, layout: Layout, text: Type.String(), codes: Codes });

export const FaultView = exact({ code: oneOf(faultCodes), retryable: Type.Boolean() });
export const OriginView = Type.Union([
  exact({ type: Type.Literal('mt'), provider: Type.String(), model: Type.String() }),
  exact({ type: Type.Literal('tm'), score: Type.Number() }),
  exact({ type: Type.Literal('human'), by: Type.String() }),
]);
export const CodeFaultView = exact({
  code: oneOf(['content.code-missing', 'content.code-doubled', 'content.code-unpaired'] as const),
  number: Type.String(),
});

/** Why a text was sent back. */
const returnReason = {
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

/** Where a unit of the memory was approved; pairs from outside any document have none. */
const UnitOriginView = exact({
  documentId: ShortId,
  title: Type.String(),
  ordinal: Count,
  at: Type.String(),
  by: Type.Optional(Type.String()),
});
/** The file that brought a unit from outside. */
const FileName = Type.Optional(Type.String());
const suggestion = {
  /** As it is read, without codes. */
  source: Type.String(),
  /** With the codes of the segment that it is suggested for, or with none. */
  target: Type.String(),
  /** 101: in the same context; 100: the same source to the letter; below 99: nearly the same. */
  score: Type.Number(),
  penalties: list(oneOf(penaltyNames)),
  /** What differs between the two sources, or between this source and the translation. */
  guards: list(oneOf(guardNames)),
  origin: Type.Optional(UnitOriginView),
  file: FileName,
};
export const SuggestionView = exact(suggestion);
export type SuggestionView = Static<typeof SuggestionView>;

/** A suggestion for one sentence of a segment. */
export const SentenceSuggestionView = exact({ ...suggestion, sentence: Type.String() });
export type SentenceSuggestionView = Static<typeof SentenceSuggestionView>;

/** What the memory has for a text: as a whole, and for its sentences. */
export const SuggestionsView = exact({ suggestions: list(SuggestionView), sentences: list(SentenceSuggestionView) });
export type SuggestionsView = Static<typeof SuggestionsView>;

/** A text without codes, and the spans [start, end) in which it says what was looked for. */
const MarkedView = exact({ text: Type.String(), hits: list(Type.Tuple([Count, Count])) });
export type MarkedView = Static<typeof MarkedView>;
export const MemoryHit = exact({
  source: MarkedView,
  target: MarkedView,
  origin: Type.Optional(UnitOriginView),
  file: FileName,
});
export type MemoryHit = Static<typeof MemoryHit>;

export const MemberView = exact({ memberId: Type.String(), name: Type.String() });
export type MemberView = Static<typeof MemberView>;

export const CommentView = exact({
  commentId: Uuid,
  at: Type.String(),
  by: Type.String(),
  text: Type.String(),
  /** Whom it names. */
  mentions: list(Type.String()),
});
export const ThreadView = exact({
  /** Its first comment's. */
  threadId: Uuid,
  /** This edition's text, or the source: then every edition shows it. */
  about: oneOf(['target', 'source'] as const),
  comments: list(CommentView),
  resolved: Type.Optional(exact({ at: Type.String(), by: Type.String() })),
});
export type ThreadView = Static<typeof ThreadView>;
export const ThreadList = exact({ threads: list(ThreadView) });
export const AddComment = exact({
  decisionId: Uuid,
  text: Type.String({ maxLength: longestComment }),
  about: oneOf(['target', 'source'] as const),
  /** The comment that begins the thread; the answer is about what its thread is about. */
  replyTo: Type.Optional(Uuid),
});

export const SegmentRow = exact({
  segmentId: ShortId,
  ordinal: Count,
  kind: KindName,
  layout: Layout,
  text: Type.String(),
  codes: Codes,
  /** Absent where the segment is not translated (code, separators), and in the source's own locale. */
  target: Type.Optional(TargetView),
  /** Where one target stands for several segments: the source of each, its codes numbered as in `codes`. */
  parts: Type.Optional(list(exact({ segmentId: ShortId, text: Type.String() }))),
  /** The segment whose target stands for this one too; it has none of its own. */
  coveredBy: Type.Optional(ShortId),
  /** Open threads beside it in this locale; absent where there is none. */
  openComments: Type.Optional(Count),
});
export type SegmentRow = Static<typeof SegmentRow>;
export const SegmentPage = exact({ rows: list(SegmentRow), total: Count });

export const LocaleCountsView = exact({
  untranslated: Count,
  translated: Count,
  reviewed: Count,
  approved: Count,
  outdated: Count,
  failed: Count,
  commented: Type.Optional(Count),
  live: Type.Optional(Count),
  changedSinceLive: Type.Boolean(),
});
export const BoardRowView = exact({
  documentId: ShortId,
  slug: Type.String(),
  title: Type.String(),
  from: LocaleName,
  to: Locales,
  importedAt: Type.String(),
  changedAt: Type.String(),
  segments: Count,
  words: Count,
  locales: Type.Object(
    { en: Type.Optional(LocaleCountsView), he: Type.Optional(LocaleCountsView), ar: Type.Optional(LocaleCountsView) },
    { additionalProperties: false },
  ),
  source: exact({ live: Type.Optional(Count), changedSinceLive: Type.Boolean() }),
  archived: Type.Boolean(),
  runningJobs: list(Type.String()),
});
export const Board = exact({ documents: list(BoardRowView) });

export const JobView = exact({
  jobId: ShortId,
  documentId: ShortId,
  locales: Locales,
  total: Count,
  done: Count,
  failed: Count,
  status: oneOf(['running', 'cancelled', 'finished', 'stopped'] as const),
  fault: Type.Optional(FaultView),
});
export type JobView = Static<typeof JobView>;

export const DocumentView = exact({
  ...BoardRowView.properties,
  original: exact({ name: Type.String(), format: oneOf(sourceFormats), bytes: Count, sha256: Type.String() }),
  sourceVersion: Count,
  jobs: list(JobView),
});
export type DocumentView = Static<typeof DocumentView>;

/** A file's bytes in base64, kept exactly, and its name. */
export const NamedFile = exact({
  file: Type.String({ minLength: 1, maxLength: 255 }),
  base64: Type.String({ pattern: '^[A-Za-z0-9+/]*={0,2}$' }),
});

/** What is imported: a file's bytes (base64, kept exactly) or pasted text. */
export const ImportRequest = exact({
  from: LocaleName,
  to: Locales,
  title: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
  input: Type.Union([NamedFile, exact({ text: Type.String(), format: oneOf(sourceFormats) })]),
});
export type ImportRequest = Static<typeof ImportRequest>;
export const ImportPreview = exact({
  format: oneOf(sourceFormats),
  encoding: Type.String(),
  /** The title the import would use; absent: the text has none, and the import asks for it. */
  title: Type.Optional(Type.String()),
  /** The first 500 blocks. */
  blocks: list(BlockView),
  total: Count,
  words: Count,
});
export type ImportPreview = Static<typeof ImportPreview>;

/** One decision of the desk: its id (made by the desk, so that a retry is harmless) and what it was based on. */
const decisionHead = { decisionId: Uuid, baseRevision: Count };
/** An act at the desk may say how long the person was at it; of a decision sent again, the first word counts. */
const actHead = {
  ...decisionHead,
  activeMs: Type.Optional(Type.Integer({ minimum: 1, maximum: mostActiveMs })),
};
export const PlainDecision = exact(actHead);
export const SaveTarget = exact({ ...actHead, text: Type.String({ maxLength: 1_000_000 }) });
export const ApproveTarget = exact({
  ...actHead,
  dismiss: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
});
/** With a category, with words, or with both. */
export const ReturnTarget = exact({
  ...actHead,
  reason: Type.String({ maxLength: 2000 }),
  categories: returnReason.categories,
});

/** One of many targets: what it was based on, and the id of its own decision. */
const oneOfMany = { segmentId: ShortId, ...decisionHead };
export const ApproveMany = exact({
  /** Absent: every target that is open, as it stands when the request arrives. */
  targets: Type.Optional(list(exact(oneOfMany), importLimits.segments)),
  dismiss: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
});
export const EditMany = exact({
  edits: list(exact({ ...oneOfMany, text: Type.String({ maxLength: 1_000_000 }) }), importLimits.segments),
});
/** Why one of many was not done: the code and parameters of its refusal. */
const refusal = {
  code: Type.String(),
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
};
const refusedOfMany = list(exact({ segmentId: ShortId, ordinal: Type.Optional(Count), ...refusal }));
export const ApprovedMany = exact({ approved: Count, refused: refusedOfMany });
export const EditedMany = exact({ edited: Count, refused: refusedOfMany });
export type EditedMany = Static<typeof EditedMany>;

export const ImportTargets = exact({
  input: NamedFile,
  /** Approve what the file calls final. */
  approve: Type.Optional(Type.Boolean()),
  isTrial: Type.Optional(Type.Boolean()),
});
export const TargetsReport = exact({
  changed: Count,
  unchanged: Count,
  approved: Count,
  refused: list(exact({ unit: Type.String(), ordinal: Type.Optional(Count), ...refusal })),
});
export type TargetsReport = Static<typeof TargetsReport>;

export const UndoTarget = exact({
  ...decisionHead,
  /** The decision to take back; absent: the last one on this target. */
  undoes: Type.Optional(Uuid),
});
export const SplitTarget = exact({
  ...decisionHead,
  /** UTF-16 units of the text before the new paragraph. */
  offset: Type.Integer({ minimum: 1 }),
});
/** A decision on the source: what it was based on is its version. */
const sourceDecisionHead = { decisionId: Uuid, baseVersion: Count };
export const SourceDecision = exact(sourceDecisionHead);
export const SplitSource = exact({
  ...sourceDecisionHead,
  /** UTF-16 units of the source's text before the new segment. */
  offset: Type.Integer({ minimum: 1 }),
});
export const SourceChanged = exact({ sourceVersion: Count });
export const SegmentKey = exact({ documentId: ShortId, segmentId: ShortId });

export const UndoMany = exact({
  /** The decisions to take back; those of a bulk approval or a replacement, for instance. */
  decisionIds: Type.Array(Uuid, { minItems: 1, maxItems: importLimits.segments }),
});
export const UndoneMany = exact({ undone: Count, refused: list(exact({ decisionId: Uuid, ...refusal })) });

export const HistoryEntry = exact({
  decisionId: Uuid,
  kind: Type.String(),
  at: Type.String(),
  by: Type.String(),
  revision: Type.Optional(Count),
  text: Type.Optional(Type.String()),
  origin: Type.Optional(OriginView),
  /** Of a return, and of an approval in spite of a fault. */
  reason: Type.Optional(Type.String()),
  categories: returnReason.categories,
  /** The decision that this one takes back. */
  undoes: Type.Optional(Uuid),
});
export type HistoryEntry = Static<typeof HistoryEntry>;

const BaseText = exact({ text: Type.String(), revision: Count });
/** Bases that the desk compares the present text with; one that is missing has no text. */
export const DiffBases = exact({
  bases: exact({
    draft: Type.Optional(BaseText),
    previous: Type.Optional(BaseText),
    approved: Type.Optional(BaseText),
    published: Type.Optional(BaseText),
    looked: Type.Optional(BaseText),
  } satisfies Record<DiffBaseName, TSchema>),
  /** What the source said when this was approved, or else written; absent where it says the same now. */
  source: Type.Optional(
    exact({
      text: Type.String(),
      codes: Codes,
      since: oneOf(['approved', 'written'] as const),
      at: Type.String(),
    }),
  ),
});
export type DiffBases = Static<typeof DiffBases>;

export const BlockerView = exact({
  reason: oneOf(['untranslated', 'translated', 'reviewed', 'outdated', 'check', 'empty'] as const),
  segmentId: Type.Optional(ShortId),
  ordinal: Type.Optional(Count),
  /** Of open errors: which checks find them. */
  checks: Type.Optional(list(Type.String())),
  /** The beginning of the source, to recognise the segment by. */
  excerpt: Type.Optional(Type.String()),
});
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
export const PolicyChangesView = Type.Partial(exact(policyProperties), { additionalProperties: false });
export const ChangePolicies = exact({ decisionId: Uuid, changes: PolicyChangesView });
export const SitePolicies = exact({
  policies: exact({ en: PolicyChangesView, he: PolicyChangesView, ar: PolicyChangesView }),
});
export const EditionPolicies = exact({
  /** What holds: the locale's defaults, changed by the site, changed by the document. */
  policy: PolicyView,
  /** What the site changes of the defaults. */
  site: PolicyChangesView,
  /** What this document changes of that. */
  changes: PolicyChangesView,
});
export type EditionPolicies = Static<typeof EditionPolicies>;

/** What names a finding to be dismissed. */
const dismissible = {
  /** Absent: in the whole edition, which no error is. */
  segmentId: Type.Optional(ShortId),
  check: Type.String({ minLength: 1, maxLength: 100 }),
  /** The text that the finding marks (`markedText`). */
  marked: Type.String({ maxLength: 1_000_000 }),
};
export const DismissalView = exact({
  ...dismissible,
  reason: Type.Optional(Type.String()),
  by: Type.String(),
  at: Type.String(),
});
export type DismissalView = Static<typeof DismissalView>;
export const DismissCheck = exact({
  decisionId: Uuid,
  ...dismissible,
  /** An error wants one. */
  reason: Type.Optional(Type.String({ maxLength: longestReason })),
});
export const ReinstateCheck = exact({ decisionId: Uuid, ...dismissible });
/** What the desk needs beside a text to check it as it is typed. */
export const CheckStandings = exact({ policy: PolicyView, dismissals: list(DismissalView) });
export type CheckStandings = Static<typeof CheckStandings>;

const SpanView = Type.Unsafe<readonly [number, number]>(Type.Tuple([Count, Count]));
export const FindingView = exact({
  segmentId: ShortId,
  ordinal: Count,
  check: Type.String(),
  severity: oneOf(severities),
  /** Of the target's text; none: the text as a whole. */
  spans: list(SpanView),
  sourceSpans: Type.Optional(list(SpanView)),
  params: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
  fix: Type.Optional(list(exact({ span: SpanView, text: Type.String() }))),
  isInSource: Type.Optional(Type.Literal(true)),
  /** The check fires so often in this edition that it is one row for all of it. */
  isCollapsed: Type.Optional(Type.Literal(true)),
  /** By which it is dismissed. */
  marked: Type.String(),
  dismissed: Type.Optional(
    exact({
      reason: Type.Optional(Type.String()),
      by: Type.String(),
      at: Type.String(),
      /** In its segment, with the whole edition, or by an approval in spite of it, which is reopened instead. */
      how: oneOf(['segment', 'edition', 'approval'] as const),
    }),
  ),
});
export type FindingView = Static<typeof FindingView>;
/** A text in which something was found. */
export const CheckedSegment = exact({
  segmentId: ShortId,
  ordinal: Count,
  codes: Codes,
  text: Type.String(),
  /** Absent in the source's own edition, whose text is the source. */
  source: Type.Optional(Type.String()),
  state: Type.Optional(StateName),
  revision: Type.Optional(Count),
});
export type CheckedSegment = Static<typeof CheckedSegment>;
export const EditionFindings = exact({
  policy: PolicyView,
  findings: list(FindingView),
  /** Those with findings, in the order of the text. */
  segments: list(CheckedSegment),
  /** How many texts were checked. */
  checked: Count,
});
export type EditionFindings = Static<typeof EditionFindings>;
/** How many findings are open, by severity, and how many are dismissed. */
export const FindingCounts = exact({ error: Count, warning: Count, info: Count, style: Count, dismissed: Count });
export type FindingCounts = Static<typeof FindingCounts>;

export const PublicationView = exact({ n: Count, at: Type.String(), by: Type.String(), sourceVersion: Count });
export const EditionView = exact({
  locale: LocaleName,
  isSource: Type.Boolean(),
  publications: list(PublicationView),
  live: Type.Optional(Count),
  changedSinceLive: Type.Boolean(),
  blockers: list(BlockerView),
  /** Where readers find it; absent while not published. */
  url: Type.Optional(Type.String()),
});
export type EditionView = Static<typeof EditionView>;

export const WindowId = Uuid;
export const HolderView = exact({ memberId: Type.String(), windowId: WindowId });
export const QueueEntry = exact({
  ...TargetKey.properties,
  ordinal: Count,
  reason: oneOf(waitReasons),
  /** Since when it waits. */
  since: Type.String(),
  /** The beginning of the source, to recognise the segment by. */
  excerpt: Type.String(),
  words: Count,
  /** Why it was sent back, and by whom. */
  returned: Type.Optional(exact({ ...returnReason, by: Type.String() })),
  /** Who has taken it, if somebody has. */
  holder: Type.Optional(HolderView),
});
export type QueueEntry = Static<typeof QueueEntry>;
export const QueueDocument = exact({
  documentId: ShortId,
  title: Type.String(),
  from: LocaleName,
  /** All that was asked for in it, shown or not. */
  waiting: Count,
});
/** One target that a window has taken. */
export const TakenView = exact({
  ...TargetKey.properties,
  ordinal: Count,
  /** It still waits for somebody: what was approved stays in the list, so that one sees how far one has got. */
  waits: Type.Boolean(),
  until: Type.String(),
});
export type TakenView = Static<typeof TakenView>;
export const QueuePage = exact({
  /** The longest waiting first. */
  entries: list(QueueEntry),
  /** The documents of these entries, in the order of their first. */
  documents: list(QueueDocument),
  /** Without the limit. */
  total: Count,
  /** For each reason, whatever reason was asked for. */
  reasons: exact(Object.fromEntries(waitReasons.map((reason) => [reason, Count])) as Record<WaitReason, typeof Count>),
  /** What the window that asks has taken, in that order. */
  taken: list(TakenView),
});
export type QueuePage = Static<typeof QueuePage>;
export const ClaimRequest = exact({
  windowId: WindowId,
  locales: Type.Array(LocaleName, { uniqueItems: true, minItems: 1, maxItems: locales.length }),
  n: Type.Integer({ minimum: 1, maximum: 100 }),
  documentId: Type.Optional(ShortId),
  /** Absent: any but `onlyWhenAsked` of the domain's queue. */
  reason: Type.Optional(oneOf(waitReasons)),
});
/** Locale names with commas between them. */
export const LocaleList = Type.String({ pattern: `^(?:${locales.join('|')})(?:,(?:${locales.join('|')}))*$` });

/** Sums; what cannot be said is absent (no mean without a draft, no speed without measured time). Shares are 0–1. */
const summary = {
  segments: Count,
  words: Count,
  drafted: exact({ segments: Count, words: Count }),
  untouchedShare: Type.Optional(Type.Number()),
  ped: Type.Optional(Type.Number()),
  pedFold: Type.Optional(Type.Number()),
  activeMs: Count,
  timedWords: Count,
  wordsPerHour: Type.Optional(Type.Number()),
  returns: Count,
};
const named = list(exact({ name: Type.String(), ...summary }));
const statistics = {
  locales: list(exact({ locale: LocaleName, ...summary })),
  /** By member; each target once for everybody who decided on it. */
  people: named,
  /** By provider; `memory` are drafts from the translation memory. */
  providers: named,
  /** What texts were sent back for. */
  returns: list(exact({ category: oneOf(returnCategories), count: Count })),
};
/** A target that a person has finished. */
export const OutcomeView = exact({
  locale: LocaleName,
  segmentId: ShortId,
  ordinal: Count,
  words: Count,
  state: StateName,
  at: Type.String(),
  drafted: Type.Optional(exact({ provider: Type.String(), model: Type.Optional(Type.String()) })),
  /** How far the text is from its draft, as written and with spelling and punctuation folded away. */
  distance: Type.Optional(exact({ ped: Type.Number(), pedFold: Type.Number() })),
  isUntouched: Type.Optional(Type.Boolean()),
  activeMs: Count,
  returns: Count,
});
export type OutcomeView = Static<typeof OutcomeView>;
export const DocumentStatistics = exact({ ...statistics, outcomes: list(OutcomeView) });
export type DocumentStatistics = Static<typeof DocumentStatistics>;
export const AllStatistics = exact({ ...statistics, documents: Count });
export type AllStatistics = Static<typeof AllStatistics>;
export const Day = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' });

export const Settings = exact({
  version: Type.String(),
  defaultProvider: Type.String(),
  providers: list(exact({ id: Type.String(), pairs: list(exact({ from: LocaleName, to: LocaleName })) })),
  editionsUrl: Type.String(),
});

/** What `describe` of a provider says; never a secret. */
export const ProviderView = exact({
  id: Type.String(),
  about: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
});

export const SessionView = exact({ memberId: Type.String(), expiresAt: Type.String() });

/** RFC 9457. `type` is `about:blank`; the client's sentence comes from `code` and `params`. */
export const Problem = exact({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  /** With target.stale: what stands there now. */
  current: Type.Optional(TargetView),
  /** With edition.blocked: what blocks it. */
  blockers: Type.Optional(list(BlockerView)),
});
export type Problem = Static<typeof Problem>;
