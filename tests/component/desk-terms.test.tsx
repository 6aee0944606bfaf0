/** Terms at the desk: seen in the source, one key away, told whether they are there, and added from what is selected. */
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { locales } from '../../server/domain/locale.ts';
import type { Term, Wording } from '../../server/domain/terms/term.ts';
import { closeDeskPage } from './desk-page.tsx';
import { expectText, keys, openSegment, press, putCaret } from './editor.ts';

const wording = (preferred: string, forbidden: readonly string[] = []): Wording => ({
  preferred,
  forms: [],
  forbidden,
  matching: 'inflect',
});
const common = { kind: 'term', revision: 1, at: '2026-01-01T00:00:00Z', by: 'noa' } as const;
const terms: readonly Term[] = [
  {
    ...common,
    id: 't1',
    words: { en: wording('ceasefire'), he: wording('הפסקת אש', ['שביתת נשק']) },
    note: 'Not a truce',
  },
  { ...common, id: 't2', words: { en: wording('committee'), he: wording('ועדה') } },
];
const source = 'The committee spoke of the ceasefire.';
const text = 'הוועדה דיברה על ';

beforeEach(() => localStorage.clear());
afterEach(closeDeskPage);

const panel = page.getByRole('complementary', { name: 'Side panel' });

function marked(): Array<[string, boolean]> {
  const marks = [...document.querySelectorAll('.desk-row.active .desk-source .term')];
  return marks.map((mark) => [mark.textContent, mark.classList.contains('said')]);
}

describe('the terms of a segment', () => {
  it('are marked in the source, and so is whether the translation has them', async () => {
    await openSegment(text, { source, terms });
    await vi.waitFor(() =>
      expect(marked()).toEqual([
        ['committee', true],
        ['ceasefire', false],
      ]),
    );
    expect(document.querySelectorAll('.desk-source .term')[1]?.getAttribute('title')).toContain(
      'הפסקת אש\nNot a truce',
    );
  });

  it('are put in at the caret by their key, as one step', async () => {
    await openSegment(text, { source, terms });
    await vi.waitFor(() => expect(marked()).toHaveLength(2));
    press('5', 'Digit5', { ctrlKey: true });
    await expectText(`${text}הפסקת אש`);
    await vi.waitFor(() => expect(marked()[1]?.[1]).toBe(true));
    await keys('{Control>}z{/Control}');
    await expectText(text);
  });

  it('lead to the panel when they are pressed, and not when words are selected', async () => {
    await openSegment(text, { source, terms });
    await vi.waitFor(() => expect(marked()).toHaveLength(2));
    const [committee] = document.querySelectorAll('.desk-source .term');
    getSelection()?.selectAllChildren(committee ?? document.body);
    committee?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await expect.element(panel).not.toBeInTheDocument();
    getSelection()?.removeAllRanges();
    committee?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await expect.element(panel.getByRole('tab', { name: /^Terms/u, selected: true })).toBeVisible();
  });

  it('stand in the panel with what they must not be called, a note, and a button', async () => {
    await openSegment(text, { source, terms, panel: 'terms' });
    await expect.element(panel.getByText('שביתת נשק')).toBeVisible();
    await expect.element(panel.getByText('Not a truce')).toBeVisible();
    await expect.element(panel.getByText('In the translation', { exact: true })).toBeVisible();
    await panel
      .getByRole('button', { name: /^Insert/u })
      .last()
      .click();
    await expectText(`${text}הפסקת אש`);
  });

  it.each(locales)('have no accessibility fault, in %s', async (language) => {
    await openSegment(text, { source, terms, language, panel: 'terms' });
    await vi.waitFor(() => expect(marked()).toHaveLength(2));
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    press('F4', 'F4');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    const inDialog = await axe.run(document.body);
    expect(inDialog.violations.map(({ id }) => id)).toEqual([]);
  });

  // Last: its busy button is announced in words that axe would look for on the next page.
  it('are added from what is selected in both texts', async () => {
    const { server } = await openSegment('הדוח נמסר', { source: 'The report was handed over' });
    await putCaret(0, 4);
    const place = document.querySelector('.desk-source .text')?.firstChild;
    const words = document.createRange();
    if (place) {
      words.setStart(place, 4);
      words.setEnd(place, 10);
    }
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(words);
    press('F4', 'F4');
    const dialog = page.getByRole('dialog', { name: 'New term' });
    await expect.element(dialog.getByRole('textbox', { name: 'In the source' })).toHaveValue('report');
    await expect.element(dialog.getByRole('textbox', { name: 'In the translation' })).toHaveValue('הדוח');
    await expect.element(dialog.getByRole('textbox', { name: 'In the translation' })).toHaveFocus();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(server.calls.find(({ line }) => line === 'POST /api/terms')?.body).toMatchObject({
      term: { kind: 'term', words: { en: { preferred: 'report' }, he: { preferred: 'הדוח' } } },
    });
    await vi.waitFor(() => expect(marked()).toEqual([['report', true]]));
  });
});
