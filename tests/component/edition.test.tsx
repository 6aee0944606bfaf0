/** The edition page: what blocks it, what readers have seen, what is planned, and the frame that may run nothing. */
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { EditionView } from '../../server/contract/editions-api.ts';
import { fakeServer, refusal, type Lines } from './fake-server.ts';
import { mount } from './mount.tsx';
import { editionView, everything } from './samples.ts';

const path = '/documents/reading-room/editions/he';
const base = '/api/documents/:documentId/editions/:locale';

function withEdition(edition: Partial<EditionView>, more: Lines = {}): Lines {
  return { ...everything, [`GET ${base}` as const]: () => editionView(edition), ...more };
}

const published = [
  { n: 1, at: '2026-11-10T10:00:00.000Z', by: 'noa', sourceVersion: 1 },
  { n: 2, at: '2026-11-18T10:00:00.000Z', by: 'noa', sourceVersion: 1 },
];

describe('blockers', () => {
  it('are told one by one, each leading to its segment, and publishing waits for them', async () => {
    await mount(path, { server: fakeServer(everything) });
    const list = await screen.findByRole('region', { name: 'Before publishing' });
    expect(list.textContent).toContain('2 segments still block publishing');
    const links = within(within(list).getByRole('list')).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/documents/reading-room/review/he?segment=0',
      '/documents/reading-room/review/he?segment=7',
    ]);
    expect(links[0]?.textContent).toBe('1The reading room returnsoutdated');
    const excerpt = within(list).getByText('After three years of work');
    expect([excerpt.lang, excerpt.dir]).toEqual(['en', 'ltr']);
    expect(screen.getByRole('button', { name: 'Publish…' })).toHaveProperty('disabled', true);
  });

  it('are counted in Arabic', async () => {
    await mount(path, { server: fakeServer(everything), language: 'ar' });
    await screen.findByText('مقطعان ما زالا يعيقان النشر:');
  });
});

describe('publishing', () => {
  it('begins with what would change', async () => {
    await mount(path, { server: fakeServer(withEdition({})) });
    const link = await screen.findByRole('link', { name: 'Publish…' });
    expect(link.getAttribute('href')).toBe(`${path}/changes`);
  });

  it('is offered while only a correction can appear, and says so', async () => {
    const blockers = [{ reason: 'translated', segmentId: 'segment00008', ordinal: 7, excerpt: 'After' }] as const;
    const lines = withEdition({ publications: published, live: 2, blockers: [...blockers], correctable: 2 });
    await mount(path, { server: fakeServer(lines) });
    expect(await screen.findByText(/^2 approved corrections can appear now/u)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Publish…' })).toBeTruthy();
  });

  it('is not offered when readers have exactly this already', async () => {
    await mount(path, { server: fakeServer(withEdition({ publications: published, live: 2 })) });
    await screen.findByText('Readers see exactly this already.');
    expect(screen.getByRole('button', { name: 'Publish…' })).toHaveProperty('disabled', true);
  });
});

describe('what readers have seen', () => {
  it('is told with the note that they got, in its own direction, and leads to what changed', async () => {
    const noted = [published[0], { ...published[1], note: 'תוקן שם הנחל.' }].flatMap((one) => one ?? []) as never;
    await mount(path, { server: fakeServer(withEdition({ publications: noted, live: 2 })) });
    const note = await screen.findByText('תוקן שם הנחל.');
    expect([note.lang, note.dir]).toEqual(['he', 'rtl']);
    const link = screen.getByRole('link', { name: /What changed.*Publication 2/u });
    expect(link.getAttribute('href')).toBe(`${path}/changes?from=1&to=2`);
  });

  it('can be shown to them again, beginning with what that would change', async () => {
    await mount(path, { server: fakeServer(withEdition({ publications: published, live: 2 })) });
    const link = await screen.findByRole('link', { name: /Show again.*Publication 1/u });
    expect(link.getAttribute('href')).toBe(`${path}/changes?from=2&to=1`);
  });

  it('can be withdrawn, and says what readers and hosts get then', async () => {
    const line = `POST ${base}/withdraw` as const;
    const server = fakeServer(withEdition({ publications: published, live: 2 }, { [line]: () => editionView({}) }));
    await mount(path, { server });
    await userEvent.click(await screen.findByRole('button', { name: 'Withdraw from publication' }));
    const dialog = await screen.findByRole('alertdialog');
    expect(within(dialog).getByText(/410/u)).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Withdraw from publication' }));
    await screen.findByText('The edition is withdrawn.');
  });

  it('is withdrawn once, also when the first answer was lost', async () => {
    const line = `POST ${base}/withdraw` as const;
    const lost = (): never => {
      throw new TypeError('Failed to fetch');
    };
    const server = fakeServer(withEdition({ publications: published, live: 2 }, { [line]: lost }));
    await mount(path, { server });
    await userEvent.click(await screen.findByRole('button', { name: 'Withdraw from publication' }));
    const dialog = await screen.findByRole('alertdialog');
    const verb = within(dialog).getByRole('button', { name: 'Withdraw from publication' });
    await userEvent.click(verb);
    await within(dialog).findByRole('alert');
    await userEvent.click(verb);
    await waitFor(() => expect(server.bodies(line)).toHaveLength(2));
    const [first, second] = server.bodies(line);
    expect(second?.decisionId).toBe(first?.decisionId);
  });

  it('may be behind its original: the page says so and leads to the segments', async () => {
    const lines = withEdition({ publications: published, live: 2, behindSince: '2026-11-19T10:00:00.000Z' });
    await mount(path, { server: fakeServer(lines) });
    const link = await screen.findByRole('link', { name: 'See what changed' });
    expect(link.getAttribute('href')).toBe('/documents/reading-room/review/he?is=outdated');
  });
});

describe('a plan', () => {
  const planId = '0b1d7a52-5f0c-4a56-9d5c-1a2b3c4d5e6f';
  const plan = { planId, locales: ['he', 'ar'], by: 'noa', madeAt: '2026-11-20T10:00:00.000Z' } as const;
  const planView = { ...plan, locales: [...plan.locales], waiting: [{ locale: 'ar' as const, blockers: 3 }] };

  it('is made for several languages and a time by the clock here', async () => {
    const line = 'POST /api/documents/:documentId/plans';
    const server = fakeServer(withEdition({}, { [line]: () => ({ plans: [planView] }) }));
    await mount(path, { server });
    await userEvent.click(await screen.findByRole('button', { name: 'Plan…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Publish by itself' });
    await userEvent.click(within(dialog).getByText('Arabic'));
    await userEvent.click(within(dialog).getByText('Not before…'));
    await userEvent.fill(within(dialog).getByLabelText('Day'), '2031-05-06');
    await userEvent.fill(within(dialog).getByLabelText('Time'), '07:08');
    expect(dialog.textContent).toContain(Intl.DateTimeFormat().resolvedOptions().timeZone);
    expect(dialog.textContent).toContain('Still open: ⁨Hebrew⁩');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Plan publication' }));
    await screen.findByText('The publication is planned.');
    expect(server.bodies(line)[0]).toMatchObject({
      locales: ['he', 'ar'],
      notBefore: new Date(2031, 4, 6, 7, 8).toISOString(),
    });
  });

  it('says of an edition that only a check keeps back that it is open, of the source too', async () => {
    const blockers = [{ reason: 'check' as const, checks: ['numbers'], segmentId: 'segment00001', ordinal: 0 }];
    const sourceHas = { [`GET ${base}` as const]: () => editionView({ locale: 'en', isSource: true, blockers }) };
    await mount('/documents/reading-room/editions/en', { server: fakeServer({ ...everything, ...sourceHas }) });
    await userEvent.click(await screen.findByRole('button', { name: 'Plan…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Publish by itself' });
    expect(await within(dialog).findByRole('checkbox', { name: /^English.*1.* open/u })).toBeTruthy();
    expect(dialog.textContent).toContain('Still open: ⁨English⁩');
  });

  it('stands on the page with what it waits for, holds the edition, and can be cancelled', async () => {
    const line = 'DELETE /api/documents/:documentId/plans/:planId';
    const server = fakeServer(withEdition({ plan: planView }, { [line]: () => ({ plans: [] }) }));
    await mount(path, { server });
    expect(await screen.findByText(/Arabic.* \(.*3.* open\)/u)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Publish…' })).toHaveProperty('disabled', true);
    await userEvent.click(screen.getByRole('button', { name: /Cancel plan/u }));
    await screen.findByText('The plan is cancelled.');
    expect(server.calls.find((call) => call.line === line)?.params['planId']).toBe(planId);
  });
});

describe('what stands around the text', () => {
  const line = `PUT ${base}/details` as const;
  const open = async (more: Lines = {}): Promise<ReturnType<typeof fakeServer>> => {
    const server = fakeServer(withEdition({ details: { translators: ['נועה לוי'] } }, more));
    await mount(path, { server });
    await screen.findByLabelText(/^Translators/u);
    return server;
  };

  it('is saved on a press, names a line each', async () => {
    const server = await open({ [line]: () => editionView({ details: { translators: ['נועה לוי', 'سامي حداد'] } }) });
    expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
    await userEvent.fill(screen.getByLabelText(/^Translators/u), 'נועה לוי\n  سامي حداد \n');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText(/^Saved\./u);
    expect(server.bodies(line)[0]?.details).toEqual({ translators: ['נועה לוי', 'سامي حداد'] });
  });

  it('is typed on while it is being saved, and what came after is kept', async () => {
    const saving = Promise.withResolvers<void>();
    const saved = editionView({ details: { translators: ['נועה לוי'], description: 'על' } });
    await open({ [line]: () => saving.promise.then(() => saved) });
    await userEvent.fill(screen.getByLabelText(/^Description/u), 'על');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await userEvent.fill(screen.getByLabelText(/^Description/u), 'על הספרייה');
    saving.resolve();
    await screen.findByText(/^Saved\./u);
    expect(screen.getByLabelText(/^Description/u)).toHaveProperty('value', 'על הספרייה');
  });

  it('shows what somebody else has saved of the same beside one’s own, and takes over the rest', async () => {
    const theirs = { translators: ['سامي حداد'], description: 'עליהם' };
    const server = await open({
      [line]: ({ body }) => {
        if (body.replaces?.description === 'עליהם') return editionView({ details: body.details as {} });
        server.lines[`GET ${base}` as const] = () => editionView({ details: theirs });
        throw refusal('edition.stale');
      },
    });
    await userEvent.fill(screen.getByLabelText(/^Description/u), 'עלי');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect((await screen.findByText('עליהם')).lang).toBe('he');
    expect(screen.getAllByRole('button', { name: /^Take theirs/u })).toHaveLength(1);
    expect(screen.getByLabelText(/^Translators/u)).toHaveProperty('value', 'سامي حداد');
    expect(screen.getByLabelText(/^Description/u)).toHaveProperty('value', 'עלי');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText(/^Saved\./u);
    expect(server.bodies(line)[1]?.details).toEqual({ translators: ['سامي حداد'], description: 'עלי' });
  });

  it('is kept where it was typed while it is not saved, and can be given up', async () => {
    await open({
      [line]: () => {
        throw refusal('store.full', 507);
      },
    });
    await userEvent.fill(screen.getByLabelText(/^Description/u), 'על הספרייה');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    await open();
    expect(screen.getByLabelText(/^Description/u)).toHaveProperty('value', 'על הספרייה');
    await userEvent.click(screen.getByRole('button', { name: 'Discard changes' }));
    expect(screen.getByLabelText(/^Description/u)).toHaveProperty('value', '');
  });
});

describe('the preview', () => {
  it('stands in a frame that may run nothing and knows nothing of the desk', async () => {
    await mount(path, { server: fakeServer(everything) });
    const frame = await screen.findByTitle('Preview');
    expect(frame.getAttribute('sandbox')).toBe('allow-same-origin');
    expect(frame.getAttribute('referrerpolicy')).toBe('no-referrer');
  });

  it('has an address of the desk that can be handed on', async () => {
    const written: string[] = [];
    vi.stubGlobal('navigator', {
      languages: ['en'],
      clipboard: { writeText: async (text: string) => void written.push(text) },
    });
    await mount(path, { server: fakeServer(everything) });
    await userEvent.click(await screen.findByRole('button', { name: 'Copy link' }));
    await screen.findByText(/^The link is copied/u);
    expect(written).toEqual([`${location.origin}/documents/reading-room/preview/he`]);
    vi.unstubAllGlobals();
  });
});
