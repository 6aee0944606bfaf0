/**
 * The whole HTTP surface as one table, keyed by the request line. From a row come validation,
 * serialisation, the OpenAPI page, the typed client, the permission check and its test matrix. To add an endpoint: a
 * row here, a handler of the same key in `http/routes/`. What a row says stands in `endpoint.ts`.
 */
import { Type, type Static, type TSchema } from 'typebox';
import {
  everywhere,
  nothing,
  ofDocument,
  ofLocales,
  ofTarget,
  raw,
  type Endpoint,
  type RequestLine,
} from './endpoint.ts';
import { exportFormats } from '../domain/export-formats.ts';
import type { JobProgress } from '../domain/job.ts';
import type { Timestamp } from '../domain/document.ts';
import type { Holder, Place } from '../domain/lease.ts';
import { importLimits } from '../domain/limits.ts';
import type { Locale } from '../domain/locale.ts';
import { waitReasons } from '../domain/queue.ts';
import { memoryApi } from './memory-api.ts';
import { termsApi } from './terms-api.ts';
import {
  AllStatistics,
  ApprovedMany,
  ApproveMany,
  ApproveTarget,
  AddComment,
  Board,
  ChangePolicies,
  CheckStandings,
  CommentKey,
  ClaimRequest,
  Count,
  Day,
  DiffBases,
  DismissCheck,
  DocumentKey,
  DocumentStatistics,
  DocumentView,
  EditedMany,
  EditionFindings,
  EditionKey,
  EditionPolicies,
  EditionView,
  EditMany,
  exact,
  FindingCounts,
  HistoryEntry,
  ImportPreview,
  ImportRequest,
  ImportTargets,
  JobKey,
  JobView,
  LocaleList,
  LocaleName,
  MemberView,
  MemoryHit,
  Locales,
  PlainDecision,
  ProviderView,
  QueueEntry,
  QueuePage,
  ReinstateCheck,
  ReturnTarget,
  SaveTarget,
  SegmentPage,
  SessionView,
  Settings,
  ShortId,
  SitePolicies,
  SegmentKey,
  SourceChanged,
  SourceDecision,
  SplitSource,
  SplitTarget,
  StateName,
  SuggestionsView,
  TargetKey,
  TargetsReport,
  TargetView,
  ThreadList,
  UndoMany,
  UndoneMany,
  UndoTarget,
  Uuid,
  WindowId,
} from './schemas.ts';

/** The largest file in base64, where four letters stand for three bytes, and its envelope. */
const importLimit = Math.ceil(importLimits.megabytes * 1.4) * 2 ** 20;

const importRefusals = [
  'import.empty',
  'import.too-large',
  'import.too-many-segments',
  'import.segment-too-long',
  'import.too-deep',
  'import.too-complex',
  'import.not-text',
  'import.encoding',
  'import.control-character',
  'import.not-well-formed',
  'import.unknown-format',
  'import.same-locale',
] as const;

/** Nothing is there, by that address. */
const placeRefusals = ['document.unknown', 'segment.unknown', 'locale.unknown'] as const;

const targetRefusals = [
  'document.unknown',
  'segment.unknown',
  'locale.unknown',
  'target.stale',
  'target.state',
  'target.covered',
] as const;

const dismissalRefusals = [
  'document.unknown',
  'locale.unknown',
  'segment.unknown',
  'document.archived',
  'decision.reused',
] as const;

const sourceRefusals = [
  'document.unknown',
  'segment.unknown',
  'source.stale',
  'source.joined-in',
  'decision.reused',
] as const;

const reshapeRefusals = [
  'document.unknown',
  'segment.unknown',
  'locale.unknown',
  'target.stale',
  'target.covered',
  'decision.reused',
] as const;

export const api = {
  'GET /api/health': {
    summary: 'Whether the server answers and can write',
    reply: exact({ status: Type.Enum(['ok', 'read-only']), version: Type.String() }),
    refusals: [],
    needs: { action: 'anyone', scope: everywhere },
  },
  'POST /api/session': {
    summary: 'Exchange a one-time link for a session cookie',
    body: exact({ token: Type.String({ minLength: 1, maxLength: 200 }) }),
    reply: SessionView,
    refusals: ['session.link-spent', 'request.too-many'],
    needs: { action: 'anyone', scope: everywhere },
  },
  'GET /api/session': {
    summary: 'Who is signed in',
    reply: SessionView,
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },
  'DELETE /api/session': {
    summary: 'Sign out',
    reply: nothing,
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },
  'POST /api/session/link': {
    summary: 'Make a fresh one-time link to sign in with; voids the one before',
    reply: exact({ url: Type.String() }),
    refusals: [],
    needs: { action: 'administer', scope: everywhere },
  },
  'GET /api/settings': {
    summary: 'What this server offers: providers, where editions stand',
    reply: Settings,
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },
  'GET /api/providers': {
    summary: 'How each provider is set up and what is left of its quota; asks the vendors, so it may take a moment',
    reply: exact({ providers: Type.Array(ProviderView) }),
    refusals: [],
    needs: { action: 'administer', scope: everywhere },
  },

  'GET /api/documents': {
    summary: 'The board: every document that is not archived, with its counts by locale and state',
    reply: Board,
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },
  'GET /api/archive': {
    summary: 'The documents that are archived, as the board would show them',
    reply: Board,
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },
  'POST /api/documents': {
    summary: 'Import an article from a file or pasted text',
    body: exact({ decisionId: Uuid, ...ImportRequest.properties }),
    reply: exact({ documentId: Type.String() }),
    refusals: [...importRefusals, 'import.title-missing', 'decision.reused'],
    needs: { action: 'import', scope: everywhere },
    bodyLimit: importLimit,
  },
  'POST /api/documents/preview': {
    summary: 'See the segments that an import would make; nothing is kept',
    body: ImportRequest,
    reply: ImportPreview,
    refusals: importRefusals,
    needs: { action: 'import', scope: everywhere },
    bodyLimit: importLimit,
  },
  'GET /api/documents/:documentId': {
    summary: 'One document with its jobs',
    params: DocumentKey,
    reply: DocumentView,
    refusals: ['document.unknown'],
    needs: { action: 'read', scope: ofDocument },
  },
  'PATCH /api/documents/:documentId': {
    summary: 'Change the locales that it is translated into',
    params: DocumentKey,
    body: exact({ decisionId: Uuid, to: Locales }),
    reply: DocumentView,
    refusals: ['document.unknown', 'document.live'],
    needs: { action: 'import', scope: ofDocument },
  },
  'DELETE /api/documents/:documentId': {
    summary: 'Archive a document; refused while an edition of it is live',
    params: DocumentKey,
    body: exact({ decisionId: Uuid }),
    reply: nothing,
    refusals: ['document.unknown', 'document.live'],
    needs: { action: 'import', scope: ofDocument },
  },
  'POST /api/documents/:documentId/restore': {
    summary: 'Take a document out of the archive; a translation that was running when it came there does not go on',
    params: DocumentKey,
    body: exact({ decisionId: Uuid }),
    reply: DocumentView,
    refusals: ['document.unknown', 'document.not-archived'],
    needs: { action: 'import', scope: ofDocument },
  },

  'POST /api/documents/:documentId/translate': {
    summary: 'Ask for machine drafts of what is untranslated',
    params: DocumentKey,
    body: exact({ decisionId: Uuid, locales: Locales, provider: Type.Optional(Type.String({ maxLength: 40 })) }),
    reply: JobView,
    refusals: [
      'document.unknown',
      'locale.unknown',
      'job.nothing-to-translate',
      'provider.unknown',
      'provider.unsupported',
    ],
    needs: { action: 'translate', scope: ofDocument },
  },
  'GET /api/documents/:documentId/jobs/:jobId': {
    summary: 'How far a job has got',
    params: JobKey,
    reply: JobView,
    refusals: ['document.unknown', 'job.unknown'],
    needs: { action: 'read', scope: ofDocument },
  },
  'DELETE /api/documents/:documentId/jobs/:jobId': {
    summary: 'Cancel a job; drafts that have arrived stay',
    params: JobKey,
    body: exact({ decisionId: Uuid }),
    reply: JobView,
    refusals: ['document.unknown', 'job.unknown', 'job.finished'],
    needs: { action: 'translate', scope: ofDocument },
  },

  'GET /api/documents/:documentId/segments': {
    summary: 'Source and target, segment by segment',
    params: DocumentKey,
    query: exact({
      locale: LocaleName,
      state: Type.Optional(StateName),
      query: Type.Optional(Type.String({ maxLength: 200 })),
      from: Type.Optional(Count),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: importLimits.segments })),
    }),
    reply: SegmentPage,
    refusals: ['document.unknown', 'locale.unknown'],
    needs: { action: 'read', scope: ofDocument },
  },
  'GET /api/documents/:documentId/segments/:segmentId/targets/:locale': {
    summary: 'One target',
    params: TargetKey,
    reply: TargetView,
    refusals: ['document.unknown', 'segment.unknown', 'locale.unknown'],
    needs: { action: 'read', scope: ofTarget },
  },
  'PUT /api/documents/:documentId/segments/:segmentId/targets/:locale': {
    summary: "Save a person's text",
    params: TargetKey,
    body: SaveTarget,
    reply: TargetView,
    refusals: [...targetRefusals, 'target.empty', 'target.too-long', 'target.not-well-formed', 'content.look-alike'],
    needs: { action: 'edit', scope: ofTarget },
    bodyLimit: 8 * 1024 * 1024,
  },
  'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/review': {
    summary: 'Read against the source, nothing to change',
    params: TargetKey,
    body: PlainDecision,
    reply: TargetView,
    refusals: targetRefusals,
    needs: { action: 'edit', scope: ofTarget },
  },
  'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/approve': {
    summary: 'Sign off',
    params: TargetKey,
    body: ApproveTarget,
    reply: TargetView,
    refusals: [...targetRefusals, 'check.open'],
    needs: { action: 'approve', scope: ofTarget },
  },
  'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/return': {
    summary: 'Send back for correction, with the reason',
    params: TargetKey,
    body: ReturnTarget,
    reply: TargetView,
    refusals: [...targetRefusals, 'target.reason-missing'],
    needs: { action: 'approve', scope: ofTarget },
  },
  'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/reopen': {
    summary: 'Take an approval or a review back',
    params: TargetKey,
    body: PlainDecision,
    reply: TargetView,
    refusals: targetRefusals,
    needs: { action: 'edit', scope: ofTarget },
  },
  'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/split': {
    summary: 'Begin a new paragraph within the text',
    params: TargetKey,
    body: SplitTarget,
    reply: TargetView,
    refusals: [...reshapeRefusals, 'target.cannot-split'],
    needs: { action: 'edit', scope: ofTarget },
  },
  'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/join': {
    summary: 'Make one target of this one and the next: one paragraph in this edition',
    params: TargetKey,
    body: PlainDecision,
    reply: TargetView,
    refusals: [...reshapeRefusals, 'target.cannot-join', 'target.too-long', 'target.too-many-joined'],
    needs: { action: 'edit', scope: ofTarget },
  },
  'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/separate': {
    summary: 'Take a join apart; the parts are what they were where the text has not changed since',
    params: TargetKey,
    body: PlainDecision,
    reply: TargetView,
    refusals: [...reshapeRefusals, 'target.not-joined'],
    needs: { action: 'edit', scope: ofTarget },
  },
  'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/undo': {
    summary: "Take back one's own last decision, or a machine's draft: what stood before it stands again",
    params: TargetKey,
    body: UndoTarget,
    reply: TargetView,
    refusals: [...targetRefusals, 'undo.nothing', 'undo.overtaken', 'undo.not-yours', 'decision.reused'],
    needs: { action: 'edit', scope: ofTarget },
  },
  'GET /api/documents/:documentId/segments/:segmentId/targets/:locale/history': {
    summary: 'Every decision on one target, newest first',
    params: TargetKey,
    reply: exact({ entries: Type.Array(HistoryEntry) }),
    refusals: ['document.unknown', 'segment.unknown', 'locale.unknown'],
    needs: { action: 'read', scope: ofTarget },
  },
  'GET /api/documents/:documentId/segments/:segmentId/targets/:locale/diff': {
    summary: 'The texts to compare the present one with, and what the source said when it was approved',
    params: TargetKey,
    query: exact({
      /** The revision that the reader saw last; absent: that of their own last decision. */
      looked: Type.Optional(Count),
    }),
    reply: DiffBases,
    refusals: ['document.unknown', 'segment.unknown', 'locale.unknown'],
    needs: { action: 'read', scope: ofTarget },
  },
  'POST /api/documents/:documentId/targets/:locale/approve': {
    summary: 'Approve many; says what was refused and why',
    params: EditionKey,
    body: ApproveMany,
    reply: ApprovedMany,
    refusals: ['document.unknown', 'locale.unknown'],
    needs: { action: 'approve', scope: ofTarget },
    bodyLimit: 8 * 1024 * 1024,
  },
  'POST /api/documents/:documentId/targets/:locale/edit': {
    summary: "Save a person's texts for many (search and replace); says what was refused and why",
    params: EditionKey,
    body: EditMany,
    reply: EditedMany,
    refusals: ['document.unknown', 'locale.unknown'],
    needs: { action: 'edit', scope: ofTarget },
    bodyLimit: 8 * 1024 * 1024,
  },
  'POST /api/documents/:documentId/targets/:locale/import': {
    summary: 'Take back a translation as XLIFF; says what was refused and why. As a trial, only say what it would do',
    params: EditionKey,
    body: ImportTargets,
    reply: TargetsReport,
    refusals: [
      'document.unknown',
      'locale.unknown',
      'import.too-large',
      'import.xliff',
      'import.xml',
      'import.doctype',
      'import.encoding',
      'import.not-text',
      'import.control-character',
      'import.not-well-formed',
      'import.empty',
      'import.too-deep',
      'import.too-complex',
      'import.other-languages',
      'import.other-document',
      'target.stale',
    ],
    needs: { action: 'edit', scope: ofTarget },
    bodyLimit: importLimit,
  },
  'POST /api/documents/:documentId/segments/:segmentId/source/split': {
    summary: 'Make two segments of one, in all editions',
    params: SegmentKey,
    body: SplitSource,
    reply: SourceChanged,
    refusals: [...sourceRefusals, 'source.cannot-split'],
    needs: { action: 'import', scope: ofDocument },
  },
  'POST /api/documents/:documentId/segments/:segmentId/source/join': {
    summary: 'Make one segment of this one and the next, in all editions',
    params: SegmentKey,
    body: SourceDecision,
    reply: SourceChanged,
    refusals: [...sourceRefusals, 'source.cannot-join'],
    needs: { action: 'import', scope: ofDocument },
  },
  'POST /api/documents/:documentId/source/undo': {
    summary: "Take back one's own last split or join of the source, where nothing was decided on its segments since",
    params: DocumentKey,
    body: SourceDecision,
    reply: SourceChanged,
    refusals: [
      'document.unknown',
      'source.stale',
      'undo.nothing',
      'undo.overtaken',
      'undo.not-yours',
      'decision.reused',
    ],
    needs: { action: 'import', scope: ofDocument },
  },
  'POST /api/documents/:documentId/targets/:locale/undo': {
    summary: "Take back many of one's own decisions at once; says what was refused and why",
    params: EditionKey,
    body: UndoMany,
    reply: UndoneMany,
    refusals: ['document.unknown', 'locale.unknown', 'target.stale'],
    needs: { action: 'edit', scope: ofTarget },
  },

  'GET /api/documents/:documentId/segments/:segmentId/targets/:locale/comments': {
    summary: 'What people said beside a segment in a language, about its text there or about its source',
    params: TargetKey,
    reply: ThreadList,
    refusals: placeRefusals,
    needs: { action: 'read', scope: ofTarget },
  },
  'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/comments': {
    summary: 'Say something, or answer; @name names a member',
    params: TargetKey,
    body: AddComment,
    reply: ThreadList,
    refusals: [
      ...placeRefusals,
      'comment.empty',
      'comment.not-well-formed',
      'comment.unknown',
      'comment.resolved',
      'document.archived',
    ],
    needs: { action: 'comment', scope: ofTarget },
  },
  'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/comments/:commentId/resolve': {
    summary: 'Settle what a comment began',
    params: CommentKey,
    body: exact({ decisionId: Uuid }),
    reply: ThreadList,
    refusals: [...placeRefusals, 'comment.unknown', 'comment.resolved', 'document.archived'],
    needs: { action: 'comment', scope: ofTarget },
  },
  'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/comments/:commentId/reopen': {
    summary: 'Open again what was settled',
    params: CommentKey,
    body: exact({ decisionId: Uuid }),
    reply: ThreadList,
    refusals: [...placeRefusals, 'comment.unknown', 'comment.open', 'document.archived'],
    needs: { action: 'comment', scope: ofTarget },
  },
  'GET /api/documents/:documentId/segments/:segmentId/targets/:locale/suggestions': {
    summary: 'What the memory has for a segment, the best first',
    params: TargetKey,
    reply: SuggestionsView,
    refusals: placeRefusals,
    needs: { action: 'read', scope: ofTarget },
  },
  'GET /api/memory': {
    summary: 'Concordance: approved pairs that hold these words in the source or in the target',
    query: exact({ query: Type.String({ minLength: 1, maxLength: 200 }), from: LocaleName, to: LocaleName }),
    reply: exact({ hits: Type.Array(MemoryHit), total: Count }),
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },
  ...memoryApi,
  ...termsApi,
  'GET /api/members': {
    summary: 'Whom a comment can name',
    reply: exact({ members: Type.Array(MemberView) }),
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },

  'GET /api/documents/:documentId/editions/:locale': {
    summary: 'Blockers and publications of an edition',
    params: EditionKey,
    reply: EditionView,
    refusals: ['document.unknown', 'locale.unknown'],
    needs: { action: 'read', scope: ofTarget },
  },
  'POST /api/documents/:documentId/editions/:locale/publish': {
    summary: 'Freeze the approved text and show it to readers; 409 with the blockers while something is open',
    params: EditionKey,
    body: exact({ decisionId: Uuid }),
    reply: EditionView,
    refusals: [
      'document.unknown',
      'locale.unknown',
      'edition.blocked',
      'edition.unchanged',
      'edition.stale',
      'edition.unwritten',
    ],
    needs: { action: 'publish', scope: ofTarget },
  },
  'POST /api/documents/:documentId/editions/:locale/withdraw': {
    summary: 'Take the edition away from readers; its publications are kept',
    params: EditionKey,
    body: exact({ decisionId: Uuid }),
    reply: EditionView,
    refusals: ['document.unknown', 'locale.unknown', 'edition.not-published', 'edition.unwritten'],
    needs: { action: 'publish', scope: ofTarget },
  },
  'POST /api/documents/:documentId/editions/:locale/roll-back': {
    summary: 'Show readers an earlier publication again',
    params: EditionKey,
    body: exact({ decisionId: Uuid, to: Type.Integer({ minimum: 1 }) }),
    reply: EditionView,
    refusals: ['document.unknown', 'locale.unknown', 'publication.unknown', 'edition.unchanged', 'edition.unwritten'],
    needs: { action: 'publish', scope: ofTarget },
  },
  'POST /api/documents/:documentId/editions/:locale/preview': {
    summary: 'Render the present draft on the editions origin, for an hour, under an address nobody can guess',
    params: EditionKey,
    reply: exact({ url: Type.String() }),
    refusals: ['document.unknown', 'locale.unknown'],
    needs: { action: 'read', scope: ofTarget },
  },
  'GET /api/documents/:documentId/export/:locale': {
    summary: 'The edition as a file: its live publication, else the present draft; as XLIFF, always the draft',
    params: EditionKey,
    query: exact({ format: Type.Enum([...exportFormats]) }),
    reply: raw,
    refusals: ['document.unknown', 'locale.unknown'],
    needs: { action: 'read', scope: ofTarget },
  },

  'GET /api/documents/:documentId/checks/:locale': {
    summary: "Everything that the checks find in an edition, what is dismissed too; of the source's own, in the source",
    params: EditionKey,
    reply: EditionFindings,
    refusals: ['document.unknown', 'locale.unknown'],
    needs: { action: 'read', scope: ofTarget },
  },
  'GET /api/documents/:documentId/checks/:locale/counts': {
    summary: 'How much the checks find in an edition, by severity',
    params: EditionKey,
    reply: FindingCounts,
    refusals: ['document.unknown', 'locale.unknown'],
    needs: { action: 'read', scope: ofTarget },
  },
  'GET /api/documents/:documentId/checks/:locale/dismissals': {
    summary: 'What checks need to know of an edition beside its texts: its policy, and what is dismissed in it',
    params: EditionKey,
    reply: CheckStandings,
    refusals: ['document.unknown', 'locale.unknown'],
    needs: { action: 'read', scope: ofTarget },
  },
  'POST /api/documents/:documentId/checks/:locale/dismiss': {
    summary: 'Let a finding stand, for as long as the text that it marks does; an error wants a reason',
    params: EditionKey,
    body: DismissCheck,
    reply: CheckStandings,
    refusals: [...dismissalRefusals, 'check.unknown', 'check.reason-missing'],
    needs: { action: 'edit', scope: ofTarget },
    bodyLimit: 8 * 1024 * 1024,
  },
  'POST /api/documents/:documentId/checks/:locale/reinstate': {
    summary: 'Take a dismissal back',
    params: EditionKey,
    body: ReinstateCheck,
    reply: CheckStandings,
    refusals: [...dismissalRefusals, 'check.not-dismissed'],
    needs: { action: 'edit', scope: ofTarget },
    bodyLimit: 8 * 1024 * 1024,
  },

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
    refusals: ['document.unknown', 'locale.unknown'],
    needs: { action: 'read', scope: ofTarget },
  },
  'PUT /api/documents/:documentId/policies/:locale': {
    summary: 'Set what the document changes of the house style in a language',
    params: EditionKey,
    body: ChangePolicies,
    reply: EditionPolicies,
    refusals: ['document.unknown', 'locale.unknown', 'document.archived', 'decision.reused'],
    needs: { action: 'publish', scope: ofTarget },
  },

  'GET /api/queue': {
    summary: 'What waits for somebody, the longest waiting first; what nobody has translated only when asked for',
    query: exact({
      /** One or more, with commas between them; absent: all. */
      locale: Type.Optional(LocaleList),
      reason: Type.Optional(Type.Enum(waitReasons)),
      documentId: Type.Optional(ShortId),
      /** Who asks: tells what this window has taken. */
      windowId: Type.Optional(WindowId),
      limit: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
    }),
    reply: QueuePage,
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },
  'POST /api/queue/claim': {
    summary: 'Take the next n for a window, without those that others hold; lapses when the window does nothing',
    body: ClaimRequest,
    reply: exact({ entries: Type.Array(QueueEntry) }),
    refusals: [],
    needs: { action: 'edit', scope: ofLocales },
  },
  'POST /api/queue/release': {
    summary: 'Give back what a window has taken, or some of it',
    body: exact({ windowId: WindowId, places: Type.Optional(Type.Array(TargetKey, { maxItems: 1000 })) }),
    reply: nothing,
    refusals: [],
    needs: { action: 'edit', scope: everywhere },
  },
  'POST /api/presence': {
    summary: 'Say which segment a window has open, again every few seconds; without a place, that it has left',
    body: exact({
      windowId: WindowId,
      place: Type.Optional(TargetKey),
      /** Somebody did something there since it was last said: what the window has taken stays taken. */
      isActive: Type.Boolean(),
    }),
    reply: nothing,
    refusals: ['document.unknown', 'segment.unknown', 'locale.unknown'],
    needs: { action: 'read', scope: everywhere },
  },

  'GET /api/documents/:documentId/statistics': {
    summary: 'What became of machine drafts, and how long it took: by language, person, provider and segment',
    params: DocumentKey,
    query: exact({ locale: Type.Optional(LocaleName), format: Type.Optional(Type.Enum(['json', 'csv'])) }),
    reply: DocumentStatistics,
    alsoFile: true,
    refusals: ['document.unknown', 'locale.unknown'],
    needs: { action: 'read', scope: ofDocument },
  },
  'GET /api/statistics': {
    summary: 'The same over all documents, of what was last decided in a period (days in UTC, both included)',
    query: exact({
      from: Type.Optional(Day),
      to: Type.Optional(Day),
      format: Type.Optional(Type.Enum(['json', 'csv'])),
    }),
    reply: AllStatistics,
    alsoFile: true,
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },

  'GET /api/events': {
    summary: 'Decisions, job progress, claims and presence as they happen',
    reply: raw,
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },
} as const satisfies Record<RequestLine, Endpoint>;

export type Api = typeof api;
export type ApiLine = keyof Api;

type Part<E, K extends string> = E extends { readonly [P in K]: infer S extends TSchema } ? Static<S> : undefined;

/** What a caller of an endpoint gives, by request line. */
export type ParamsOf<L extends ApiLine> = Part<Api[L], 'params'>;
export type QueryOf<L extends ApiLine> = Part<Api[L], 'query'>;
export type BodyOf<L extends ApiLine> = Kept<Part<Api[L], 'body'>>;

export type ReplyOf<L extends ApiLine> = Part<Api[L], 'reply'>;

/** Whoever is given a request leaves it as it is. */
type Kept<T> = T extends object ? { readonly [K in keyof T]: Kept<T[K]> } : T;

/** What the event stream carries; `id:` is not used, a client that reconnects reads again what it shows. */
export type ServerEvent =
  | {
      readonly type: 'decision';
      readonly stream: string;
      readonly kind: string;
      readonly by: string;
      readonly segmentId?: string;
      readonly locale?: Locale;
      readonly revision?: number;
    }
  | { readonly type: 'job'; readonly job: JobProgress }
  | {
      /** Somebody takes a target, or opens it. A client that connects is told of all that is held first. */
      readonly type: 'claim' | 'presence';
      readonly place: Place;
      readonly holder: Holder;
      /** Absent: it has ended. A renewal is not told. */
      readonly until?: Timestamp;
    };
