/** What went wrong, as a sentence in the reader's language, with a way to try again where trying again makes sense. */
import type { ReactNode } from 'react';
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
      {onRetry && <Button onPress={onRetry}>{t('common.retry')}</Button>}
    </div>
  );
}
