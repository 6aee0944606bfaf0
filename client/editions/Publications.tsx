/** What readers have seen, newest first; an earlier publication can be shown to them again. */
import { useState } from 'react';
import type { EditionView } from '../../server/contract/editions-api.ts';
import { newDecisionId } from '../decision-id.ts';
import { useI18n } from '../i18n.ts';
import { useChange } from '../queries.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/Dialog.tsx';
import { Text } from '../ui/Text.tsx';
import { toast } from '../ui/toasts.ts';
import type { EditionKey } from './EditionPage.tsx';

export interface PublicationsProps {
  readonly at: EditionKey;
  readonly edition: EditionView;
}

export function Publications({ at, edition }: PublicationsProps) {
  const { t, time } = useI18n();
  const [to, setTo] = useState<number>();
  const rollBack = useChange('POST /api/documents/:documentId/editions/:locale/roll-back', () => {
    toast(t('edition.rolled-back-toast'));
    setTo(undefined);
  });
  const { publications, live } = edition;
  return (
    <section className="edition-section" aria-labelledby="publications">
      <h2 id="publications">{t('edition.publications')}</h2>
      {publications.length === 0 && <p className="muted">{t('edition.never-published')}</p>}
      <ol className="publications">
        {publications.toReversed().map(({ n, at: when, by }) => (
          <li key={n}>
            <span className="publication-name">
              {t('edition.publication', { n })}
              {n === live && <Badge tone="ok">{t('edition.live')}</Badge>}
            </span>
            <span className="muted small">
              {time(when)} · <Text>{by}</Text>
            </span>
            {n !== live && (
              <Button look="quiet" onPress={() => setTo(n)}>
                {t('edition.roll-back')}
                <span className="visually-hidden"> ({t('edition.publication', { n })})</span>
              </Button>
            )}
          </li>
        ))}
      </ol>
      <ConfirmDialog
        isOpen={to !== undefined}
        onClose={() => {
          setTo(undefined);
          rollBack.reset();
        }}
        title={t('edition.roll-back-question', { n: to ?? 0 })}
        verb={t('edition.roll-back')}
        isPending={rollBack.isPending}
        error={rollBack.error}
        onConfirm={() => to !== undefined && rollBack.mutate({ params: at, body: { decisionId: newDecisionId(), to } })}
      >
        <p>{t('edition.roll-back-text')}</p>
      </ConfirmDialog>
    </section>
  );
}
