/** Signing in by a one-time link, being asked to, and out again; and the choices that stay on this device. */
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fakeServer, refusal } from './fake-server.ts';
import { mount } from './mount.tsx';
import { everything } from './samples.ts';

const signInLine = 'POST /api/session';
const session = { memberId: 'operator', expiresAt: '2026-12-01T00:00:00.000Z' };

describe('signing in', () => {
  it('exchanges the token of the link once, takes it out of the address, and shows the board', async () => {
    const server = fakeServer({ ...everything, [signInLine]: () => session });
    const router = await mount('/sign-in#token=a-secret', { server });
    await screen.findByRole('table');
    expect(server.bodies(signInLine)).toEqual([{ token: 'a-secret' }]);
    expect(router.state.location).toMatchObject({ pathname: '/', hash: '' });
  });

  it('says that a link is spent, and how to get another', async () => {
    const server = fakeServer({
      ...everything,
      [signInLine]: () => {
        throw refusal('session.link-spent', 401);
      },
    });
    const router = await mount('/sign-in#token=old', { server });
    expect((await screen.findByRole('alert')).textContent).toContain('has been used or has expired');
    expect(screen.getByText('npm run --silent dragoman -- sign-in').dir).toBe('ltr');
    expect(router.state.location.hash).toBe('');
  });

  it('takes a link that is opened while the page already stands there', async () => {
    const server = fakeServer({ ...everything, [signInLine]: () => session });
    const router = await mount('/sign-in', { server });
    await screen.findByText(/one-time link/u);
    await router.navigate('/sign-in#token=fresh');
    await screen.findByRole('table');
  });

  it('is asked for when the server no longer knows the session', async () => {
    const server = fakeServer({
      'GET /api/documents': () => {
        throw refusal('session.missing', 401);
      },
    });
    const router = await mount('/', { server, language: 'he' });
    await screen.findByRole('heading', { name: 'כניסה' });
    expect(router.state.location.pathname).toBe('/sign-in');
  });
});

describe('settings', () => {
  it('changes the language at once, for the whole page, and keeps it', async () => {
    await mount('/settings', { server: fakeServer(everything) });
    await userEvent.click(await screen.findByText('العربية'));
    await screen.findByRole('heading', { name: 'الإعدادات' });
    expect(document.documentElement).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(document.title).toBe('\u2068الإعدادات\u2069 – تُرجُمان');
    expect(localStorage.getItem('dragoman.language')).toBe('ar');
  });

  it('moves along the strip of choices in the direction it is read', async () => {
    await mount('/settings', { server: fakeServer(everything), language: 'he' });
    (await screen.findByRole<HTMLInputElement>('radio', { name: 'לפי המערכת' })).focus();
    await userEvent.keyboard('{ArrowLeft}');
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('light'));
  });

  it('says what the server translates with', async () => {
    await mount('/settings', { server: fakeServer(everything), language: 'he' });
    expect((await screen.findByText('deepl')).closest('li')?.textContent).toContain('ברירת מחדל');
  });

  it('signs out', async () => {
    const router = await mount('/settings', {
      server: fakeServer({ ...everything, 'DELETE /api/session': () => null }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Sign out' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'));
  });
});
