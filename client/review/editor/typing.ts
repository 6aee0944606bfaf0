/** What happens while somebody types: a code typed by hand becomes one, and a line break that the browser makes is ours. */
import { Plugin } from 'prosemirror-state';
import type { Codes } from '../../../server/domain/content.ts';
import { becomeCodes } from './mapping.ts';

/** What a browser asks for on its own account, as on a phone. */
const breaks: Readonly<Record<string, string>> = { insertParagraph: '\n\n', insertLineBreak: '\n' };

export function typingPlugin(codes: () => Codes): Plugin {
  return new Plugin({
    appendTransaction(transactions, _before, { tr }) {
      return transactions.some(({ docChanged }) => docChanged) && becomeCodes(tr, codes()) ? tr : null;
    },
    props: {
      handleDOMEvents: {
        beforeinput(view, event) {
          // A browser would make an element of each line.
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
