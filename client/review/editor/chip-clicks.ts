/**
 * A click on a chip puts the caret beside it, on the side that was clicked: before it, or after. The browser would put the
 * caret among the letters of its label, where nothing can be typed or deleted.
 */
import { Plugin, TextSelection } from 'prosemirror-state';

export function chipClicksPlugin(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        mousedown(view, event) {
          const chip = event.target instanceof Element ? event.target.closest('[data-code]') : null;
          if (chip === null || event.button !== 0 || event.shiftKey) return false;
          event.preventDefault();
          const before = view.posAtDOM(chip, 0);
          const { left, width } = chip.getBoundingClientRect();
          const isOnLeft = event.clientX < left + width / 2;
          const isBefore = isOnLeft === (getComputedStyle(view.dom).direction === 'ltr');
          const at = TextSelection.create(view.state.doc, isBefore ? before : before + 1);
          view.dispatch(view.state.tr.setSelection(at));
          view.focus();
          return true;
        },
      },
    },
  });
}
