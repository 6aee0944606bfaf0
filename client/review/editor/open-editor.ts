/**
 * The editor itself, without React: a ProseMirror view made of the parts beside this file. It says every change of the
 * text, but none while a word is being composed, and takes a text from outside by changing only what differs.
 */
import { history } from 'prosemirror-history';
import { EditorState, Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import { EditorView, type DirectEditorProps } from 'prosemirror-view';
import { withoutCodes, type Codes } from '../../../server/domain/content.ts';
import type { Direction, Locale } from '../../../server/domain/locale.ts';
import type { Platform } from '../shortcuts.ts';
import { clipboardPlugin } from './clipboard.ts';
import { inserted, replaced, surrounded } from './edits.ts';
import { keysPlugin } from './keys.ts';
import type { LeaderKey } from './leader-keys.ts';
import { openLeader } from './leader.ts';
import { leaveBehind, leftBehind } from './left-behind.ts';
import { becomeCodes, becomeText, documentOf, endOf, offsetAt, textOf } from './mapping.ts';
import { marksPlugin, showsMarks, toggledMarks } from './marks-plugin.ts';

export interface EditorWorld {
  /** The segment in its language: codes are pasted back, and edits undone, only where they were made. */
  readonly editorId: string;
  readonly locale: Locale;
  readonly platform: Platform;
  readonly codes: () => Codes;
  readonly direction: () => Direction;
  readonly onText: (text: string) => void;
  readonly onLeader: (isWaiting: boolean) => void;
  /** A key of the leader's table has been pressed and done. */
  readonly onLeaderKey: (key: LeaderKey) => void;
  readonly onCleaned: (count: number) => void;
  readonly onMarks: (areShown: boolean) => void;
}

/** How it is named, and how its codes are drawn. */
export type Dress = Required<Pick<DirectEditorProps, 'attributes' | 'nodeViews'>>;

export interface OpenEditor {
  readonly focus: () => void;
  readonly replace: (text: string) => void;
  readonly insert: (text: string) => void;
  readonly surround: (before: string, after: string) => void;
  /** Offset in the text. */
  readonly caret: () => number;
  /** As it is read, without codes. */
  readonly selectedText: () => string;
  readonly toggleMarks: () => void;
  /** Waits for the key of a character. */
  readonly lead: () => void;
  readonly choose: (key: LeaderKey) => void;
  /** Takes what was decided outside. */
  readonly take: (text: string) => void;
  readonly dress: (dress: Partial<Dress>) => void;
  readonly close: () => void;
}

/** Header and footer of the window, which the caret must not slip under. */
const margins = { top: 160, bottom: 48, left: 0, right: 0 };

export function openEditor(host: HTMLElement, text: string, dress: Dress, world: EditorWorld): OpenEditor {
  const { editorId, codes, platform } = world;
  const leader = openLeader({ platform, onWaiting: world.onLeader, run: runLeader });
  /** Changed while a word was composed, and not said yet. */
  let isUnsaid = false;
  /** Came from outside meanwhile. */
  let untaken: string | undefined;
  const view = new EditorView(host, {
    ...dress,
    state: openingState(text, pluginsOf()),
    scrollMargin: margins,
    scrollThreshold: margins,
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      isUnsaid ||= transaction.docChanged && transaction.getMeta(outside) === undefined;
      if (!view.composing) settle();
    },
  });

  function pluginsOf(): Plugin[] {
    const { locale, direction } = world;
    return [
      leader.plugin,
      keysPlugin({ locale, direction, platform }),
      clipboardPlugin({ segmentId: editorId, codes, onCleaned: world.onCleaned }),
      marksPlugin(),
      history(),
      typingPlugin(codes, settleSoon),
    ];
  }

  function openingState(opening: string, plugins: Plugin[]): EditorState {
    const doc = documentOf(opening, codes());
    const before = leftBehind(editorId).state?.reconfigure({ plugins });
    if (before?.doc.eq(doc)) return before;
    return EditorState.create({ doc, plugins, selection: TextSelection.create(doc, endOf(doc)) });
  }

  function settle(): void {
    const [said, taken] = [isUnsaid, untaken];
    isUnsaid = false;
    untaken = undefined;
    if (said) world.onText(textOf(view.state.doc));
    else if (taken !== undefined) take(taken);
  }

  /** Once ProseMirror has read what was composed. */
  function settleSoon(): void {
    queueMicrotask(() => {
      if (!view.isDestroyed && !view.composing) settle();
    });
  }

  function take(next: string): void {
    if (view.composing) {
      untaken = next;
      return;
    }
    const transaction = view.state.tr.setMeta(outside, true).setMeta('addToHistory', false);
    if (becomeText(transaction, next, codes())) view.dispatch(transaction);
  }

  function act(make: (state: EditorState) => Transaction): void {
    view.focus();
    view.dispatch(make(view.state));
  }

  function runLeader(key: LeaderKey): void {
    const { effect } = key;
    if ('insert' in effect) act((state) => inserted(state, effect.insert, codes()));
    else if ('around' in effect) act((state) => surrounded(state, effect.around(world.locale), codes()));
    else toggleMarks();
    world.onLeaderKey(key);
  }

  function toggleMarks(): void {
    view.dispatch(toggledMarks(view.state));
    world.onMarks(showsMarks(view.state));
  }

  return {
    focus: () => view.focus(),
    replace: (next) => act((state) => replaced(state, next, codes())),
    insert: (piece) => act((state) => inserted(state, piece, codes())),
    surround: (before, after) => act((state) => surrounded(state, [before, after], codes())),
    caret: () => offsetAt(view.state.doc, view.state.selection.head),
    selectedText: () => {
      const { doc, selection } = view.state;
      return withoutCodes(doc.textBetween(selection.from, selection.to), codes());
    },
    toggleMarks,
    lead() {
      view.focus();
      leader.wait();
    },
    choose: leader.choose,
    take,
    dress: (next) => view.setProps(next),
    close() {
      leaveBehind(editorId, { state: view.state });
      view.destroy();
    },
  };
}

/** Marks what was not written here. */
const outside = 'outside';

/** What a browser asks for on its own account, as on a phone. */
const breaks: Readonly<Record<string, string>> = { insertParagraph: '\n\n', insertLineBreak: '\n' };

/** What happens while somebody types: a code typed by hand becomes one, and a browser's own line break is ours. */
function typingPlugin(codes: () => Codes, onComposed: () => void): Plugin {
  return new Plugin({
    appendTransaction(transactions, _before, { tr }) {
      return transactions.some(({ docChanged }) => docChanged) && becomeCodes(tr, codes()) ? tr : null;
    },
    props: {
      handleDOMEvents: {
        compositionend: () => onComposed(),
        beforeinput(view, event) {
          const text = breaks[event.inputType] ?? (event.data?.includes('\n') ? event.data : undefined);
          if (text === undefined) return false;
          event.preventDefault();
          view.dispatch(view.state.tr.insertText(text));
          return true;
        },
      },
    },
  });
}
