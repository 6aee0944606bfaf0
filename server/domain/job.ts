/**
 * A translation job, seen from its document: what it has still to do and how far it has got. Nothing of this is
 * stored. A job is one decision (`translation.requested`) and its end is another; what lies between is read from the
 * targets, so that a restart, a person's edit and a second server all see the same numbers.
 */
import type { Content } from './content.ts';
import {
  isTranslatable,
  targetOf,
  type DocumentState,
  type Fault,
  type Job,
  type MemberId,
  type Segment,
} from './document.ts';
import type { Locale } from './locale.ts';

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
  readonly status: Job['status'];
  readonly fault?: Fault;
}

/** A segment that waits for a machine, with its place in the source. */
export interface Pending {
  readonly segment: Segment;
  readonly ordinal: number;
}

/** What one request to a machine carries: few enough that a crash repeats little, enough to be worth a request. */
export const batchSize = 8;

/** UTF-16 units of a batch: sent as a form, Arabic takes six bytes a letter, and DeepL takes 128 KiB. */
export const batchLength = 15_000;

/** A fault that every further request would meet as well: the job stops at once. */
export function stopsJob(fault: Fault): boolean {
  return fault.code === 'provider.quota' || fault.code === 'provider.refused';
}

/** The segments without a text in a locale, in order. With a job: without those that failed in it. */
export function pendingSegments(document: DocumentState, locale: Locale, job?: Job): Pending[] {
  return document.source.segments.flatMap((segment, ordinal): Pending[] => {
    if (!isTranslatable(segment)) return [];
    const { state, fault } = targetOf(document, locale, ordinal);
    const failedHere = job !== undefined && fault?.jobId === job.id;
    return state === 'untranslated' && !failedHere ? [{ segment, ordinal }] : [];
  });
}

/** Segments whose last attempt was this job's and failed. */
export function failedSegments(document: DocumentState, locale: Locale, job: Job): Pending[] {
  return pendingSegments(document, locale).filter(
    ({ ordinal }) => targetOf(document, locale, ordinal).fault?.jobId === job.id,
  );
}

/**
 * The first batch of what is pending: neighbours only, for their context is what comes before the first of them.
 * Segments that nobody translates (code, separators) do not part neighbours; one that has a text already does.
 */
export function nextBatch(pending: readonly Pending[], document: DocumentState): Pending[] {
  const batch: Pending[] = [];
  let length = 0;
  for (const item of pending.slice(0, batchSize)) {
    const last = batch.at(-1);
    length += item.segment.text.length;
    if (last && (length > batchLength || !areNeighbours(last, item, document))) break;
    batch.push(item);
  }
  return batch;
}

/** The source paragraphs before a segment, nearest last: context for a machine. The title travels by itself. */
export function contextBefore(document: DocumentState, ordinal: number, count = 2): Content[] {
  return document.source.segments.slice(1, ordinal).filter(isTranslatable).slice(-count);
}

/** How far a job has got, from its document. Numbers stay within the job's total, whatever happened since. */
export function jobProgress(document: DocumentState, job: Job): JobProgress {
  const count = (segments: (locale: Locale) => Pending[]) =>
    job.locales.reduce((sum, locale) => sum + segments(locale).length, 0);
  const pending = Math.min(
    job.total,
    count((locale) => pendingSegments(document, locale, job)),
  );
  const failed = Math.min(
    job.total - pending,
    count((locale) => failedSegments(document, locale, job)),
  );
  return {
    jobId: job.id,
    documentId: document.id,
    locales: job.locales,
    total: job.total,
    done: job.total - pending - failed,
    failed,
    status: job.status,
    ...(job.fault && { fault: job.fault }),
  };
}

function areNeighbours(one: Pending, next: Pending, document: DocumentState): boolean {
  return !document.source.segments.slice(one.ordinal + 1, next.ordinal).some(isTranslatable);
}
