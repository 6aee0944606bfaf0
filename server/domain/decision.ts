/**
 * Decisions: the one way to write. Whatever a person or a machine does to a text is one of these values,
 * and everything else (state, history, the audit log, publications) is read from them.
 *
 * Each stream has its own order: one stream per document, named by the document's id, and `site` for members, memory
 * and settings. To add a kind: a member of `Decision` here, its rule in `decide.ts` or `workflow.ts`, and a word for it
 * in the interface (`history` in `locales/*.json`).
 */
import type {
  DecisionId,
  DocumentId,
  EditionDetails,
  Fault,
  MemberId,
  Origin,
  Original,
  Segment,
  SegmentId,
  Source,
  Target,
  Timestamp,
} from './document.ts';
import type { Locale } from './locale.ts';
import type { OutsideUnit } from './memory/unit.ts';
import type { PolicyChanges } from './policy.ts';
import type { ReturnReason } from './return-reason.ts';
import type { SiteSettings, TagId } from './site-settings.ts';
import type { TermBody, TermId } from './terms/term.ts';

export interface DecisionHead {
  readonly id: DecisionId;
  readonly at: Timestamp;
  readonly by: MemberId;
  /** The decision that this one takes back. */
  readonly undoes?: DecisionId;
}

export interface DocumentImported {
  readonly kind: 'document.imported';
  readonly documentId: DocumentId;
  readonly slug: string;
  readonly to: readonly Locale[];
  readonly original: Original;
  readonly source: Source;
}

export interface DocumentChanged {
  readonly kind: 'document.changed';
  readonly to: readonly Locale[];
}

/** What it is about. */
export interface DocumentTagged {
  readonly kind: 'document.tagged';
  readonly tags: readonly TagId[];
}

/** Another name in addresses. The one before leads to it, where something was published under it. */
export interface DocumentRenamed {
  readonly kind: 'document.renamed';
  readonly slug: string;
}

export interface DocumentArchived {
  readonly kind: 'document.archived';
}

/** Takes a document out of the archive. */
export interface DocumentRestored {
  readonly kind: 'document.restored';
}

export interface TranslationRequested {
  readonly kind: 'translation.requested';
  readonly jobId: string;
  readonly locales: readonly Locale[];
  readonly provider?: string;
  readonly total: number;
}

export interface TranslationCancelled {
  readonly kind: 'translation.cancelled';
  readonly jobId: string;
}

/** Marks segments that the machine could not translate. */
export interface TranslationFailed {
  readonly kind: 'translation.failed';
  readonly jobId: string;
  readonly locale: Locale;
  readonly segmentIds: readonly SegmentId[];
  readonly fault: Fault;
}

/** The job is over; with a fault where it stopped early because of one. */
export interface TranslationFinished {
  readonly kind: 'translation.finished';
  readonly jobId: string;
  readonly fault?: Fault;
}

interface OfTarget {
  readonly segmentId: SegmentId;
  readonly locale: Locale;
  /** The exact source (text and codes) that it was made for or read against. */
  readonly sourceHash: string;
  /** How long the person was at it since their last decision on it, where that was measured: `active-time.ts`. */
  readonly activeMs?: number;
}

export interface TargetDrafted extends OfTarget {
  readonly kind: 'target.drafted';
  readonly text: string;
  readonly origin: Exclude<Origin, { type: 'human' }>;
}

export interface TargetEdited extends OfTarget {
  readonly kind: 'target.edited';
  readonly text: string;
}

export interface TargetReviewed extends OfTarget {
  readonly kind: 'target.reviewed';
}

export interface TargetApproved extends OfTarget {
  readonly kind: 'target.approved';
  /** Why it is approved although a check finds an error. */
  readonly dismissed?: string;
}

export interface TargetReturned extends OfTarget, ReturnReason {
  readonly kind: 'target.returned';
}

export interface TargetReopened extends OfTarget {
  readonly kind: 'target.reopened';
}

/** What the workflow's table decides about: one target, by a rule for its state. */
export type TargetChange =
  | TargetDrafted
  | TargetEdited
  | TargetReviewed
  | TargetApproved
  | TargetReturned
  | TargetReopened;

/** What some targets are after a decision, in full: replay puts them there. Together they are its whole effect. */
export type TargetsAfter = ReadonlyArray<readonly [SegmentId, Target]>;

/** Takes back the decision `undoes`: its targets are again what they were before it, each a revision further. */
export interface TargetRestored {
  readonly kind: 'target.restored';
  readonly segmentId: SegmentId;
  readonly locale: Locale;
  readonly undoes: DecisionId;
  readonly targets: TargetsAfter;
}

/** A paragraph break in the text, at this place of it. */
export interface TargetSplit {
  readonly kind: 'target.split';
  readonly segmentId: SegmentId;
  readonly locale: Locale;
  /** UTF-16 units before the break, in the text before it. */
  readonly offset: number;
  readonly targets: TargetsAfter;
}

/** One target for this segment's span and the next: a paragraph in this edition. */
export interface TargetJoined {
  readonly kind: 'target.joined';
  readonly segmentId: SegmentId;
  readonly locale: Locale;
  readonly targets: TargetsAfter;
}

/** Takes a join apart. */
export interface TargetSeparated {
  readonly kind: 'target.separated';
  readonly segmentId: SegmentId;
  readonly locale: Locale;
  readonly targets: TargetsAfter;
}

/** What says by itself what becomes of its targets, because no table could: it depends on their past or neighbours. */
export type TargetReshaped = TargetRestored | TargetSplit | TargetJoined | TargetSeparated;

/** Freezes the approved text of every segment; names each revision it was decided upon. */
export interface EditionPublished {
  readonly kind: 'edition.published';
  readonly locale: Locale;
  readonly sourceVersion: number;
  readonly targets: ReadonlyArray<readonly [SegmentId, number]>;
  readonly details?: EditionDetails;
  /** What is different from the one before, for readers. */
  readonly note?: string;
  /** Only these differ from the publication that readers see; the rest stays as it is there, whatever the draft says. */
  readonly corrects?: readonly SegmentId[];
  /** The plan that it carries out. */
  readonly plan?: DecisionId;
}

/** What stands around an edition's text, from its next publication on. */
export interface EditionDescribed {
  readonly kind: 'edition.described';
  readonly locale: Locale;
  readonly details: EditionDetails;
}

/** Editions that are to be published by themselves: `plan.ts`. The plan's id is this decision's. */
export interface EditionPlanned {
  readonly kind: 'edition.planned';
  readonly locales: readonly Locale[];
  /** Not before; absent: as soon as all are ready. */
  readonly notBefore?: Timestamp;
}

/** A plan is over: somebody cancelled it, or it was carried out by the decisions committed with this one. */
export interface EditionPlanEnded {
  readonly kind: 'edition.plan-ended';
  readonly planId: DecisionId;
}

export interface EditionWithdrawn {
  readonly kind: 'edition.withdrawn';
  readonly locale: Locale;
}

export interface EditionRolledBack {
  readonly kind: 'edition.rolled-back';
  readonly locale: Locale;
  readonly to: number;
}

interface OfSegment {
  readonly segmentId: SegmentId;
  /** The edition whose text it is about; absent: the source, and so every edition. */
  readonly locale?: Locale;
}

/** New segments in place of neighbours: a new version of the source, in all editions. */
export interface SourceReshaped {
  /** The first of them; it stays. */
  readonly segmentId: SegmentId;
  /** Of the source after it. */
  readonly version: number;
  readonly replaces: readonly SegmentId[];
  readonly segments: readonly Segment[];
  /** What becomes of their targets, in each locale; one that is not named is a new segment's, untouched. */
  readonly targets: Readonly<Partial<Record<Locale, TargetsAfter>>>;
}

export interface SourceSplit extends SourceReshaped {
  readonly kind: 'source.split';
  /** UTF-16 units before the cut, in the text before it. */
  readonly offset: number;
}

export interface SourceJoined extends SourceReshaped {
  readonly kind: 'source.joined';
}

/** What a new version of the source did to one edition's targets: how their history has it. */
export interface TargetsCarried {
  readonly kind: (SourceSplit | SourceJoined)['kind'];
  readonly segmentId: SegmentId;
  readonly locale: Locale;
  readonly targets: TargetsAfter;
}

/** Begins a thread, or answers in one. The comment's id is this decision's. */
export interface CommentAdded extends OfSegment {
  readonly kind: 'comment.added';
  readonly text: string;
  /** Whom the text names, as it was read when it was written. */
  readonly mentions: readonly MemberId[];
  /** The comment that begins the thread. */
  readonly replyTo?: DecisionId;
}

export interface CommentResolved extends OfSegment {
  readonly kind: 'comment.resolved';
  /** The comment that begins the thread. */
  readonly commentId: DecisionId;
}

export interface CommentReopened extends OfSegment {
  readonly kind: 'comment.reopened';
  readonly commentId: DecisionId;
}

/** Somebody has looked at what a check found and lets it stand, for as long as the marked text does. */
export interface CheckDismissed {
  readonly kind: 'check.dismissed';
  /** Absent: in the whole edition, which no error is. */
  readonly segmentId?: SegmentId;
  readonly locale: Locale;
  readonly check: string;
  /** The text that the finding marks (`markedText`). */
  readonly marked: string;
  /** An error wants one. */
  readonly reason?: string;
}

/** Takes a dismissal back. */
export interface CheckReinstated {
  readonly kind: 'check.reinstated';
  readonly segmentId?: SegmentId;
  readonly locale: Locale;
  readonly check: string;
  readonly marked: string;
}

/** What holds in one edition, in place of what was changed before. */
export interface EditionPolicyChanged {
  readonly kind: 'edition.policy-changed';
  readonly locale: Locale;
  readonly changes: PolicyChanges;
}

export type DocumentChange =
  | DocumentImported
  | DocumentChanged
  | DocumentTagged
  | DocumentRenamed
  | DocumentArchived
  | DocumentRestored
  | TranslationRequested
  | TranslationCancelled
  | TranslationFailed
  | TranslationFinished
  | TargetChange
  | TargetReshaped
  | SourceSplit
  | SourceJoined
  | CommentAdded
  | CommentResolved
  | CommentReopened
  | CheckDismissed
  | CheckReinstated
  | EditionPolicyChanged
  | EditionDescribed
  | EditionPlanned
  | EditionPlanEnded
  | EditionPublished
  | EditionWithdrawn
  | EditionRolledBack;

/** Pairs of texts that come from outside any document. Written before units had more than two languages. */
export interface MemoryAdded {
  readonly kind: 'memory.added';
  readonly from: Locale;
  readonly to: Locale;
  readonly pairs: ReadonlyArray<readonly [source: string, target: string]>;
}

/** Translation units that come from outside any document: samples, a TMX file. Its id names the batch. */
export interface MemoryImported {
  readonly kind: 'memory.imported';
  /** Of the file. */
  readonly name: string;
  readonly units: readonly OutsideUnit[];
}

/** Rewrites one unit of a batch. */
export interface MemoryChanged {
  readonly kind: 'memory.changed';
  readonly batch: DecisionId;
  readonly index: number;
  /** What it said when it was decided. */
  readonly was: OutsideUnit;
  readonly unit: OutsideUnit;
}

export interface MemoryRemoved {
  readonly kind: 'memory.removed';
  readonly batch: DecisionId;
  /** Absent: the whole batch. */
  readonly indexes?: readonly number[];
}

export interface TermAdded {
  readonly kind: 'term.added';
  readonly termId: TermId;
  readonly term: TermBody;
}

export interface TermChanged {
  readonly kind: 'term.changed';
  readonly termId: TermId;
  readonly term: TermBody;
}

export interface TermRemoved {
  readonly kind: 'term.removed';
  readonly termId: TermId;
}

/** Terms of a file: new ones, and those that it changes. */
export interface TermsImported {
  readonly kind: 'terms.imported';
  readonly name: string;
  readonly terms: ReadonlyArray<{ readonly termId: TermId; readonly term: TermBody }>;
}

/** What holds in all editions in a locale, in place of what was changed before. */
export interface PolicyChanged {
  readonly kind: 'policy.changed';
  readonly locale: Locale;
  readonly changes: PolicyChanges;
}

/** What the house says of its published site, whole. */
export interface SettingsChanged {
  readonly kind: 'settings.changed';
  readonly settings: SiteSettings;
  /** Of the settings that they take the place of. */
  readonly revision: number;
}

/** Somebody signed in by the one-time link, or was refused. */
export interface AccessGranted {
  readonly kind: 'access.granted';
}

export interface AccessRefused {
  readonly kind: 'access.refused';
  readonly reason: string;
}

export type SiteChange =
  | MemoryAdded
  | MemoryImported
  | MemoryChanged
  | MemoryRemoved
  | TermAdded
  | TermChanged
  | TermRemoved
  | TermsImported
  | PolicyChanged
  | SettingsChanged
  | AccessGranted
  | AccessRefused;

export type Change = DocumentChange | SiteChange;
export type DocumentDecision = DecisionHead & DocumentChange;
export type SiteDecision = DecisionHead & SiteChange;
export type Decision = DocumentDecision | SiteDecision;
export type DecisionKind = Decision['kind'];
/** A decision by the workflow's table. */
export type TargetDecision = DecisionHead & TargetChange;
/** A decision that names the targets it leads to. */
export type ReshapingDecision = DecisionHead & TargetReshaped;
export type SourceDecision = DecisionHead & (SourceSplit | SourceJoined);
/** What a target's history consists of. */
export type DecisionOnTarget = TargetDecision | ReshapingDecision | (DecisionHead & TargetsCarried);

/** The stream of everything that belongs to no document. Longer than no document id, so never one. */
export const siteStream = 'site';

/** Whether a decision is about a target (of a span: its first segment's), and so counts as one revision of it. */
export function isTargetDecision(decision: Decision): decision is TargetDecision | ReshapingDecision {
  return decision.kind.startsWith('target.');
}

/** Whether a decision replaces segments of the source. */
export function isSourceDecision(decision: Decision): decision is SourceDecision {
  return decision.kind === 'source.split' || decision.kind === 'source.joined';
}

/** Whether a decision names the targets that it leads to. */
export function isReshaping(
  decision: DecisionOnTarget,
): decision is ReshapingDecision | (DecisionHead & TargetsCarried) {
  return 'targets' in decision;
}

/** A decision as the history of an edition's targets has it; undefined where it is none of theirs. */
export function seenIn(locale: string, decision: Decision): DecisionOnTarget | undefined {
  if (isTargetDecision(decision)) return decision.locale === locale ? decision : undefined;
  if (!isSourceDecision(decision)) return undefined;
  const { id, at, by, undoes, kind, segmentId, targets } = decision;
  const here = targets[locale as Locale];
  return here && { id, at, by, ...(undoes && { undoes }), kind, segmentId, locale: locale as Locale, targets: here };
}
