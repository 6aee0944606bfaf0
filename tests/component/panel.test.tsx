/** The desk's side panel in a real browser: it opens, follows the segment and moves nothing, in three languages. */
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { locales } from '../../server/domain/locale.ts';
import type { ThreadView } from '../../server/contract/comments-api.ts';
import type { HistoryEntry } from '../../server/contract/segments-api.ts';
import type { SuggestionView } from '../../server/contract/suggestions-api.ts';
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

async function open(options: DeskOptions = {}): Promise<OpenDesk> {
  const opened = await openDeskPage(options);
  await expect.element(editor()).toBeInTheDocument();
  return opened;
}

const searchField = () => page.getByRole('searchbox', { name: 'How have others put it?' });
const commentField = () => page.getByRole('textbox', { name: 'Write a comment; @ names somebody' });
const panel = () => page.getByRole('complementary', { name: /^(Side panel|חלונית צד|اللوحة الجانبية)$/u });
const tab = (name: string | RegExp) => page.getByRole('tab', { name });

function boxOf(selector: string): DOMRect {
  return (document.querySelector(selector) ?? document.body).getBoundingClientRect();
}

async function faultsOfPage(): Promise<string[]> {
  // What react-aria has announced lies there still, and names buttons of earlier tests.
  const { violations } = await axe.run({ include: document.body, exclude: '[data-live-announcer]' });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** A key by its place, as any layout sends it. */
function press(code: string, held: KeyboardEventInit = {}): void {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent('keydown', { key: code, code, bubbles: true, cancelable: true, ...held }));
}

const decided: readonly HistoryEntry[] = [
  {
    decisionId: '00000000-0000-4000-8000-000000000003',
    kind: 'target.returned',
    at: '2026-01-03T10:00:00Z',
    by: 'נועה',
    revision: 3,
    reason: 'השם: Umm al-Khair',
  },
  {
    decisionId: '00000000-0000-4000-8000-000000000002',
    kind: 'target.edited',
    at: '2026-01-02T10:00:00Z',
    by: 'dana',
    revision: 2,
    text: 'אולם הקריאה נפתח מחדש, 0.',
  },
  {
    decisionId: '00000000-0000-4000-8000-000000000001',
    kind: 'target.drafted',
    at: '2026-01-01T10:00:00Z',
    by: 'dana',
    revision: 1,
    text: 'חדר הקריאה נפתח, 0.',
    origin: { type: 'mt', provider: 'demo', model: 'letters' },
  },
];

describe('the panel', () => {
  it('opens by its key, takes the focus, and Escape leads back to the editor', async () => {
    const opened = await open({ segment: 0 });
    await expect.element(panel()).not.toBeInTheDocument();
    press('KeyB', { ctrlKey: true });
    await expect.element(searchField()).toHaveFocus();
    expect(opened.search()).toBe('?segment=0&panel=memory');
    await userEvent.keyboard('{Escape}');
    await expect.element(editor()).toHaveFocus();
    await expect.element(panel()).toBeVisible();
    press('KeyB', { ctrlKey: true });
    await expect.element(searchField()).toHaveFocus();
    press('KeyB', { ctrlKey: true });
    await expect.element(editor()).toHaveFocus();
    press('KeyB', { ctrlKey: true, shiftKey: true });
    await expect.element(panel()).not.toBeInTheDocument();
    expect(opened.search()).toBe('?segment=0');
  });

  it('stands as this device left it; an address that names a tab opens it there, and leaves the focus alone', async () => {
    await open({ segment: 0, panel: 'checks' });
    await expect.element(tab('Checks')).toHaveAttribute('aria-selected', 'true');
    expect(panel().element().contains(document.activeElement)).toBe(false);
    await tab('History').click();
    await closeDeskPage();
    await open({ segment: 0 });
    await expect.element(tab('History')).toHaveAttribute('aria-selected', 'true');
  });

  it('follows the open row, and no other row moves or is drawn at another width for it', async () => {
    await open({ rows: [row(0), row(1), row(2)], segment: 0, panel: 'history' });
    const [panelBefore, listBefore] = [boxOf('.side-panel'), boxOf('.desk-rows')];
    press('ArrowDown', { altKey: true });
    await expect.element(panel().getByRole('heading', { name: 'Segment 2' })).toBeVisible();
    await vi.waitFor(() => expect(boxOf('.side-panel')).toEqual(panelBefore));
    expect([boxOf('.desk-rows').x, boxOf('.desk-rows').width]).toEqual([listBefore.x, listBefore.width]);
  });

  it.each([1280, 900, 390])('lies at the end of the line, or below, and nothing sticks out at %i px', async (width) => {
    for (const language of locales) {
      await open({ language, width, segment: 0, panel: 'history', history: decided });
      const [box, desk] = [boxOf('.side-panel'), boxOf('.desk')];
      expect(document.documentElement.scrollWidth, language).toBeLessThanOrEqual(document.documentElement.clientWidth);
      if (width < 1280) expect(box.top).toBeGreaterThan(desk.top + 300);
      else expect(language === 'en' ? box.right : box.left).toBeCloseTo(language === 'en' ? desk.right : desk.left, 0);
      await closeDeskPage();
    }
  });

  it.each(locales)('has no fault that axe knows, in %s', async (language) => {
    await open({ language, segment: 0, panel: 'history', history: decided });
    await expect.element(panel().getByText(/Umm al-Khair/u)).toBeVisible();
    expect(await faultsOfPage()).toEqual([]);
  });

  it('closes with Escape where it lies over the list', async () => {
    await open({ width: 900, segment: 0, panel: 'history' });
    press('KeyB', { ctrlKey: true });
    await expect.element(tab('History')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(panel()).not.toBeInTheDocument();
    await expect.element(editor()).toHaveFocus();
  });
});

it.each(locales)('all tabs are in sight with their counts, in %s', async (language) => {
  const suggestion = { source: '', target: 'אחרת', score: 100, penalties: [], guards: [] };
  await open({ language, rows: [{ ...row(0), openComments: 12 }], suggestions: [suggestion], panel: 'memory' });
  await expect.element(tab(/1$/u)).toBeVisible();
  const list = document.querySelector('.panel-tab-list');
  expect(list?.scrollWidth).toBeLessThanOrEqual(list?.clientWidth ?? 0);
});

describe('a sheet from below', () => {
  it('leaves the editor of the open row in sight above it', async () => {
    await open({ width: 900, rows: Array.from({ length: 30 }, (_, n) => row(n)), segment: 0 });
    press('KeyB', { ctrlKey: true });
    await expect.element(panel()).toBeVisible();
    for (const n of [2, 3, 4, 5]) {
      press('ArrowDown', { altKey: true });
      await expect.element(panel().getByRole('heading', { name: `Segment ${n}` })).toBeVisible();
    }
    await vi.waitFor(() => expect(boxOf('.active .editor').bottom).toBeLessThanOrEqual(boxOf('.side-panel').top));
  });
});

const threads: readonly ThreadView[] = [
  {
    threadId: '00000000-0000-4000-8000-00000000000a',
    about: 'target',
    comments: [
      {
        commentId: '00000000-0000-4000-8000-00000000000a',
        at: '2026-01-03T10:00:00Z',
        by: 'm-noa',
        text: '@operator: „אולם” או „חדר”?',
        mentions: ['operator'],
      },
    ],
  },
  {
    threadId: '00000000-0000-4000-8000-00000000000b',
    about: 'source',
    comments: [
      {
        commentId: '00000000-0000-4000-8000-00000000000b',
        at: '2026-01-02T10:00:00Z',
        by: 'operator',
        text: 'Is this the one on Harbour Street?',
        mentions: [],
      },
    ],
    resolved: { at: '2026-01-03T10:00:00Z', by: 'm-noa' },
  },
];
const members = [
  { memberId: 'operator', name: 'operator' },
  { memberId: 'm-noa', name: 'נועה לוי' },
  { memberId: 'm-omar', name: 'عمر' },
];
const commented = { rows: [{ ...row(0), openComments: 1 }, row(1)], segment: 0, threads, members } as const;
const addLine = 'POST /api/documents/:documentId/segments/:segmentId/targets/:locale/comments';

describe('comments', () => {
  it('stand beside the segment with who said them to whom, and are counted on the tab and the row', async () => {
    await open({ ...commented, panel: 'comments' });
    const thread = panel().getByRole('article', { name: /נועה לוי/u });
    await expect.element(thread.getByText(/אולם/u)).toHaveAttribute('dir', 'auto');
    expect(document.querySelector('.mention')?.textContent).toBe('@operator');
    await expect.element(tab(/^Comments 1$/u)).toBeVisible();
    await expect.element(page.getByRole('button', { name: '1 open comment' })).toBeVisible();
    await expect.element(panel().getByText('1 resolved')).toBeVisible();
  });

  it('are written from the keyboard alone; Ctrl+Enter sends and approves nothing', async () => {
    const { server } = await open({ ...commented, rows: [row(0), row(1)], threads: [] });
    press('KeyM', { ctrlKey: true, shiftKey: true });
    await expect.element(commentField()).toHaveFocus();
    await userEvent.keyboard('נכון?{Control>}{Enter}{/Control}');
    await expect.element(panel().getByText('נכון?')).toBeVisible();
    await expect.element(commentField()).toHaveValue('');
    await expect.element(tab(/^Comments 1$/u)).toBeVisible();
    expect(server.bodies(addLine)).toMatchObject([{ text: 'נכון?', about: 'target' }]);
    expect(server.rows()[0]?.target?.state).toBe('translated');
  });

  it('name a member by the first letters of a word of the name, in any script', async () => {
    await open({ ...commented, panel: 'comments' });
    await commentField().fill('ראי @לו');
    await expect.element(page.getByRole('option', { name: 'נועה לוי' })).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{Enter}');
    await expect.element(commentField()).toHaveValue('ראי @נועה לוי ');
    await userEvent.keyboard('@');
    await expect.element(page.getByRole('option')).toHaveLength(3);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Tab}');
    await expect.element(commentField()).toHaveValue('ראי @נועה לוי @عمر ');
    await userEvent.keyboard('@{Escape}');
    await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
    await expect.element(commentField()).toHaveFocus();
  });

  it('are about the source where that is said', async () => {
    const { server } = await open({ ...commented, panel: 'comments' });
    await commentField().fill('Which street?');
    await panel()
      .getByRole('checkbox', { name: /On the source/u })
      .click();
    await panel().getByRole('button', { name: 'Send' }).click();
    await vi.waitFor(() => expect(server.bodies(addLine)).toMatchObject([{ about: 'source' }]));
  });

  it('survive a lost answer, another segment and a reload before they are sent, and then go out under the same id', async () => {
    const { server } = await open({ ...commented, panel: 'comments' });
    server.online = false;
    await commentField().fill('לא נשלחה עדיין');
    await panel().getByRole('button', { name: 'Send' }).click();
    await expect.element(panel().getByText(/cannot be reached/u)).toBeVisible();
    const [[, kept] = ['', '']] = Object.entries<string>(localStorage).filter(([key]) => key.includes('.comment.'));
    press('ArrowDown', { altKey: true });
    await expect.element(commentField()).toHaveValue('');
    await closeDeskPage();
    server.online = true;
    await open({ ...commented, panel: 'comments', server });
    await expect.element(commentField()).toHaveValue('לא נשלחה עדיין');
    await panel().getByRole('button', { name: 'Send' }).click();
    await vi.waitFor(() =>
      expect(server.bodies(addLine)[0]?.decisionId).toBe((JSON.parse(kept) as { sent: string }).sent),
    );
    expect(Object.keys(localStorage).filter((key) => key.includes('.comment.'))).toEqual([]);
  });

  it('are answered and resolved; the focus stays in the panel', async () => {
    const { server } = await open({ ...commented, panel: 'comments' });
    await panel().getByRole('textbox', { name: 'Answer' }).fill('„אולם”.');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await vi.waitFor(() => expect(server.bodies(addLine)).toMatchObject([{ replyTo: threads[0]?.threadId }]));
    await panel().getByRole('button', { name: 'Resolve' }).click();
    await expect.element(panel().getByText('2 resolved')).toBeVisible();
    await expect.element(commentField()).toHaveFocus();
    await expect.element(page.getByRole('button', { name: /open comment/u })).not.toBeInTheDocument();
  });

  it('keep an answer that is being written when somebody resolves the thread meanwhile', async () => {
    const { server } = await open({ ...commented, panel: 'comments' });
    const answer = panel().getByRole('textbox', { name: 'Answer' });
    await answer.fill('רגע, עוד לא');
    server.lines['GET /api/documents/:documentId/segments/:segmentId/targets/:locale/comments'] = () => ({
      threads: threads.map((one) => ({ ...one, resolved: { at: '2026-01-05T10:00:00Z', by: 'm-omar' } })),
    });
    FakeEventSource.emit({
      type: 'decision',
      stream: documentId,
      kind: 'comment.resolved',
      by: 'm-omar',
      segmentId: segmentId(0),
      locale: 'he',
    });
    await expect
      .element(
        panel()
          .getByText(/Resolved by .?عمر/u)
          .first(),
      )
      .toBeVisible();
    await expect.element(answer).toHaveValue('רגע, עוד לא');
    await expect.element(answer).toHaveFocus();
  });

  it('of others arrive while one looks', async () => {
    const { server } = await open({ ...commented, rows: [row(0), row(1)], threads: [], panel: 'comments' });
    await expect.element(panel().getByText(/No comments yet/u)).toBeVisible();
    const readings = () => server.calls.filter(({ line }) => line === 'GET /api/documents/:documentId/segments').length;
    const before = readings();
    const [thread] = threads;
    if (thread) server.say(thread);
    FakeEventSource.emit({
      type: 'decision',
      stream: documentId,
      kind: 'comment.added',
      by: 'm-noa',
      segmentId: segmentId(0),
      locale: 'he',
    });
    await expect.element(panel().getByText(/אולם/u)).toBeVisible();
    await expect.element(tab(/^Comments 1$/u)).toBeVisible();
    expect(readings()).toBe(before);
  });

  it.each(locales)('have no fault that axe knows, in %s', async (language) => {
    await open({ ...commented, language, panel: 'comments' });
    await expect.element(panel().getByText(/אולם/u)).toBeVisible();
    expect(await faultsOfPage()).toEqual([]);
  });
});

describe('memory', () => {
  const suggestions: SuggestionView[] = [
    {
      source: 'The reading room opens, 0.',
      target: 'חדר הקריאה ייפתח, 0.',
      score: 100,
      penalties: [],
      guards: [],
      origin: { documentId, title: 'غرفة المطالعة', ordinal: 3, locale: 'he', at: '2026-01-02T10:00:00Z', by: 'dana' },
    },
    { source: 'The reading room opens,  0.', target: 'אולם הקריאה ייפתח, 0.', score: 99, penalties: [], guards: [] },
  ];
  const hits = [
    {
      source: { text: 'a reading room', hits: [[2, 9] as [number, number]] },
      target: { text: 'אוּלָם לִקְרִיאָה', hits: [[7, 17] as [number, number]] },
      origin: suggestions[0]?.origin,
    },
  ].map(({ origin, ...hit }) => ({ ...hit, ...(origin && { origin }) }));
  const known = { rows: [row(0), row(1)], segment: 0, suggestions, hits, panel: 'memory' } as const;

  it('suggests, says where from, and a suggestion is used by its key and taken back by Ctrl+Z', async () => {
    await open(known);
    await expect.element(tab(/^Memory 2$/u)).toBeVisible();
    await expect.element(panel().getByText('غرفة المطالعة')).toHaveAttribute('dir', 'auto');
    await expect.element(panel().getByText('From outside any document')).toBeVisible();
    await editor().click();
    press('Digit2', { ctrlKey: true });
    await expectText('אולם הקריאה ייפתח, 0.');
    press('Digit3', { ctrlKey: true });
    await panel().getByRole('button', { name: 'Use suggestion 1' }).click();
    await expectText('חדר הקריאה ייפתח, 0.');
    await expect.element(panel().getByRole('button', { name: 'Use suggestion 1' })).toBeDisabled();
    await userEvent.keyboard('{Control>}z{/Control}');
    await expectText('אולם הקריאה ייפתח, 0.');
  });

  it('is searched for what is selected in the editor; a hit is marked whole and put in at the caret', async () => {
    await open({ ...known, rows: [row(0, { text: 'קריאה' }), row(1)] });
    await editor().click();
    await userEvent.keyboard('{Control>}a{/Control}');
    press('KeyK', { ctrlKey: true, shiftKey: true });
    await expect.element(searchField()).toHaveFocus();
    await expect.element(searchField()).toHaveValue('קריאה');
    await expect.element(panel().getByText('1 pair holds it')).toBeVisible();
    expect([...document.querySelectorAll('.side-panel mark')].map((mark) => mark.textContent)).toEqual([
      'reading',
      'לִקְרִיאָה',
    ]);
    await panel().getByRole('button', { name: 'Insert the translation' }).click();
    await expectText('אוּלָם לִקְרִיאָה');
    press('ArrowDown', { altKey: true });
    await expect.element(panel().getByRole('heading', { name: 'Segment 2' })).toBeVisible();
    await expect.element(searchField()).toHaveValue('קריאה');
  });

  const near: SuggestionView = {
    source: 'The reading room opens, 7.',
    target: 'חדר הקריאה ייפתח, 7.',
    score: 79,
    penalties: ['outside'],
    guards: ['number'],
    file: 'house.tmx',
  };

  it('says what differs in the source of what fits nearly, what a reader would mind, and which file it is from', async () => {
    await open({ ...known, suggestions: [near] });
    await expect.element(panel().getByText('Number differs')).toBeVisible();
    await expect.element(panel().getByText(/^From .*house\.tmx/u)).toBeVisible();
    const name = panel().getByText(/^What differs in the source/u);
    await expect.element(name).toBeInTheDocument();
    const marked = (kind: string) => name.element().parentElement?.querySelector(kind)?.textContent;
    expect([marked('del'), marked('ins')]).toEqual([expect.stringContaining('7'), expect.stringContaining('0')]);
  });

  it('has single sentences, which are put in at the caret', async () => {
    const sentence = { ...near, target: 'נוספה.', sentence: 'It was added.', score: 101, guards: [], penalties: [] };
    await open({ ...known, rows: [row(0, { text: 'קריאה ' }), row(1)], sentences: [sentence] });
    await expect.element(panel().getByRole('heading', { name: 'For single sentences' })).toBeVisible();
    await expect.element(panel().getByText('In context')).toBeVisible();
    await editor().click();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await panel().getByRole('button', { name: 'Insert the sentence' }).click();
    await expectText('קריאה נוספה.');
  });

  it.each(locales)('has no fault that axe knows, in %s', async (language) => {
    await open({ ...known, language, suggestions: [...suggestions, near], sentences: [{ ...near, sentence: 'It.' }] });
    await expect.element(panel().getByText('غرفة المطالعة')).toBeVisible();
    expect(await faultsOfPage()).toEqual([]);
  });
});

describe('history', () => {
  const decisions = () => [...document.querySelectorAll('.side-panel .panel-item')].map((item) => item.textContent);

  it('says who, what and why, the newest first, and shows what the newest text changed', async () => {
    await open({ segment: 0, panel: 'history', history: decided });
    await expect.element(panel().getByText('השם: Umm al-Khair')).toHaveAttribute('dir', 'auto');
    expect(decisions().map((text) => text.split(' ')[0])).toEqual(['Return', 'Edit', 'Machine']);
    expect(document.querySelector('.side-panel del')?.textContent).toContain('חדר');
    expect(document.querySelector('.side-panel time')?.getAttribute('title')).toMatch(/3 Jan 2026/u);
  });

  it('puts an earlier text into the editor, unsaved, and Ctrl+Z takes it back', async () => {
    const { server } = await open({ segment: 0, panel: 'history', history: decided });
    await panel().getByText('The text', { exact: true }).click();
    await panel().getByRole('button', { name: 'Put this text into the editor' }).last().click();
    await expectText('חדר הקריאה נפתח, 0.');
    await expect.element(page.getByText('Not saved yet; kept on this device')).toBeVisible();
    expect(server.calls.filter(({ line }) => line.startsWith('PUT'))).toEqual([]);
    await userEvent.keyboard('{Control>}z{/Control}');
    await expectText('אולם הקריאה נפתח, 0.');
  });

  it('says what would stand there before anything was decided, and calls an unknown decision a change', async () => {
    await open({ segment: 0, panel: 'history' });
    await expect.element(panel().getByText(/Nothing has been decided/u)).toBeVisible();
    await closeDeskPage();
    await open({
      segment: 0,
      panel: 'history',
      history: decided.slice(0, 1).map((one) => ({ ...one, kind: 'target.x' })),
    });
    await vi.waitFor(() => expect(decisions()[0]).toMatch(/^Change/u));
  });
});

describe('checks', () => {
  const link = { 1: { type: 'link', href: 'https://example.org' } } as const;

  it('lists what is wrong with the text as it is typed, counts it on the tab, and mends it', async () => {
    await open({ rows: [row(0, { source: 'See <1>this</1>', text: 'ראו כאן', codes: link })], panel: 'checks' });
    await expect.element(tab(/^Checks 1$/u)).toBeVisible();
    await panel()
      .getByRole('button', { name: /Insert/u })
      .click();
    await expectText('ראו כאן<1></1>');
    // The pair stands around nothing yet: that is said, and is no error any more.
    await expect.element(panel().getByText(/has nothing in it/u)).toBeVisible();
    await expect.element(panel().getByRole('button', { name: /Insert/u })).not.toBeInTheDocument();
  });
});
