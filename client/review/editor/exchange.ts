/**
 * What passes between the editor and the desk. A text that is written goes out with what it was begun from: the target
 * that was drawn when the two last agreed (`knownDrawn`), which need not be the newest that is drawn. So a text that
 * somebody else saved meanwhile is met as a conflict, never overwritten. A text that comes in from outside is known
 * before it is written into the document, so it does not go out again.
 *
 * While a word is being composed (Arabic on a phone, niqqud by dead keys) the two wait: a change from outside would break
 * the word off, and half of one is nothing to save. When it is whole, what was written goes out, and what came is let go:
 * the desk hands it in again. Only where the editor closes or the page is hidden does half a word go out: it is never
 * finished, perhaps, and a phone composes every word.
 */
import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Codes } from '../../../server/domain/content.ts';
import type { Saved } from '../unsaved.ts';
import { becomeText, textOf } from './mapping.ts';

export interface Exchange {
  readonly plugin: Plugin;
  /** Takes a text and the target it was drawn with. Changes only what differs, so that the caret stays; not to be undone here. */
  readonly take: (text: string, drawn: Saved) => void;
  /** Lets out what is written, also in the midst of a word. */
  readonly flush: () => void;
}

/** A text, and the target that was on the screen when it was begun. */
export type Written = (text: string, drawn: Saved) => void;

export function openExchange(text: string, drawn: Saved, codes: () => Codes, onText: Written): Exchange {
  let [known, knownDrawn] = [text, drawn];
  let untaken: readonly [text: string, drawn: Saved] | undefined;
  let view: EditorView | undefined;

  function take(next: string, nextDrawn: Saved): void {
    untaken = undefined;
    // A target that was only judged changes nothing here: no word need be whole for that.
    if (next !== known && (!view || view.composing)) {
      untaken = [next, nextDrawn];
      return;
    }
    [known, knownDrawn] = [next, nextDrawn];
    if (!view || view.composing) return;
    const change = view.state.tr.setMeta('addToHistory', false);
    if (becomeText(change, next, codes())) view.dispatch(change);
  }

  function flush(): void {
    const written = view ? textOf(view.state.doc) : known;
    if (written === known) return;
    known = written;
    untaken = undefined;
    onText(written, knownDrawn);
  }

  function settle(): void {
    if (!view || view.composing) return;
    flush();
    if (untaken) take(...untaken);
  }

  const plugin = new Plugin({
    // ProseMirror reads what was composed after this event.
    props: { handleDOMEvents: { compositionend: () => queueMicrotask(settle) } },
    view(opened) {
      view = opened;
      const stopFlushing = whenPageLeaves(flush);
      return {
        update(_view, before) {
          if (before.doc !== opened.state.doc) settle();
        },
        destroy() {
          stopFlushing();
          view = undefined;
        },
      };
    },
  });
  return { plugin, take, flush };
}

/** A phone may end a hidden page without another word. In the capturing phase: the desk saves at these events what it has. */
function whenPageLeaves(act: () => void): () => void {
  const leaving = new AbortController();
  const options = { capture: true, signal: leaving.signal };
  const whenHidden = (): void => {
    if (document.visibilityState === 'hidden') act();
  };
  window.addEventListener('visibilitychange', whenHidden, options);
  window.addEventListener('pagehide', act, options);
  return () => leaving.abort();
}
