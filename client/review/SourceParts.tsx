/** A row's source to read: one paragraph, or those of all the segments that share one translation, one under another. */
import { Fragment, type ReactNode } from 'react';
import type { SegmentRow } from '../../server/contract/schemas.ts';
import { formatNumber, useI18n } from '../i18n.ts';

interface SourcePartsProps {
  readonly row: SegmentRow;
  /** How a text of it is shown. */
  readonly children: (text: string) => ReactNode;
}

export function SourceParts({ row: { text, parts }, children }: SourcePartsProps) {
  if (parts === undefined) return <Fragment>{children(text)}</Fragment>;
  return parts.map((part) => (
    <p key={part.segmentId} className="source-part">
      {children(part.text)}
    </p>
  ));
}

/** A row's number; the first and the last of a joined one, as many as they are. */
export function RowNumber({ row: { ordinal, parts } }: { readonly row: SegmentRow }) {
  const { t } = useI18n();
  const first = formatNumber(ordinal + 1);
  if (parts === undefined) return first;
  return (
    <span title={t('review.joined-parts', { count: parts.length })}>
      <bdi dir="ltr">
        {first}–{formatNumber(ordinal + parts.length)}
      </bdi>
      <span className="visually-hidden"> {t('review.joined-parts', { count: parts.length })}</span>
    </span>
  );
}
