/** The desk's state as it is opened, from what this device has kept. */
import { withAct, withAside, withEntry, withWords } from './desk-parts.ts';
import type { DeskState } from './desk-state.ts';
import type { Item } from './unsaved-store.ts';

/** What this tab has kept comes first, then that of others, on the newest revision first. */
export function openingState(items: readonly Item[], tab: string): DeskState {
  const nothing: DeskState = { entries: {}, acts: {}, words: {}, aside: {} };
  return items.toSorted(byNearness(tab)).reduce((state, item) => withRestored(state, item, tab), nothing);
}

function byNearness(tab: string): (one: Item, other: Item) => number {
  const baseOf = ({ value }: Item): number => ('baseRevision' in value ? value.baseRevision : 0);
  return (one, other) => Number(other.holder === tab) - Number(one.holder === tab) || baseOf(other) - baseOf(one);
}

/** Of several texts the further ones are put aside; of acts and words they stay where they are, for the next time. */
function withRestored(state: DeskState, item: Item, tab: string): DeskState {
  const { kind, segmentId, holder } = item;
  const from = holder === tab ? {} : { holder };
  if (kind === 'aside') return withAside(state, item);
  if (kind === 'unsaved') {
    const { value: kept } = item;
    if (state.entries[segmentId]) return withAside(state, item);
    return withEntry(state, segmentId, { kept, standing: kept.sent ? 'waiting' : 'typed', restored: true, ...from });
  }
  if (kind === 'act') {
    return state.acts[segmentId]
      ? state
      : withAct(state, segmentId, { kept: item.value, standing: 'waiting', ...from });
  }
  return state.words[segmentId] ? state : withWords(state, segmentId, { kept: item.value, ...from });
}
