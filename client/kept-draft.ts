/**
 * What somebody has typed into a form and not saved: kept on this device under the form's name with every change, so that a
 * refusal, a reload or another page costs nothing.
 *
 *   dragoman.draft.<name>   the draft as JSON
 *
 * One for each form, whichever tab writes there, as with comments: two tabs of one person in one form are not worth
 * what the desk does for texts. What cannot be read (an older version's, a hand's work) counts as nothing typed.
 */
import { useRef, useState } from 'react';

/** The draft of an earlier visit, if there is one that fits. */
export function keptDraft<T>(
  shelf: Pick<Storage, 'getItem'>,
  name: string,
  isDraft: (value: unknown) => value is T,
): T | undefined {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(keyOf(name)) ?? 'null');
    return isDraft(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a draft, or forgets it. A device without room keeps nothing: then it stands in its form until the page is left. */
export function keepDraft(shelf: Pick<Storage, 'setItem' | 'removeItem'>, name: string, draft: unknown): void {
  try {
    if (draft === undefined) shelf.removeItem(keyOf(name));
    else shelf.setItem(keyOf(name), JSON.stringify(draft));
  } catch {
    // Longer than the browser's quota.
  }
}

/** The draft after this; or how it follows from what stands there at that moment, however long ago the function was made. */
export type DraftChange<T> = T | undefined | ((now: T | undefined) => T | undefined);

/**
 * The draft of a form and how to change it; `undefined` where nothing is typed that is not saved. The name holds for as long as
 * the component lives: another form is another component (`key`). What a save forgets is only what it sent: people type on
 * while it is under way.
 */
export function useKeptDraft<T>(
  name: string,
  isDraft: (value: unknown) => value is T,
): readonly [draft: T | undefined, change: (change: DraftChange<T>) => void] {
  const [draft, setDraft] = useState(() => keptDraft(localStorage, name, isDraft));
  const now = useRef(draft);
  return [
    draft,
    (change) => {
      const next = follows(change) ? change(now.current) : change;
      now.current = next;
      setDraft(next);
      keepDraft(localStorage, name, next);
    },
  ];
}

function follows<T>(change: DraftChange<T>): change is (now: T | undefined) => T | undefined {
  return typeof change === 'function';
}

function keyOf(name: string): string {
  return `dragoman.draft.${name}`;
}
