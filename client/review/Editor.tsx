/**
 * Where a translation is written: a plain text area in the target's language and direction, as tall as its text. It
 * grows by a hidden copy of the text in the same grid cell, so that no layout is measured while somebody types.
 * `replace` goes through the browser's own editing, so that Ctrl+Z takes it back.
 */
import { useImperativeHandle, useLayoutEffect, useRef, type Ref } from 'react';
import { directionOf, type Locale } from '../../server/domain/locale.ts';
import { useI18n } from '../i18n.ts';
import './editor.css';

export interface EditorHandle {
  readonly focus: () => void;
  /** Puts a text in place of all that stands there. */
  readonly replace: (text: string) => void;
  /** Puts two pieces around the selection, or at the caret. */
  readonly surround: (before: string, after: string) => void;
}

export interface EditorProps {
  readonly ref?: Ref<EditorHandle>;
  readonly label: string;
  readonly locale: Locale;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly describedBy?: string;
}

export function Editor({ ref, label, locale, text, onText, describedBy }: EditorProps) {
  const { t } = useI18n();
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => ({
    focus: () => area.current?.focus({ preventScroll: true }),
    replace(next) {
      area.current?.focus({ preventScroll: true });
      area.current?.select();
      insert(next, onText);
    },
    surround(before, after) {
      const field = area.current;
      if (!field) return;
      field.focus({ preventScroll: true });
      const { selectionStart, selectionEnd, value } = field;
      insert(before + value.slice(selectionStart, selectionEnd) + after, (piece) =>
        onText(value.slice(0, selectionStart) + piece + value.slice(selectionEnd)),
      );
      field.setSelectionRange(selectionStart + before.length, selectionEnd + before.length);
    },
  }));
  // A new editor's caret stands at the end: what is inserted without a click belongs there.
  useLayoutEffect(() => {
    const end = area.current?.value.length ?? 0;
    area.current?.setSelectionRange(end, end);
  }, []);
  return (
    <div className="editor text" lang={locale} dir={directionOf(locale)} data-text={text}>
      <textarea
        ref={area}
        lang={locale}
        dir={directionOf(locale)}
        spellCheck
        rows={1}
        value={text}
        aria-label={label}
        aria-describedby={describedBy}
        placeholder={t('review.placeholder')}
        onChange={({ currentTarget }) => onText(currentTarget.value)}
      />
    </div>
  );
}

/** As typed by hand where the browser can; otherwise set. */
function insert(text: string, otherwise: (text: string) => void): void {
  if (!document.execCommand(text === '' ? 'delete' : 'insertText', false, text)) otherwise(text);
}
