/**
 * Dismissals: somebody has looked at what a check found and lets it stand. One belongs to the check, the segment and the
 * very text that the finding marks, so it lasts exactly as long as that text does: another hit of the same check in the
 * same segment is a new question, and a change elsewhere in the segment asks none again. Rejected: places in the text as
 * the key, which every edit before them would move.
 */
import type { Dismissal } from '../document.ts';
import type { Span } from '../language/fold.ts';
import type { Finding, Found } from './check.ts';
import type { Subject } from './subject.ts';

/** The longest reason, in UTF-16 units. */
export const longestReason = 2000;

/**
 * The text that a finding marks, joined by U+0000. Where it marks none of the target: all of that, codes too, and what it
 * marks in the source, so that of two things that are missing each has a dismissal of its own.
 */
export function markedText(
  { source, target }: Pick<Subject, 'source' | 'target'>,
  { spans, sourceSpans = [] }: Pick<Found, 'spans' | 'sourceSpans'>,
): string {
  if (spans.length > 0) return slicesOf(target.raw, spans).join('\0');
  // Added, not joined: of a long text with thousands of such findings, each then shares the text.
  return slicesOf(source.raw, sourceSpans).reduce((marked, slice) => `${marked}\0${slice}`, target.raw);
}

function slicesOf(text: string, spans: readonly Span[]): string[] {
  return spans.map(([start, end]) => text.slice(start, end));
}

type Dismissible = Pick<Finding, 'check' | 'severity' | 'segmentId'>;

/** Whether a finding was dismissed, by the dismissals of its edition (`dismissalOf`). */
export function isDismissed(finding: Dismissible, marked: string, dismissals: readonly Dismissal[]): boolean {
  return dismissalOf(finding, marked, dismissals) !== undefined;
}

/**
 * By which of its edition's dismissals a finding is dismissed: in its segment, or in the whole edition. An error only in
 * its own segment and with a reason, whatever its dismissal says.
 */
export function dismissalOf(
  { check, severity, segmentId }: Dismissible,
  marked: string,
  dismissals: readonly Dismissal[],
): Dismissal | undefined {
  return dismissals.find(
    (one) =>
      one.check === check &&
      one.marked === marked &&
      (one.segmentId === undefined ? severity !== 'error' : one.segmentId === segmentId) &&
      (severity !== 'error' || (one.reason ?? '').trim() !== ''),
  );
}
