/**
 * Brings a translation file back that somebody worked on elsewhere: an XLIFF of ours, edited, or one of another tool with the
 * same unit ids. A text that is other than ours becomes that person's edit, and a unit that the file calls final is approved
 * where that was asked for and nothing speaks against it.
 *
 * Nobody's work is overwritten: a file says at which revision each text left, and where somebody has decided since, or the
 * source has changed, the unit is refused and reported. A file that says no revisions replaces nothing that a person wrote.
 * What fits is committed together. The preview plans the same and commits nothing; sending the same file again changes
 * nothing, since its texts are there already.
 */
import type { Content } from '../domain/content.ts';
import { objectionToTarget } from '../domain/decide.ts';
import type { TargetDecision } from '../domain/decision.ts';
import {
  isTranslatable,
  sourceHashOf,
  type DocumentId,
  type DocumentState,
  type MemberId,
  type Target,
} from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import type { Locale } from '../domain/locale.ts';
import { spanOf, type Span } from '../domain/spans.ts';
import { apply } from '../domain/transition.ts';
import type { BilingualFile, BilingualUnit } from '../domain/bilingual.ts';
import { readContent } from '../formats/xliff/write-content.ts';
import type { Committed, TranslationRead, World } from '../ports.ts';
import { isLong } from './is-long.ts';
import { othersTurn } from './others-turn.ts';
import { overtaken, patience } from './overtaken.ts';
import { readTranslation } from './read-translation.ts';
import { historyOf, targetAtRevision } from './target-history.ts';

export interface TargetsOrder {
  readonly documentId: DocumentId;
  readonly locale: Locale;
  readonly bytes: Uint8Array;
  /** Approve what the file calls final. */
  readonly approve: boolean;
  readonly by: MemberId;
  /** Fires when whoever asked is gone: a long file is then not read further. */
  readonly signal?: AbortSignal;
}

export interface TargetsImported {
  readonly ok: true;
  /** Texts that are other than ours. */
  readonly changed: number;
  /** Those that say what ours say, or that have no target. */
  readonly unchanged: number;
  readonly approved: number;
  /** In the order of the file. */
  readonly refused: readonly UnitRefused[];
}

export interface UnitRefused extends Pick<Refusal, 'code' | 'params'> {
  /** Its id in the file, known here or not. */
  readonly unit: string;
  /** Absent where there is no such segment. */
  readonly ordinal?: number;
}

/** What a trial tells beside the numbers. */
export interface TargetsPreview extends TargetsImported {
  /** The first of the changed texts, in the order of the file. */
  readonly changes: readonly TargetChange[];
  /** Another tool made the file: it says no revisions of ours. */
  readonly isForeign: boolean;
}

export interface TargetChange extends Pick<Content, 'codes'> {
  readonly ordinal: number;
  readonly before: string;
  readonly after: string;
}

/** Units after which others have their turn. */
const unitsPerTurn = 100;

/** So many changes a trial tells: enough to see whether it is the right file. */
const changesShown = 50;

/** What an import would do; nothing is kept. Refusals: those of `importTargets`, but for the store's. */
export async function previewTargets(world: World, order: TargetsOrder): Promise<TargetsPreview | Refusal> {
  const read = await readFor(world, order);
  if (!read.ok) return read;
  const planned = await planFor(world, order, read.bilingual);
  if (!planned.ok) return planned;
  const isForeign = !read.bilingual.units.some(({ facts }) => facts.has('revision'));
  return { ...summed(planned.plans), changes: changesOf(planned.plans), isForeign };
}

/**
 * Imports what fits. Refusals of the whole: document.unknown, locale.unknown, those of `readTranslation`,
 * import.other-languages, import.other-document (none of its units is one of this document's), those of the store.
 */
export async function importTargets(world: World, order: TargetsOrder): Promise<TargetsImported | Refusal> {
  const read = await readFor(world, order);
  if (!read.ok) return read;
  let last: Refusal = refuse('target.stale');
  for (let attempt = 0; attempt < patience; attempt += 1) {
    const planned = await planFor(world, order, read.bilingual);
    if (!planned.ok) return planned;
    const committed = await commit(world, planned.document, planned.plans);
    if (committed.ok) return summed(planned.plans);
    if (!overtaken.has(committed.code)) return committed;
    last = committed;
  }
  return last;
}

async function readFor({ reader }: World, { bytes, signal }: TargetsOrder): Promise<TranslationRead | Refusal> {
  return isLong(bytes) ? reader.readTranslation(bytes, signal) : readTranslation(bytes);
}

/** What becomes of one unit: the decisions it leads to, and why not, where something speaks against it. */
interface Plan {
  readonly decisions: readonly TargetDecision[];
  readonly span?: Span;
  readonly refused?: UnitRefused;
}

type Planned = { readonly ok: true; readonly document: DocumentState; readonly plans: readonly Plan[] };

async function planFor(world: World, order: TargetsOrder, file: BilingualFile): Promise<Planned | Refusal> {
  const document = await world.store.document(order.documentId);
  if (document === undefined) return refuse('document.unknown');
  if (!document.to.includes(order.locale)) return refuse('locale.unknown', { locale: order.locale });
  const isOurs = isOf(document.source.locale, file.from) && isOf(order.locale, file.to ?? '');
  if (!isOurs) return refuse('import.other-languages', { from: file.from, to: file.to ?? '' });
  const isKnown = file.units.some(({ id }) => spanOf(document, order.locale, id));
  if (!isKnown) return refuse('import.other-document');
  const plans: Plan[] = [];
  // Of two units with one id the second meets a text that it has not seen: the first one's.
  const seen = new Set<string>();
  for (const unit of file.units) {
    plans.push(
      seen.has(unit.id) ? refusing(unit, refuse('target.stale')) : await planUnit(world, document, order, unit),
    );
    seen.add(unit.id);
    if (plans.length % unitsPerTurn === 0) await othersTurn();
  }
  return { ok: true, document, plans };
}

/** `en-GB` is English; Hebrew was `iw` once. */
function isOf(locale: Locale, tag: string): boolean {
  const language = tag.toLowerCase().split('-')[0];
  return locale === (language === 'iw' ? 'he' : language);
}

async function planUnit(
  world: World,
  document: DocumentState,
  order: TargetsOrder,
  unit: BilingualUnit,
): Promise<Plan> {
  const span = spanOf(document, order.locale, unit.id);
  if (span === undefined) return refusing(unit, refuse('segment.unknown', { segmentId: unit.id.slice(0, 40) }));
  if (!isTranslatable(span.segment) || unit.target === undefined || isNothing(unit)) return { decisions: [] };
  const read = readContent(unit.target, span.segment.codes);
  if (!read.ok) return refusing(unit, read, span);
  const isSame = read.text === span.target.text;
  const objection =
    objectionOfFile(world, span, unit) ??
    (isSame ? await objectionSince(world, order, span, unit) : staleness(span, unit));
  if (objection === undefined) return decisionsFor(world, document, order, { unit, span, text: read.text, isSame });
  const isAsItLeft = isSame
    ? !asksApproval(order, unit, span.target)
    : await isAsExported(world, order, unit, read.text);
  return isAsItLeft ? { decisions: [] } : refusing(unit, objection, span);
}

/** An empty target that nobody claims to have worked on. */
function isNothing({ target = [], state }: BilingualUnit): boolean {
  return state === 'initial' && target.every((piece) => typeof piece === 'string' && piece.trim() === '');
}

/** The source is another than the file's: it has changed here since, or over there. */
function objectionOfFile(world: World, { segment }: Span, { facts, source }: BilingualUnit): Refusal | undefined {
  const hash = facts.get('source-hash');
  const isSince = hash !== undefined && hash !== sourceHashOf(segment, world.hash);
  const read = readContent(source, segment.codes);
  return !isSince && read.ok && read.text === segment.text ? undefined : refuse('source.stale');
}

/** Somebody has decided since the file left; of a file that does not say when it left, a person has written something. */
function staleness({ target }: Span, { facts }: BilingualUnit): Refusal | undefined {
  const revision = facts.get('revision');
  const isFresh = revision === undefined ? target.origin?.type !== 'human' : revision === String(target.revision);
  return isFresh ? undefined : refuse('target.stale', { revision: target.revision });
}

/**
 * A text that stands as the file has it may be approved, but not over somebody who has sent this very text back, or taken it
 * up again, since the file left.
 */
async function objectionSince(
  world: World,
  order: TargetsOrder,
  { target }: Span,
  unit: BilingualUnit,
): Promise<Refusal | undefined> {
  if (!asksApproval(order, unit, target)) return undefined;
  const stale = refuse('target.stale', { revision: target.revision });
  const left = unit.facts.get('revision');
  if (left === undefined) return target.returned ? stale : undefined;
  if (left === String(target.revision)) return undefined;
  const { documentId, locale } = order;
  const history = await historyOf(world, { documentId, segmentId: unit.id, locale });
  const since = history.filter(({ revision = 0 }) => revision > Number(left));
  return since.some(({ decision: { kind } }) => setsBack.has(kind)) ? stale : undefined;
}

const setsBack: ReadonlySet<string> = new Set<TargetDecision['kind']>(['target.returned', 'target.reopened']);

/** Whether a text is what it was when the file left: then nobody wants anything, whatever has been decided since. */
async function isAsExported(
  world: World,
  { documentId, locale }: TargetsOrder,
  { id: segmentId, facts }: BilingualUnit,
  text: string,
): Promise<boolean> {
  const revision = Number(facts.get('revision') ?? Number.NaN);
  if (!Number.isInteger(revision) || revision < 1) return false;
  return (await targetAtRevision(world, { documentId, segmentId, locale }, revision)).text === text;
}

function asksApproval({ approve }: TargetsOrder, { state }: BilingualUnit, target: Target): boolean {
  return approve && state === 'final' && target.state !== 'approved';
}

interface Wanted {
  readonly unit: BilingualUnit;
  readonly span: Span;
  readonly text: string;
  readonly isSame: boolean;
}

/** The edit, and the approval of what it leads to; each as it would be judged if it came alone. */
function decisionsFor(world: World, document: DocumentState, order: TargetsOrder, wanted: Wanted): Plan {
  const { unit, span, text, isSame } = wanted;
  const { locale, by } = order;
  const about = () => ({
    id: world.newId.uuid(),
    at: world.clock.now(),
    by,
    segmentId: unit.id,
    locale,
    sourceHash: sourceHashOf(span.segment, world.hash),
  });
  const edits: TargetDecision[] = isSame ? [] : [{ ...about(), kind: 'target.edited', text }];
  const [edit] = edits;
  const objection = edit && objectionToTarget(document, edit);
  if (objection) return refusing(unit, objection, span);
  const isEditedFinal = !isSame && order.approve && unit.state === 'final';
  if (!isEditedFinal && !asksApproval(order, unit, span.target)) return { decisions: edits, span };
  const approval: TargetDecision = { ...about(), kind: 'target.approved' };
  const edited = edit ? apply(document, edit) : { ok: true as const, next: document };
  const refusal = edited.ok ? objectionToTarget(edited.next, approval) : edited;
  return refusal
    ? { ...refusing(unit, refusal, span), decisions: edits, span }
    : { decisions: [...edits, approval], span };
}

function refusing({ id: unit }: BilingualUnit, { code, params }: Refusal, span?: Span): Plan {
  return { decisions: [], refused: { unit, ...(span && { ordinal: span.ordinal }), code, params } };
}

async function commit(world: World, { id, source }: DocumentState, plans: readonly Plan[]): Promise<Committed> {
  const decisions = plans.flatMap((plan) => plan.decisions);
  if (decisions.length === 0) return { ok: true, recorded: [] };
  const expects = plans.flatMap(({ decisions: [first], span }) =>
    first && span
      ? [{ of: 'target', locale: first.locale, segmentId: first.segmentId, revision: span.target.revision } as const]
      : [],
  );
  return world.store.commit({
    stream: id,
    decisions,
    expects: [{ of: 'source', version: source.version }, ...expects],
  });
}

function summed(plans: readonly Plan[]): TargetsImported {
  const number = (kind: TargetDecision['kind']) =>
    plans.filter(({ decisions }) => decisions.some((decision) => decision.kind === kind)).length;
  const refused = plans.flatMap((plan) => (plan.refused ? [plan.refused] : []));
  const unchanged = plans.filter(
    (plan) => !plan.refused && !plan.decisions.some(({ kind }) => kind === 'target.edited'),
  );
  return {
    ok: true,
    changed: number('target.edited'),
    unchanged: unchanged.length,
    approved: number('target.approved'),
    refused,
  };
}

function changesOf(plans: readonly Plan[]): TargetChange[] {
  const changes = plans.flatMap(({ decisions: [first], span }) =>
    span && first?.kind === 'target.edited'
      ? [{ ordinal: span.ordinal, before: span.target.text, after: first.text, codes: span.segment.codes }]
      : [],
  );
  return changes.slice(0, changesShown);
}
