/**
 * Which rows the desk shows. The filters are tables from which the chips, their counts and the list are all made; filters of
 * several kinds narrow each other. What is chosen stands in the address (`?state=translated&is=returned&by=noa&query=…`),
 * so that a link leads to it and a reload comes back.
 */
import { searchable } from '../../server/domain/language/searchable.ts';
import type { SegmentRow } from '../../server/contract/segments-api.ts';
import { states } from '../../server/domain/document.ts';
import { isUntouchedMachineText } from '../../server/domain/machine-text.ts';
import { isCovered, isOpen, isWork, type WorkRow } from './rows.ts';

/** How far the shown rows have got. `open`: something is still to be done. */
export const stateChoices = ['all', 'open', ...states] as const;
export type StateChoice = (typeof stateChoices)[number];

type Filter = (row: WorkRow, unsaved: ReadonlySet<string>) => boolean;

/** What can be the matter with a row. To add one: a row here and its word in `tools.is-*`. */
export const marks = {
  outdated: ({ target }) => target.outdated,
  returned: ({ target }) => target.returned !== undefined,
  failed: ({ target }) => target.fault !== undefined,
  errors: ({ found }) => (found?.errors ?? 0) > 0,
  warnings: ({ found }) => (found?.warnings ?? 0) > 0,
  codes: ({ target }) => target.codeFaults.length > 0,
  machine: ({ target }) => isUntouchedMachineText(target),
  comments: ({ openComments = 0 }) => openComments > 0,
  unsaved: ({ segmentId }, unsaved) => unsaved.has(segmentId),
} as const satisfies Record<string, Filter>;

export type MarkName = keyof typeof marks;
export const markNames = Object.keys(marks) as MarkName[];

export interface Selection {
  readonly state: StateChoice;
  /** A row shown has all of them. */
  readonly is: readonly MarkName[];
  /** Who decided last. */
  readonly by?: string;
  /** Stands in the source or in the target. */
  readonly query: string;
}

export const everything: Selection = { state: 'all', is: [], query: '' };

export function isEverything({ state, is, by, query }: Selection): boolean {
  return state === 'all' && is.length === 0 && by === undefined && query.trim() === '';
}

/** The selection that an address names; what it names in vain (an old link, a slip) is left out. */
export function selectionIn(search: URLSearchParams): Selection {
  const state = stateChoices.find((choice) => choice === search.get('state')) ?? 'all';
  const named = (search.get('is') ?? '').split(',');
  const by = search.get('by');
  return {
    state,
    is: markNames.filter((mark) => named.includes(mark)),
    ...(by && { by }),
    query: search.get('query') ?? '',
  };
}

/** The address with another selection in it; what else it says stays. */
export function withSelection(search: URLSearchParams, { state, is, by, query }: Selection): URLSearchParams {
  const next = new URLSearchParams(search);
  const said = { state: state === 'all' ? '' : state, is: is.join(','), by: by ?? '', query };
  for (const [name, value] of Object.entries(said)) {
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}

/**
 * The rows to show. The open row stays, whatever becomes of it, until it is left: a row that vanished under the hand
 * that approved it would take its "approved" with it. What is not translated shows where no filter but the text is on;
 * what another row's target stands for is shown there.
 */
export function visibleRows(
  rows: readonly SegmentRow[],
  selection: Selection,
  unsaved: ReadonlySet<string>,
  activeId: string | undefined,
): readonly SegmentRow[] {
  const own = rows.some(isCovered) ? rows.filter((row) => !isCovered(row)) : rows;
  if (isEverything(selection)) return own;
  const misfits = misfitsBy(selection, unsaved);
  return own.filter((row) => row.segmentId === activeId || misfits(row).length === 0);
}

export interface ChoiceCounts {
  /** Rows that are shown and that something can be decided on. */
  readonly shown: number;
  readonly state: Readonly<Record<StateChoice, number>>;
  readonly is: Readonly<Record<MarkName, number>>;
  readonly by: ReadonlyMap<string, number>;
}

/** How many rows each choice would show, the others staying as they are. */
export function countChoices(
  rows: readonly SegmentRow[],
  selection: Selection,
  unsaved: ReadonlySet<string>,
): ChoiceCounts {
  const state = zeroes(stateChoices);
  const is = zeroes(markNames);
  const by = new Map<string, number>();
  let shown = 0;
  const misfits = misfitsBy(selection, unsaved);
  for (const row of rows) {
    if (!isWork(row)) continue;
    const [first, second] = misfits(row);
    const fitsBut = (kind: Kind): boolean => second === undefined && (first === undefined || first === kind);
    if (fitsBut('state')) for (const choice of stateChoices) if (isAt(row, choice)) state[choice] += 1;
    if (first === undefined) {
      shown += 1;
      for (const mark of markNames) if (marks[mark](row, unsaved)) is[mark] += 1;
    }
    const { by: person } = row.target;
    if (person !== undefined && fitsBut('by')) by.set(person, (by.get(person) ?? 0) + 1);
  }
  return { shown, state, is, by };
}

type Kind = 'state' | 'is' | 'by' | 'query';

/** Gives the kinds of filter that keep a row from being shown; none: it is shown. */
function misfitsBy({ state, is, by, query }: Selection, unsaved: ReadonlySet<string>): (row: SegmentRow) => Kind[] {
  const holds = holder(query);
  return (row) => {
    const misfits: Kind[] = [];
    if (state !== 'all' && !(isWork(row) && isAt(row, state))) misfits.push('state');
    if (!is.every((mark) => isWork(row) && marks[mark](row, unsaved))) misfits.push('is');
    if (by !== undefined && row.target?.by !== by) misfits.push('by');
    if (!holds(row)) misfits.push('query');
    return misfits;
  };
}

function isAt({ target }: WorkRow, choice: StateChoice): boolean {
  if (choice === 'open') return isOpen(target);
  return choice === 'all' || target.state === choice;
}

function zeroes<N extends string>(names: readonly N[]): Record<N, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<N, number>;
}

/** Whether a row holds what is searched for. */
function holder(query: string): (row: SegmentRow) => boolean {
  const wanted = searchable(query.trim());
  if (wanted === '') return () => true;
  return (row) => textsOf(row).some((text) => text.includes(wanted));
}

const texts = new WeakMap<SegmentRow, readonly string[]>();

/** Source and target as they are searched. A row that changes is another row. */
function textsOf(row: SegmentRow): readonly string[] {
  const known = texts.get(row);
  if (known) return known;
  const fresh = [searchable(row.text, row.codes), searchable(row.target?.text ?? '', row.codes)];
  texts.set(row, fresh);
  return fresh;
}
