/** What holds in all editions in a language, unless a document differs. Chosen is saved at once. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { defaultPolicies } from '../../server/domain/policy.ts';
import { locales, type Locale } from '../../server/domain/locale.ts';
import { newDecisionId } from '../decision-id.ts';
import { useI18n } from '../i18n.ts';
import { keyOf, useChange, useRead } from '../queries.ts';
import { Choice } from '../ui/Choice.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import { toast } from '../ui/toasts.ts';
import { PolicyChoices } from './PolicyChoices.tsx';
import './policies.css';

export function HouseStyle() {
  const { t, locale: own } = useI18n();
  const [locale, setLocale] = useState<Locale>(own);
  const site = useRead('GET /api/policies', {});
  const client = useQueryClient();
  const change = useChange('PUT /api/policies/:locale', (policies) => {
    client.setQueryData(keyOf('GET /api/policies', {}), policies);
    toast(t('policies.saved'));
  });
  // A choice begins from the one before it, also while that is on its way: what is sent is the whole of them.
  const sent = change.isPending ? change.variables : undefined;
  const known = site.data?.policies[locale];
  const changes = sent?.params.locale === locale ? sent.body.changes : known;
  return (
    <section className="section" aria-labelledby="house-style">
      <h2 id="house-style">{t('policies.title')}</h2>
      <p className="muted">{t('policies.site-text')}</p>
      <Choice
        label={t('policies.language')}
        labelHidden
        options={locales.map((value) => ({ value, label: t(`app.locale-${value}`) }))}
        value={locale}
        onChange={setLocale}
      />
      {site.error && <ErrorNote error={site.error} onRetry={() => void site.refetch()} />}
      {site.isPending && <Waiting label={t('common.loading')} />}
      {changes && (
        <PolicyChoices
          locale={locale}
          above={defaultPolicies[locale]}
          changes={changes}
          mayFollow={false}
          onChanges={(next) =>
            change.mutate({ params: { locale }, body: { decisionId: newDecisionId(), changes: next } })
          }
        />
      )}
      {change.error && (
        <ErrorNote error={change.error} onRetry={() => change.variables && change.mutate(change.variables)} />
      )}
    </section>
  );
}
