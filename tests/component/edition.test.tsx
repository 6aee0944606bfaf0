/** The edition page: what blocks it, the frame that may run nothing, and the three acts that readers notice. */
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { EditionView } from '../../server/contract/editions-api.ts';
import { fakeServer, refusal, type Lines } from './fake-server.ts';
import { mount } from './mount.tsx';
import { editionView, everything } from './samples.ts';

const path = '/documents/reading-room/editions/he';
const base = '/api/documents/:documentId/editions/:locale';
const publishLine = `POST ${base}/publish` as const;

function withEdition(edition: Partial<EditionView>, more: Lines = {}): Lines {
  return { ...everything, [`GET ${base}` as const]: () => editionView(edition), ...more };
}

const published = [
  { n: 1, at: '2026-11-10T10:00:00.000Z', by: 'noa', sourceVersion: 1 },
  { n: 2, at: '2026-11-18T10:00:00.000Z', by: 'noa', sourceVersion: 1 },
];

describe('blockers', () => {
  it('are told one by one, each leading to its segment, and publishing waits for them', async () => {
    await mount(path, { server: fakeServer(everything) });
    const list = await screen.findByRole('region', { name: 'Before publishing' });
    expect(list.textContent).toContain('2 segments still block publishing');
    const links = within(list).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/documents/reading-room/review/he?segment=0',
      '/documents/reading-room/review/he?segment=7',
    ]);
    expect(links[0]?.textContent).toBe('1The reading room returnsoutdated');
    const excerpt = within(list).getByText('After three years of work');
    expect([excerpt.lang, excerpt.dir]).toEqual(['en', 'ltr']);
    expect(screen.getByRole('button', { name: 'Publish…' })).toHaveProperty('disabled', true);
  });

  it('are counted in Arabic', async () => {
    await mount(path, { server: fakeServer(everything), language: 'ar' });
    await screen.findByText('مقطعان ما زالا يعيقان النشر:');
  });
});

describe('publishing', () => {
  it('asks, publishes, and says so', async () => {
    const server = fakeServer(
      withEdition({}, { [publishLine]: () => editionView({ publications: published.slice(0, 1), live: 1 }) }),
    );
    await mount(path, { server });
    await userEvent.click(await screen.findByRole('button', { name: 'Publish…' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Publish as publication 1?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Publish' }));
    await screen.findByText('Publication 1 is live.');
    expect(server.bodies(publishLine)).toHaveLength(1);
  });

  it('keeps the question open with the reason when it is refused', async () => {
    const lines = withEdition(
      {},
      {
        [publishLine]: () => {
          throw refusal('edition.blocked', 409, { count: 1 });
        },
      },
    );
    await mount(path, { server: fakeServer(lines), language: 'he' });
    await userEvent.click(await screen.findByRole('button', { name: 'פרסום…' }));
    const dialog = await screen.findByRole('alertdialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'פרסום' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('קטע אחד עוד מעכב את הפרסום.');
  });

  it('is not offered when readers have exactly this already', async () => {
    await mount(path, { server: fakeServer(withEdition({ publications: published, live: 2 })) });
    await screen.findByText('Readers see exactly this already.');
    expect(screen.getByRole('button', { name: 'Publish…' })).toHaveProperty('disabled', true);
  });
});

describe('what readers have seen', () => {
  it('can be shown to them again', async () => {
    const line = `POST ${base}/roll-back` as const;
    const server = fakeServer(withEdition({ publications: published, live: 2 }, { [line]: () => editionView({}) }));
    await mount(path, { server });
    await userEvent.click(await screen.findByRole('button', { name: /Show again/u }));
    const dialog = await screen.findByRole('alertdialog', { name: /Show publication 1/u });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Show again' }));
    await waitFor(() => expect(server.bodies(line)[0]?.to).toBe(1));
  });

  it('can be withdrawn', async () => {
    const line = `POST ${base}/withdraw` as const;
    const server = fakeServer(withEdition({ publications: published, live: 2 }, { [line]: () => editionView({}) }));
    await mount(path, { server });
    await userEvent.click(await screen.findByRole('button', { name: 'Withdraw from publication' }));
    const dialog = await screen.findByRole('alertdialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Withdraw from publication' }));
    await screen.findByText('The edition is withdrawn.');
  });
});

describe('the preview', () => {
  it('stands in a frame that may run nothing and knows nothing of the desk', async () => {
    await mount(path, { server: fakeServer(everything) });
    const frame = await screen.findByTitle('Preview');
    expect(frame.getAttribute('sandbox')).toBe('allow-same-origin');
    expect(frame.getAttribute('referrerpolicy')).toBe('no-referrer');
  });
});
