/**
 * Asks why: of a return in categories and words, of an approval in spite of faults in words. What is answered is kept as it
 * is given, whatever becomes of the dialog, until the server has it; after a refusal it is asked again, with the answer and
 * the refusal. By keys: Ctrl+Enter sends; on the categories a digit ticks, and a letter begins the words.
 */
import { useRef, type KeyboardEvent } from 'react';
import { isReason } from '../../server/domain/return-reason.ts';
import { useI18n } from '../i18n.ts';
import { sentenceFor } from '../problems.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { Answer, Fault, Wording } from './desk-state.ts';
import { Keys } from './Keys.tsx';
import { ReasonCategories } from './ReasonCategories.tsx';
import { isSame, shortcutOf, type Shortcut } from './shortcuts.ts';
import { platform } from './use-bindings.ts';

export interface ReasonDialogProps {
  readonly wording: Wording | 'dismiss-one';
  readonly given: Answer;
  /** What is asked about, in sentences. */
  readonly about: readonly string[];
  readonly refusal: Fault | undefined;
  /** The words are kept nowhere but here. */
  readonly holdsText?: boolean;
  readonly onGiven: (given: Answer) => void;
  readonly onClose: () => void;
  readonly onAnswer: (answer: Answer) => void;
}

const send: Shortcut = { code: 'Enter', mod: true };

export function ReasonDialog(props: ReasonDialogProps) {
  const { wording, given, about, refusal, holdsText = false, onGiven, onClose, onAnswer } = props;
  const { t } = useI18n();
  const field = useRef<HTMLTextAreaElement>(null);
  const asksCategories = wording === 'return';
  const isWhole = isReason({ reason: given.words, ...given });
  function onKeyDown(event: KeyboardEvent<HTMLFormElement>): void {
    const pressed = shortcutOf(event.nativeEvent, platform);
    if (!pressed || !isSame(pressed, send)) return;
    event.preventDefault();
    // The dialog goes, and the desk listens again before this key has reached the window: there it approves.
    event.stopPropagation();
    event.currentTarget.requestSubmit();
  }
  return (
    <Dialog isOpen onClose={onClose} holdsText={holdsText} title={t(`review.${wording}-title`)}>
      {/* Keys on their way from the fields to the form. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        className="reason-form"
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole) onAnswer({ ...given, words: given.words.trim() });
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
        {asksCategories && (
          <ReasonCategories
            chosen={given.categories ?? []}
            onChosen={(categories) => onGiven({ ...given, categories })}
            onLetter={() => field.current?.focus()}
          />
        )}
        <label>
          <span>{t(`review.${wording}-reason`)}</span>
          <textarea
            ref={field}
            dir={given.words === '' ? undefined : 'auto'}
            rows={3}
            maxLength={2000}
            required={!isWhole}
            // The dialog is this question.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={!asksCategories}
            value={given.words}
            onChange={({ currentTarget }) => onGiven({ ...given, words: currentTarget.value })}
          />
        </label>
        <div className="dialog-actions">
          <Button type="submit" look="primary" isDisabled={!isWhole}>
            {t(`review.${wording}-verb`)}
            <span aria-hidden="true">
              <Keys shortcut={send} />
            </span>
          </Button>
          <Button onPress={() => onClose()}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
