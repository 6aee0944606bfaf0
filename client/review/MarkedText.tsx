/** A text with its codes as chips, and what is said of its words drawn behind and under them: nothing that parts letters. */
import { Fragment } from 'react';
import type { Codes } from '../../server/domain/content.ts';
import { CodeChip } from './CodedText.tsx';
import { markedPieces, type Mark } from './marked.ts';

export interface MarkedTextProps {
  readonly text: string;
  readonly codes: Codes;
  readonly marks: readonly Mark[];
}

export function MarkedText({ text, codes, marks }: MarkedTextProps) {
  // A piece has no identity but its place.
  return markedPieces(text, codes, marks).map((piece, place) => {
    const drawn = 'code' in piece ? <CodeChip token={piece.code} codes={codes} /> : piece.text;
    if (piece.marks.length === 0) return <Fragment key={place}>{drawn}</Fragment>;
    const titles = piece.marks.flatMap(({ title }) => title ?? []);
    return (
      <span
        key={place}
        className={piece.marks.map(({ look }) => look).join(' ')}
        {...(titles.length > 0 && { title: titles.join('\n') })}
      >
        {drawn}
      </span>
    );
  });
}
