/** Ties the editor of `open-editor.ts` to a component: opened when it appears, told what has changed, closed when it goes. */
import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { Codes } from '../../../server/domain/content.ts';
import type { Direction } from '../../../server/domain/locale.ts';
import { currentLanguage, useI18n } from '../../i18n.ts';
import type { Saved } from '../unsaved.ts';
import { platform } from '../use-bindings.ts';
import { chipViews } from './chip-view.ts';
import type { TextMarks } from './findings-plugin.ts';
import { openEditor, type EditorWorld, type OpenEditor } from './open-editor.ts';

export interface EditorOptions extends Omit<EditorWorld, 'platform' | 'codes' | 'direction'> {
  readonly text: string;
  readonly drawn: Saved;
  readonly codes: Codes;
  readonly direction: Direction;
  readonly attributes: Readonly<Record<string, string>>;
  /** What was found in a text. Memoised. */
  readonly marks: TextMarks | undefined;
}

/** The options may differ at every drawing; only another `editorId` opens another editor. `attributes` and `marks` are memoised. */
export function useOpenEditor(
  host: RefObject<HTMLElement | null>,
  options: EditorOptions,
): RefObject<OpenEditor | undefined> {
  const { editorId, text, drawn, codes, attributes, marks } = options;
  const { language } = useI18n();
  const editor = useRef<OpenEditor>(undefined);
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  useLayoutEffect(() => {
    if (!host.current) return undefined;
    const now = latest.current;
    const opened = openEditor(
      host.current,
      now.text,
      now.drawn,
      { attributes: now.attributes, nodeViews: chipViews(now.codes, currentLanguage()) },
      {
        editorId,
        locale: now.locale,
        platform,
        codes: () => latest.current.codes,
        direction: () => latest.current.direction,
        onText: (next, begunFrom) => latest.current.onText(next, begunFrom),
        onLeader: (isWaiting) => latest.current.onLeader(isWaiting),
        onLeaderKey: (key) => latest.current.onLeaderKey(key),
        onCleaned: (count) => latest.current.onCleaned(count),
        onMarks: (areShown) => latest.current.onMarks(areShown),
        onCaret: (id) => latest.current.onCaret(id),
        onPointer: (over) => latest.current.onPointer(over),
      },
    );
    editor.current = opened;
    return () => {
      editor.current = undefined;
      opened.close();
    };
  }, [host, editorId]);

  useLayoutEffect(() => {
    editor.current?.dress({ attributes });
  }, [attributes]);
  // Chips say what the source's codes mean, in the language of the interface.
  useLayoutEffect(() => {
    editor.current?.dress({ nodeViews: chipViews(codes, language) });
    editor.current?.take(latest.current.text, latest.current.drawn);
  }, [codes, language]);
  useLayoutEffect(() => {
    editor.current?.take(text, drawn);
  }, [text, drawn]);
  useLayoutEffect(() => {
    if (marks) editor.current?.mark(marks);
  }, [marks]);
  return editor;
}
