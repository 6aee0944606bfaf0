/** In what this edition alone differs from the house style. Closed at first: few do. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { policyFor } from '../../server/domain/policy.ts';
import { newDecisionId } from '../decision-id.ts';
import { useI18n } from '../i18n.ts';
import { keyOf, useChange, useRead } from '../queries.ts';
import { PolicyChoices } from '../settings/PolicyChoices.tsx';
import '../settings/policies.css';
import { Badge } from '../ui/Badge.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { toast } from '../ui/toasts.ts';
import type { EditionKey } from './EditionPage.tsx';

export function EditionStyle({ at }: { readonly at: EditionKey }) {
  const { t } = useI18n();
  const [isOpen, setOpen] = useState(false);
  const client = useQueryClient();
  const known = { params: { ...at } };
  const policies = useRead('GET /api/documents/:documentId/policies/:locale', known);
  const change = useChange('PUT /api/documents/:documentId/policies/:locale', (changed) => {
    client.setQueryData(keyOf('GET /api/documents/:documentId/policies/:locale', known), changed);
    toast(t('policies.saved'));
  });
  if (!policies.data) return null;
  const { site } = policies.data;
  // A choice begins from the one before it, also while that is on its way: what is sent is the whole of them.
  const changes = change.isPending ? change.variables.body.changes : policies.data.changes;
  return (
    <details className="edition-style" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2>{t('policies.title')}</h2>
        {Object.keys(changes).length > 0 && <Badge tone="accent">{t('policies.changed-here')}</Badge>}
      </summary>
      {isOpen && (
        <>
          <p className="muted small">{t('policies.edition-text')}</p>
          <PolicyChoices
            locale={at.locale}
            above={policyFor(at.locale, site)}
            changes={changes}
            mayFollow
            onChanges={(next) =>
              change.mutate({ params: { ...at }, body: { decisionId: newDecisionId(), changes: next } })
            }
          />
        </>
      )}
      {change.error && <ErrorNote error={change.error} />}
    </details>
  );
}
