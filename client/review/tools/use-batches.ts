/** Batches in React: how far they have got, what stopped them, and going on from there. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { refresh } from '../../queries.ts';
import { atRest, sendBatches, type BatchAnswer, type BatchRun } from './batches.ts';

export interface Batches<T> {
  /** Undefined before the start. */
  readonly run: BatchRun | undefined;
  readonly total: number;
  readonly isRunning: boolean;
  readonly error: unknown;
  readonly start: (all: readonly T[]) => void;
  /** Goes on with what is not answered yet. */
  readonly goOn: () => void;
}

export function useBatches<T>(
  documentId: string,
  send: (batch: readonly T[]) => Promise<BatchAnswer>,
  onDone: (run: BatchRun, all: readonly T[]) => void,
): Batches<T> {
  const client = useQueryClient();
  const all = useRef<readonly T[]>([]);
  const [run, setRun] = useState<BatchRun>();
  const [total, setTotal] = useState(0);
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<unknown>();

  const work = async (begun: BatchRun): Promise<void> => {
    setRun(begun);
    setRunning(true);
    setError(undefined);
    try {
      const ended = await sendBatches(all.current, begun, send, setRun);
      await refresh(client, documentId);
      onDone(ended, all.current);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setRunning(false);
    }
  };
  return {
    run,
    total,
    isRunning,
    error,
    start: (items) => {
      all.current = items;
      setTotal(items.length);
      void work(atRest);
    },
    goOn: () => void work(run ?? atRest),
  };
}
