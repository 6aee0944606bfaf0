/** The page of what checks find: what weighs most first, dismissing and taking up again, mending a whole text at once. */
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { EditionFindings } from '../../server/contract/checks-api.ts';
import { policyFor } from '../../server/domain/policy.ts';
import { fakeServer, refusal } from './fake-server.ts';
import { mount } from './mount.tsx';
import { editionFindings, everything } from './samples.ts';

const line = '/api/documents/:documentId/checks/:locale';
const standings = { policy: policyFor('he'), dismissals: [] };

async function open(findings: EditionFindings = editionFindings, path = 'he') {
  const server = fakeServer({
    ...everything,
    [`GET ${line}`]: () => findings,
    [`POST ${line}/dismiss`]: () => standings,
    [`POST ${line}/reinstate`]: () => standings,
    'POST /api/documents/:documentId/targets/:locale/edit': ({ body }) => ({ edited: body.edits.length, refused: [] }),
  });
  const router = await mount(`/documents/reading-room/checks/${path}`, { server });
  await screen.findByRole('heading', { level: 1 });
  return { server, router };
}

describe('the checks page', () => {
  it('lists what weighs most first, each finding with its words and the way to the desk', async () => {
    await open();
    const headings = await screen.findAllByRole('heading', { level: 2 });
    expect(headings.map(({ textContent }) => textContent)).toEqual(['Errors', 'Style', 'Dismissed']);
    expect(screen.getByText('12', { exact: false, selector: 'output' }).textContent).toContain('1 error');
    const link = screen.getAllByRole('link', { name: 'Open segment 2 in the desk' })[0];
    expect(link?.getAttribute('href')).toBe('/documents/reading-room/review/he?segment=1');
    expect(document.querySelector('.finding-excerpt mark')?.textContent).toBe('؟');
  });

  it('shows one check alone, and keeps the choice in the address', async () => {
    const { router } = await open();
    await userEvent.selectOptions(await screen.findByLabelText('Check'), 'he.gershayim-style');
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Errors' })).toBeNull());
    expect(router.state.location.search).toBe('?check=he.gershayim-style');
  });

  it('dismisses an error with a reason only, and takes it back from the note', async () => {
    const { server } = await open();
    const [dismiss] = await screen.findAllByRole('button', { name: /^Dismiss in segment/u });
    await userEvent.click(dismiss ?? expect.fail('nothing can be dismissed'));
    const verb = await screen.findByText('Dismiss', { selector: '.dialog-actions button' });
    expect(verb.hasAttribute('disabled')).toBe(true);
    await userEvent.fill(screen.getByLabelText('Why is it right as it stands?'), ' A quotation ');
    await userEvent.click(verb);
    const undo = await screen.findByRole('button', { name: 'Undo' });
    const named = { segmentId: 'segment00001', check: 'he.arabic-punct', marked: '؟' };
    expect(server.bodies(`POST ${line}/dismiss`)).toMatchObject([{ ...named, reason: 'A quotation' }]);
    await userEvent.click(undo);
    await waitFor(() => expect(server.bodies(`POST ${line}/reinstate`)).toMatchObject([named]));
  });

  it('says why a dismissal was refused, and keeps what was written', async () => {
    const { server } = await open();
    server.lines[`POST ${line}/dismiss`] = () => {
      throw refusal('check.reason-missing', 422);
    };
    const [dismiss] = await screen.findAllByRole('button', { name: /^Dismiss in segment/u });
    await userEvent.click(dismiss ?? expect.fail('nothing can be dismissed'));
    await userEvent.fill(screen.getByLabelText('Why is it right as it stands?'), 'A quotation');
    await userEvent.click(screen.getByText('Dismiss', { selector: '.dialog-actions button' }));
    await screen.findByText('An error can be dismissed only with a reason.');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Why is it right as it stands?').value).toBe('A quotation');
  });

  it('takes up again what was dismissed', async () => {
    const { server } = await open();
    await userEvent.click(await screen.findByRole('button', { name: /^Take up again in segment/u }));
    await waitFor(() =>
      expect(server.bodies(`POST ${line}/reinstate`)).toMatchObject([{ segmentId: 'segment00001', check: 'dup.word' }]),
    );
  });

  it('mends all texts of a matter of style after showing them, and says what becomes of approved ones', async () => {
    const { server } = await open();
    await userEvent.click(await screen.findByRole('button', { name: /^Mend all/u }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('1 of these texts is approved');
    expect(
      within(dialog)
        .getAllByRole('insertion')
        .map(({ textContent }) => textContent),
    ).toEqual(expect.arrayContaining([expect.stringContaining('צה״ל')]));
    await userEvent.click(within(dialog).getByRole('button', { name: /^Mend 2/u }));
    await screen.findByText('2 texts mended');
    const [sent] = server.bodies('POST /api/documents/:documentId/targets/:locale/edit');
    expect(sent?.edits).toMatchObject([
      { segmentId: 'segment00001', baseRevision: 3, text: 'צה״ל לא הגיב؟' },
      { segmentId: 'segment00002', baseRevision: 1, text: 'גם צה״ל' },
    ]);
  });

  it('leaves approved texts as they are on request, and says what was refused', async () => {
    const { server } = await open();
    server.lines['POST /api/documents/:documentId/targets/:locale/edit'] = () => ({
      edited: 0,
      refused: [{ segmentId: 'segment00002', ordinal: 2, code: 'target.stale', params: { revision: 2 } }],
    });
    await userEvent.click(await screen.findByRole('button', { name: /^Mend all/u }));
    await userEvent.click(await screen.findByLabelText('Leave approved texts as they are'));
    await userEvent.click(screen.getByRole('button', { name: /^Mend 1 text/u }));
    await screen.findByText('1 was refused:');
    const [sent] = server.bodies('POST /api/documents/:documentId/targets/:locale/edit');
    expect(sent?.edits.map(({ segmentId }) => segmentId)).toEqual(['segment00002']);
  });

  it('says so where nothing is found, and where there is nothing to check', async () => {
    await open({ ...editionFindings, findings: [], segments: [] });
    expect(await screen.findByRole('heading', { name: 'Nothing is found' })).toBeTruthy();
    await open({ ...editionFindings, findings: [], segments: [], checked: 0 });
    expect(await screen.findByRole('heading', { name: 'There are no texts yet' })).toBeTruthy();
  });
});

describe('house style', () => {
  it('is chosen by how it looks, for each language', async () => {
    const server = fakeServer({
      ...everything,
      'PUT /api/policies/:locale': () => ({ policies: { en: {}, he: {}, ar: {} } }),
    });
    await mount('/settings', { server });
    const group = await screen.findByRole('radiogroup', { name: 'Language' });
    await userEvent.click(within(group).getByText('Arabic').closest('label') ?? group);
    const digits = await screen.findByRole('radiogroup', { name: 'Digits' });
    expect(within(digits).getByRole<HTMLInputElement>('radio', { name: '١٢٣' }).checked).toBe(true);
    await userEvent.click(within(digits).getByText('123'));
    await waitFor(() => expect(server.bodies('PUT /api/policies/:locale')).toMatchObject([{ changes: {} }]));
  });

  it('can differ in an edition, and follow the house again', async () => {
    const server = fakeServer({
      ...everything,
      'PUT /api/documents/:documentId/policies/:locale': ({ body }) => ({
        policy: policyFor('he'),
        site: {},
        changes: body.changes,
      }),
    });
    await mount('/documents/reading-room/editions/he', { server });
    await userEvent.click(await screen.findByRole('heading', { name: 'House style' }));
    const maqaf = await screen.findByRole('radiogroup', { name: 'Hyphen between words' });
    expect(within(maqaf).getByRole<HTMLInputElement>('radio', { name: /^As the house/u }).checked).toBe(true);
    await userEvent.click(within(maqaf).getByText('בית-ספר', { exact: true }));
    await waitFor(() =>
      expect(server.bodies('PUT /api/documents/:documentId/policies/:locale')).toMatchObject([
        { changes: { maqaf: 'hyphen' } },
      ]),
    );
  });

  it('keeps a choice that is still on its way when the next one is made', async () => {
    const way = Promise.withResolvers<void>();
    const line = 'PUT /api/documents/:documentId/policies/:locale';
    const server = fakeServer({
      ...everything,
      [line]: async ({ body }) => {
        await way.promise;
        return { policy: policyFor('he'), site: {}, changes: body.changes };
      },
    });
    await mount('/documents/reading-room/editions/he', { server });
    await userEvent.click(await screen.findByRole('heading', { name: 'House style' }));
    const choices = async (name: string) => within(await screen.findByRole('radiogroup', { name }));
    await userEvent.click((await choices('Hyphen between words')).getByText('בית-ספר', { exact: true }));
    await waitFor(() => expect(server.bodies(line)).toHaveLength(1));
    await userEvent.click(
      (await choices('Quotation marks')).getAllByRole('radio').at(-1)?.closest('label') ?? document.body,
    );
    await waitFor(() => expect(server.bodies(line)).toHaveLength(2));
    expect(server.bodies(line).map(({ changes }) => Object.keys(changes))).toEqual([['maqaf'], ['maqaf', 'quotes']]);
    way.resolve();
  });
});
