/**
 * Four kinds of test: `unit` (pure code and adapters), `http` (the real app through `inject`), `component` (React in a
 * real Chromium), `e2e` (the built thing, a server process and a browser). All of them run from `npm ci` alone.
 */
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { prepareChromium } from './tests/support/chromium.ts';

/** Against a test that hangs, and no word about speed: a loaded machine takes its time. */
const patience = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...patience,
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/http/**', 'tests/e2e/**', 'tests/component/**'],
          setupFiles: ['tests/support/laws.ts'],
        },
      },
      {
        test: {
          ...patience,
          name: 'http',
          include: ['tests/http/**/*.test.ts'],
          setupFiles: ['tests/support/laws.ts'],
        },
      },
      {
        plugins: [react()],
        test: {
          ...patience,
          name: 'component',
          include: ['tests/component/**/*.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: await prepareChromium() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          ...patience,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/build-client.ts'],
          fileParallelism: false,
        },
      },
    ],
  },
});
