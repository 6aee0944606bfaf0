/** The review desk of one document in one language. */
import { useParams } from 'react-router';
import { useI18n } from '../i18n.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';

export function ReviewPage() {
  const { t } = useI18n();
  const { documentId, locale } = useParams();
  return (
    <Page title={t('review.title')}>
      <EmptyState title={`${documentId} · ${locale}`} />
    </Page>
  );
}
