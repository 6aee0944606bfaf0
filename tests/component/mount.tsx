/** Mounts the whole desk at an address, in a language and a theme, on a fake server; gives a user to work it. */
import { cleanup, render } from '@testing-library/react';
import i18next from 'i18next';
import { StrictMode } from 'react';
import { createMemoryRouter } from 'react-router';
import { vi } from 'vitest';
import { page } from 'vitest/browser';
import { App } from '../../client/App.tsx';
import { setLanguage, startI18n, type Language } from '../../client/i18n.ts';
import { newQueryClient } from '../../client/queries.ts';
import { routes } from '../../client/routes.tsx';
import { setTheme, type Theme } from '../../client/theme.ts';
import { FakeEventSource, type FakeServer } from './fake-server.ts';
import '../../client/styles/base.css';

export interface MountOptions {
  readonly server: FakeServer;
  readonly language?: Language;
  readonly theme?: Theme;
  /** Of the window, in CSS pixels. */
  readonly width?: number;
}

/** Gives the router, whose state says where the reader is. */
export async function mount(path: string, { server, language = 'en', theme = 'light', width = 1280 }: MountOptions) {
  cleanup();
  await page.viewport(width, 800);
  vi.stubGlobal('fetch', server.fetch);
  vi.stubGlobal('EventSource', FakeEventSource);
  if (!i18next.isInitialized) startI18n('en');
  await setLanguage(language);
  setTheme(theme);
  const router = createMemoryRouter(routes, { initialEntries: [path] });
  const client = newQueryClient();
  const { queries, ...others } = client.getDefaultOptions();
  client.setDefaultOptions({ ...others, queries: { ...queries, retry: false } });
  render(
    <StrictMode>
      <App router={router} client={client} />
    </StrictMode>,
  );
  return router;
}
