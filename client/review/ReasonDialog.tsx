/**
 * Asks for the words that a return or an approval in spite of faults needs. They are kept as they are typed, whatever
 * becomes of the dialog, until the server has them; after a refusal it is asked again, with the words and the refusal.
 */
import { useI18n } from '../i18n.ts';
import { sentenceFor } from '../problems.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { Fault, Wording } from './desk-state.ts';

export interface ReasonDialogProps {
  readonly wording: Wording;
  readonly words: string;
  /** What is asked about, in sentences. */
  readonly about: readonly string[];
  readonly refusal: Fault | undefined;
  readonly onWords: (words: string) => void;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
}

export function ReasonDialog({ wording, words, about, refusal, onWords, onClose, onReason }: ReasonDialogProps) {
  const { t } = useI18n();
  const reason = words.trim();
  return (
    <Dialog isOpen onClose={onClose} title={t(`review.${wording}-title`)}>
      <form
        className="reason-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason !== '') onReason(reason);
        }}
      >
        {refusal && (
          <p className="fact bad" role="alert">
            {sentenceFor(refusal.code, refusal.params)}
          </p>
        )}
        {about.length > 0 && (
          <ul>
            {about.map((sentence) => (
              <li key={sentence} className="fact warn">
                {sentence}
              </li>
            ))}
          </ul>
        )}
        <label>
          <span>{t(`review.${wording}-reason`)}</span>
          <textarea
            dir={words === '' ? undefined : 'auto'}
            rows={3}
            maxLength={2000}
            required
            // The dialog is this question.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            value={words}
            onChange={({ currentTarget }) => onWords(currentTarget.value)}
          />
        </label>
        <div className="dialog-actions">
          <Button type="submit" look="primary" isDisabled={reason === ''}>
            {t(`review.${wording}-verb`)}
          </Button>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
