/**
 * The rows, as many as fit the window and a few more: a document of 5,000 segments scrolls like one of fifty. The page
 * itself scrolls, so find, zoom and a phone's toolbar work as everywhere.
 */
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { SegmentRow } from '../../server/contract/schemas.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import type { DeskState } from './desk-state.ts';
import { QuietRow } from './QuietRow.tsx';
import { isWork, type WorkRow } from './rows.ts';

export interface SegmentListProps {
  readonly rows: readonly SegmentRow[];
  readonly active: WorkRow;
  readonly state: DeskState;
  readonly from: Locale;
  readonly locale: Locale;
  readonly onOpen: (row: WorkRow) => void;
  readonly onShowAll: () => void;
  /** The open row. */
  readonly children: ReactNode;
}

/** A paragraph of three lines; measured as soon as it is drawn. */
const guessedHeight = 92;

export function SegmentList({ rows, active, state, from, locale, onOpen, onShowAll, children }: SegmentListProps) {
  const { t } = useI18n();
  const list = useRef<HTMLOListElement>(null);
  const [top, setTop] = useState(0);
  const activeIndex = rows.findIndex(({ segmentId }) => segmentId === active.segmentId);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => guessedHeight,
    getItemKey: (index) => rows[index]?.segmentId ?? index,
    overscan: 6,
    scrollMargin: top,
    scrollPaddingStart: headerHeight() + 8,
    scrollPaddingEnd: 24,
    initialOffset: () => window.scrollY,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const first = Math.max(startIndex - overscan, 0);
      const last = Math.min(endIndex + overscan, count - 1);
      const range = Array.from({ length: last - first + 1 }, (_, i) => first + i);
      // The open row stays in the page wherever one scrolls: its caret and its selection live there.
      return activeIndex < 0 || (activeIndex >= first && activeIndex <= last)
        ? range
        : [...range, activeIndex].toSorted((a, b) => a - b);
    },
  });
  // Notes above the list come and go.
  useLayoutEffect(() => {
    const next = list.current ? list.current.getBoundingClientRect().top + window.scrollY : 0;
    if (Math.abs(next - top) > 0.5) setTop(next);
  });
  const scrollTo = useRef(virtual.scrollToIndex);
  scrollTo.current = virtual.scrollToIndex;
  useEffect(() => {
    if (activeIndex >= 0) scrollTo.current(activeIndex, { align: 'auto' });
    // Only when another row is opened; not when rows come or go around it.
  }, [active.segmentId]);

  const open = useStable(onOpen);
  const nothingElse = rows.length === 1 && activeIndex === 0;
  return (
    <>
      <ol
        ref={list}
        className="desk-rows"
        aria-label={t('review.list')}
        style={{ blockSize: `${virtual.getTotalSize()}px` }}
      >
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={rows.length}
              style={{ transform: `translateY(${start - top}px)` }}
            >
              {index === activeIndex ? (
                children
              ) : (
                <Quiet row={row} from={from} locale={locale} mark={markOf(state, row)} onOpen={open} />
              )}
            </li>
          );
        })}
      </ol>
      {nothingElse && (
        <EmptyState title={t('review.no-match')} action={<Button onPress={onShowAll}>{t('review.show-all')}</Button>}>
          {t('review.no-match-hint')}
        </EmptyState>
      )}
    </>
  );
}

const Quiet = memo(QuietRow);

export type UnsavedMark = 'unsaved' | 'conflict' | undefined;

function markOf({ entries }: DeskState, row: SegmentRow): UnsavedMark {
  const entry = entries[row.segmentId];
  if (!entry || !isWork(row)) return undefined;
  return row.target.revision > entry.kept.baseRevision && !entry.kept.sent ? 'conflict' : 'unsaved';
}

function headerHeight(): number {
  return document.querySelector('.desk-header')?.getBoundingClientRect().height ?? 0;
}

/** The same function for as long as the list lives, so that quiet rows are not drawn again. */
function useStable<A extends readonly unknown[]>(work: (...args: A) => void): (...args: A) => void {
  const latest = useRef(work);
  useLayoutEffect(() => {
    latest.current = work;
  });
  return useRef((...args: A) => latest.current(...args)).current;
}
