/** An address that leads nowhere. */
import { useI18n } from './i18n.ts';
import { ButtonLink } from './ui/Button.tsx';
import { EmptyState } from './ui/EmptyState.tsx';
import { Page } from './ui/Page.tsx';

export function NotFoundPage() {
  const { t } = useI18n();
  return (
    <Page title={t('app.not-found')}>
      <EmptyState title={t('app.not-found-text')} action={<ButtonLink to="/">{t('app.to-board')}</ButtonLink>} />
    </Page>
  );
}
