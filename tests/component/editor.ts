/** The editor of the open segment as a person has it: read its text, see where letters stand, press keys as any layout sends them. */
import { expect, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { editorText } from '../support/editor-text.ts';
import { openDeskPage, row, type DeskOptions, type OpenDesk, type RowOptions } from './desk-page.tsx';

export function editor() {
  return page.getByRole('textbox', { name: /Translation of segment|תרגום של קטע|ترجمة المقطع/u });
}

/** Waits until this text stands in it, codes as `<1>`. */
export async function expectText(text: string | RegExp): Promise<void> {
  await vi.waitFor(() => {
    const written = editorText(editor().element());
    if (typeof text === 'string') expect(written).toBe(text);
    else expect(written).toMatch(text);
  });
}

let rowsSoFar = 0;

/** Opens a segment that no other test has, clicks into it and puts the caret at the end of its text. */
export async function openSegment(text: string, options: RowOptions & DeskOptions = {}): Promise<OpenDesk> {
  rowsSoFar += 1;
  const own = row(rowsSoFar, { text, ...options });
  const desk = await openDeskPage({ ...options, rows: [own, row(rowsSoFar + 1000)], segment: rowsSoFar });
  await expect.element(editor()).toBeInTheDocument();
  await editor().click();
  getSelection()?.selectAllChildren(editor().element());
  getSelection()?.collapseToEnd();
  await settled();
  return desk;
}

/** ProseMirror reads the browser's selection when the browser tells of it. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}

/** Real keys, one after the other, in the words of `userEvent`. */
export async function keys(...pressed: string[]): Promise<void> {
  for (const one of pressed) await userEvent.keyboard(one);
  await settled();
}

/** A key as a layout sends it: the letter is the layout's, its place is what it is on every keyboard. */
export function press(key: string, code: string, held: KeyboardEventInit = {}): void {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...held }));
}

/** How many characters of the text stand before the caret, codes written out. */
export function caretOffset(): number {
  const before = document.createRange();
  const { focusNode, focusOffset } = getSelection() ?? {};
  if (!focusNode || focusOffset === undefined) return Number.NaN;
  before.setStart(editor().element(), 0);
  before.setEnd(focusNode, focusOffset);
  const box = document.createElement('div');
  box.append(before.cloneContents());
  return editorText(box).length;
}

/** Puts the caret behind so many characters of the text, which has no codes before it; or selects up to `to`. */
export async function putCaret(offset: number, to = offset): Promise<void> {
  const [from, until] = [placeOf(offset), placeOf(to)];
  getSelection()?.setBaseAndExtent(from.node, from.offset, until.node, until.offset);
  document.dispatchEvent(new Event('selectionchange'));
  await settled();
}

/** Where a piece of the text is drawn. */
export function boxOf(piece: string, which: 'first' | 'last' = 'first'): DOMRect {
  const all = textNodes()
    .map(({ data }) => data)
    .join('');
  const index = which === 'first' ? all.indexOf(piece) : all.lastIndexOf(piece);
  if (index < 0) throw new Error(`“${piece}” does not stand in the editor`);
  const [from, until] = [placeOf(index), placeOf(index + piece.length)];
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(until.node, until.offset);
  return range.getBoundingClientRect();
}

/** Where the caret is drawn. */
export function caretX(): number {
  const range = getSelection()?.getRangeAt(0);
  const [box] = range?.getClientRects() ?? [];
  return box?.x ?? Number.NaN;
}

/** Pastes as a browser does, in whatever formats. */
export function paste(formats: Readonly<Record<string, string>>): void {
  const clipboardData = new DataTransfer();
  for (const [format, text] of Object.entries(formats)) clipboardData.setData(format, text);
  editor()
    .element()
    .dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

/** What a copy or a cut gives to the clipboard. */
export function taken(type: 'copy' | 'cut'): Record<string, string> {
  const clipboardData = new DataTransfer();
  editor()
    .element()
    .dispatchEvent(new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true }));
  return Object.fromEntries(clipboardData.types.map((format) => [format, clipboardData.getData(format)]));
}

function textNodes(): Text[] {
  const walker = document.createTreeWalker(editor().element(), NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && !node.parentElement?.closest('[data-code]')) found.push(node);
  }
  return found;
}

function placeOf(offset: number): { node: Text; offset: number } {
  let left = offset;
  const nodes = textNodes();
  for (const node of nodes) {
    if (left <= node.length) return { node, offset: left };
    left -= node.length;
  }
  throw new Error(`the text has no ${offset} characters`);
}
