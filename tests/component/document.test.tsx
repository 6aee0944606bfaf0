/** The document page: machine drafts asked for, watched and stopped; languages added; archiving that asks first. */
import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { FakeEventSource, fakeServer, refusal } from './fake-server.ts';
import { mount } from './mount.tsx';
import { counts, documentView, everything, job, row } from './samples.ts';

const documentLine = 'GET /api/documents/:documentId';
const translateLine = 'POST /api/documents/:documentId/translate';
const cancelLine = 'DELETE /api/documents/:documentId/jobs/:jobId';
const running = { ...job, documentId: 'reading-room' };

describe('machine translation', () => {
  it('asks for the chosen languages from the chosen provider', async () => {
    const view = documentView({ locales: { he: counts([12, 0, 0, 0]), ar: counts([5, 0, 0, 0]) } });
    const server = fakeServer({ ...everything, [documentLine]: () => view, [translateLine]: () => running });
    await mount('/documents/reading-room', { server });
    await userEvent.click(await screen.findByText('Arabic', { selector: '.locale-check *' }));
    await screen.findByRole('option', { name: 'demo' });
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Provider' }), 'demo');
    await userEvent.click(screen.getByRole('button', { name: 'Draft translations' }));
    await waitFor(() => expect(server.bodies(translateLine)).toHaveLength(1));
    expect(server.bodies(translateLine)[0]).toMatchObject({ locales: ['he'], provider: 'demo' });
  });

  it('shows a running job as it moves, until it ends', async () => {
    const view = documentView({ jobs: [running] });
    const server = fakeServer({
      ...everything,
      [documentLine]: () => view,
      'GET /api/documents/:documentId/jobs/:jobId': () => running,
    });
    await mount('/documents/reading-room', { server });
    expect((await screen.findByRole('progressbar')).textContent).toContain('15 of 38 drafted');
    act(() => FakeEventSource.emit({ type: 'job', job: { ...running, done: 37, failed: 1, fromMemory: 9 } }));
    await waitFor(() => expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('38'));
    expect(screen.getByRole('progressbar').textContent).toContain('9 from memory');
    act(() => FakeEventSource.emit({ type: 'job', job: { ...running, done: 37, failed: 1, status: 'finished' } }));
    await screen.findByText('Finished');
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('stops a job, and says that what has arrived stays', async () => {
    const server = fakeServer({
      ...everything,
      [documentLine]: () => documentView({ jobs: [running] }),
      'GET /api/documents/:documentId/jobs/:jobId': () => running,
      [cancelLine]: () => ({ ...running, status: 'cancelled' }),
    });
    await mount('/documents/reading-room', { server });
    await userEvent.click(await screen.findByRole('button', { name: 'Stop' }));
    await screen.findByText(/Drafts that have arrived stay/u);
    expect(server.calls.find(({ line }) => line === cancelLine)?.params).toEqual({
      documentId: 'reading-room',
      jobId: job.jobId,
    });
  });

  it('says why a job broke off, and offers to try again', async () => {
    const broken = { ...running, status: 'stopped', fault: { code: 'provider.quota', retryable: false } } as const;
    const view = documentView({ jobs: [broken], locales: { he: counts([12, 0, 0, 0], { failed: 12 }) } });
    const server = fakeServer({ ...everything, [documentLine]: () => view, [translateLine]: () => running });
    await mount('/documents/reading-room', { server, language: 'he' });
    await screen.findByText('המכסה אצל הספק נוצלה.');
    await userEvent.click(screen.getByRole('button', { name: 'ניסיון נוסף' }));
    await waitFor(() => expect(server.bodies(translateLine)[0]?.locales).toEqual(['he']));
  });

  it('says what is next when nothing is left to translate', async () => {
    const view = documentView({ to: ['he'], locales: { he: counts([0, 9, 0, 0]) } });
    await mount('/documents/x', { server: fakeServer({ ...everything, [documentLine]: () => view }) });
    await screen.findByText(/Next comes the review/u);
  });
});

describe('the languages of a document', () => {
  it('lead to review, edition, checks and export', async () => {
    await mount('/documents/reading-room', { server: fakeServer(everything) });
    const hebrew = (await screen.findByRole('heading', { name: 'Hebrew' })).closest('li') ?? expect.fail();
    const links = within(hebrew).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/documents/reading-room/review/he',
      '/documents/reading-room/editions/he',
      '/documents/reading-room/checks/he',
      ...['txt', 'md', 'html', 'epub', 'pdf', 'docx', 'xliff'].map(
        (format) => `/api/documents/reading-room/export/he?format=${format}`,
      ),
    ]);
  });

  it('can be added to', async () => {
    const line = 'PATCH /api/documents/:documentId';
    const view = documentView({ to: ['he'], locales: { he: counts([1, 0, 0, 0]) } });
    const server = fakeServer({ ...everything, [documentLine]: () => view, [line]: () => documentView() });
    await mount('/documents/reading-room', { server });
    await userEvent.click(await screen.findByRole('button', { name: 'Add Arabic' }));
    await screen.findByText('The language is added.');
    expect(server.bodies(line)[0]?.to).toEqual(['he', 'ar']);
  });
});

describe('a translation that comes back', () => {
  const line = 'POST /api/documents/:documentId/targets/:locale/import';
  const report = { changed: 2, unchanged: 40, approved: 0, refused: [] as Array<ReturnType<typeof refusedUnit>> };

  async function choose(server: ReturnType<typeof fakeServer>, language: 'en' | 'he' = 'en') {
    await mount('/documents/reading-room', { server, language });
    await userEvent.click(
      await screen.findByRole('button', { name: /^(?:Import a translation: \u2068Hebrew|ייבוא תרגום: \u2068עברית)/u }),
    );
    const input = document.querySelector<HTMLInputElement>('input[type=file]') ?? expect.fail();
    await userEvent.upload(input, new File(['<xliff/>'], 'back.he.xlf'));
    return screen.findByRole('dialog');
  }

  it('is looked at first, also as it would be with its approvals, and imported when one says so', async () => {
    const server = fakeServer({
      ...everything,
      [line]: ({ body }: { body?: { approve?: boolean } }) => ({ ...report, approved: body?.approve ? 3 : 0 }),
    });
    const dialog = await choose(server);
    await within(dialog).findByText('2 texts will change');
    expect(dialog.textContent).toContain('back.he.xlf');
    await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Approve what the file calls final' }));
    await within(dialog).findByText('3 segments will be approved');
    await Promise.all(document.getAnimations().map(async ({ finished }) => finished));
    const { violations } = await axe.run(dialog);
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
    expect(server.bodies(line).map(({ isTrial }) => isTrial)).toEqual([true, true]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Import' }));
    await screen.findByText('2 texts imported.');
    const input = { file: 'back.he.xlf', base64: btoa('<xliff/>') };
    expect(server.bodies(line).at(-1)).toEqual({ input, approve: true });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('shows the changes word by word, and says that another tool made the file', async () => {
    const changes = [{ ordinal: 6, before: 'הוא הלך הביתה.', after: 'הוא חזר הביתה.', codes: {} }];
    const server = fakeServer({ ...everything, [line]: () => ({ ...report, changed: 1, changes, isForeign: true }) });
    const dialog = await choose(server);
    const list = await within(dialog).findByRole('list', { name: 'What will change, before and after' });
    expect(list.textContent).toContain('7');
    expect([...list.querySelectorAll('del, ins')].map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('הלך'),
      expect.stringContaining('חזר'),
    ]);
    expect(dialog.textContent).toContain('comes from another tool');
    await Promise.all(document.getAnimations().map(async ({ finished }) => finished));
    const { violations } = await axe.run(dialog);
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  });

  it('says what is left out and why, and offers nothing where nothing would change', async () => {
    const refused = [refusedUnit(4, 'target.stale'), refusedUnit(undefined, 'segment.unknown')];
    const server = fakeServer({ ...everything, [line]: () => ({ ...report, changed: 0, refused }) });
    const dialog = await choose(server, 'he');
    await within(dialog).findByText('שני קטעים לא ייקלטו:');
    expect(dialog.textContent.replace(/[\u2066-\u2069]/gu, '')).toContain('קטע 5: הקטע השתנה בינתיים בידי מישהו אחר.');
    expect(within(dialog).getByRole('button', { name: 'ייבוא' })).toHaveProperty('disabled', true);
  });

  it('says what is wrong with a file that is none', async () => {
    const server = fakeServer({
      ...everything,
      [line]: () => {
        throw refusal('import.xliff', 422, { line: 7, reason: 'unit holds no segment' });
      },
    });
    const dialog = await choose(server);
    const alert = await within(dialog).findByRole('alert');
    const told = alert.textContent.replace(/[\u2066-\u2069]/gu, '');
    expect(told).toBe('This is not valid XLIFF (line 7): unit holds no segment');
    expect(within(dialog).queryByRole('checkbox')).toBeNull();
  });

  function refusedUnit(ordinal: number | undefined, code: string) {
    return { unit: 'segment-0004', ...(ordinal !== undefined && { ordinal }), code, params: {} };
  }
});

describe('a document that is not there', () => {
  it('is told, without an offer to try what cannot help', async () => {
    const lines = {
      ...everything,
      [documentLine]: () => {
        throw refusal('document.unknown', 404);
      },
    };
    await mount('/documents/nowhere', { server: fakeServer(lines) });
    expect((await screen.findByRole('alert')).textContent).toBe('There is no such document here.');
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });
});

describe('archiving', () => {
  const line = 'DELETE /api/documents/:documentId';

  it('asks first, and gives the focus back when the answer is no', async () => {
    const server = fakeServer({ ...everything, [line]: () => null });
    await mount('/documents/reading-room', { server });
    const button = await screen.findByRole('button', { name: 'Archive document' });
    await userEvent.click(button);
    await screen.findByRole('alertdialog');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(button));
    expect(server.bodies(line)).toHaveLength(0);
  });

  it('says in the dialog why it is refused, naming the language', async () => {
    const server = fakeServer({
      ...everything,
      [line]: () => {
        throw refusal('document.live', 409, { locale: 'he, ar' });
      },
    });
    await mount('/documents/reading-room', { server });
    await userEvent.click(await screen.findByRole('button', { name: 'Archive document' }));
    const dialog = await screen.findByRole('alertdialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Archive document' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Hebrew and Arabic');
  });

  it('leads back to the board', async () => {
    const server = fakeServer({ ...everything, [line]: () => null });
    const router = await mount('/documents/reading-room', { server });
    await userEvent.click(await screen.findByRole('button', { name: 'Archive document' }));
    const dialog = await screen.findByRole('alertdialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Archive document' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/'));
  });
});

describe('an archived document', () => {
  const line = 'POST /api/documents/:documentId/restore';
  const wherever = {
    en: ['This document is in the archive', 'Restore from the archive'],
    he: ['המסמך בארכיון', 'החזרה מהארכיון'],
    ar: ['في الأرشيف', 'استعادة من الأرشيف'],
  } as const;

  it.each(['en', 'he', 'ar'] as const)('says so and offers the way back, after a question (%s)', async (language) => {
    let archived = true;
    const server = fakeServer({
      ...everything,
      'GET /api/documents/:documentId': () => documentView({ archived }),
      [line]: () => {
        archived = false;
        return documentView({ archived });
      },
    });
    await mount('/documents/reading-room', { server, language });
    const [note, verb] = wherever[language];
    await screen.findByText(new RegExp(note, 'u'));
    expect((await axe.run(screen.getByRole('main'))).violations).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: verb }));
    const dialog = await screen.findByRole('alertdialog');
    await userEvent.click(within(dialog).getByRole('button', { name: verb }));
    await waitFor(() => expect(screen.queryByText(new RegExp(note, 'u'))).toBeNull());
    expect(server.bodies(line)).toHaveLength(1);
  });

  it('is found from the board', async () => {
    const server = fakeServer({
      ...everything,
      'GET /api/archive': () => ({ documents: [row({ archived: true, title: 'An old story' })] }),
    });
    const router = await mount('/', { server });
    await userEvent.click(await screen.findByRole('link', { name: 'Archive' }));
    await userEvent.click(await screen.findByRole('link', { name: 'An old story' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/documents/reading-room'));
  });
});
