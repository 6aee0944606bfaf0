/** The changes that a command makes in one step, so that one Ctrl+Z takes them back. Pure: a state gives a transaction. */
import { closeHistory } from 'prosemirror-history';
import { Slice } from 'prosemirror-model';
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state';
import type { Codes } from '../../../server/domain/content.ts';
import type { Fix } from '../../../server/domain/checks/check.ts';
import { becomeText, endOf, nodesOf, positionAt } from './mapping.ts';

/** The selected piece of the text, codes written out. */
export function selectedIn({ doc, selection }: EditorState): string {
  return doc.textBetween(selection.from, selection.to);
}

/** A step of its own, apart from the typing before it. */
function step(state: EditorState): Transaction {
  return closeHistory(state.tr).scrollIntoView();
}

/** Puts a text in place of the selection, the caret behind it. */
export function inserted(state: EditorState, text: string, codes: Codes): Transaction {
  return step(state).replaceSelection(new Slice(nodesOf(text, codes), 0, 0));
}

/** Puts two pieces around the selection and keeps it selected; with nothing selected, the caret stands between them. */
export function surrounded(
  state: EditorState,
  [before, after]: readonly [before: string, after: string],
  codes: Codes,
): Transaction {
  const { from, to } = state.selection;
  const opening = nodesOf(before, codes);
  const around = step(state).insert(to, nodesOf(after, codes)).insert(from, opening);
  return around.setSelection(TextSelection.create(around.doc, from + opening.size, to + opening.size));
}

/** Puts a text in place of all that stands there, the caret at its end. */
export function replaced(state: EditorState, text: string, codes: Codes): Transaction {
  const all = step(state);
  becomeText(all, text, codes);
  return all.setSelection(TextSelection.create(all.doc, endOf(all.doc)));
}

/** Puts other words in several places of the text at once; the caret stays with what it stood beside. */
export function mended(state: EditorState, changes: Fix, codes: Codes): Transaction {
  const all = step(state);
  for (const { span, text } of changes.toReversed()) {
    const [from = 0, to = from] = span.map((offset) => positionAt(state.doc, offset));
    all.replaceWith(from, to, nodesOf(text, codes));
  }
  return all;
}
