/**
 * The texts that a target's present one can be compared with, all at once, read from what was decided on it:
 *
 *   draft       what a machine, or the memory, gave last
 *   previous    the last text that was another one
 *   approved    what was last signed off, approvals that were taken back left out
 *   published   what readers see
 *   looked      what a member last saw: the revision that their device remembers, else that of their own last decision
 *
 * And the source it goes back to (`boundDecision`): the approval that holds, or the text where none does, names the
 * source that it was decided upon; what the source said then is for `source-history.ts` to tell.
 */
import type { DecisionOnTarget } from './decision.ts';
import type { MemberId, SegmentId, Target } from './document.ts';
import { standingsOf, textGiven, type Standing } from './history.ts';

export const diffBaseNames = ['draft', 'previous', 'approved', 'published', 'looked'] as const;
export type DiffBaseName = (typeof diffBaseNames)[number];

export interface BaseText {
  readonly text: string;
  readonly revision: number;
}
export type DiffBases = Readonly<Partial<Record<DiffBaseName, BaseText>>>;

export interface Looking {
  readonly by: MemberId;
  /** The revision that the member saw last; absent where nobody remembers. */
  readonly looked?: number;
  /** The revision that readers see. */
  readonly published?: number;
}

/** The bases of a target that has this history; where one is missing, there is no such text. */
export function diffBases(segmentId: SegmentId, history: readonly DecisionOnTarget[], looking: Looking): DiffBases {
  const standings = [...standingsOf(segmentId, history)];
  const targets = standings.map(({ target }) => target);
  const now = targets.at(-1);
  const after = (at: number): Target | undefined => (at === -1 ? undefined : targets[at + 1]);
  const at = (revision = 0): Target | undefined => targets.findLast((target) => target.revision <= revision);
  const own = history.findLastIndex(({ by, kind }) => by === looking.by && kind !== 'target.drafted');
  const found: Readonly<Record<DiffBaseName, Target | undefined>> = {
    draft: after(history.findLastIndex(({ kind }) => kind === 'target.drafted')),
    previous: targets.findLast(({ text }) => text !== now?.text),
    approved: stillValid(standings.at(-1)).find(({ target }) => target.state === 'approved')?.target,
    published: at(looking.published),
    looked: looking.looked === undefined ? after(own) : at(looking.looked),
  };
  return Object.fromEntries(
    diffBaseNames.flatMap((name) => {
      const { text = '', revision = 0 } = found[name] ?? {};
      return text === '' ? [] : [[name, { text, revision }]];
    }),
  );
}

/**
 * The approval that the target goes back to, else the decision that gave its text; nothing that was taken back. What
 * later versions of the source carried along is traced to where it was decided.
 */
export function boundDecision(
  segmentId: SegmentId,
  history: readonly DecisionOnTarget[],
): { readonly decision: DecisionOnTarget; readonly target: Target } | undefined {
  const valid = stillValid([...standingsOf(segmentId, history)].at(-1));
  const latest =
    valid.find(({ target }) => target.state === 'approved') ??
    valid.find(({ last }) => last && textGiven(segmentId, last.decision) !== undefined);
  const bound = valid.findLast(({ target, last }) => last && latest && isSameBinding(target, latest.target));
  return bound?.last && { decision: bound.last.decision, target: bound.target };
}

function isSameBinding(one: Target, other: Target): boolean {
  const areApproved = [one, other].map(({ state }) => state === 'approved');
  return one.sourceHash === other.sourceHash && one.text === other.text && areApproved[0] === areApproved[1];
}

/** A standing and those that it came from, the latest first. */
function stillValid(standing: Standing | undefined): Standing[] {
  const found: Standing[] = [];
  for (let one = standing; one; one = one.last?.before) found.push(one);
  return found;
}
