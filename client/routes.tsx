/** Every address of the desk. The review desk comes in a file of its own: its editor is most of the weight. */
import { lazy, Suspense, type ReactNode } from 'react';
import type { RouteObject } from 'react-router';
import { Board } from './documents/Board.tsx';
import { DocumentPage } from './documents/DocumentPage.tsx';
import { EditionPage } from './editions/EditionPage.tsx';
import { ImportPage } from './import/ImportPage.tsx';
import { SettingsPage } from './settings/SettingsPage.tsx';
import { SignInPage } from './settings/SignInPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { BrokenPage } from './BrokenPage.tsx';
import { Shell } from './Shell.tsx';

const ReviewPage = lazy(async () => ({ default: (await import('./review/ReviewPage.tsx')).ReviewPage }));

export const routes: RouteObject[] = [
  { path: '/sign-in', element: <SignInPage />, errorElement: <BrokenPage /> },
  {
    path: '/',
    element: <Shell />,
    errorElement: <BrokenPage />,
    children: [
      { index: true, element: <Board /> },
      { path: 'import', element: <ImportPage /> },
      { path: 'documents/:documentId', element: <DocumentPage /> },
      {
        path: 'documents/:documentId/review/:locale',
        element: (
          <Later>
            <ReviewPage />
          </Later>
        ),
      },
      { path: 'documents/:documentId/editions/:locale', element: <EditionPage /> },
      { path: 'settings', element: <SettingsPage /> },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
];

function Later({ children }: { readonly children: ReactNode }) {
  return <Suspense fallback={null}>{children}</Suspense>;
}
