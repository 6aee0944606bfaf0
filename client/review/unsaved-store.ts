/**
 * What this device keeps until the server has it, so that a reload, a crash or a dead battery loses nothing. One item
 * for each target and holder:
 *
 *   dragoman.unsaved.<document>.<locale>.<segment>.<tab>   {"text", "baseRevision", "decisionId", "base"?, "sent"?}
 *   dragoman.aside.<document>.<locale>.<segment>.<id>      {"text"}: given up for another's, and can be brought back
 *   dragoman.act.<document>.<locale>.<segment>.<tab>       {"act", "decisionId", "text", "baseRevision"?, "activeMs"?}
 *   dragoman.words.<document>.<locale>.<segment>.<tab>     {"return"?, "dismiss"?, "categories"?}: answers to the desk's questions
 *
 * All tabs share localStorage. Each writes under its own name (tab.ts) and reads what any of them has kept: of a closed
 * one it is all that is left. localStorage, because it is written before the next key is pressed; IndexedDB answers
 * later, and a closing tab does not wait. What cannot be read (an older version, a hand's work) is left alone.
 */
import type { Locale } from '../../server/domain/locale.ts';
import { isReturnCategory } from '../../server/domain/return-reason.ts';
import { actKinds, type HeldAct, type SentAct, type Words } from './desk-state.ts';
import { isUnsaved, type Unsaved } from './unsaved.ts';

export type Shelf = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

export interface Kinds {
  readonly unsaved: Unsaved;
  readonly aside: { readonly text: string };
  readonly act: HeldAct | SentAct;
  readonly words: Words;
}
export type Kind = keyof Kinds;

interface ItemOf<K extends Kind> {
  readonly kind: K;
  readonly segmentId: string;
  /** The tab that keeps it; of what belongs to no tab, an id of its own. */
  readonly holder: string;
  readonly value: Kinds[K];
}
export type Item<K extends Kind = Kind> = { [P in K]: ItemOf<P> }[K];

export interface UnsavedStore {
  readonly tab: string;
  /** All that is kept for this document and locale, by whichever tab. */
  read(): readonly Item[];
  /** False where the device has no room: the person must know. */
  keep(item: Item): boolean;
  /** Forgets an item; not what another tab, or the next desk in this one, has put in its place since. */
  forget(item: Item): void;
  /** Whether the item is still as it was read. */
  has(item: Item): boolean;
}

/** To keep something else: a row here, and in `Kinds`. */
const readers: { readonly [K in Kind]: (value: unknown) => value is Kinds[K] } = {
  unsaved: isUnsaved,
  aside: (value): value is Kinds['aside'] => typeof partsOf(value)['text'] === 'string',
  act: (value): value is Kinds['act'] => {
    const { act, decisionId, text, baseRevision, activeMs } = partsOf(value);
    const isWhole = actKinds.some((kind) => kind === partsOf(act)['kind']) && typeof decisionId === 'string';
    const numbers = [baseRevision, activeMs].every((one) => one === undefined || Number.isInteger(one));
    return isWhole && typeof text === 'string' && numbers;
  },
  words: (value): value is Kinds['words'] => {
    const { categories, ...words } = partsOf(value);
    const known = categories === undefined || (Array.isArray(categories) && categories.every(isReturnCategory));
    const isSomething = categories !== undefined || Object.keys(words).length > 0;
    return known && isSomething && Object.values(words).every((one) => typeof one === 'string');
  },
};

function partsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The store that was opened last under a name. One before it belongs to a desk that was left, perhaps during a save. */
const newest = new WeakMap<Shelf, Map<string, object>>();

/**
 * The last store opened for a tab keeps and forgets what it likes under the tab's name. The ones before it change only what
 * still lies there as they left it: their saves are answered when the next desk may hold a newer text.
 */
export function unsavedStore(shelf: Shelf, documentId: string, locale: Locale, tab: string): UnsavedStore {
  const place = `${documentId}.${locale}.`;
  const self = {};
  const names = newest.get(shelf) ?? new Map<string, object>();
  newest.set(shelf, names.set(place + tab, self));
  /** What was read or written last, by key. */
  const known = new Map<string, string>();
  const isAsLeft = (key: string): boolean => shelf.getItem(key) === (known.get(key) ?? null);
  const isMine = (key: string): boolean => names.get(place + tab) === self || isAsLeft(key);
  const keyOf = ({ kind, segmentId, holder }: Item): string => `dragoman.${kind}.${place}${segmentId}.${holder}`;
  const has = (item: Item): boolean => shelf.getItem(keyOf(item)) === JSON.stringify(item.value);
  return {
    tab,
    has,
    read() {
      const keys = Array.from({ length: shelf.length }, (_, i) => shelf.key(i) ?? '');
      return keys.flatMap((key) => {
        const item = itemAt(key, place, shelf);
        if (item) known.set(key, shelf.getItem(key) ?? '');
        return item ?? [];
      });
    },
    keep(item) {
      const key = keyOf(item);
      const json = JSON.stringify(item.value);
      if (item.holder === tab && !isMine(key)) return true;
      try {
        shelf.setItem(key, json);
        known.set(key, json);
        return true;
      } catch {
        return false;
      }
    },
    forget(item) {
      const key = keyOf(item);
      if (item.holder === tab ? isMine(key) : has(item)) shelf.removeItem(key);
      known.delete(key);
    },
  };
}

function itemAt(key: string, place: string, shelf: Shelf): Item | undefined {
  for (const kind of Object.keys(readers) as Kind[]) {
    const prefix = `dragoman.${kind}.${place}`;
    const [segmentId, holder] = key.startsWith(prefix) ? key.slice(prefix.length).split('.') : [];
    const value = holder === undefined ? undefined : parse(shelf.getItem(key) ?? '');
    if (readers[kind](value)) return { kind, segmentId, holder, value } as Item;
  }
  return undefined;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
