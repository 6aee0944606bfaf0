/**
 * Everything that the checks find in an edition, for the page about its quality and for `dragoman check`. Each segment is
 * checked once as it stands (what is found is kept with its target), so that after an edit one segment is; checks of
 * whole texts run anew when any text has changed. Others have their turn in between.
 *
 * The source's own edition is checked as well: what is found there is mended once, and not in every language.
 */
import type { Check, Finding, Severity } from '../domain/checks/check.ts';
import { checks } from '../domain/checks/checks.ts';
import { floodingChecks } from '../domain/checks/collapse.ts';
import { dismissalOf, markedText } from '../domain/checks/dismissal.ts';
import { dismissalsAt, sourceSubject, targetSubject } from '../domain/checks/open-errors.ts';
import { checkDocument, checkSegment } from '../domain/checks/run.ts';
import type { Subject } from '../domain/checks/subject.ts';
import type { Codes } from '../domain/content.ts';
import { isTranslatable, type DocumentState, type SegmentId, type State } from '../domain/document.ts';
import type { Refusal } from '../domain/errors.ts';
import type { Locale } from '../domain/locale.ts';
import type { Policy } from '../domain/policy.ts';
import { spansOf, type Span } from '../domain/spans.ts';
import type { TermIndex } from '../domain/terms/term-index.ts';
import type { World } from '../ports.ts';
import { findEdition, type EditionKey } from './edition-view.ts';
import { policyOf } from './manage-policies.ts';
import { othersTurn } from './others-turn.ts';
import { termIndexFor } from './term-index.ts';

export interface FindingInView extends Finding {
  readonly ordinal: number;
  readonly marked: string;
  /** The check fires so often here that it is one row. */
  readonly isCollapsed?: true;
  readonly dismissed?: {
    readonly reason?: string;
    readonly by: string;
    readonly at: string;
    readonly how: 'segment' | 'edition' | 'approval';
  };
}

/** A text in which something was found. */
export interface CheckedSegment {
  readonly segmentId: SegmentId;
  readonly ordinal: number;
  readonly codes: Codes;
  readonly text: string;
  /** Absent in the source's own edition. */
  readonly source?: string;
  readonly state?: State;
  readonly revision?: number;
}

export interface EditionFindings {
  readonly ok: true;
  readonly policy: Policy;
  /** In the order of the text, then of the table. */
  readonly findings: readonly FindingInView[];
  readonly segments: readonly CheckedSegment[];
  /** How many texts were checked. */
  readonly checked: number;
}

/** Checks an edition. Refusals: document.unknown, locale.unknown. */
export async function viewChecks(world: World, key: EditionKey): Promise<EditionFindings | Refusal> {
  const edition = await findEdition(world, key);
  if (!edition.ok) return edition;
  const { document } = edition;
  const { locale } = key;
  const policy = policyOf(await world.store.site(), document, locale);
  const terms = await termIndexFor(world, document.id);
  const checked = await checkAll({ document, locale, policy, terms });
  const flooding = floodingChecks(
    checked.flatMap(({ findings }) => findings),
    checked.length,
  );
  const concerned = checked.filter(({ findings }) => findings.length > 0);
  return {
    ok: true,
    policy,
    findings: concerned.flatMap((one) =>
      firstOf(one.findings.map((found) => inView(document, locale, one, found, flooding))),
    ),
    segments: concerned.map(({ span }) => segmentInView(document, locale, span)),
    checked: checked.length,
  };
}

/** Of one text so many findings are shown, the open ones first: who mends these sees the next. */
const mostOfText = 200;

function firstOf(findings: readonly FindingInView[]): readonly FindingInView[] {
  if (findings.length <= mostOfText) return findings;
  const [open, dismissed] = [findings.filter((one) => !one.dismissed), findings.filter((one) => one.dismissed)];
  return [...open, ...dismissed].slice(0, mostOfText);
}

/** How many findings are open, by severity, and how many are dismissed. */
export function countsOf({ findings }: EditionFindings): Readonly<Record<Severity | 'dismissed', number>> {
  const counts = { error: 0, warning: 0, info: 0, style: 0, dismissed: 0 };
  for (const { severity, dismissed } of findings) counts[dismissed ? 'dismissed' : severity] += 1;
  return counts;
}

interface Edition {
  readonly document: DocumentState;
  readonly locale: Locale;
  readonly policy: Policy;
  readonly terms: TermIndex;
}

interface Checked {
  readonly span: Span;
  readonly subject: Subject;
  readonly findings: readonly Finding[];
}

/** Characters that are checked in some ten milliseconds. */
const charactersPerTurn = 10_000;

/** Every written text of an edition with what is found in it. */
async function checkAll(edition: Edition): Promise<Checked[]> {
  const table = tableFor(edition);
  const checked: Checked[] = [];
  let characters = 0;
  for (const span of spansOf(edition.document, edition.locale)) {
    const subject = subjectIn(edition, span);
    if (!isTranslatable(span.segment) || isNotBegun(subject)) continue;
    checked.push({ span, subject, findings: findingsIn(edition, span, subject, table) });
    characters += span.segment.text.length + subject.target.text.length;
    if (characters < charactersPerTurn) continue;
    await othersTurn();
    characters = 0;
  }
  const across = Map.groupBy(await checkAcross(edition, checked, table), ({ segmentId }) => segmentId);
  return checked.map((one) => ({ ...one, findings: [...one.findings, ...(across.get(one.span.segment.id) ?? [])] }));
}

function isNotBegun({ state, target, source }: Subject): boolean {
  return state === 'untranslated' || (target.text.trim() === '' && source.text.trim() === '');
}

const ofOneSide = checks.filter(({ ofOneSide }) => ofOneSide !== undefined);

/** A source can be asked about itself only. */
function tableFor({ document, locale }: Edition): readonly Check[] {
  return locale === document.source.locale ? ofOneSide : checks;
}

function subjectIn({ document, locale, policy, terms }: Edition, span: Span): Subject {
  const from = document.source.locale;
  return locale === from ? sourceSubject(span.segment, from, policy) : targetSubject(span, from, locale, policy, terms);
}

interface Known {
  readonly segment: Span['segment'];
  readonly locale: Locale;
  readonly policy: string;
  readonly terms: TermIndex;
  readonly findings: readonly Finding[];
}

const known = new WeakMap<object, Known>();

/** What the checks of one segment find, as long as its target, its source, the policy and the terms are what they were. */
function findingsIn(edition: Edition, { segment, target }: Span, subject: Subject, table: readonly Check[]) {
  const { document, locale, terms } = edition;
  const key = locale === document.source.locale ? segment : target;
  const policy = JSON.stringify(edition.policy);
  const last = known.get(key);
  const isSame = last?.segment === segment && last.locale === locale && last.policy === policy;
  if (isSame && last.terms === terms) return last.findings;
  const findings = checkSegment(subject, table);
  known.set(key, { segment, locale, policy, terms, findings });
  return findings;
}

interface KnownAcross {
  readonly source: DocumentState['source'];
  readonly policy: string;
  readonly terms: TermIndex;
  readonly findings: readonly Finding[];
}

const knownAcross = new WeakMap<object, KnownAcross>();

/** What the checks of whole texts find, as long as no text of the edition has changed. */
async function checkAcross(
  { document, locale, policy, terms }: Edition,
  checked: readonly Checked[],
  table: readonly Check[],
): Promise<readonly Finding[]> {
  if (checked.length === 0) return [];
  const { source, targets } = document;
  const key = locale === source.locale ? source : (targets[locale] ?? source);
  const last = knownAcross.get(key);
  const isSame = last?.source === source && last.policy === JSON.stringify(policy);
  if (isSame && last.terms === terms) return last.findings;
  const subjects = checked.map(({ subject }) => subject);
  const findings: Finding[] = [];
  for (const check of table) {
    if (check.scope !== 'document') continue;
    findings.push(...checkDocument(subjects, [check]));
    await othersTurn();
  }
  knownAcross.set(key, { source, policy: JSON.stringify(policy), terms, findings });
  return findings;
}

function inView(
  document: DocumentState,
  locale: Locale,
  { span, subject }: Checked,
  found: Finding,
  flooding: ReadonlySet<string>,
): FindingInView {
  const marked = markedText(subject, found);
  const dismissed = dismissalInView(document, locale, span, found, marked);
  const isCollapsed = found.severity !== 'error' && found.severity !== 'style' && flooding.has(found.check);
  return {
    ...found,
    ordinal: span.ordinal,
    marked,
    ...(isCollapsed && { isCollapsed }),
    ...(dismissed && { dismissed }),
  };
}

function dismissalInView(
  document: DocumentState,
  locale: Locale,
  { segment, target }: Span,
  found: Finding,
  marked: string,
): FindingInView['dismissed'] {
  const dismissal = dismissalOf(found, marked, dismissalsAt(document, locale, segment.id));
  if (dismissal) {
    const { reason, by, at, segmentId } = dismissal;
    return { ...(reason && { reason }), by, at, how: segmentId ? 'segment' : 'edition' };
  }
  const { state, dismissed: reason, by = '', at = '' } = target;
  const isExcused = found.severity === 'error' && state === 'approved' && reason !== undefined;
  return isExcused && locale !== document.source.locale ? { reason, by, at, how: 'approval' } : undefined;
}

function segmentInView({ source }: DocumentState, locale: Locale, { segment, ordinal, target }: Span): CheckedSegment {
  const { id: segmentId, codes, text } = segment;
  if (locale === source.locale) return { segmentId, ordinal, codes, text };
  const { state, revision } = target;
  return { segmentId, ordinal, codes, text: target.text, source: text, state, revision };
}
