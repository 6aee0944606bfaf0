/**
 * The text in the editor as the domain has it: the editor shows a code as a chip, which holds `<1>` in `data-code`. Stands
 * alone, so that it can be sent into a page (`locator.evaluate(editorText)`); named by what it needs of an element, so that
 * it is known to tests without a browser too.
 */
export interface EditorElement {
  readonly textContent: string | null;
  cloneNode(deep: true): unknown;
}

interface Copy {
  readonly textContent: string | null;
  querySelectorAll(
    selector: string,
  ): Iterable<{ getAttribute(name: string): string | null; replaceWith(text: string): void }>;
}

export function editorText(editor: EditorElement): string {
  const copy = editor.cloneNode(true) as Copy;
  for (const chip of copy.querySelectorAll('[data-code]')) chip.replaceWith(chip.getAttribute('data-code') ?? '');
  return copy.textContent ?? '';
}
