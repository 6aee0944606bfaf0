/** The termbase over HTTP: terms added, changed as they were seen, removed; nobody's edit silently over another's. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TermBody, Wording } from '../../server/domain/terms/term.ts';
import { aDesk, type Desk } from '../support/desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await aDesk();
});
afterEach(() => desk.close());

const word = (preferred: string, more: Partial<Wording> = {}): Wording => ({
  preferred,
  forms: [],
  forbidden: [],
  matching: 'inflect',
  ...more,
});
const government: TermBody = { kind: 'term', words: { en: word('government'), he: word('ממשלה'), ar: word('حكومة') } };

const add = (term: TermBody, decisionId: string = randomUUID()) =>
  desk.call('POST /api/terms', { body: { decisionId, term } });
const list = async () => (await desk.call('GET /api/terms')).reply.terms;

describe('a term', () => {
  it('is added once, however often the request is sent', async () => {
    const id = randomUUID();
    const { reply } = await add(government, id);
    expect(reply).toMatchObject({ ...government, revision: 1, by: 'operator' });
    expect((await add(government, id)).reply).toEqual(reply);
    expect(await list()).toEqual([reply]);
    expect((await add({ ...government, note: 'another' }, id)).reply).toMatchObject({ code: 'decision.reused' });
  });

  it('is kept tidy', async () => {
    const he = word('  ראש   הממשלה ', { forms: ['רה״מ', ' רה״מ', ''], forbidden: [' '] });
    const { reply } = await add({ kind: 'person', words: { he, ar: word(' ') }, note: ' \n' });
    expect(reply.words).toEqual({ he: word('ראש הממשלה', { forms: ['רה״מ'] }) });
    expect(reply).not.toHaveProperty('note');
  });

  it.each<[string, TermBody]>([
    ['without a word', { kind: 'term', words: {} }],
    ['of blanks', { kind: 'term', words: { he: word(' '), en: word('') } }],
  ])('%s is refused', async (_, term) => {
    expect((await add(term)).reply).toMatchObject({ code: 'term.invalid' });
    expect(await list()).toEqual([]);
  });

  it('is changed and removed only as it was seen', async () => {
    const { id: termId } = (await add(government)).reply;
    const params = { termId };
    const change = (note: string, baseRevision: number) =>
      desk.call('PUT /api/terms/:termId', {
        params,
        body: { decisionId: randomUUID(), baseRevision, term: { ...government, note } },
      });
    expect((await change('mine', 1)).reply).toMatchObject({ note: 'mine', revision: 2 });
    expect((await change('theirs', 1)).reply).toMatchObject({ code: 'term.stale', params: { revision: 2 } });
    const remove = (baseRevision: number) =>
      desk.call('POST /api/terms/:termId/remove', { params, body: { decisionId: randomUUID(), baseRevision } });
    expect((await remove(1)).reply).toMatchObject({ code: 'term.stale' });
    expect((await list())[0]?.note).toBe('mine');
    expect((await remove(2)).reply).toEqual({});
    expect(await list()).toEqual([]);
    expect((await change('again', 2)).reply).toMatchObject({ code: 'term.unknown' });
    expect((await remove(2)).reply).toMatchObject({ code: 'term.unknown' });
  });
});

describe('a file of terms', () => {
  const bring = (
    text: string,
    { isTrial = false, decisionId = randomUUID() }: { isTrial?: boolean; decisionId?: string } = {},
  ) =>
    desk.call('POST /api/terms/import', {
      body: { decisionId, input: { file: 'terms', base64: Buffer.from(text).toString('base64') }, isTrial },
    });
  const exported = async (format: 'csv' | 'tbx') =>
    (await desk.call('GET /api/terms/export', { query: { format } })).text;

  it('is another file under an id that is taken, and refused', async () => {
    const decisionId = randomUUID();
    expect((await bring('en,he\nsea,ים', { decisionId })).reply).toMatchObject({ added: 1 });
    expect((await bring('en,he\nsea,ים', { decisionId })).reply).toMatchObject({ added: 1 });
    expect((await bring('en,he\nwar,מלחמה', { decisionId })).reply).toMatchObject({ code: 'decision.reused' });
  });

  it.each(['csv', 'tbx'] as const)('comes back as it went out: %s', async (format) => {
    const { words } = (await add(government)).reply;
    await add({
      kind: 'place',
      words: { he: word('=אום, "אל"־ח׳יר', { forbidden: ['a|b'] }) },
      note: 'x\ny',
      isKept: true,
    });
    const text = await exported(format);
    expect((await bring(text)).reply).toEqual({
      added: 0,
      changed: 0,
      known: 2,
      alike: { count: 0, examples: [] },
      skipped: [],
    });
    expect((await bring(text.replace('government', 'the government'))).reply).toMatchObject({ changed: 1, known: 1 });
    expect((await list())[0]?.words).toEqual({ ...words, en: { ...words.en, preferred: 'the government' } });
    expect(await list()).toHaveLength(2);
  });

  it('is added once, tried first, and passes over what is not ours with a word about it', async () => {
    const table = 'en,he,fr\nsea,ים,mer\nsea,ים,mer\n';
    expect((await bring(table, { isTrial: true })).reply).toMatchObject({ added: 1, known: 1 });
    expect(await list()).toEqual([]);
    const decisionId = randomUUID();
    const { reply } = await bring(table, { decisionId });
    expect(reply.skipped).toMatchObject([{ name: 'fr' }]);
    expect((await bring(table, { decisionId })).reply).toEqual(reply);
    expect(await list()).toHaveLength(1);
  });

  it('tells which new terms share a word with others, however it is spelled', async () => {
    await add(government);
    const table = 'en,he\nGovernment,שלטון\nsea,ים\n';
    expect((await bring(table, { isTrial: true })).reply.alike).toEqual({ count: 1, examples: ['Government'] });
    expect((await bring(table)).reply).toMatchObject({ added: 2, alike: { count: 1 } });
  });

  it.each<[string, string, string]>([
    ['a table that breaks off', 'en,he\n"sea,ים', 'import.csv'],
    ['a table without a language', 'a,b\n1,2', 'import.csv'],
    ['TBX that is none', '<tbx/>', 'import.tbx'],
    ['a bomb', '<!DOCTYPE a [<!ENTITY b "c">]><tbx/>', 'import.doctype'],
    ['nothing in our languages', 'en,he\n,', 'term.nothing-in-it'],
  ])('is refused whole: %s', async (_, text, code) => {
    expect((await bring(text)).reply).toMatchObject({ code });
    expect(await list()).toEqual([]);
  });
});
