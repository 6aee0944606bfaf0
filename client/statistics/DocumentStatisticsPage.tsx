/** Numbers of one document: by language, person and provider, and how much of each draft was changed. */
import { useParams, useSearchParams } from 'react-router';
import type { DocumentView } from '../../server/contract/documents-api.ts';
import type { DocumentStatistics } from '../../server/contract/statistics-api.ts';
import { inOrder, isLocale, type Locale } from '../../server/domain/locale.ts';
import { addressOf } from '../api.ts';
import { useI18n } from '../i18n.ts';
import { useRead } from '../queries.ts';
import { BackLink } from '../ui/BackLink.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Page } from '../ui/Page.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import { Text } from '../ui/Text.tsx';
import { Figures } from './Figures.tsx';
import { Histogram } from './Histogram.tsx';

const line = 'GET /api/documents/:documentId/statistics';

export function DocumentStatisticsPage() {
  const { t } = useI18n();
  const { documentId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('locale') ?? '';
  const locale = isLocale(asked) ? asked : undefined;
  const params = { documentId };
  const document = useRead('GET /api/documents/:documentId', { params });
  const query = locale === undefined ? {} : { locale };
  const found = useRead(line, { params, query });
  const failed = [document, found].find(({ error }) => error);
  const above = (
    <BackLink to={`/documents/${documentId}`}>
      {document.data ? <Text locale={document.data.from}>{document.data.title}</Text> : t('document.title')}
    </BackLink>
  );
  return (
    <Page
      title={`${t('statistics.title')} · ${document.data?.title ?? ''}`}
      heading={t('statistics.title')}
      above={above}
      actions={
        <a className="button plain" href={addressOf(line, { params, query: { ...query, format: 'csv' } })} download>
          {t('statistics.download')}
        </a>
      }
    >
      {document.data && document.data.to.length > 1 && (
        <Choice
          label={t('statistics.language')}
          labelHidden
          value={locale ?? 'all'}
          options={languagesOf(document.data).map((value) => ({
            value,
            label: value === 'all' ? t('statistics.all-languages') : t(`app.locale-${value}`),
          }))}
          onChange={(value) => setSearch(value === 'all' ? {} : { locale: value }, { replace: true })}
        />
      )}
      {failed ? (
        <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />
      ) : found.data && document.data ? (
        <Found documentId={documentId} to={document.data.to} statistics={found.data} />
      ) : (
        <Waiting label={t('common.loading')} />
      )}
    </Page>
  );
}

function languagesOf({ to }: DocumentView): ReadonlyArray<Locale | 'all'> {
  return ['all', ...inOrder(to)];
}

interface FoundProps {
  readonly documentId: string;
  readonly to: DocumentView['to'];
  readonly statistics: DocumentStatistics;
}

function Found({ documentId, to, statistics }: FoundProps) {
  const { t } = useI18n();
  const [first] = to;
  if (statistics.people.length === 0) {
    return (
      <EmptyState
        title={t('statistics.empty')}
        action={
          first && <ButtonLink to={`/documents/${documentId}/review/${first}`}>{t('document.review')}</ButtonLink>
        }
      >
        {t('statistics.empty-hint')}
      </EmptyState>
    );
  }
  return (
    <>
      <Histogram documentId={documentId} outcomes={statistics.outcomes} />
      <Figures {...statistics} />
    </>
  );
}
