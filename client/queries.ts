/**
 * What the desk holds of the server: react-query over the contract. The key of a reading is its request line and its
 * request, so that a page says only what it needs, and an event only which document it is about.
 * Nothing is optimistic: a change shows when the server has it on disk.
 */
import {
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { ApiLine, ReplyOf } from '../server/contract/api.ts';
import { call, Problem, type RequestOf } from './api.ts';

export type ReadLine = Extract<ApiLine, `GET ${string}`>;
export type ChangeLine = Exclude<ApiLine, ReadLine>;

/**
 * A failed connection is tried twice more; a refusal is an answer and is not asked for again. What a browser believes of its
 * network decides nothing: the server may stand on the same machine. And by default a change that was asked for offline
 * would wait unseen, and be sent whenever the network is back: a press of "publish" an hour later, with nobody there.
 */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        refetchOnReconnect: true,
        staleTime: 30_000,
        retry: (count, error) => error instanceof Problem && error.code === 'network.unreachable' && count < 2,
      },
    },
  });
}

export function keyOf<L extends ReadLine>(line: L, request: RequestOf<L>): readonly [L, RequestOf<L>] {
  return [line, request];
}

/** Reads a line and keeps it fresh: `useRead('GET /api/documents/:documentId', { params })`. */
export function useRead<L extends ReadLine>(line: L, request: RequestOf<L>): UseQueryResult<ReplyOf<L>> {
  return useQuery({ queryKey: keyOf(line, request), queryFn: ({ signal }) => call(line, request, signal) });
}

/**
 * Sends a change; afterwards everything known of its document, and the board, is read again. `mutate` takes the request
 * of the line; to try again, send the same request, whose decision id makes it the same decision.
 */
export function useChange<L extends ChangeLine>(
  line: L,
  onDone?: (reply: ReplyOf<L>, request: RequestOf<L>) => void,
): UseMutationResult<ReplyOf<L>, Error, RequestOf<L>> {
  const client = useQueryClient();
  return useMutation<ReplyOf<L>, Error, RequestOf<L>>({
    mutationFn: (request) => call(line, request),
    onSuccess: (reply, request) => onDone?.(reply, request),
    onSettled: (_reply, _error, request) => void refresh(client, documentIdIn(request)),
  });
}

/** What is about all documents, so that every decision may change it. */
const aboutAll: ReadonlySet<unknown> = new Set<ReadLine>(['GET /api/documents', 'GET /api/archive', 'GET /api/queue']);

/** Reads again what is known of a document (all of it, where none is named) but one line, and what is about all. */
export async function refresh(client: QueryClient, documentId?: string, except?: ReadLine): Promise<void> {
  await client.invalidateQueries({
    predicate: ({ queryKey: [line, request] }) =>
      line !== except && (aboutAll.has(line) || documentId === undefined || documentIdIn(request) === documentId),
  });
}

/** Reads the queue again: somebody took something, or gave it back. */
export function refreshQueue(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: ['GET /api/queue'] });
}

function documentIdIn(request: unknown): string | undefined {
  return (request as { params?: { documentId?: string } } | undefined)?.params?.documentId;
}
