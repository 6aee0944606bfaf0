/** Nothing is here yet: says what would be, and the one thing to do about it. */
import type { ReactNode } from 'react';
import { Mark } from './Mark.tsx';
import './empty-state.css';

export interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <Mark size={48} />
      <h2>{title}</h2>
      {children && <div className="muted">{children}</div>}
      {action}
    </div>
  );
}
