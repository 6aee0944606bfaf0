/**
 * Asks why a finding is right as it stands: an error wants to be told, the others may be. What is dismissed can be taken up
 * again, from the note that says so and from the list of what is dismissed.
 */
import { useState } from 'react';
import { call } from '../api.ts';
import { newDecisionId } from '../decision-id.ts';
import { t as say, useI18n } from '../i18n.ts';
import { checkName, sentenceOf } from '../problems.ts';
import { refresh, useChange } from '../queries.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { toast } from '../ui/toasts.ts';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { findingSentence } from './finding-words.ts';
import type { Found } from './finding-groups.ts';
import type { Place } from './FindingRow.tsx';
import '../ui/tool.css';

export interface DismissDialogProps {
  readonly at: Place;
  readonly found: Found;
  readonly onClose: () => void;
}

export function DismissDialog({
  at: { documentId, locale },
  found: { finding, segment },
  onClose,
}: DismissDialogProps) {
  const { t } = useI18n();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [isEverywhere, setEverywhere] = useState(false);
  // One decision, however often it is sent.
  const [decisionId] = useState(newDecisionId);
  const { check, marked, severity, segmentId, spans } = finding;
  const isError = severity === 'error';
  const named = { ...(!isEverywhere && { segmentId }), check, marked };
  const params = { documentId, locale };
  const dismiss = useChange('POST /api/documents/:documentId/checks/:locale/dismiss', () => {
    const undo = () => void reinstate(client, params, named);
    toast(t('quality.dismissed-toast'), 'done', { label: t('tools.undo'), run: undo });
    onClose();
  });
  const words = reason.trim();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      holdsText={words !== ''}
      title={t('quality.dismiss-title', { check: checkName(check) })}
    >
      <form
        className="dismiss-form"
        onSubmit={(event) => {
          event.preventDefault();
          dismiss.mutate({ params, body: { decisionId, ...named, ...(words && { reason: words }) } });
        }}
      >
        <p>{findingSentence(finding, segment.codes, t)}</p>
        <p className="muted small">{t('quality.dismiss-text')}</p>
        <label className="dismiss-reason">
          <span className="field-label">
            {t(isError ? 'quality.dismiss-reason' : 'quality.dismiss-reason-optional')}
          </span>
          <textarea
            className="field"
            dir={reason === '' ? undefined : 'auto'}
            rows={3}
            maxLength={2000}
            required={isError}
            // The dialog is this question.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </label>
        {!isError && spans.length > 0 && (
          <label className="tool-check">
            <input
              type="checkbox"
              checked={isEverywhere}
              onChange={({ currentTarget }) => setEverywhere(currentTarget.checked)}
            />
            {t('quality.dismiss-everywhere')}
          </label>
        )}
        {dismiss.error && <ErrorNote error={dismiss.error} />}
        <div className="dialog-actions">
          <Button type="submit" look="primary" isPending={dismiss.isPending} isDisabled={isError && words === ''}>
            {t('quality.dismiss-verb')}
          </Button>
          <Button onPress={() => onClose()}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

type Named = { readonly segmentId?: string; readonly check: string; readonly marked: string };

/** Takes a finding up again, and says so. */
export async function reinstate(
  client: QueryClient,
  params: Pick<Place, 'documentId' | 'locale'>,
  named: Named,
): Promise<void> {
  try {
    await call('POST /api/documents/:documentId/checks/:locale/reinstate', {
      params,
      body: { decisionId: newDecisionId(), ...named },
    });
    toast(say('quality.reinstated-toast'));
  } catch (error) {
    toast(sentenceOf(error), 'error');
  }
  await refresh(client, params.documentId);
}
