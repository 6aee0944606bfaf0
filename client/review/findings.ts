/**
 * What checks find in the open text, in the shape in which the desk shows it, wherever it does: in the line under the
 * editor, in both texts, in the side panel's list. Errors and warnings stand beside the text, what is only to be known
 * (`info`) in the panel, matters of style nowhere by themselves: they are counted, and mended for the whole text at once.
 */
import { severities, type Finding, type Fix, type Severity } from '../../server/domain/checks/check.ts';
import { dismissalOf, markedText } from '../../server/domain/checks/dismissal.ts';
import { subjectOf } from '../../server/domain/checks/subject.ts';
import type { Dismissal } from '../../server/domain/document.ts';
import type { Span } from '../../server/domain/language/fold.ts';
import { codeFaultOf, findingSentence } from '../checks/finding-words.ts';
import type { Translate } from '../i18n.ts';
import type { CheckInput } from './checks/check-now.ts';
import type { Checked } from './checks/checking.ts';
import { codeName } from './fault-words.ts';
import { missingPieces, type Pieces } from './missing-codes.ts';

/** What mends a finding: other words in the text, or pieces put in at the caret. */
export type Mending = { readonly changes: Fix } | { readonly pieces: Pieces };

export interface DeskFinding {
  /** The same for as long as the finding is the same. */
  readonly id: string;
  readonly segmentId: string;
  readonly check: string;
  readonly severity: Exclude<Severity, 'style'>;
  readonly sentence: string;
  readonly spans: readonly Span[];
  readonly sourceSpans: readonly Span[];
  /** The text that it is about: with the check, what a dismissal belongs to. */
  readonly marked: string;
  readonly mending?: { readonly label: string; readonly by: Mending };
}

export interface DismissedFinding extends DeskFinding {
  readonly dismissal: Dismissal;
}

/** What the desk has to say of a text. */
export interface Findings {
  /** What weighs most first, then in the order of the text; what has no place in it last. */
  readonly open: readonly DeskFinding[];
  /** What somebody lets stand. */
  readonly dismissed: readonly DismissedFinding[];
  /** So many matters of style. */
  readonly style: number;
  /** The checks have run; until then there is nothing to be said, not even that there is nothing. */
  readonly isChecked: boolean;
}

export const noFindings: Findings = { open: [], dismissed: [], style: 0, isChecked: false };

/** `dismissals`: those of the edition. */
export function findingsIn({ input, findings }: Checked, dismissals: readonly Dismissal[], t: Translate): Findings {
  const subject = subjectOf(input);
  const open: DeskFinding[] = [];
  const dismissed: DismissedFinding[] = [];
  const seen = new Map<string, number>();
  let style = 0;
  for (const finding of findings.toSorted(byWeightAndPlace)) {
    const marked = markedText(subject, finding);
    const dismissal = dismissalOf(finding, marked, dismissals);
    if (finding.severity === 'style') {
      if (!dismissal) style += 1;
      continue;
    }
    const name = `${finding.check} ${marked}`;
    const n = seen.get(name) ?? 0;
    seen.set(name, n + 1);
    const shown = deskFinding(finding, `${name} ${n}`, marked, input, t);
    if (dismissal) dismissed.push({ ...shown, dismissal });
    else open.push(shown);
  }
  return { open, dismissed, style, isChecked: true };
}

/** Those that keep the text from being approved. */
export function errorsOf({ open }: Pick<Findings, 'open'>): readonly DeskFinding[] {
  return open.filter(({ severity }) => severity === 'error');
}

/** What mends it is a code that is put in. */
export function insertsCode({ mending }: DeskFinding): boolean {
  return mending !== undefined && 'pieces' in mending.by;
}

/** What stands beside the text; in the panel all of it does. */
export function isBeside({ severity }: DeskFinding): boolean {
  return severity !== 'info';
}

/** A term's wrong word, which has a place, so comes before the right one, which has none yet. */
function byWeightAndPlace(one: Finding, other: Finding): number {
  return weightOf(one) - weightOf(other) || placeOf(one) - placeOf(other);
}

function weightOf({ severity }: Finding): number {
  return severities.indexOf(severity);
}

function placeOf({ spans: [first] }: Finding): number {
  return first?.[0] ?? Number.MAX_SAFE_INTEGER;
}

function deskFinding(finding: Finding, id: string, marked: string, input: CheckInput, t: Translate): DeskFinding {
  const { segmentId, check, severity, spans, sourceSpans = [] } = finding;
  const mending = mendingOf(finding, input, t);
  return {
    id,
    segmentId,
    check,
    severity: severity === 'style' ? 'info' : severity,
    sentence: findingSentence(finding, input.source.codes, t),
    spans,
    sourceSpans,
    marked,
    ...(mending && { mending }),
  };
}

function mendingOf(finding: Finding, { source: { codes }, target }: CheckInput, t: Translate): DeskFinding['mending'] {
  const { fix } = finding;
  const fault = codeFaultOf(finding);
  const pieces = fault && missingPieces(fault, target, codes);
  if (fault && pieces) return { label: t('review.insert', { name: codeName(fault.number, codes, t) }), by: { pieces } };
  return fix && { label: t('review.do-mend'), by: { changes: fix } };
}
