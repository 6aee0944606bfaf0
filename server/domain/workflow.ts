/**
 * The workflow of a target, as one table: state × decision → next state, or a refusal.
 *
 * The server enforces it, the client reads the same table to know which buttons to show, the tests walk it row by row.
 * Rules that a cell cannot say stand in `objections` below, one line each:
 *   - a machine never replaces a text whose origin is a person;
 *   - approving again is allowed exactly when the target is outdated (it binds the new source hash);
 *   - a text in which a check finds an error is approved only with a reason: asked beside this table, in `decide.ts`.
 *
 * Two questions, apart: may it be decided (`targetObjection`, asked when a decision is new), and what does it do
 * (`targetAfter`, total). Replay asks the second only, so a stricter rule never refuses what was accepted before it.
 */
import { lookAlikes } from './content.ts';
import type { TargetChange, TargetDecision } from './decision.ts';
import { isTranslatable, type Origin, type Segment, type State, type Target } from './document.ts';
import { refuse, type Refusal } from './errors.ts';
import { isReason, reasonOf } from './return-reason.ts';

export type TargetAct = TargetChange['kind'];

/** `null`: refused in this state. */
export const workflow = {
  'target.drafted': { untranslated: 'translated', translated: 'translated', reviewed: null, approved: null },
  'target.edited': { untranslated: 'reviewed', translated: 'reviewed', reviewed: 'reviewed', approved: 'reviewed' },
  'target.reviewed': { untranslated: null, translated: 'reviewed', reviewed: null, approved: null },
  'target.approved': { untranslated: null, translated: 'approved', reviewed: 'approved', approved: null },
  'target.returned': { untranslated: null, translated: 'translated', reviewed: 'translated', approved: 'translated' },
  'target.reopened': { untranslated: null, translated: null, reviewed: 'translated', approved: 'reviewed' },
} as const satisfies Record<TargetAct, Record<State, State | null>>;

/** The longest target we keep, in UTF-16 units: ten times the longest source paragraph that an import accepts. */
export const longestTarget = 1_000_000;

/**
 * The most segments that one target stands for. Each join keeps the texts that it joined, and what those kept: n of them
 * one after the other write n³ texts of history. Twenty paragraphs are more than a page.
 */
export const mostJoined = 20;

export type TargetOutcome = { readonly ok: true; readonly target: Target } | Refusal;

/**
 * What becomes of a target by a new decision: `targetObjection`, then `targetAfter`.
 */
export function decideTarget(target: Target, segment: Segment, decision: TargetDecision): TargetOutcome {
  return targetObjection(target, segment, decision) ?? { ok: true, target: targetAfter(target, decision) };
}

/**
 * Why a new decision on a target is not taken.
 * Refusals: target.state, target.human, target.not-translatable, target.covered, target.empty, target.too-long,
 * target.not-well-formed, target.reason-missing, content.look-alike.
 */
export function targetObjection(target: Target, segment: Segment, decision: TargetDecision): Refusal | undefined {
  if (!isTranslatable(segment)) return refuse('target.not-translatable');
  if (target.coveredBy !== undefined) return refuse('target.covered', { segmentId: target.coveredBy });
  if (workflow[decision.kind][target.state] === null && !isRenewal(target, decision)) {
    return refuse('target.state', { state: target.state, act: decision.kind });
  }
  return objections[decision.kind](target, segment, decision as never);
}

/** The target after a decision that was accepted, under today's rules or earlier ones. */
export function targetAfter(target: Target, decision: TargetDecision): Target {
  return {
    ...textAfter(target, decision),
    state: workflow[decision.kind][target.state] ?? aims[decision.kind],
    revision: target.revision + 1,
    sourceHash: boundHash(target, decision),
    at: decision.at,
    by: decision.by,
    ...(target.joined && { joined: target.joined }),
    ...(decision.kind === 'target.returned' && {
      returned: { ...reasonOf(decision), by: decision.by, at: decision.at },
    }),
    ...(decision.kind === 'target.approved' && decision.dismissed?.trim() && { dismissed: decision.dismissed }),
  };
}

/** Whether an act is offered for a target in this state, before its text is looked at. */
export function isAllowed(act: TargetAct, state: State): boolean {
  return workflow[act][state] !== null;
}

/** Where an act leads from a state in which the table has no cell for it. */
const aims: Readonly<Record<TargetAct, State>> = {
  'target.drafted': 'translated',
  'target.edited': 'reviewed',
  'target.reviewed': 'reviewed',
  'target.approved': 'approved',
  'target.returned': 'translated',
  'target.reopened': 'translated',
};

/** Approving again what is approved, for the source as it is now. */
function isRenewal(target: Target, { kind, sourceHash }: TargetDecision): boolean {
  return kind === 'target.approved' && target.state === 'approved' && target.sourceHash !== sourceHash;
}

/** Text, origin and codes are replaced by a draft or an edit, and kept by a judgement. */
function textAfter(target: Target, decision: TargetDecision): { text: string; origin?: Origin } {
  if (decision.kind === 'target.drafted') return { text: decision.text, origin: decision.origin };
  if (decision.kind === 'target.edited') return { text: decision.text, origin: { type: 'human', by: decision.by } };
  return { text: target.text, ...(target.origin && { origin: target.origin }) };
}

/** Returning or reopening judges the text, not its source: only the others bind what they were made for. */
function boundHash(target: Target, decision: TargetDecision): string {
  const keeps = decision.kind === 'target.returned' || decision.kind === 'target.reopened';
  return keeps ? (target.sourceHash ?? decision.sourceHash) : decision.sourceHash;
}

type Objection<K extends TargetAct> = (
  target: Target,
  segment: Segment,
  decision: Extract<TargetDecision, { kind: K }>,
) => Refusal | undefined;

const objections: { readonly [K in TargetAct]: Objection<K> } = {
  'target.drafted': (target, segment, { text }) =>
    target.origin?.type === 'human' ? refuse('target.human') : textObjection(text, segment),
  'target.edited': (_target, segment, { text }) => textObjection(text, segment),
  'target.reviewed': () => undefined,
  'target.approved': (target, segment) => textObjection(target.text, segment),
  'target.returned': (_target, _segment, decision) =>
    isReason(decision) ? undefined : refuse('target.reason-missing'),
  'target.reopened': () => undefined,
};

function textObjection(text: string, segment: Segment): Refusal | undefined {
  if (text.trim() === '') return refuse('target.empty');
  if (text.length > longestTarget) return refuse('target.too-long', { limit: longestTarget });
  if (!text.isWellFormed()) return refuse('target.not-well-formed');
  const [lookAlike] = lookAlikes(text, segment.codes);
  return lookAlike === undefined ? undefined : refuse('content.look-alike', { piece: lookAlike });
}
