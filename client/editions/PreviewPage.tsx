/** The lasting address of a preview: makes a fresh page of the draft on the editions' origin, and goes there. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { isLocale } from '../../server/domain/locale.ts';
import { call } from '../api.ts';
import { useI18n } from '../i18n.ts';
import { NotFoundPage } from '../NotFoundPage.tsx';
import { BackLink } from '../ui/BackLink.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Page } from '../ui/Page.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import type { EditionKey } from './EditionPage.tsx';

const line = 'POST /api/documents/:documentId/editions/:locale/preview';

export function PreviewPage() {
  const { documentId = '', locale = '' } = useParams();
  return isLocale(locale) ? <PreviewOf documentId={documentId} locale={locale} /> : <NotFoundPage />;
}

function PreviewOf(at: EditionKey) {
  const { t } = useI18n();
  const { data, error, refetch } = useQuery({
    queryKey: [line, 'alone', at],
    queryFn: ({ signal }) => call(line, { params: at, query: {} }, signal),
    gcTime: 0,
  });
  const url = data?.url;
  useEffect(() => {
    if (url !== undefined) window.location.replace(url);
  }, [url]);
  return (
    <Page
      title={t('edition.preview')}
      above={<BackLink to={`/documents/${at.documentId}`}>{t('document.edition')}</BackLink>}
    >
      {error ? (
        <ErrorNote error={error} onRetry={() => void refetch()} />
      ) : (
        <Waiting label={t('edition.preview-opening')} />
      )}
    </Page>
  );
}
