/**
 * What happens elsewhere, as it happens: the server's event stream keeps the cache fresh. Decisions are gathered for a
 * moment, so that many at once (a translation at work) cost one reading; what they make stale is `live-targets.ts`'s. A job's progress
 * comes with the event and is shown as it is. After a lost connection everything shown is read again.
 */
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ServerEvent } from '../server/contract/api.ts';
import type { DocumentView } from '../server/contract/documents-api.ts';
import type { JobView } from '../server/contract/jobs-api.ts';
import type { JobProgress } from '../server/domain/job.ts';
import { addressOf } from './api.ts';
import { refreshAfter, type DecisionEvent } from './live-targets.ts';
import { keyOf, refresh, refreshQueue } from './queries.ts';
import { forgetLeases, putLease, type LeaseEvent } from './queue/live-leases.ts';

/** Gathers decisions for so long before their documents are read again. */
const gatherMs = 400;
/** Waits so long before asking again for a stream that was refused. */
const reopenMs = 3000;
/** A break that heals within this is told to nobody: browsers ask again after two seconds, as the server bids them. */
const graceMs = 6000;

/** Follows the server while the component is shown; says whether it is connected. */
export function useLiveUpdates(): boolean {
  const client = useQueryClient();
  const [isConnected, setConnected] = useState(true);
  useEffect(() => followServer(client, setConnected), [client]);
  return isConnected;
}

/**
 * Keeps the cache fresh from the event stream and tells when the connection is lost for longer than a moment, and when it
 * is back; gives the function that ends it. A stream breaks often where nothing is lost: a laptop changes its network, a
 * proxy has had enough of a long answer. A browser tries again by itself after a broken connection, but not after an answer that was no stream (a
 * proxy's page while the server restarts, a session that is gone): then we do, reading something small to learn which it was.
 */
export function followServer(client: QueryClient, onConnection: (isConnected: boolean) => void): () => void {
  const gathered = gatherRefreshes(client);
  let again: ReturnType<typeof setTimeout> | undefined;
  let queueRead: ReturnType<typeof setTimeout> | undefined;
  let alarm: ReturnType<typeof setTimeout> | undefined;
  let source = open();

  function open(wasLost = false): EventSource {
    const opened = new EventSource(addressOf('GET /api/events', {}));
    let isLost = wasLost;
    opened.addEventListener('open', () => {
      clearTimeout(alarm);
      alarm = undefined;
      onConnection(true);
      forgetLeases();
      if (isLost) void refresh(client);
      isLost = false;
    });
    opened.addEventListener('error', () => {
      isLost = true;
      alarm ??= setTimeout(() => onConnection(false), graceMs);
      if (opened.readyState === opened.CLOSED) again = setTimeout(reopen, reopenMs);
    });
    opened.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as ServerEvent;
      if (event.type === 'job') showProgress(client, event.job);
      else if (event.type === 'decision') gathered.add(event);
      else hearLease(event);
    });
    return opened;
  }

  /** Who is in a segment is shown as it is told; what is taken changes the queue as well. */
  function hearLease(event: LeaseEvent): void {
    putLease(event);
    if (event.type === 'claim') queueRead ??= setTimeout(readQueue, gatherMs);
  }

  function readQueue(): void {
    queueRead = undefined;
    void refreshQueue(client);
  }

  /** The queue's answer tells whether the session is gone. Everything is read when the stream is there. */
  function reopen(): void {
    void refreshQueue(client);
    source = open(true);
  }

  return () => {
    source.close();
    clearTimeout(again);
    clearTimeout(queueRead);
    clearTimeout(alarm);
    gathered.end();
  };
}

/** Puts a job's progress where it is shown: its own reading, and its document's list of jobs. */
export function showProgress(client: QueryClient, progress: JobProgress): void {
  const job: JobView = { ...progress, locales: [...progress.locales] };
  const { documentId, jobId } = job;
  client.setQueryData(keyOf('GET /api/documents/:documentId/jobs/:jobId', { params: { documentId, jobId } }), job);
  client.setQueryData(
    keyOf('GET /api/documents/:documentId', { params: { documentId } }),
    (document: DocumentView | undefined) => document && { ...document, jobs: withJob(document.jobs, job) },
  );
}

/** The list with this job's newest state, in its place or at the end. */
export function withJob(jobs: readonly JobView[], job: JobView): JobView[] {
  const known = jobs.some(({ jobId }) => jobId === job.jobId);
  return known ? jobs.map((one) => (one.jobId === job.jobId ? job : one)) : [...jobs, job];
}

function gatherRefreshes(client: QueryClient): { add: (event: DecisionEvent) => void; end: () => void } {
  const waiting = new Map<string, DecisionEvent[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    timer = undefined;
    for (const [documentId, events] of waiting) void refreshAfter(client, documentId, events);
    waiting.clear();
  };
  return {
    add(event) {
      waiting.set(event.stream, [...(waiting.get(event.stream) ?? []), event]);
      timer ??= setTimeout(flush, gatherMs);
    },
    end: () => clearTimeout(timer),
  };
}
