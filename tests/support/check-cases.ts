/**
 * Cases of a check as a table: a row says what the check marks in a text, and what its fixes make of it. Every row also
 * holds the laws of findings: spans inside the text, in order and apart; fixes as safe as they claim; every value that
 * the sentence mentions.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Check, Finding, Fix, Severity } from '../../server/domain/checks/check.ts';
import { markedText } from '../../server/domain/checks/dismissal.ts';
import { applyFixes } from '../../server/domain/checks/fix.ts';
import { checkDocument, checkSegment } from '../../server/domain/checks/run.ts';
import { subjectOf, type Subject, type SubjectInput } from '../../server/domain/checks/subject.ts';
import type { Codes } from '../../server/domain/content.ts';
import type { Span } from '../../server/domain/language/fold.ts';
import { locales, type Locale } from '../../server/domain/locale.ts';
import { policyFor, type PolicyChanges } from '../../server/domain/policy.ts';

export interface TextPair extends Partial<
  Pick<SubjectInput, 'segmentId' | 'kind' | 'from' | 'state' | 'origin' | 'terms'>
> {
  readonly to: Locale;
  readonly source?: string;
  readonly target: string;
  readonly codes?: Codes;
  readonly policy?: PolicyChanges;
}

export interface CheckCase extends TextPair {
  /** Why the row is there. */
  readonly why?: string;
  /** What each finding marks (several spans joined by `|`); `''` is a finding about the whole text. Empty: silence. */
  readonly marks: readonly string[];
  /** Of each finding, where it is not the check's. */
  readonly severity?: Severity;
  /** The target after all fixes. */
  readonly fixed?: string;
}

/** One segment as checks see it. */
export function aSubject({ to, from, source = '', target, codes = {}, policy, ...rest }: TextPair): Subject {
  const content = { text: source, codes };
  return subjectOf({
    from: from ?? (to === 'en' ? 'he' : 'en'),
    to,
    source: content,
    target,
    policy: policyFor(to, policy),
    ...rest,
  });
}

/** What one check finds in one segment; of a check of whole texts, as if the segment were one. */
export function findingsOf(check: Check, pair: TextPair): Finding[] {
  const subject = aSubject(pair);
  return check.scope === 'segment' ? checkSegment(subject, [check]) : checkDocument([subject], [check]);
}

/** A test for each row. */
export function describeCheck(check: Check, cases: readonly CheckCase[]): void {
  describe(check.id, () => {
    it.each(cases.map((row) => [row.why ?? 'as told', row.source ?? '', row.target, row] as const))(
      '%s: %s → %s',
      (_why, _source, _target, row) => expectCase(check, row),
    );
  });
}

function expectCase(check: Check, row: CheckCase): void {
  const subject = aSubject(row);
  const found = findingsOf(check, row);
  expect(found.map((one) => (one.spans.length === 0 ? '' : markedText(subject, one).replaceAll('\0', '|')))).toEqual(
    row.marks,
  );
  for (const one of found) expect(one.severity).toBe(row.severity ?? check.severity);
  if (row.fixed !== undefined) expect(applyFixes(row.target, fixesOf(found))).toBe(row.fixed);
  expectLawful(subject, found);
}

/** What holds of all findings of one segment. */
export function expectLawful({ source, target }: Subject, found: readonly Finding[]): void {
  for (const { check, spans, sourceSpans = [], fix = [], params = {} } of found) {
    expect(areInOrder(spans, target.raw), `${check} marks ${JSON.stringify(spans)}`).toBe(true);
    expect(areInOrder(sourceSpans, source.raw), `${check} marks the source ${JSON.stringify(sourceSpans)}`).toBe(true);
    expect(
      areInOrder(
        fix.map(({ span }) => span),
        target.raw,
      ),
      `${check} mends ${JSON.stringify(fix)}`,
    ).toBe(true);
    for (const name of namesInSentence(check)) expect(params, `${check} mentions ${name}`).toHaveProperty([name]);
  }
}

export function fixesOf(found: readonly Finding[]): Fix[] {
  return found.flatMap(({ fix }) => (fix ? [fix] : []));
}

function areInOrder(spans: readonly Span[], text: string): boolean {
  return spans.every(([start, end], i) => start >= (spans[i - 1]?.[1] ?? 0) && end >= start && end <= text.length);
}

const sentences = locales.map(
  (locale) => (JSON.parse(readFileSync(`locales/${locale}.json`, 'utf8')) as { checks: Record<string, string> }).checks,
);

/** The values that a check's sentence mentions in any language. */
function namesInSentence(id: string): ReadonlySet<string> {
  const forms = sentences
    .flatMap((texts) => Object.entries(texts))
    .filter(([key]) => key === id || key.startsWith(`${id}_`));
  return new Set(forms.flatMap(([, text]) => Array.from(text.matchAll(/\{\{(\w+)\}\}/gu), ([, name = '']) => name)));
}
