/** Checks at the desk: marked where they stand, gone through, mended and let stand by keys, and nothing moves for them. */
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { locales } from '../../server/domain/locale.ts';
import { closeDeskPage, openDeskPage, row, segmentId } from './desk-page.tsx';
import { boxOf, expectText, keys, openSegment, press, settled } from './editor.ts';

const dismissLine = 'POST /api/documents/:documentId/checks/:locale/dismiss';
const approveLine = 'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/approve';

/** An error at the end, a warning before it. */
const source = 'Is the report of the committee done?';
const text = 'האם הדוח של של הוועדה מוכן؟';

beforeEach(() => localStorage.clear());
afterEach(closeDeskPage);

/** What is marked in the editor, in the order of the text. */
function marked(): string[] {
  return [...document.querySelectorAll('.editor .finding')].map((mark) => mark.textContent);
}

async function expectMarks(...texts: string[]): Promise<void> {
  await vi.waitFor(() => expect(marked()).toEqual(texts));
}

function line(): Element | null {
  return document.querySelector('.finding-line');
}

async function faultsOfPage(): Promise<string[]> {
  const { violations } = await axe.run(document.body);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe('what checks find', () => {
  it('is marked in the text, and F7 and Shift+F7 lead from the error to the warning and round', async () => {
    await openSegment(text, { source });
    await expectMarks('של של', '؟');
    const led: string[] = [];
    for (const held of [{}, {}, {}, { shiftKey: true }]) {
      press('F7', 'F7', held);
      await settled();
      led.push(String(getSelection()));
    }
    expect(led).toEqual(['؟', 'של של', '؟', 'של של']);
    await expect.element(page.getByText(/the same word/iu)).toBeVisible();
  });

  it('is mended by F2, as one step that Ctrl+Z takes back', async () => {
    await openSegment(text, { source });
    await expectMarks('של של', '؟');
    for (const key of ['F7', 'F2']) {
      press(key, key);
      await settled();
    }
    await expectText('האם הדוח של של הוועדה מוכן?');
    await expectMarks('של של');
    await keys('{Control>}z{/Control}');
    await expectText(text);
    await expectMarks('של של', '؟');
  });

  it('goes along with the words while somebody types, and is found anew afterwards', async () => {
    await openSegment(text, { source });
    await expectMarks('של של', '؟');
    await keys('{Home}');
    await userEvent.keyboard('אז ');
    expect(marked()).toEqual(['של של', '؟']);
    await expectText(`אז ${text}`);
    await expectMarks('של של', '؟');
  });

  it('is told where the caret stands', async () => {
    await openSegment(text, { source });
    await expectMarks('של של', '؟');
    await vi.waitFor(() => expect(line()?.textContent).toMatch(/Arabic punctuation/u));
    await keys('{Home}', ...Array<string>(11).fill('{ArrowLeft}'));
    await vi.waitFor(() => expect(line()?.textContent).toMatch(/the same word/iu));
    await keys('{End}', '{ArrowRight}', '{ArrowLeft}', '{Shift>}{ArrowRight}{/Shift}');
    await vi.waitFor(() => expect(line()?.textContent).toMatch(/Arabic punctuation/u));
  });

  it('is said below the pointer, over the text', async () => {
    await openSegment(text, { source });
    await expectMarks('של של', '؟');
    await userEvent.hover(document.querySelector('.editor .finding') ?? document.body);
    await vi.waitFor(() => expect(document.querySelector('[role=tooltip]')?.textContent).toMatch(/the same word/iu));
  });

  it('is no “Nothing found” where a matter of style is open: it is counted, and leads to the panel', async () => {
    await openSegment('הנשיא אמר “שלום” היום.', { source: 'The president said “peace” today.' });
    const counted = page.getByRole('button', { name: /^1 matter of style$/u });
    await expect.element(counted).toBeVisible();
    await expect.element(page.getByText('Nothing found')).not.toBeInTheDocument();
    await counted.click();
    await expect.element(page.getByText(/1 matter of style in this text/u)).toBeVisible();
  });

  it('moves nothing when it comes and goes', async () => {
    await openSegment(text.replace('של של', 'של').replace('؟', '?'), { source });
    await expect.element(page.getByText('Nothing found')).toBeVisible();
    const place = () => document.querySelector('.desk-facts')?.getBoundingClientRect().bottom;
    const before = place();
    await userEvent.keyboard('؟');
    await expectMarks('؟');
    expect(place()).toBe(before);
    await keys('{Backspace}');
    await expect.element(page.getByText('Nothing found')).toBeVisible();
    expect(place()).toBe(before);
  });

  it('leaves Arabic letters joined: the marked words are as wide as they were', async () => {
    const arabic = 'قرأنا تقرير اللجنة اللجنة في المستشفيات';
    await openSegment(arabic, { source: 'We read the committee’s report in the hospitals', locale: 'ar' });
    await vi.waitFor(() => expect(marked()).not.toEqual([]));
    const [piece = ''] = marked();
    const drawn = boxOf(piece).width;
    for (const mark of document.querySelectorAll('.editor .finding')) mark.removeAttribute('class');
    expect(Math.abs(boxOf(piece).width - drawn)).toBeLessThan(0.5);
  });
});

describe('what checks find in the other rows', () => {
  const findings = (['error', 'warning'] as const).map((severity) => ({
    ordinal: 1,
    segmentId: segmentId(1),
    check: 'url',
    severity,
    spans: [],
    marked: '',
  }));

  it('is told at each, takes no room, and can be filtered by', async () => {
    await openDeskPage({ rows: [row(0), row(1), row(2)], segment: 0, findings });
    const mark = page.getByTitle('1 error · 1 warning');
    await expect.element(mark).toBeVisible();
    const heights = [...document.querySelectorAll('.desk-row:not(.active)')].map((one) => one.clientHeight);
    expect(new Set(heights).size).toBe(1);
    await page.getByRole('checkbox', { name: 'Errors 1' }).click();
    await expect.element(page.getByRole('button', { name: /^Open segment 3/u })).not.toBeInTheDocument();
    await expect.element(mark).toBeVisible();
  });
});

describe('letting a finding stand', () => {
  it('takes a key for a warning, and another to take it back', async () => {
    const { server } = await openSegment(text.replace('؟', '?'), { source, panel: 'checks' });
    await expectMarks('של של');
    press('F2', 'F2', { shiftKey: true });
    await expect.element(page.getByText('Nothing found')).toBeVisible();
    expect(server.calls.find((call) => call.line === dismissLine)?.body).toMatchObject({
      check: 'dup.word',
      segmentId: server.rows()[0]?.segmentId,
    });
    await page.getByText('1 dismissed').click();
    await page.getByRole('button', { name: 'Take up again' }).click();
    await expectMarks('של של');
  });

  it('asks why of a warning where somebody wants to say it', async () => {
    const { server } = await openSegment(text.replace('؟', '?'), { source, panel: 'checks' });
    await expectMarks('של של');
    await page.getByRole('button', { name: 'Dismiss with a reason…' }).click();
    await page.getByRole('textbox', { name: /Why is it right/u }).fill('He stammers');
    await keys('{Control>}{Enter}{/Control}');
    await expect.element(page.getByText('1 dismissed')).toBeVisible();
    expect(server.calls.find((call) => call.line === dismissLine)?.body).toMatchObject({ reason: 'He stammers' });
  });

  it('asks why of an error, and is sent with the reason', async () => {
    const { server } = await openSegment(text.replace('של של', 'של'), { source });
    await expectMarks('؟');
    press('F2', 'F2', { shiftKey: true });
    await page.getByRole('textbox', { name: /Why is it right/u }).fill('A quotation of a poster');
    await keys('{Control>}{Enter}{/Control}');
    await expect.element(page.getByText('Nothing found')).toBeVisible();
    expect(server.calls.find((call) => call.line === dismissLine)?.body).toMatchObject({
      reason: 'A quotation of a poster',
    });
    press('Enter', 'Enter', { ctrlKey: true });
    await vi.waitFor(() => expect(server.rows()[0]?.target?.state).toBe('approved'));
  });

  it('is offered with an approval, of all errors at once, also of those that nobody has waited to see', async () => {
    const { server } = await openSegment('האם הדוח של הוועדה מוכן', { source });
    await userEvent.keyboard('؟');
    press('Enter', 'Enter', { ctrlKey: true });
    const dialog = page.getByRole('dialog');
    await expect.element(dialog.getByText(/Arabic punctuation/u)).toBeVisible();
    await dialog.getByRole('textbox').fill('A quotation');
    await dialog.getByRole('button', { name: 'Approve anyway' }).click();
    await vi.waitFor(() => expect(server.calls.some((call) => call.line === approveLine)).toBe(true));
    expect(server.calls.find((call) => call.line === approveLine)?.body).toMatchObject({ dismiss: 'A quotation' });
  });
});

describe.each(locales)('in %s', (language) => {
  it.each(['light', 'dark'] as const)('has no accessibility fault, %s', async (theme) => {
    await openSegment(text, { source, language, theme, panel: 'checks' });
    await expectMarks('של של', '؟');
    expect(await faultsOfPage()).toEqual([]);
  });
});
