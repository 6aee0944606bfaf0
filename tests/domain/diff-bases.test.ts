/** The texts that a target's present one is compared with. */
import { describe, expect, it } from 'vitest';
import type { DecisionOnTarget } from '../../server/domain/decision.ts';
import { boundDecision, diffBases, type DiffBases, type Looking } from '../../server/domain/diff-bases.ts';
import { targetAt, undoable } from '../../server/domain/history.ts';
import {
  approvedDecision,
  draftedDecision,
  editedDecision,
  restoredDecision,
  returnedDecision,
  reviewedDecision,
} from '../support/builders.ts';

const segmentId = 'segment-0001';
const drafted = draftedDecision({ by: 'dana', text: 'טיוטה' });
const first = editedDecision({ by: 'dana', text: 'ראשון' });
const approved = approvedDecision({ by: 'noa' });
const second = editedDecision({ by: 'noa', text: 'שני' });
const returned = returnedDecision({ by: 'dana' });
const again = draftedDecision({ by: 'dana', text: 'טיוטה שנייה' });

/** The history with its last decision taken back. */
function undone(history: readonly DecisionOnTarget[]): DecisionOnTarget[] {
  const last = history.at(-1);
  const found = undoable(segmentId, history, { by: last?.by ?? '' });
  if (!found.ok) throw new Error(found.code);
  const revision = targetAt(segmentId, history, Infinity).revision + 1;
  return [...history, restoredDecision({ undoes: found.decision.id, target: { ...found.before, revision } })];
}

const texts = (bases: DiffBases) => Object.fromEntries(Object.entries(bases).map(([name, { text }]) => [name, text]));

describe('bases', () => {
  const rows: Array<[what: string, history: DecisionOnTarget[], looking: Partial<Looking>, bases: object]> = [
    ['of an untouched target', [], {}, {}],
    ['of a draft', [drafted], {}, { draft: 'טיוטה' }],
    [
      'of an edited draft; one’s own decision was the last that one saw',
      [drafted, first],
      {},
      { draft: 'טיוטה', previous: 'טיוטה', looked: 'ראשון' },
    ],
    [
      'of a text that others have gone on with',
      [drafted, first, approved, second],
      {},
      { draft: 'טיוטה', previous: 'ראשון', approved: 'ראשון', looked: 'ראשון' },
    ],
    [
      'a judgement makes no version',
      [drafted, first, reviewedDecision({ by: 'noa' }), approved],
      { by: 'noa' },
      { draft: 'טיוטה', previous: 'טיוטה', approved: 'ראשון', looked: 'ראשון' },
    ],
    [
      'what the device remembers comes before one’s own decision',
      [drafted, first, approved, second, returned],
      { looked: 1 },
      { draft: 'טיוטה', previous: 'ראשון', approved: 'ראשון', looked: 'טיוטה' },
    ],
    [
      'a revision that is not there yet is the present one',
      [drafted],
      { looked: 9 },
      { draft: 'טיוטה', looked: 'טיוטה' },
    ],
    ['before the first text there was nothing to see', [drafted], { looked: 0 }, { draft: 'טיוטה' }],
    ['the last of several drafts', [drafted, again], {}, { draft: 'טיוטה שנייה', previous: 'טיוטה' }],
    [
      'what readers see',
      [drafted, first, approved, second],
      { published: 3, by: 'avi' },
      { draft: 'טיוטה', previous: 'ראשון', approved: 'ראשון', published: 'ראשון' },
    ],
    [
      'an approval that was taken back is none; the text that an undo took away is the previous one',
      undone(undone([drafted, approved]).concat(second)),
      { by: 'avi' },
      { draft: 'טיוטה', previous: 'שני' },
    ],
  ];
  it.each(rows)('%s', (_what, history, looking, bases) => {
    expect(texts(diffBases(segmentId, history, { by: 'dana', ...looking }))).toEqual(bases);
  });

  it('say of which revision they are', () => {
    expect(diffBases(segmentId, [drafted, first, approved, second], { by: 'dana' })).toMatchObject({
      draft: { revision: 1 },
      previous: { revision: 3 },
      looked: { revision: 2 },
    });
  });
});

describe('the source that a target goes back to is that of', () => {
  const rows: Array<[what: string, history: DecisionOnTarget[], decision: DecisionOnTarget | undefined]> = [
    ['nothing yet', [], undefined],
    ['its text, while it is not approved', [drafted, first, reviewedDecision()], first],
    ['its approval', [drafted, first, approved, returned], approved],
    ['its last approval, whatever was written since', [drafted, approved, second], approved],
    ['its text, once the approval is taken back', undone([drafted, first, approved]), first],
  ];
  it.each(rows)('%s', (_what, history, decision) => {
    expect(boundDecision(segmentId, history)?.decision).toBe(decision);
  });
});
