/**
 * The rows, as many as fit the window and a few more: a document of 5,000 segments scrolls like one of fifty. The page
 * itself scrolls, so find, zoom and a phone's toolbar work as everywhere.
 */
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { SegmentRow } from '../../server/contract/segments-api.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import type { DeskState } from './desk-state.ts';
import { sheetHeight } from './panel/panel-focus.ts';
import { QuietRow } from './QuietRow.tsx';
import { isWork, type WorkRow } from './rows.ts';
import { scrollFor } from './scroll.ts';
import { useStable } from './use-stable.ts';

export interface SegmentListProps {
  readonly rows: readonly SegmentRow[];
  /** How many of them were asked for; the open row is shown in any case. */
  readonly matches: number;
  readonly active: WorkRow;
  readonly state: DeskState;
  readonly from: Locale;
  readonly locale: Locale;
  /** What is searched for. */
  readonly query: string;
  readonly onOpen: (row: WorkRow) => void;
  readonly onShowAll: () => void;
  /** The open row. */
  readonly children: ReactNode;
}

/** A paragraph of three lines; measured as soon as it is drawn. */
const guessedHeight = 92;
/** So long after a row is opened, what is measured late may still move it. */
const settlingMs = 600;

export function SegmentList({
  rows,
  matches,
  active,
  state,
  from,
  locale,
  query,
  onOpen,
  onShowAll,
  children,
}: SegmentListProps) {
  const { t } = useI18n();
  const list = useRef<HTMLOListElement>(null);
  const top = useTopOf(list);
  const open = useStable(onOpen);
  /** Read when another row is opened; rows that come or go around the open one move nothing. */
  const place = useRef(0);
  const isShown = useRef(false);
  const settlesUntil = useRef(0);
  const activeIndex = rows.findIndex(({ segmentId }) => segmentId === active.segmentId);
  // A new one would have every row measured anew.
  const getItemKey = useCallback((index: number) => rows[index]?.segmentId ?? index, [rows]);
  // oxlint-disable-next-line react/incompatible-library -- its answers change with scrolling, and nothing here memoises them
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => guessedHeight,
    getItemKey,
    overscan: 6,
    scrollMargin: top,
    scrollPaddingStart: headerHeight() + 8,
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
  const isPlaced = top > 0;
  // The side panel comes and goes, the window is drawn narrower: every row breaks its lines anew.
  useOnNewWidth(list, () => {
    if (isInSight(list.current, place.current)) settlesUntil.current = performance.now() + settlingMs;
  });
  useLayoutEffect(() => {
    place.current = activeIndex;
  });
  useEffect(() => {
    const by = isPlaced ? distanceTo(list.current, place.current) : undefined;
    if (by === undefined) return;
    settlesUntil.current = performance.now() + settlingMs;
    // At first, and far away, the heights in between are guesses: the list finds its way there and corrects them. Nothing
    // lies above the first row, so a phone keeps the header in sight.
    const isGuess = (!isShown.current && place.current > 0) || Math.abs(by) > window.innerHeight;
    if (isGuess) virtual.scrollToIndex(place.current, { align: 'start' });
    else window.scrollBy(0, by);
    isShown.current = true;
  }, [virtual, active.segmentId, isPlaced]);
  // The row that was open shrinks and this one grows when they are measured, after it was shown: it is kept in sight
  // until that is over, or until somebody scrolls.
  useEffect(() => {
    if (performance.now() < settlesUntil.current) window.scrollBy(0, distanceTo(list.current, place.current) ?? 0);
  });
  useEffect(() => {
    const letGo = (): void => void (settlesUntil.current = 0);
    const gestures = ['wheel', 'touchmove'] as const;
    for (const gesture of gestures) window.addEventListener(gesture, letGo, { passive: true });
    return () => gestures.forEach((gesture) => window.removeEventListener(gesture, letGo));
  }, []);
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
                <Quiet row={row} from={from} locale={locale} mark={markOf(state, row)} query={query} onOpen={open} />
              )}
            </li>
          );
        })}
      </ol>
      {matches === 0 && (
        <EmptyState title={t('review.no-match')} action={<Button onPress={onShowAll}>{t('review.show-all')}</Button>}>
          {t('review.no-match-hint')}
        </EmptyState>
      )}
    </>
  );
}

const Quiet = memo(QuietRow);

export type UnsavedMark = 'unsaved' | 'conflict' | 'aside' | 'refused' | undefined;

function markOf({ entries, acts, aside }: DeskState, row: SegmentRow): UnsavedMark {
  const entry = entries[row.segmentId];
  if (!isWork(row)) return undefined;
  if (!entry && acts[row.segmentId]?.standing === 'refused') return 'refused';
  if (!entry) return aside[row.segmentId] && 'aside';
  return row.target.revision > entry.kept.baseRevision && !entry.kept.sent ? 'conflict' : 'unsaved';
}

/** How far to scroll so that a row is in sight; undefined while it is not drawn. */
function distanceTo(list: HTMLElement | null, index: number): number | undefined {
  const row = list?.querySelector(`[data-index="${index}"]`)?.getBoundingClientRect();
  return row && scrollFor(row, { top: headerHeight() + 8, bottom: window.innerHeight - sheetHeight() - 24 });
}

/** What the header covers: nothing where it scrolls away with the page. */
function headerHeight(): number {
  const header = document.querySelector('.desk-header');
  return header && getComputedStyle(header).position === 'sticky' ? header.getBoundingClientRect().height : 0;
}

function isInSight(list: HTMLElement | null, index: number): boolean {
  const row = list?.querySelector(`[data-index="${index}"]`)?.getBoundingClientRect();
  return row !== undefined && row.bottom > headerHeight() && row.top < window.innerHeight - sheetHeight();
}

function useOnNewWidth(list: RefObject<HTMLElement | null>, work: () => void): void {
  const answer = useStable(work);
  useLayoutEffect(() => {
    let width: number | undefined;
    const observer = new ResizeObserver(([entry]) => {
      const now = entry?.contentRect.width;
      if (width !== undefined && now !== width) answer();
      width = now;
    });
    if (list.current) observer.observe(list.current);
    return () => observer.disconnect();
  }, [list, answer]);
}

/** Where the list begins on the page. Notes above it come and go, and the page's height tells. */
function useTopOf(list: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => setTop(Math.round((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY));
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    measure();
    return () => observer.disconnect();
  }, [list]);
  return top;
}
