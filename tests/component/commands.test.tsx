/** The command palette and the list of shortcuts, worked by the keyboard alone, in three languages. */
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { locales, type Locale } from '../../server/domain/locale.ts';
import { closeDeskPage, openDeskPage, row, type DeskOptions, type OpenDesk } from './desk-page.tsx';

beforeEach(() => localStorage.clear());
afterEach(closeDeskPage);

const rows = [row(0), row(1, { state: 'approved' }), row(2, { text: 'הנחל זורם' })];

async function open(options: DeskOptions = {}): Promise<OpenDesk> {
  const desk = await openDeskPage({ rows, segment: 0, ...options });
  await expect
    .element(page.getByRole('button', { name: names[options.language as Locale]?.palette ?? 'Command palette' }))
    .toBeVisible();
  return desk;
}

/** What the interface calls things. */
const names = {
  en: { palette: 'Command palette', help: 'Keyboard shortcuts', approve: 'Approve', search: 'Find a command' },
  he: { palette: 'לוח הפקודות', help: 'קיצורי מקשים', approve: 'אישור התרגום', search: 'חיפוש פקודה' },
  ar: { palette: 'لوحة الأوامر', help: 'اختصارات لوحة المفاتيح', approve: 'اعتماد', search: 'البحث عن أمر' },
} as const satisfies Record<Locale, Record<string, string>>;

/** A key as a Hebrew layout sends it: the letter on it is Hebrew, its place is what it is on every keyboard. */
function pressHebrew(key: string, code: string, held: KeyboardEventInit = {}): void {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, code, ctrlKey: true, bubbles: true, cancelable: true, ...held }),
  );
}

async function faultsOfPage(): Promise<string[]> {
  const { violations } = await axe.run(document.body);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

function options(): string[] {
  return page
    .getByRole('option')
    .elements()
    .map((one) => one.firstElementChild?.textContent ?? '');
}

describe('the command palette', () => {
  it.each(locales)('finds a command by its name in %s or English and runs it with Enter', async (language) => {
    const opened = await open({ language });
    pressHebrew('ל', 'KeyK');
    const dialog = page.getByRole('dialog', { name: names[language].palette });
    await expect.element(dialog).toBeVisible();
    await userEvent.keyboard('approve');
    await vi.waitFor(() => expect(options()[0]).toBe(names[language].approve));
    await expect.element(page.getByRole('combobox', { name: names[language].palette })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog).not.toBeInTheDocument();
    await vi.waitFor(() => expect(opened.server.rows()[0]?.target?.state).toBe('approved'));
  });

  it('tells which entry is meant, and goes to the next with the arrows', async () => {
    await open();
    pressHebrew('ל', 'KeyK');
    await userEvent.keyboard('segment{ArrowDown}');
    const field = page.getByRole('combobox', { name: 'Command palette' }).element();
    await vi.waitFor(() => {
      const meant = document.getElementById(field.getAttribute('aria-activedescendant') ?? '');
      expect(meant?.textContent).toBe(page.getByRole('option').elements()[1]?.textContent);
    });
  });

  it('goes to a segment by its number, also in Arabic digits', async () => {
    const opened = await open({ language: 'ar' });
    pressHebrew('ל', 'KeyK');
    await userEvent.keyboard('٣');
    await vi.waitFor(() => expect(options()).toContain('الانتقال إلى المقطع 3'));
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(opened.search()).toBe('?segment=2'));
    await vi.waitFor(() => expect(document.activeElement?.closest('.editor')).not.toBeNull());
  });

  it('asks for a number alone with Ctrl+G', async () => {
    const opened = await open();
    pressHebrew('ע', 'KeyG');
    await expect.element(page.getByPlaceholder('Segment number, 1 to 3')).toHaveFocus();
    await userEvent.keyboard('2{Enter}');
    await vi.waitFor(() => expect(opened.search()).toBe('?segment=1'));
  });

  it('searches the texts', async () => {
    await open();
    await page.getByRole('button', { name: 'Command palette' }).click();
    await userEvent.keyboard('הנחל');
    await vi.waitFor(() => expect(options()).toHaveLength(1));
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('searchbox', { name: 'Search in both texts' })).toHaveValue('הנחל');
  });

  it('leaves with Escape, the focus where it was', async () => {
    await open();
    await page.getByRole('textbox', { name: 'Translation of segment 1' }).click();
    pressHebrew('ל', 'KeyK');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(page.getByRole('textbox', { name: 'Translation of segment 1' })).toHaveFocus();
  });

  it('runs nothing that cannot be done here', async () => {
    const opened = await open();
    pressHebrew('ל', 'KeyK');
    await userEvent.keyboard('reopen');
    await expect.element(page.getByRole('option', { name: /Reopen/u })).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{ArrowUp}{Enter}');
    expect(opened.server.calls.some(({ line }) => line.endsWith('/reopen'))).toBe(false);
  });

  it.each(locales)('has no fault that axe finds, in %s', async (language) => {
    await open({ language });
    pressHebrew('ל', 'KeyK');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(await faultsOfPage()).toEqual([]);
  });
});

describe('keys', () => {
  it('that are held down decide once', async () => {
    const opened = await open();
    pressHebrew('Enter', 'Enter', { shiftKey: true });
    await expect.element(page.getByRole('textbox', { name: 'Translation of segment 3' })).toBeInTheDocument();
    for (let times = 0; times < 3; times += 1) pressHebrew('Enter', 'Enter', { shiftKey: true, repeat: true });
    await vi.waitFor(() => expect(opened.server.rows()[0]?.target?.state).toBe('approved'));
    expect(opened.server.rows()[2]?.target?.state).toBe('translated');
  });

  it.each([
    ['of a Dvorak keyboard are named as they are printed', [['KeyS', 'o']], 'CtrlO'],
    ['that bear no Latin letter are named as on a US keyboard', [['KeyS', 'ד']], 'CtrlS'],
  ] as const)('%s', async (_, letters, shown) => {
    const keyboard = { getLayoutMap: async () => new Map(letters) };
    Object.defineProperty(navigator, 'keyboard', { configurable: true, value: keyboard });
    try {
      await open();
      pressHebrew('.', 'Slash');
      const row = page.getByRole('listitem').filter({ hasText: /^Save/u });
      await vi.waitFor(() => expect(row.element().querySelector('.keys')?.textContent).toBe(shown));
    } finally {
      Reflect.deleteProperty(navigator, 'keyboard');
    }
  });
});

describe('the list of shortcuts', () => {
  const openHelp = async (language: Locale = 'en'): Promise<OpenDesk> => {
    const desk = await open({ language });
    pressHebrew('.', 'Slash');
    await expect.element(page.getByRole('dialog', { name: names[language].help })).toBeVisible();
    return desk;
  };
  const change = (command: string) =>
    page.getByRole('button', { name: new RegExp(`keys of .?${command}.?(?:;|$)`, 'u') });
  const said = (): string => page.getByRole('alert').element().textContent;
  const keysOf = (command: string): string =>
    change(command).element().closest('li')?.querySelector('.shortcut-keys')?.textContent ?? '';

  it('gives a command other keys, which hold at once and after a reload', async () => {
    const opened = await openHelp();
    await change('Save').click();
    await userEvent.keyboard('{Shift>}{F3}{/Shift}');
    await vi.waitFor(() => expect(keysOf('Save')).toBe('ShiftF3'));
    await expect.element(change('Save')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await closeDeskPage();
    await open({ server: opened.server });
    await page.getByRole('textbox', { name: 'Translation of segment 1' }).fill('נוסח חדש');
    await userEvent.keyboard('{Shift>}{F3}{/Shift}');
    await vi.waitFor(() => expect(opened.server.rows()[0]?.target?.text).toBe('נוסח חדש'));
  });

  it('says whose keys they are before it takes them over', async () => {
    await openHelp();
    await change('Save').click();
    await userEvent.keyboard('{Control>}i{/Control}');
    await vi.waitFor(() => expect(said()).toMatch(/Taken by “.?Copy source.?”/u));
    expect(keysOf('Copy source')).toBe('CtrlI');
    await page.getByRole('button', { name: 'Take it over' }).click();
    expect(keysOf('Save')).toBe('CtrlI');
    expect(keysOf('Copy source')).toBe('no keys');
    await page.getByRole('button', { name: 'Default keys for all' }).click();
    expect(keysOf('Save')).toBe('CtrlS');
    expect(keysOf('Copy source')).toBe('CtrlI');
  });

  it.each([
    ['{Alt>}{Shift>}s{/Shift}{/Alt}', /change the keyboard’s language/u],
    ['{Control>}{Shift>}{ArrowLeft}{/Shift}{/Control}', /move the caret or select/u],
    ['q', /write text/u],
  ])('refuses %s and says why', async (keys, reason) => {
    await openHelp();
    await change('Save').click();
    await userEvent.keyboard(keys);
    await vi.waitFor(() => expect(said()).toMatch(reason));
    await userEvent.keyboard('{Escape}');
    expect(keysOf('Save')).toBe('CtrlS');
    await expect.element(page.getByRole('dialog')).toBeVisible();
  });

  it('leaves a command without keys, and gives it back its own', async () => {
    await openHelp();
    await change('Save').click();
    await page.getByRole('button', { name: 'No keys' }).click();
    expect(keysOf('Save')).toBe('no keys');
    await change('Save').click();
    await page.getByRole('button', { name: 'Default keys', exact: true }).click();
    expect(keysOf('Save')).toBe('CtrlS');
  });

  it.each(locales)('finds a command and closes by a button, in %s', async (language) => {
    await openHelp(language);
    await page.getByRole('searchbox', { name: names[language].search }).fill('save');
    await vi.waitFor(() => expect(document.querySelectorAll('.shortcut-row')).toHaveLength(1));
    expect(await faultsOfPage()).toEqual([]);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Close|סגירה|إغلاق/u })
      .click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });
});
