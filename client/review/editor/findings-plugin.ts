/**
 * Marks what checks find, in the text that is being written: a wave under the words and a ground behind them, nothing that
 * takes room or parts letters. The marks belong to one text and go along with the words as somebody types on, until the
 * next are given. While a word is being composed nothing is drawn anew: that would break it off.
 */
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type { Span } from '../../../server/domain/language/fold.ts';
import { positionAt, textOf } from './mapping.ts';

/** What is marked. */
export interface TextMark {
  readonly id: string;
  readonly spans: readonly Span[];
  /** Its classes. */
  readonly look: string;
}

/** The marks of a text. */
export interface TextMarks {
  readonly text: string;
  readonly marks: readonly TextMark[];
}

export interface FindingsWorld {
  /** The caret has come to stand in a mark. */
  readonly onCaret: (id: string) => void;
  /** The pointer is over a mark, which is drawn there; undefined: over none any more. */
  readonly onPointer: (over: { readonly ids: readonly string[]; readonly box: DOMRect } | undefined) => void;
}

const key = new PluginKey<DecorationSet>('findings');

export function findingsPlugin({ onCaret, onPointer }: FindingsWorld): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, before, _old, { doc }) {
        const given = transaction.getMeta(key) as TextMarks | undefined;
        if (given && given.text === textOf(doc)) return marksOf({ doc }, given);
        return before.map(transaction.mapping, doc);
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handleDOMEvents: {
        mouseover(view, { target }) {
          const mark = target instanceof Element ? target.closest('.finding') : null;
          onPointer(mark ? { ids: idsIn(view, view.posAtDOM(mark, 0)), box: mark.getBoundingClientRect() } : undefined);
        },
        mouseleave: () => onPointer(undefined),
      },
    },
    view: () => ({
      update(view, before) {
        const { selection } = view.state;
        if (before.selection.eq(selection)) return;
        const [id] = idsIn(view, selection.from, selection.to);
        if (id !== undefined) onCaret(id);
      },
    }),
  });
}

/** The state with other marks; none where the text has moved on, and while a word is being composed. */
export function marked(view: EditorView, marks: TextMarks): Transaction | undefined {
  if (view.composing || textOf(view.state.doc) !== marks.text) return undefined;
  return view.state.tr.setMeta(key, marks);
}

/** The marks on the character behind a position, or on all that is selected. The shortest first: it is what is meant. */
function idsIn({ state }: EditorView, from: number, to = from + 1): string[] {
  const found = key.getState(state)?.find(from, to) ?? [];
  const around = found.filter((mark) => mark.from <= from && mark.to >= to);
  const byLength = around.toSorted((one, other) => one.to - one.from - (other.to - other.from));
  return byLength.map(({ spec }) => (spec as { readonly id: string }).id);
}

function marksOf({ doc }: Pick<EditorState, 'doc'>, { marks }: TextMarks): DecorationSet {
  const drawn = marks.flatMap(({ id, spans, look }) =>
    spans.map(([start, end]) =>
      Decoration.inline(positionAt(doc, start), positionAt(doc, end), { class: `finding ${look}` }, { id }),
    ),
  );
  return DecorationSet.create(doc, drawn);
}
