/** One unit over the page, to mend or remove; what somebody else saved meanwhile is not written over. */
import { useState } from 'react';
import { directionOf, locales } from '../../server/domain/locale.ts';
import { newDecisionId } from '../decision-id.ts';
import { useI18n } from '../i18n.ts';
import { useChange } from '../queries.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { toast } from '../ui/toasts.ts';
import type { PlacedUnitView } from './MemoryPage.tsx';
import '../ui/field.css';

export interface UnitDialogProps {
  readonly placed: PlacedUnitView;
  readonly onClose: () => void;
}

export function UnitDialog({ placed: { batch, index, unit }, onClose }: UnitDialogProps) {
  const { t } = useI18n();
  const [texts, setTexts] = useState(unit.texts);
  const change = useChange('PUT /api/memory/units', () => {
    toast(t('memory.changed'));
    onClose();
  });
  const remove = useChange('POST /api/memory/remove', () => {
    toast(t('memory.unit-removed'));
    onClose();
  });
  const said = Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
  const seen = { texts: unit.texts, ...(unit.note !== undefined && { note: unit.note }) };
  const error = change.error ?? remove.error;
  return (
    <Dialog isOpen onClose={onClose} holdsText={texts !== unit.texts} title={t('memory.unit')}>
      {locales.map((locale) => (
        <label key={locale} className="memory-field">
          <span className="field-label">{t(`app.locale-${locale}`)}</span>
          <textarea
            className="field text"
            lang={locale}
            dir={directionOf(locale)}
            rows={3}
            value={texts[locale] ?? ''}
            onChange={({ target }) => setTexts({ ...texts, [locale]: target.value })}
          />
        </label>
      ))}
      {error ? <ErrorNote error={error} /> : null}
      <div className="dialog-actions">
        <Button
          look="primary"
          isPending={change.isPending}
          isDisabled={Object.keys(said).length < 2}
          onPress={() =>
            change.mutate({
              body: { decisionId: newDecisionId(), batch, index, was: seen, unit: { ...seen, texts: said } },
            })
          }
        >
          {t('memory.save')}
        </Button>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button
          look="danger"
          className="memory-remove"
          isPending={remove.isPending}
          onPress={() => remove.mutate({ body: { decisionId: newDecisionId(), batch, indexes: [index] } })}
        >
          {t('memory.remove-unit')}
        </Button>
      </div>
    </Dialog>
  );
}
