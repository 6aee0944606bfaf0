/**
 * What the editor's document is: one block of characters and codes. A line break is the character `\n`, as it is in the
 * domain's text, so that a position in the document is one character or one code, and nothing has to be guessed when it
 * is read back. A code is an atom: it is stepped over, deleted and carried whole, and cannot be split.
 *
 * Rejected: a paragraph for every blank line (what stood between them, `\n\n` or `\n \n`, would be lost); marks for
 * paired codes (an open without its close could not be shown, and translators have texts in that state).
 */
import { Schema, type Node } from 'prosemirror-model';
import { writeCode, type Token } from '../../../server/domain/content.ts';

export type CodeKind = Exclude<Token['kind'], 'text'>;

export interface CodeMark {
  readonly kind: CodeKind;
  readonly number: string;
}

export const schema = new Schema({
  nodes: {
    doc: { content: 'segment' },
    segment: {
      content: '(text | code)*',
      whitespace: 'pre',
      toDOM: () => ['div', 0],
      parseDOM: [{ tag: 'div', preserveWhitespace: 'full' }],
    },
    text: {},
    code: {
      inline: true,
      atom: true,
      selectable: false,
      attrs: { kind: {}, number: {} },
      leafText: (node) => writtenAs(codeMarkOf(node)),
    },
  },
});

/** Which code a node of the document is. */
export function codeMarkOf({ attrs: { kind, number } }: Node): CodeMark {
  return { kind: kind as CodeKind, number: String(number) };
}

/** The code as it stands in the domain's text: `<1>`. */
export function writtenAs({ kind, number }: CodeMark): string {
  return writeCode(kind, number);
}
