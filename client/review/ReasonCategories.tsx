/** The usual reasons of a return, each ticked by a press or by its digit; a letter leads on to the words. */
import type { KeyboardEvent } from 'react';
import { returnCategories, type ReturnCategory } from '../../server/domain/return-reason.ts';
import { formatNumber, useI18n } from '../i18n.ts';

export interface ReasonCategoriesProps {
  readonly chosen: readonly ReturnCategory[];
  readonly onChosen: (chosen: readonly ReturnCategory[]) => void;
  readonly onLetter: () => void;
}

export function ReasonCategories({ chosen, onChosen, onLetter }: ReasonCategoriesProps) {
  const { t } = useI18n();
  const tick = (category: ReturnCategory): void =>
    onChosen(returnCategories.filter((one) => (one === category) !== chosen.includes(one)));
  function onKeyDown({ nativeEvent: { code, key, ctrlKey, metaKey, altKey, isComposing } }: KeyboardEvent): void {
    if (ctrlKey || metaKey || altKey || isComposing) return;
    const digit = /^(?:Digit|Numpad)([1-9])$/u.exec(code)?.[1];
    const category = digit === undefined ? undefined : returnCategories[Number(digit) - 1];
    if (category) tick(category);
    else if (/^\p{L}$/u.test(key)) onLetter();
  }
  return (
    // Keys on their way from the boxes.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset className="reason-categories" onKeyDown={onKeyDown}>
      <legend>{t('review.return-category')}</legend>
      <div>
        {returnCategories.map((category, index) => (
          <label key={category} className="choice">
            <input
              type="checkbox"
              // The dialog is this question.
              // eslint-disable-next-line jsx-a11y/no-autofocus
              autoFocus={index === 0}
              checked={chosen.includes(category)}
              onChange={() => tick(category)}
            />
            <span>
              <kbd aria-hidden="true">{formatNumber(index + 1)}</kbd> {t(`returns.${category}`)}
            </span>
          </label>
        ))}
      </div>
      <p className="muted small">{t('review.return-keys')}</p>
    </fieldset>
  );
}
