/** The queue and its traces in the desk: what waits, taking it, going on, and other people at work. */
import { act, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { QueueEntry, QueuePage, TakenView } from '../../server/contract/queue-api.ts';
import { waitReasons } from '../../server/domain/queue.ts';
import { closeDeskPage, documentId, row, segmentId } from './desk-page.tsx';
import { deskServer } from './desk-server.ts';
import { FakeEventSource, fakeServer, type Lines } from './fake-server.ts';
import { mount } from './mount.tsx';
import { everything } from './samples.ts';

const until = '2026-01-01T10:10:00.000Z';
const there = '00000000-0000-4000-8000-00000000bbbb';

function entry(ordinal: number, more: Partial<QueueEntry> = {}): QueueEntry {
  return {
    documentId,
    segmentId: segmentId(ordinal),
    locale: 'he',
    ordinal,
    reason: 'drafted',
    since: '2026-01-01T10:00:00.000Z',
    excerpt: `The reading room opens, ${ordinal}.`,
    words: 5,
    ...more,
  };
}

function taken(ordinal: number, more: Partial<TakenView> = {}): TakenView {
  return { documentId, segmentId: segmentId(ordinal), locale: 'he', ordinal, waits: true, until, ...more };
}

function queueOf(entries: QueueEntry[], more: Partial<QueuePage> = {}): QueuePage {
  const counts = waitReasons.map((reason) => [reason, entries.filter((one) => one.reason === reason).length]);
  return {
    entries,
    documents: [{ documentId, title: 'The reading room', from: 'en', waiting: entries.length }],
    total: entries.length,
    reasons: Object.fromEntries(counts) as QueuePage['reasons'],
    taken: [],
    ...more,
  };
}

const back: QueueEntry = entry(2, { reason: 'returned', returned: { reason: 'Wrong name', by: 'samir' } });
const session: Lines = { 'GET /api/session': () => ({ memberId: 'operator', expiresAt: until }) };

beforeEach(() => localStorage.removeItem('dragoman.queue-locales'));
afterEach(closeDeskPage);

describe('the queue', () => {
  it('shows what waits by document, with why and since when, and how much of it in the rail', async () => {
    await mount('/queue', { server: fakeServer({ ...everything, 'GET /api/queue': () => queueOf([entry(1), back]) }) });
    const group = await screen.findByRole('region', { name: 'The reading room' });
    const [first, second] = within(group).getAllByRole('listitem');
    expect(first?.textContent).toContain('new draft');
    expect(first?.textContent).toContain('5 words');
    expect(second?.textContent).toContain('Wrong name');
    expect(within(group).getAllByRole('link')[0]?.getAttribute('href')).toBe(
      `/documents/${documentId}/review/he?segment=1`,
    );
    expect(screen.getByRole('link', { name: 'Queue 2 wait' })).toBeDefined();
  });

  it('is narrowed by reason and language, in the address, and remembers the languages', async () => {
    const asked: Array<Record<string, unknown>> = [];
    const server = fakeServer({
      ...everything,
      'GET /api/queue': ({ query }) => {
        asked.push(query);
        return queueOf([entry(1), back]);
      },
    });
    const router = await mount('/queue?locale=he,ar', { server });
    await userEvent.click(await screen.findByText('Returned 1'));
    await userEvent.click(screen.getByText('Arabic'));
    await expect.poll(() => asked.at(-1)).toMatchObject({ locale: 'he', limit: '0' });
    expect(asked).toContainEqual(expect.objectContaining({ locale: 'he', reason: 'returned' }));
    expect(router.state.location.search).toBe('?locale=he&reason=returned');
    await mount('/queue', { server });
    expect((await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Hebrew' })).checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Arabic' }).checked).toBe(false);
  });

  it('takes the next ones and opens the first of them in the desk', async () => {
    const server = fakeServer({
      ...everything,
      'GET /api/queue': () => queueOf([entry(1), back]),
      'POST /api/queue/claim': () => ({ entries: [back] }),
    });
    const router = await mount('/queue?locale=he', { server });
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'How many' }), '5');
    await userEvent.click(screen.getByRole('button', { name: 'Take the next 5' }));
    await expect.poll(() => router.state.location.pathname).toBe(`/documents/${documentId}/review/he`);
    expect(router.state.location.search).toContain('segment=2');
    expect(server.bodies('POST /api/queue/claim')).toMatchObject([{ locales: ['he'], n: 5 }]);
  });

  it('says so where all is in other hands', async () => {
    const server = fakeServer({
      ...everything,
      'GET /api/queue': () => queueOf([entry(1)]),
      'POST /api/queue/claim': () => ({ entries: [] }),
    });
    await mount('/queue', { server });
    await userEvent.click(await screen.findByRole('button', { name: 'Take the next 10' }));
    await screen.findByText(/Nothing is free/u);
  });

  it('leads on in what was taken, and gives it back', async () => {
    const page = queueOf([entry(1), entry(2)], { taken: [taken(0, { waits: false }), taken(1), taken(2)] });
    const server = fakeServer({
      ...everything,
      'GET /api/queue': () => page,
      'POST /api/queue/release': () => null,
    });
    const router = await mount('/queue', { server });
    const mine = await screen.findByRole('region', { name: 'What you have taken' });
    expect(mine.textContent).toContain('1 of 3 taken are done');
    await userEvent.click(within(mine).getByRole('button', { name: 'Give all back' }));
    await expect.poll(() => server.bodies('POST /api/queue/release')).toHaveLength(1);
    await userEvent.click(within(mine).getByRole('button', { name: 'Go on' }));
    expect(router.state.location.search).toContain('segment=1');
  });

  it('tells who is at work on what, as it happens', async () => {
    await mount('/queue', {
      server: fakeServer({ ...everything, ...session, 'GET /api/queue': () => queueOf([entry(1), entry(2)]) }),
    });
    const list = await screen.findAllByRole('listitem');
    const place = { documentId, segmentId: segmentId(2), locale: 'he' } as const;
    const holder = { memberId: 'samir', windowId: there };
    act(() => FakeEventSource.emit({ type: 'claim', place, holder, until }));
    await expect.poll(() => list[1]?.textContent).toContain('samir\u2069 has taken this segment');
    act(() => FakeEventSource.emit({ type: 'claim', place, holder }));
    await expect.poll(() => list[1]?.textContent).not.toContain('samir');
  });

  it.each([
    ['what is untranslated', { untranslated: 12 }, 'button', 'Show what is not translated'],
    ['the board', {}, 'link', 'To the board'],
  ] as const)('leads to %s where nothing waits', async (_, counts, role, name) => {
    const empty = queueOf([], { documents: [] });
    const page = { ...empty, reasons: { ...empty.reasons, ...counts } };
    await mount('/queue', { server: fakeServer({ ...everything, 'GET /api/queue': () => page }) });
    await screen.findByRole('heading', { name: 'Nothing waits' });
    expect(screen.getByRole(role, { name })).toBeDefined();
  });
});

describe('in the desk', () => {
  const rows = [row(0), row(1), row(2)];

  async function openDesk(page: () => QueuePage = () => queueOf([])) {
    const server = deskServer({ from: 'en', locale: 'he', title: 'The reading room', rows });
    Object.assign(server.lines, {
      ...session,
      'GET /api/queue': page,
      'POST /api/presence': () => null,
      'POST /api/queue/release': () => null,
    } satisfies Lines);
    const router = await mount(`/documents/${documentId}/review/he?segment=0`, { server });
    await screen.findByRole('textbox', { name: 'Translation of segment 1' }, { timeout: 10_000 });
    return { server, router };
  }

  const visit = (ordinal: number, memberId: string, isThere = true) =>
    act(() =>
      FakeEventSource.emit({
        type: 'presence',
        place: { documentId, segmentId: segmentId(ordinal), locale: 'he' },
        holder: { memberId, windowId: there },
        ...(isThere && { until }),
      }),
    );

  it('says which segment is open', async () => {
    const { server } = await openDesk();
    const place = { documentId, segmentId: segmentId(0), locale: 'he' };
    await expect.poll(() => server.bodies('POST /api/presence').at(-1)).toMatchObject({ place });
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    const next = { ...place, segmentId: segmentId(1) };
    await expect.poll(() => server.bodies('POST /api/presence').at(-1)).toMatchObject({ place: next });
  });

  it('marks the row where somebody else is, and says who is in the open one', async () => {
    await openDesk();
    visit(2, 'samir');
    expect((await screen.findByText(/samir.* is in this segment/u)).closest('.others-mark')).not.toBeNull();
    visit(2, 'samir', false);
    visit(0, 'samir');
    const said = await screen.findByText(/samir.* is in this segment/u);
    expect(said.closest('output')).not.toBeNull();
    visit(0, 'samir', false);
    expect(screen.queryByText(/samir/u)).toBeNull();
  });

  it('calls oneself in another window so', async () => {
    await openDesk();
    visit(0, 'operator');
    await screen.findByText('Open in another window of yours');
  });

  it('forgets who was there when the connection is new', async () => {
    await openDesk();
    visit(0, 'samir');
    await screen.findByText(/samir/u);
    act(() => FakeEventSource.signal('open'));
    expect(screen.queryByText(/samir/u)).toBeNull();
  });

  it('leads through what was taken, by key and after an approval, also into another document', async () => {
    const elsewhere = taken(1, { documentId: 'BBBBBBBBBBBB', locale: 'ar' });
    const { router } = await openDesk(() => queueOf([], { taken: [taken(0), taken(2), elsewhere] }));
    await screen.findByText('0 of 3 taken are done');
    await userEvent.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    await screen.findByRole('textbox', { name: 'Translation of segment 3' });
    await userEvent.keyboard('{Control>}{Shift>}j{/Shift}{/Control}');
    await expect.poll(() => router.state.location.pathname).toBe('/documents/BBBBBBBBBBBB/review/ar');
    expect(router.state.location.search).toContain('segment=1');
  });

  it('says that what was taken has gone back by itself, but not when it was given back', async () => {
    let page = queueOf([], { taken: [taken(0)] });
    const { server } = await openDesk(() => page);
    const place = { documentId, segmentId: segmentId(0), locale: 'he' } as const;
    const claim = () =>
      act(() => FakeEventSource.emit({ type: 'claim', place, holder: { memberId: 'x', windowId: there }, until }));
    await userEvent.click(await screen.findByRole('button', { name: 'Give all back' }));
    page = queueOf([]);
    claim();
    await expect.poll(() => screen.queryByText(/taken are done/u)).toBeNull();
    expect(server.bodies('POST /api/queue/release')).toHaveLength(1);
    expect(screen.queryByText(/went back to the queue/u)).toBeNull();
    page = queueOf([], { taken: [taken(0)] });
    claim();
    await screen.findByText(/taken are done/u);
    page = queueOf([]);
    claim();
    await screen.findByText(/went back to the queue/u);
  });
});
