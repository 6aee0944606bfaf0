/**
 * The domain's text as a document, and back. Text → document → text is the identity for every text with any codes, and
 * every document is the one that its text makes (`becomeCodes` sees to it while somebody types `<1>` by hand).
 *
 * A position is ProseMirror's (a code counts one), an offset is the domain's (a code counts its characters).
 */
import { Fragment, type Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import { tokenize, type Codes } from '../../../server/domain/content.ts';
import { schema } from './schema.ts';

/** Where the text begins in a document: behind the opening of its one block. */
export const start = 1;

/** A text's characters and codes. */
export function nodesOf(text: string, codes: Codes): Fragment {
  return Fragment.from(
    tokenize(text, codes).map((token) =>
      token.kind === 'text' ? schema.text(token.text) : schema.node('code', { kind: token.kind, number: token.number }),
    ),
  );
}

export function documentOf(text: string, codes: Codes): Node {
  return schema.node('doc', null, [schema.node('segment', null, nodesOf(text, codes))]);
}

export function textOf(document: Node): string {
  return document.textContent;
}

/** Where the text ends. */
export function endOf(document: Node): number {
  return document.content.size - 1;
}

/** How many characters of the text stand before a position. */
export function offsetAt(document: Node, position: number): number {
  return document.textBetween(0, position).length;
}

/** Where the character at an offset stands; within a code, where the code does. */
export function positionAt(document: Node, offset: number): number {
  let [position, before] = [start, 0];
  for (const node of document.firstChild?.children ?? []) {
    const length = node.isText ? node.nodeSize : node.textContent.length;
    if (before + length > offset) return node.isText ? position + offset - before : position;
    [position, before] = [position + node.nodeSize, before + length];
  }
  return position;
}

/** The text with one character for each position behind `start`: a code is U+FFFC. */
export function flatText(document: Node): string {
  return document.textBetween(0, document.content.size, '', '\uFFFC');
}

/**
 * Makes codes of characters that read as declared codes. Gives whether there were any. Nothing else could be done with
 * them: saved and opened again, they would be codes.
 */
export function becomeCodes(transaction: Transaction, codes: Codes): boolean {
  const written: Array<readonly [from: number, text: string]> = [];
  transaction.doc.descendants((node, position) => {
    if (node.text?.includes('<') && tokenize(node.text, codes).some(({ kind }) => kind !== 'text')) {
      written.push([position, node.text]);
    }
  });
  for (const [from, text] of written.toReversed()) {
    transaction.replaceWith(from, from + text.length, nodesOf(text, codes));
  }
  return written.length > 0;
}

/** Makes the document this text's by changing only what differs, so that a caret elsewhere stays. Gives whether it differed. */
export function becomeText(transaction: Transaction, text: string, codes: Codes): boolean {
  const next = documentOf(text, codes);
  const from = transaction.doc.content.findDiffStart(next.content);
  const ends = transaction.doc.content.findDiffEnd(next.content);
  if (from === null || ends === null) return false;
  // Where the same piece stands twice ("aa" → "aaa"), both searches claim it.
  const overlap = Math.max(from - Math.min(ends.a, ends.b), 0);
  transaction.replace(from, ends.a + overlap, next.slice(from, ends.b + overlap));
  return true;
}
