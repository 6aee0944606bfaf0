/** Where readers find the site: its feeds in each language in which something is published. */
import { locales, type Locale } from '../../server/domain/locale.ts';
import type { BoardRow } from '../../server/domain/board.ts';
import { useI18n } from '../i18n.ts';
import { useRead } from '../queries.ts';

const feeds = [
  { file: 'feed.xml', name: 'Atom' },
  { file: 'feed.json', name: 'JSON' },
] as const;

export function SiteLinks({ address }: { readonly address: string }) {
  const { t } = useI18n();
  const board = useRead('GET /api/documents', {});
  const published = locales.filter((locale) => board.data?.documents.some((row) => isLive(row, locale)));
  if (published.length === 0) return null;
  return (
    <p className="site-links muted">
      {t('site.feeds')}
      {published.map((locale) => (
        <span key={locale}>
          {t(`app.locale-${locale}`)}
          {feeds.map(({ file, name }) => (
            <a
              key={file}
              href={`${address.replace(/\/*$/u, '/')}${locale}/${file}`}
              target="_blank"
              rel="noreferrer"
              aria-label={t('site.feed', { format: name, language: t(`app.locale-${locale}`) })}
            >
              <bdi lang="en">{name}</bdi>
            </a>
          ))}
        </span>
      ))}
    </p>
  );
}

function isLive({ from, source, locales: counts }: BoardRow, locale: Locale): boolean {
  return (locale === from ? source.live : counts[locale]?.live) !== undefined;
}
