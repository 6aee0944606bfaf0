/** The way back up, above a page's heading. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from './Icon.tsx';
import './back-link.css';

export function BackLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Link className="back-link small" to={to}>
      <Icon name="back" size={16} />
      {children}
    </Link>
  );
}
