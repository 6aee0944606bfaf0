/** The import: a preview while it is prepared, sentences for refusals, and nothing given that gets lost. */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fakeServer, refusal } from './fake-server.ts';
import { mount } from './mount.tsx';
import { everything } from './samples.ts';

const text = '# The reading room returns\n\nSee [the plan](https://example.org).';
const previewLine = 'POST /api/documents/preview';
const importLine = 'POST /api/documents';

async function paste(given: string): Promise<void> {
  await userEvent.fill(await screen.findByRole('textbox', { name: /Text of the article/u }), given);
}

const pasted = (): HTMLTextAreaElement => screen.getByRole('textbox', { name: /Text of the article/u });
const importButton = (): HTMLElement => screen.getByRole('button', { name: 'Import' });

beforeEach(() => localStorage.removeItem('dragoman.import'));

async function choose(file: File): Promise<void> {
  const input = await waitFor(() => document.querySelector<HTMLInputElement>('input[type=file]') ?? expect.fail());
  const files = new DataTransfer();
  files.items.add(file);
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('the preview', () => {
  it('shows the segments with their kinds, their codes as chips, and how much there is', async () => {
    await mount('/import', { server: fakeServer(everything) });
    await paste(text);
    const preview = await screen.findByRole('region', { name: 'What it becomes' });
    const items = await within(preview).findAllByRole('listitem');
    expect(items[0]?.textContent).toBe('TitleThe reading room returns');
    expect(items[1]?.textContent).toContain('Paragraph');
    expect(items[1]?.textContent).not.toContain('example.org');
    expect(preview.textContent).toContain('2 segments · 7 words');
  });

  it('guesses the language from the letters, and asks in it', async () => {
    const server = fakeServer(everything);
    await mount('/import', { server });
    await paste('הָלַךְ הילד הביתה');
    await waitFor(() => expect(server.bodies(previewLine).at(-1)?.from).toBe('he'));
    expect(screen.getByRole('radio', { name: 'Hebrew' })).toHaveProperty('checked', true);
    expect(server.bodies(previewLine).at(-1)?.to).toEqual(['en', 'ar']);
    expect(pasted().dir).toBe('rtl');
  });

  it.each([
    ['in UTF-8', 'צה״ל הודיע'],
    ['in UTF-16', new Uint8Array([0xff, 0xfe, 0xe9, 0x05, 0xe9, 0x05])],
  ])('guesses a file’s language too, %s', async (_, content) => {
    const server = fakeServer(everything);
    await mount('/import', { server });
    await choose(new File([content], 'a.txt'));
    await waitFor(() => expect(server.bodies(previewLine).at(-1)?.from).toBe('he'));
    expect(screen.getByRole('radio', { name: 'Hebrew' })).toHaveProperty('checked', true);
  });

  it('keeps the language that was chosen, and asks when the letters are of another', async () => {
    await mount('/import', { server: fakeServer(everything) });
    await paste('هذا مقال صه تُثبّت');
    expect(screen.queryByText(/Is the language right/u)).toBeNull();
    await userEvent.click(screen.getByText('Hebrew', { selector: '.choice-option *' }));
    await screen.findByText(/Most letters of this text are not .*Hebrew/u);
    expect(screen.getByRole('radio', { name: 'Hebrew' })).toHaveProperty('checked', true);
  });

  it('takes a text that looks like Markdown for it, until somebody decides', async () => {
    const server = fakeServer(everything);
    await mount('/import', { server });
    await paste(text);
    const box = screen.getByRole('checkbox', { name: 'The text is Markdown' });
    expect(box).toHaveProperty('checked', true);
    await userEvent.click(box);
    await userEvent.fill(pasted(), `${text} **more**`);
    expect(box).toHaveProperty('checked', false);
    await waitFor(() => expect(server.bodies(previewLine).at(-1)?.input).toMatchObject({ format: 'text' }));
  });

  it('shows a typed title first, and says what becomes of the text’s own', async () => {
    await mount('/import', { server: fakeServer(everything) });
    await paste(text);
    const preview = await screen.findByRole('region', { name: 'What it becomes' });
    await within(preview).findAllByRole('listitem');
    await userEvent.fill(screen.getByRole('textbox', { name: 'Title' }), 'Mine');
    const items = within(preview).getAllByRole('listitem');
    expect(items.slice(0, 2).map(({ textContent }) => textContent)).toEqual([
      'TitleMine',
      'HeadingThe reading room returns',
    ]);
    expect(preview.textContent).toContain('3 segments');
    await screen.findByText(/the text’s own title becomes a heading/u);
  });

  it('asks for a title where the text has none', async () => {
    const server = fakeServer({
      ...everything,
      [previewLine]: () => ({ format: 'text', encoding: 'utf-8', blocks: [], total: 1, words: 3 }),
    });
    await mount('/import', { server });
    await paste('only a paragraph');
    await screen.findByText(/has no title of its own/u);
    expect(importButton()).toHaveProperty('disabled', true);
    await userEvent.fill(screen.getByRole('textbox', { name: 'Title' }), 'A title');
    expect(importButton()).toHaveProperty('disabled', false);
  });

  it('says in the reader’s language why a text cannot be taken', async () => {
    const server = fakeServer({
      ...everything,
      [previewLine]: () => {
        throw refusal('import.control-character', 422, { character: 'U+0007', line: 3 });
      },
    });
    await mount('/import', { server, language: 'ar' });
    await userEvent.fill(await screen.findByRole('textbox', { name: 'نص المقال' }), 'x');
    expect((await screen.findByRole('alert')).textContent).toContain('في السطر 3 محرف تحكم غير مرئي');
  });
});

describe('the import', () => {
  it('sends what was chosen, then shows the document and forgets the draft', async () => {
    const server = fakeServer({ ...everything, [importLine]: () => ({ documentId: 'reading-room' }) });
    const router = await mount('/import', { server });
    await paste(text);
    await screen.findByRole('checkbox', { name: /Arabic/u, checked: true });
    await userEvent.click(screen.getByText('Arabic', { selector: '.locale-check *' }));
    await userEvent.fill(screen.getByRole('textbox', { name: 'Title' }), 'Mine');
    await waitFor(() => expect(importButton()).toHaveProperty('disabled', false));
    await userEvent.click(importButton());
    await waitFor(() => expect(router.state.location.pathname).toBe('/documents/reading-room'));
    expect(server.bodies(importLine)[0]).toMatchObject({
      from: 'en',
      to: ['he'],
      title: 'Mine',
      input: { text, format: 'markdown' },
    });
    expect(localStorage.getItem('dragoman.import')).toBeNull();
  });

  it('keeps the text after a refusal, and after a reload too', async () => {
    const lines = {
      ...everything,
      [importLine]: () => {
        throw refusal('import.too-many-segments', 422, { limit: 20_000 });
      },
    };
    await mount('/import', { server: fakeServer(lines) });
    await paste(text);
    await waitFor(() => expect(importButton()).toHaveProperty('disabled', false));
    await userEvent.click(importButton());
    expect((await screen.findByRole('alert')).textContent).toContain('too many segments');
    expect(pasted().value).toBe(text);
    await mount('/import', { server: fakeServer(lines) });
    await waitFor(() => expect(pasted().value).toBe(text));
  });

  it('is the same decision when it is sent again after a lost connection', async () => {
    const server = fakeServer({
      ...everything,
      [importLine]: () => {
        throw new Error('unreachable');
      },
    });
    const router = await mount('/import', { server });
    await paste(text);
    await waitFor(() => expect(importButton()).toHaveProperty('disabled', false));
    await userEvent.click(importButton());
    expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached');
    server.lines[importLine] = () => ({ documentId: 'reading-room' });
    await userEvent.click(importButton());
    await waitFor(() => expect(router.state.location.pathname).toBe('/documents/reading-room'));
    const [first, second] = server.bodies(importLine);
    expect(second).toEqual(first);
  });

  it('keeps what is typed while a large file is read', async () => {
    const read = Promise.withResolvers<ArrayBuffer>();
    vi.spyOn(Blob.prototype, 'arrayBuffer').mockReturnValueOnce(read.promise);
    await mount('/import', { server: fakeServer(everything) });
    await choose(new File(['a long story'], 'story.txt'));
    await paste('typed meanwhile');
    await userEvent.fill(screen.getByRole('textbox', { name: 'Title' }), 'Mine');
    read.resolve(new ArrayBuffer(0));
    await screen.findByText('story.txt');
    expect(screen.getByRole('textbox', { name: 'Title' })).toHaveProperty('value', 'Mine');
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    expect(pasted().value).toBe('typed meanwhile');
  });

  it('takes the file that was chosen last, whichever is read first', async () => {
    const slow = Promise.withResolvers<ArrayBuffer>();
    vi.spyOn(Blob.prototype, 'arrayBuffer').mockReturnValueOnce(slow.promise);
    await mount('/import', { server: fakeServer(everything) });
    await choose(new File(['a long story'], 'long.txt'));
    await choose(new File(['a short story'], 'short.txt'));
    await screen.findByText('short.txt');
    slow.resolve(new ArrayBuffer(0));
    await userEvent.fill(screen.getByRole('textbox', { name: 'Title' }), 'Mine');
    expect(screen.queryByText('long.txt')).toBeNull();
    screen.getByText('short.txt');
  });

  it('sends a file’s bytes exactly as they are', async () => {
    const bytes = new Uint8Array([0xff, 0xfe, 0xe9, 0x05, 0x00]);
    const server = fakeServer(everything);
    await mount('/import', { server });
    await choose(new File([bytes], 'סיפור.txt'));
    await screen.findByText('סיפור.txt');
    await waitFor(() =>
      expect(server.bodies(previewLine).at(-1)?.input).toEqual({ file: 'סיפור.txt', base64: '//7pBQA=' }),
    );
  });
});
