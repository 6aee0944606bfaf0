/**
 * The rows of a document in a language, as the cache holds them: under which key, and in which readings a target stands.
 * Events (`live-targets.ts`), comments (`comments-cache.ts`) and the desk (`review/use-desk.ts`) all mend them in place.
 */
import type { QueryClient } from '@tanstack/react-query';
import type { ReplyOf } from '../server/contract/api.ts';
import type { Locale } from '../server/domain/locale.ts';
import type { RequestOf } from './api.ts';
import { keyOf } from './queries.ts';

export const rowsLine = 'GET /api/documents/:documentId/segments';
export type RowsPage = ReplyOf<typeof rowsLine>;
type RowsKey = ReturnType<typeof keyOf<typeof rowsLine>>;

export interface RowsReading {
  readonly locale: Locale;
  readonly page: RowsPage;
  /** Puts another page in its place. */
  readonly put: (change: (page: RowsPage) => RowsPage) => void;
}

export function rowsKey(documentId: string, locale: Locale): RowsKey {
  return keyOf(rowsLine, { params: { documentId }, query: { locale } });
}

/** Every reading of a document's rows; of one language only, where it is named. */
export function rowsReadings(client: QueryClient, documentId: string, locale?: Locale): RowsReading[] {
  return client.getQueriesData<RowsPage>({ queryKey: [rowsLine] }).flatMap(([key, page]): RowsReading[] => {
    const { params, query } = key[1] as RequestOf<typeof rowsLine>;
    const isMeant = params.documentId === documentId && (locale ?? query.locale) === query.locale;
    if (!page || !isMeant) return [];
    const put = (change: (page: RowsPage) => RowsPage): void => {
      client.setQueryData<RowsPage>(key, (known) => known && change(known));
    };
    return [{ locale: query.locale, page, put }];
  });
}
