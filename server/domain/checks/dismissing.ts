/**
 * May a finding be dismissed, or taken up again? Whether the check still finds it is not asked: a dismissal whose text or
 * segment is gone is simply dead. But an error is dismissed in its own segment and with a reason, never for a whole
 * edition.
 */
import type { CheckDismissed, CheckReinstated } from '../decision.ts';
import { ordinalOf, type DocumentState } from '../document.ts';
import { editionLocales } from '../edition.ts';
import { refuse, type Refusal } from '../errors.ts';
import { spanOf } from '../spans.ts';
import { longestTarget } from '../workflow.ts';
import { checks } from './checks.ts';
import { longestReason } from './dismissal.ts';
import { errorsIn } from './open-errors.ts';

/**
 * Why a dismissal is not taken. Refusals: locale.unknown, segment.unknown, check.unknown, target.too-long,
 * comment.too-long, target.not-well-formed, check.reason-missing (an error without a reason, or for the whole edition).
 */
export function dismissalObjection(document: DocumentState, decision: CheckDismissed): Refusal | undefined {
  const { locale, segmentId, check, marked, reason = '' } = decision;
  if (!editionLocales(document).includes(locale)) return refuse('locale.unknown', { locale });
  if (segmentId !== undefined && ordinalOf(document.source, segmentId) === undefined) {
    return refuse('segment.unknown', { segmentId });
  }
  if (!checks.some(({ id }) => id === check)) return refuse('check.unknown', { check });
  if (marked.length > longestTarget) return refuse('target.too-long', { limit: longestTarget });
  if (reason.length > longestReason) return refuse('comment.too-long', { limit: longestReason });
  if (![marked, reason].every((text) => text.isWellFormed())) return refuse('target.not-well-formed');
  if (!isError(document, decision)) return undefined;
  return segmentId !== undefined && reason.trim() !== '' ? undefined : refuse('check.reason-missing');
}

/** Why a finding is not taken up again. Refusals: check.not-dismissed. */
export function reinstatementObjection(
  { dismissals = [] }: DocumentState,
  { segmentId, locale, check, marked }: CheckReinstated,
): Refusal | undefined {
  const isThere = dismissals.some(
    (one) => one.segmentId === segmentId && one.locale === locale && one.check === check && one.marked === marked,
  );
  return isThere ? undefined : refuse('check.not-dismissed');
}

/** For a whole edition the check is what counts; in a segment, what it finds there: some weigh less than their check. */
function isError(document: DocumentState, { locale, segmentId, check, marked }: CheckDismissed): boolean {
  if (segmentId === undefined) return checks.some(({ id, severity }) => id === check && severity === 'error');
  const span = spanOf(document, locale, segmentId);
  const errors = span ? errorsIn(document, locale, span) : [];
  return errors.some((error) => error.check === check && error.marked === marked);
}
