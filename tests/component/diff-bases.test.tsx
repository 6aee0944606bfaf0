/** What the open segment is compared with: bases that have something to show, what one last saw, and the source as it was. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { closeDeskPage, documentId, openDeskPage, row, segmentId, type DeskOptions } from './desk-page.tsx';
import { editor } from './editor.ts';

const panel = page.getByRole('region', { name: 'Compared with' });
const base = (name: string) => panel.getByRole('radio', { name });

beforeEach(() => localStorage.clear());
afterEach(closeDeskPage);

async function open(options: DeskOptions = {}) {
  const desk = await openDeskPage({ segment: 0, ...options });
  await expect.element(editor()).toBeInTheDocument();
  return desk;
}

describe('bases', () => {
  it('that would show nothing are greyed, and say why', async () => {
    await open({ drafts: { [segmentId(0)]: 'טיוטה' } });
    await expect.element(base('machine draft')).toBeEnabled();
    await expect.element(base('published')).toBeDisabled();
    await expect.element(base('saved text')).toBeDisabled();
    const reasons = Array.from(document.querySelectorAll<HTMLElement>('.diff-bases > label'), ({ title }) => title);
    expect(reasons).toEqual([
      '',
      'There is no earlier version.',
      'It was never approved.',
      'It is not published.',
      expect.stringMatching(/./u),
      'Nothing is unsaved.',
    ]);
  });

  it('wake when the text becomes another', async () => {
    await open({ drafts: { [segmentId(0)]: 'אולם הקריאה נפתח, 0.' } });
    await expect.element(base('machine draft')).toBeDisabled();
    await expect.element(panel.getByText('It is the same text as now.')).toBeVisible();
    await editor().fill('אולם הקריאה ייפתח, 0.');
    await expect.element(base('machine draft')).toBeEnabled();
    await expect.element(base('saved text')).toBeEnabled();
    await vi.waitFor(() => expect(document.querySelector('.diff-line ins')?.textContent).toContain('ייפתח'));
  });

  it('what one last saw is asked for by the revision that stood there when one left', async () => {
    const rows = [row(0, { target: { revision: 4 } }), row(1)];
    const { server } = await open({ rows });
    await closeDeskPage();
    expect(localStorage.getItem(`dragoman.looked.${documentId}.he`)).toContain(`["${segmentId(0)}",4]`);
    await open({ rows, server });
    await base('since I last looked').click();
    await vi.waitFor(() => expect(document.querySelector('.diff-line')?.textContent).toContain('seen at 4'));
  });
});

it('hiding spelling and typography is remembered by the device', async () => {
  const options = { drafts: { [segmentId(0)]: 'אוּלָם הקריאה ייפתח, 0.' } };
  await open(options);
  const hide = page.getByRole('checkbox', { name: 'Hide spelling and typography' });
  await vi.waitFor(() => expect(document.querySelectorAll('.diff-line del')).toHaveLength(2));
  await hide.click();
  await vi.waitFor(() => expect(document.querySelectorAll('.diff-line del')).toHaveLength(1));
  await closeDeskPage();
  await open(options);
  await expect.element(hide).toBeChecked();
});

describe('the source', () => {
  const name = 'Show what changed in the source since this was approved';

  it('shows, on request, what changed in it since its translation was approved', async () => {
    await open({ approvedFor: { [segmentId(0)]: 'The reading room closes, 0.' } });
    await page.getByRole('checkbox', { name }).click();
    const source = document.querySelector('.desk-source');
    expect(source?.querySelector('del')?.textContent).toBe('deleted: closes');
    expect(source?.querySelector('ins')?.textContent).toBe('inserted: opens');
    await page.getByRole('checkbox', { name }).click();
    expect(source?.querySelector('ins')).toBeNull();
  });

  it('offers nothing where it says what it said', async () => {
    await open({ drafts: { [segmentId(0)]: 'טיוטה' } });
    await expect.element(base('machine draft')).toBeEnabled();
    expect(page.getByRole('checkbox', { name }).elements()).toHaveLength(0);
  });
});
