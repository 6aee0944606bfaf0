/** The names that a comment field offers after `@`, and the keys by which one is chosen: arrows, Enter or Tab, Escape. */
import { useId, useState, type KeyboardEvent } from 'react';
import type { Member } from '../../../server/domain/comments.ts';
import { membersMeant, nameAt, withName, type NameBegun } from './name-being-typed.ts';

export interface OfferedNames {
  readonly id: string;
  readonly offered: readonly Member[];
  readonly chosen: number;
  /** Looks at what stands at the caret. */
  readonly look: (text: string, caret: number) => void;
  /** Takes a key that is the list's, and says whether it was. */
  readonly press: (event: KeyboardEvent) => boolean;
  readonly write: (member: Member | undefined) => void;
  readonly close: () => void;
}

export function useNames(
  text: string,
  members: readonly Member[],
  onText: (text: string, caret: number) => void,
): OfferedNames {
  const id = useId();
  const [begun, setBegun] = useState<NameBegun>();
  const [place, setPlace] = useState(0);
  const offered = begun ? membersMeant(begun.letters, members) : [];
  const chosen = Math.min(place, offered.length - 1);
  const close = (): void => setBegun(undefined);

  function write(member: Member | undefined): void {
    if (!begun || !member) return;
    const { text: next, caret } = withName(text, begun, member.name);
    onText(next, caret);
    close();
  }

  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => setPlace((chosen + 1) % offered.length),
    ArrowUp: () => setPlace((chosen + offered.length - 1) % offered.length),
    Enter: () => write(offered[chosen]),
    Tab: () => write(offered[chosen]),
    Escape: close,
  };

  return {
    id,
    offered,
    chosen,
    write,
    close,
    look(value, caret) {
      const found = nameAt(value, caret);
      if (found?.start !== begun?.start) setPlace(0);
      setBegun(found);
    },
    press(event) {
      const isHeld = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey;
      const work = isHeld || offered.length === 0 ? undefined : keys[event.key];
      if (!work) return false;
      event.preventDefault();
      work();
      return true;
    },
  };
}

export function optionId(listId: string, at: number): string {
  return `${listId}-${at}`;
}
