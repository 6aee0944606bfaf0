/** Threads beside a segment as they newly stand: where they are read, and as the count beside their row. */
import type { QueryClient } from '@tanstack/react-query';
import type { ThreadView } from '../server/contract/comments-api.ts';
import type { Locale } from '../server/domain/locale.ts';
import { keyOf } from './queries.ts';
import { rowsReadings, type RowsPage } from './rows-cache.ts';

export const commentsLine = 'GET /api/documents/:documentId/segments/:segmentId/targets/:locale/comments';

export interface TargetParams {
  readonly documentId: string;
  readonly segmentId: string;
  readonly locale: Locale;
}

export function showThreads(client: QueryClient, params: TargetParams, threads: readonly ThreadView[]): void {
  client.setQueryData(keyOf(commentsLine, { params }), { threads: [...threads] });
  const openComments = threads.filter(({ resolved }) => !resolved).length;
  for (const { put } of rowsReadings(client, params.documentId, params.locale)) {
    put((page) => withCount(page, params.segmentId, openComments));
  }
}

/** The very same page where the count is what it was: nothing is drawn again. */
function withCount(page: RowsPage, segmentId: string, openComments: number): RowsPage {
  const known = page.rows.find((row) => row.segmentId === segmentId);
  if (known === undefined || (known.openComments ?? 0) === openComments) return page;
  return { ...page, rows: page.rows.map((row) => (row === known ? { ...row, openComments } : row)) };
}
