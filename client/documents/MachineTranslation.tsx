/**
 * Machine drafts: ask for them (which languages, which provider), watch them come, stop them, and ask again for those
 * that failed. People's texts are never replaced, so asking twice does no harm.
 */
import { useState } from 'react';
import type { DocumentView } from '../../server/contract/documents-api.ts';
import type { JobView } from '../../server/contract/jobs-api.ts';
import { inOrder, type Locale } from '../../server/domain/locale.ts';
import { newDecisionId } from '../decision-id.ts';
import { formatList, useI18n, type Translate } from '../i18n.ts';
import { faultSentence } from '../problems.ts';
import { useChange, useRead } from '../queries.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { LocaleChecks } from '../ui/LocaleChecks.tsx';
import { RunningJob } from './RunningJob.tsx';
import '../ui/field.css';

export function MachineTranslation({ document }: { readonly document: DocumentView }) {
  const { t } = useI18n();
  const running = document.jobs.filter(({ status }) => status === 'running');
  const ended = document.jobs.filter(({ status }) => status !== 'running').toReversed();
  return (
    <section className="section" aria-labelledby="machine-translation">
      <h2 id="machine-translation">{t('document.machine-translation')}</h2>
      {running.map(({ jobId }) => (
        <RunningJob key={jobId} documentId={document.documentId} jobId={jobId} />
      ))}
      {running.length === 0 && <RequestForm document={document} />}
      {ended.length > 0 && (
        <ul className="ended-jobs">
          {ended.slice(0, 5).map((job) => (
            <EndedJob key={job.jobId} job={job} />
          ))}
        </ul>
      )}
    </section>
  );
}

function RequestForm({ document }: { readonly document: DocumentView }) {
  const { t, number } = useI18n();
  const open = inOrder(document.to).filter((locale) => untranslatedIn(document, locale) > 0);
  const [unchosen, setUnchosen] = useState<readonly Locale[]>([]);
  const [provider, setProvider] = useState('');
  const request = useChange('POST /api/documents/:documentId/translate');
  if (open.length === 0) return <p className="muted">{t('document.nothing-to-translate')}</p>;

  const chosen = open.filter((locale) => !unchosen.includes(locale));
  const hasFailed = open.some((locale) => (document.locales[locale]?.failed ?? 0) > 0);
  return (
    <form
      className="request-form"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { decisionId: newDecisionId(), locales: chosen, ...(provider !== '' && { provider }) };
        request.mutate({ params: { documentId: document.documentId }, body });
      }}
    >
      <LocaleChecks
        label={t('document.translate-into')}
        options={open}
        value={chosen}
        onChange={(now) => setUnchosen(open.filter((locale) => !now.includes(locale)))}
        note={(locale) => number(untranslatedIn(document, locale))}
      />
      <ProviderSelect from={document.from} to={chosen} value={provider} onChange={setProvider} />
      <Button type="submit" look="primary" isDisabled={chosen.length === 0} isPending={request.isPending}>
        {t(hasFailed ? 'document.translate-again' : 'document.translate')}
      </Button>
      <p className="field-hint">{t('document.translate-hint')}</p>
      {request.error && <ErrorNote error={request.error} />}
    </form>
  );
}

interface ProviderSelectProps {
  readonly from: Locale;
  readonly to: readonly Locale[];
  /** Empty: the one that the server is configured with. */
  readonly value: string;
  readonly onChange: (provider: string) => void;
}

/** The providers that translate into every chosen language. */
function ProviderSelect({ from, to, value, onChange }: ProviderSelectProps) {
  const { t } = useI18n();
  const { data: settings } = useRead('GET /api/settings', {});
  const able = settings?.providers.filter(({ pairs }) =>
    to.every((locale) => pairs.some((pair) => pair.from === from && pair.to === locale)),
  );
  return (
    <label>
      <span className="field-label">{t('document.provider')}</span>
      <select className="field" value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t('document.provider-default', { provider: settings?.defaultProvider ?? '' })}</option>
        {able?.map(({ id }) => (
          <option key={id} value={id}>
            {id}
          </option>
        ))}
      </select>
    </label>
  );
}

function EndedJob({ job }: { readonly job: JobView }) {
  const { t } = useI18n();
  const { status, done, failed, fromMemory, total, fault, locales } = job;
  return (
    <li>
      <Badge tone={status === 'finished' && failed === 0 ? 'ok' : 'warn'}>{t(`job.status-${status}`)}</Badge>
      <span>{languageNames(locales, t)}</span>
      <span className="muted">
        {t('job.progress', { done, total })}
        {fromMemory > 0 && <> · {t('job.from-memory', { count: fromMemory })}</>}
        {failed > 0 && <> · {t('job.failed', { count: failed })}</>}
      </span>
      {fault && <span className="ended-job-fault">{faultSentence(fault.code)}</span>}
    </li>
  );
}

function untranslatedIn(document: DocumentView, locale: Locale): number {
  return document.locales[locale]?.untranslated ?? 0;
}

function languageNames(locales: readonly Locale[], t: Translate): string {
  return formatList(locales.map((locale) => t(`app.locale-${locale}`)));
}
