/**
 * A text with its codes as chips, in which what is searched for is marked. The mark is a ground and nothing else: no
 * space, no other weight, no isolate, so that Arabic letters stay joined across it.
 */
import { Fragment } from 'react';
import type { Codes } from '../../server/domain/content.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { CodeChip, CodedText } from './CodedText.tsx';
import { foundTokens } from './found.ts';

export interface FoundTextProps {
  readonly text: string;
  readonly codes: Codes;
  readonly locale: Locale;
  /** What is searched for; empty: nothing. */
  readonly query: string;
}

export function FoundText({ text, codes, locale, query }: FoundTextProps) {
  if (query.trim() === '') return <CodedText text={text} codes={codes} />;
  // A token has no identity but its place.
  return foundTokens(text, codes, query, locale).map((token, place) => {
    if (token.kind !== 'text') return <CodeChip key={place} token={token} codes={codes} />;
    return token.pieces.map(({ text: piece, isHit }, n) =>
      isHit ? (
        <mark key={`${place} ${n}`} className="hit">
          {piece}
        </mark>
      ) : (
        <Fragment key={`${place} ${n}`}>{piece}</Fragment>
      ),
    );
  });
}
