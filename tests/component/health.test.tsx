/** A server that cannot save says so in the reader's language, wherever it is learned, and until it can again. */
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { closeDeskPage, openDeskPage } from './desk-page.tsx';
import { FakeEventSource, fakeServer, refusal, type Lines } from './fake-server.ts';
import { mount } from './mount.tsx';
import { editor, expectText } from './editor.ts';
import { everything } from './samples.ts';

type Status = 'ok' | 'read-only';

function healthOf(status: Status): Required<Pick<Lines, 'GET /api/health'>> {
  return { 'GET /api/health': () => ({ status, version: '0.0.0' }) };
}

/** The server begins anew, and the event stream with it. */
function restart(): void {
  FakeEventSource.signal('error');
  FakeEventSource.signal('open');
}

beforeEach(() => localStorage.clear());

describe('a server that cannot save', () => {
  it.each([
    ['en', 'The server cannot save at present.'],
    ['he', 'כרגע השרת אינו יכול לשמור.'],
    ['ar', 'لا يستطيع الخادم الحفظ حاليًا.'],
  ] as const)('says so at the start, in %s', async (language, sentence) => {
    await mount('/', { server: fakeServer({ ...everything, ...healthOf('read-only') }), language });
    await screen.findByText(new RegExp(sentence, 'u'));
  });

  it('says nothing while it can', async () => {
    const server = fakeServer({ ...everything, ...healthOf('ok') });
    await mount('/', { server });
    await waitFor(() => expect(server.bodies('GET /api/health')).not.toHaveLength(0));
    await screen.findByRole('table');
    expect(screen.queryByText(/cannot save/u)).toBeNull();
  });

  it('says so after a change that it refused, keeps what was typed, and is quiet when it has saved it', async () => {
    const put = 'PUT /api/documents/:documentId/segments/:segmentId/targets/:locale';
    const { server } = await openDeskPage();
    const { [put]: works } = server.lines;
    Object.assign(server.lines, healthOf('ok'));
    await editor().fill('נוסח חדש');
    Object.assign(server.lines, healthOf('read-only'));
    server.lines[put] = () => {
      throw refusal('store.read-only', 503);
    };
    await userEvent.keyboard('{Control>}s{/Control}');
    await expect.element(page.getByText(/The server cannot save at present/u)).toBeVisible();
    await expect.element(page.getByText(/sent again by itself. .*The server can only read/u)).toBeVisible();
    await expectText('נוסח חדש');

    Object.assign(server.lines, healthOf('ok'), works && { [put]: works });
    restart();
    await expect.element(page.getByText(/The server cannot save at present/u)).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Try again' }).click();
    await vi.waitFor(() => expect(server.rows()[0]?.target?.text).toBe('נוסח חדש'));
    await closeDeskPage();
  });
});
