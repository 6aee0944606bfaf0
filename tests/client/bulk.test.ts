/** Approving what is shown: what it would take and leave; and sending many, in batches that may stop and go on. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planApproval } from '../../client/review/tools/approval-plan.ts';
import { atRest, sendBatches, type BatchRun } from '../../client/review/tools/batches.ts';
import type { SegmentRow, TargetView } from '../../server/contract/schemas.ts';
import { states, type State } from '../../server/domain/document.ts';

const mt = { type: 'mt', provider: 'demo', model: 'letters' } as const;
const human = { type: 'human', by: 'noa' } as const;
const missing = [{ code: 'content.code-missing', number: '1' }] as const;

function row(ordinal: number, state: State, change: Partial<TargetView> = {}): SegmentRow {
  return {
    segmentId: `s${ordinal}`,
    ordinal,
    kind: 'paragraph',
    layout: {},
    text: `Source ${ordinal}`,
    codes: {},
    target: { text: 'نص', state, revision: 1, outdated: false, codeFaults: [], origin: human, ...change },
  };
}

const { target: _, ...carried } = row(9, 'approved');

describe('the plan of an approval', () => {
  it('takes what can be approved and says what is left to be looked at', () => {
    const plan = planApproval(
      [
        carried,
        row(0, 'translated'),
        row(1, 'reviewed'),
        row(2, 'approved'),
        row(3, 'approved', { outdated: true }),
        row(4, 'translated', { codeFaults: [...missing] }),
        row(5, 'untranslated', { text: '' }),
        row(6, 'translated'),
      ],
      new Set(['s6']),
    );
    expect(plan.rows.map(({ segmentId }) => segmentId)).toEqual(['s0', 's1']);
    expect(plan.left).toEqual({ unsaved: 1, untranslated: 1, outdated: 1, faults: 1 });
    expect(plan.isAlarming).toBe(false);
  });

  it.each([
    [0, 10, false],
    [2, 10, false],
    [3, 10, true],
    [10, 10, true],
    [0, 0, false],
  ])('with %i untouched machine texts of %i: alarming %s', (machine, total, isAlarming) => {
    const rows = Array.from({ length: total }, (_, n) => row(n, 'translated', { origin: n < machine ? mt : human }));
    expect(planApproval(rows, new Set())).toMatchObject({ machine, isAlarming });
  });

  it('accounts for every row once', () => {
    const aRow = fc.record({ state: fc.constantFrom(...states), outdated: fc.boolean(), faulty: fc.boolean() });
    fc.assert(
      fc.property(fc.array(aRow), fc.integer({ min: 0, max: 9 }), (facts, unsaved) => {
        const rows = facts.map(({ state, outdated, faulty }, n) =>
          row(n, state, { outdated, codeFaults: faulty ? [...missing] : [] }),
        );
        const plan = planApproval(rows, new Set([`s${unsaved}`]));
        const left = Object.values(plan.left).reduce((sum, n) => sum + n, 0);
        const settled = rows.filter(
          ({ segmentId, target }) => target?.state === 'approved' && !target.outdated && segmentId !== `s${unsaved}`,
        );
        expect(plan.rows.length + left + settled.length).toBe(rows.length);
        expect(plan.rows.every(({ target }) => !target.outdated && target.codeFaults.length === 0)).toBe(true);
      }),
    );
  });
});

describe('batches', () => {
  const refusedOne = { segmentId: 's', code: 'target.stale', params: {} };

  it('send everything once, in order, and add up the answers', async () => {
    const all = Array.from({ length: 450 }, (_, n) => n);
    const sent: number[] = [];
    const seen: number[] = [];
    const run = await sendBatches(
      all,
      atRest,
      async (batch) => {
        sent.push(...batch);
        return { taken: batch.length - 1, refused: [refusedOne] };
      },
      ({ done }) => seen.push(done),
    );
    expect(sent).toEqual(all);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)).toBe(450);
    expect(run.taken + run.refused.length).toBe(450);
  });

  it('go on where they stopped', async () => {
    const all = Array.from({ length: 450 }, (_, n) => n);
    const sent: number[] = [];
    let run: BatchRun = atRest;
    let isCut = true;
    const send = async (batch: readonly number[]) => {
      if (sent.length > 0 && isCut) throw new TypeError('Failed to fetch');
      sent.push(...batch);
      return { taken: batch.length, refused: [] };
    };
    const follow = (next: BatchRun): void => void (run = next);
    await expect(sendBatches(all, run, send, follow)).rejects.toThrow('Failed to fetch');
    isCut = false;
    expect(await sendBatches(all, run, send, follow)).toEqual({ done: 450, taken: 450, refused: [] });
    expect(sent).toEqual(all);
  });
});
