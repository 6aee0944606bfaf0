/**
 * What a running job reads and writes. It reads the document anew before each step, and whatever it writes must still
 * fit: a draft for a target that a person wrote meanwhile, or for a source that changed, is dropped, never the batch
 * with it. Nothing is committed once the job's signal has fired.
 */
import type { DocumentChange, DocumentDecision, TargetDrafted } from '../domain/decision.ts';
import {
  sourceHashOf,
  type DocumentId,
  type DocumentState,
  type Fault,
  type Job,
  type Segment,
} from '../domain/document.ts';
import { Refused, type RefusalCode } from '../domain/errors.ts';
import { jobProgress, machine } from '../domain/job.ts';
import type { Locale } from '../domain/locale.ts';
import { spanOf } from '../domain/spans.ts';
import { decideTarget } from '../domain/workflow.ts';
import type { World } from '../ports.ts';

/** What a job touches of the world. */
export type JobWorld = Pick<
  World,
  'store' | 'providers' | 'defaultProvider' | 'memory' | 'queue' | 'events' | 'clock' | 'newId' | 'hash'
>;

export interface JobRun {
  readonly world: JobWorld;
  readonly documentId: DocumentId;
  readonly jobId: string;
  readonly signal: AbortSignal;
}

/** The job was ended from elsewhere, or its document archived: nothing is left to be said. */
export class JobIsOver extends Error {}

/** The document and the job as they stand. Throws `JobIsOver` where the job is not running any more. */
export async function look({ world, documentId, jobId }: JobRun): Promise<{ document: DocumentState; job: Job }> {
  const document = await world.store.document(documentId);
  const job = document?.jobs.find(({ id }) => id === jobId);
  if (document === undefined || document.archived || job?.status !== 'running') throw new JobIsOver();
  return { document, job };
}

/** The draft of a segment as it stands now. */
export function draftOf(
  { world }: JobRun,
  segment: Segment,
  locale: Locale,
  text: string,
  origin: TargetDrafted['origin'],
): TargetDrafted {
  const sourceHash = sourceHashOf(segment, world.hash);
  return { kind: 'target.drafted', segmentId: segment.id, locale, sourceHash, text, origin };
}

/** Marks segments that a machine could not translate. */
export function markOf({ jobId }: JobRun, locale: Locale, segments: readonly Segment[], fault: Fault): DocumentChange {
  return { kind: 'translation.failed', jobId, locale, segmentIds: segments.map(({ id }) => id), fault };
}

/** Commits, in one, the drafts that still fit and the marks. A machine's text that can be no target is marked too. */
export async function keep(
  run: JobRun,
  drafts: readonly TargetDrafted[],
  marks: readonly DocumentChange[] = [],
): Promise<void> {
  if (drafts.length + marks.length === 0) return;
  const { document } = await look(run);
  const changes = drafts.flatMap((draft) => fitted(run, document, draft));
  await commit(run, [...changes, ...marks], document.source.version);
}

/** Ends the job; with the fault that ended it early, if any. */
export async function finish(run: JobRun, fault: Fault | undefined): Promise<void> {
  await commit(run, [{ kind: 'translation.finished', jobId: run.jobId, ...(fault && { fault }) }]);
}

const unusable: Fault = { code: 'provider.garbled', retryable: false };

/** The draft, a mark in its place, or nothing where somebody was faster. */
function fitted(run: JobRun, document: DocumentState, draft: TargetDrafted): DocumentChange[] {
  const span = spanOf(document, draft.locale, draft.segmentId);
  if (span === undefined) return [];
  const { segment, target } = span;
  const isSameSource = sourceHashOf(segment, run.world.hash) === draft.sourceHash;
  if (target.state !== 'untranslated' || target.coveredBy !== undefined || !isSameSource) return [];
  if (decideTarget(target, segment, asDecision(run, draft)).ok) return [draft];
  return draft.origin.type === 'mt' ? [markOf(run, draft.locale, [segment], unusable)] : [];
}

/** Refusals that say that somebody was faster. */
const overtaken = new Set<RefusalCode>([
  'target.state',
  'target.human',
  'target.covered',
  'target.stale',
  'edition.stale',
  'segment.unknown',
  'locale.unknown',
]);

const over = new Set<RefusalCode>(['job.finished', 'job.unknown', 'document.archived', 'document.unknown']);

/** Commits together; where somebody was faster at one of them, one by one, without those that came too late. */
async function commit(run: JobRun, changes: readonly DocumentChange[], sourceVersion?: number): Promise<void> {
  const decisions = changes.map((change) => asDecision(run, change));
  if (decisions.length > 0 && !(await inTime(run, decisions, sourceVersion))) {
    for (const decision of decisions) await inTime(run, [decision], sourceVersion);
  }
  await tell(run);
}

/** Whether the commit was taken; false where somebody was faster. */
async function inTime(run: JobRun, decisions: readonly DocumentDecision[], sourceVersion?: number): Promise<boolean> {
  const expects = sourceVersion === undefined ? [] : [{ of: 'source' as const, version: sourceVersion }];
  run.signal.throwIfAborted();
  const committed = await run.world.store.commit({ stream: run.documentId, decisions, expects });
  if (committed.ok) return true;
  if (overtaken.has(committed.code)) return false;
  throw over.has(committed.code) ? new JobIsOver() : new Refused(committed);
}

async function tell({ world, documentId, jobId }: JobRun): Promise<void> {
  const document = await world.store.document(documentId);
  const job = document?.jobs.find(({ id }) => id === jobId);
  if (document && job) world.events.publish(jobProgress(document, job));
}

function asDecision<C extends DocumentChange>({ world }: JobRun, change: C) {
  return { ...change, id: world.newId.uuid(), at: world.clock.now(), by: machine };
}
