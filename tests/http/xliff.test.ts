/** XLIFF over HTTP: out as a file, looked at before it comes back in, and nothing half taken of a file that is bad. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../server/contract/problem.ts';
import { badFiles, bytesOf, isHere, skipped } from '../support/bad-input.ts';
import { editedDecision, importedDecision, someTexts } from '../support/builders.ts';
import { aDesk, localToken, type Desk } from '../support/desk.ts';

let desk: Desk;
let documentId: string;
beforeEach(async () => {
  desk = await aDesk();
  const imported = importedDecision();
  documentId = imported.documentId;
  for (const decision of [imported, editedDecision({ segment: 1, text: someTexts[1] })]) {
    await desk.world.store.commit({ stream: documentId, decisions: [decision] });
  }
});
afterEach(() => desk.close());

const headers = { authorization: `Bearer ${localToken}` };

const exported = async () => desk.inject({ url: `/api/documents/${documentId}/export/he?format=xliff`, headers });

const bring = async (bytes: string | Uint8Array, more: { approve?: boolean; isTrial?: boolean } = {}) =>
  desk.call('POST /api/documents/:documentId/targets/:locale/import', {
    params: { documentId, locale: 'he' },
    body: { input: { file: 'back.xlf', base64: Buffer.from(bytes).toString('base64') }, ...more },
  });

const texts = async () => {
  const { reply } = await desk.call('GET /api/documents/:documentId/segments', {
    params: { documentId },
    query: { locale: 'he' },
  });
  return reply.rows.map(({ target }) => [target?.text, target?.state]);
};

it('hands a translation out as a file of its own type', async () => {
  const { headers: answered, payload } = await exported();
  expect(answered).toMatchObject({
    'content-type': 'application/xliff+xml; charset=utf-8',
    'content-disposition': expect.stringMatching(/\.he\.xlf$/u),
  });
  expect(payload).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<xliff /u);
});

it('says what a file would do, does it once, and approves only where that is asked for', async () => {
  const before = await texts();
  const file = (await exported()).payload.replace('הדו״ח', 'הדין וחשבון').replace('state="reviewed"', 'state="final"');
  const report = { changed: 1, unchanged: 2, approved: 0, refused: [] };
  const old = before[1]?.[0] ?? '';
  const after = old.replace('הדו״ח', 'הדין וחשבון');
  const preview = {
    ...report,
    isForeign: false,
    changes: [{ ordinal: 1, before: old, after, codes: expect.anything() }],
  };
  expect((await bring(file, { isTrial: true })).reply).toEqual(preview);
  expect((await bring(file, { isTrial: true, approve: true })).reply).toEqual({ ...preview, approved: 1 });
  expect(await texts()).toEqual(before);
  expect((await bring(file)).reply).toEqual(report);
  expect((await texts())[1]).toEqual(['קראו את <1>הדין וחשבון</1> של הכפר.', 'reviewed']);
  expect((await bring(file, { approve: true })).reply).toEqual({ ...report, changed: 0, unchanged: 3, approved: 1 });
  expect((await bring(file, { approve: true })).reply).toEqual({ ...report, changed: 0, unchanged: 3 });
});

it('names what was refused, and takes the rest', async () => {
  const file = (await exported()).payload
    .replace(/(segment-0001.*?<target>).*?<\/target>/u, '$1<ph id="9"/></target>')
    .replace('office.</source>', 'office.</source><target>סוף</target>');
  expect((await bring(file)).reply).toEqual({
    changed: 1,
    unchanged: 1,
    approved: 0,
    refused: [{ unit: 'segment-0001', ordinal: 1, code: 'content.code-unknown', params: { number: '9' } }],
  });
});

it('says where a file breaks the standard, and how', async () => {
  const file = (await exported()).payload.replace('state="reviewed"', 'state="done"');
  const { status, text } = await bring(file);
  const problem = JSON.parse(text) as Problem;
  expect([status, problem]).toMatchObject([422, { code: 'import.xliff', params: { line: 2 } }]);
  expect(problem).toHaveProperty('params.reason', expect.stringContaining('state in segment is not one of initial'));
});

describe(`hostile files${skipped}`, () => {
  const files = badFiles('xml').filter(({ file }) => file.endsWith('.xlf'));

  it.skipIf(!isHere).each(files)('$file changes nothing', async ({ file, expect: wanted }) => {
    const before = await texts();
    const { status, text } = await bring(bytesOf(file));
    expect(status).toBe(422);
    if (wanted.startsWith('reject')) expect((JSON.parse(text) as Problem).code).toMatch(/^import\.(?!other)/u);
    expect(await texts()).toEqual(before);
  });
});
