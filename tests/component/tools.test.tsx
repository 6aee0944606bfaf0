/** What works on the whole document: approving all that is shown. */
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { locales, type Locale } from '../../server/domain/locale.ts';
import { closeDeskPage, openDeskPage, row, segmentId, type DeskOptions } from './desk-page.tsx';

beforeEach(() => localStorage.clear());
afterEach(closeDeskPage);

const by = (person: string) => ({ by: person, origin: { type: 'human', by: person } }) as const;
const codes = { 1: { type: 'footnote', label: '1' } } as const;

async function open(options: DeskOptions = {}) {
  const desk = await openDeskPage(options);
  await expect.element(page.getByRole('list', { name: /Segments|קטעים|المقاطع/u })).toBeInTheDocument();
  return desk;
}

/** What react-aria announced of earlier tests' pending buttons, which are gone, is left out. */
async function faultsOfPage(): Promise<string[]> {
  await Promise.all(document.getAnimations().map(({ finished }) => finished));
  const { violations } = await axe.run({ include: document.body, exclude: ['[data-live-announcer]'] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

function pressed(code: string, shiftKey = false): void {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'י', code, ctrlKey: true, shiftKey, bubbles: true }));
}

describe('approving all that is shown', () => {
  const dialog = page.getByRole('alertdialog');

  it('approves what the filter shows, at the revisions that were seen, and leaves out what wants a look', async () => {
    const { server } = await open({
      rows: [
        row(0, { target: by('noa') }),
        row(1, { target: by('sami') }),
        row(2, { target: { ...by('noa'), outdated: true } }),
        row(3, { codes, target: { ...by('noa'), codeFaults: [{ code: 'content.code-missing', number: '1' }] } }),
        row(4, { state: 'reviewed', target: by('noa') }),
      ],
      segment: 1,
    });
    await page.getByRole('combobox', { name: 'Decided last by' }).selectOptions('noa');
    await page.getByRole('button', { name: 'Approve 2 shown…' }).click();
    await expect.element(dialog.getByRole('heading', { name: 'Approve 2 segments?' })).toBeVisible();
    await expect.element(dialog.getByText('1 whose source has changed')).toBeVisible();
    await expect.element(dialog.getByText('1 with code faults')).toBeVisible();
    await dialog.getByRole('button', { name: 'Approve 2 segments' }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(page.getByText('2 segments approved')).toBeVisible();
    expect(server.rows().map(({ target }) => target?.state)).toEqual([
      'approved',
      'translated',
      'translated',
      'translated',
      'approved',
    ]);
    const [body] = server.bodies('POST /api/documents/:documentId/targets/:locale/approve');
    server.lines['POST /api/documents/:documentId/targets/:locale/undo'] = () => ({ undone: 2, refused: [] });
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.getByText('2 segments are as they were')).toBeVisible();
    expect(server.bodies('POST /api/documents/:documentId/targets/:locale/undo')).toEqual([
      { decisionIds: body?.targets?.map(({ decisionId }) => decisionId) },
    ]);
    expect(body?.targets).toMatchObject([
      { segmentId: segmentId(0), baseRevision: 1 },
      { segmentId: segmentId(4), baseRevision: 1 },
    ]);
  });

  it('warns where much of it is untouched machine text, names the share, and wants a second yes', async () => {
    const { server } = await open({ rows: [row(0), row(1, { target: by('noa') }), row(2)] });
    await page.getByRole('button', { name: 'Approve 3 shown…' }).click();
    await expect.element(dialog.getByText(/2 of them \(67%\) are machine text/u)).toBeVisible();
    const verb = dialog.getByRole('button', { name: 'Approve 3 segments' });
    await expect.element(verb).toBeDisabled();
    await dialog.getByRole('checkbox', { name: 'Approve them all the same' }).click();
    await verb.click();
    await vi.waitFor(() => expect(server.rows().every(({ target }) => target?.state === 'approved')).toBe(true));
  });

  it('lists what was refused and why, and approves nothing that changed unseen', async () => {
    const { server } = await open({ rows: [row(0, { target: by('noa') }), row(1, { target: by('noa') })] });
    await page.getByRole('button', { name: 'Approve 2 shown…' }).click();
    server.writeBehind(segmentId(1), 'נוסח אחר');
    await dialog.getByRole('button', { name: 'Approve 2 segments' }).click();
    await expect.element(dialog.getByText(/Segment 2: .?Somebody changed this segment/u)).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
    expect(server.rows().map(({ target }) => target?.state)).toEqual(['approved', 'reviewed']);
  });

  it('goes on after a lost connection, under the same ids', async () => {
    const { server } = await open({ rows: [row(0, { target: by('noa') })] });
    await page.getByRole('button', { name: 'Approve 1 shown…' }).click();
    server.online = false;
    await dialog.getByRole('button', { name: 'Approve 1 segment' }).click();
    const again = dialog.getByRole('button', { name: 'Try again' });
    await expect.element(again).toBeVisible();
    server.online = true;
    await again.click();
    await vi.waitFor(() => expect(server.rows()[0]?.target?.state).toBe('approved'));
  });

  it('offers to take back what was approved where it is given up half-way', async () => {
    const many = Array.from({ length: 201 }, (_, ordinal) => row(ordinal, { target: by('noa') }));
    const { server } = await open({ rows: many });
    const approve = 'POST /api/documents/:documentId/targets/:locale/approve';
    server.lines[approve] = ({ body }) => {
      if (body.targets?.length === 1) throw new TypeError('Failed to fetch');
      return { approved: body.targets?.length ?? 0, refused: [] };
    };
    await page.getByRole('button', { name: 'Approve 201 shown…' }).click();
    await dialog.getByRole('button', { name: 'Approve 201 segments' }).click();
    await expect.element(dialog.getByRole('button', { name: 'Try again' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(page.getByText('200 segments approved')).toBeVisible();
    const undo = 'POST /api/documents/:documentId/targets/:locale/undo';
    server.lines[undo] = () => ({ undone: 200, refused: [] });
    await page.getByRole('button', { name: 'Undo' }).click();
    const approved = server.bodies(approve)[0]?.targets?.map(({ decisionId }) => decisionId);
    await vi.waitFor(() => expect(server.bodies(undo)).toEqual([{ decisionIds: approved }]));
  });

  it('leaves out what is not saved', async () => {
    await open({ rows: [row(0, { target: by('noa') }), row(1, { target: by('noa') })], segment: 0 });
    await page.getByRole('textbox', { name: 'Translation of segment 1' }).fill('באמצע כתיבה');
    await page.getByRole('button', { name: 'Approve 1 shown…' }).click();
    await expect.element(dialog.getByText('1 with a text that is not saved')).toBeVisible();
  });
});

describe('search and replace', () => {
  const dialog = page.getByRole('dialog', { name: /Search and replace|חיפוש והחלפה|البحث والاستبدال/u });
  const edit = 'POST /api/documents/:documentId/targets/:locale/edit';
  const link = { 1: { type: 'strong' } } as const;
  const rows = [
    row(0, { text: 'הָאולם נפתח, והאולם נסגר.' }),
    row(1, { text: 'האולם <1>הקטן</1>.', codes: link, state: 'approved' }),
    row(2, { text: 'דבר אחר.' }),
  ];
  const hits = () => dialog.getByRole('checkbox', { name: /Replace in segment/u });

  it('shows every hit before and after, leaves out approved ones, and sends what was chosen', async () => {
    const { server } = await open({ rows });
    pressed('KeyG', true);
    await dialog.getByRole('textbox', { name: 'Search for' }).fill('האולם');
    await dialog.getByRole('textbox', { name: 'Replace by' }).fill('החדר');
    await expect.element(dialog.getByText('3 hits · in 2 segments')).toBeVisible();
    await expect.element(dialog.getByText(/goes back to “reviewed”/u)).toBeVisible();
    expect(
      hits()
        .elements()
        .map((box) => (box as HTMLInputElement).checked),
    ).toEqual([true, true, false]);
    await vi.waitFor(() => expect(document.querySelector('.hit-row ins')?.textContent).toContain('החדר'));
    await hits().nth(1).click();
    await hits().nth(2).click();
    await dialog.getByRole('button', { name: 'Replace 2' }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(server.rows().map(({ target }) => [target?.text, target?.state])).toEqual([
      ['החדר נפתח, והאולם נסגר.', 'reviewed'],
      ['החדר <1>הקטן</1>.', 'reviewed'],
      ['דבר אחר.', 'translated'],
    ]);
    server.lines['POST /api/documents/:documentId/targets/:locale/undo'] = () => ({ undone: 2, refused: [] });
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.getByText('2 segments are as they were')).toBeVisible();
  });

  it('finds whole words, or what is written, where that is asked for', async () => {
    await open({ rows });
    await page.getByRole('button', { name: 'Search and replace…' }).click();
    await dialog.getByRole('textbox', { name: 'Search for' }).fill('האולם');
    await dialog.getByRole('checkbox', { name: 'Whole words only' }).click();
    await expect.element(dialog.getByText('2 hits · in 2 segments')).toBeVisible();
    await dialog.getByRole('checkbox', { name: /Overlook/u }).click();
    await expect.element(dialog.getByText('1 hit · in 1 segment')).toBeVisible();
    await dialog.getByRole('checkbox', { name: 'Approved' }).click();
    await expect.element(dialog.getByText('0 hits · in 0 segments')).toBeVisible();
  });

  it('says what was refused because somebody was faster, and shows it as it now stands', async () => {
    const { server } = await open({ rows });
    const real = server.lines[edit];
    server.lines[edit] = (asked) => {
      server.writeBehind(segmentId(0), 'האולם החדש.');
      return real?.(asked) ?? { edited: 0, refused: [] };
    };
    pressed('KeyG', true);
    await dialog.getByRole('textbox', { name: 'Search for' }).fill('האולם');
    await dialog.getByRole('textbox', { name: 'Replace by' }).fill('החדר');
    await dialog.getByRole('button', { name: 'Replace 2' }).click();
    await expect.element(dialog.getByText(/Segment 1: .?Somebody changed/u)).toBeVisible();
    await expect.element(dialog.getByText(/החדש/u).first()).toBeVisible();
    expect(server.rows()[0]?.target?.text).toBe('האולם החדש.');
  });

  it('leaves out what is not saved, and takes it in once it is', async () => {
    await open({ rows, segment: 0 });
    await page.getByRole('textbox', { name: 'Translation of segment 1' }).fill('האולם שלי');
    await page.getByRole('button', { name: 'Search and replace…' }).click();
    await dialog.getByRole('textbox', { name: 'Search for' }).fill('האולם');
    await expect.element(dialog.getByText('1 text with hits is not saved yet and is left out.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Save them' }).click();
    await expect.element(dialog.getByText('2 hits · in 2 segments')).toBeVisible();
  });

  it.each(locales)('has no accessibility fault in %s, and fits a narrow window', async (language) => {
    await open({ language, theme: language === 'he' ? 'dark' : 'light', rows, width: 320 });
    pressed('KeyG', true);
    await dialog.getByRole('textbox').first().fill('האולם');
    await vi.waitFor(() => expect(document.querySelectorAll('.hit-row')).toHaveLength(3));
    expect(await faultsOfPage()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  });
});

describe('what a search finds', () => {
  const joined = row(1, { text: 'وهي تُثبّت ذلك في الـ«حزب» اليوم.' });
  const widthOfTarget = (): number => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('.desk-row:not(.active) .desk-target > .text') ?? document.body);
    return range.getBoundingClientRect().width;
  };

  it('is marked in source and translation, and parts no Arabic letters', async () => {
    await open({ locale: 'ar', rows: [row(0), joined], segment: 0 });
    await vi.waitFor(() => expect(document.querySelectorAll('.desk-rows > li')).toHaveLength(2));
    await document.fonts.ready;
    const before = widthOfTarget();
    await page.getByRole('searchbox').fill('ثبت');
    await vi.waitFor(() => expect(document.querySelector('.desk-target mark')?.textContent).toBe('ثبّت'));
    expect(widthOfTarget()).toBeCloseTo(before, 1);
    await page.getByRole('searchbox').fill('ROOM');
    await vi.waitFor(() => expect(document.querySelector('.desk-source mark')?.textContent).toBe('room'));
    expect(await faultsOfPage()).toEqual([]);
  });
});

describe.each(locales)('in %s', (language) => {
  const locale: Locale = language === 'ar' ? 'he' : 'ar';
  it.each(['light', 'dark'] as const)('the question of an approval has no accessibility fault, %s', async (theme) => {
    await open({ language, theme, locale, rows: [row(0), row(1, { target: { outdated: true } })] });
    await page.getByRole('button', { name: /^(?:Approve 1 shown|אישור המוצג|اعتماد المقطع المعروض)…$/u }).click();
    await expect.element(page.getByRole('alertdialog')).toBeVisible();
    expect(await faultsOfPage()).toEqual([]);
  });
});
