/** Which rows are shown, what each filter would show, and the address that says it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countChoices,
  everything,
  isEverything,
  markNames,
  marks,
  selectionIn,
  stateChoices,
  visibleRows,
  withSelection,
  type Selection,
} from '../../client/review/filters.ts';
import { isWork } from '../../client/review/rows.ts';
import type { SegmentRow } from '../../server/contract/segments-api.ts';
import { states, type State } from '../../server/domain/document.ts';
import { row } from './desk-row.ts';

const mt = { type: 'mt', provider: 'demo', model: 'letters' } as const;
const rows = [
  row(0, 'approved', { by: 'noa' }),
  row(1, 'translated', { returned: { reason: 'tone', by: 'noa', at: '' }, by: 'noa', origin: mt }),
  row(2, undefined),
  row(3, 'approved', { outdated: true, by: 'sami' }),
  row(4, 'reviewed', { by: 'sami', origin: { type: 'human', by: 'sami' } }),
  row(5, 'approved', { codeFaults: [{ code: 'content.code-missing', number: '1' }] }),
  row(6, 'untranslated', { text: '', fault: { code: 'provider.quota', retryable: false } }),
];
const unsaved = new Set(['s4']);
const ids = (list: readonly SegmentRow[]) => list.map(({ segmentId }) => segmentId);
const shown = (selection: Partial<Selection>, active?: string) =>
  ids(visibleRows(rows, { ...everything, ...selection }, unsaved, active));

describe('the rows shown', () => {
  it('are all of them, what is carried over included', () => {
    expect(visibleRows(rows, everything, unsaved, undefined)).toBe(rows);
  });

  it.each([
    [{ state: 'open' }, ['s1', 's3', 's4', 's6']],
    [{ state: 'approved' }, ['s0', 's3', 's5']],
    [{ is: ['returned'] }, ['s1']],
    [{ is: ['outdated'] }, ['s3']],
    [{ is: ['failed'] }, ['s6']],
    [{ is: ['codes'] }, ['s5']],
    [{ is: ['machine'] }, ['s1']],
    [{ is: ['unsaved'] }, ['s4']],
    [{ by: 'sami' }, ['s3', 's4']],
    [{ by: 'sami', state: 'approved' }, ['s3']],
    [{ by: 'noa', is: ['machine', 'returned'], query: 'SOURCE' }, ['s1']],
    [{ is: ['machine', 'outdated'] }, []],
  ] satisfies Array<[Partial<Selection>, string[]]>)('%j: %j', (selection, expected) => {
    expect(shown(selection)).toEqual(expected);
  });

  it('keep the open row until it is left', () => {
    expect(shown({ is: ['returned'] }, 's5')).toEqual(['s1', 's5']);
  });

  it('leave out what an earlier row stands for, also where its source holds what is searched for', () => {
    const { target: _, ...covered } = { ...row(7, 'reviewed'), coveredBy: 's6' };
    const list = [row(6, 'reviewed', {}), covered];
    for (const query of ['', 'source']) {
      expect(ids(visibleRows(list, { ...everything, query }, unsaved, undefined))).toEqual(['s6']);
    }
  });

  it('are found in either text, without niqqud and without case', () => {
    expect(shown({ query: 'יעד 4' })).toEqual(['s4']);
    expect(shown({ query: 'SOURCE 2' })).toEqual(['s2']);
    expect(shown({ query: '  ' })).toEqual(ids(rows));
  });
});

describe('laws', () => {
  const aSelection = fc.record({
    state: fc.constantFrom(...stateChoices),
    is: fc.subarray([...markNames]),
    by: fc.constantFrom('noa', 'sami', undefined),
    query: fc.constantFrom('', ' ', 'source', 'יעד', '4', 'a&b=c', '%'),
  });
  const asked = aSelection.map(({ by, ...others }): Selection => (by === undefined ? others : { ...others, by }));
  const someRows = fc.array(
    fc.record({
      state: fc.constantFrom(...states),
      outdated: fc.boolean(),
      machine: fc.boolean(),
      by: fc.constantFrom('noa', 'sami'),
    }),
    { maxLength: 12 },
  );
  const asRows = (facts: Array<{ state: State; outdated: boolean; machine: boolean; by: string }>) =>
    facts.map(({ state, outdated, machine, by }, at) =>
      row(at, state, { outdated, by, ...(machine && { origin: mt }) }),
    );

  it('each count is what its choice would show', () => {
    fc.assert(
      fc.property(someRows, asked, (facts, selection) => {
        const list = asRows(facts);
        const size = (next: Selection) => visibleRows(list, next, unsaved, undefined).filter(isWork).length;
        const counts = countChoices(list, selection, unsaved);
        expect(counts.shown).toBe(size(selection));
        for (const state of stateChoices) expect(counts.state[state]).toBe(size({ ...selection, state }));
        for (const mark of markNames) {
          expect(counts.is[mark]).toBe(size({ ...selection, is: [...new Set([...selection.is, mark])] }));
        }
        for (const by of ['noa', 'sami']) expect(counts.by.get(by) ?? 0).toBe(size({ ...selection, by }));
      }),
    );
  });

  it('a further filter never shows more', () => {
    fc.assert(
      fc.property(someRows, asked, fc.constantFrom(...markNames), (facts, selection, mark) => {
        const list = asRows(facts);
        const before = visibleRows(list, selection, unsaved, undefined);
        const after = visibleRows(list, { ...selection, is: [...selection.is, mark] }, unsaved, undefined);
        expect(after.every((one) => before.includes(one) && isWork(one) && marks[mark](one, unsaved))).toBe(true);
      }),
    );
  });

  it('the address gives the selection back, and keeps what else it says', () => {
    fc.assert(
      fc.property(asked, (selection) => {
        const address = withSelection(new URLSearchParams('segment=4&state=approved'), selection);
        const read = new URLSearchParams(address.toString());
        expect(selectionIn(read)).toEqual(selection);
        expect(read.get('segment')).toBe('4');
      }),
    );
  });
});

describe('the address', () => {
  it('says nothing of what is not asked for', () => {
    expect(
      withSelection(new URLSearchParams('segment=4&state=open&is=codes&by=noa&query=x'), everything).toString(),
    ).toBe('segment=4');
  });

  it('may name what does not exist', () => {
    const selection = selectionIn(new URLSearchParams('state=lost&is=gone,outdated,&by=&query='));
    expect(selection).toEqual({ ...everything, is: ['outdated'] });
    expect(isEverything(selection)).toBe(false);
  });
});
