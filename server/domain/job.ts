/**
 * A translation job, seen from its document: what it has still to do and how far it has got. Nothing of this is
 * stored. A job is one decision (`translation.requested`) and its end is another; what lies between is read from the
 * targets, so that a restart, a person's edit and a second server all see the same numbers.
 */
import type { Content } from './content.ts';
import { isTranslatable, type DocumentState, type Fault, type Job, type MemberId } from './document.ts';
import type { Locale } from './locale.ts';
import { spansOf, type Span } from './spans.ts';

/** Who the history names for what a job decides. */
export const machine: MemberId = 'machine';

/** How far a job has got: `done + failed` reaches `total` unless something stops it. */
export interface JobProgress {
  readonly jobId: string;
  readonly documentId: string;
  readonly locales: readonly Locale[];
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  /** Of those that are done, the drafts that memory gave and nobody has rewritten since: nothing was paid for them. */
  readonly fromMemory: number;
  readonly status: Job['status'];
  readonly fault?: Fault;
}

/** A span that waits for a machine: one segment, or several that are one paragraph in that edition. */
export type Pending = Omit<Span, 'target'>;

/** What one request to a machine carries: few enough that a crash repeats little, enough to be worth a request. */
export const batchSize = 8;

/** UTF-16 units of a batch: sent as a form, Arabic takes six bytes a letter, and DeepL takes 128 KiB. */
export const batchLength = 15_000;

/** A fault that every further request would meet as well: the job stops at once. */
export function stopsJob(fault: Fault): boolean {
  return fault.code === 'provider.quota' || fault.code === 'provider.refused';
}

/** Locales that a job is at work on: another request for them would pay for the same text twice. */
export function runningLocales({ jobs }: DocumentState): Locale[] {
  return jobs.flatMap(({ status, locales }) => (status === 'running' ? locales : []));
}

/** The segments without a text in a locale, in order. With a job: without those that failed in it. */
export function* pendingSegments(document: DocumentState, locale: Locale, job?: Job): Generator<Pending, void> {
  for (const span of spansOf(document, locale)) {
    const { target: _, ...pending } = span;
    if (standing(span, job) === 'pending') yield pending;
  }
}

/** How many segments have no text in a locale; what failed in a job is counted apart. */
export function countPending(document: DocumentState, locale: Locale, job?: Job): { pending: number; failed: number } {
  const count = { pending: 0, failed: 0, settled: 0 };
  for (const span of spansOf(document, locale)) count[standing(span, job)] += 1;
  return count;
}

/**
 * The first batch of what is pending: neighbours only, for their context is what comes before the first of them.
 * Segments that nobody translates (code, separators) do not part neighbours; one that has a text already does.
 */
export function nextBatch(pending: Iterable<Pending>, document: DocumentState): Pending[] {
  const batch: Pending[] = [];
  let length = 0;
  for (const item of pending) {
    const last = batch.at(-1);
    length += item.segment.text.length;
    if (batch.length === batchSize) break;
    if (last && (length > batchLength || !areNeighbours(last, item, document))) break;
    batch.push(item);
  }
  return batch;
}

/** The source paragraphs before a segment, the nearest last: context for a machine. The title travels by itself. */
export function contextBefore({ source }: DocumentState, ordinal: number, count = 2): Content[] {
  const context: Content[] = [];
  for (let at = ordinal - 1; at > 0 && context.length < count; at -= 1) {
    const segment = source.segments[at];
    if (segment && isTranslatable(segment)) context.unshift(segment);
  }
  return context;
}

/** How far a job has got, from its document. Numbers stay within the job's total, whatever happened since. */
export function jobProgress(document: DocumentState, job: Job): JobProgress {
  const counts = job.locales.map((locale) => countPending(document, locale, job));
  const pending = Math.min(
    job.total,
    counts.reduce((sum, count) => sum + count.pending, 0),
  );
  const failed = Math.min(
    job.total - pending,
    counts.reduce((sum, count) => sum + count.failed, 0),
  );
  const done = job.total - pending - failed;
  return {
    jobId: job.id,
    documentId: document.id,
    locales: job.locales,
    total: job.total,
    done,
    failed,
    fromMemory: Math.min(done, countFromMemory(document, job)),
    status: job.status,
    ...(job.fault && { fault: job.fault }),
  };
}

/** Texts that memory gave since the job was asked for; whatever a later job drafts is counted here as well. */
function countFromMemory(document: DocumentState, { locales, requestedAt }: Job): number {
  const given = ({ target: { origin, at = '' } }: Span) => origin?.type === 'tm' && at >= requestedAt;
  return locales.reduce((sum, locale) => sum + spansOf(document, locale).filter(given).length, 0);
}

/** Where a span stands for a job: it waits, it failed in this very job, or there is nothing to do. */
function standing({ segment, target: { state, fault } }: Span, job: Job | undefined): 'pending' | 'failed' | 'settled' {
  if (state !== 'untranslated' || !isTranslatable(segment)) return 'settled';
  return job !== undefined && fault?.jobId === job.id ? 'failed' : 'pending';
}

function areNeighbours(one: Pending, next: Pending, document: DocumentState): boolean {
  return !document.source.segments.slice(one.ordinal + one.segments.length, next.ordinal).some(isTranslatable);
}
