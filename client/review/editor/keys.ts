/**
 * The editor's own keys, as data, by their place on the keyboard: under a Hebrew layout Ctrl+Z arrives as `ז`. What is not
 * listed is the browser's (letters, arrows, Home, End) or the desk's (`commands.ts`), which listens outside.
 *
 * Enter breaks the paragraph, as the edition will show it; Shift+Enter begins a line. What Enter put, one Backspace takes.
 */
import { chainCommands, deleteSelection } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { Plugin, TextSelection, type Command, type EditorState } from 'prosemirror-state';
import type { Direction, Locale } from '../../../server/domain/locale.ts';
import { isSame, matches, type Platform, type Shortcut } from '../shortcuts.ts';
import { endOf, flatText, start } from './mapping.ts';
import { wordEdge, type Way } from './words.ts';

/** What a key needs to know of the text it stands in. */
export interface Surroundings {
  readonly locale: Locale;
  readonly direction: () => Direction;
  readonly platform: Platform;
}

interface EditorKey {
  readonly keys: (platform: Platform) => Shortcut;
  readonly run: (surroundings: Surroundings) => Command;
}

const paragraphBreak = '\n\n';

const editorKeys: readonly EditorKey[] = [
  { keys: () => ({ code: 'KeyZ', mod: true }), run: () => undo },
  { keys: () => ({ code: 'KeyZ', mod: true, shift: true }), run: () => redo },
  { keys: () => ({ code: 'KeyY', mod: true }), run: () => redo },
  { keys: () => ({ code: 'KeyA', mod: true }), run: () => selectText },
  { keys: () => ({ code: 'Enter' }), run: () => typed(paragraphBreak) },
  { keys: () => ({ code: 'Enter', shift: true }), run: () => typed('\n') },
  { keys: () => ({ code: 'Backspace' }), run: () => chainCommands(deleteSelection, deleteBreak('backward')) },
  { keys: () => ({ code: 'Delete' }), run: () => chainCommands(deleteSelection, deleteBreak('forward')) },
  { keys: byWord('Backspace'), run: (at) => chainCommands(deleteSelection, deleteWord('backward', at)) },
  { keys: byWord('Delete'), run: (at) => chainCommands(deleteSelection, deleteWord('forward', at)) },
  ...(['ArrowLeft', 'ArrowRight'] as const).flatMap((arrow): EditorKey[] => [
    { keys: byWord(arrow), run: (at) => moveByWord(wayOf(arrow, at), at) },
    { keys: byWord(arrow, { shift: true }), run: (at) => moveByWord(wayOf(arrow, at), at, 'selecting') },
  ]),
];

/** Words are moved by with Ctrl, on a Mac with Alt. */
function byWord(code: string, held: { readonly shift?: true } = {}): EditorKey['keys'] {
  return (platform) => ({ code, ...held, ...(platform === 'mac' ? { alt: true } : { mod: true }) });
}

export function keysPlugin(surroundings: Surroundings): Plugin {
  const { platform } = surroundings;
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        const pressed = editorKeys.find(({ keys }) => isPressed(keys(platform), event, platform));
        return pressed?.run(surroundings)(view.state, view.dispatch.bind(view), view) ?? false;
      },
    },
  });
}

/** A phone's keyboard is read from what it changed: ProseMirror then tells the bare key. */
function isPressed(shortcut: Shortcut, event: KeyboardEvent, platform: Platform): boolean {
  if (event instanceof KeyboardEvent) return matches(shortcut, event, true, platform);
  return isSame(shortcut, { code: (event as { readonly code: string }).code });
}

/** Where an arrow leads in the text: in a right-to-left one, left is forward. */
function wayOf(arrow: 'ArrowLeft' | 'ArrowRight', { direction }: Surroundings): Way {
  return (arrow === 'ArrowLeft') === (direction() === 'rtl') ? 'forward' : 'backward';
}

const selectText: Command = ({ tr }, dispatch) => {
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, start, endOf(tr.doc))));
  return true;
};

function typed(text: string): Command {
  return ({ tr }, dispatch) => {
    dispatch?.(tr.insertText(text).scrollIntoView());
    return true;
  };
}

function edgeFrom({ doc, selection }: EditorState, way: Way, { locale }: Surroundings): number {
  return start + wordEdge(flatText(doc), selection.head - start, way, locale);
}

function moveByWord(way: Way, surroundings: Surroundings, selecting?: 'selecting'): Command {
  return (state, dispatch) => {
    const head = edgeFrom(state, way, surroundings);
    const anchor = selecting ? state.selection.anchor : head;
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, anchor, head)).scrollIntoView());
    return true;
  };
}

function deleteWord(way: Way, surroundings: Surroundings): Command {
  return (state, dispatch) => {
    const { head } = state.selection;
    const [from = head, to = head] = [head, edgeFrom(state, way, surroundings)].toSorted((a, b) => a - b);
    dispatch?.(state.tr.delete(from, to).scrollIntoView());
    return true;
  };
}

/** A paragraph break goes as a whole; anything else is the browser's to delete. */
function deleteBreak(way: Way): Command {
  return ({ doc, selection: { head }, tr }, dispatch) => {
    const from = way === 'backward' ? head - paragraphBreak.length : head;
    const text = flatText(doc).slice(Math.max(from - start, 0), from - start + paragraphBreak.length);
    if (text !== paragraphBreak) return false;
    dispatch?.(tr.delete(from, from + paragraphBreak.length).scrollIntoView());
    return true;
  };
}
