/**
 * Errors that nobody has dismissed: what keeps a target from being approved, and an edition from being published. Only
 * checks that can find errors are asked, and once for a text as it stands: the answer is kept beside the segment, so that
 * approving, then publishing, thousands of segments asks them once.
 *
 * They are asked under the defaults of the language: what a house has chosen is a matter of style, and no error hangs
 * upon it. So a decision needs to know of no other stream than its document's.
 */
import { isTranslatable, type Dismissal, type DocumentState, type Segment, type SegmentId } from '../document.ts';
import type { Locale } from '../locale.ts';
import { defaultPolicies, type Policy } from '../policy.ts';
import type { Span } from '../spans.ts';
import type { TermIndex } from '../terms/term-index.ts';
import type { Check, Finding } from './check.ts';
import { checks } from './checks.ts';
import { isDismissed, markedText } from './dismissal.ts';
import { canBeError, checkSegment } from './run.ts';
import { noText, sideOf, subjectOf, type Subject } from './subject.ts';

/** A finding with the text that it marks, by which it is dismissed. */
export interface MarkedFinding extends Finding {
  readonly marked: string;
}

type Text = Pick<Span, 'segment' | 'target'>;

/**
 * The errors in the text of an edition: of a target beside its source; of the source's own edition, in the source.
 * Dismissed ones are left out, and all of a target that was approved with a reason.
 */
export function openErrors(document: DocumentState, locale: Locale, text: Text): readonly MarkedFinding[] {
  if (isExcused(document, locale, text)) return [];
  const errors = errorsIn(document, locale, text);
  if (errors.length === 0) return errors;
  const dismissals = dismissalsAt(document, locale, text.segment.id);
  return errors.filter((error) => !isDismissed(error, error.marked, dismissals));
}

/** Everything that is dismissed in a segment of an edition, with what is in the edition as a whole. */
export function dismissalsAt(
  { dismissals }: DocumentState,
  locale: Locale,
  segmentId: SegmentId,
): readonly Dismissal[] {
  if (dismissals === undefined) return [];
  const index = ofSegments(dismissals);
  const here = [...(index.get(segmentId) ?? []), ...(index.get(undefined) ?? [])];
  return here.filter((one) => one.locale === locale);
}

/** All errors in a text, dismissed or not. */
export function errorsIn({ source }: DocumentState, locale: Locale, text: Text): readonly MarkedFinding[] {
  const { segment, target } = text;
  const isSource = locale === source.locale;
  const words = isSource ? segment.text : target.text;
  if (!isTranslatable(segment) || words.trim() === '') return none;
  const known = knownOf(segment);
  const last = known.get(locale);
  if (last?.text === words) return last.errors;
  const errors = isSource
    ? errorsOf(sourceSubject(segment, locale), errorChecksOfOneSide)
    : errorsOf(targetSubject(text, source.locale, locale), errorChecks);
  known.set(locale, { text: words, errors });
  return errors;
}

/** A target beside its source as checks see them; without terms those about terms are silent. */
export function targetSubject(
  { segment, target }: Text,
  from: Locale,
  to: Locale,
  policy: Policy = defaultPolicies[to],
  terms?: TermIndex,
): Subject {
  const { id: segmentId, kind } = segment;
  const { text, state, origin } = target;
  return subjectOf({
    segmentId,
    kind,
    from,
    to,
    source: segment,
    target: text,
    policy,
    state,
    ...(terms && { terms }),
    ...(origin && { origin }),
  });
}

/** A source as checks of one side see it: a text in its own language that stands beside none. */
export function sourceSubject(segment: Segment, locale: Locale, policy: Policy = defaultPolicies[locale]): Subject {
  return {
    segmentId: segment.id,
    kind: segment.kind,
    source: noText(locale),
    target: sideOf(locale, segment),
    policy,
    state: 'approved',
  };
}

const errorChecks = checks.filter(canBeError);
const errorChecksOfOneSide = errorChecks.filter(({ ofOneSide }) => ofOneSide !== undefined);
const none: readonly MarkedFinding[] = [];

function isExcused(document: DocumentState, locale: Locale, { target }: Text): boolean {
  return locale !== document.source.locale && target.state === 'approved' && target.dismissed !== undefined;
}

const bySegment = new WeakMap<readonly Dismissal[], ReadonlyMap<SegmentId | undefined, readonly Dismissal[]>>();

function ofSegments(dismissals: readonly Dismissal[]): ReadonlyMap<SegmentId | undefined, readonly Dismissal[]> {
  const index = bySegment.get(dismissals) ?? Map.groupBy(dismissals, ({ segmentId }) => segmentId);
  bySegment.set(dismissals, index);
  return index;
}

interface Known {
  readonly text: string;
  readonly errors: readonly MarkedFinding[];
}

/** What was found in the last text that stood beside a segment, by locale. */
const found = new WeakMap<Segment, Map<Locale, Known>>();

function knownOf(segment: Segment): Map<Locale, Known> {
  const known = found.get(segment) ?? new Map<Locale, Known>();
  found.set(segment, known);
  return known;
}

function errorsOf(subject: Subject, table: readonly Check[]): readonly MarkedFinding[] {
  const errors = checkSegment(subject, table).filter(({ severity }) => severity === 'error');
  return errors.length === 0 ? none : errors.map((one) => ({ ...one, marked: markedText(subject, one) }));
}
