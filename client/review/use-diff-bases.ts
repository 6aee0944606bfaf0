/**
 * What the open segment can be compared with: one reading for all who ask. And the memory of what was seen, which is
 * read as the row opens and written as it is left: during a visit “since I last looked” does not move.
 */
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { DiffBases } from '../../server/contract/segments-api.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { useRead } from '../queries.ts';
import { lookedOn, type Looked } from './looked.ts';

/** What this device remembers of a document in a language. */
export function lookedHere(documentId: string, locale: Locale): Looked {
  return lookedOn(localStorage, documentId, locale, Date.now);
}

export function useDiffBases(documentId: string, segmentId: string, locale: Locale): UseQueryResult<DiffBases> {
  const looked = useMemo(() => lookedHere(documentId, locale).revisionOf(segmentId), [documentId, segmentId, locale]);
  return useRead('GET /api/documents/:documentId/segments/:segmentId/targets/:locale/diff', {
    params: { documentId, segmentId, locale },
    query: looked === undefined ? {} : { looked },
  });
}

/** Remembers what stands in the row when it is left, or the page with it. */
export function useLooking(documentId: string, segmentId: string, locale: Locale, revision: number): void {
  const shown = useRef(revision);
  useEffect(() => {
    shown.current = revision;
  }, [revision]);
  useEffect(() => {
    const leave = (): void => lookedHere(documentId, locale).saw(segmentId, shown.current);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [documentId, segmentId, locale]);
}
