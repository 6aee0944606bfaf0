/** Where the published site is brought to: how it stands with each place, and having it done now. */
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fakeServer, refusal } from './fake-server.ts';
import { mount } from './mount.tsx';
import { deliveries, everything } from './samples.ts';

const rowOf = async (name: string) => (await screen.findByText(name)).closest('li') ?? expect.fail(`no ${name}`);

describe('deliveries', () => {
  it('say of each place where it is, what waits, why, and when it is tried again', async () => {
    await mount('/site', { server: fakeServer(everything) });
    const row = within(await rowOf('WordPress'));
    expect(row.getByText('https://blog.example.org').getAttribute('dir')).toBe('ltr');
    expect(row.getByText('Not delivered')).toBeTruthy();
    expect(row.getByText('3 changes wait')).toBeTruthy();
    expect(row.getByText(/turned us away.*HTTP 401, incorrect_password/u)).toBeTruthy();
    expect(row.getByText(/^Next attempt: /u)).toBeTruthy();
    expect(within(await rowOf('Command')).getByText('Up to date')).toBeTruthy();
  });

  it('are done now for one place, and shown as they are then', async () => {
    const [command] = deliveries;
    const done = { id: 'wordpress', takes: 'editions', address: 'x', state: 'idle', waiting: 0 } as const;
    const server = fakeServer({
      ...everything,
      'POST /api/deliveries': () => ({ deliveries: command ? [command, { ...done, state: 'delivering' }] : [] }),
    });
    await mount('/site', { server });
    const button = await screen.findByRole('button', { name: /^Deliver now: .*WordPress/u });
    server.lines['GET /api/deliveries'] = () => ({ deliveries: command ? [command, done] : [] });
    await userEvent.click(button);
    const row = await rowOf('WordPress');
    await within(row).findByText('Up to date', undefined, { timeout: 5000 });
    expect(within(row).queryByText(/turned us away/u)).toBeNull();
    expect(server.bodies('POST /api/deliveries')).toEqual([{ id: 'wordpress' }]);
  });

  it('say what a refusal means', async () => {
    const server = fakeServer({
      ...everything,
      'POST /api/deliveries': () => {
        throw refusal('delivery.unknown', 404, { id: 'wordpress' });
      },
    });
    await mount('/site', { server });
    await userEvent.click(await screen.findByRole('button', { name: /^Deliver now: .*WordPress/u }));
    expect(await screen.findByText(/There is no place called/u)).toBeTruthy();
  });

  it('say what could be set up where nothing is', async () => {
    await mount('/site', { server: fakeServer({ ...everything, 'GET /api/deliveries': () => ({ deliveries: [] }) }) });
    expect(await screen.findByText(/Published pages stay on this server/u)).toBeTruthy();
  });
});
