/**
 * Batches in React: how far they have got, what stopped them, and going on from there. What was taken can be taken back: a
 * note offers that when all is answered, and also where the dialog is closed half-way.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Locale } from '../../../server/domain/locale.ts';
import { refresh } from '../../queries.ts';
import type { Desk } from '../desk.ts';
import { atRest, sendBatches, takenOf, type BatchAnswer, type BatchRun } from './batches.ts';
import { toastWithUndo } from './undo-many.ts';

/** One of many decisions. */
export interface OneOfMany {
  readonly segmentId: string;
  readonly decisionId: string;
}

export interface BatchesOptions<T> {
  readonly documentId: string;
  readonly locale: Locale;
  /** Absent: they are decided on another page. */
  readonly desk?: Desk;
  readonly send: (batch: readonly T[]) => Promise<BatchAnswer>;
  /** The note on so many that were taken. */
  readonly noteOn: (taken: number) => string;
  /** Called when all were taken as well: nothing is left to be told in the dialog. */
  readonly onClose: () => void;
}

export interface Batches<T> {
  /** Undefined before the start. */
  readonly run: BatchRun | undefined;
  readonly total: number;
  readonly isRunning: boolean;
  readonly error: unknown;
  readonly start: (all: readonly T[]) => void;
  /** Goes on with what is not answered yet. */
  readonly goOn: () => void;
  /** Ends the dialog; not while it runs. */
  readonly close: () => void;
}

export function useBatches<T extends OneOfMany>(options: BatchesOptions<T>): Batches<T> {
  const { documentId, locale, desk, send, noteOn, onClose } = options;
  const client = useQueryClient();
  const all = useRef<readonly T[]>([]);
  const [run, setRun] = useState<BatchRun>();
  const [total, setTotal] = useState(0);
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<unknown>();

  const offerUndo = ({ done, taken, refused }: BatchRun): void => {
    if (taken === 0) return;
    const decisionIds = takenOf(all.current.slice(0, done), refused);
    toastWithUndo(client, desk, noteOn(taken), { documentId, locale, decisionIds });
  };
  const work = async (begun: BatchRun): Promise<void> => {
    setRun(begun);
    setRunning(true);
    setError(undefined);
    try {
      const ended = await sendBatches(all.current, begun, send, setRun);
      await refresh(client, documentId);
      offerUndo(ended);
      if (ended.refused.length === 0) onClose();
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
    close: () => {
      if (isRunning) return;
      if (error !== undefined && run) offerUndo(run);
      onClose();
    },
  };
}
