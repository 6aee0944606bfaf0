/**
 * What is found in all rows, read once they are here and again a while after something was decided: nobody waits for it,
 * and a reviewer who approves one after the other asks for it once. It is kept under a name of the desk's own, because the
 * reading that the QA page shows is read again at each change of its document.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Locale } from '../../../server/domain/locale.ts';
import { call } from '../../api.ts';
import { sumFindings, type RowFindings } from './row-findings.ts';

/** So long after the last decision. */
const leisureMs = 3000;
const nothing: ReadonlyMap<string, RowFindings> = new Map();

export interface RowFindingsOptions {
  readonly documentId: string;
  readonly locale: Locale;
  readonly isWhole: boolean;
  /** Another value whenever something was decided on any segment, or let stand. */
  readonly decided: string;
}

export function useRowFindings(options: RowFindingsOptions): ReadonlyMap<string, RowFindings> {
  const { documentId, locale, isWhole, decided } = options;
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['desk-findings', documentId, locale],
    queryFn: async ({ signal }) => {
      const params = { documentId, locale };
      const { findings } = await call('GET /api/documents/:documentId/checks/:locale', { params }, signal);
      return sumFindings(findings);
    },
    enabled: isWhole,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    // A map is no plain value to be compared part by part.
    structuralSharing: false,
  });
  const known = useRef(decided);
  useEffect(() => {
    if (!isWhole) known.current = decided;
    if (known.current === decided) return undefined;
    const timer = setTimeout(() => {
      known.current = decided;
      void client.invalidateQueries({ queryKey: ['desk-findings', documentId, locale] });
    }, leisureMs);
    return () => clearTimeout(timer);
  }, [client, documentId, locale, isWhole, decided]);
  return data ?? nothing;
}
