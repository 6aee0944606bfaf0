/** Seeing what readers would see changed, and what can be done from there: publish all, some of it, or show an earlier one. */
import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { EditionView } from '../../server/contract/editions-api.ts';
import type { Locale } from '../../server/domain/locale.ts';
import type { DecisionKind } from '../../server/domain/decision.ts';
import { FakeEventSource, fakeServer, refusal, type Lines } from './fake-server.ts';
import { mount } from './mount.tsx';
import { editionChanges, editionView, everything } from './samples.ts';

const base = '/api/documents/:documentId/editions/:locale';
const publishLine = `POST ${base}/publish` as const;
const correctLine = `POST ${base}/correct` as const;
const page = '/documents/reading-room/editions/he';

const publications = [1, 2].map((n) => {
  return { n, at: `2026-11-1${n}T10:00:00.000Z`, by: 'noa', sourceVersion: 1 };
});
const live: Partial<EditionView> = { publications, live: 2, changedSinceLive: true };

function withEdition(edition: Partial<EditionView>, more: Lines = {}): Lines {
  return { ...everything, [`GET ${base}` as const]: () => editionView(edition), ...more };
}

beforeEach(() => localStorage.clear());

describe('what would change', () => {
  it('is counted and shown paragraph by paragraph, before and after in two rows', async () => {
    await mount(`${page}/changes`, { server: fakeServer(withEdition(live)) });
    const list = await screen.findByRole('region', { name: '1 paragraph changed · 1 new · 1 removed' });
    const [changed, added, removed] = within(list).getAllByRole('listitem');
    const lines = [...(changed?.querySelectorAll('.diff-line') ?? [])];
    expect(lines.map((line) => [line.getAttribute('lang'), line.getAttribute('dir')])).toEqual([
      ['he', 'rtl'],
      ['he', 'rtl'],
    ]);
    expect(changed?.querySelector('del')?.textContent).toContain('נסגרת');
    expect(changed?.querySelector('ins')?.textContent).toContain('נפתחת');
    expect(added?.querySelector('ins .code-chip')).toBeTruthy();
    expect(removed?.querySelector('del')?.textContent).toBe('הכניסה חופשית.');
    expect(within(removed ?? document.body).queryByRole('link')).toBeNull();
  });

  it('is only told, the first time: there is nothing to compare with, and no note to write', async () => {
    const { from: _, ...first } = editionChanges;
    const lines = withEdition({}, { [`GET ${base}/changes` as const]: () => first });
    await mount(`${page}/changes`, { server: fakeServer(lines) });
    expect(await screen.findByText(/^This is the first publication/u)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByRole('button', { name: 'Publish' })).toBeTruthy();
  });

  it('begins with a pageful where it is long', async () => {
    const rows = Array.from({ length: 60 }, (_, ordinal) => {
      const segmentId = `segment${String(ordinal).padStart(5, '0')}`;
      return { segmentId, kind: 'paragraph' as const, ordinal, after: { text: 'א', codes: {} } };
    });
    const lines = withEdition(live, { [`GET ${base}/changes` as const]: () => ({ from: 2, rows }) });
    await mount(`${page}/changes`, { server: fakeServer(lines) });
    const list = await screen.findByRole('region', { name: '60 new' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(50);
    await userEvent.click(screen.getByRole('button', { name: 'Show all 60' }));
    expect(within(list).getAllByRole('listitem')).toHaveLength(60);
  });

  it('tells what differs around the text', async () => {
    const details = { before: {}, after: { translators: ['נועה לוי'] } };
    const lines = withEdition(live, { [`GET ${base}/changes` as const]: () => ({ from: 2, rows: [], details }) });
    await mount(`${page}/changes`, { server: fakeServer(lines) });
    const around = await screen.findByRole('region', { name: 'Around the text' });
    expect(around.textContent).toContain('נועה לוי');
  });
});

describe('publishing', () => {
  it('sends the note, forgets it, says so and goes to the edition', async () => {
    const server = fakeServer(withEdition(live, { [publishLine]: () => editionView(live) }));
    const router = await mount(`${page}/changes`, { server });
    const note = await screen.findByLabelText('Note to readers');
    expect([note.lang, note.dir]).toEqual(['he', 'rtl']);
    await userEvent.fill(note, ' תוקן שם הנחל. ');
    await userEvent.click(screen.getByRole('button', { name: 'Publish' }));
    await screen.findByText('Publication 3 is live.');
    expect(server.bodies(publishLine)[0]?.note).toBe('תוקן שם הנחל.');
    await waitFor(() => expect(router.state.location.pathname).toBe(page));
    expect(localStorage.getItem('dragoman.draft.note.reading-room.he')).toBeNull();
  });

  it('says that a plan for this edition alone is then over, and is held by one with others', async () => {
    const planned = (locales: Locale[]) => {
      const plan = { planId: crypto.randomUUID(), locales, by: 'noa', madeAt: '2026-11-20T10:00:00.000Z', waiting: [] };
      return fakeServer(withEdition({ ...live, plan }));
    };
    await mount(`${page}/changes`, { server: planned(['he']) });
    expect(await screen.findByRole('button', { name: 'Publish' })).toHaveProperty('disabled', false);
    expect(screen.getByText(/The plan for this edition is then over/u)).toBeTruthy();
    await mount(`${page}/changes`, { server: planned(['he', 'ar']) });
    expect(await screen.findByText(/Cancel the plan to publish it alone/u)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Publish' })).toBeNull();
  });

  it('is not kept for later where the browser has no network: it fails, and is sent again on a press', async () => {
    const server = fakeServer(
      withEdition(live, {
        [publishLine]: () => {
          throw new TypeError('Failed to fetch');
        },
      }),
    );
    await mount(`${page}/changes`, { server });
    await screen.findByLabelText('Note to readers');
    globalThis.dispatchEvent(new Event('offline'));
    try {
      await userEvent.click(screen.getByRole('button', { name: 'Publish' }));
      expect(within(await screen.findByRole('alert')).getByRole('button')).toBeTruthy();
    } finally {
      globalThis.dispatchEvent(new Event('online'));
    }
    expect(server.bodies(publishLine)).toHaveLength(1);
  });

  it('keeps the note and shows the reason when it is refused; sent again, it is the same decision', async () => {
    const server = fakeServer(
      withEdition(live, {
        [publishLine]: () => {
          throw refusal('server.fault', 500);
        },
      }),
    );
    await mount(`${page}/changes`, { server, language: 'ar' });
    await userEvent.fill(await screen.findByLabelText('ملاحظة للقراء'), 'תוקן.');
    await userEvent.click(screen.getByRole('button', { name: 'نشر' }));
    await userEvent.click(within(await screen.findByRole('alert')).getByRole('button'));
    await waitFor(() => expect(server.bodies(publishLine)).toHaveLength(2));
    const [first, second] = server.bodies(publishLine);
    expect(second?.decisionId).toBe(first?.decisionId);
    await mount(`${page}/changes`, { server });
    expect(await screen.findByLabelText('Note to readers')).toHaveProperty('value', 'תוקן.');
  });
});

describe('what was looked at', () => {
  const overtaken = /has changed while this page was open/u;
  const mine = { ...editionChanges, from: 2, seen: 'first' };
  const [row, ...others] = mine.rows;
  const theirs = row ? [{ ...row, after: { text: 'הספרייה נפתחת מחר.', codes: {} } }, ...others] : [];
  const changesLine = `GET ${base}/changes` as const;

  function somebodyDecides(kind: DecisionKind): void {
    act(() => FakeEventSource.emit({ type: 'decision', stream: 'reading-room', locale: 'he', kind, by: 'omer' }));
  }

  it('goes along with the press; what somebody else approves meanwhile is marked and waits for a second look', async () => {
    const server = fakeServer(withEdition(live, { [changesLine]: () => mine, [publishLine]: () => editionView(live) }));
    await mount(`${page}/changes`, { server });
    await screen.findByText('נפתחת', { exact: false });
    expect(screen.queryByText(overtaken)).toBeNull();
    server.lines[changesLine] = () => ({ ...mine, rows: theirs, seen: 'second' });
    somebodyDecides('target.approved');
    expect((await screen.findByRole('alert')).textContent).toMatch(overtaken);
    expect(screen.getAllByText('just changed')).toHaveLength(1);
    expect(screen.getByRole('button', { name: 'Publish' })).toHaveProperty('disabled', true);
    await userEvent.click(screen.getByRole('button', { name: 'Go on with the new text' }));
    await userEvent.click(screen.getByRole('button', { name: 'Publish' }));
    await screen.findByText('Publication 3 is live.');
    expect(server.bodies(publishLine)[0]?.seen).toBe('second');
  });

  it('is not disturbed by an open paragraph while chosen ones are to appear', async () => {
    const blockers = [{ reason: 'translated' as const, segmentId: 'segment00008', ordinal: 7, excerpt: 'After' }];
    const server = fakeServer(withEdition({ ...live, blockers, correctable: 1 }, { [changesLine]: () => mine }));
    await mount(`${page}/changes`, { server });
    await screen.findByRole('checkbox', { name: 'Paragraph 1' });
    server.lines[changesLine] = () => ({ ...mine, rows: mine.rows.slice(0, 2), seen: 'second' });
    somebodyDecides('target.edited');
    await screen.findByRole('region', { name: '1 paragraph changed · 1 new' });
    expect(screen.queryByText(overtaken)).toBeNull();
  });
});

describe('a correction', () => {
  const blockers = [{ reason: 'translated' as const, segmentId: 'segment00008', ordinal: 7, excerpt: 'After' }];
  const rows = [...editionChanges.rows, ...editionChanges.rows.slice(0, 1)].map((row, ordinal) => {
    return { ...row, segmentId: `segment0000${ordinal}`, ordinal };
  });
  const two = { [`GET ${base}/changes` as const]: () => ({ from: 2, rows }) };

  it('appears alone while the rest of the edition is blocked', async () => {
    const server = fakeServer(
      withEdition({ ...live, blockers, correctable: 2 }, { ...two, [correctLine]: () => editionView(live) }),
    );
    await mount(`${page}/changes`, { server });
    expect(await screen.findByText('1 segment still blocks publishing.')).toBeTruthy();
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Paragraph 1' }));
    await userEvent.click(screen.getByRole('button', { name: 'Publish 1 correction' }));
    await screen.findByText('Publication 3 is live.');
    expect(server.bodies(correctLine)[0]?.segmentIds).toEqual(['segment00003']);
  });

  it('can be chosen although everything could appear, and is nothing while nothing is chosen', async () => {
    await mount(`${page}/changes`, { server: fakeServer(withEdition({ ...live, correctable: 2 }, two)) });
    await screen.findByRole('button', { name: 'Publish' });
    expect(screen.queryByRole('checkbox')).toBeNull();
    await userEvent.click(screen.getByText('Only chosen paragraphs'));
    for (const box of screen.getAllByRole('checkbox')) await userEvent.click(box);
    expect(screen.getByRole('button', { name: /^Publish 0/u })).toHaveProperty('disabled', true);
  });
});

describe('two publications', () => {
  it('are compared at an address of their own, which follows the choice', async () => {
    const { to: _, ...compared } = { ...editionChanges, to: 2 };
    const lines = withEdition(live, { [`GET ${base}/changes` as const]: () => ({ ...compared, from: 1, to: 2 }) });
    const router = await mount(`${page}/changes?from=1&to=2`, { server: fakeServer(lines) });
    expect(await screen.findByRole('heading', { level: 1, name: 'What changed in publication 2' })).toBeTruthy();
    const after = await screen.findByLabelText('After');
    await screen.findByRole('region', { name: /changed/u });
    expect(screen.queryByRole('button', { name: /Publish/u })).toBeNull();
    await userEvent.selectOptions(after, 'draft');
    await waitFor(() => expect(router.state.location.search).toBe('?from=1'));
  });

  it('show what readers would see changed before an earlier one is shown to them again', async () => {
    const line = `POST ${base}/roll-back` as const;
    const lines = withEdition(live, {
      [`GET ${base}/changes` as const]: () => ({ ...editionChanges, from: 2, to: 1 }),
      [line]: () => editionView(live),
    });
    const server = fakeServer(lines);
    await mount(`${page}/changes?from=2&to=1`, { server });
    const panel = await screen.findByRole('region', { name: /Show publication 1 to readers again/u });
    await userEvent.click(within(panel).getByRole('button', { name: 'Show again' }));
    await waitFor(() => expect(server.bodies(line)[0]?.to).toBe(1));
  });
});
