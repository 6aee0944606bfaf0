/**
 * What passes between the editor and the desk: every change of the text goes out, a text that was decided elsewhere comes
 * in. `known` is the text that both have; what comes in is known before it is written, so it does not go out again.
 *
 * While a word is being composed (Arabic on a phone, niqqud by dead keys) nothing passes: a change from outside would break
 * the word off, and half of one is nothing to save. What was written then goes before what came.
 */
import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Codes } from '../../../server/domain/content.ts';
import { becomeText, textOf } from './mapping.ts';

export interface Exchange {
  readonly plugin: Plugin;
  /** Changes only what differs, so that the caret stays; not to be undone here. */
  readonly take: (text: string) => void;
}

export function openExchange(text: string, codes: () => Codes, onText: (text: string) => void): Exchange {
  let known = text;
  let untaken: string | undefined;
  let view: EditorView | undefined;

  function take(next: string): void {
    if (!view || view.composing) {
      untaken = next;
      return;
    }
    known = next;
    const change = view.state.tr.setMeta('addToHistory', false);
    if (becomeText(change, next, codes())) view.dispatch(change);
  }

  function settle(): void {
    if (!view || view.composing) return;
    const [written, came] = [textOf(view.state.doc), untaken];
    untaken = undefined;
    if (written !== known) {
      known = written;
      onText(written);
    } else if (came !== undefined) {
      take(came);
    }
  }

  const plugin = new Plugin({
    // ProseMirror reads what was composed after this event.
    props: { handleDOMEvents: { compositionend: () => queueMicrotask(settle) } },
    view(opened) {
      view = opened;
      return {
        update(_view, before) {
          if (before.doc !== opened.state.doc) settle();
        },
        destroy: () => (view = undefined),
      };
    },
  });
  return { plugin, take };
}
