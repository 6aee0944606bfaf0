/** The termbase page: adding, changing as it was seen, finding; and nobody's change written over. */
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fakeServer, refusal } from './fake-server.ts';
import { mount } from './mount.tsx';
import { everything, terms } from './samples.ts';

const open = async (name: string) => {
  await userEvent.click(await screen.findByRole('button', { name }));
  return screen.findByRole('dialog');
};

describe('the termbase', () => {
  it('stands in a table, each word in its language and direction', async () => {
    await mount('/terms', { server: fakeServer(everything) });
    const word = await screen.findByText('ממשלה');
    expect(word.parentElement?.getAttribute('dir')).toBe('rtl');
    expect(word.parentElement?.getAttribute('lang')).toBe('he');
    expect(screen.getByText('hostages').classList).toContain('term-forbidden');
  });

  it('is searched in all words and by kind, which the address keeps', async () => {
    await mount('/terms', { server: fakeServer(everything) });
    await userEvent.fill(await screen.findByRole('searchbox'), 'hostages');
    expect(await screen.findByText('1 term')).toBeTruthy();
    expect(screen.queryByText('ממשלה')).toBeNull();
    expect(screen.getByText('captives')).toBeTruthy();
  });

  it('takes a new term, with the forms that need not be typed in sight', async () => {
    const server = fakeServer({ ...everything, 'POST /api/terms': () => terms[0] ?? expect.fail() });
    await mount('/terms', { server });
    const dialog = await open('Add term');
    const hebrew = within(dialog).getByRole('group', { name: 'Hebrew' });
    expect(within(dialog).getByRole('button', { name: 'Save' }).hasAttribute('disabled')).toBe(true);
    await userEvent.fill(within(hebrew).getByLabelText('Say'), 'מדינה');
    expect(await within(hebrew).findByText(/מדינתי/u)).toBeTruthy();
    await userEvent.fill(within(hebrew).getByLabelText(/^Do not say/u), 'ארץ');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await expect.poll(() => server.bodies('POST /api/terms')).toHaveLength(1);
    expect(server.bodies('POST /api/terms')[0]?.term.words).toEqual({
      he: { preferred: 'מדינה', forms: [], forbidden: ['ארץ'], matching: 'inflect' },
    });
  });

  it('says that a word is there already, whatever its spelling, and hinders nobody', async () => {
    await mount('/terms', { server: fakeServer(everything) });
    const dialog = await open('Add term');
    const hebrew = within(dialog).getByRole('group', { name: 'Hebrew' });
    await userEvent.fill(within(hebrew).getByLabelText('Say'), 'מֶמְשָׁלָה');
    expect(await within(dialog).findByText(/has this already.*government.*حكومة/u)).toBeTruthy();
    expect(within(dialog).getByRole('button', { name: 'Save' }).hasAttribute('disabled')).toBe(false);
  });

  it('says when somebody else was faster, keeps what was typed, and shows theirs on demand', async () => {
    const server = fakeServer({
      ...everything,
      'PUT /api/terms/:termId': () => {
        server.lines['GET /api/terms'] = () => ({
          terms: terms.slice(0, 1).map((term) => ({ ...term, note: 'theirs', revision: 9 })),
        });
        throw refusal('term.stale', 409, { revision: 9 });
      },
    });
    await mount('/terms', { server });
    const dialog = await open('Change ⁨government⁩');
    await userEvent.fill(within(dialog).getByLabelText('Note'), 'mine');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(await within(dialog).findByText(/Somebody changed this term/u)).toBeTruthy();
    expect(within(dialog).getByLabelText('Note')).toHaveProperty('value', 'mine');
    await screen.findByText('theirs');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Show what it says now' }));
    await expect
      .poll(() => within(screen.getByRole('dialog')).getByLabelText('Note'))
      .toHaveProperty('value', 'theirs');
  });
});
