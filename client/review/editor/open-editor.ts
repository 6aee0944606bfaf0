/**
 * The editor itself, without React: a ProseMirror view made of the parts beside this file. Keys are asked in the order of
 * the plugins: the leader's first, for while it waits every key is its own.
 */
import { history } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { EditorState, TextSelection, type Plugin, type Transaction } from 'prosemirror-state';
import { EditorView, type DirectEditorProps } from 'prosemirror-view';
import { withoutCodes, type Codes } from '../../../server/domain/content.ts';
import type { Fix } from '../../../server/domain/checks/check.ts';
import type { Span } from '../../../server/domain/language/fold.ts';
import type { Direction, Locale } from '../../../server/domain/locale.ts';
import type { Platform } from '../shortcuts.ts';
import type { Saved } from '../unsaved.ts';
import { chipClicksPlugin } from './chip-clicks.ts';
import { clipboardPlugin } from './clipboard.ts';
import { inserted, mended, replaced, selectedIn, surrounded } from './edits.ts';
import { findingsPlugin, marked, type FindingsWorld, type TextMarks } from './findings-plugin.ts';
import { openExchange, type Exchange, type Written } from './exchange.ts';
import { keysPlugin } from './keys.ts';
import type { LeaderKey } from './leader-keys.ts';
import { openLeader } from './leader.ts';
import { leaveBehind, leftBehind } from './left-behind.ts';
import { documentOf, endOf, offsetAt, positionAt, textOf } from './mapping.ts';
import { marksPlugin, showsMarks, toggledMarks } from './marks-plugin.ts';
import { typingPlugin } from './typing.ts';

export interface EditorWorld extends FindingsWorld {
  /** The segment in its language: codes are pasted back, and edits undone, only where they were made. */
  readonly editorId: string;
  readonly locale: Locale;
  readonly platform: Platform;
  readonly codes: () => Codes;
  readonly direction: () => Direction;
  readonly onText: Written;
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
  /** Puts other words in several places of this text; of another text nothing. */
  readonly mend: (text: string, changes: Fix) => void;
  /** Marks what was found in a text. */
  readonly mark: (marks: TextMarks) => void;
  /** Selects a piece of the text and leads there. */
  readonly select: (span: Span) => void;
  /** Offset in the text. */
  readonly caret: () => number;
  /** As it is read, without codes. */
  readonly selectedText: () => string;
  readonly toggleMarks: () => void;
  /** Waits for the key of a character. */
  readonly lead: () => void;
  readonly choose: (key: LeaderKey) => void;
  /** Takes what was decided outside. */
  readonly take: Exchange['take'];
  readonly dress: (dress: Partial<Dress>) => void;
  readonly close: () => void;
}

/** Header and footer of the window, which the caret must not slip under. */
const margins = { top: 160, bottom: 48, left: 0, right: 0 };

export function openEditor(
  host: HTMLElement,
  text: string,
  drawn: Saved,
  dress: Dress,
  world: EditorWorld,
): OpenEditor {
  const { editorId, codes, platform, locale, direction } = world;
  const exchange = openExchange(text, drawn, codes, world.onText);
  const leader = openLeader({ platform, onWaiting: world.onLeader, run: runLeader });
  const plugins = [
    leader.plugin,
    keysPlugin({ locale, direction, platform }),
    chipClicksPlugin(),
    clipboardPlugin({ segmentId: editorId, codes, onCleaned: world.onCleaned }),
    typingPlugin(codes),
    marksPlugin(),
    findingsPlugin(world),
    history(),
    exchange.plugin,
  ];
  const state = openingState(editorId, documentOf(text, codes()), plugins);
  const view = new EditorView(host, { ...dress, state, scrollMargin: margins, scrollThreshold: margins });

  function act(make: (state: EditorState) => Transaction): void {
    view.focus();
    view.dispatch(make(view.state));
  }

  function toggleMarks(): void {
    view.dispatch(toggledMarks(view.state));
    world.onMarks(showsMarks(view.state));
  }

  function runLeader(key: LeaderKey): void {
    const { effect } = key;
    if ('insert' in effect) act((now) => inserted(now, effect.insert, codes()));
    else if ('around' in effect) act((now) => surrounded(now, effect.around(locale), codes()));
    else toggleMarks();
    world.onLeaderKey(key);
  }

  return {
    focus: () => view.focus(),
    replace: (next) => act((now) => replaced(now, next, codes())),
    insert: (piece) => act((now) => inserted(now, piece, codes())),
    surround: (before, after) => act((now) => surrounded(now, [before, after], codes())),
    mend(of, changes) {
      if (of === textOf(view.state.doc)) act((now) => mended(now, changes, codes()));
    },
    mark(marks) {
      const change = marked(view, marks);
      if (change) view.dispatch(change);
    },
    select([from, to]) {
      act(({ tr }) => {
        const [anchor, head] = [positionAt(tr.doc, from), positionAt(tr.doc, to)];
        return tr.setSelection(TextSelection.create(tr.doc, anchor, head)).scrollIntoView();
      });
    },
    caret: () => offsetAt(view.state.doc, view.state.selection.head),
    selectedText: () => withoutCodes(selectedIn(view.state), codes()),
    toggleMarks,
    lead() {
      view.focus();
      leader.wait();
    },
    choose: leader.choose,
    take: exchange.take,
    dress: (next) => view.setProps(next),
    close() {
      exchange.flush();
      leaveBehind(editorId, { state: view.state });
      view.destroy();
    },
  };
}

/** As it was left, where the text is still the same; else with the caret at the end: what is put in without a click belongs there. */
function openingState(editorId: string, doc: Node, plugins: Plugin[]): EditorState {
  const before = leftBehind(editorId).state?.reconfigure({ plugins });
  if (before?.doc.eq(doc)) return before;
  return EditorState.create({ doc, plugins, selection: TextSelection.create(doc, endOf(doc)) });
}
