/**
 * The published site as a whole: its names, its about page, its tags, how it looks and what stands beside an article.
 * Everything is saved together, on a press, since readers see it at once; until then it is kept on this device.
 */
import { useI18n } from '../i18n.ts';
import { useRead } from '../queries.ts';
import { BackLink } from '../ui/BackLink.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Page } from '../ui/Page.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import { Deliveries } from './Deliveries.tsx';
import { SiteForm } from './SiteForm.tsx';
import { SiteLinks } from './SiteLinks.tsx';
import './site.css';

export function SitePage() {
  const { t } = useI18n();
  const site = useRead('GET /api/site', {});
  const settings = useRead('GET /api/settings', {});
  const address = settings.data?.editionsUrl;
  return (
    <Page
      title={t('site.title')}
      above={<BackLink to="/settings">{t('nav.settings')}</BackLink>}
      actions={
        address && (
          <a className="button plain" href={address} target="_blank" rel="noreferrer">
            {t('site.open')}
            <Icon name="external" size={16} />
          </a>
        )
      }
    >
      {address && <SiteLinks address={address} />}
      {site.isPending && <Waiting label={t('common.loading')} />}
      {site.error && <ErrorNote error={site.error} onRetry={() => void site.refetch()} />}
      {site.data && <SiteForm site={site.data} />}
      <Deliveries />
    </Page>
  );
}
