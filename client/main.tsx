/** Starts the desk: language and theme first, so that the first drawing is already the reader's. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { App } from './App.tsx';
import { startI18n } from './i18n.ts';
import { newQueryClient } from './queries.ts';
import { routes } from './routes.tsx';
import { applyTheme } from './theme.ts';
import './styles/base.css';

startI18n();
applyTheme();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App router={createBrowserRouter(routes)} client={newQueryClient()} />
  </StrictMode>,
);
