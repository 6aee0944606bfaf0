/** The memory over HTTP: what it suggests for a segment, and how others have put some words. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvalOfAll, importedDecision, memoryDecision, someTexts } from '../support/builders.ts';
import { aDesk, type Desk } from '../support/desk.ts';

let desk: Desk;
const [approved, fresh] = [importedDecision(), importedDecision()];
const line = 'GET /api/documents/:documentId/segments/:segmentId/targets/:locale/suggestions';
const params = { documentId: fresh.documentId, segmentId: 'segment-0001', locale: 'he' } as const;

beforeAll(async () => {
  desk = await aDesk();
  await desk.world.store.commit({
    stream: approved.documentId,
    decisions: [approved, ...approvalOfAll(), ...approvalOfAll('ar')],
  });
  await desk.world.store.commit({ stream: fresh.documentId, decisions: [fresh] });
  const pairs = [['The school in Umm al-Khair', 'בית הספר של אום אל־ח׳יר']] as const;
  await desk.world.store.commit({ stream: 'site', decisions: [memoryDecision(pairs)] });
});
afterAll(() => desk.close());

describe('suggestions', () => {
  it('are what was approved for the same source, with its document, and with the codes of this segment', async () => {
    expect((await desk.call(line, { params })).reply.suggestions).toEqual([
      {
        source: 'Read the report of the village.',
        target: someTexts[1],
        score: 101,
        penalties: [],
        guards: [],
        origin: {
          documentId: approved.documentId,
          title: 'The school in Umm al-Khair',
          ordinal: 1,
          at: expect.any(String) as string,
          by: 'dana',
        },
      },
    ]);
  });

  it('are several where there are several, pairs from outside among them', async () => {
    const { suggestions } = (await desk.call(line, { params: { ...params, segmentId: 'segment-0000' } })).reply;
    expect(suggestions.map(({ target, origin }) => [target, origin?.by])).toEqual([
      [someTexts[0], 'dana'],
      ['בית הספר של אום אל־ח׳יר', undefined],
    ]);
  });

  it('are nothing for what stands there already, and refused for what is not there', async () => {
    const own = { ...params, documentId: approved.documentId, segmentId: 'segment-0002' };
    expect((await desk.call(line, { params: own })).reply.suggestions).toEqual([]);
    expect((await desk.call(line, { params: { ...params, locale: 'en' } })).reply).toMatchObject({
      code: 'locale.unknown',
    });
  });
});

describe('concordance', () => {
  const search = async (query: string, to = 'he') =>
    (await desk.call('GET /api/memory', { query: { query, from: 'en', to } })).reply;

  it('finds the words on either side, however they are spelled, in the pair of languages that is asked for', async () => {
    const byTarget = await search('הלך');
    expect(byTarget.total).toBe(1);
    expect(byTarget.hits[0]?.target.text).toBe(someTexts[2]);
    expect((await search('REPORT')).hits[0]).toMatchObject({ source: { hits: [[9, 15]] }, origin: { ordinal: 1 } });
    expect((await search('report', 'ar')).total).toBe(1);
    expect((await search('no such words')).hits).toEqual([]);
  });

  it('wants something to look for', async () => {
    expect((await desk.call('GET /api/memory', { query: { query: '', from: 'en', to: 'he' } })).status).toBe(400);
  });
});
