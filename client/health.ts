/**
 * Whether the server can save at present. Its store turns read-only when its disk fails a write, until a restart: asked at
 * the start, with everything else when a lost connection is back (live.ts), when a change was refused for the disk's
 * sake, and now and then while it is so.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call, hear } from './api.ts';
import { keyOf } from './queries.ts';

const line = 'GET /api/health';
const askAgainMs = 10_000;

export function useReadOnly(): boolean {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: keyOf(line, {}),
    queryFn: ({ signal }) => call(line, {}, signal),
    refetchInterval: ({ state }) => state.data?.status === 'read-only' && askAgainMs,
  });
  useEffect(
    () =>
      hear((code) => {
        if (code === 'store.read-only' || code === 'store.full') {
          void client.invalidateQueries({ queryKey: keyOf(line, {}) });
        }
      }),
    [client],
  );
  return data?.status === 'read-only';
}
