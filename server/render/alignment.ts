/**
 * Two editions of one article, brought side by side. A segment keeps its id in every language and version, so a row begins
 * where both texts have a segment of the same id. What stands between two such places belongs to the row before it where
 * one text has joined there what the other has apart; what only one version of the source had stands alone. Everything of
 * both texts is in the rows once, in its order.
 */
import type { PageSegment } from './page-segment.ts';

export interface Side {
  readonly items: readonly PageSegment[];
  /** Of which version of the source this text is. */
  readonly sourceVersion: number;
}

export interface Row {
  readonly first: readonly PageSegment[];
  readonly second: readonly PageSegment[];
}

/** The rows of two texts; tables and lists stay whole. */
export function rowsOf(first: Side, second: Side): Row[] {
  const isSameSource = first.sourceVersion === second.sourceVersion;
  const ends = [first.items.length, second.items.length] as const;
  const anchors = commonPlaces(first.items, second.items);
  const [startA, startB] = anchors[0] ?? ends;
  const rows = alone(first.items.slice(0, startA), second.items.slice(0, startB));
  for (const [at, [a, b]] of anchors.entries()) {
    const [nextA, nextB] = anchors[at + 1] ?? ends;
    rows.push(...between(first.items.slice(a, nextA), second.items.slice(b, nextB), isSameSource));
  }
  return together(rows);
}

/** From one place that both have up to the next: one row, and what is not covered by it alone. */
function between(ours: readonly PageSegment[], theirs: readonly PageSegment[], isSameSource: boolean): Row[] {
  const [anchor, other] = [ours[0], theirs[0]];
  if (anchor === undefined || other === undefined) return alone(ours, theirs);
  const coveredBy = (head: PageSegment, items: readonly PageSegment[]): number =>
    1 + items.slice(1).findIndex((item) => !isSameSource && !head.segment.text.includes(item.segment.text));
  const [cutOurs, cutTheirs] = [coveredBy(other, ours) || ours.length, coveredBy(anchor, theirs) || theirs.length];
  return [
    { first: ours.slice(0, cutOurs), second: theirs.slice(0, cutTheirs) },
    ...alone(ours.slice(cutOurs), theirs.slice(cutTheirs)),
  ];
}

function alone(ours: readonly PageSegment[], theirs: readonly PageSegment[]): Row[] {
  return [
    ...ours.map((item) => ({ first: [item], second: [] })),
    ...theirs.map((item) => ({ first: [], second: [item] })),
  ];
}

/** Rows that share a table or a list, as one. */
function together(rows: readonly Row[]): Row[] {
  const joined: Row[] = [];
  for (const row of rows) {
    const last = joined.at(-1);
    const isOne = last && (goesOn(last.first.at(-1), row.first[0]) || goesOn(last.second.at(-1), row.second[0]));
    if (isOne) {
      joined[joined.length - 1] = { first: [...last.first, ...row.first], second: [...last.second, ...row.second] };
    } else joined.push(row);
  }
  return joined;
}

function goesOn(before: PageSegment | undefined, item: PageSegment | undefined): boolean {
  const [one, next] = [before?.segment, item?.segment];
  if (one === undefined || next === undefined || one.kind !== next.kind) return false;
  if (one.kind === 'table-cell') return one.layout.table === next.layout.table;
  return one.kind === 'list-item' && one.layout.quoted === next.layout.quoted;
}

/**
 * Places in both texts of segments that both have, in the order of both: the most that can be had (the longest increasing
 * subsequence), for a version may have moved some.
 */
function commonPlaces(ours: readonly PageSegment[], theirs: readonly PageSegment[]): Array<readonly [number, number]> {
  const placeOf = new Map(theirs.map(({ segment }, at) => [segment.id, at]));
  const common = ours.flatMap(({ segment }, at) => {
    const place = placeOf.get(segment.id);
    return place === undefined ? [] : [[at, place] as const];
  });
  /** `best[n]`: the pair that ends the best sequence of n + 1; `before`: the one before it there. */
  const best: number[] = [];
  const before: Array<number | undefined> = [];
  common.forEach(([, place], at) => {
    const length = best.findIndex((end) => (common[end]?.[1] ?? 0) >= place);
    const reached = length === -1 ? best.length : length;
    before[at] = best[reached - 1];
    best[reached] = at;
  });
  const sequence: Array<readonly [number, number]> = [];
  for (let at = best.at(-1); at !== undefined; at = before[at]) {
    const pair = common[at];
    if (pair) sequence.unshift(pair);
  }
  return sequence;
}
