/**
 * Every address of the desk. The board, which everybody meets first, comes with the frame; every other page is a file of
 * its own, fetched when it is first gone to, while the page before it stays.
 */
import { lazy, Suspense, type ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { BrokenPage } from './BrokenPage.tsx';
import { Board } from './documents/Board.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { SignInPage } from './settings/SignInPage.tsx';
import { Shell } from './Shell.tsx';

export const routes: RouteObject[] = [
  { path: '/sign-in', element: <SignInPage />, errorElement: <BrokenPage /> },
  {
    path: '/',
    element: <Shell />,
    errorElement: <BrokenPage />,
    children: [
      { index: true, element: <Board /> },
      { path: 'queue', element: later(async () => (await import('./queue/QueuePage.tsx')).QueuePage) },
      { path: 'import', element: later(async () => (await import('./import/ImportPage.tsx')).ImportPage) },
      {
        path: 'documents/:documentId',
        element: later(async () => (await import('./documents/DocumentPage.tsx')).DocumentPage),
      },
      {
        path: 'documents/:documentId/review/:locale',
        element: later(async () => (await import('./review/ReviewPage.tsx')).ReviewPage),
      },
      {
        path: 'documents/:documentId/editions/:locale',
        element: later(async () => (await import('./editions/EditionPage.tsx')).EditionPage),
      },
      {
        path: 'documents/:documentId/editions/:locale/changes',
        element: later(async () => (await import('./editions/ChangesPage.tsx')).ChangesPage),
      },
      {
        path: 'documents/:documentId/preview/:locale',
        element: later(async () => (await import('./editions/PreviewPage.tsx')).PreviewPage),
      },
      {
        path: 'documents/:documentId/checks/:locale',
        element: later(async () => (await import('./checks/ChecksPage.tsx')).ChecksPage),
      },
      { path: 'archive', element: later(async () => (await import('./documents/ArchivePage.tsx')).ArchivePage) },
      {
        path: 'documents/:documentId/statistics',
        element: later(async () => (await import('./statistics/DocumentStatisticsPage.tsx')).DocumentStatisticsPage),
      },
      {
        path: 'statistics',
        element: later(async () => (await import('./statistics/StatisticsPage.tsx')).StatisticsPage),
      },
      { path: 'memory', element: later(async () => (await import('./memory/MemoryPage.tsx')).MemoryPage) },
      { path: 'terms', element: later(async () => (await import('./terms/TermsPage.tsx')).TermsPage) },
      { path: 'site', element: later(async () => (await import('./site/SitePage.tsx')).SitePage) },
      { path: 'settings', element: later(async () => (await import('./settings/SettingsPage.tsx')).SettingsPage) },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
];

function later(load: () => Promise<ComponentType>) {
  const Page = lazy(async () => ({ default: await load() }));
  return (
    <Suspense fallback={null}>
      <Page />
    </Suspense>
  );
}
