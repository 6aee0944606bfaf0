/** Approving what is shown, replacing what is found: what each would take and leave; and sending many, in batches that may stop and go on. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planApproval } from '../../client/review/tools/approval-plan.ts';
import { atRest, sendBatches, type BatchRun } from '../../client/review/tools/batches.ts';
import { editsOf, excerptOf, planReplacement } from '../../client/review/tools/replacement-plan.ts';
import type { TargetView } from '../../server/contract/schemas.ts';
import type { SegmentRow } from '../../server/contract/segments-api.ts';
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

describe('the plan of a replacement', () => {
  const search = {
    find: 'נص',
    by: 'חדש',
    wholeWords: false,
    isFolded: true,
    states: new Set(['translated', 'approved'] as const),
  };
  const codes = { 1: { type: 'strong' } } as const;
  const withText = (n: number, state: State, text: string) => ({ ...row(n, state, { text }), codes });

  it('takes all hits but those in approved and unsaved texts, and says which', () => {
    const rows = [
      row(0, 'translated'),
      row(1, 'approved'),
      row(2, 'reviewed'),
      row(3, 'translated'),
      withText(4, 'translated', 'نص <1>نص</1>'),
    ];
    const plan = planReplacement(rows, { ...search, find: 'نص' }, 'ar', new Set(['s3']));
    expect(plan.found.map((one) => [one.row.segmentId, one.hits.length])).toEqual([
      ['s0', 1],
      ['s1', 1],
      ['s4', 2],
    ]);
    expect(plan.unsaved.map(({ segmentId }) => segmentId)).toEqual(['s3']);
    const none = editsOf(plan.found, new Map(), 'خبر');
    expect(none.edits.map(({ text }) => text)).toEqual(['خبر', 'خبر <1>خبر</1>']);
    expect(none.hits).toBe(3);
    const keys = plan.found.flatMap(({ hits }) => hits.map(({ key }) => key));
    const chosen = editsOf(plan.found, new Map(keys.map((key, n) => [key, n === 1])), 'خبر');
    expect(chosen.edits).toEqual([{ segmentId: 's1', baseRevision: 1, text: 'خبر' }]);
  });

  it('sends no text in which something would look like a code', () => {
    const plan = planReplacement(
      [withText(0, 'translated', '<x> <1>y</1>')],
      { ...search, find: 'x' },
      'en',
      new Set(),
    );
    const { edits, impossible } = editsOf(plan.found, new Map(), '1');
    expect([edits, impossible.map(({ segmentId }) => segmentId)]).toEqual([[], ['s0']]);
  });

  it('looks for nothing where nothing is looked for', () => {
    for (const find of ['', ' '])
      expect(planReplacement([row(0, 'translated')], { ...search, find }, 'ar', new Set()).found).toEqual([]);
  });

  it('shows a hit with the words around it', () => {
    const words = Array.from({ length: 30 }, (_, n) => `w${n}`).join(' ');
    const [one] = planReplacement(
      [withText(0, 'translated', words)],
      { ...search, find: 'w15' },
      'en',
      new Set(),
    ).found;
    const hit = one?.hits[0];
    expect(one && hit && excerptOf(one.row, hit, 'X')).toEqual({
      before: '… w7 w8 w9 w10 w11 w12 w13 w14 w15 w16 w17 w18 w19 w20 w21 w22 …',
      after: '… w7 w8 w9 w10 w11 w12 w13 w14 X w16 w17 w18 w19 w20 w21 w22 …',
    });
  });
});
