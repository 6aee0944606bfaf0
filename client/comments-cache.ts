/** Threads beside a segment as they newly stand: where they are read, and as the count beside their row. */
import type { QueryClient } from '@tanstack/react-query';
import type { ReplyOf } from '../server/contract/api.ts';
import type { ThreadView } from '../server/contract/schemas.ts';
import type { Locale } from '../server/domain/locale.ts';
import type { RequestOf } from './api.ts';
import { keyOf } from './queries.ts';

export const commentsLine = 'GET /api/documents/:documentId/segments/:segmentId/targets/:locale/comments';
const rowsLine = 'GET /api/documents/:documentId/segments';
type Page = ReplyOf<typeof rowsLine>;

export interface TargetParams {
  readonly documentId: string;
  readonly segmentId: string;
  readonly locale: Locale;
}

export function showThreads(client: QueryClient, params: TargetParams, threads: readonly ThreadView[]): void {
  client.setQueryData(keyOf(commentsLine, { params }), { threads: [...threads] });
  const openComments = threads.filter(({ resolved }) => !resolved).length;
  for (const [key] of client.getQueriesData<Page>({ queryKey: [rowsLine] })) {
    const { params: of, query } = key[1] as RequestOf<typeof rowsLine>;
    if (of.documentId !== params.documentId || query.locale !== params.locale) continue;
    client.setQueryData<Page>(key, (page) => page && withCount(page, params.segmentId, openComments));
  }
}

/** The very same page where the count is what it was: nothing is drawn again. */
function withCount(page: Page, segmentId: string, openComments: number): Page {
  const known = page.rows.find((row) => row.segmentId === segmentId);
  if (known === undefined || (known.openComments ?? 0) === openComments) return page;
  return { ...page, rows: page.rows.map((row) => (row === known ? { ...row, openComments } : row)) };
}
