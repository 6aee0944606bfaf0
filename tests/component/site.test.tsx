/** The site page: every setting, the tags in three languages, and nobody's change written over unseen. */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fakeServer, refusal } from './fake-server.ts';
import { mount } from './mount.tsx';
import { everything, siteView } from './samples.ts';

const line = 'PUT /api/site';

beforeEach(() => localStorage.clear());

async function open(
  server = fakeServer({
    ...everything,
    [line]: ({ body }) => ({ ...siteView, revision: 4, settings: body.settings as never }),
  }),
) {
  await mount('/site', { server });
  await screen.findByRole('group', { name: 'Hebrew' });
  return server;
}

const inLanguage = (name: string) => within(screen.getByRole('group', { name }));
const save = () => screen.getByRole('button', { name: 'Save' });

describe('the texts of the site', () => {
  it('stand side by side, each in its language and direction, and are saved together with the revision', async () => {
    const server = await open();
    const title = inLanguage('Arabic').getByLabelText('Title');
    expect([title.lang, title.getAttribute('dir')]).toEqual(['ar', 'rtl']);
    expect(save()).toHaveProperty('disabled', true);
    await userEvent.fill(title, ' قاعة المطالعة ');
    await userEvent.fill(inLanguage('Hebrew').getByLabelText('Title'), '');
    await userEvent.click(save());
    await screen.findByText('Saved. The pages follow by themselves.');
    const [body] = server.bodies(line);
    expect(body?.revision).toBe(3);
    expect(body?.settings.titles).toEqual({ en: 'The Reading Room', ar: 'قاعة المطالعة' });
  });

  it('are kept on the device until they are saved, or given up', async () => {
    await open();
    await userEvent.fill(inLanguage('English').getByLabelText(/^About page/u), '# About');
    await open();
    expect(inLanguage('English').getByLabelText(/^About page/u)).toHaveProperty('value', '# About');
    await userEvent.click(screen.getByRole('button', { name: 'Discard changes' }));
    expect(inLanguage('English').getByLabelText(/^About page/u)).toHaveProperty('value', '');
    expect(localStorage.getItem('dragoman.draft.site')).toBeNull();
  });
});

describe('tags', () => {
  it('are added, named in another language, ordered and removed; an id stays what it was', async () => {
    const server = await open();
    await userEvent.fill(screen.getByLabelText('New tag'), 'Schools');
    await userEvent.keyboard('{Enter}');
    await userEvent.fill(screen.getByLabelText('⁨Schools⁩: name in ⁨Hebrew⁩'), 'בתי ספר');
    await userEvent.fill(screen.getByLabelText('⁨Schools⁩: name in ⁨English⁩'), 'Schooling');
    await userEvent.click(screen.getByRole('button', { name: 'Move ⁨Schooling⁩ up' }));
    await userEvent.click(screen.getByRole('button', { name: 'Remove ⁨Libraries⁩' }));
    await userEvent.click(save());
    await waitFor(() => expect(server.bodies(line)).toHaveLength(1));
    expect(server.bodies(line)[0]?.settings.tags).toEqual([
      { id: 'schools', names: { en: 'Schooling', he: 'בתי ספר' } },
      { id: 'rivers', names: { he: 'נחלים' } },
    ]);
  });

  it('are not added twice', async () => {
    await open();
    await userEvent.fill(screen.getByLabelText('New tag'), 'libraries');
    expect(screen.getByRole('button', { name: 'Add tag' })).toHaveProperty('disabled', true);
    expect(screen.getByText(/This tag exists already/u)).toBeTruthy();
  });
});

describe('a save under way', () => {
  it('takes nothing with it that is typed meanwhile, and tells of no stranger', async () => {
    const saving = Promise.withResolvers<void>();
    const server = await open(
      fakeServer({
        ...everything,
        [line]: async ({ body }) => {
          await saving.promise;
          const saved = { ...siteView, revision: 4, settings: body.settings as never };
          server.lines['GET /api/site'] = () => saved;
          return saved;
        },
      }),
    );
    await userEvent.fill(inLanguage('English').getByLabelText('Title'), 'Mine');
    await userEvent.click(save());
    await userEvent.fill(inLanguage('English').getByLabelText('Title'), 'Mine too');
    saving.resolve();
    await screen.findByText('Saved. The pages follow by themselves.');
    expect(inLanguage('English').getByLabelText('Title')).toHaveProperty('value', 'Mine too');
    expect(screen.queryByRole('alert')).toBeNull();
    await userEvent.click(save());
    await waitFor(() =>
      expect(server.bodies(line)[1]).toMatchObject({ revision: 4, settings: { titles: { en: 'Mine too' } } }),
    );
  });
});

describe('what stands beside an article', () => {
  it('is chosen', async () => {
    const server = await open();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Word (DOCX)' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'PDF' }));
    await userEvent.click(screen.getByRole('checkbox', { name: /^Bilingual pages/u }));
    await userEvent.click(screen.getByText('Bulletin'));
    await userEvent.click(save());
    await waitFor(() => expect(server.bodies(line)).toHaveLength(1));
    expect(server.bodies(line)[0]?.settings).toMatchObject({
      forms: ['epub', 'docx'],
      bilingual: false,
      theme: 'bulletin',
    });
  });
});

describe('somebody else’s change', () => {
  const theirs = {
    ...siteView,
    revision: 4,
    settings: { ...siteView.settings, credits: false, titles: { ...siteView.settings.titles, en: 'Theirs' } },
  };
  const overtaken = () => {
    const server = fakeServer({
      ...everything,
      [line]: ({ body }) => {
        if (body.revision === 4) return { ...theirs, revision: 5, settings: body.settings as never };
        server.lines['GET /api/site'] = () => theirs;
        throw refusal('settings.stale');
      },
    });
    return server;
  };

  it('elsewhere is taken over; what both changed is shown beside one’s own, which stays', async () => {
    const server = await open(overtaken());
    await userEvent.fill(inLanguage('English').getByLabelText('Title'), 'Mine');
    await userEvent.click(save());
    const note = await screen.findByText('Theirs');
    expect(note.lang).toBe('en');
    expect(inLanguage('English').getByLabelText('Title')).toHaveProperty('value', 'Mine');
    expect(screen.getByRole('checkbox', { name: /^Translators’ names/u })).toHaveProperty('checked', false);
    await userEvent.click(save());
    await screen.findByText('Saved. The pages follow by themselves.');
    expect(server.bodies(line)[1]).toMatchObject({ revision: 4, settings: { credits: false, titles: { en: 'Mine' } } });
  });

  it('can be taken', async () => {
    await open(overtaken());
    await userEvent.fill(inLanguage('English').getByLabelText('Title'), 'Mine');
    await userEvent.click(save());
    await userEvent.click(await screen.findByRole('button', { name: /^Take theirs/u }));
    expect(inLanguage('English').getByLabelText('Title')).toHaveProperty('value', 'Theirs');
    expect(save()).toHaveProperty('disabled', true);
  });

  it('is said to have come between where it concerns nothing that was typed', async () => {
    await open(overtaken());
    await userEvent.fill(inLanguage('Arabic').getByLabelText('Title'), 'قاعة');
    await userEvent.click(save());
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody has changed the site settings');
    await waitFor(() => expect(inLanguage('English').getByLabelText('Title')).toHaveProperty('value', 'Theirs'));
    await userEvent.click(save());
    await screen.findByText('Saved. The pages follow by themselves.');
  });
});
