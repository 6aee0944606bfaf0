/**
 * A document: a source text in segments, and for each further locale a target per segment.
 *
 * `targets[locale]` is an array parallel to `source.segments`: the target of segment i stands at i. Arrays, because a
 * decision then copies a few kilobytes of references instead of rebuilding a map of thousands. The source itself
 * changes only with a new version.
 */
import { composed } from './language/compose.ts';
import { canonicalCodes, withoutCodes, type Content } from './content.ts';
import type { Locale } from './locale.ts';
import type { Plan } from './plan.ts';
import type { PolicyChanges } from './policy.ts';
import type { ReturnReason } from './return-reason.ts';
import type { TagId } from './site-settings.ts';

export type DocumentId = string;
/** What a document, a segment or a term may be called. Documents name folders, so nothing else ever reaches a path. */
export const documentIdPattern = /^[A-Za-z0-9_-]{12}$/u;
export type SegmentId = string;
export type MemberId = string;
/** Made by the caller, a UUID; the same id sent twice is the same decision. */
export type DecisionId = string;
/** ISO 8601, UTC, to the millisecond: so that two are compared as they are written. */
export type Timestamp = string;
export const timestampPattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])(:[0-5]\d){2}\.\d{3}Z$/u;
/** A digest of text, in the form that the given hash function has. The domain never looks inside. */
export type Hash = (text: string) => string;

/** What a segment is in its document. `translatable: false` is carried into every edition as it stands. */
export const segmentKinds = {
  title: { translatable: true },
  byline: { translatable: true },
  heading: { translatable: true },
  paragraph: { translatable: true },
  'list-item': { translatable: true },
  quotation: { translatable: true },
  caption: { translatable: true },
  footnote: { translatable: true },
  'table-cell': { translatable: true },
  'code-block': { translatable: false },
  separator: { translatable: false },
} as const satisfies Record<string, { translatable: boolean }>;

export type SegmentKind = keyof typeof segmentKinds;

/** Where a segment stands on the page; only what its kind needs. */
export interface Layout {
  /** heading: 2–6 (the title is level 1). */
  readonly level?: number;
  /** list-item: 1 is the outermost list. quotation and what stands in one: how deep. */
  readonly depth?: number;
  /** list-item: its number when the list is ordered. */
  readonly number?: number;
  /** paragraph, list-item, heading inside a block quotation. */
  readonly quoted?: number;
  /** table-cell: which table of the document, row and column from 0, header row or not. */
  readonly table?: number;
  readonly row?: number;
  readonly column?: number;
  readonly header?: boolean;
  /** footnote: the label that the mark in the body carries. */
  readonly label?: string;
  /** code-block: the language it declares. */
  readonly language?: string;
  /** caption: how often the source repeated it on consecutive lines. */
  readonly repeated?: number;
}

/** What an importer makes of a text; a segment is a block with an id. */
export interface Block extends Content {
  readonly kind: SegmentKind;
  readonly layout: Layout;
}

export interface Segment extends Block {
  readonly id: SegmentId;
}

/** One version of the source text. Segment 0 is the title. */
export interface Source {
  readonly version: number;
  readonly locale: Locale;
  readonly segments: readonly Segment[];
}

export const sourceFormats = ['text', 'markdown'] as const;
export type SourceFormat = (typeof sourceFormats)[number];

/** The bytes as handed in; kept under their digest. */
export interface Original {
  readonly sha256: string;
  readonly name: string;
  readonly format: SourceFormat;
  readonly bytes: number;
}

/** How far a target has got. XLIFF 2's initial, translated, reviewed, final, in order. */
export const states = ['untranslated', 'translated', 'reviewed', 'approved'] as const;
export type State = (typeof states)[number];

/** Where a text came from: never mixed with how far it has got. */
export type Origin =
  | { readonly type: 'mt'; readonly provider: string; readonly model: string }
  | { readonly type: 'tm'; readonly score: number }
  | { readonly type: 'human'; readonly by: MemberId };

/** Why a machine gave no text. A retryable fault may pass: it is tried again, within the job and at the next request. */
export interface Fault {
  readonly code: FaultCode;
  readonly retryable: boolean;
}

export const faultCodes = [
  'provider.quota',
  'provider.busy',
  'provider.refused',
  'provider.unreachable',
  'provider.garbled',
] as const;
export type FaultCode = (typeof faultCodes)[number];

export interface Target {
  readonly text: string;
  readonly state: State;
  /** Absent while untranslated. */
  readonly origin?: Origin;
  /** Counts the decisions that changed this target; a save names the revision it was based on. 0: never touched. */
  readonly revision: number;
  /** `sourceHash` of the segment that this text was made for; absent while untranslated. */
  readonly sourceHash?: string;
  readonly at?: Timestamp;
  readonly by?: MemberId;
  /** Why the machine gave no text in its last job; cleared by the next text. */
  readonly fault?: Fault & { readonly jobId: string };
  /** Why a reviewer sent it back; cleared by the next text. */
  readonly returned?: ReturnReason & { readonly by: MemberId; readonly at: Timestamp };
  /** Why it is approved although checks find errors in it. */
  readonly dismissed?: string;
  /** It stands for several segments, of which its own is the first. */
  readonly joined?: Joined;
  /** An earlier segment's target stands for this segment too: nothing is decided on this one. */
  readonly coveredBy?: SegmentId;
}

/** Two targets that became one: what they were, so that they can be taken apart again (`spans.ts`). */
export interface Joined {
  /** The revision that the join gave. */
  readonly revision: number;
  /** What it made of the two texts. */
  readonly text: string;
  readonly first: Target;
  readonly second: Target;
  /** Where the second began. */
  readonly at: SegmentId;
}

/** A target that nobody has touched. */
export const untouched: Target = { text: '', state: 'untranslated', revision: 0 };

export interface Job {
  readonly id: string;
  readonly locales: readonly Locale[];
  /** Absent: the provider that the server is configured with. */
  readonly provider?: string;
  readonly requestedAt: Timestamp;
  readonly by: MemberId;
  /** Untranslated targets when it was requested. */
  readonly total: number;
  /** A running job goes on after a restart; the others are over. */
  readonly status: 'running' | 'cancelled' | 'finished' | 'stopped';
  /** What stopped it: a fault that the rest would meet as well (quota, a refused key). */
  readonly fault?: Fault;
}

/** What somebody said about a segment. Its id is that of the decision that brought it. */
export interface Comment {
  readonly id: DecisionId;
  readonly at: Timestamp;
  readonly by: MemberId;
  /** As it was written: plain text of unknown language. */
  readonly text: string;
  /** Whom it names. */
  readonly mentions: readonly MemberId[];
}

/** A comment and the answers to it, the first one first. */
export interface Thread {
  /** Its first comment's. */
  readonly id: DecisionId;
  readonly segmentId: SegmentId;
  /** The segment that it was about, where that has become part of this one since: an undo takes it there again. */
  readonly from?: SegmentId;
  /** Whose text it is about; absent: the source's, so it stands beside every edition. */
  readonly locale?: Locale;
  readonly comments: readonly Comment[];
  /** Absent while it is open. */
  readonly resolved?: { readonly at: Timestamp; readonly by: MemberId };
}

/** What somebody let stand although a check found it: while the check marks this very text. */
export interface Dismissal {
  /** Absent: in the whole edition. */
  readonly segmentId?: SegmentId;
  readonly locale: Locale;
  readonly check: string;
  readonly marked: string;
  readonly reason?: string;
  readonly by: MemberId;
  readonly at: Timestamp;
}

/** What stands around an edition's text. A publication freezes it with the text. */
export interface EditionDetails {
  /** Who translated it, as they want to be called; in the order in which they are named. */
  readonly translators?: readonly string[];
  /** What indexes, feeds and search engines say of it; absent: its first paragraph. */
  readonly description?: string;
}

/** A frozen edition: which revision of which segment a reader sees. */
export interface Publication {
  readonly n: number;
  readonly at: Timestamp;
  readonly by: MemberId;
  readonly sourceVersion: number;
  /** In the order of the page. Source-language editions have no targets and list none. */
  readonly targets: ReadonlyArray<readonly [SegmentId, number]>;
  readonly details?: EditionDetails;
  /** What is different from the one before, for readers, in the edition's language. */
  readonly note?: string;
}

export interface Edition {
  readonly publications: readonly Publication[];
  /** Which publication readers see; absent when never published or withdrawn. */
  readonly live?: number;
}

export interface DocumentState {
  readonly id: DocumentId;
  readonly slug: string;
  /** Locales it is translated into; the source's own locale is not among them. */
  readonly to: readonly Locale[];
  readonly original: Original;
  readonly importedAt: Timestamp;
  readonly importedBy: MemberId;
  readonly changedAt: Timestamp;
  readonly archived: boolean;
  readonly source: Source;
  readonly targets: Readonly<Partial<Record<Locale, readonly Target[]>>>;
  readonly editions: Readonly<Partial<Record<Locale, Edition>>>;
  readonly jobs: readonly Job[];
  /** In the order in which they began; absent while nobody has said anything. */
  readonly threads?: readonly Thread[];
  /** Absent while nobody has dismissed anything. */
  readonly dismissals?: readonly Dismissal[];
  /** What is changed of the policies in its editions. */
  readonly policies?: Readonly<Partial<Record<Locale, PolicyChanges>>>;
  /** What stands around its editions' texts from their next publication on. */
  readonly details?: Readonly<Partial<Record<Locale, EditionDetails>>>;
  /** What it is about; absent: nothing is said. */
  readonly tags?: readonly TagId[];
  /** What it was called in addresses while something of it was published: they lead to the present one. */
  readonly formerSlugs?: readonly string[];
  /** What is to be published by itself; absent: nothing. */
  readonly plans?: readonly Plan[];
}

const sourceHashes = new WeakMap<Hash, WeakMap<Content, string>>();

/** What binds an approval: the exact text and codes (a changed link address counts). Segments do not change, so each is hashed once. */
export function sourceHashOf(segment: Content, hash: Hash): string {
  const known = sourceHashes.get(hash) ?? new WeakMap<Content, string>();
  sourceHashes.set(hash, known);
  const sourceHash = known.get(segment) ?? hash(`${segment.text}\u0000${canonicalCodes(segment.codes)}`);
  known.set(segment, sourceHash);
  return sourceHash;
}

/**
 * What alignment and memory compare: NFC, invisible marks dropped, white space collapsed, codes by their place only,
 * so that a cosmetic edit of the source does not orphan a translation.
 */
export function matchTextOf({ text }: Content): string {
  return composed(text)
    .replace(/[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]+/gu, '')
    .replace(/\s{2,}|[^\S ]/gu, ' ')
    .trim();
}

/** The same, short enough to be kept beside every segment. */
export function matchHashOf(segment: Content, hash: Hash): string {
  return hash(matchTextOf(segment));
}

const ordinals = new WeakMap<Source, ReadonlyMap<SegmentId, number>>();

/** The place of a segment in its source, from 0; undefined for an id that is not in this version. */
export function ordinalOf(source: Source, segmentId: SegmentId): number | undefined {
  let index = ordinals.get(source);
  if (index === undefined) {
    index = new Map(source.segments.map((segment, ordinal) => [segment.id, ordinal]));
    ordinals.set(source, index);
  }
  return index.get(segmentId);
}

/** The target of a segment in a locale; `untouched` where nothing has been done yet. */
export function targetOf(document: DocumentState, locale: Locale, ordinal: number): Target {
  return document.targets[locale]?.[ordinal] ?? untouched;
}

export function isTranslatable(segment: Block): boolean {
  return segmentKinds[segment.kind].translatable;
}

/** Outdated is derived, never stored: the text was made for another wording of its source. */
export function isOutdated(target: Target, segment: Content, hash: Hash): boolean {
  return target.sourceHash !== undefined && target.sourceHash !== sourceHashOf(segment, hash);
}

/** A document's title as a reader sees it, from its first block. */
export function titleOf([title]: readonly Content[]): string {
  return title ? withoutCodes(title.text, title.codes).trim() : '';
}
