/** A row's source to read: one paragraph, or those of all the segments that share one translation, one under another. */
import { Fragment, type ReactNode } from 'react';
import type { SegmentRow } from '../../server/contract/segments-api.ts';
import { formatNumber, useI18n } from '../i18n.ts';

interface SourcePartsProps {
  readonly row: SegmentRow;
  /** How a text of it is shown; `start`: where it begins in the whole. */
  readonly children: (text: string, start: number) => ReactNode;
}

export function SourceParts({ row: { text, parts }, children }: SourcePartsProps) {
  if (parts === undefined) return <Fragment>{children(text, 0)}</Fragment>;
  const starts = startsOf(text, parts);
  return parts.map((part, n) => (
    <p key={part.segmentId} className="source-part">
      {children(part.text, starts[n] ?? 0)}
    </p>
  ));
}

/** Where each part begins in the whole. */
function startsOf(text: string, parts: ReadonlyArray<{ readonly text: string }>): number[] {
  let end = 0;
  return parts.map((part) => {
    const start = Math.max(text.indexOf(part.text, end), end);
    end = start + part.text.length;
    return start;
  });
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
