/** The editor of the open segment as a person has it: read its text, write another, press keys as any layout sends them. */
import { expect, vi } from 'vitest';
import { page } from 'vitest/browser';
import { editorText } from '../support/editor-text.ts';

export function editor() {
  return page.getByRole('textbox', { name: /Translation of segment|תרגום של קטע|ترجمة المقطع/u });
}

/** Waits until this text stands in it, codes as `<1>`. */
export async function expectText(text: string): Promise<void> {
  await vi.waitFor(() => expect(editorText(editor().element())).toBe(text));
}

/** A key as a layout sends it: the letter is the layout's, its place is what it is on every keyboard. */
export function press(key: string, code: string, held: KeyboardEventInit = {}): void {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...held }));
}
