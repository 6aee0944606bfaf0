/** Nothing is here yet: says what would be, and the one thing to do about it. */
import type { ReactNode } from 'react';
import './empty-state.css';

export interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <svg viewBox="0 0 48 32" width="72" height="48" aria-hidden="true">
        <path d="M4 6h16M4 13h16M4 20h10M28 6h16M28 13h16M34 20h10" />
        <path className="empty-state-accent" d="M24 3v22" />
      </svg>
      <h2>{title}</h2>
      {children && <div className="muted">{children}</div>}
      {action}
    </div>
  );
}
