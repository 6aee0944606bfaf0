/**
 * The frame: a rail at the side where reading starts (a bar at the bottom of a phone), and the page. After a change of
 * page the focus goes to its beginning, as it would with a page loaded anew.
 */
import { useEffect, useRef } from 'react';
import { NavLink, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { useReadOnly } from './health.ts';
import { useI18n, type Key } from './i18n.ts';
import { useLiveUpdates } from './live.ts';
import { useQueueSums } from './queue/use-queue.ts';
import { Icon, type IconName } from './ui/Icon.tsx';
import { Mark } from './ui/Mark.tsx';
import './shell.css';

const places = [
  { to: '/', icon: 'board', label: 'nav.board' },
  { to: '/queue', icon: 'queue', label: 'nav.queue' },
  { to: '/import', icon: 'import', label: 'nav.import' },
  { to: '/memory', icon: 'memory', label: 'nav.memory' },
  { to: '/terms', icon: 'terms', label: 'nav.terms' },
  { to: '/statistics', icon: 'statistics', label: 'nav.statistics' },
  { to: '/settings', icon: 'settings', label: 'nav.settings' },
] as const satisfies ReadonlyArray<{ to: string; icon: IconName; label: Key }>;

export function Shell() {
  const { t, number } = useI18n();
  const waiting = useQueueSums()?.total ?? 0;
  const main = useFocusOnNewPage();
  const isConnected = useLiveUpdates();
  const isReadOnly = useReadOnly();
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {t('nav.skip')}
      </a>
      <nav className="rail" aria-label={t('nav.label')}>
        <span className="rail-mark">
          <Mark size={26} />
        </span>
        {places.map(({ to, icon, label }) => (
          <NavLink key={to} to={to} end className="rail-link">
            <span className="rail-icon">
              <Icon name={icon} size={22} />
              {to === '/queue' && waiting > 0 && (
                <span className="rail-count" aria-hidden="true">
                  {number(waiting)}
                </span>
              )}
            </span>
            <span>{t(label)}</span>
            {to === '/queue' && waiting > 0 && (
              <span className="visually-hidden">{t('queue.waiting', { count: waiting })}</span>
            )}
          </NavLink>
        ))}
      </nav>
      <main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      {/* In the page from the start, so that screen readers announce what is put into it. */}
      <output className="shell-notes">
        {!isConnected && <span>{t('app.offline')}</span>}
        {isReadOnly && <span>{t('app.read-only')}</span>}
      </output>
      <ScrollRestoration />
    </div>
  );
}

function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const previous = useRef(pathname);
  useEffect(() => {
    if (previous.current === pathname) return;
    previous.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
