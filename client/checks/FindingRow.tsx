/**
 * One finding: what the check says, the words that it marks, and where. The excerpt leads to the segment in the desk; what
 * can be done stands beside it.
 */
import { useMemo, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Codes } from '../../server/domain/content.ts';
import type { Span } from '../../server/domain/language/fold.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import { CodedText } from '../review/CodedText.tsx';
import { Text } from '../ui/Text.tsx';
import { findingSentence } from './finding-words.ts';
import type { Found } from './finding-groups.ts';
import { markedExcerpt } from './marked-excerpt.ts';

export interface Place {
  readonly documentId: string;
  readonly locale: Locale;
  /** The language of the source. */
  readonly from: Locale;
}

export interface FindingRowProps {
  readonly at: Place;
  readonly found: Found;
  /** More about it, under the excerpt. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

export function FindingRow({ at, found: { finding, segment }, children, actions }: FindingRowProps) {
  const { t, number } = useI18n();
  const { documentId, locale, from } = at;
  const { spans, sourceSpans = [], ordinal } = finding;
  const { text, source, codes } = segment;
  return (
    <li className="finding">
      <span className="finding-number muted small">{number(ordinal + 1)}</span>
      <div className="finding-body">
        <p className="finding-sentence">{findingSentence(finding, codes, t)}</p>
        {source !== undefined && sourceSpans.length > 0 && (
          <Excerpt text={source} spans={sourceSpans} codes={codes} locale={from} />
        )}
        <Excerpt text={text} spans={spans} codes={codes} locale={locale} />
        {children}
      </div>
      <div className="finding-actions">
        {/* The source has no desk of its own: it stands beside its first translation. */}
        {locale !== from && (
          <Link
            className="button quiet"
            aria-label={t('quality.open-desk', { n: ordinal + 1 })}
            to={`/documents/${documentId}/review/${locale}?segment=${ordinal}`}
          >
            {t('quality.segment', { n: ordinal + 1 })}
          </Link>
        )}
        {actions}
      </div>
    </li>
  );
}

interface ExcerptProps {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly codes: Codes;
  readonly locale: Locale;
}

function Excerpt({ text, spans, codes, locale }: ExcerptProps) {
  const pieces = useMemo(() => markedExcerpt(text, spans), [text, spans]);
  return (
    <Text as="p" locale={locale} prose className="finding-excerpt">
      {/* A piece has no identity but its place. */}
      {pieces.map(({ text: piece, isMarked }, place) =>
        isMarked ? (
          <mark key={place}>
            <CodedText text={piece} codes={codes} />
          </mark>
        ) : (
          <CodedText key={place} text={piece} codes={codes} />
        ),
      )}
    </Text>
  );
}
