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

/** The draft as it stands, as a publication. */
export function publicationOf(document: DocumentState, locale: Locale): EditionPublished {
  const details = detailsOf(document, locale);
  return {
    kind: 'edition.published',
    locale,
    sourceVersion: document.source.version,
    targets: publicationTargets(document, locale),
    ...(Object.keys(details).length > 0 && { details }),
  };
}

/**
 * What somebody has seen who is shown what publishing would change: what readers have, and all that would be frozen. Another
 * mark means that something was decided since. Of anything but equal marks it says nothing.
 */
export function publishingMark(document: DocumentState, locale: Locale, hash: Hash): string {
  const { sourceVersion, targets, details = {} } = publicationOf(document, locale);
  return hash(JSON.stringify([editionOf(document, locale).live ?? 0, sourceVersion, targets, details]));
}

/** What readers see with these paragraphs as they stand, as a publication; undefined where readers see nothing. */
export function correctionOf(
  document: DocumentState,
  locale: Locale,
  corrects: readonly SegmentId[],
): EditionPublished | undefined {
  const live = livePublication(document, locale);
  if (live === undefined) return undefined;
  const { sourceVersion, details } = live;
  const corrected = new Set(corrects);
  const targets = live.targets.map(([segmentId, revision]) => {
    const target = corrected.has(segmentId) ? spanOf(document, locale, segmentId)?.target : undefined;
    return [segmentId, target?.revision ?? revision] as const;
  });
  return { kind: 'edition.published', locale, sourceVersion, targets, ...(details && { details }), corrects };
}

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
  const { locale, at, plan: planId } = decision;
  const plan = planOf(document, locale);
  if (plan?.id !== planId || (plan && !isDue(plan, at))) return refuse('edition.held');
  const blocking = blockers(document, locale, hash);
  if (blocking.length > 0) return refuse('edition.blocked', { count: blocking.length });
  if (!freezesSame(decision, publicationOf(document, locale))) return refuse('edition.stale');
  return isUnchanged(document, locale) ? refuse('edition.unchanged') : undefined;
}

function objectionToCorrection(
  document: DocumentState,
  decision: Publishing,
  corrects: readonly SegmentId[],
  hash: Hash,
): Refusal | undefined {
  const { locale } = decision;
  const live = livePublication(document, locale);
  if (live === undefined) return refuse('edition.not-published');
  const listed = new Set(live.targets.map(([segmentId]) => segmentId));
  const spans = corrects.map((segmentId) => spanOf(document, locale, segmentId));
  const isPossible =
    isOfSameSource(document, live) && spans.every((span) => span && isParagraphOf(listed, document, span));
  if (!isPossible || decision.plan !== undefined) return refuse('edition.not-correctable');
  const blocking = spans.filter((span) => span && blockerIn(document, locale, span, hash));
  if (blocking.length > 0) return refuse('edition.blocked', { count: blocking.length });
  const correction = correctionOf(document, locale, corrects);
  if (correction === undefined || !freezesSame(decision, correction)) return refuse('edition.stale');
  return isSame(decision.targets, live.targets) ? refuse('edition.unchanged') : undefined;
}

/** Whether two publications show readers the same. */
function freezesSame(one: EditionPublished, other: EditionPublished): boolean {
  const frozen = ({ sourceVersion, targets, details = {} }: EditionPublished) => [sourceVersion, targets, details];
  return isSame(frozen(one), frozen(other));
}

/**
 * The paragraphs that could ship alone: decided upon since readers got theirs, nothing blocks them, and the page can be
 * put together of them and the rest. In reading order.
 */
export function correctableSegments(document: DocumentState, locale: Locale, hash: Hash): SegmentId[] {
  const live = livePublication(document, locale);
  if (live === undefined || !isOfSameSource(document, live)) return [];
  const revisions = new Map(live.targets);
  return spansOf(document, locale)
    .filter(({ segment, target }) => (revisions.get(segment.id) ?? target.revision) !== target.revision)
    .filter((span) => isParagraphOf(revisions, document, span) && !blockerIn(document, locale, span, hash))
    .map(({ segment }) => segment.id);
}

/** Whether the original still says what a publication was made of, divided as it was. */
function isOfSameSource({ source }: DocumentState, { sourceVersion }: Publication): boolean {
  return source.version === sourceVersion;
}

/**
 * Whether a page has a paragraph that begins and ends with the same segments as this span. What a publication lists says
 * where its paragraphs began; the source's own edition lists nothing, and nothing of it ships alone.
 */
function isParagraphOf(
  listed: { readonly has: (segmentId: SegmentId) => boolean },
  { source }: DocumentState,
  { segments: [first, ...rest], ordinal, target }: Span,
): boolean {
  const next = source.segments[ordinal + 1 + rest.length];
  const beginsThere = first !== undefined && target.coveredBy === undefined && listed.has(first.id);
  const endsThere = next === undefined || !isTranslatable(next) || listed.has(next.id);
  return beginsThere && endsThere && !rest.some(({ id }) => listed.has(id));
}
