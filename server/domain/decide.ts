/**
 * May a new decision be taken? Stores ask on the newest state they hold, and a decision that does not fit there is
 * never written. What an accepted decision then does stands in `transition.ts`, apart: replay asks no objections.
 * Nothing that is given is changed.
 */
import { dismissalObjection, reinstatementObjection } from './checks/dismissing.ts';
import { openErrors } from './checks/open-errors.ts';
import { commentObjection, resolutionObjection } from './comments.ts';
import type {
  DecisionHead,
  DocumentChange,
  DocumentDecision,
  ReshapingDecision,
  SourceDecision,
  TargetDecision,
} from './decision.ts';
import { ordinalOf, targetOf, type DocumentState, type Hash, type Target } from './document.ts';
import { editionLocales, editionOf } from './edition.ts';
import { refuse, type Refusal } from './errors.ts';
import { runningLocales } from './job.ts';
import type { Locale } from './locale.ts';
import { planObjection, planOf } from './plan.ts';
import { publicationObjection, rollBackObjection, withdrawalObjection } from './publishing.ts';
import { reshape } from './reshape.ts';
import { carriedLocales, reshapeSource } from './reshape-source.ts';
import { spanOf, type Span } from './spans.ts';
import { apply, type LaterKind, type Outcome } from './transition.ts';
import { targetObjection } from './workflow.ts';

export type { Outcome } from './transition.ts';

type Objection<K extends LaterKind> = (
  document: DocumentState,
  decision: DecisionHead & Extract<DocumentChange, { kind: K }>,
  hash: Hash,
) => Refusal | undefined;

const objections: { readonly [K in LaterKind]: Objection<K> } = {
  'document.changed': (document, { to }) => {
    const { locale } = document.source;
    if (to.includes(locale)) return refuse('import.same-locale', { locale });
    const kept = (Object.keys(document.targets) as Locale[]).filter(
      (locale) => !to.includes(locale) && hasWork(document, locale),
    );
    if (kept.length > 0) return refuse('document.live', { locale: kept.join(', ') });
    const planned = document.to.filter((locale) => !to.includes(locale) && planOf(document, locale));
    return planned.length > 0 ? refuse('document.planned', { locale: planned.join(', ') }) : undefined;
  },

  'document.tagged': () => undefined,
  'document.renamed': (document, { slug }) => (slug === document.slug ? refuse('document.same-slug') : undefined),

  'document.archived': (document) => {
    const live = editionLocales(document).filter((locale) => editionOf(document, locale).live !== undefined);
    return live.length > 0 ? refuse('document.live', { locale: live.join(', ') }) : undefined;
  },

  'document.restored': (document) => (document.archived ? undefined : refuse('document.not-archived')),

  'translation.requested': (document, { locales, total }) => {
    const unknown = locales.find((locale) => !document.to.includes(locale));
    if (unknown !== undefined) return refuse('locale.unknown', { locale: unknown });
    const taken = locales.find((locale) => runningLocales(document).includes(locale));
    if (taken !== undefined) return refuse('job.running', { locale: taken });
    return total === 0 ? refuse('job.nothing-to-translate') : undefined;
  },

  'translation.cancelled': objectionToEnd,
  'translation.finished': objectionToEnd,
  'translation.failed': () => undefined,

  'target.drafted': objectionToTarget,
  'target.edited': objectionToTarget,
  'target.reviewed': objectionToTarget,
  'target.approved': objectionToTarget,
  'target.returned': objectionToTarget,
  'target.reopened': objectionToTarget,
  'target.restored': objectionToPlacing,
  'target.split': objectionToReshaping,
  'target.joined': objectionToReshaping,
  'target.separated': objectionToReshaping,

  'source.split': objectionToSource,
  'source.joined': objectionToSource,

  'comment.added': commentObjection,
  'comment.resolved': resolutionObjection,
  'comment.reopened': resolutionObjection,

  'check.dismissed': dismissalObjection,
  'check.reinstated': reinstatementObjection,
  'edition.policy-changed': (document, { locale }) =>
    editionLocales(document).includes(locale) ? undefined : refuse('locale.unknown', { locale }),

  'edition.described': (document, { locale }) =>
    editionLocales(document).includes(locale) ? undefined : refuse('locale.unknown', { locale }),
  'edition.planned': planObjection,
  'edition.plan-ended': (document, { planId }) =>
    document.plans?.some(({ id }) => id === planId) ? undefined : refuse('plan.unknown'),

  'edition.published': publicationObjection,

  'edition.withdrawn': withdrawalObjection,

  'edition.rolled-back': rollBackObjection,
};

/**
 * The document after a new decision, or why it is not taken. `undefined` is the document before its import.
 * Refusals: whatever the decision's row says, document.archived, and what it cannot be done to (`apply`).
 */
export function decide(document: DocumentState | undefined, decision: DocumentDecision, hash: Hash): Outcome {
  if (document && decision.kind !== 'document.imported') {
    if (document.archived && decision.kind !== 'document.restored') return refuse('document.archived');
    const objection = objections[decision.kind](document, decision as never, hash);
    if (objection) return objection;
  }
  return apply(document, decision);
}

/** Whether anything was ever decided there but on the source. */
function hasWork(document: DocumentState, locale: Locale): boolean {
  const isTouched = (target: Target) => target.at !== undefined || target.fault !== undefined;
  return document.editions[locale] !== undefined || (document.targets[locale] ?? []).some(isTouched);
}

/**
 * Why a new decision by the workflow's table is not taken.
 * Refusals: locale.unknown, segment.unknown, those of `targetObjection`; of an approval without a reason check.open.
 */
export function objectionToTarget(document: DocumentState, decision: TargetDecision): Refusal | undefined {
  const { locale, segmentId } = decision;
  if (!document.to.includes(locale)) return refuse('locale.unknown', { locale });
  const span = spanOf(document, locale, segmentId);
  if (span === undefined) return refuse('segment.unknown', { segmentId });
  return targetObjection(span.target, span.segment, decision) ?? objectionOfChecks(document, span, decision);
}

/** An error that a check finds keeps a text from being approved, until it is dismissed or the approval says why. */
function objectionOfChecks(document: DocumentState, span: Span, decision: TargetDecision): Refusal | undefined {
  if (decision.kind !== 'target.approved' || decision.dismissed?.trim()) return undefined;
  // What excused an earlier approval excuses this one no more: it says nothing of why.
  const { dismissed: _, ...target } = span.target;
  const open = openErrors(document, decision.locale, { segment: span.segment, target });
  return open[0] && refuse('check.open', { check: open[0].check, count: open.length });
}

/** Targets that are put in place are one revision further than what stands there: nothing came between. */
function objectionToPlacing(document: DocumentState, { locale, targets }: ReshapingDecision): Refusal | undefined {
  if (!document.to.includes(locale)) return refuse('locale.unknown', { locale });
  for (const [segmentId, target] of targets) {
    const ordinal = ordinalOf(document.source, segmentId);
    if (ordinal === undefined) return refuse('segment.unknown', { segmentId });
    const { revision } = targetOf(document, locale, ordinal);
    if (target.revision !== revision + 1) return refuse('target.stale', { revision });
  }
  return undefined;
}

/** The targets that a reshaping leads to are those that its rules give on this very state. */
function objectionToReshaping(
  document: DocumentState,
  decision: Exclude<ReshapingDecision, { kind: 'target.restored' }>,
  hash: Hash,
): Refusal | undefined {
  const stale = objectionToPlacing(document, decision);
  if (stale) return stale;
  const reshaped = reshape(document, decision, hash);
  if (!reshaped.ok) return reshaped;
  return JSON.stringify(reshaped.targets) === JSON.stringify(decision.targets) ? undefined : refuse('target.stale');
}

/**
 * A new version of the source follows the present one, says for every edition what becomes of its targets, each further
 * than the one that stands there, and is what its rules give on this very state. An undo was worked out from the history
 * instead: that its targets still are as it found them, its commit expects.
 */
function objectionToSource(document: DocumentState, decision: SourceDecision, hash: Hash): Refusal | undefined {
  const { replaces, segments, version, targets, undoes } = decision;
  if (version !== document.source.version + 1) return refuse('source.stale');
  if (segments.length === 0) return refuse('decision.reused');
  const kept = replaces.filter((id) => segments.some((segment) => segment.id === id));
  for (const locale of carriedLocales(document)) {
    const placed = new Map(targets[locale]);
    if (kept.some((id) => !placed.has(id))) return refuse('source.stale');
    for (const [segmentId, { revision }] of placed) {
      const now = spanOf(document, locale, segmentId)?.target.revision ?? 0;
      if (revision <= now) return refuse('target.stale', { revision: now });
    }
  }
  if (undoes !== undefined) return undefined;
  const { ok, ...reshaped } = reshapeSource(document, decision, hash);
  if (!ok) return { ok, ...reshaped } as Refusal;
  const said = { version, replaces, segments, targets };
  return JSON.stringify(reshaped) === JSON.stringify(said) ? undefined : refuse('source.stale');
}

function objectionToEnd({ jobs }: DocumentState, { jobId }: { jobId: string }): Refusal | undefined {
  const job = jobs.find(({ id }) => id === jobId);
  return job && job.status !== 'running' ? refuse('job.finished') : undefined;
}
