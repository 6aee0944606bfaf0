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
          locale: 'he',
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

describe('a text that stands in no document', () => {
  const [title, text] = ['The school in Umm al-Khair', 'Read <1>the report</1> of the village.'];
  const [before, after] = [title, 'He walked (הָלַךְ) to the “party” office.'];
  const ask = async (body: Readonly<Record<string, string>>) =>
    (await desk.call('POST /api/memory/matches', { body: { text, from: 'en', to: 'he', ...body } })).reply;
  const best = async (body: Readonly<Record<string, string>>) => (await ask(body)).suggestions[0];

  it('is given what is known of it to the letter, with its codes and where it comes from', async () => {
    expect(await best({})).toMatchObject({ target: someTexts[1], score: 100, penalties: [], origin: { ordinal: 1 } });
  });

  it('is in its place between the same neighbours only', async () => {
    expect(await best({ before, after })).toMatchObject({ score: 101 });
    expect(await best({ before })).toMatchObject({ score: 100 });
  });

  it('is given what is nearly the same, with what a reader would mind', async () => {
    expect(await best({ text: text.replace('the village', 'no village') })).toMatchObject({
      score: 83,
      guards: ['negation'],
    });
  });

  it('is asked by its sentences too, and must be some text', async () => {
    const { sentences } = await ask({ text: `${title}. Nothing of this was said before by anybody.` });
    expect(sentences).toMatchObject([{ sentence: `${title}.`, target: expect.any(String) }]);
    expect(await ask({ text: '' })).toMatchObject({ code: 'request.invalid' });
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
    const query = { query: 'report', from: 'he', to: 'en' } as const;
    expect((await desk.call('GET /api/memory', { query })).reply.hits[0]?.origin?.locale).toBe('he');
    expect((await search('no such words')).hits).toEqual([]);
  });

  it('wants something to look for', async () => {
    expect((await desk.call('GET /api/memory', { query: { query: '', from: 'en', to: 'he' } })).status).toBe(400);
  });
});
