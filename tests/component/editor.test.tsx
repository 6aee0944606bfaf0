/** Writing in a real browser: codes as chips, undo, the leader key, what is pasted, signs of invisible marks, composition. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { editorText } from '../support/editor-text.ts';
import { closeDeskPage, documentId, type OpenDesk } from './desk-page.tsx';
import {
  boxOf,
  caretOffset,
  editor,
  expectText,
  keys,
  openSegment,
  paste,
  press,
  putCaret,
  settled,
  taken,
} from './editor.ts';
import { FakeEventSource } from './fake-server.ts';

beforeEach(() => localStorage.clear());
afterEach(async () => {
  vi.restoreAllMocks();
  await closeDeskPage();
});

const put = 'PUT /api/documents/:documentId/segments/:segmentId/targets/:locale';
const codes = { 1: { type: 'link', href: 'https://example.org' }, 2: { type: 'footnote', label: '1' } } as const;

/** What the desk keeps on the device: it was told of it. */
function kept(): { readonly text: string; readonly baseRevision: number } | undefined {
  const found = Object.entries(localStorage).find(([key]) => key.startsWith('dragoman.unsaved.'));
  return found && JSON.parse(found[1] as string);
}

function keptText(): string | undefined {
  return kept()?.text;
}

/** Somebody else saves a text, and this page is told of it. */
function writeBehind({ server }: OpenDesk, text: string): void {
  const segmentId = server.rows()[0]?.segmentId ?? '';
  server.writeBehind(segmentId, text);
  const { revision } = server.rows()[0]?.target ?? {};
  if (revision === undefined) throw new Error('nothing was written');
  const told = { kind: 'target.edited', by: 'noa', segmentId, locale: 'he', revision } as const;
  FakeEventSource.emit({ type: 'decision', stream: documentId, ...told });
}

function dataOf(formats: Readonly<Record<string, string>>, file?: File): DataTransfer {
  const data = new DataTransfer();
  for (const [format, text] of Object.entries(formats)) data.setData(format, text);
  if (file) data.items.add(file);
  return data;
}

const undo = (): void => press('ז', 'KeyZ', { ctrlKey: true });
const redo = (): void => press('ז', 'KeyZ', { ctrlKey: true, shiftKey: true });

describe('codes', () => {
  it('are chips that say what they are, in the language of the interface', async () => {
    await openSegment('חתמו על <1>העצומה</1>.<2/>', { codes, language: 'ar' });
    const chips = Array.from(document.querySelectorAll<HTMLElement>('.editor .code-chip'));
    expect(chips.map(({ textContent, title, lang, dir }) => [textContent, lang, dir, title !== ''])).toEqual([
      ['رابط 1', 'ar', 'rtl', true],
      ['/1', 'ar', 'rtl', true],
      ['حاشية 2', 'ar', 'rtl', true],
    ]);
    await expect.element(page.getByRole('img', { name: /بداية .*رابط/u })).toBeInTheDocument();
  });

  it('are deleted whole, never split', async () => {
    await openSegment('על <1>העצומה</1>', { codes });
    await keys('{Backspace}');
    await expectText('על <1>העצומה');
    await keys('{Home}', '{ArrowLeft}', '{ArrowLeft}', '{ArrowLeft}', '{Delete}');
    await expectText('על העצומה');
  });

  it.each([
    ['its right half', 0.9, 'אי<1>ב</1>'],
    ['its left half', 0.1, 'א<1>יב</1>'],
  ])('take a click beside them: on %s what is typed goes to that side', async (_, share, expected) => {
    await openSegment('א<1>ב</1>', { codes });
    const chip = document.querySelector('.editor .code-chip');
    const { left, top, width, height } = chip?.getBoundingClientRect() ?? new DOMRect();
    const at = { clientX: left + width * share, clientY: top + height / 2, bubbles: true, cancelable: true };
    chip?.dispatchEvent(new MouseEvent('mousedown', at));
    await keys('י');
    await expectText(expected);
  });

  it('are stepped over with one press', async () => {
    await openSegment('א<1>ב</1>ג', { codes });
    const places = [];
    for (let step = 0; step < 5; step += 1) {
      await keys('{ArrowRight}');
      places.push(caretOffset());
    }
    expect(places).toEqual([9, 5, 4, 1, 0]);
  });

  it('are written around: Hebrew typed before, between and behind two chips', async () => {
    await openSegment('<1></1>', { codes });
    await keys('ג', '{Home}', 'א', '{ArrowLeft}', 'ב');
    await expectText('א<1>ב</1>ג');
  });

  it('become chips when typed by hand, unless the segment has no such code', async () => {
    await openSegment('', { codes, state: 'untranslated' });
    await keys('<1>א</1> <7>');
    await expectText('<1>א</1> <7>');
    expect(document.querySelectorAll('.editor .code-chip')).toHaveLength(2);
  });

  it('a missing one is put around what is selected', async () => {
    await openSegment('חתמו על העצומה.', { codes: { 1: codes[1] } });
    await putCaret(8, 14);
    await page.getByRole('button', { name: /^Insert/u }).click();
    await expectText('חתמו על <1>העצומה</1>.');
    expect(getSelection()?.toString()).toBe('העצומה');
  });

  it('are copied within the segment; other programs and other segments get the words', async () => {
    await openSegment('על <1>העצומה</1>', { codes });
    await keys('{Control>}a{/Control}');
    const copied = taken('cut');
    expect(copied['text/plain']).toBe('על העצומה');
    await expectText('');
    paste(copied);
    await expectText('על <1>העצומה</1>');
    await closeDeskPage();
    await openSegment('', { codes, state: 'untranslated' });
    paste(copied);
    await expectText('על העצומה');
  });
});

describe('undo', () => {
  it('takes back a text that was put in place of another, in one step, and brings it again', async () => {
    await openSegment('אולם הקריאה', { source: 'The hall' });
    await keys(' נפתח');
    press('ן', 'KeyI', { ctrlKey: true });
    await expectText('The hall');
    undo();
    await expectText('אולם הקריאה נפתח');
    redo();
    await expectText('The hall');
    undo();
    undo();
    await expectText('אולם הקריאה');
    press('ט', 'KeyY', { ctrlKey: true });
    await expectText('אולם הקריאה נפתח');
  });

  it('is the segment’s own, also when one comes back to it', async () => {
    await openSegment('ראשון');
    // One key is one step, however slow the machine.
    await keys('!');
    press('ArrowDown', 'ArrowDown', { altKey: true });
    await expectText(/אולם הקריאה/u);
    await expect.element(editor()).toHaveFocus();
    undo();
    await settled();
    await expectText(/אולם הקריאה/u);
    press('ArrowUp', 'ArrowUp', { altKey: true });
    await expectText('ראשון!');
    await expect.element(editor()).toHaveFocus();
    undo();
    await expectText('ראשון');
  });

  it('leaves alone what somebody else has written meanwhile', async () => {
    const desk = await openSegment('אחת שתיים');
    await putCaret(3);
    writeBehind(desk, 'אחת שתיים שלוש');
    await expectText('אחת שתיים שלוש');
    expect(caretOffset(), 'the caret stays').toBe(3);
    undo();
    await settled();
    await expectText('אחת שתיים שלוש');
  });
});

describe('line and paragraph', () => {
  it('Enter breaks the paragraph, one Backspace joins it again; Shift+Enter begins a line', async () => {
    await openSegment('אחת שתיים');
    await putCaret(4);
    await keys('{Enter}');
    await expectText('אחת \n\nשתיים');
    await keys('{Backspace}');
    await expectText('אחת שתיים');
    await keys('{Shift>}{Enter}{/Shift}');
    await expectText('אחת \nשתיים');
    await keys('{End}', '{Enter}', 'סוף');
    await expectText('אחת \nשתיים\n\nסוף');
  });
});

describe('the leader key', () => {
  const lead = (): void => press('ף', 'Semicolon', { ctrlKey: true });
  const hint = page.getByText(/^A key now inserts/u);

  it.each([
    ['ך', 'KeyL', 'C++\u200E'],
    ['צ', 'KeyM', 'C++־'],
    ['ع', 'KeyG', 'C++״'],
    ['ؤ', 'KeyC', 'C++،'],
  ])('then %s, where %s is: %j', async (key, code, text) => {
    await openSegment('C++');
    lead();
    await expect.element(hint).toBeVisible();
    press(key, code);
    await expectText(text);
    await expect.element(hint).not.toBeInTheDocument();
    await vi.waitFor(() => expect(keptText()).toBe(text));
  });

  it.each([
    ['he', '”שלום”'],
    ['ar', '«שלום»'],
    ['en', '“שלום”'],
  ] as const)('then Q quotes what is selected as %s does', async (locale, text) => {
    await openSegment('שלום', { locale, from: locale === 'en' ? 'he' : 'en' });
    await keys('{Control>}a{/Control}');
    lead();
    press('/', 'KeyQ');
    await expectText(text);
    undo();
    await expectText('שלום');
  });

  it('is left by Escape, and by a key that it does not know, which types', async () => {
    await openSegment('א');
    lead();
    await keys('{Escape}');
    await expect.element(hint).not.toBeInTheDocument();
    lead();
    await expect.element(hint).toBeVisible();
    await keys('x');
    await expectText('אx');
    await expect.element(hint).not.toBeInTheDocument();
  });

  it('keeps its keys from the commands of the desk', async () => {
    const { server } = await openSegment('א');
    await keys('ב');
    lead();
    press('ד', 'KeyS', { ctrlKey: true });
    await expectText('אב؛');
    expect(server.bodies(put)).toEqual([]);
  });

  it('can be done without a keyboard, from the command palette', async () => {
    await openSegment('א');
    await page.getByRole('button', { name: 'Command palette' }).click();
    await page.getByRole('option', { name: /Insert a character/u }).click();
    await page.getByRole('button', { name: /gershayim/u }).click();
    await expectText('א״');
    await expect.element(hint).not.toBeInTheDocument();
    expect(document.activeElement).toBe(editor().element());
  });

  it('says that it waits every time: the same words are read again', async () => {
    await openSegment('א');
    const heard: string[] = [];
    const listening = new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const { textContent } of addedNodes) heard.push(textContent ?? '');
    });
    const region = document.querySelector('.editor > output');
    if (!region) throw new Error('nothing is said');
    listening.observe(region, { childList: true, subtree: true });
    for (let time = 1; time <= 2; time += 1) {
      lead();
      await vi.waitFor(() =>
        expect(heard.filter((words) => words.startsWith('Waiting for the key'))).toHaveLength(time),
      );
      await keys('{Escape}');
    }
    listening.disconnect();
  });

  it('says what it waits for and what it has put in', async () => {
    await openSegment('א');
    lead();
    await expect.element(page.getByText(/^Waiting for the key/u)).toBeInTheDocument();
    press('ך', 'KeyL');
    await expect.element(page.getByText(/left-to-right mark.*: inserted/u)).toBeInTheDocument();
  });
});

describe('a paste', () => {
  it('is plain text', async () => {
    await openSegment('א');
    paste({ 'text/plain': 'שלום, world', 'text/html': '<b>שלום</b><script>alert(1)</script>' });
    await expectText('אשלום, world');
    expect(editor().element().querySelector('b, script')).toBeNull();
  });

  it('is cleaned, says so, and Ctrl+Z brings it back as it was copied', async () => {
    await openSegment('א ', { locale: 'ar' });
    paste({ 'text/plain': '\u202Bﻓﻠﺴﻄﻴﻦ\u202C\r\n' });
    await expectText('א فلسطين');
    await expect.element(page.getByText(/^8 characters of the pasted text were cleaned/u)).toBeVisible();
    undo();
    await expectText('א \u202Bﻓﻠﺴﻄﻴﻦ\u202C');
    undo();
    await expectText('א ');
  });

  it('may be a drop', async () => {
    await openSegment('אחת שתיים');
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', '\u202Bחדש\u202C ');
    dataTransfer.setData('text/html', '<b>חדש</b>');
    const { right, top, bottom } = boxOf('שתיים');
    const place = { clientX: right, clientY: (top + bottom) / 2 };
    const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, ...place });
    editor().element().dispatchEvent(drop);
    await expectText('אחת חדש שתיים');
    undo();
    undo();
    await expectText('אחת שתיים');
  });

  it.each([
    ['a picture', () => dataOf({}, new File(['x'], 'x.png', { type: 'image/png' }))],
    ['nothing but invisible signs', () => dataOf({ 'text/plain': '\u200B\uFEFF' })],
    ['a picture with its markup', () => dataOf({ 'text/html': '<img src="data:,">' })],
  ])('of %s takes nothing away', async (_what, made) => {
    await openSegment('אחת שתיים');
    await putCaret(4, 9);
    const paste = new ClipboardEvent('paste', { clipboardData: made(), bubbles: true, cancelable: true });
    editor().element().dispatchEvent(paste);
    await settled();
    expect(editorText(editor().element())).toBe('אחת שתיים');
    expect(getSelection()?.toString()).toBe('שתיים');
    expect(paste.defaultPrevented).toBe(true);
    const { left, top, bottom } = boxOf('אחת');
    const place = { clientX: left, clientY: (top + bottom) / 2 };
    const drop = new DragEvent('drop', { dataTransfer: made(), bubbles: true, cancelable: true, ...place });
    editor().element().dispatchEvent(drop);
    await settled();
    expect(editorText(editor().element())).toBe('אחת שתיים');
    expect(getSelection()?.toString()).toBe('שתיים');
    expect(drop.defaultPrevented, 'the browser would leave the page for the file').toBe(true);
  });

  it('keeps its paragraphs', async () => {
    await openSegment('');
    paste({ 'text/plain': 'אחת\r\n\r\nשתיים\r\n' });
    await expectText('אחת\n\nשתיים');
  });
});

describe('signs of what is invisible', () => {
  it('are drawn on demand, here and from then on, and are no part of the text', async () => {
    const text = 'C++\u200E ו־14\u00A0%';
    await openSegment(text);
    expect(document.querySelectorAll('[data-sign]')).toHaveLength(0);
    press('ף', 'Semicolon', { ctrlKey: true });
    press('ה', 'KeyV');
    await settled();
    const signs = Array.from(document.querySelectorAll<HTMLElement>('[data-sign]'), ({ dataset }) => dataset['sign']);
    expect(signs).toEqual(['⊢', '°']);
    expect(editorText(editor().element())).toBe(text);
    await closeDeskPage();
    await openSegment('x\u200F');
    expect(document.querySelectorAll('[data-sign]')).toHaveLength(1);
  });

  it('are drawn also where the device has no room to remember it', async () => {
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const turn = async (): Promise<void> => {
      press('ף', 'Semicolon', { ctrlKey: true });
      press('ה', 'KeyV');
      await settled();
    };
    await openSegment('C++\u200E');
    await turn();
    expect(document.querySelectorAll('[data-sign]')).toHaveLength(1);
    await closeDeskPage();
    await openSegment('x\u200F');
    expect(document.querySelectorAll('[data-sign]')).toHaveLength(1);
    full.mockRestore();
    await turn();
    expect(document.querySelectorAll('[data-sign]')).toHaveLength(0);
  });

  it.each(['المستـشفيات', 'المست\u200Dشفيات', 'المستشفيات\u200F', 'الـ«حزب»'])(
    'leave the letters of %j joined: its width does not change',
    async (word) => {
      await openSegment(word, { locale: 'ar' });
      const before = boxOf(word).width;
      press('ك', 'Semicolon', { ctrlKey: true });
      press('ر', 'KeyV');
      await settled();
      expect(document.querySelectorAll('[data-sign]').length).toBeGreaterThan(0);
      expect(boxOf(word).width).toBeCloseTo(before, 1);
    },
  );
});

describe('composition', () => {
  const compose = (method: string, params: object): Promise<unknown> =>
    (cdp() as unknown as { send: (method: string, params: object) => Promise<unknown> }).send(method, params);

  it('in an empty segment is not written over the hint', async () => {
    await openSegment('', { state: 'untranslated' });
    const hint = page.getByText('Write the translation here');
    await expect.element(hint).toBeVisible();
    await compose('Input.imeSetComposition', { text: 'ש', selectionStart: 1, selectionEnd: 1 });
    await expect.element(hint).not.toBeInTheDocument();
    await compose('Input.insertText', { text: 'של' });
    await expectText('של');
    await expect.element(hint).not.toBeInTheDocument();
  });

  it('is not disturbed: nothing is told or taken before the word is whole, and then it is a conflict', async () => {
    const desk = await openSegment('של');
    await compose('Input.imeSetComposition', { text: 'ו', selectionStart: 1, selectionEnd: 1 });
    await settled();
    expect(editorText(editor().element())).toBe('שלו');
    expect(keptText()).toBeUndefined();
    writeBehind(desk, 'נוסח אחר');
    // Their target is drawn around the editor.
    await expect.element(page.getByRole('article', { name: /reviewed/iu })).toBeVisible();
    expect(editorText(editor().element())).toBe('שלו');
    await compose('Input.insertText', { text: 'ום' });
    await expectText('שלום');
    await vi.waitFor(() => expect(kept()).toMatchObject({ text: 'שלום', baseRevision: 1 }));
    await expect.element(page.getByRole('region', { name: 'Two decisions on one text' })).toBeVisible();
    press('ד', 'KeyS', { ctrlKey: true });
    await settled();
    expect(desk.server.rows()[0]?.target?.text).toBe('נוסח אחר');
  });

  it('that is left when the row is left loses nothing', async () => {
    await openSegment('של');
    await compose('Input.imeSetComposition', { text: 'ום', selectionStart: 2, selectionEnd: 2 });
    await settled();
    expect(keptText()).toBeUndefined();
    await closeDeskPage();
    expect(kept()).toMatchObject({ text: 'שלום', baseRevision: 1 });
  });

  it('is sent as it stands when the page is hidden: a phone may never come back to it', async () => {
    const { server } = await openSegment('של');
    await compose('Input.imeSetComposition', { text: 'ו', selectionStart: 1, selectionEnd: 1 });
    await settled();
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    hidden.mockRestore();
    await vi.waitFor(() => expect(server.bodies(put)).toMatchObject([{ text: 'שלו', baseRevision: 1 }]));
    await compose('Input.insertText', { text: 'ום' });
    await expectText('שלום');
    await vi.waitFor(() => expect(keptText()).toBe('שלום'));
    expect(kept()).toMatchObject({ baseRevision: 2 });
  });
});
