/** A target's past: every undo gives back exactly what was, and nothing is taken back over another's head. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecisionOnTarget } from '../../server/domain/decision.ts';
import { untouched, type Target } from '../../server/domain/document.ts';
import { standingsOf, targetAt, undoable } from '../../server/domain/history.ts';
import {
  approvedDecision,
  draftedDecision,
  editedDecision,
  reopenedDecision,
  restoredDecision,
  returnedDecision,
  reviewedDecision,
} from '../support/builders.ts';

const segmentId = 'segment-0001';

function targetAfterAll(history: readonly DecisionOnTarget[]): Target {
  return [...standingsOf(segmentId, history)].at(-1)?.target ?? untouched;
}

/** The history with the undo of one of its decisions at its end. */
function undone(history: readonly DecisionOnTarget[], undoes?: string, by = 'dana'): readonly DecisionOnTarget[] {
  const found = undoable(segmentId, history, { by, ...(undoes && { undoes }) });
  if (!found.ok) throw new Error(found.code);
  const revision = targetAfterAll(history).revision + 1;
  return [...history, restoredDecision({ by, undoes: found.decision.id, target: { ...found.before, revision } })];
}

const drafted = draftedDecision({ by: 'machine' });
const edited = editedDecision({ text: 'קראו את <1>הדו״ח</1>.' });
const approved = approvedDecision();

describe('undo', () => {
  it('gives back text, state, origin, bound source and the reason of a return', () => {
    const returned = returnedDecision({ reason: 'שם שגוי' });
    const history = [drafted, edited, returned, editedDecision({ text: 'אחר' })];
    expect(targetAfterAll(undone(history))).toEqual({ ...targetAfterAll(history.slice(0, 3)), revision: 5 });
  });

  it('of a first draft leaves nothing, and anybody may do it', () => {
    expect(targetAfterAll(undone([drafted], undefined, 'noa'))).toEqual({ ...untouched, revision: 2 });
  });

  it('goes on from the decision before the one that was taken back, each by its id', () => {
    const history = undone([drafted, edited, approved], approved.id);
    expect(targetAfterAll(undone(history, edited.id))).toMatchObject({ state: 'translated', origin: { type: 'mt' } });
  });

  it('of an undo does again what was undone', () => {
    const history = [drafted, edited, approved];
    expect(targetAfterAll(undone(undone(history)))).toEqual({ ...targetAfterAll(history), revision: 5 });
  });

  it.each<[string, readonly DecisionOnTarget[], object, string]>([
    ['where nothing was decided', [], {}, 'undo.nothing'],
    ['of what was never decided here', [edited], { undoes: approved.id }, 'undo.nothing'],
    ['of another’s decision', [drafted, edited], { by: 'noa' }, 'undo.not-yours'],
    [
      'of what somebody has decided upon',
      [edited, approvedDecision({ by: 'noa' })],
      { undoes: edited.id },
      'undo.overtaken',
    ],
    ['twice', undone([drafted, edited]), { undoes: edited.id }, 'undo.overtaken'],
  ])('is refused %s', (_, history, order, code) => {
    expect(undoable(segmentId, history, { by: 'dana', ...order })).toMatchObject({ ok: false, code });
  });
});

describe('laws', () => {
  const acts = [
    draftedDecision,
    editedDecision,
    reviewedDecision,
    approvedDecision,
    returnedDecision,
    reopenedDecision,
  ];
  const someHistory = fc
    .array(fc.oneof(fc.constant('undo' as const), fc.constantFrom(...acts)), { maxLength: 20 })
    .map((steps) => {
      let history: readonly DecisionOnTarget[] = [];
      for (const step of steps) {
        if (step !== 'undo') history = [...history, step()];
        else if (history.length > 0) history = undone(history);
      }
      return history;
    });

  it('an undo, and the undo of that, change the revision and nothing else', () => {
    fc.assert(
      fc.property(someHistory, (history) => {
        fc.pre(history.length > 0);
        const before = targetAfterAll(history.slice(0, -1));
        const now = targetAfterAll(history);
        const once = undone(history);
        expect(targetAfterAll(once)).toEqual({ ...before, revision: now.revision + 1 });
        expect(targetAfterAll(undone(once))).toEqual({ ...now, revision: now.revision + 2 });
      }),
    );
  });

  it('one after another, undoing by id leads back to the beginning', () => {
    fc.assert(
      fc.property(someHistory, (begun) => {
        let history = begun;
        for (let standing; (standing = [...standingsOf(segmentId, history)].at(-1))?.last;) {
          history = undone(history, standing.last.decision.id);
        }
        expect(targetAfterAll(history)).toEqual({ ...untouched, revision: history.length });
      }),
    );
  });

  it('each revision is one target for ever', () => {
    fc.assert(
      fc.property(someHistory, (history) => {
        history.forEach((_, length) => {
          expect(targetAt(segmentId, history, length)).toEqual(targetAfterAll(history.slice(0, length)));
        });
      }),
    );
  });
});
