/** In what this edition alone differs from the house style. Closed at first: few do. */
import { useState } from 'react';
import { policyFor } from '../../server/domain/policy.ts';
import { newDecisionId } from '../decision-id.ts';
import { useI18n } from '../i18n.ts';
import { useChange, useRead } from '../queries.ts';
import { PolicyChoices } from '../settings/PolicyChoices.tsx';
import '../settings/policies.css';
import { Badge } from '../ui/Badge.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { toast } from '../ui/toasts.ts';
import type { EditionKey } from './EditionPage.tsx';

export function EditionStyle({ at }: { readonly at: EditionKey }) {
  const { t } = useI18n();
  const [isOpen, setOpen] = useState(false);
  const policies = useRead('GET /api/documents/:documentId/policies/:locale', { params: { ...at } });
  const change = useChange('PUT /api/documents/:documentId/policies/:locale', () => toast(t('policies.saved')));
  if (!policies.data) return null;
  const { site, changes } = policies.data;
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
