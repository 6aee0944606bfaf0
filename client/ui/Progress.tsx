/** A bar that fills from the side where reading starts, with its numbers beside it. For anything that takes a while. */
import { ProgressBar } from 'react-aria-components/ProgressBar';
import type { ReactNode } from 'react';
import './progress.css';

export interface ProgressProps {
  readonly label: string;
  readonly value: number;
  readonly total: number;
  /** The numbers in words: also what a screen reader says. */
  readonly text: string;
  readonly children?: ReactNode;
}

export function Progress({ label, value, total, text, children }: ProgressProps) {
  return (
    <ProgressBar className="progress" aria-label={label} value={value} maxValue={Math.max(total, 1)} valueLabel={text}>
      {({ percentage = 0 }) => (
        <>
          <span className="progress-track">
            <span className="progress-fill" style={{ inlineSize: `${percentage}%` }} />
          </span>
          <span className="progress-text small">
            {text}
            {children}
          </span>
        </>
      )}
    </ProgressBar>
  );
}
