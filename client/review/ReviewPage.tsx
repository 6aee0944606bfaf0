/**
 * The review desk of one document in one language: source and translation side by side, the open segment with its
 * editor and its diff. This file reads what is needed and shows waits and errors; the work is in `Workbench.tsx`.
 */
import { useParams, useSearchParams } from 'react-router';
import { isLocale, type Locale } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import { useRead } from '../queries.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Page } from '../ui/Page.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import { canOpen } from './row-slices.ts';
import { isWork } from './rows.ts';
import { useDesk } from './use-desk.ts';
import { Workbench } from './Workbench.tsx';
import './review.css';

export function ReviewPage() {
  const { documentId = '', locale = '' } = useParams();
  if (!isLocale(locale)) return <NothingToReview documentId={documentId} />;
  return <DeskOf key={`${documentId} ${locale}`} documentId={documentId} locale={locale} />;
}

function DeskOf({ documentId, locale }: { readonly documentId: string; readonly locale: Locale }) {
  const { t } = useI18n();
  const document = useRead('GET /api/documents/:documentId', { params: { documentId } });
  const { desk, state, segments } = useDesk(documentId, locale);
  const named = useSearchParams()[0].get('segment');
  const failed = [document, segments].find(({ isError, data }) => isError && data === undefined);
  if (failed) {
    return (
      <Page title={t('review.title')}>
        <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />
      </Page>
    );
  }
  if (!document.data || !segments.data || !canOpen(segments.data, named === null ? undefined : Number(named))) {
    return <Waiting label={t('review.loading')} />;
  }
  if (!segments.data.rows.some(isWork)) return <NothingToReview documentId={documentId} />;
  return (
    <Workbench
      document={document.data}
      locale={locale}
      rows={segments.data.rows}
      rest={segments.data.rows.length < segments.data.total ? segments : undefined}
      desk={desk}
      state={state}
    />
  );
}

function NothingToReview({ documentId }: { readonly documentId: string }) {
  const { t } = useI18n();
  return (
    <Page title={t('review.title')}>
      <EmptyState
        title={t('review.empty')}
        action={
          <ButtonLink look="primary" to={`/documents/${documentId}`}>
            {t('review.to-document')}
          </ButtonLink>
        }
      >
        {t('review.empty-hint')}
      </EmptyState>
    </Page>
  );
}
