/**
 * What the app needs from the world, as types. The app is given these; `compose.ts` is the only file that knows who
 * fulfils them. Each is as small as its users allow: before adding a method, ask whether two would do.
 */
import type { BilingualFile } from './domain/bilingual.ts';
import type { BoardRow } from './domain/board.ts';
import type { Member } from './domain/comments.ts';
import type { Content } from './domain/content.ts';
import type { Decision, DocumentDecision, SiteDecision } from './domain/decision.ts';
import type { DeliveryFaultCode, DeliveryRecord } from './domain/delivery.ts';
import type {
  Block,
  DecisionId,
  DocumentId,
  DocumentState,
  EditionDetails,
  Fault,
  Hash,
  MemberId,
  Origin,
  Publication,
  Segment,
  SegmentId,
  SourceFormat,
  Timestamp,
} from './domain/document.ts';
import type { Refusal } from './domain/errors.ts';
import type { JobProgress } from './domain/job.ts';
import type { Holder, Lease, Place } from './domain/lease.ts';
import type { Locale } from './domain/locale.ts';
import type { Hit } from './domain/memory/concordance.ts';
import type { Asked, Match } from './domain/memory/matches.ts';
import type { SentenceMatch } from './domain/memory/translation-memory.ts';
import type { UnitsRead } from './domain/memory/unit.ts';
import type { Waiting } from './domain/queue.ts';
import type { SiteState } from './domain/site.ts';
import type { TagId } from './domain/site-settings.ts';
import type { TermIndex } from './domain/terms/term-index.ts';
import type { TermId } from './domain/terms/term.ts';
import type { Skipped, TermRead } from './domain/terms/terms-read.ts';

export type { JobProgress };

// ───────────────────────────────────────────────────────────── the store

/** A decision as the store keeps it: with its place in its stream. */
export interface Recorded<D extends Decision = Decision> {
  readonly stream: string;
  /** Place in its stream, from 1, without gaps. */
  readonly seq: number;
  /** For decisions on one target: its revision after this one. */
  readonly revision?: number;
  readonly decision: D;
}

/**
 * What the caller saw when it decided. `target` and `source` name the revision and version it was based on, `edition` the
 * mark of what publishing would change (`domain/publishing.ts`), `details` what stood around the text; where the staged
 * head has another, the commit is refused with `target.stale` or `edition.stale`.
 */
export type Expectation =
  | { readonly of: 'target'; readonly locale: Locale; readonly segmentId: SegmentId; readonly revision: number }
  | { readonly of: 'source'; readonly version: number }
  | { readonly of: 'edition'; readonly locale: Locale; readonly mark: string }
  | { readonly of: 'details'; readonly locale: Locale; readonly details: EditionDetails };

/** The same of the site: where the term has another revision, the commit is refused with `term.stale`. */
export interface SiteExpectation {
  readonly of: 'term';
  readonly termId: TermId;
  readonly revision: number;
}

export type Commit =
  | {
      readonly stream: DocumentId;
      readonly decisions: readonly DocumentDecision[];
      readonly expects?: readonly Expectation[];
    }
  | {
      readonly stream: 'site';
      readonly decisions: readonly SiteDecision[];
      readonly expects?: readonly SiteExpectation[];
    };

export type Committed = { readonly ok: true; readonly recorded: readonly Recorded[] } | Refusal;

/** A publication with the text that it froze. */
export interface PublishedEdition {
  readonly documentId: DocumentId;
  readonly slug: string;
  readonly locale: Locale;
  readonly from: Locale;
  readonly publication: Publication;
  readonly segments: ReadonlyArray<{ readonly segment: Segment; readonly text: string; readonly origin?: Origin }>;
}

export interface Store {
  /**
   * Writes the decisions of one stream, all or none, and resolves when they are durable. Every decision is decided
   * (`domain/decide.ts`) on the staged head: accepted, perhaps not yet on disk. A decision id that is already recorded
   * gives its first answer again and writes nothing; the same id for another decision is refused (decision.reused).
   * Readers see durable state only. Refusals: those of `decide`, target.stale, edition.stale, store.read-only,
   * store.full.
   */
  commit(commit: Commit): Promise<Committed>;

  /**
   * One row a document, newest change first, archived ones among them: what people approved there still counts. Rejects
   * where a document cannot be read, since some decide by what is not there; `readable` leaves such documents out, and the
   * operator has been told of them.
   */
  board(which?: 'all' | 'readable'): Promise<readonly BoardRow[]>;
  document(documentId: DocumentId): Promise<DocumentState | undefined>;
  /**
   * A stream's decisions in order. `targets` narrows to those on some targets (the answer then costs by their own
   * histories, not by the document's); `after` leaves out those with seq up to it.
   */
  decisions(
    stream: string,
    filter?: {
      readonly after?: number;
      readonly targets?: ReadonlyArray<{ readonly locale: Locale; readonly segmentId: SegmentId }>;
    },
  ): Promise<readonly Recorded[]>;
  /** The text of publication n; undefined when there is none. */
  publication(documentId: DocumentId, locale: Locale, n: number): Promise<PublishedEdition | undefined>;
  byDecisionId(id: DecisionId): Promise<Recorded | undefined>;
  site(): Promise<SiteState>;

  /** Keeps the bytes of an original under their SHA-256 (hex) and gives it; the same bytes are kept once. Durable. */
  keepOriginal(bytes: Uint8Array): Promise<string>;
  original(sha256: string): Promise<Uint8Array | undefined>;

  /** Why nothing can be saved until a restart; undefined in health. A disk that is full for a while is not this. */
  readOnly(): Refusal | undefined;
  /** Calls back after each durable commit, in order; gives the function that ends it. */
  subscribe(listener: (recorded: readonly Recorded[]) => void): () => void;
  /** Ends after everything accepted is durable. */
  close(): Promise<void>;
}

// ───────────────────────────────────────────────────────────── imports

/** An article as it is handed in: a file's bytes with its name, or a text that was pasted. */
export type ImportInput =
  | { readonly bytes: Uint8Array; readonly name: string }
  | { readonly text: string; readonly format: SourceFormat };

export interface PreviewOrder {
  readonly input: ImportInput;
  readonly from: Locale;
  readonly to: readonly Locale[];
  /** Where the text has no title of its own, or to use instead of it. */
  readonly title?: string;
}

/** What an import would make. */
export interface Preview {
  readonly ok: true;
  readonly format: SourceFormat;
  readonly encoding: string;
  /** Absent: the text has none, and none was given. */
  readonly title?: string;
  readonly blocks: readonly Block[];
  readonly words: number;
}

/** What a translation file says. */
export interface TranslationRead {
  readonly ok: true;
  readonly bilingual: BilingualFile;
}

/** What a file of a memory says, in our languages. */
export interface MemoryRead extends UnitsRead {
  readonly ok: true;
}

/** What a file of a termbase says. */
export interface TermsRead {
  readonly ok: true;
  readonly terms: readonly TermRead[];
  readonly skipped: readonly Skipped[];
}

/** What is to be read; but for articles, the bytes of a file. */
export type ReadingTask =
  | { readonly article: PreviewOrder }
  | { readonly translation: Uint8Array }
  | { readonly memory: Uint8Array }
  | { readonly terms: Uint8Array };

/** Reads long files where they keep nobody else waiting. */
export interface ImportReader {
  /**
   * What `readImport` (`app/read-import.ts`) makes of an order, within bounds of time and memory. Refusals: its own, and
   * import.too-complex beyond the bounds. Rejects with the signal's reason once that fires.
   */
  read(order: PreviewOrder, signal?: AbortSignal): Promise<Preview | Refusal>;
  /** The same of a translation file: what `readTranslation` (`app/read-translation.ts`) makes of its bytes. */
  readTranslation(bytes: Uint8Array, signal?: AbortSignal): Promise<TranslationRead | Refusal>;
  /** `readMemory` (`app/read-exchange.ts`). */
  readMemory(bytes: Uint8Array, signal?: AbortSignal): Promise<MemoryRead | Refusal>;
  /** `readTerms` (`app/read-exchange.ts`). */
  readTerms(bytes: Uint8Array, signal?: AbortSignal): Promise<TermsRead | Refusal>;
}

// ───────────────────────────────────────────────────────────── machine translation

export interface TranslationRequest {
  /** Consecutive segments, few (about 8). */
  readonly items: readonly Content[];
  /** The two source paragraphs before the first item: context, not to be translated. */
  readonly before: readonly string[];
  readonly title: string;
  readonly from: Locale;
  readonly to: Locale;
  /** What things are called, for a provider that can be told (`domain/terms/glossary.ts`). */
  readonly terms: TermIndex;
  readonly signal: AbortSignal;
}

/** One item's answer. `billed` counts characters as the vendor does. A text may lack codes; it is never mended here. */
export type TranslationResult =
  | { readonly content: Content; readonly model: string; readonly billed: number }
  | { readonly fault: Fault; readonly retryAfterMs?: number };

export interface TranslationProvider {
  readonly id: string;
  supports(from: Locale, to: Locale): boolean;
  /** One result for each item, in order. Never rejects but for a bug or the signal's own reason. */
  translate(request: TranslationRequest): Promise<TranslationResult[]>;
  /** For `doctor`: what it is set up with (no secret), and its quota where the vendor tells. */
  describe(): Promise<Readonly<Record<string, string | number>>>;
}

/** What people have approved before, and what came from outside. Asked before any provider. */
export interface TranslationMemory {
  /** What may be drafted without asking anybody: 101, 100 or 99, and no guard against it; it carries the segment's codes. */
  draft(asked: Asked): Promise<Match | undefined>;
  /** Everything worth offering, exact or nearly, the best first, no text twice. */
  matches(asked: Asked): Promise<readonly Match[]>;
  /** The best match of each sentence of a text that has several. */
  sentences(asked: Asked): Promise<readonly SentenceMatch[]>;
  /** What holds these words on either side, the best first. */
  search(query: string, from: Locale, to: Locale): Promise<readonly Hit[]>;
}

// ───────────────────────────────────────────────────────────── editions

/** One file of the published site. */
export interface SiteFile {
  /** Relative to the editions folder, `/`-separated. */
  readonly path: string;
  /** Of everything that it is made from: under equal keys a path has the same bytes, and they are not made again. */
  readonly key: string;
  /** Makes it. */
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
}

export interface SiteChanges {
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

export interface EditionSink {
  /**
   * Makes the folder hold exactly these files, each path once: what stands there under its key is not touched and not
   * even made, changed ones are replaced at once (a reader sees the old or the new), those that an earlier call wrote
   * and this one does not name are removed last. Gives the paths written and removed.
   */
  reconcile(files: Iterable<SiteFile> | AsyncIterable<SiteFile>): Promise<SiteChanges>;
  /** Whether this very file stands there. */
  holds(file: Pick<SiteFile, 'path' | 'key'>): Promise<boolean>;
}

/** A file that all pages of a theme share; its name carries a digest of its bytes. */
export interface Asset {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** How a site looks: a folder of style sheets and a configuration (`render/theme.ts`), read once. */
export interface Theme {
  /** The folder's name. */
  readonly id: string;
  readonly names: Readonly<Record<Locale, string>>;
  /** Style sheet, fonts, licences. */
  readonly assets: readonly Asset[];
  /** The style sheet among them. */
  readonly styleSheetPath: string;
  /** The fonts that the body of every page in a language needs; a page asks for them before it is laid out. */
  readonly fontsOf: (locale: Locale) => readonly string[];
  /** Colours of the picture that stands for an article elsewhere, as `#rrggbb`. */
  readonly card: Readonly<Record<'background' | 'ink' | 'muted' | 'accent', string>>;
  /** The picture, 1200 × 630, that stands for an article that has none of its own; among the assets. */
  readonly cardPath: string;
  /** Another for anything that differs. */
  readonly stamp: string;
}

/** The themes that this machine has. */
export interface Themes {
  /** Those that ship first. */
  readonly all: () => readonly Theme[];
  /** The theme of this id; where there is none, the first that ships, which the operator is told. */
  readonly find: (id: string) => Theme;
}

/** What is printed: a page with everything that it fetches, by path from the page. Nothing else can be reached. */
export interface PrintOrder {
  readonly html: Uint8Array;
  readonly assets: ReadonlyMap<string, Uint8Array>;
  /** Where readers find the page, for its links to other pages of the site; absent: on paper these lead nowhere. */
  readonly address?: string;
}

export interface PdfOrder extends PrintOrder {
  readonly rightToLeft: boolean;
  /** When it says that it was made. */
  readonly at: Timestamp;
}

/** Sizes in CSS pixels. */
export interface PictureOrder extends PrintOrder {
  readonly width: number;
  readonly height: number;
}

/** A browser that prints. What it cannot print it rejects with an error that says why; the next order is tried anew. */
export interface Press {
  /** Whether there is one on this machine. */
  isThere(): Promise<boolean>;
  /** Tagged, with the page's language and title, its pages numbered by the page's own style, turning as it reads. */
  pdf(order: PdfOrder): Promise<Uint8Array>;
  /** PNG. */
  picture(order: PictureOrder): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** What happened to an edition, for those who show it elsewhere. */
export interface DeliveredEdition {
  readonly event: 'published' | 'withdrawn';
  readonly documentId: DocumentId;
  readonly slug: string;
  readonly locale: Locale;
  /** The other languages in which readers see the same document. */
  readonly siblings: readonly Locale[];
  /** Of one that is published. */
  readonly article?: DeliveredArticle;
  /** Its absolute address, where the site has one. */
  readonly url?: string;
}

export interface DeliveredArticle {
  readonly n: number;
  /** Plain text, like the excerpt. */
  readonly title: string;
  readonly excerpt: string;
  /** Everything below the title, with its language and direction; it holds no script and fetches nothing. */
  readonly html: string;
  readonly tags: ReadonlyArray<{ readonly id: TagId; readonly name: string }>;
  /** When readers first saw it; when they first saw this text. */
  readonly publishedAt: Timestamp;
  readonly updatedAt: Timestamp;
}

export interface DeliveryOrder {
  /** The same for each attempt at one delivery: a receiver can tell a repetition. */
  readonly id: string;
  /** When this attempt was made. */
  readonly at: Timestamp;
  readonly signal: AbortSignal;
}

/** `detail`: for the operator; it holds no secret. `retryAfterMs`: what the receiver asks for. */
export type DeliveryOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: DeliveryFaultCode;
      readonly retryable: boolean;
      readonly detail: string;
      readonly retryAfterMs?: number;
    };

interface Destination {
  readonly id: string;
  /** Where to, without secrets: shown to operators, and another address is another place. */
  readonly address: string;
}

/** Somewhere that gets the folder as a whole. */
export interface FolderDelivery extends Destination {
  readonly takes: 'folder';
  /** `changes`: since the last delivery; absent: nobody knows. Never rejects but for a bug or the signal's own reason. */
  deliver(changes: SiteChanges | undefined, order: DeliveryOrder): Promise<DeliveryOutcome>;
}

/** Somewhere that is told of each edition. */
export interface EditionDelivery extends Destination {
  readonly takes: 'editions';
  /** Told twice, it shows it once. Never rejects but for a bug or the signal's own reason. */
  deliver(edition: DeliveredEdition, order: DeliveryOrder): Promise<DeliveryOutcome>;
}

/** A place that the published site is brought to. */
export type Delivery = FolderDelivery | EditionDelivery;

/** What each place has taken, over restarts. Where it is lost, everything is told again. */
export interface DeliveryLedger {
  find(id: string): DeliveryRecord | undefined;
  keep(id: string, record: DeliveryRecord): Promise<void>;
}

/** What the published site says of itself. */
export interface Site {
  readonly name: string;
  /** Where this server offers the editions, with a slash at its end: the desk links there. */
  readonly address: string;
  /** Where it shows previews, likewise: a static host that readers go to has none. */
  readonly previews: string;
  /** Where readers find them, likewise, where the operator said so: only then do pages carry absolute addresses. */
  readonly editionsUrl?: string;
}

/** Drafts to look at on the editions' origin, for an hour, each under a token of 256 random bits. */
export interface Previews {
  /** The token begins with the page's language, so that the one that has ended is told of in it. */
  keep(page: Uint8Array, locale: Locale): { readonly token: string; readonly expiresAt: Timestamp };
  find(token: string): Uint8Array | undefined;
}

// ───────────────────────────────────────────────────────────── who is at work

export interface LeaseChange {
  readonly lease: Lease;
  /** `false`: it has ended, given back or lapsed. */
  readonly isHeld: boolean;
}

/** Claims, or presences: who holds which target for now. Never journalled. */
export interface Leases {
  /**
   * Takes for a holder what is free of these places and renews what is theirs already; gives what they hold of them now,
   * in that order. One step: of two who ask at once, only one gets a place.
   */
  take(places: readonly Place[], holder: Holder): Promise<readonly Lease[]>;
  /** Lets the time of everything that a holder has begin anew. What has lapsed stays lapsed. */
  renew(holder: Holder): Promise<void>;
  /** Ends a holder's leases on these places; without places, all of them. */
  release(holder: Holder, places?: readonly Place[]): Promise<void>;
  /** What is held now, in the order in which it was taken. */
  held(): Promise<readonly Lease[]>;
  /** Hears when a lease begins or ends, by lapsing too, but not of renewals; gives the function that ends it. */
  subscribe(listener: (change: LeaseChange) => void): () => void;
  close(): void;
}

/** Every target that waits for somebody, over all documents. */
export interface WaitingTargets {
  /** The longest waiting first. */
  list(): Promise<readonly Waiting[]>;
}

// ───────────────────────────────────────────────────────────── small things

export interface Clock {
  now(): Timestamp;
  /** Resolves after `ms`, or rejects with the signal's reason. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface NewId {
  /** 12 characters, URL-safe, random: documents, segments, jobs. */
  short(): string;
  /** A UUID: decisions. */
  uuid(): string;
}

/** Tells listeners how far jobs have got, as they move. Nothing is kept: the numbers are derived from decisions. */
export interface JobEvents {
  publish(progress: JobProgress): void;
  /** Gives the function that ends it. */
  subscribe(listener: (progress: JobProgress) => void): () => void;
}

/** What is running now. Holds no state that a restart would miss: jobs are read from the decisions. */
export interface JobQueue {
  /** Runs `work` for a job unless it is running already; `work` gets the signal that `cancel` fires. */
  start(jobId: string, work: (signal: AbortSignal) => Promise<void>): void;
  cancel(jobId: string): void;
  /** Resolves when nothing is running: the command line and tests wait for it. */
  idle(): Promise<void>;
  /** Aborts what runs (without cancelling the jobs: they go on at the next start) and resolves when all has stopped. */
  close(): Promise<void>;
}

export interface Session {
  readonly memberId: MemberId;
  readonly expiresAt: Timestamp;
}

/** Signing in. Tokens are 256 random bits, kept only as digests. */
export interface Sessions {
  /** A fresh one-time link token, good for an hour; voids the one before. */
  newLink(): Promise<string>;
  /** Exchanges a link token for a session token; refuses session.link-spent. */
  exchange(
    linkToken: string,
  ): Promise<{ readonly ok: true; readonly token: string; readonly session: Session } | Refusal>;
  find(token: string): Promise<Session | undefined>;
  end(token: string): Promise<void>;
}

/** Everything a use case may touch. */
export interface World {
  readonly store: Store;
  readonly reader: ImportReader;
  readonly providers: ReadonlyMap<string, TranslationProvider>;
  /** The one used where none is named. */
  readonly defaultProvider: string;
  readonly memory: TranslationMemory;
  readonly queue: JobQueue;
  readonly events: JobEvents;
  readonly waiting: WaitingTargets;
  /** Who has taken which target from the queue: one window each. */
  readonly claims: Leases;
  /** Who has which target open: any number. */
  readonly presence: Leases;
  readonly sink: EditionSink;
  readonly site: Site;
  readonly press: Press;
  readonly themes: Themes;
  /** Where the published site is brought to, in this order. */
  readonly deliveries: { readonly places: readonly Delivery[]; readonly ledger: DeliveryLedger };
  readonly previews: Previews;
  readonly sessions: Sessions;
  /** Everybody who can be named. */
  readonly members: () => Promise<readonly Member[]>;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly hash: Hash;
  /** Tells the operator of a fault that the work goes on without; `what` says what is missing now. */
  readonly report: (error: unknown, what: string) => void;
}
