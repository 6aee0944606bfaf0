/** The files that units came in, newest first, a few at first; each can be taken out again with all that it brought. */
import { useState } from 'react';
import type { UnitPageView } from '../../server/contract/memory-api.ts';
import { newDecisionId } from '../decision-id.ts';
import { useI18n } from '../i18n.ts';
import { useChange } from '../queries.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/Dialog.tsx';
import { Text } from '../ui/Text.tsx';
import { toast } from '../ui/toasts.ts';
import { When } from '../ui/When.tsx';

type Batch = UnitPageView['batches'][number];

/** So many are shown at first: below them are the units that one came for. */
const few = 5;

export function Batches({ batches }: { readonly batches: readonly Batch[] }) {
  const { t } = useI18n();
  const [asked, setAsked] = useState<Batch>();
  const [areAllShown, showAll] = useState(false);
  const shown = areAllShown ? batches : batches.slice(0, few);
  const remove = useChange('POST /api/memory/remove', () => {
    toast(t('memory.removed'));
    setAsked(undefined);
  });
  return (
    <>
      <ul className="memory-batches">
        {shown.map((batch) => (
          <li key={batch.id}>
            <Text className="memory-batch">{batch.name === '' ? t('memory.unnamed') : batch.name}</Text>
            <span className="muted small">
              {t('memory.count', { count: batch.units })} · <When at={batch.at} />
            </span>
            <Button
              look="quiet"
              aria-label={t('memory.remove-named', { name: batch.name || t('memory.unnamed') })}
              onPress={() => setAsked(batch)}
            >
              {t('memory.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {shown.length < batches.length && (
        <Button look="quiet" className="start" onPress={() => showAll(true)}>
          {t('memory.more-batches', { count: batches.length - shown.length })}
        </Button>
      )}
      <ConfirmDialog
        isOpen={asked !== undefined}
        onClose={() => {
          setAsked(undefined);
          remove.reset();
        }}
        title={t('memory.remove-question')}
        verb={t('memory.remove')}
        danger
        isPending={remove.isPending}
        error={remove.error}
        onConfirm={() => asked && remove.mutate({ body: { decisionId: newDecisionId(), batch: asked.id } })}
      >
        <p>{t('memory.remove-text', { count: asked?.units ?? 0 })}</p>
      </ConfirmDialog>
    </>
  );
}
