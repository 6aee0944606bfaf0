/** The termbase, as this document sees it: one value for all who ask, the same until a term changes. */
import { useMemo } from 'react';
import type { DocumentId } from '../../../server/domain/document.ts';
import { useRead } from '../../queries.ts';
import type { Termbase } from '../checks/check-now.ts';

/** Until it is read, and where it cannot be: empty. Nothing waits for it. */
export function useTermbase(documentId: DocumentId): Termbase {
  const terms = useRead('GET /api/terms', {}).data?.terms;
  return useMemo(() => ({ terms: terms ?? [], documentId }), [terms, documentId]);
}
