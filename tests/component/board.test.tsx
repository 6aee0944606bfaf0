/** The board: counts in words that fit their number, mirrored, searched, and moved by what happens elsewhere. */
import { act, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { FakeEventSource, fakeServer, refusal } from './fake-server.ts';
import { mount } from './mount.tsx';
import { everything, job, row, rows } from './samples.ts';

describe('the board in Hebrew', () => {
  it('runs from right to left and counts in one, two and many', async () => {
    await mount('/', { server: fakeServer(everything), language: 'he' });
    const table = await screen.findByRole('table');
    expect(document.documentElement).toHaveProperty('dir', 'rtl');
    expect(document.documentElement).toHaveProperty('lang', 'he');
    expect(getComputedStyle(table).direction).toBe('rtl');
    expect(within(table).getByText('44 לסקירה')).toBeDefined();
    expect(within(table).getByText('קטע אחד לסקירה')).toBeDefined();
    expect(within(table).getByText('שני קטעים לא מעודכנים')).toBeDefined();
    expect(within(table).getByText(/116 קטעים/u).textContent).toContain('4,210 מילים');
    expect(within(table).getByText(/38 קטעים/u).textContent).toContain('שתי מילים');
  });

  it('says of each title which language it is in, and from which side it is read', async () => {
    await mount('/', { server: fakeServer(everything), language: 'he' });
    for (const { title, from } of rows) {
      const shown = await screen.findByText(title);
      expect([shown.lang, shown.dir]).toEqual([from, from === 'en' ? 'ltr' : 'rtl']);
    }
  });

  it('puts the rail where reading starts', async () => {
    await mount('/', { server: fakeServer(everything), language: 'he' });
    const rail = await screen.findByRole('navigation');
    const main = screen.getByRole('main');
    expect(rail.getBoundingClientRect().left).toBeGreaterThan(main.getBoundingClientRect().left);
  });
});

describe('the board in Arabic', () => {
  it('has a form for one, two, few and many', async () => {
    await mount('/', { server: fakeServer(everything), language: 'ar' });
    const table = await screen.findByRole('table');
    expect(within(table).getByText('44 مقطعًا للمراجعة')).toBeDefined();
    expect(within(table).getByText('مقطع واحد للمراجعة')).toBeDefined();
    expect(within(table).getByText('مقطعان غير محدَّثين')).toBeDefined();
    expect(within(table).getByText('تعذّرت ترجمة 3 مقاطع')).toBeDefined();
  });
});

describe('the board', () => {
  it('leads from a cell to the review desk of its language, and says how the edition stands', async () => {
    await mount('/', { server: fakeServer(everything) });
    const first = await screen.findByRole('row', { name: /The reading room returns/u });
    const [, , hebrew, arabic] = within(first).getAllByRole('link');
    expect(hebrew?.getAttribute('href')).toBe('/documents/reading-room/review/he');
    expect(hebrew?.textContent).toContain('49 approved, 11 reviewed, 44 to review and 12 untranslated');
    expect(arabic?.textContent).toContain('Ready to publish');
    expect(screen.getByText('Published 2')).toBeDefined();
    expect(screen.getByText('Changed since publication 1')).toBeDefined();
    expect(screen.getByText('3 failed')).toBeDefined();
  });

  it('finds a pointed title by its letters, and offers all again when nothing is found', async () => {
    await mount('/', { server: fakeServer(everything) });
    const search = await screen.findByRole('searchbox');
    await userEvent.fill(search, 'הנחל');
    expect(screen.getAllByRole('row')).toHaveLength(2);
    expect(screen.getByText('1 document found')).toBeDefined();
    await userEvent.fill(search, 'nowhere');
    await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(screen.getAllByRole('row')).toHaveLength(4);
  });

  it('offers the import where there is nothing yet', async () => {
    await mount('/', { server: fakeServer({ ...everything, 'GET /api/documents': () => ({ documents: [] }) }) });
    await screen.findByRole('heading', { name: 'No documents yet' });
    expect(screen.getByRole('link', { name: 'Import article' }).getAttribute('href')).toBe('/import');
  });

  it('says what went wrong and tries again', async () => {
    const server = fakeServer({
      ...everything,
      'GET /api/documents': () => {
        throw refusal('store.read-only', 503);
      },
    });
    await mount('/', { server });
    expect((await screen.findByRole('alert')).textContent).toContain('can only read');
    server.lines['GET /api/documents'] = () => ({ documents: rows });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('table');
  });
});

describe('what happens elsewhere', () => {
  it('moves the progress of a job', async () => {
    await mount('/', { server: fakeServer(everything) });
    await screen.findByText(/15 of 38 drafted/u);
    act(() => FakeEventSource.emit({ type: 'job', job: { ...job, done: 30, failed: 2 } }));
    const bar = await screen.findByRole('progressbar', { name: /Machine translation/u });
    expect(bar.getAttribute('aria-valuenow')).toBe('32');
    expect(bar.textContent).toContain('30 of 38 drafted · 2 failed');
  });

  it('reads the board again after a decision', async () => {
    const server = fakeServer(everything);
    await mount('/', { server });
    await screen.findByRole('table');
    server.lines['GET /api/documents'] = () => ({ documents: [row({ title: 'A new title' })] });
    act(() => FakeEventSource.emit({ type: 'decision', stream: 'reading-room', kind: 'target.approved', by: 'noa' }));
    await screen.findByText('A new title');
  });

  it('says that the connection is lost, and reads everything again when it is back', async () => {
    const server = fakeServer(everything);
    await mount('/', { server });
    await screen.findByRole('table');
    vi.useFakeTimers();
    act(() => FakeEventSource.signal('error'));
    act(() => void vi.runOnlyPendingTimers());
    vi.useRealTimers();
    await screen.findByText(/Connection lost/u);
    server.lines['GET /api/documents'] = () => ({ documents: [row({ title: 'Meanwhile' })] });
    act(() => FakeEventSource.signal('open'));
    await screen.findByText('Meanwhile');
    expect(screen.queryByText(/Connection lost/u)).toBeNull();
  });
});
