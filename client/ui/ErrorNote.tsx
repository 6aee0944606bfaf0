/**
 * What went wrong, as a sentence in the reader's language, with a way to try again where that may help: a refusal stays
 * a refusal until something else changes.
 */
import type { ReactNode } from 'react';
import { Problem } from '../api.ts';
import { useI18n } from '../i18n.ts';
import { sentenceOf } from '../problems.ts';
import { Button } from './Button.tsx';
import './error-note.css';

export interface ErrorNoteProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
}

export function ErrorNote({ error, onRetry, children }: ErrorNoteProps) {
  const { t } = useI18n();
  return (
    <div className="error-note" role="alert">
      <p>{sentenceOf(error)}</p>
      {children}
      {onRetry && mayPass(error) && <Button onPress={onRetry}>{t('common.retry')}</Button>}
    </div>
  );
}

function mayPass(error: unknown): boolean {
  return !(error instanceof Problem) || error.status === 0 || error.status === 429 || error.status >= 500;
}
