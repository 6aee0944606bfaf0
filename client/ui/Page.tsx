/** A page: its name in the window's title and as the one h1, what can be done with it beside that, then its content. */
import type { ReactNode } from 'react';
import { useI18n } from '../i18n.ts';
import './page.css';

export interface PageProps {
  /** Plain text, for the window. */
  readonly title: string;
  /** The h1's content where it is more than the title. */
  readonly heading?: ReactNode;
  /** What stands above the heading: the way back. */
  readonly above?: ReactNode;
  readonly actions?: ReactNode;
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

export function Page({ title, heading, above, actions, narrow = false, children }: PageProps) {
  const { t } = useI18n();
  return (
    <div className={narrow ? 'page narrow' : 'page'}>
      <title>{t('app.window-title', { title })}</title>
      <header className="page-header">
        <div className="page-heading">
          {above}
          <h1>{heading ?? title}</h1>
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
