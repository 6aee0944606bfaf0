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
  const { violations } = await axe.run({ include: document.body, exclude: ['[data-live-announcer]'] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
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

  it('leaves out what is not saved', async () => {
    await open({ rows: [row(0, { target: by('noa') }), row(1, { target: by('noa') })], segment: 0 });
    await page.getByRole('textbox', { name: 'Translation of segment 1' }).fill('באמצע כתיבה');
    await page.getByRole('button', { name: 'Approve 1 shown…' }).click();
    await expect.element(dialog.getByText('1 with a text that is not saved')).toBeVisible();
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
