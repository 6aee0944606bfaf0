/** The review desk in a real browser: keys as on a Hebrew keyboard, nothing lost, both texts of a conflict, few rows drawn. */
import { focusManager } from '@tanstack/react-query';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { directionOf, locales, type Locale } from '../../server/domain/locale.ts';
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
import { FakeEventSource, refusal } from './fake-server.ts';

const put = 'PUT /api/documents/:documentId/segments/:segmentId/targets/:locale';
const approve = 'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/approve';

beforeEach(() => localStorage.clear());
afterEach(closeDeskPage);

async function open(options: DeskOptions = {}): Promise<OpenDesk> {
  const desk = await openDeskPage(options);
  await expect.element(editor()).toBeInTheDocument();
  return desk;
}

function linesOf({ server }: OpenDesk, ...lines: string[]): string[] {
  return server.calls
    .filter(({ line }) => lines.includes(line))
    .map(({ line, params }) => `${line.split(' ')[0]} ${params['segmentId']}`);
}

function keepAsTab(tab: string, text: string, baseRevision = 1): void {
  const unsaved = { text, baseRevision, decisionId: `id-of-${text.length}` };
  localStorage.setItem(`dragoman.unsaved.${documentId}.he.${segmentId(0)}.${tab}`, JSON.stringify(unsaved));
}

/** What the device keeps, of whichever tab. */
function keptTexts(): Array<{ text: string; decisionId?: string }> {
  return Object.entries(localStorage)
    .filter(([key]) => /^dragoman\.(unsaved|aside)\./u.test(key))
    .map(([, json]) => JSON.parse(json as string) as { text: string });
}

/** What a screen reader meets in each of these elements. */
function marked(...selectors: string[]): Array<string | undefined> {
  return selectors.map((selector) => document.querySelector(selector)?.textContent ?? undefined);
}

async function faultsOfPage(): Promise<string[]> {
  const { violations } = await axe.run(document.body);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** A key as a Hebrew layout sends it: the letter on it is Hebrew, its place is what it is on every keyboard. */
function pressHebrew(key: string, code: string, held: KeyboardEventInit = {}): void {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, code, ctrlKey: true, bubbles: true, cancelable: true, ...held }),
  );
}

describe('the keyboard', () => {
  it('approves, and opens the next row that is open', async () => {
    const opened = await open({ rows: [row(0), row(1, { state: 'approved' }), row(2)], segment: 0 });
    pressHebrew('Enter', 'Enter', { shiftKey: true });
    await expect.element(page.getByRole('textbox', { name: 'Translation of segment 3' })).toHaveFocus();
    expect(opened.search()).toBe('?segment=2');
    await vi.waitFor(() => expect(opened.server.rows()[0]?.target?.state).toBe('approved'));
  });

  it('saves with ד where S is, and copies the source with ן where I is', async () => {
    const opened = await open();
    await editor().fill('טקסט חדש');
    pressHebrew('ד', 'KeyS');
    await vi.waitFor(() => expect(opened.server.rows()[0]?.target?.text).toBe('טקסט חדש'));
    pressHebrew('ן', 'KeyI');
    await expectText('The reading room opens, 0.');
  });

  it('does nothing while a word is composed, or with AltGr', async () => {
    const opened = await open();
    await editor().fill('טקסט חדש');
    pressHebrew('ד', 'KeyS', { isComposing: true });
    pressHebrew('ד', 'KeyS', { modifierAltGraph: true });
    pressHebrew('ArrowDown', 'ArrowDown', { ctrlKey: false, altKey: true });
    expect(linesOf(opened, put)).toEqual([]);
  });

  it('moves with Alt and the arrows, and the row that is left is saved once', async () => {
    const opened = await open({ rows: [row(0), row(1)], segment: 0 });
    await editor().fill('עוד נוסח');
    pressHebrew('ArrowDown', 'ArrowDown', { ctrlKey: false, altKey: true });
    await expect.element(page.getByRole('textbox', { name: 'Translation of segment 2' })).toHaveFocus();
    await vi.waitFor(() => expect(opened.server.rows()[0]?.target?.text).toBe('עוד נוסח'));
    expect(linesOf(opened, put)).toEqual([`PUT ${segmentId(0)}`]);
  });

  it('lists its shortcuts with Ctrl+/', async () => {
    await open();
    pressHebrew('.', 'Slash');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await vi.waitFor(() => expect(dialog.element().textContent).toContain('Approve and nextCtrlShift⏎'));
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
  });
});

describe('nothing typed is lost', () => {
  it('survives a lost connection and a reload, and goes out under the same id', async () => {
    const opened = await open();
    opened.server.online = false;
    await editor().fill('נוסח שלא נשמר');
    pressHebrew('ד', 'KeyS');
    await expect.element(page.getByText(/Not saved yet: no connection/u)).toBeVisible();
    const [kept] = keptTexts();
    await closeDeskPage();
    opened.server.online = true;

    const again = await open({ server: opened.server });
    await expectText('נוסח שלא נשמר');
    await expect.element(page.getByText('An unsaved text was restored from this device.')).toBeVisible();
    window.dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(again.server.rows()[0]?.target?.text).toBe('נוסח שלא נשמר'));
    const [call] = again.server.calls.filter(({ line }) => line === put);
    expect(call?.body).toMatchObject({ decisionId: kept?.decisionId });
    await expect.element(page.getByText('Saved', { exact: true })).toBeVisible();
    expect(keptTexts()).toEqual([]);
  });

  it('what two closed tabs kept of a segment is all there: one in the editor, one to be brought back', async () => {
    keepAsTab('one', 'נוסח של לשונית אחת');
    keepAsTab('two', 'נוסח של לשונית שנייה', 0);
    const opened = await open();
    await expectText('נוסח של לשונית אחת');
    const aside = page.getByRole('region', { name: /Kept on this device/u });
    await expect.element(aside.getByText('נוסח של לשונית שנייה')).toBeVisible();
    await aside.getByRole('button', { name: 'Bring it back' }).click();
    await expectText('נוסח של לשונית שנייה');
    pressHebrew('ד', 'KeyS');
    await vi.waitFor(() => expect(opened.server.rows()[0]?.target?.text).toBe('נוסח של לשונית שנייה'));
    await expect.element(aside.getByText('נוסח של לשונית אחת')).toBeVisible();
    await aside.getByRole('button', { name: 'Discard' }).click();
    await expect.element(aside).not.toBeInTheDocument();
    expect(keptTexts()).toEqual([]);
  });

  it('what another tab goes on with is shown here no longer', async () => {
    keepAsTab('other', 'נוסח של לשונית אחרת');
    await open();
    await expectText('נוסח של לשונית אחרת');
    keepAsTab('other', 'נוסח של לשונית אחרת, והמשכו');
    window.dispatchEvent(new StorageEvent('storage'));
    await expectText('אולם הקריאה נפתח, 0.');
    expect(keptTexts()).toMatchObject([{ text: 'נוסח של לשונית אחרת, והמשכו' }]);
  });

  it('a conflict is where approving leads, and is settled from the keyboard', async () => {
    const opened = await open();
    await editor().fill('הנוסח שלי');
    opened.server.writeBehind(segmentId(0), 'הנוסח שלהם');
    pressHebrew('ד', 'KeyS');
    await expect.element(page.getByRole('alert')).toBeVisible();
    pressHebrew('Enter', 'Enter', { shiftKey: true });
    await expect.element(page.getByRole('radio', { name: 'Yours הנוסח שלי' })).toHaveFocus();
    expect(linesOf(opened, approve)).toEqual([]);
    pressHebrew('!', 'Digit1', { shiftKey: true });
    await vi.waitFor(() => expect(opened.server.rows()[0]?.target?.text).toBe('הנוסח שלי'));
  });

  it('a stale save shows the texts; the other one can be taken and one’s own brought back', async () => {
    const opened = await open();
    await editor().fill('הנוסח שלי');
    opened.server.writeBehind(segmentId(0), 'הנוסח שלהם');
    pressHebrew('ד', 'KeyS');
    const conflict = page.getByRole('alert');
    await expect
      .element(conflict.getByRole('heading'))
      .toHaveTextContent('Somebody changed this text while you were writing');
    await page.getByRole('button', { name: 'Take theirs' }).click();
    await expectText('הנוסח שלהם');
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await expectText('הנוסח שלי');
    expect(opened.server.rows()[0]?.target?.text).toBe('הנוסח שלהם');
  });

  it('a stale save can be kept on purpose', async () => {
    const opened = await open();
    await editor().fill('הנוסח שלי');
    opened.server.writeBehind(segmentId(0), 'הנוסח שלהם');
    pressHebrew('ד', 'KeyS');
    await page.getByRole('button', { name: 'Keep yours' }).click();
    await vi.waitFor(() => expect(opened.server.rows()[0]?.target?.text).toBe('הנוסח שלי'));
  });

  it('a refusal is said where the reader has got to', async () => {
    const opened = await open({ rows: [row(0), row(1)], segment: 0 });
    opened.server.lines[approve] = () => {
      throw refusal('target.state', 409, { state: 'translated', act: 'target.approved' });
    };
    pressHebrew('Enter', 'Enter', { shiftKey: true });
    await expect.element(page.getByText(/Segment 1:/u)).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Translation of segment 2' })).toHaveFocus();
  });
});

describe('codes', () => {
  const codes = { 1: { type: 'link', href: 'https://example.org' }, 2: { type: 'footnote', label: '1' } } as const;
  const withCodes = row(0, { source: 'Sign <1>it</1>.<2/>', text: 'חתמו על <1>העצומה</1>.', codes });

  it('stand in the source as chips that name them, without an address', async () => {
    await open({ rows: [withCodes] });
    await vi.waitFor(() =>
      expect(marked('.code-chip.open [aria-hidden]', '.code-chip.close [aria-hidden]')).toEqual(['link 1', '/1']),
    );
    expect(document.body.textContent).not.toContain('example.org');
  });

  it('a missing one is named, put in at the caret, and gone', async () => {
    await open({ rows: [withCodes] });
    await page.getByRole('button', { name: /^Insert/u }).click();
    await expectText('חתמו על <1>העצומה</1>.<2/>');
    await expect.element(page.getByRole('button', { name: /^Insert/u })).not.toBeInTheDocument();
  });

  it('an approval in spite of a fault asks why, and sends the reason', async () => {
    const opened = await open({ rows: [withCodes] });
    pressHebrew('Enter', 'Enter');
    await page.getByRole('textbox', { name: /Why is it right/u }).fill('The note is not needed here');
    await page.getByRole('button', { name: 'Approve anyway' }).click();
    await vi.waitFor(() => expect(opened.server.rows()[0]?.target?.state).toBe('approved'));
    expect(opened.server.calls.find(({ line }) => line === approve)?.body).toMatchObject({
      dismiss: 'The note is not needed here',
    });
  });
});

describe('the words of a question', () => {
  const returned = 'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/return';
  const reason = page.getByRole('textbox', { name: /What should be corrected/u });

  it('stand there again after a refusal, with the refusal', async () => {
    const opened = await open();
    const { [returned]: works } = opened.server.lines;
    opened.server.lines[returned] = () => {
      throw refusal('target.state', 409, { state: 'translated', act: 'target.returned' });
    };
    pressHebrew('ק', 'KeyE');
    await reason.fill('Too formal');
    await page.getByRole('button', { name: 'Return', exact: true }).click();
    await expect.element(page.getByRole('dialog').getByText(/is not possible now/u)).toBeVisible();
    await expect.element(reason).toHaveValue('Too formal');
    if (works) opened.server.lines[returned] = works;
    await page.getByRole('button', { name: 'Return', exact: true }).click();
    await expect.element(page.getByText(/Too formal/u)).toBeVisible();
    pressHebrew('ק', 'KeyE');
    await expect.element(reason).toHaveValue('');
  });

  it('survive a reload before they are sent', async () => {
    const { server } = await open();
    pressHebrew('ק', 'KeyE');
    await reason.fill('Too formal');
    await closeDeskPage();
    await open({ server });
    pressHebrew('ק', 'KeyE');
    await expect.element(reason).toHaveValue('Too formal');
  });

  it('of an approval in spite of faults lead on to the next, where that was asked for', async () => {
    const codes = { 1: { type: 'footnote', label: '1' } } as const;
    const opened = await open({ rows: [row(0, { source: 'Sign.<1/>', text: 'חתמו.', codes }), row(1)], segment: 0 });
    pressHebrew('Enter', 'Enter', { shiftKey: true });
    await page.getByRole('textbox', { name: /Why is it right/u }).fill('No note here');
    await page.getByRole('button', { name: 'Approve anyway' }).click();
    await expect.element(page.getByRole('textbox', { name: 'Translation of segment 2' })).toBeInTheDocument();
    await vi.waitFor(() => expect(opened.server.rows()[0]?.target?.state).toBe('approved'));
  });
});

describe('the diff', () => {
  const drafts = { [segmentId(0)]: 'אולם הקריאה ייסגר, 0.' };

  it('of a Hebrew text stands in two rows, and is read out', async () => {
    await open({ drafts });
    const panel = page.getByRole('region', { name: 'Compared with' });
    await expect.element(panel.getByText(/Before:/u)).toBeInTheDocument();
    expect(marked('del', 'ins')).toEqual(['deleted: ייסגר', 'inserted: נפתח']);
    expect(panel.element().textContent.match(/ end of change\./gu)).toHaveLength(2);
    expect(document.querySelectorAll('.diff-line[lang=he][dir=rtl]')).toHaveLength(2);
  });

  it('follows the typing, and in one line keeps a space between old and new', async () => {
    await open({ drafts });
    await editor().fill('אולם הקריאה חוזר, 0.');
    await page.getByRole('checkbox', { name: 'In one line' }).click();
    await vi.waitFor(() => expect(document.querySelector('ins')?.textContent).toContain('חוזר'));
    expect(document.querySelector('del')?.nextSibling?.textContent).toBe(' ');
  });

  it('isolates nothing inside a line but chips', async () => {
    await open({ drafts });
    await vi.waitFor(() => expect(document.querySelector('del')).not.toBeNull());
    const marks = Array.from(document.querySelectorAll('del, ins'), (mark) => getComputedStyle(mark));
    expect(marks.map(({ unicodeBidi, paddingInline, fontWeight }) => [unicodeBidi, paddingInline, fontWeight])).toEqual(
      marks.map(() => ['normal', '0px', '400']),
    );
  });
});

describe('a document of 5,000 segments', () => {
  it('draws a screenful of rows, opens deep inside, and says how many there are', async () => {
    const rows = Array.from({ length: 5000 }, (_, ordinal) => row(ordinal));
    await open({ rows, segment: 4200 });
    await expect.element(page.getByRole('textbox', { name: 'Translation of segment 4,201' })).toBeInViewport();
    const drawn = document.querySelectorAll('.desk-rows > li');
    expect(drawn.length).toBeLessThan(60);
    expect(drawn[0]?.getAttribute('aria-setsize')).toBe('5000');
  });
});

describe('on a phone', () => {
  it('the desk opens with its header in sight, where the first row is the one to begin with', async () => {
    await open({ width: 390, rows: Array.from({ length: 40 }, (_, ordinal) => row(ordinal)), segment: 0 });
    await expect.element(page.getByRole('heading', { level: 1 })).toBeInViewport();
    await expect.element(editor()).toBeInViewport();
  });
});

describe('filters and what to do next', () => {
  it('show only what was asked for, and say when nothing is left', async () => {
    await open({ rows: [row(0, { state: 'approved' }), row(1), row(2, { state: 'approved' })], segment: 1 });
    await page.getByRole('radio', { name: /To review/u }).click();
    await vi.waitFor(() => expect(document.querySelectorAll('.desk-rows > li')).toHaveLength(1));
    await page.getByRole('searchbox').fill('nowhere');
    await page.getByRole('button', { name: 'Show all' }).click();
    await vi.waitFor(() => expect(document.querySelectorAll('.desk-rows > li')).toHaveLength(3));
  });

  it('stand in the address, say what is on and are cleared at once', async () => {
    const returned = { returned: { reason: 'tone', by: 'noa', at: '' } };
    const opened = await open({
      rows: [row(0), row(1, { target: returned }), row(2, { target: returned })],
      segment: 1,
    });
    await page.getByRole('checkbox', { name: 'Returned 2' }).click();
    expect(opened.search()).toBe('?segment=1&is=returned');
    await page.getByRole('searchbox').fill(', 2');
    await vi.waitFor(() => expect(opened.search()).toBe('?segment=1&is=returned&query=%2C+2'));
    await expect.element(page.getByText('1 segment shown')).toBeInTheDocument();
    await expect.element(page.getByRole('radio', { name: 'To review 1' })).toBeInTheDocument();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    expect(opened.search()).toBe('?segment=1');
    await vi.waitFor(() => expect(document.querySelectorAll('.desk-rows > li')).toHaveLength(3));
  });

  it('are reached with the keyboard, and led back from into what was found', async () => {
    await open({ rows: [row(0), row(1), row(2)], segment: 0 });
    pressHebrew('כ', 'KeyF', { shiftKey: true });
    await expect.element(page.getByRole('searchbox')).toHaveFocus();
    await page.getByRole('searchbox').fill('opens, 2');
    await vi.waitFor(() => expect(document.querySelectorAll('.desk-rows > li')).toHaveLength(2));
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('textbox', { name: 'Translation of segment 3' })).toHaveFocus();
    await vi.waitFor(() => expect(document.querySelectorAll('.desk-rows > li')).toHaveLength(1));
  });

  it('lead to publishing when everything is approved', async () => {
    await open({ rows: [row(0)] });
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await expect.element(page.getByRole('link', { name: /publish the edition/u })).toBeVisible();
  });

  it.each([
    ['en', 'Returned by', 'Wrong meaning and Names and numbers'],
    ['he', 'הוחזר לתיקון בידי', 'טעות במשמעות ושמות ומספרים'],
    ['ar', 'أعاده', 'خطأ في المعنى والأسماء والأرقام'],
  ] as const)(
    'a return is ticked, written and sent by keys, and read in one’s own language (%s)',
    async (language, by, named) => {
      const opened = await open({ rows: [row(0)], language });
      pressHebrew('ק', 'KeyE');
      await vi.waitFor(() => expect(document.activeElement).toHaveProperty('type', 'checkbox'));
      expect(await faultsOfPage()).toEqual([]);
      await userEvent.keyboard('152');
      await userEvent.keyboard('2');
      await userEvent.keyboard('Too formal');
      await userEvent.keyboard('{Control>}{Enter}{/Control}');
      await vi.waitFor(() =>
        expect(opened.server.rows()[0]?.target?.returned).toMatchObject({
          categories: ['mistranslation', 'names'],
          reason: 'Too formal',
        }),
      );
      await vi.waitFor(() => {
        const said = document.querySelector('.desk-said .fact')?.textContent.replace(/\p{Cf}/gu, '');
        expect(said).toContain(by);
        expect(said).toContain(`${named} – Too formal`);
      });
    },
  );

  it('a return needs no words where something is ticked, and is sent only once there is a reason', async () => {
    const opened = await open({ rows: [row(0)] });
    pressHebrew('ק', 'KeyE');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await page.getByRole('checkbox', { name: 'Style' }).click();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await vi.waitFor(() => expect(opened.server.rows()[0]?.target?.returned?.categories).toEqual(['style']));
  });

  it('a return carries its reason, and shows it', async () => {
    await open({ rows: [row(0)] });
    await page.getByRole('button', { name: 'Return…' }).click();
    await page.getByRole('textbox', { name: /What should be corrected/u }).fill('Too formal');
    await page.getByRole('button', { name: 'Return', exact: true }).click();
    await expect.element(page.getByText(/Too formal/u)).toBeVisible();
  });
});

describe.each(['light', 'dark'] as const)('no accessibility fault, %s,', (theme) => {
  it('where two texts stand against each other', async () => {
    const { server } = await open({ theme, language: 'he', locale: 'ar' });
    await editor().fill('نصّي');
    server.writeBehind(segmentId(0), 'نصّهم');
    pressHebrew('ד', 'KeyS');
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(await faultsOfPage()).toEqual([]);
  });

  it('in a question', async () => {
    await open({ theme, language: 'ar' });
    pressHebrew('ק', 'KeyE');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(await faultsOfPage()).toEqual([]);
  });
});

describe('what happens elsewhere', () => {
  const tellOf = (id: string) =>
    FakeEventSource.emit({
      type: 'decision',
      stream: documentId,
      kind: 'target.drafted',
      by: 'machine',
      segmentId: id,
    });

  it('a draft that arrives stands in the open row, ready to be judged', async () => {
    const { server } = await open({ rows: [row(0, { state: 'untranslated' })] });
    server.writeBehind(segmentId(0), 'טיוטה שהגיעה');
    tellOf(segmentId(0));
    await expectText('טיוטה שהגיעה');
    await expect.element(page.getByRole('button', { name: 'Approve', exact: true })).toBeEnabled();
  });

  it('is told by the event stream: a window that comes back much later does not read all rows again', async () => {
    const { server } = await open();
    const readings = (line: string) => server.calls.filter((call) => call.line === line).length;
    const before = readings('GET /api/documents/:documentId');
    const rowsBefore = readings('GET /api/documents/:documentId/segments');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
    onTestFinished(() => void vi.useRealTimers());
    focusManager.setFocused(false);
    focusManager.setFocused(true);
    focusManager.setFocused(undefined);
    await vi.waitFor(() => expect(readings('GET /api/documents/:documentId')).toBeGreaterThan(before));
    expect(readings('GET /api/documents/:documentId/segments')).toBe(rowsBefore);
  });

  it('a text that is being typed is not touched, and the other is shown at once', async () => {
    const { server } = await open();
    await editor().fill('באמצע כתיבה');
    server.writeBehind(segmentId(0), 'נוסח אחר');
    tellOf(segmentId(0));
    await expect.element(page.getByRole('button', { name: 'Keep yours' })).toBeVisible();
    await expectText('באמצע כתיבה');
  });
});

describe.each(locales)('in %s', (language) => {
  const into: Locale = language === 'ar' ? 'he' : 'ar';
  const codes = { 1: { type: 'strong' } } as const;
  const rows = [
    row(0, { state: 'approved' }),
    row(1, {
      codes,
      source: 'Sign <1>it</1>.',
      text: 'وقّع <1>عليها</1>.',
      target: { returned: { reason: 'tone', by: 'noa', at: '' } },
    }),
    row(2, { state: 'untranslated', target: { fault: { code: 'provider.quota', retryable: false } } }),
    row(3, { state: 'reviewed', target: { outdated: true } }),
  ];
  const drafts = { [segmentId(1)]: 'وقّعوا <1>عليها</1>.' };

  it('every text has its own language and direction, whatever the interface has', async () => {
    await open({ language, locale: into, rows, segment: 1 });
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual([language, directionOf(language)]);
    const texts = Array.from(document.querySelectorAll<HTMLElement>('.text'));
    expect(texts.length).toBeGreaterThan(6);
    expect(new Set(texts.map(({ lang, dir }) => `${lang} ${dir}`))).toEqual(
      new Set(['en ltr', `${into} ${directionOf(into)}`]),
    );
    const field = editor().element() as HTMLElement;
    expect([field.lang, field.dir, field.spellcheck]).toEqual([into, directionOf(into), true]);
    const [source, target] = [document.querySelector('.active .desk-source'), field].map(
      (one) => one?.getBoundingClientRect().x ?? 0,
    );
    expect((source ?? 0) < (target ?? 0), 'the source stands where reading starts').toBe(
      directionOf(language) === 'ltr',
    );
  });

  it.each(['light', 'dark'] as const)('has no accessibility fault in the %s theme', async (theme) => {
    await open({ theme, language, locale: into, rows, drafts, segment: 1 });
    await vi.waitFor(() => expect(document.querySelector('ins')).not.toBeNull());
    expect(await faultsOfPage()).toEqual([]);
  });
});
