/**
 * May this be published? The store asks it on the newest state, so a target that moved since the editor looked is found
 * here however late. Three ways lead to readers, and each lists only what is approved at that moment:
 *
 *   the draft       every paragraph as it stands, with the details that stand around it
 *   a plan          the same, by itself: `plan.ts`; while a plan holds an edition back, no hand publishes it alone
 *   a correction    some paragraphs as they stand, all others as readers have them. A page is put together of both, so the
 *                   original must still be divided as it was, and no join may have begun or ended at those paragraphs.
 *                   It brings nothing forward, so no plan holds it back, and it ends none.
 */
import type { DecisionHead, EditionPublished, EditionRolledBack, EditionWithdrawn } from './decision.ts';
import { isTranslatable, type DocumentState, type Hash, type Publication, type SegmentId } from './document.ts';
import {
  blockerIn,
  blockers,
  detailsOf,
  editionLocales,
  editionOf,
  isSame,
  isUnchanged,
  livePublication,
  publicationTargets,
} from './edition.ts';
import { refuse, type Refusal } from './errors.ts';
import type { Locale } from './locale.ts';
import { isDue, planOf } from './plan.ts';
import { spanOf, spansOf, type Span } from './spans.ts';

type Publishing = DecisionHead & EditionPublished;

/**
 * Why a publication is not taken.
 * Refusals: locale.unknown, edition.held (it stands in a plan that this does not carry out, or not yet), edition.stale
 * (what it lists is not what stands there), edition.blocked, edition.unchanged; of a correction also
 * edition.not-published, edition.not-correctable.
 */
export function publicationObjection(document: DocumentState, decision: Publishing, hash: Hash): Refusal | undefined {
  const { locale } = decision;
  if (!editionLocales(document).includes(locale)) return refuse('locale.unknown', { locale });
  return decision.corrects
    ? objectionToCorrection(document, decision, decision.corrects, hash)
    : objectionToDraft(document, decision, hash);
}

/** Refusals: edition.held (a plan would bring it back), edition.not-published. */
export function withdrawalObjection(document: DocumentState, { locale }: EditionWithdrawn): Refusal | undefined {
  if (editionOf(document, locale).live === undefined) return refuse('edition.not-published');
  return planOf(document, locale) ? refuse('edition.held') : undefined;
}

/** Refusals: edition.held, edition.unchanged. */
export function rollBackObjection(document: DocumentState, { locale, to }: EditionRolledBack): Refusal | undefined {
  if (planOf(document, locale)) return refuse('edition.held');
  return editionOf(document, locale).live === to ? refuse('edition.unchanged') : undefined;
}

function objectionToDraft(document: DocumentState, decision: Publishing, hash: Hash): Refusal | undefined {
  const { locale, at, plan: planId, sourceVersion, targets, details } = decision;
  const plan = planOf(document, locale);
  if (plan?.id !== planId || (plan && !isDue(plan, at))) return refuse('edition.held');
  const blocking = blockers(document, locale, hash);
  if (blocking.length > 0) return refuse('edition.blocked', { count: blocking.length });
  const isCurrent =
    sourceVersion === document.source.version &&
    isSame(targets, publicationTargets(document, locale)) &&
    isSame(details ?? {}, detailsOf(document, locale));
  if (!isCurrent) return refuse('edition.stale');
  return isUnchanged(document, locale) ? refuse('edition.unchanged') : undefined;
}

function objectionToCorrection(
  document: DocumentState,
  { locale, plan, sourceVersion, targets, details }: Publishing,
  corrects: readonly SegmentId[],
  hash: Hash,
): Refusal | undefined {
  const live = livePublication(document, locale);
  if (live === undefined) return refuse('edition.not-published');
  if (plan !== undefined) return refuse('edition.held');
  const spans = corrects.map((segmentId) => spanOf(document, locale, segmentId));
  const isPossible = spans.every((span) => span && canBeCorrected(document, locale, live, span));
  if (!isPossible || sourceVersion !== live.sourceVersion) return refuse('edition.not-correctable');
  const blocking = spans.filter((span) => span && blockerIn(document, locale, span, hash));
  if (blocking.length > 0) return refuse('edition.blocked', { count: blocking.length });
  const isCurrent =
    isSame(targets, correctedTargets(document, locale, live, corrects)) && isSame(details, live.details);
  if (!isCurrent) return refuse('edition.stale');
  return isSame(targets, live.targets) ? refuse('edition.unchanged') : undefined;
}

/** What a correction lists: what readers see, and these paragraphs as they stand. */
export function correctedTargets(
  document: DocumentState,
  locale: Locale,
  { targets }: Publication,
  corrects: readonly SegmentId[],
): Publication['targets'] {
  const corrected = new Set(corrects);
  return targets.map(([segmentId, revision]) => {
    const target = corrected.has(segmentId) ? spanOf(document, locale, segmentId)?.target : undefined;
    return [segmentId, target?.revision ?? revision] as const;
  });
}

/**
 * The paragraphs that could ship alone: decided upon since readers got theirs, nothing blocks them, and the page can be
 * put together of them and the rest. In reading order.
 */
export function correctableSegments(document: DocumentState, locale: Locale, hash: Hash): SegmentId[] {
  const live = livePublication(document, locale);
  if (live === undefined) return [];
  const revisions = new Map(live.targets);
  return spansOf(document, locale)
    .filter((span) => revisions.get(span.segment.id) !== span.target.revision)
    .filter((span) => canBeCorrected(document, locale, live, span) && !blockerIn(document, locale, span, hash))
    .map(({ segment }) => segment.id);
}

/**
 * Whether the page could be put together of what readers see and of this span: their page has a paragraph there that
 * begins and ends with the same segments. What a publication lists says where its paragraphs began.
 */
function canBeCorrected({ source }: DocumentState, locale: Locale, live: Publication, span: Span): boolean {
  if (locale === source.locale || live.sourceVersion !== source.version) return false;
  const listed = new Set(live.targets.map(([segmentId]) => segmentId));
  const [first, ...rest] = span.segments;
  const next = source.segments[span.ordinal + span.segments.length];
  const beganThere = first !== undefined && listed.has(first.id) && span.target.coveredBy === undefined;
  const endedThere = next === undefined || !isTranslatable(next) || listed.has(next.id);
  return beganThere && endedThere && !rest.some(({ id }) => listed.has(id));
}
