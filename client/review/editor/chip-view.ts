/**
 * A code as it is drawn in the editor: the chip of `CodedText`, in the page without React. An isolate, so that the
 * sentence around it runs as if it were not there; `data-code` holds what it is in the text.
 */
import type { Node } from 'prosemirror-model';
import type { EditorProps, NodeView } from 'prosemirror-view';
import type { Codes } from '../../../server/domain/content.ts';
import { directionIn, localeIn, t, type Language } from '../../i18n.ts';
import { chipWords } from '../chip-words.ts';
import { codeMarkOf, writtenAs } from './schema.ts';
import '../coded-text.css';

/** How codes are drawn that mean this, in this language of the interface. */
export function chipViews(codes: Codes, language: Language): NonNullable<EditorProps['nodeViews']> {
  return { code: (node) => chipView(node, codes, language) };
}

function chipView(node: Node, codes: Codes, language: Language): NodeView {
  const mark = codeMarkOf(node);
  const type = codes[mark.number]?.type;
  const written = writtenAs(mark);
  const { shown, spoken } = type === undefined ? { shown: written, spoken: written } : chipWords(mark, type, t);
  const dom = document.createElement('bdi');
  dom.className = `code-chip ${mark.kind}`;
  dom.lang = localeIn(language);
  dom.dir = directionIn(language);
  dom.title = spoken;
  dom.dataset['code'] = written;
  dom.role = 'img';
  dom.ariaLabel = spoken;
  dom.textContent = shown;
  return { dom, ignoreMutation: () => true };
}
