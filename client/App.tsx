/**
 * What stands around every page: the cache, the router, react-aria's language, and what happens when the server no
 * longer knows the session. Router and cache are given, so that a test mounts the same desk at any address.
 */
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { DataRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { hear } from './api.ts';
import { ariaLocale, useI18n } from './i18n.ts';
import { Toasts } from './ui/Toasts.tsx';

export interface AppProps {
  readonly router: DataRouter;
  readonly client: QueryClient;
}

export function App({ router, client }: AppProps) {
  const { language } = useI18n();
  useEffect(
    () =>
      hear((code) => {
        if (code !== 'session.missing') return;
        client.clear();
        void router.navigate('/sign-in');
      }),
    [router, client],
  );
  return (
    <I18nProvider locale={ariaLocale(language)}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </I18nProvider>
  );
}
