/** What publishing adds to a document's page and to the board: tags, the address, plans. */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fakeServer, refusal } from './fake-server.ts';
import { mount } from './mount.tsx';
import { documentView, everything, row, siteView } from './samples.ts';

const documentLine = 'GET /api/documents/:documentId';
const tagsLine = 'PUT /api/documents/:documentId/tags';
const slugLine = 'PUT /api/documents/:documentId/slug';

beforeEach(() => localStorage.clear());

describe('the tags of a document', () => {
  it('are named in the interface’s language, else in one that they have, and saved as they are chosen', async () => {
    let tags = ['libraries'];
    const server = fakeServer({
      ...everything,
      [documentLine]: () => documentView({ tags }),
      [tagsLine]: ({ body }) => documentView({ tags: (tags = [...body.tags]) }),
    });
    await mount('/documents/reading-room', { server, language: 'ar' });
    const libraries = await screen.findByRole('checkbox', { name: 'مكتبات' });
    await waitFor(() => expect(libraries).toHaveProperty('checked', true));
    const rivers = screen.getByText('נחלים');
    expect([rivers.lang, rivers.dir]).toEqual(['he', 'rtl']);
    await userEvent.click(rivers);
    await waitFor(() => expect(server.bodies(tagsLine)[0]?.tags).toEqual(['libraries', 'rivers']));
    await userEvent.click(libraries);
    await waitFor(() => expect(server.bodies(tagsLine)[1]?.tags).toEqual(['rivers']));
  });

  it('begin each choice from the one before, also while the document is not read again yet', async () => {
    const reading = Promise.withResolvers<void>();
    const server = fakeServer({
      ...everything,
      [documentLine]: () => documentView({ tags: [] }),
      [tagsLine]: ({ body }) => {
        server.lines[documentLine] = () => reading.promise.then(() => documentView({ tags: [...body.tags] }));
        return documentView({ tags: [...body.tags] });
      },
    });
    await mount('/documents/reading-room', { server });
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Libraries' }));
    await waitFor(() => expect(server.calls.at(-1)?.line).not.toBe(tagsLine));
    await userEvent.click(screen.getByRole('checkbox', { name: 'נחלים' }));
    await waitFor(() => expect(server.bodies(tagsLine)[1]?.tags).toEqual(['libraries', 'rivers']));
    reading.resolve();
  });

  it('say so where the site has none, and lead to where they are made', async () => {
    const site = { ...siteView, settings: { ...siteView.settings, tags: [] } };
    await mount('/documents/reading-room', { server: fakeServer({ ...everything, 'GET /api/site': () => site }) });
    expect(await screen.findByText('The site has no tags yet.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Manage tags' }).getAttribute('href')).toBe('/site');
  });
});

describe('the address of a document', () => {
  it('is shown as what is typed makes it, and saved under that name', async () => {
    const server = fakeServer({ ...everything, [slugLine]: ({ body }) => documentView({ slug: body.slug }) });
    await mount('/documents/reading-room', { server });
    const field = await screen.findByLabelText('Name in addresses');
    const button = screen.getByRole('button', { name: 'Change address' });
    expect(button).toHaveProperty('disabled', true);
    await userEvent.fill(field, 'חדר הקריאה, שוב!');
    expect(screen.getByText('/en/חדר-הקריאה-שוב/').dir).toBe('ltr');
    await userEvent.click(button);
    await screen.findByText('The address is changed.');
    expect(server.bodies(slugLine)[0]?.slug).toBe('חדר-הקריאה-שוב');
  });

  it('keeps what was typed when it is refused, also over a reload', async () => {
    const lines = {
      ...everything,
      [documentLine]: () => documentView({ formerSlugs: ['old-room'] }),
      [slugLine]: () => {
        throw refusal('document.slug-taken');
      },
    };
    await mount('/documents/reading-room', { server: fakeServer(lines) });
    expect(await screen.findByText('old-room')).toBeTruthy();
    await userEvent.fill(await screen.findByLabelText('Name in addresses'), 'schools');
    await userEvent.click(screen.getByRole('button', { name: 'Change address' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Another article has or had this address');
    await mount('/documents/reading-room', { server: fakeServer(lines) });
    expect(await screen.findByLabelText('Name in addresses')).toHaveProperty('value', 'schools');
  });
});

it('a plan stands on the document’s page and is marked on the board', async () => {
  const locales = ['he' as const, 'ar' as const];
  const plan = { planId: '0b1d7a52-5f0c-4a56-9d5c-1a2b3c4d5e6f', locales, by: 'noa', madeAt: '', waiting: [] };
  const server = fakeServer({
    ...everything,
    'GET /api/documents': () => ({ documents: [row({ plans: [{ locales }] })] }),
    [documentLine]: () => documentView({ plans: [plan] }),
  });
  await mount('/', { server });
  const table = await screen.findByRole('table');
  expect(within(table).getByText(/^Planned: .*Hebrew and Arabic/u)).toBeTruthy();
  await mount('/documents/reading-room', { server });
  expect(await screen.findByText(/^Published by itself when ready: .*Hebrew and Arabic/u)).toBeTruthy();
});
