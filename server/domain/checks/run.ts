/**
 * Runs checks: over one segment as somebody types, or over all of an edition. Pure; the desk and the server run the same.
 */
import type { Check, DocumentCheck, Finding, Found, SegmentCheck, Severity } from './check.ts';
import { checks } from './checks.ts';
import { severities } from './check.ts';
import { defaultPolicies } from '../policy.ts';
import { noText, type Subject } from './subject.ts';

/** What the checks of one segment find in it, in the order of the table. A text that nobody has begun has no faults. */
export function checkSegment(subject: Subject, table: readonly Check[] = checks): Finding[] {
  if (subject.state === 'untranslated') return [];
  const isBlank = isBlankText(subject);
  return table.flatMap((check) =>
    check.scope === 'segment' && (!isBlank || check.ofBlank) && concerns(check, subject)
      ? findings(check, subject)
      : [],
  );
}

/** What the checks of whole texts find, each finding at its segment. Blank targets are left out. */
export function checkDocument(subjects: readonly Subject[], table: readonly Check[] = checks): Finding[] {
  const written = subjects.filter((subject) => !isBlankText(subject));
  return table.flatMap((check) => (check.scope === 'document' ? acrossSegments(check, written) : []));
}

function acrossSegments(check: DocumentCheck, subjects: readonly Subject[]): Finding[] {
  const concerned = subjects.filter((subject) => concerns(check, subject));
  return check.find(concerned).map(({ at, ...found }) => asFinding(check, concerned[at]?.segmentId ?? '', found));
}

function findings(check: SegmentCheck, subject: Subject): Finding[] {
  const found = check.find(subject);
  if (found.length === 0) return [];
  const isInSource = check.ofOneSide === true && isBrokenInSource(check, subject);
  return found.map((one) => {
    const finding = asFinding(check, subject.segmentId, one);
    return isInSource ? { ...finding, severity: lowered(finding.severity), isInSource } : finding;
  });
}

/** The source as if it were a target in its own language, by that language's own policy. */
function isBrokenInSource(check: SegmentCheck, subject: Subject): boolean {
  const { source } = subject;
  if (source.text.trim() === '') return false;
  const itself = { ...subject, target: source, source: noText(source.locale), policy: defaultPolicies[source.locale] };
  return concerns(check, itself) && check.find(itself).length > 0;
}

function isBlankText({ target }: Subject): boolean {
  return target.text.trim() === '';
}

function concerns({ to }: Check, { target }: Subject): boolean {
  return to === undefined || to.includes(target.locale);
}

function asFinding(check: Check, segmentId: string, found: Found): Finding {
  const { id, severity } = check;
  const weight = found.severity === 'error' && !canBeError(check) ? 'warning' : found.severity;
  return { ...found, check: id, severity: weight ?? severity, segmentId };
}

/** Whether a check can keep a target from being approved: only those are asked then. */
export function canBeError({ scope, severity, mayBeError }: Check): boolean {
  return scope === 'segment' && (severity === 'error' || mayBeError === true);
}

/** One level less: error → warning → info; a matter of style stays one. */
function lowered(severity: Severity): Severity {
  return severity === 'style' ? severity : (severities[Math.min(severities.indexOf(severity) + 1, 2)] ?? severity);
}
