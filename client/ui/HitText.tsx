/** A text with what somebody looked for marked: by a ground behind the letters, which breaks no join. */
import { Fragment } from 'react';
import type { MarkedView } from '../../server/contract/suggestions-api.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { Text } from './Text.tsx';
import './hit-text.css';

export interface HitTextProps {
  readonly side: MarkedView;
  readonly locale: Locale;
  readonly className?: string;
}

export function HitText({ side: { text, hits }, locale, className = '' }: HitTextProps) {
  return (
    <Text as="p" locale={locale} prose className={`hit-text ${className}`.trimEnd()}>
      {hits.map(([start, end], at) => (
        <Fragment key={start}>
          {text.slice(hits[at - 1]?.[1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(hits.at(-1)?.[1] ?? 0)}
    </Text>
  );
}
