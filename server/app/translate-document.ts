/**
 * Asking a machine for drafts: request, look, cancel, go on after a restart. The request is a durable decision; the
 * work (`translation-job.ts`) runs on the queue and may be lost and started again at any point.
 */
import type { TranslationRequested } from '../domain/decision.ts';
import type { DecisionId, DocumentId, DocumentState, MemberId } from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import { countPending, jobProgress, runningLocales } from '../domain/job.ts';
import type { Locale } from '../domain/locale.ts';
import type { JobProgress, Recorded } from '../ports.ts';
import type { JobWorld } from './job-commits.ts';
import { runJob } from './translation-job.ts';

export type JobAnswer = { readonly ok: true; readonly job: JobProgress } | Refusal;

export interface TranslationOrder {
  readonly documentId: DocumentId;
  readonly locales: readonly Locale[];
  /** Absent: the one that the server is configured with. */
  readonly provider?: string;
  readonly decisionId: DecisionId;
  readonly by: MemberId;
}

/**
 * Asks for drafts of everything without a text in these locales; what failed before is tried again. A locale that
 * another job is at work on is left to that job, so that nothing is paid for twice.
 * Refusals: document.unknown, document.archived, locale.unknown, provider.unknown, provider.unsupported,
 * job.nothing-to-translate, decision.reused.
 */
export async function requestTranslation(world: JobWorld, order: TranslationOrder): Promise<JobAnswer> {
  const { documentId, decisionId, by } = order;
  const known = await world.store.byDecisionId(decisionId);
  if (known) return answerAgain(world, order, known);
  const document = await world.store.document(documentId);
  if (document === undefined) return refuse('document.unknown');
  const objection = objectionTo(world, order, document);
  if (objection) return objection;
  const locales = freeLocales(document, order.locales);
  const total = locales.reduce((sum, locale) => sum + countPending(document, locale).pending, 0);
  const jobId = world.newId.short();
  const requested: TranslationRequested = {
    kind: 'translation.requested',
    jobId,
    locales,
    total,
    ...(order.provider !== undefined && { provider: order.provider }),
  };
  const decision = { ...requested, id: decisionId, at: world.clock.now(), by };
  const committed = await world.store.commit({ stream: documentId, decisions: [decision] });
  // Somebody else asked for the same meanwhile: what is left to ask for is looked at again.
  if (!committed.ok) return committed.code === 'job.running' ? requestTranslation(world, order) : committed;
  const first = committed.recorded[0];
  const isAgain = first?.decision.kind === 'translation.requested' && first.decision.jobId !== jobId;
  if (first && isAgain) return answerAgain(world, order, first);
  start(world, documentId, jobId);
  return viewJob(world, { documentId, jobId });
}

/** How far a job has got. Refusals: document.unknown, job.unknown. */
export async function viewJob(
  world: JobWorld,
  { documentId, jobId }: { documentId: DocumentId; jobId: string },
): Promise<JobAnswer> {
  const document = await world.store.document(documentId);
  if (document === undefined) return refuse('document.unknown');
  const job = document.jobs.find(({ id }) => id === jobId);
  return job ? { ok: true, job: jobProgress(document, job) } : refuse('job.unknown', { jobId });
}

/**
 * Ends a job; the drafts that have arrived stay. Its request is given up first and the decision follows, so that no
 * draft is recorded after it; where the decision is refused (a full disk), the job goes on at the next start.
 * Refusals: document.unknown, document.archived, job.unknown, job.finished.
 */
export async function cancelTranslation(
  world: JobWorld,
  order: { documentId: DocumentId; jobId: string; decisionId: DecisionId; by: MemberId },
): Promise<JobAnswer> {
  const { documentId, jobId, decisionId: id, by } = order;
  const viewed = await viewJob(world, { documentId, jobId });
  if (!viewed.ok) return viewed;
  world.queue.cancel(jobId);
  const decision = { kind: 'translation.cancelled', jobId, id, at: world.clock.now(), by } as const;
  const committed = await world.store.commit({ stream: documentId, decisions: [decision] });
  if (!committed.ok) return committed;
  const cancelled = await viewJob(world, { documentId, jobId });
  if (cancelled.ok) world.events.publish(cancelled.job);
  return cancelled;
}

/** Lets every job go on that a stop of the server interrupted; gives their ids. */
export async function resumeJobs(world: JobWorld): Promise<string[]> {
  const running = (await world.store.board('readable')).flatMap(({ documentId, runningJobs }) =>
    runningJobs.map((jobId) => ({ documentId, jobId })),
  );
  for (const { documentId, jobId } of running) start(world, documentId, jobId);
  return running.map(({ jobId }) => jobId);
}

function start(world: JobWorld, documentId: DocumentId, jobId: string): void {
  world.queue.start(jobId, (signal) => runJob({ world, documentId, jobId, signal }));
}

function objectionTo(world: JobWorld, order: TranslationOrder, { source, to }: DocumentState): Refusal | undefined {
  const unknown = order.locales.find((locale) => !to.includes(locale));
  if (unknown !== undefined) return refuse('locale.unknown', { locale: unknown });
  const id = order.provider ?? world.defaultProvider;
  const provider = world.providers.get(id);
  if (provider === undefined) return refuse('provider.unknown', { provider: id });
  const unsupported = order.locales.find((locale) => !provider.supports(source.locale, locale));
  if (unsupported === undefined) return undefined;
  return refuse('provider.unsupported', { provider: id, from: source.locale, to: unsupported });
}

function freeLocales(document: DocumentState, asked: readonly Locale[]): Locale[] {
  const taken = runningLocales(document);
  return [...new Set(asked)].filter((locale) => !taken.includes(locale));
}

/** The same request again gives the same job; another request under its id is refused. */
function answerAgain(world: JobWorld, order: TranslationOrder, { stream, decision }: Recorded): Promise<JobAnswer> {
  const isSame =
    stream === order.documentId &&
    decision.kind === 'translation.requested' &&
    decision.by === order.by &&
    decision.provider === order.provider &&
    decision.locales.every((locale) => order.locales.includes(locale));
  if (!isSame) return Promise.resolve(refuse('decision.reused'));
  return viewJob(world, { documentId: stream, jobId: decision.jobId });
}
