/** A fault of ours in drawing a page: says so, and that what is saved is safe. The console has the details. */
import { useI18n } from './i18n.ts';
import { Button } from './ui/Button.tsx';
import { EmptyState } from './ui/EmptyState.tsx';
import { Page } from './ui/Page.tsx';

export function BrokenPage() {
  const { t } = useI18n();
  return (
    <main>
      <Page title={t('app.broken')}>
        <EmptyState
          title={t('app.broken-text')}
          action={<Button onPress={() => window.location.assign('/')}>{t('app.reload')}</Button>}
        />
      </Page>
    </main>
  );
}
