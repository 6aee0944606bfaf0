/**
 * Decides a document's stream: (state, decision) → next state, or a refusal. Replaying a journal is folding this
 * function over it, so it is the whole meaning of a decision; stores call it on the newest state they hold, and a
 * decision that does not fit there is never written. It changes nothing it is given.
 */
import type { DecisionHead, DocumentChange, DocumentDecision, TargetDecision } from './decision.ts';
import {
  ordinalOf,
  targetOf,
  untouched,
  type DocumentState,
  type Edition,
  type Hash,
  type Job,
  type Target,
} from './document.ts';
import { runningLocales } from './job.ts';
import { decidePublication, editionLocales, editionOf } from './edition.ts';
import { refuse, type Refusal } from './errors.ts';
import type { Locale } from './locale.ts';
import { decideTarget } from './workflow.ts';

export type Outcome = { readonly ok: true; readonly next: DocumentState } | Refusal;

type Rule<K extends DocumentChange['kind']> = (
  document: DocumentState,
  decision: DecisionHead & Extract<DocumentChange, { kind: K }>,
  hash: Hash,
) => Outcome;

/** Every kind but the first, which makes the document. To add a kind, add its row. */
const rules: { readonly [K in Exclude<DocumentChange['kind'], 'document.imported'>]: Rule<K> } = {
  'document.changed': (document, { to, at }) => {
    const { locale } = document.source;
    if (to.includes(locale)) return refuse('import.same-locale', { locale });
    const kept = Object.keys(document.targets).filter((locale) => !to.includes(locale as Locale));
    if (kept.length > 0) return refuse('document.live', { locale: kept.join(', ') });
    return next(document, at, { to });
  },

  'document.archived': (document, { at }) => {
    const live = editionLocales(document).filter((locale) => editionOf(document, locale).live !== undefined);
    if (live.length > 0) return refuse('document.live', { locale: live.join(', ') });
    return next(document, at, { archived: true });
  },

  'translation.requested': (document, { jobId, locales, provider, total, at, by }) => {
    const unknown = locales.find((locale) => !document.to.includes(locale));
    if (unknown !== undefined) return refuse('locale.unknown', { locale: unknown });
    const taken = locales.find((locale) => runningLocales(document).includes(locale));
    if (taken !== undefined) return refuse('job.running', { locale: taken });
    if (total === 0) return refuse('job.nothing-to-translate');
    const job: Job = {
      id: jobId,
      locales,
      total,
      requestedAt: at,
      by,
      status: 'running',
      ...(provider && { provider }),
    };
    return next(document, at, { jobs: [...document.jobs, job] });
  },

  'translation.cancelled': (document, { jobId, at }) => endJob(document, jobId, at, { status: 'cancelled' }),

  'translation.finished': (document, { jobId, fault, at }) =>
    endJob(document, jobId, at, fault ? { status: 'stopped', fault } : { status: 'finished' }),

  'translation.failed': (document, { jobId, locale, segmentIds, fault, at }) => {
    const targets = targetsOf(document, locale).slice();
    for (const segmentId of segmentIds) {
      const ordinal = ordinalOf(document.source, segmentId);
      if (ordinal === undefined) return refuse('segment.unknown', { segmentId });
      const target = targets[ordinal] ?? untouched;
      if (target.state === 'untranslated') targets[ordinal] = { ...target, fault: { ...fault, jobId } };
    }
    return next(document, at, { targets: { ...document.targets, [locale]: targets } });
  },

  'target.drafted': changeTarget,
  'target.edited': changeTarget,
  'target.reviewed': changeTarget,
  'target.approved': changeTarget,
  'target.returned': changeTarget,
  'target.reopened': changeTarget,

  'edition.published': (document, decision, hash) => {
    const outcome = decidePublication(document, decision, hash);
    return outcome.ok ? withEdition(document, decision, outcome.edition) : outcome;
  },

  'edition.withdrawn': (document, decision) => {
    const { live, publications } = editionOf(document, decision.locale);
    if (live === undefined) return refuse('edition.not-published');
    return withEdition(document, decision, { publications });
  },

  'edition.rolled-back': (document, decision) => {
    const { live, publications } = editionOf(document, decision.locale);
    if (!publications.some(({ n }) => n === decision.to)) return refuse('publication.unknown', { n: decision.to });
    if (live === decision.to) return refuse('edition.unchanged');
    return withEdition(document, decision, { publications, live: decision.to });
  },
};

/**
 * The document after a decision. `undefined` is the document before its import.
 * Refusals: whatever the decision's rule says, document.unknown, document.exists, document.archived.
 */
export function decide(document: DocumentState | undefined, decision: DocumentDecision, hash: Hash): Outcome {
  if (decision.kind === 'document.imported') {
    return document ? refuse('document.exists') : { ok: true, next: imported(decision) };
  }
  if (document === undefined) return refuse('document.unknown');
  if (document.archived) return refuse('document.archived');
  return rules[decision.kind](document, decision as never, hash);
}

function imported(decision: DecisionHead & Extract<DocumentChange, { kind: 'document.imported' }>): DocumentState {
  const { documentId, slug, to, original, source, at, by } = decision;
  return {
    id: documentId,
    slug,
    to,
    original,
    importedAt: at,
    importedBy: by,
    changedAt: at,
    archived: false,
    source,
    targets: {},
    editions: {},
    jobs: [],
  };
}

function changeTarget(document: DocumentState, decision: TargetDecision): Outcome {
  const { locale, segmentId, at } = decision;
  if (!document.to.includes(locale)) return refuse('locale.unknown', { locale });
  const ordinal = ordinalOf(document.source, segmentId);
  const segment = ordinal === undefined ? undefined : document.source.segments[ordinal];
  if (ordinal === undefined || segment === undefined) return refuse('segment.unknown', { segmentId });
  const outcome = decideTarget(targetOf(document, locale, ordinal), segment, decision);
  if (!outcome.ok) return outcome;
  const targets = targetsOf(document, locale).with(ordinal, outcome.target);
  return next(document, at, { targets: { ...document.targets, [locale]: targets } });
}

function endJob(document: DocumentState, jobId: string, at: string, end: Partial<Job>): Outcome {
  const job = document.jobs.find(({ id }) => id === jobId);
  if (job === undefined) return refuse('job.unknown', { jobId });
  if (job.status !== 'running') return refuse('job.finished');
  return next(document, at, { jobs: document.jobs.with(document.jobs.indexOf(job), { ...job, ...end }) });
}

function targetsOf(document: DocumentState, locale: Locale): readonly Target[] {
  return document.targets[locale] ?? document.source.segments.map(() => untouched);
}

function withEdition(
  document: DocumentState,
  { locale, at }: { locale: Locale; at: string },
  edition: Edition,
): Outcome {
  return next(document, at, { editions: { ...document.editions, [locale]: edition } });
}

function next(document: DocumentState, at: string, change: Partial<DocumentState>): Outcome {
  return { ok: true, next: { ...document, ...change, changedAt: at } };
}
