/** The queue in React: what waits, what this window has taken, and taking and giving back. */
import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import type { BodyOf, QueryOf } from '../../server/contract/api.ts';
import type { QueuePage } from '../../server/contract/queue-api.ts';
import type { Place } from '../../server/domain/lease.ts';
import { call } from '../api.ts';
import { t } from '../i18n.ts';
import { sentenceOf } from '../problems.ts';
import { keyOf, refreshQueue } from '../queries.ts';
import { windowId } from '../this-window.ts';
import { toast } from '../ui/toasts.ts';
import { rememberedLocales } from './queue-filter.ts';
import { deskAddress, withFocus } from './taken.ts';

const line = 'GET /api/queue';

/** Reads the queue; while another part of it is being read, what was shown stays. */
export function useQueue(query: QueryOf<typeof line>): UseQueryResult<QueuePage> {
  const request = { query: { ...query, windowId } };
  return useQuery({
    queryKey: keyOf(line, request),
    queryFn: ({ signal }) => call(line, request, signal),
    placeholderData: keepPreviousData,
  });
}

/** How much waits in the reader's languages, and what this window has taken: no entries. */
export function useQueueSums(): Pick<QueuePage, 'total' | 'taken'> | undefined {
  return useQueue({ locale: rememberedLocales().join(','), limit: 0 }).data;
}

type TakeOrder = Omit<BodyOf<'POST /api/queue/claim'>, 'windowId'>;

/** Takes the next ones and opens the first of them; says so where there are none. One order at a time. */
export function useTake(): (order: TakeOrder) => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mutate, isPending } = useMutation({
    mutationFn: (order: TakeOrder) => call('POST /api/queue/claim', { body: { ...order, windowId } }),
    onSuccess: ({ entries: [first] }) => {
      if (first) void navigate(deskAddress(first), withFocus);
      else toast(t('queue.nothing-free'));
    },
    onError: (error) => toast(sentenceOf(error), 'error'),
    onSettled: () => refreshQueue(client),
  });
  return (order) => {
    if (!isPending) mutate(order);
  };
}

/** Gives back these places, or all. */
export function useGiveBack(): (places?: readonly Place[]) => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (places: readonly Place[] | undefined) =>
      call('POST /api/queue/release', { body: { windowId, ...(places && { places: places.map(placeOf) }) } }),
    onError: (error) => toast(sentenceOf(error), 'error'),
    onSettled: () => refreshQueue(client),
  });
  return useCallback((places) => mutate(places), [mutate]);
}

function placeOf({ documentId, segmentId, locale }: Place): Place {
  return { documentId, segmentId, locale };
}
