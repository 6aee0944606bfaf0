/**
 * What an accepted decision does to a document: (state, decision) → next state. Replaying a journal is folding this
 * function over it. It asks no rule: whether a decision may be taken is asked once, when it is new (`decide.ts`), so
 * that a rule which becomes stricter never refuses what was acknowledged under the old one. What it cannot do (a
 * decision about a segment or a job that is not there: `damage.ts`) is no rule but a damaged journal, and refused as such.
 */
import { withComment, withResolution, withSegmentsReplaced } from './comments.ts';
import {
  damageAt,
  damageInEditions,
  damageInLocale,
  damageInPublication,
  damageInTargets,
  damageInVersion,
} from './damage.ts';
import type {
  CommentReopened,
  CommentResolved,
  DecisionHead,
  DocumentChange,
  DocumentDecision,
  EditionPublished,
  ReshapingDecision,
  SourceDecision,
  TargetDecision,
} from './decision.ts';
import {
  ordinalOf,
  targetOf,
  untouched,
  type Dismissal,
  type DocumentState,
  type Edition,
  type Job,
  type Publication,
  type Target,
} from './document.ts';
import { editionOf } from './edition.ts';
import { refuse, type Refusal } from './errors.ts';
import type { Locale } from './locale.ts';
import { targetAfter } from './workflow.ts';

export type Outcome = { readonly ok: true; readonly next: DocumentState } | Refusal;

/** Every kind but the first, which makes the document. */
export type LaterKind = Exclude<DocumentChange['kind'], 'document.imported'>;

type Transition<K extends LaterKind> = (
  document: DocumentState,
  decision: DecisionHead & Extract<DocumentChange, { kind: K }>,
) => Outcome;

/** To add a kind, add its row here and its objections in `decide.ts`. */
const transitions: { readonly [K in LaterKind]: Transition<K> } = {
  'document.changed': (document, { to, at }) => next(document, at, { to }),
  'document.tagged': (document, { tags, at }) => next(document, at, { tags }),
  'document.renamed': (document, { slug, at }) => next(document, at, renamed(document, slug)),
  // What was to be published by itself is not, once it lies in the archive.
  'document.archived': (document, { at }) => {
    const { plans: _, ...kept } = document;
    return next(kept, at, { archived: true });
  },
  // Whatever was running has found the archive and stopped.
  'document.restored': (document, { at }) => next(document, at, { archived: false, jobs: document.jobs.map(asOver) }),

  'translation.requested': (document, { jobId, locales, provider, total, at, by }) => {
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
    const damage = damageInLocale(document.source, locale);
    if (damage) return damage;
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
  'target.restored': placeTargets,
  'target.split': placeTargets,
  'target.joined': placeTargets,
  'target.separated': placeTargets,

  'source.split': replaceSegments,
  'source.joined': replaceSegments,

  'comment.added': (document, decision) =>
    damageAt(document.source, decision) ??
    withThreads(document, decision, withComment(document.threads ?? [], decision)),
  'comment.resolved': changeResolution,
  'comment.reopened': changeResolution,

  'check.dismissed': (document, { segmentId, locale, check, marked, reason, by, at }) => {
    const dismissal = { ...(segmentId && { segmentId }), locale, check, marked, ...(reason && { reason }), by, at };
    return next(document, at, { dismissals: [...withoutDismissal(document, dismissal), dismissal] });
  },
  'check.reinstated': (document, decision) =>
    next(document, decision.at, { dismissals: withoutDismissal(document, decision) }),
  'edition.policy-changed': (document, { locale, changes, at }) =>
    next(document, at, { policies: { ...document.policies, [locale]: changes } }),

  'edition.described': (document, { locale, details, at }) =>
    damageInEditions([locale]) ?? next(document, at, { details: { ...document.details, [locale]: details } }),
  'edition.planned': (document, { id, locales, notBefore, at, by }) =>
    damageInEditions(locales) ??
    next(document, at, {
      plans: [...(document.plans ?? []), { id, locales, ...(notBefore && { notBefore }), by, madeAt: at }],
    }),
  'edition.plan-ended': (document, { planId, at }) => {
    const { plans = [], ...kept } = document;
    const others = plans.filter(({ id }) => id !== planId);
    if (others.length === plans.length) return refuse('plan.unknown');
    return next(kept, at, others.length > 0 ? { plans: others } : {});
  },

  'edition.published': (document, decision) =>
    damageInPublication(document, decision) ??
    withEdition(document, decision, published(editionOf(document, decision.locale), decision)),
  'edition.withdrawn': (document, decision) => {
    const { publications } = editionOf(document, decision.locale);
    return withEdition(document, decision, { publications });
  },
  'edition.rolled-back': (document, decision) => {
    const { publications } = editionOf(document, decision.locale);
    if (!publications.some(({ n }) => n === decision.to)) return refuse('publication.unknown', { n: decision.to });
    return withEdition(document, decision, { publications, live: decision.to });
  },
};

/**
 * The document after a decision that was accepted. `undefined` is the document before its import.
 * Refusals are damage: document.unknown, document.exists, job.unknown, comment.unknown, publication.unknown, and those
 * of `damage.ts`.
 */
export function apply(document: DocumentState | undefined, decision: DocumentDecision): Outcome {
  if (decision.kind === 'document.imported') {
    return document ? refuse('document.exists') : { ok: true, next: imported(decision) };
  }
  return document ? transitions[decision.kind](document, decision as never) : refuse('document.unknown');
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
  const damage = damageAt(document.source, decision);
  if (damage) return damage;
  const ordinal = ordinalOf(document.source, segmentId) ?? 0;
  const target = targetAfter(targetOf(document, locale, ordinal), decision);
  const targets = targetsOf(document, locale).with(ordinal, target);
  return next(document, at, { targets: { ...document.targets, [locale]: targets } });
}

function placeTargets(document: DocumentState, decision: ReshapingDecision): Outcome {
  const { locale, targets: placed, at } = decision;
  const damage = damageAt(document.source, decision) ?? damageInTargets(document.source, placed);
  if (damage) return damage;
  const targets = targetsOf(document, locale).slice();
  for (const [segmentId, target] of placed) targets[ordinalOf(document.source, segmentId) ?? 0] = target;
  return next(document, at, { targets: { ...document.targets, [locale]: targets } });
}

function withoutDismissal(
  { dismissals = [] }: DocumentState,
  { segmentId, locale, check, marked }: Pick<Dismissal, 'segmentId' | 'locale' | 'check' | 'marked'>,
): Dismissal[] {
  return dismissals.filter(
    (one) => one.segmentId !== segmentId || one.locale !== locale || one.check !== check || one.marked !== marked,
  );
}

function asOver(job: Job): Job {
  return job.status === 'running' ? { ...job, status: 'cancelled' } : job;
}

function replaceSegments(document: DocumentState, decision: SourceDecision): Outcome {
  const { replaces, segments, version, targets, at } = decision;
  const { source, threads } = document;
  const start = ordinalOf(source, replaces[0] ?? '') ?? 0;
  const gone = replaces.find((id, index) => source.segments[start + index]?.id !== id);
  if (replaces.length === 0 || gone !== undefined) return refuse('segment.unknown', { segmentId: gone ?? '' });
  const after = { ...source, version, segments: source.segments.toSpliced(start, replaces.length, ...segments) };
  const damage = damageInVersion(source, after, decision);
  if (damage) return damage;
  const locales = new Set([...Object.keys(document.targets), ...Object.keys(targets)] as Locale[]);
  const carried = Array.from(locales, (locale) => {
    const carried = new Map(targets[locale]);
    const inPlace = segments.map(({ id }) => carried.get(id) ?? untouched);
    return [locale, targetsOf(document, locale).toSpliced(start, replaces.length, ...inPlace)] as const;
  });
  return next(document, at, {
    source: after,
    targets: Object.fromEntries(carried),
    ...(threads && { threads: withSegmentsReplaced(threads, decision) }),
  });
}

function endJob(document: DocumentState, jobId: string, at: string, end: Partial<Job>): Outcome {
  const job = document.jobs.find(({ id }) => id === jobId);
  if (job === undefined) return refuse('job.unknown', { jobId });
  return next(document, at, { jobs: document.jobs.with(document.jobs.indexOf(job), { ...job, ...end }) });
}

function targetsOf(document: DocumentState, locale: Locale): readonly Target[] {
  return document.targets[locale] ?? document.source.segments.map(() => untouched);
}

function changeResolution(
  document: DocumentState,
  decision: DecisionHead & (CommentResolved | CommentReopened),
): Outcome {
  return withThreads(document, decision, withResolution(document.threads ?? [], decision));
}

function withThreads(document: DocumentState, { at }: DecisionHead, threads: DocumentState['threads']): Outcome {
  return threads ? next(document, at, { threads }) : refuse('comment.unknown');
}

function published(
  { publications }: Edition,
  { at, by, sourceVersion, targets, details, note }: EditionPublished & Pick<Publication, 'at' | 'by'>,
): Edition {
  const n = publications.length + 1;
  const frozen = { n, at, by, sourceVersion, targets, ...(details && { details }), ...(note && { note }) };
  return { publications: [...publications, frozen], live: n };
}

/** A name that readers may have kept goes on leading there; one that the document had before is its own again. */
function renamed({ slug: former, formerSlugs = [], editions }: DocumentState, slug: string): Partial<DocumentState> {
  const wasPublished = Object.values(editions).some(({ publications }) => publications.length > 0);
  const kept = formerSlugs.filter((one) => one !== slug && one !== former);
  return { slug, formerSlugs: wasPublished ? [...kept, former] : kept };
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
