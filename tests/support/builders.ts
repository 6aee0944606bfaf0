/**
 * Builders: whole, valid values of which a test names only what it is about. `aDocument()` is the import of three
 * segments (a title, a paragraph with a link, a paragraph with niqqud); the decisions about it take a segment's id or
 * its ordinal. Ids and times count upwards, so that a failing test reads the same each time.
 */
import { createHash } from 'node:crypto';
import { sha256Short } from '../../server/adapters/hash.ts';
import { decide } from '../../server/domain/decide.ts';
import type {
  CommentAdded,
  CommentReopened,
  CommentResolved,
  DecisionHead,
  DocumentDecision,
  DocumentImported,
  EditionPublished,
  MemoryAdded,
  TargetApproved,
  TargetDrafted,
  TargetEdited,
  TargetReopened,
  TargetRestored,
  TargetReturned,
  TargetReviewed,
} from '../../server/domain/decision.ts';
import {
  sourceHashOf,
  type DocumentState,
  type Original,
  type Segment,
  type Source,
  type Target,
} from '../../server/domain/document.ts';
import { accepted } from '../../server/domain/errors.ts';
import { splitSource } from '../../server/domain/reshape-source.ts';
import { publicationOf } from '../../server/domain/publishing.ts';
import { joinTargets } from '../../server/domain/reshape.ts';
import type { Locale } from '../../server/domain/locale.ts';

export type Imported = DecisionHead & DocumentImported;

let counter = 0;

/** A UUID; the next one each time. */
export function aDecisionId(): string {
  counter += 1;
  return `00000000-0000-4000-8000-${counter.toString(16).padStart(12, '0')}`;
}

/** A short id of 12 characters; the next one each time. */
export function aShortId(prefix = 'doc'): string {
  counter += 1;
  return `${prefix}${counter.toString(36).padStart(12 - prefix.length, '0')}`;
}

/** Who and when: what every decision begins with. */
export function aHead(head: Partial<DecisionHead> = {}): DecisionHead {
  const id = aDecisionId();
  return { id, at: new Date(Date.UTC(2026, 0, 1) + counter * 1000).toISOString(), by: 'dana', ...head };
}

/** A paragraph, unless told otherwise. */
export function aSegment(segment: Partial<Segment> = {}): Segment {
  return {
    id: aShortId('seg'),
    kind: 'paragraph',
    layout: {},
    text: 'They demolished the school.',
    codes: {},
    ...segment,
  };
}

export const someSegments: readonly Segment[] = [
  aSegment({ id: 'segment-0000', kind: 'title', text: 'The school in Umm al-Khair' }),
  aSegment({
    id: 'segment-0001',
    text: 'Read <1>the report</1> of the village.',
    codes: { 1: { type: 'link', href: 'https://example.org/report' } },
  }),
  aSegment({ id: 'segment-0002', text: 'He walked (הָלַךְ) to the “party” office.' }),
];

export function aSource(source: Partial<Source> = {}): Source {
  return { version: 1, locale: 'en', segments: someSegments, ...source };
}

export function anOriginal(bytes: string | Uint8Array = 'original'): Original {
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    name: 'article.md',
    format: 'markdown',
    bytes: Buffer.byteLength(bytes),
  };
}

/** The import of a document into Hebrew and Arabic. */
export function importedDecision(imported: Partial<Imported> = {}): Imported {
  const documentId = aShortId();
  return {
    ...aHead(),
    kind: 'document.imported',
    documentId,
    slug: documentId,
    to: ['he', 'ar'],
    original: anOriginal(),
    source: aSource(),
    ...imported,
  };
}

interface About extends Partial<DecisionHead> {
  /** The segment, or its ordinal in `someSegments`. */
  readonly segment?: Segment | number;
  readonly locale?: Locale;
}

function ofTarget({ segment = 1, locale = 'he', ...head }: About) {
  const found = typeof segment === 'number' ? (someSegments[segment] ?? aSegment()) : segment;
  return { ...aHead(head), segmentId: found.id, locale, sourceHash: sourceHashOf(found, sha256Short) };
}

/** Segment by segment, a text that has all the codes of `someSegments`. */
export const someTexts = ['בית הספר באום אל־ח׳יר', 'קראו את <1>הדו״ח</1> של הכפר.', 'הוא הָלַךְ למשרד ה„מפלגה”.'] as const;

/** The same in Arabic. */
export const someArabicTexts = [
  'المدرسة في أم الخير',
  'اقرؤوا <1>تقرير</1> القرية.',
  'سار (مَشَى) إلى مكتب «الحزب».',
] as const;

export function draftedDecision({ text = someTexts[1], ...about }: About & { text?: string } = {}): DecisionHead &
  TargetDrafted {
  return { ...ofTarget(about), kind: 'target.drafted', text, origin: { type: 'mt', provider: 'demo', model: 'demo' } };
}

export function editedDecision({ text = someTexts[1], ...about }: About & { text?: string } = {}): DecisionHead &
  TargetEdited {
  return { ...ofTarget(about), kind: 'target.edited', text };
}

export function reviewedDecision(about: About = {}): DecisionHead & TargetReviewed {
  return { ...ofTarget(about), kind: 'target.reviewed' };
}

export function approvedDecision(about: About = {}): DecisionHead & TargetApproved {
  return { ...ofTarget(about), kind: 'target.approved' };
}

export function returnedDecision({ reason = 'Wrong name', ...about }: About & { reason?: string } = {}): DecisionHead &
  TargetReturned {
  return { ...ofTarget(about), kind: 'target.returned', reason };
}

export function reopenedDecision(about: About = {}): DecisionHead & TargetReopened {
  return { ...ofTarget(about), kind: 'target.reopened' };
}

/** Puts a target back as it is given: the undo of `undoes`. */
export function restoredDecision({
  undoes = aDecisionId(),
  target,
  ...about
}: About & { undoes?: string; target: Target }): DecisionHead & TargetRestored {
  const { sourceHash: _, ...head } = ofTarget(about);
  return { ...head, kind: 'target.restored', undoes, targets: [[head.segmentId, target]] };
}

/** Joins a target of a document with the next one's. */
export function joinedDecision(document: DocumentState, { segment = 1, locale = 'he', ...head }: About = {}) {
  const { segmentId } = ofTarget({ segment });
  const decision = { ...aHead(head), kind: 'target.joined', segmentId, locale } as const;
  return { ...decision, targets: accepted(joinTargets(document, decision, sha256Short)).targets };
}

/** Begins a thread about the Hebrew text of a segment, unless told otherwise. */
export function commentDecision({
  segment = 1,
  text = 'Is it „מפלגה” here?',
  locale = 'he',
  about = 'target',
  mentions = [],
  replyTo,
  ...head
}: About &
  Partial<Pick<CommentAdded, 'text' | 'mentions' | 'replyTo'>> & { about?: 'target' | 'source' } = {}): DecisionHead &
  CommentAdded {
  const { segmentId } = ofTarget({ segment });
  const place = { segmentId, ...(about === 'target' && { locale }) };
  return { ...aHead(head), kind: 'comment.added', ...place, text, mentions, ...(replyTo && { replyTo }) };
}

/** Resolves what a comment began, or opens it again. */
export function resolutionDecision(
  begun: DecisionHead & CommentAdded,
  kind: 'comment.resolved' | 'comment.reopened' = 'comment.resolved',
): DecisionHead & (CommentResolved | CommentReopened) {
  const { segmentId, locale } = begun;
  return { ...aHead(), kind, segmentId, ...(locale && { locale }), commentId: begun.replyTo ?? begun.id };
}

/** Splits a segment of a document's source. */
export function splitSourceDecision(document: DocumentState, offset: number, { segment = 2, ...head }: About = {}) {
  const { segmentId } = ofTarget({ segment });
  const asked = { ...aHead(head), kind: 'source.split', segmentId, offset } as const;
  const { ok: _, ...plan } = accepted(splitSource(document, { ...asked, newSegmentId: aShortId('new') }));
  return { ...asked, ...plan };
}

/** Publishes the document as it stands. */
export function publishedDecision(document: DocumentState, locale: Locale = 'he'): DecisionHead & EditionPublished {
  return { ...aHead(), ...publicationOf(document, locale) };
}

export function memoryDecision(pairs: MemoryAdded['pairs'] = [['school', 'בית ספר']]): DecisionHead & MemoryAdded {
  return { ...aHead(), kind: 'memory.added', from: 'en', to: 'he', pairs };
}

/** Edits and approves every one of `someSegments` in a locale: the decisions that make the edition publishable. */
export function approvalOfAll(locale: Locale = 'he'): DocumentDecision[] {
  return someSegments.flatMap((_, segment) => [
    editedDecision({ segment, locale, text: (locale === 'ar' ? someArabicTexts : someTexts)[segment] ?? '' }),
    approvedDecision({ segment, locale }),
  ]);
}

/** The document that decisions lead to; without any, the one just imported. Throws where one is refused. */
export function aDocument(...decisions: readonly DocumentDecision[]): DocumentState {
  const [first = importedDecision(), ...rest] = decisions;
  const begun = accepted(decide(undefined, first, sha256Short)).next;
  return rest.reduce((document, decision) => accepted(decide(document, decision, sha256Short)).next, begun);
}
