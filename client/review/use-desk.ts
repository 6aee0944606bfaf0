/**
 * Joins the desk to React: one desk per document and locale, its rows from the query cache, what it keeps on this
 * device, and the moments at which it sends again (the connection is back) or at once (the page is hidden or left).
 */
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { SegmentRow } from '../../server/contract/segments-api.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { call } from '../api.ts';
import { newDecisionId } from '../decision-id.ts';
import { t } from '../i18n.ts';
import { rowsKey, rowsLine, type RowsPage } from '../rows-cache.ts';
import { windowId } from '../this-window.ts';
import { toast } from '../ui/toasts.ts';
import type { DeskState } from './desk-state.ts';
import { openDesk, type Desk } from './desk.ts';
import { readInSlices } from './row-slices.ts';
import { fits, keepNewer, withTarget } from './rows.ts';
import { timeMeter } from './time-meter.ts';
import { unsavedStore } from './unsaved-store.ts';
import { useStable } from './use-stable.ts';
import { refusalAt } from './use-undo.ts';
import { lookedHere } from './use-diff-bases.ts';

const retryMs = 5000;

export interface DeskInReact {
  readonly desk: Desk;
  readonly state: DeskState;
  readonly segments: UseQueryResult<RowsPage>;
}

export function useDesk(documentId: string, locale: Locale): DeskInReact {
  const client = useQueryClient();
  const key = rowsKey(documentId, locale);
  const rows = (): readonly SegmentRow[] => client.getQueryData<RowsPage>(key)?.rows ?? [];
  const [desk] = useState(() =>
    openDesk({
      documentId,
      locale,
      call,
      store: unsavedStore(localStorage, documentId, locale, windowId),
      newId: newDecisionId,
      meter: timeMeter(() => performance.now()),
      target: (segmentId) => rows().find((row) => row.segmentId === segmentId)?.target,
      putTarget: (segmentId, target) => {
        lookedHere(documentId, locale).saw(segmentId, target.revision);
        const row = rows().find((one) => one.segmentId === segmentId);
        if (row && !fits(row, target)) void client.invalidateQueries({ queryKey: key });
        client.setQueryData<RowsPage>(
          key,
          (page) => page && { ...page, rows: withTarget(page.rows, segmentId, target) },
        );
      },
    }),
  );
  const state = useSyncExternalStore(desk.subscribe, desk.state);
  const segments = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const isFirst = rows().length === 0;
      const fresh = await readInSlices(
        (slice) => call(rowsLine, { params: { documentId }, query: { locale, ...slice } }, signal),
        (part) => isFirst && client.setQueryData(key, { ...part, rows: keepNewer(rows(), part.rows) }),
      );
      return { ...fresh, rows: keepNewer(rows(), fresh.rows) };
    },
    // The event stream keeps them fresh, and has them read again after it was lost: a window that gets the focus back
    // would read megabytes to find what it has.
    staleTime: Number.POSITIVE_INFINITY,
  });
  useRetries(desk, state, (segmentId) => {
    const ordinal = rows().find((row) => row.segmentId === segmentId)?.ordinal;
    const reason = refusalAt(desk, segmentId);
    if (ordinal !== undefined && reason) toast(t('review.failed-at', { n: ordinal + 1, reason }), 'error');
  });
  useLeaving(desk);
  useLastGuard(state);
  useReconciling(desk, segments.data?.rows);
  useOtherTabs(desk);
  return { desk, state, segments };
}

/**
 * Whatever waits for the connection goes again when the browser says that it is back, and every few seconds. Whoever
 * decided has gone on by then: what is refused after all is told.
 */
function useRetries(desk: Desk, { entries, acts }: DeskState, onRefused: (segmentId: string) => void): void {
  const tell = useStable(onRefused);
  const waits = [...Object.values(entries), ...Object.values(acts)].some(({ standing }) => standing === 'waiting');
  useEffect(() => {
    if (!waits) return undefined;
    const again = (): void => void desk.retry().then((refused) => refused.forEach(tell));
    window.addEventListener('online', again);
    const timer = setInterval(again, retryMs);
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [desk, waits, tell]);
}

/** Leaving the page, or hiding it, leaves its row. What the server does not get is kept on this device. */
function useLeaving(desk: Desk): void {
  useEffect(() => {
    const saveAll = (): void => {
      for (const [segmentId, { standing, restored }] of Object.entries(desk.state().entries)) {
        if (standing === 'typed' && !restored) void desk.save(segmentId);
      }
    };
    const whenHidden = (): void => {
      if (document.visibilityState === 'hidden') saveAll();
    };
    document.addEventListener('visibilitychange', whenHidden);
    return () => {
      document.removeEventListener('visibilitychange', whenHidden);
      saveAll();
    };
  }, [desk]);
}

/** A text for which the device has no room is in this page only: the browser asks before it goes. */
function useLastGuard({ entries }: DeskState): void {
  const isAtRisk = Object.values(entries).some(({ unkept }) => unkept);
  useEffect(() => {
    if (!isAtRisk) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isAtRisk]);
}

function useReconciling(desk: Desk, rows: readonly SegmentRow[] | undefined): void {
  useEffect(() => {
    if (rows) desk.reconcile();
  }, [desk, rows]);
}

/** Every other tab is told when one changes what is kept; the one that does is not. */
function useOtherTabs(desk: Desk): void {
  useEffect(() => {
    window.addEventListener('storage', desk.followTabs);
    return () => window.removeEventListener('storage', desk.followTabs);
  }, [desk]);
}
