/**
 * What the checks of an edition need beside its texts: the policies that hold in it, and what people let stand. Read once
 * for the desk, shared by everything on it; a dismissal answers with what holds from then on.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ReplyOf } from '../../../server/contract/api.ts';
import type { Dismissal } from '../../../server/domain/document.ts';
import type { Locale } from '../../../server/domain/locale.ts';
import { policyFor, type Policy } from '../../../server/domain/policy.ts';
import { call } from '../../api.ts';
import { newDecisionId } from '../../decision-id.ts';
import { keyOf, useRead } from '../../queries.ts';
import type { DeskFinding } from '../findings.ts';

const standingsLine = 'GET /api/documents/:documentId/checks/:locale/dismissals';
const findingsLine = 'GET /api/documents/:documentId/checks/:locale';
const lines = {
  dismiss: 'POST /api/documents/:documentId/checks/:locale/dismiss',
  reinstate: 'POST /api/documents/:documentId/checks/:locale/reinstate',
} as const;

export interface Standings {
  readonly policy: Policy;
  readonly dismissals: readonly Dismissal[];
}

/** Until it is read: the defaults of the language, and nothing dismissed. */
export function useStandings(documentId: string, locale: Locale): Standings {
  const { data } = useRead(standingsLine, { params: { documentId, locale } });
  return useMemo(
    () => ({
      policy: data?.policy ?? policyFor(locale),
      dismissals: data?.dismissals.map((one) => ({ ...one, locale })) ?? [],
    }),
    [data, locale],
  );
}

/** What names a finding to be dismissed, or taken up again. */
export interface Dismissed extends Pick<DeskFinding, 'check' | 'marked'> {
  /** Absent: it was dismissed in the whole edition. */
  readonly segmentId?: string;
}

export interface DismissalActs {
  /** Throws what the server refused with. */
  readonly dismiss: (dismissed: Dismissed, reason?: string) => Promise<void>;
  readonly reinstate: (dismissed: Dismissed) => Promise<void>;
}

export function useDismissalActs(documentId: string, locale: Locale): DismissalActs {
  const client = useQueryClient();
  const params = { documentId, locale };
  const take = (standings: ReplyOf<typeof standingsLine>): void => {
    client.setQueryData(keyOf(standingsLine, { params }), standings);
    void client.invalidateQueries({ queryKey: keyOf(findingsLine, { params }) });
  };
  const named = ({ segmentId, check, marked }: Dismissed) => ({
    decisionId: newDecisionId(),
    check,
    marked,
    ...(segmentId !== undefined && { segmentId }),
  });
  return {
    async dismiss(dismissed, reason) {
      take(await call(lines.dismiss, { params, body: { ...named(dismissed), ...(reason && { reason }) } }));
    },
    async reinstate(dismissed) {
      take(await call(lines.reinstate, { params, body: named(dismissed) }));
    },
  };
}
