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
