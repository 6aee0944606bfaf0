/**
 * One translation job at work. For each locale in turn: what memory knows, then batches of neighbours to the provider,
 * each batch committed before the next is sent. What is left to do is read from the document before every step, so a
 * job has no state of its own: after a crash it takes up where the last commit stands, and repeats one request at most.
 *
 * A fault that may pass is tried again after a pause, then marked on its segments. One that every request would meet
 * ends the job at once, and so do five batches in a row that brought nothing: the rest would wait as long, for as
 * little.
 */
import { withoutCodes } from '../domain/content.ts';
import type { DocumentChange, TargetDrafted } from '../domain/decision.ts';
import { titleOf, type DocumentState, type Fault } from '../domain/document.ts';
import { contextBefore, nextBatch, pendingSegments, stopsJob, type Pending } from '../domain/job.ts';
import type { Locale } from '../domain/locale.ts';
import { contextOf } from '../domain/memory/context.ts';
import type { TranslationProvider, TranslationResult } from '../ports.ts';
import { draftOf, finish, JobIsOver, keep, look, markOf, type JobRun } from './job-commits.ts';
import { attempts, pauseBefore } from './job-pauses.ts';
import { termIndexFor } from './term-index.ts';

/** Works a job off. Rejects with the signal's reason when that fires, and with a `Refused` of the store. */
export async function runJob(run: JobRun): Promise<void> {
  try {
    await finish(run, await translateAll(run));
  } catch (error) {
    if (!(error instanceof JobIsOver)) throw error;
  }
}

/** The settings changed since the job was asked for. */
const missingProvider: Fault = { code: 'provider.refused', retryable: false };

/** Memory drafts in one commit. */
const memoryChunk = 200;

/** Batches in a row without one text, until the provider is given up. */
const patience = 5;

/** Gives the fault that ended it early, if any. */
async function translateAll(run: JobRun): Promise<Fault | undefined> {
  const { job } = await look(run);
  const provider = run.world.providers.get(job.provider ?? run.world.defaultProvider);
  for (const locale of job.locales) {
    await draftFromMemory(run, locale);
    const fault = provider ? await draftByProvider(run, locale, provider) : missingProvider;
    if (fault) return fault;
  }
  return undefined;
}

async function draftFromMemory(run: JobRun, locale: Locale): Promise<void> {
  const { document, job } = await look(run);
  const pending = [...pendingSegments(document, locale, job)];
  for (let start = 0; start < pending.length; start += memoryChunk) {
    const drafts: TargetDrafted[] = [];
    for (const { segment, segments, ordinal } of pending.slice(start, start + memoryChunk)) {
      const context = contextOf(document, ordinal, segments.length, run.world.hash);
      const match = await run.world.memory.draft({
        source: segment,
        from: document.source.locale,
        to: locale,
        context,
      });
      if (match) drafts.push(draftOf(run, segment, locale, match.text, { type: 'tm', score: match.score }));
    }
    await keep(run, drafts);
  }
}

async function draftByProvider(run: JobRun, locale: Locale, provider: TranslationProvider): Promise<Fault | undefined> {
  let inVain = 0;
  for (;;) {
    const { document, job } = await look(run);
    const pending = document.to.includes(locale) ? pendingSegments(document, locale, job) : [];
    const batch = nextBatch(pending, document);
    if (batch.length === 0) return undefined;
    const { drafted, fault } = await draftBatch(run, { document, locale, provider }, batch);
    inVain = drafted > 0 ? 0 : inVain + 1;
    if (fault && (stopsJob(fault) || inVain === patience)) return fault;
  }
}

interface Work {
  readonly document: DocumentState;
  readonly locale: Locale;
  readonly provider: TranslationProvider;
}

/** Sends a batch, and what of it met a passing fault again. Gives how many texts came, and the last fault. */
async function draftBatch(
  run: JobRun,
  work: Work,
  batch: readonly Pending[],
): Promise<{ drafted: number; fault: Fault | undefined }> {
  let waiting = batch;
  let drafted = 0;
  for (let attempt = 1; ; attempt += 1) {
    const results = await ask(run, work, waiting);
    const drafts = waiting.flatMap((item, at) => textOf(run, work, item, results[at]));
    const failed = waiting.flatMap((item, at) => faultOf(item, results[at]));
    const stop = failed.find(({ fault }) => stopsJob(fault))?.fault;
    const again = stop || attempt === attempts ? [] : failed.filter(({ fault }) => fault.retryable);
    drafted += drafts.length;
    await keep(
      run,
      drafts,
      stop
        ? []
        : marksOf(
            run,
            work.locale,
            failed.filter((one) => !again.includes(one)),
          ),
    );
    if (again.length === 0) return { drafted, fault: stop ?? failed.at(-1)?.fault };
    const asked = Math.max(0, ...again.map(({ retryAfterMs }) => retryAfterMs ?? 0));
    await run.world.clock.sleep(pauseBefore(attempt + 1, asked, run.jobId), run.signal);
    waiting = again.map(({ item }) => item);
  }
}

async function ask(
  { world, signal }: JobRun,
  { document, locale, provider }: Work,
  batch: readonly Pending[],
): Promise<TranslationResult[]> {
  const before = contextBefore(document, batch[0]?.ordinal ?? 0);
  return provider.translate({
    items: batch.map(({ segment }) => ({ text: segment.text, codes: segment.codes })),
    before: before.map(({ text, codes }) => withoutCodes(text, codes)),
    title: titleOf(document.source.segments),
    from: document.source.locale,
    to: locale,
    terms: await termIndexFor(world, document.id),
    signal,
  });
}

function textOf(
  run: JobRun,
  { locale, provider }: Work,
  { segment }: Pending,
  result: TranslationResult | undefined,
): TargetDrafted[] {
  if (result === undefined || 'fault' in result) return [];
  const origin = { type: 'mt', provider: provider.id, model: result.model } as const;
  return [draftOf(run, segment, locale, result.content.text, origin)];
}

interface Failed {
  readonly item: Pending;
  readonly fault: Fault;
  readonly retryAfterMs?: number;
}

/** A provider that gave too few results would be asked for the rest for ever: what is missing counts as failed. */
function faultOf(item: Pending, result: TranslationResult | undefined): Failed[] {
  if (result === undefined) return [{ item, fault: { code: 'provider.garbled', retryable: true } }];
  return 'fault' in result ? [{ item, ...result }] : [];
}

/** One mark for each kind of fault, naming its segments. */
function marksOf(run: JobRun, locale: Locale, failed: readonly Failed[]): DocumentChange[] {
  const groups = Map.groupBy(failed, ({ fault }) => `${fault.code} ${fault.retryable}`);
  return [...groups.values()].flatMap((group) => {
    const segments = group.map(({ item }) => item.segment);
    return group.slice(0, 1).map(({ fault }) => markOf(run, locale, segments, fault));
  });
}
