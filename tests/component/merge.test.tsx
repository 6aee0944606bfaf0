/** Two people on one text, in a real browser: three texts, a merge by word from the keyboard alone, and nothing lost. */
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { locales, type Locale } from '../../server/domain/locale.ts';
import {
  closeDeskPage,
  documentId,
  openDeskPage,
  row,
  segmentId,
  type DeskOptions,
  type OpenDesk,
} from './desk-page.tsx';
import { editor, expectText } from './editor.ts';
import { FakeEventSource } from './fake-server.ts';

beforeEach(() => localStorage.clear());
afterEach(closeDeskPage);

const base = 'אולם הקריאה של הספרייה נפתח אתמול בבוקר';
const mine = 'אולם העיון של הספרייה נפתח היום בבוקר';
const theirs = 'אולם הקריאה של הספרייה הלאומית נפתח מחר בבוקר';

const places = () => Array.from(document.querySelectorAll('.merge-place'));

/** The merged text as it is seen, without what only a screen reader is told. */
function merged(): string {
  const result = document.querySelector('.merge-result')?.cloneNode(true) as HTMLElement | undefined;
  for (const hidden of result?.querySelectorAll('.visually-hidden') ?? []) hidden.remove();
  return result?.textContent ?? '';
}

function tell(kind: string): void {
  FakeEventSource.emit({
    type: 'decision',
    stream: documentId,
    kind,
    by: 'noa',
    segmentId: segmentId(0),
    locale: 'he',
    revision: 99,
  });
}

/** A desk on which mine is typed and theirs is saved meanwhile. */
async function openConflict(options: DeskOptions = {}): Promise<OpenDesk> {
  const opened = await openDeskPage({ rows: [row(0, { text: base })], ...options });
  await expect.element(editor()).toBeInTheDocument();
  await editor().fill(mine);
  opened.server.writeBehind(segmentId(0), theirs);
  await userEvent.keyboard('{Control>}s{/Control}');
  await expect.element(page.getByRole('alert')).toBeVisible();
  return opened;
}

describe('a merge by word', () => {
  it('takes in what one side changed, and asks only where both changed the same words', async () => {
    const { server } = await openConflict();
    expect(merged()).toBe('אולם העיון של הספרייה הלאומית נפתח Place 1 בבוקר');
    expect(places()).toHaveLength(1);
    await expect.element(page.getByRole('button', { name: 'Use merged text' })).toBeDisabled();
    await page.getByRole('radio', { name: 'Theirs מחר' }).click();
    expect(merged()).toBe('אולם העיון של הספרייה הלאומית נפתח מחר בבוקר');
    await page.getByRole('button', { name: 'Use merged text' }).click();
    await vi.waitFor(() => expect(server.rows()[0]?.target?.text).toBe('אולם העיון של הספרייה הלאומית נפתח מחר בבוקר'));
    await expectText('אולם העיון של הספרייה הלאומית נפתח מחר בבוקר');
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await expectText(mine);
  });

  it('is done from the keyboard alone, also with a Hebrew layout', async () => {
    const { server } = await openConflict();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(page.getByRole('radio', { name: 'Yours היום' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(merged()).toContain('נפתח מחר בבוקר');
    await userEvent.keyboard('3');
    expect(merged()).toContain('נפתח היום מחר בבוקר');
    await expect.element(page.getByRole('button', { name: 'Use merged text' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(server.rows()[0]?.target?.text).toContain('נפתח היום מחר בבוקר'));
    await expect.element(editor()).toHaveFocus();
  });

  it('shows who wrote the other text and when, what each changed, and the text before both', async () => {
    await openConflict();
    const section = page.getByRole('region', { name: /^Theirs: .*noa.*1 Jan 2026/u });
    await expect.element(section).toBeVisible();
    expect(section.element().querySelector('ins')?.textContent).toContain('הלאומית');
    await page.getByText('The text before both').click();
    await expect.element(page.getByText(base, { exact: true }).first()).toBeVisible();
  });

  it('survives a reload in the middle of it: mine, theirs and the text before both', async () => {
    const { server } = await openConflict();
    await closeDeskPage();
    await openDeskPage({ server });
    await expectText(mine);
    expect(merged()).toContain('אולם העיון של הספרייה הלאומית נפתח');
  });

  it('goes out when the connection is back', async () => {
    const { server } = await openConflict();
    await page.getByRole('radio', { name: 'Yours היום' }).click();
    server.online = false;
    await page.getByRole('button', { name: 'Use merged text' }).click();
    await expect.element(page.getByText(/Not saved yet: no connection/u)).toBeVisible();
    server.online = true;
    window.dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(server.rows()[0]?.target?.text).toContain('הלאומית נפתח היום'));
  });

  it('begins anew on a third text, and says so', async () => {
    const { server } = await openConflict();
    await page.getByRole('radio', { name: 'Yours היום' }).click();
    const said = page.getByRole('alert').element();
    server.writeBehind(segmentId(0), `${theirs} מאוד`);
    tell('target.edited');
    await vi.waitFor(() => expect(merged()).toContain('בבוקר מאוד'));
    expect(page.getByRole('alert').element()).not.toBe(said);
    await expectText(mine);
    expect(places()).toHaveLength(1);
    await expect.element(page.getByRole('button', { name: 'Use merged text' })).toBeDisabled();
  });

  it('keeps a choice while mine is typed on elsewhere', async () => {
    await openConflict();
    await page.getByRole('radio', { name: 'Yours היום' }).click();
    await editor().fill(`${mine} מוקדם`);
    await vi.waitFor(() => expect(merged()).toBe('אולם העיון של הספרייה הלאומית נפתח היום בבוקר מוקדם'));
  });

  it('of a text whose beginning is not known shows the two', async () => {
    const kept = { text: mine, baseRevision: 0, decisionId: 'of-an-older-version' };
    localStorage.setItem(`dragoman.unsaved.${documentId}.he.${segmentId(0)}.old`, JSON.stringify(kept));
    await openDeskPage({ rows: [row(0, { text: theirs })] });
    await expect.element(page.getByRole('button', { name: 'Keep yours' })).toBeVisible();
    expect(document.querySelector('.merge')).toBeNull();
  });

  it('tells that it would lose a code, before it is used', async () => {
    const codes = { 1: { type: 'strong' } } as const;
    const opened = await openDeskPage({ rows: [row(0, { text: 'חתמו על <1>העצומה</1> אתמול', codes })] });
    await expect.element(editor()).toBeInTheDocument();
    await editor().fill('חתמו על העצומה אתמול');
    opened.server.writeBehind(segmentId(0), 'חתמו על <1>העצומה</1> היום');
    await userEvent.keyboard('{Control>}s{/Control}');
    await vi.waitFor(() => expect(document.querySelector('.merge .fault')?.textContent).toMatch(/bold.*is missing/u));
  });
});

describe('somebody judged the text that is being written over', () => {
  it('it is said calmly, nothing is saved over it unasked, and mine goes on top on purpose', async () => {
    const { server } = await openDeskPage({ rows: [row(0, { text: base })] });
    await expect.element(editor()).toBeInTheDocument();
    await editor().fill(mine);
    server.judgeBehind(segmentId(0), { state: 'approved' });
    tell('target.approved');
    await expect.element(page.getByText(/noa.* approved this text while you were writing/u)).toBeVisible();
    expect(page.getByRole('alert').query()).toBeNull();
    await editor().fill(`${mine} מאוד`);
    expect(server.rows()[0]?.target?.state).toBe('approved');
    await page.getByRole('button', { name: 'Save yours on top' }).click();
    await vi.waitFor(() => expect(server.rows()[0]?.target).toMatchObject({ text: `${mine} מאוד`, state: 'reviewed' }));
  });

  it('a return says its reason', async () => {
    const { server } = await openDeskPage({ rows: [row(0, { text: base })] });
    await expect.element(editor()).toBeInTheDocument();
    await editor().fill(mine);
    server.judgeBehind(segmentId(0), { returned: { reason: 'Too formal', by: 'noa', at: '' } });
    tell('target.returned');
    await expect.element(page.getByText(/returned this text while.*Too formal/u)).toBeVisible();
  });
});

const arabic = {
  base: 'افتُتحت قاعة القراءة صه تُثبّت الـ«حزب» أمس',
  mine: 'افتُتحت صالة القراءة صه تُثبّت الـ«جبهة» أمس',
  theirs: 'افتُتحت قاعة القراءة صه تُثبّت الـ«تيار» أمس',
};

describe.each(locales)('in %s', (language) => {
  const into: Locale = language === 'ar' ? 'he' : 'ar';
  it.each(['light', 'dark'] as const)('no accessibility fault, %s, wide and on a phone', async (theme) => {
    const texts = into === 'ar' ? arabic : { base, mine, theirs };
    const opened = await openDeskPage({ language, theme, locale: into, rows: [row(0, { text: texts.base })] });
    await expect.element(editor()).toBeInTheDocument();
    await editor().fill(texts.mine);
    opened.server.writeBehind(segmentId(0), texts.theirs);
    await userEvent.keyboard('{Control>}s{/Control}');
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(await faultsOfPage()).toEqual([]);
    await page.viewport(320, 800);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    expect(await faultsOfPage()).toEqual([]);
  });
});

async function faultsOfPage(): Promise<string[]> {
  const { violations } = await axe.run(document.body);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
