/** The reader's choices on this device, and what the server offers. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ReplyOf } from '../../server/contract/api.ts';
import { locales } from '../../server/domain/locale.ts';
import { formatList, useI18n, type Translate } from '../i18n.ts';
import { useChange, useRead } from '../queries.ts';
import { currentTheme, setTheme, themes } from '../theme.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Page } from '../ui/Page.tsx';
import { Waiting } from '../ui/Spinner.tsx';
import { HouseStyle } from './HouseStyle.tsx';
import { InterfaceLanguage } from './InterfaceLanguage.tsx';
import './settings.css';

type Settings = ReplyOf<'GET /api/settings'>;

export function SettingsPage() {
  const { t } = useI18n();
  const settings = useRead('GET /api/settings', {});
  return (
    <Page title={t('settings.title')} narrow>
      <section className="section" aria-labelledby="appearance">
        <h2 id="appearance">{t('settings.appearance')}</h2>
        <InterfaceLanguage />
        <ThemeChoice />
      </section>
      <section className="section" aria-labelledby="site">
        <h2 id="site">{t('site.title')}</h2>
        <p className="muted">{t('site.about-page')}</p>
        <ButtonLink className="start" to="/site">
          {t('site.to-site')}
        </ButtonLink>
      </section>
      <HouseStyle />
      <section className="section" aria-labelledby="server">
        <h2 id="server">{t('settings.server')}</h2>
        {settings.isPending && <Waiting label={t('common.loading')} />}
        {settings.error && <ErrorNote error={settings.error} onRetry={() => void settings.refetch()} />}
        {settings.data && <Server settings={settings.data} />}
      </section>
      <SignOut />
    </Page>
  );
}

function ThemeChoice() {
  const { t } = useI18n();
  const [theme, setShown] = useState(currentTheme);
  return (
    <Choice
      label={t('settings.theme')}
      options={themes.map((value) => ({ value, label: t(`settings.theme-${value}`) }))}
      value={theme}
      onChange={(chosen) => {
        setTheme(chosen);
        setShown(chosen);
      }}
    />
  );
}

function Server({ settings }: { readonly settings: Settings }) {
  const { t } = useI18n();
  const { version, providers, defaultProvider, editionsUrl } = settings;
  return (
    <>
      <h3>{t('settings.providers')}</h3>
      {providers.length === 0 && <p className="muted">{t('settings.no-providers')}</p>}
      <ul className="providers">
        {providers.map(({ id, pairs }) => (
          <li key={id}>
            <span className="provider-name">
              <bdi lang="en">{id}</bdi> {id === defaultProvider && <Badge tone="accent">{t('settings.default')}</Badge>}
            </span>
            <span className="muted small">{pairsInWords(pairs, t)}</span>
          </li>
        ))}
      </ul>
      <dl className="facts">
        <div>
          <dt>{t('settings.editions')}</dt>
          <dd>
            <a href={editionsUrl} target="_blank" rel="noreferrer">
              <bdi dir="ltr">{editionsUrl}</bdi>
            </a>
          </dd>
        </div>
        <div>
          <dt>{t('settings.version')}</dt>
          <dd>
            <bdi dir="ltr">{version}</bdi>
          </dd>
        </div>
      </dl>
    </>
  );
}

/** One phrase for each source language: "English to Hebrew and Arabic". */
function pairsInWords(pairs: Settings['providers'][number]['pairs'], t: Translate): string {
  return locales
    .map((from) => ({ from, to: pairs.filter((pair) => pair.from === from).map((pair) => pair.to) }))
    .filter(({ to }) => to.length > 0)
    .map(({ from, to }) =>
      t('settings.pair', {
        from: t(`app.locale-${from}`),
        to: formatList(to.map((locale) => t(`app.locale-${locale}`))),
      }),
    )
    .join(' · ');
}

function SignOut() {
  const { t } = useI18n();
  const navigate = useNavigate();
  const client = useQueryClient();
  const signOut = useChange('DELETE /api/session', () => {
    client.clear();
    void navigate('/sign-in');
  });
  return (
    <section className="section" aria-labelledby="session">
      <h2 id="session">{t('session.title')}</h2>
      <Button className="start" isPending={signOut.isPending} onPress={() => signOut.mutate({})}>
        {t('session.sign-out')}
      </Button>
      {signOut.error && <ErrorNote error={signOut.error} onRetry={() => signOut.mutate({})} />}
    </section>
  );
}
