/**
 * A run of list items as nested lists. An item says how deep it stands and, in an ordered list, its number. A deeper
 * item belongs to the one before it; a depth that skips a level counts as the next one. Where the kind of list changes
 * or the numbers begin again, a new list begins.
 */
import type { Policy } from '../domain/policy.ts';
import { attribute, html, type Html } from './html.ts';
import { numberedIn } from './numerals.ts';
import { languageOf, type PageSegment } from './page-segment.ts';

interface Item {
  readonly item: PageSegment;
  readonly depth: number;
}

/** Deeper than any reader follows; also what keeps a hostile text from exhausting the stack. */
const deepest = 12;

interface Writer {
  readonly policy: Policy;
  readonly inner: (item: PageSegment) => Html;
}

/** Consecutive list items as lists, numbered by the policy. `inner` gives an item's content. */
export function renderLists(items: readonly PageSegment[], policy: Policy, inner: (item: PageSegment) => Html): Html {
  let depth = 0;
  const placed = items.map((item) => {
    depth = Math.min(Math.max(1, item.segment.layout.depth ?? 1), depth + 1, deepest);
    return { item, depth };
  });
  return renderLevel(placed, 1, { policy, inner });
}

function renderLevel(items: readonly Item[], depth: number, writer: Writer): Html {
  const branches = branchesOf(items, depth);
  const lists: Item[][][] = [];
  for (const branch of branches) {
    const list = lists.at(-1);
    if (list && continues(list.at(-1)?.[0], branch[0])) list.push(branch);
    else lists.push([branch]);
  }
  return html`${lists.map((list) => renderList(list, depth, writer))}`;
}

function renderList(list: readonly Item[][], depth: number, writer: Writer): Html {
  let expected = numberOf(list[0]?.[0]);
  const start = expected === 1 ? undefined : expected;
  const lines = list.map(([first, ...deeper]) => {
    if (first === undefined) return html``;
    const number = numberOf(first);
    const value = number === expected ? undefined : number;
    expected = number === undefined ? undefined : number + 1;
    const nested = deeper.length > 0 && renderLevel(deeper, depth + 1, writer);
    return html`<li${attribute('value', value)}>${ownLanguage(first.item, writer.inner)}${nested}</li>`;
  });
  const isOrdered = numberOf(list[0]?.[0]) !== undefined;
  return isOrdered
    ? html`<ol${attribute('start', start)}${numberedIn(writer.policy)}>${lines}</ol>`
    : html`<ul>
        ${lines}
      </ul>`;
}

/** An item's content; in its own element where its language differs, for the lists in it must not take that over. */
function ownLanguage(item: PageSegment, inner: (item: PageSegment) => Html): Html {
  return item.untranslated === undefined ? inner(item) : html`<div${languageOf(item)}>${inner(item)}</div>`;
}

/** Each item of this depth with the deeper ones that follow it. */
function branchesOf(items: readonly Item[], depth: number): Item[][] {
  const branches: Item[][] = [];
  for (const item of items) {
    const branch = branches.at(-1);
    if (item.depth > depth && branch) branch.push(item);
    else branches.push([item]);
  }
  return branches;
}

function continues(before: Item | undefined, item: Item | undefined): boolean {
  const [last, next] = [numberOf(before), numberOf(item)];
  if (last === undefined || next === undefined) return last === next;
  return next > last;
}

function numberOf(item: Item | undefined): number | undefined {
  return item?.item.segment.layout.number;
}
