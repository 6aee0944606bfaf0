/** Others reshape the source while somebody is at work: what is typed, asked and joined stays with its segment. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { closeDeskPage, documentId, openDeskPage, row, segmentId, type OpenDesk } from './desk-page.tsx';
import { editor, press, settled } from './editor.ts';
import { FakeEventSource } from './fake-server.ts';

beforeEach(() => localStorage.clear());
afterEach(closeDeskPage);

const rows = [row(0), row(1), row(2), row(3)];

/** Somebody else splits the first segment, and the desk has heard and read it. */
async function splitFirst({ server }: OpenDesk): Promise<void> {
  server.splitFirst();
  FakeEventSource.emit({ type: 'decision', stream: documentId, kind: 'source.split', by: 'noa' } as never);
  await vi.waitFor(() => expect(document.querySelectorAll('.desk-rows > li')).toHaveLength(5));
  await settled();
}

function keptBySegment(): Record<string, string> {
  const kept = Object.entries(localStorage as unknown as Record<string, string>).filter(([key]) =>
    key.startsWith('dragoman.unsaved.'),
  );
  return Object.fromEntries(
    kept.map(([key, json]) => [key.split('.')[4] ?? '', (JSON.parse(json) as { text: string }).text]),
  );
}

describe('when somebody splits a segment before the open one', () => {
  it('what is typed next goes on in the same segment, and the address follows', async () => {
    const desk = await openDeskPage({ rows, segment: 0 });
    await page.getByRole('button', { name: /Open segment 3/u }).click();
    await expect.element(page.getByRole('textbox', { name: 'Translation of segment 3' })).toHaveFocus();
    await userEvent.keyboard('{End}abc');
    await settled();
    await splitFirst(desk);
    await expect.element(page.getByRole('textbox', { name: 'Translation of segment 4' })).toHaveFocus();
    await userEvent.keyboard('def');
    await settled();
    expect(keptBySegment()).toEqual({ [segmentId(2)]: expect.stringMatching(/abcdef/u) });
    await vi.waitFor(() => expect(desk.search()).toContain('segment=3'));
  });

  it('an answer is given to the segment that was asked about, with its words', async () => {
    const reviewed = [row(0), row(1, { state: 'reviewed' }), row(2, { state: 'reviewed' }), row(3)];
    const desk = await openDeskPage({ rows: reviewed, segment: 2 });
    await expect.element(editor()).toBeInTheDocument();
    await page.getByRole('button', { name: /Return/u }).click();
    const words = page.getByRole('textbox', { name: /What should be corrected/u });
    await words.fill('too formal');
    await splitFirst(desk);
    await expect.element(words).toHaveValue('too formal');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Return/u })
      .click();
    await vi.waitFor(() => expect(callsOf(desk, '/return')).toEqual([segmentId(2)]));
  });
});

it('a join that waited for the next row’s save joins the row that it was asked of', async () => {
  const unsaved = { text: 'typed', baseRevision: 1, decisionId: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa' };
  localStorage.setItem(`dragoman.unsaved.${documentId}.he.${segmentId(2)}.gone`, JSON.stringify(unsaved));
  const desk = await openDeskPage({ rows, segment: 1 });
  await expect.element(editor()).toBeInTheDocument();
  const sent: string[] = [];
  let saved = (): void => undefined;
  const isSaved = new Promise<void>((go) => {
    saved = go;
  });
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    if (init?.method === 'PUT') await isSaved;
    if (address.endsWith('/join')) sent.push(address);
    return fetch(address, init);
  });
  press('ה', 'F9');
  press('ArrowDown', 'ArrowDown', { altKey: true });
  await expect.element(page.getByRole('textbox', { name: 'Translation of segment 3' })).toBeInTheDocument();
  saved();
  await vi.waitFor(() => expect(sent).toEqual([expect.stringContaining(segmentId(1))]));
  expect(desk.search()).toContain('segment=2');
});

function callsOf({ server }: OpenDesk, ending: string): Array<string | undefined> {
  return server.calls.filter(({ line }) => line.endsWith(ending)).map(({ params }) => params['segmentId']);
}
