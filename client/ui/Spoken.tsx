/**
 * What only a screen reader is told. The same words said twice are two announcements: each has an element of its own, for
 * a region whose text stays as it was is not read again.
 */
import { useState } from 'react';

export interface Said {
  readonly words: string;
  /** Which announcement it is. */
  readonly turn: number;
}

/** What was said last, for `Spoken`, and how to say something. */
export function useSpoken(): readonly [said: Said, say: (words: string) => void] {
  const [said, setSaid] = useState<Said>({ words: '', turn: 0 });
  return [said, (words) => setSaid(({ turn }) => ({ words, turn: turn + 1 }))];
}

export function Spoken({ said: { words, turn } }: { readonly said: Said }) {
  return (
    <output className="visually-hidden">
      <span key={turn}>{words}</span>
    </output>
  );
}
