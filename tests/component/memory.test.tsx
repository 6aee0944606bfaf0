/** The memory page: units from files searched, mended as they were seen and removed; a file looked at before it comes in. */
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fakeServer, refusal } from './fake-server.ts';
import { mount } from './mount.tsx';
import { everything, memoryUnits } from './samples.ts';

const [first] = memoryUnits.units;

describe('the memory', () => {
  it('shows each text in its language and direction', async () => {
    await mount('/memory', { server: fakeServer(everything) });
    const text = await screen.findByText('البحر');
    expect([text.getAttribute('lang'), text.getAttribute('dir')]).toEqual(['ar', 'rtl']);
  });

  it('changes a unit as it was seen, and says when somebody was faster', async () => {
    const server = fakeServer({
      ...everything,
      'PUT /api/memory/units': () => {
        throw refusal('memory.stale');
      },
    });
    await mount('/memory', { server });
    const [change] = await screen.findAllByRole('button', { name: /^Change/u });
    await userEvent.click(change ?? expect.fail('no unit'));
    const dialog = await screen.findByRole('dialog');
    await userEvent.fill(within(dialog).getByLabelText('Hebrew'), 'ים');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(await within(dialog).findByText(/Somebody changed this unit/u)).toBeTruthy();
    expect(server.bodies('PUT /api/memory/units')[0]).toMatchObject({
      was: { texts: first?.unit.texts },
      unit: { texts: { en: 'The sea', he: 'ים' } },
    });
    expect(within(dialog).getByLabelText('Hebrew')).toHaveProperty('value', 'ים');
  });

  it('takes a file in only after it has said what that would bring', async () => {
    const report = { added: 3, known: 1, skipped: 1, examples: [{ line: 7, reason: 'languages' as const }] };
    const server = fakeServer({ ...everything, 'POST /api/memory/import': () => report });
    await mount('/memory', { server });
    await userEvent.click(await screen.findByRole('button', { name: 'Import' }));
    const dialog = await screen.findByRole('dialog');
    const verb = () => within(dialog).getByRole('button', { name: 'Import' });
    expect(verb().hasAttribute('disabled')).toBe(true);
    const input = dialog.ownerDocument.querySelector('input[type=file]') ?? expect.fail('nothing to choose with');
    await userEvent.upload(input, new File(['<tmx/>'], 'old.tmx'));
    expect(await within(dialog).findByText('3 units will be added')).toBeTruthy();
    expect(within(dialog).getByText(/^Line .*7.*: not in two of our languages$/u)).toBeTruthy();
    expect(server.bodies('POST /api/memory/import').map(({ isTrial }) => isTrial)).toEqual([true]);
    await userEvent.click(verb());
    await expect
      .poll(() => server.bodies('POST /api/memory/import').map(({ isTrial }) => isTrial))
      .toEqual([true, false]);
  });

  it('closes at Escape, but not over words that would be lost', async () => {
    await mount('/memory', { server: fakeServer(everything) });
    const [change] = await screen.findAllByRole('button', { name: /^Change/u });
    await userEvent.click(change ?? expect.fail('no unit'));
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    await userEvent.click(change ?? expect.fail('no unit'));
    const field = () => within(screen.getByRole('dialog')).getByLabelText('Hebrew');
    await userEvent.fill(await screen.findByLabelText('Hebrew'), 'ים');
    await userEvent.keyboard('{Escape}');
    expect(field()).toHaveProperty('value', 'ים');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  });

  it('shows a few of many files, and the others on request', async () => {
    const [batch] = memoryUnits.batches;
    const batches = Array.from({ length: 8 }, (_, n) => ({
      ...(batch ?? expect.fail()),
      id: `b${n}`,
      name: `${n}.tmx`,
    }));
    await mount('/memory', {
      server: fakeServer({ ...everything, 'GET /api/memory/units': () => ({ ...memoryUnits, batches }) }),
    });
    expect(await screen.findAllByText(/^\d\.tmx$/u)).toHaveLength(5);
    await userEvent.click(screen.getByRole('button', { name: 'Show 3 earlier imports' }));
    expect(screen.getAllByText(/^\d\.tmx$/u)).toHaveLength(8);
  });

  it('removes what a file brought after a question', async () => {
    const server = fakeServer({ ...everything, 'POST /api/memory/remove': () => ({}) });
    await mount('/memory', { server });
    await userEvent.click(await screen.findByRole('button', { name: /^Remove .*old.tmx/u }));
    const dialog = await screen.findByRole('alertdialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
    await expect.poll(() => server.bodies('POST /api/memory/remove')).toMatchObject([{ batch: first?.batch }]);
  });

  it('searches documents too, marks the words, and leads to the very segment', async () => {
    const hit = {
      source: { text: 'The sea is near', hits: [[4, 7] as [number, number]] },
      target: { text: 'הים קרוב', hits: [] },
      origin: {
        documentId: 'reading-room',
        title: 'The reading room',
        ordinal: 2,
        locale: 'he' as const,
        at: '2026-11-18T16:20:00.000Z',
      },
    };
    const server = fakeServer({ ...everything, 'GET /api/memory': () => ({ hits: [hit], total: 1 }) });
    await mount('/memory?query=sea', { server });
    const link = await screen.findByRole('link', { name: 'The reading room' });
    expect(link.getAttribute('href')).toBe('/documents/reading-room/review/he?segment=2');
    expect(screen.getByText('sea', { selector: 'mark' }).closest('[lang]')?.getAttribute('lang')).toBe('en');
  });
});
