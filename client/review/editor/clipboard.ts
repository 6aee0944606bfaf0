/**
 * What is copied, pasted and dropped is plain text. Other programs get the words; the codes go along in a format of our
 * own and come back only into the segment that declares them, for elsewhere the same number means something else.
 *
 * What is pasted is cleaned (`clean-paste.ts`) in a step of its own: Ctrl+Z brings it back as it was copied.
 */
import { closeHistory } from 'prosemirror-history';
import { Plugin, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { withoutCodes, type Codes } from '../../../server/domain/content.ts';
import { asCopied, cleanPaste } from './clean-paste.ts';
import { inserted, selectedIn } from './edits.ts';
import { nodesOf } from './mapping.ts';

export interface ClipboardWorld {
  readonly segmentId: string;
  readonly codes: () => Codes;
  /** So many characters of what was pasted have been changed. */
  readonly onCleaned: (count: number) => void;
}

/** The segment's id on the first line, then its text with the codes. */
const ownFormat = 'application/x-dragoman-segment';

export function clipboardPlugin(world: ClipboardWorld): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        copy: (view, event) => copy(view, event, world),
        cut: (view, event) => {
          const isCopied = copy(view, event, world);
          if (isCopied) view.dispatch(closeHistory(view.state.tr).deleteSelection());
          return isCopied;
        },
      },
      handlePaste: (view, { clipboardData }) => clipboardData !== null && put(view, clipboardData, world),
      handleDrop(view, { dataTransfer, clientX, clientY }, _slice, isMoved) {
        const place = view.posAtCoords({ left: clientX, top: clientY });
        if (isMoved || !dataTransfer || !place) return false;
        return put(view, dataTransfer, world, place.pos);
      },
      clipboardTextSerializer: ({ content }) => withoutCodes(content.textBetween(0, content.size), world.codes()),
    },
  });
}

function copy({ state }: EditorView, event: ClipboardEvent, { segmentId, codes }: ClipboardWorld): boolean {
  const { clipboardData } = event;
  if (state.selection.empty || !clipboardData) return false;
  const text = selectedIn(state);
  clipboardData.setData('text/plain', withoutCodes(text, codes()));
  clipboardData.setData(ownFormat, `${segmentId}\n${text}`);
  event.preventDefault();
  return true;
}

/** In place of the selection, or at a position. A picture, a file or signs that are cleaned away put nothing and take nothing. */
function put(view: EditorView, data: DataTransfer, world: ClipboardWorld, at?: number): boolean {
  const { segmentId, codes, onCleaned } = world;
  const own = data.getData(ownFormat);
  const isOwn = own.startsWith(`${segmentId}\n`);
  const copied = asCopied(data.getData('text/plain'));
  const { text, count } = cleanPaste(copied);
  if (!isOwn && text === '') return true;
  if (at !== undefined) {
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)));
    view.focus();
  }
  if (isOwn) {
    view.dispatch(inserted(view.state, own.slice(segmentId.length + 1), codes()));
    return true;
  }
  const { from } = view.state.selection;
  view.dispatch(inserted(view.state, count === 0 ? text : copied, codes()));
  if (count === 0) return true;
  const { to } = view.state.selection;
  view.dispatch(closeHistory(view.state.tr).replaceWith(from, to, nodesOf(text, codes())).scrollIntoView());
  onCleaned(count);
  return true;
}
