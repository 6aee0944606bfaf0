/** Draws the signs of `visible-marks.ts` over the text while they are wanted; the wish is kept on this device. */
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { keepOnDevice, keptOnDevice } from '../../kept-on-device.ts';
import { flatText, start } from './mapping.ts';
import { visibleMarks } from './visible-marks.ts';

const storageKey = 'dragoman.visible-marks';
const key = new PluginKey<DecorationSet | undefined>('visible-marks');

export function marksPlugin(): Plugin {
  return new Plugin<DecorationSet | undefined>({
    key,
    state: {
      init: (_config, state) => (keptOnDevice(storageKey) === 'shown' ? signsOf(state) : undefined),
      apply(transaction, before, _old, state) {
        const isShown = (transaction.getMeta(key) as boolean | undefined) ?? before !== undefined;
        return isShown ? signsOf(state) : undefined;
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** Whether the signs are drawn. */
export function showsMarks(state: EditorState): boolean {
  return key.getState(state) !== undefined;
}

/** Turns them on or off, here and for the editors to come. */
export function toggledMarks(state: EditorState): Transaction {
  const isShown = !showsMarks(state);
  keepOnDevice(storageKey, isShown ? 'shown' : 'hidden');
  return state.tr.setMeta(key, isShown);
}

function signsOf({ doc }: EditorState): DecorationSet {
  const signs = visibleMarks(flatText(doc)).map(({ from, to, sign, look }) =>
    Decoration.inline(start + from, start + to, { class: `mark-${look}`, 'data-sign': sign }),
  );
  return DecorationSet.create(doc, signs);
}
