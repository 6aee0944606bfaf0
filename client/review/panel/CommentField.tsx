/**
 * Where a comment is written. `@` offers the members: arrows choose, Enter or Tab writes the name out, Escape lets it be.
 * Ctrl+Enter sends, and stays here: on the desk it would approve. What is not sent is kept on this device.
 */
import { useRef, useState, type KeyboardEvent } from 'react';
import { longestComment, type Member } from '../../../server/domain/comments.ts';
import { newDecisionId } from '../../decision-id.ts';
import { useI18n } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Keys } from '../Keys.tsx';
import { ariaShortcut } from '../shortcuts.ts';
import { platform, useBindings } from '../use-bindings.ts';
import { keepDraft, noDraft, readDraft, type CommentDraft, type DraftPlace } from './comment-drafts.ts';
import { NameList } from './NameList.tsx';
import { optionId, useNames } from './use-names.ts';

const sendKeys = { code: 'Enter', mod: true } as const;

export interface CommentFieldProps {
  readonly place: DraftPlace;
  readonly label: string;
  readonly verb: string;
  readonly members: readonly Member[];
  readonly send: (draft: Required<CommentDraft>) => Promise<unknown>;
}

export function CommentField({ place, label, verb, members, send }: CommentFieldProps) {
  const { t } = useI18n();
  const { keycaps } = useBindings();
  /** The tab begins with it. */
  const isNew = place.threadId === undefined;
  const [draft, setDraft] = useState(() => readDraft(localStorage, place));
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();
  const area = useRef<HTMLTextAreaElement>(null);

  function change(next: CommentDraft): void {
    setDraft(next);
    keepDraft(localStorage, place, next);
    setError(undefined);
  }
  const names = useNames(draft.text, members, (text, caret) => {
    change({ text, about: draft.about });
    requestAnimationFrame(() => area.current?.setSelectionRange(caret, caret));
  });
  const isOffering = names.offered.length > 0;
  async function submit(): Promise<void> {
    if (draft.text.trim() === '' || isPending) return;
    const going = { ...draft, sent: draft.sent ?? newDecisionId() };
    change(going);
    setPending(true);
    try {
      await send({ ...going, text: going.text.trim() });
      change(noDraft);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(false);
    }
  }

  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || names.press(event)) return;
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    void submit();
  }

  return (
    <div className="comment-field">
      <textarea
        ref={area}
        {...(isNew && { 'data-first': true })}
        className="field"
        rows={1}
        maxLength={longestComment}
        aria-label={label}
        placeholder={label}
        dir={draft.text === '' ? undefined : 'auto'}
        value={draft.text}
        readOnly={isPending}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        {...(isOffering && { 'aria-controls': names.id, 'aria-activedescendant': optionId(names.id, names.chosen) })}
        onChange={({ currentTarget: { value, selectionStart } }) => {
          change({ text: value, about: draft.about });
          names.look(value, selectionStart);
        }}
        onSelect={({ currentTarget: { value, selectionStart } }) => names.look(value, selectionStart)}
        onBlur={names.close}
        onKeyDown={press}
      />
      {isOffering && <NameList id={names.id} offered={names.offered} chosen={names.chosen} onChoice={names.write} />}
      {error !== undefined && <ErrorNote error={error} />}
      {(draft.text !== '' || isNew) && (
        <div className="comment-actions small">
          {isNew && (
            <label className="comment-about">
              <input
                type="checkbox"
                checked={draft.about === 'source'}
                onChange={({ currentTarget: { checked } }) =>
                  change({ text: draft.text, about: checked ? 'source' : 'target' })
                }
              />
              <span>{t('panel.comment-on-source')}</span>
            </label>
          )}
          <Button
            isPending={isPending}
            isDisabled={draft.text.trim() === ''}
            aria-keyshortcuts={ariaShortcut(sendKeys, platform, keycaps)}
            onPress={() => void submit()}
          >
            {verb}
            <span aria-hidden="true">
              <Keys shortcut={sendKeys} />
            </span>
          </Button>
        </div>
      )}
    </div>
  );
}
