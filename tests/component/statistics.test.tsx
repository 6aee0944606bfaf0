/** The statistics pages: ranges that lead to segments, dashes for what is not known, bars that grow as one reads. */
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fakeServer } from './fake-server.ts';
import { mount } from './mount.tsx';
import { everything, statistics } from './samples.ts';

const ofDocument = 'GET /api/documents/:documentId/statistics';
const ofAll = 'GET /api/statistics';

describe('a document’s statistics', () => {
  it('lead from a range to its segments at the desk', async () => {
    await mount('/documents/reading-room/statistics', { server: fakeServer(everything) });
    const range = await screen.findByText('⁨20%⁩ to ⁨30%⁩');
    const line = range.closest('details') ?? expect.fail('the range cannot be opened');
    await userEvent.click(range);
    const [link, ...others] = within(line).getAllByRole('link');
    expect(others).toEqual([]);
    expect(link?.getAttribute('href')).toBe('/documents/reading-room/review/he?segment=2');
    expect(screen.getByText('not changed').closest('details')?.textContent).toContain('1 segment');
    expect(screen.getByText('⁨90%⁩ to ⁨100%⁩').closest('details')).toBeNull();
  });

  it('say what is not known, and no zero', async () => {
    await mount('/documents/reading-room/statistics', { server: fakeServer(everything) });
    const table = await screen.findByRole('table', { name: 'By person' });
    const cellsOf = (name: string) =>
      within(within(table).getByRole('rowheader', { name }).closest('tr') ?? table)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent);
    expect(cellsOf('נועה')).toEqual(['3', '240', '31%', '22%', '25%', '90 mins', '1,160', '1']);
    expect(cellsOf('dana').slice(2, 7)).toEqual(Array.from({ length: 5 }, () => '–not known'));
  });

  it('offer the same as a table to download, in the language chosen', async () => {
    const server = fakeServer(everything);
    await mount('/documents/reading-room/statistics', { server });
    await userEvent.click(await screen.findByText('Arabic', { selector: '.choice-option *' }));
    await waitFor(() =>
      expect(screen.getByRole('link', { name: 'Download as CSV' }).getAttribute('href')).toBe(
        '/api/documents/reading-room/statistics?locale=ar&format=csv',
      ),
    );
  });

  it('of a document on which nobody has decided say how they begin', async () => {
    const none = { ...statistics, locales: [], people: [], providers: [], returns: [], outcomes: [] };
    await mount('/documents/reading-room/statistics', {
      server: fakeServer({ ...everything, [ofDocument]: () => none }),
    });
    expect(await screen.findByRole('heading', { name: 'There are no numbers yet' })).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('statistics of a period', () => {
  it('are asked for by the days in the address', async () => {
    const asked: unknown[] = [];
    const server = fakeServer({
      ...everything,
      [ofAll]: ({ query }) => {
        asked.push(query);
        return { ...statistics, documents: 2 };
      },
    });
    await mount('/statistics?from=2026-11-01', { server });
    await screen.findByText('2 documents');
    await userEvent.fill(screen.getByLabelText('To'), '2026-11-21');
    await waitFor(() => expect(asked.at(-1)).toEqual({ from: '2026-11-01', to: '2026-11-21' }));
  });

  it.each([
    ['en', 'start'],
    ['he', 'end'],
    ['ar', 'end'],
  ] as const)('in %s a bar begins where reading does', async (language, side) => {
    await mount('/statistics', { server: fakeServer(everything), language });
    const [part] = await waitFor(() => {
      const found = Array.from(document.querySelectorAll('.share-part'));
      expect(found.length).toBeGreaterThan(0);
      return found;
    });
    const bar = part?.closest('svg')?.getBoundingClientRect() ?? expect.fail('no bar');
    const filled = part?.getBoundingClientRect() ?? expect.fail('no bar');
    const [gapBefore, gapAfter] = [filled.x - bar.x, bar.x + bar.width - filled.x - filled.width];
    expect(Math.abs(side === 'start' ? gapBefore : gapAfter)).toBeLessThan(0.5);
    expect(side === 'start' ? gapAfter : gapBefore).toBeGreaterThan(5);
  });
});
