/** The memory's own traffic over HTTP: files in and out, units rewritten and removed, nothing half done. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTmx, unitsIn } from '../../server/formats/tmx.ts';
import { approvalOfAll, importedDecision, someTexts } from '../support/builders.ts';
import { aDesk, localToken, type Desk } from '../support/desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await aDesk();
});
afterEach(() => desk.close());

const tu = (en: string, he: string) =>
  `<tu><tuv xml:lang="en-GB"><seg>${en}</seg></tuv><tuv xml:lang="he"><seg>${he}</seg></tuv></tu>`;
const file = (...units: string[]) =>
  `<?xml version="1.0"?><tmx version="1.4"><header srclang="en"/><body>${units.join('\n')}</body></tmx>`;

const bring = (xml: string, isTrial = false, decisionId: string = randomUUID()) =>
  desk.call('POST /api/memory/import', {
    body: { decisionId, input: { file: 'old.tmx', base64: Buffer.from(xml).toString('base64') }, isTrial },
  });
const list = async (query = {}) => (await desk.call('GET /api/memory/units', { query })).reply;

describe('a file of units', () => {
  it('comes in with a report of what it brought, and is searched at once', async () => {
    const { reply } = await bring(file(tu('school', 'בית ספר'), tu('school', 'בית ספר'), tu('a', ' ')));
    expect(reply).toEqual({ added: 1, known: 1, skipped: 1, examples: [{ line: 3, reason: 'empty' }] });
    const query = { query: 'בבית ספר'.slice(1), from: 'he', to: 'en' } as const;
    expect((await desk.call('GET /api/memory', { query })).reply.hits[0]?.target.text).toBe('school');
  });

  it('brings nothing twice, neither by a retry nor by another file', async () => {
    const id = randomUUID();
    const first = await bring(file(tu('school', 'בית ספר')), false, id);
    expect((await bring(file(tu('school', 'בית ספר')), false, id)).reply).toEqual(first.reply);
    expect((await bring(file(tu('school', 'בית ספר'), tu('war', 'מלחמה')))).reply).toMatchObject({
      added: 1,
      known: 1,
    });
    expect((await list()).total).toBe(2);
  });

  it('is another file under an id that is taken, and refused', async () => {
    const id = randomUUID();
    await bring(file(tu('school', 'בית ספר')), false, id);
    expect((await bring(file(tu('war', 'מלחמה')), false, id)).reply).toMatchObject({ code: 'decision.reused' });
    expect((await list()).total).toBe(1);
  });

  it('is only looked at in a trial', async () => {
    expect((await bring(file(tu('school', 'בית ספר')), true)).reply).toMatchObject({ added: 1 });
    expect((await list()).batches).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['is broken', file(tu('a', 'b')).slice(0, -20), 'import.xml'],
    ['is something else', '<xliff/>', 'import.tmx'],
    ['is broken at its end only', file(tu('a', 'b'), '<tu/>'), 'import.tmx'],
    ['declares entities', `<!DOCTYPE tmx [<!ENTITY a "b">]>${file(tu('a', 'b')).slice(21)}`, 'import.doctype'],
    ['has none of our languages', file('<tu><tuv xml:lang="fr"><seg>a</seg></tuv></tu>'), 'memory.nothing-in-it'],
  ])('that %s is refused whole', async (_, xml, code) => {
    expect((await bring(xml)).reply).toMatchObject({ code });
    expect((await list()).batches).toEqual([]);
  });
});

describe('units from outside', () => {
  const added = async () => {
    await bring(file(tu('school', 'בית ספר'), tu('war', 'מלחמה')));
    const { units } = await list();
    const [first] = units;
    if (first === undefined) throw new Error('nothing was added');
    return first;
  };

  it('come page by page, the newest file first', async () => {
    await added();
    await bring(file(tu('sea', 'ים')));
    const { units, total, batches } = await list({ limit: 2 });
    expect(units.map(({ unit }) => unit.texts.en)).toEqual(['sea', 'school']);
    expect([total, batches.map(({ units }) => units)]).toEqual([3, [1, 2]]);
    expect((await list({ batch: batches[1]?.id, from: 1 })).units.map(({ unit }) => unit.texts.en)).toEqual(['war']);
  });

  it('are found by words of any of their texts, however spelled', async () => {
    await bring(file(tu('school', 'בֵּית סֵפֶר'), tu('war', 'מלחמה')));
    expect((await list({ query: 'בית ספר' })).units.map(({ unit }) => unit.texts.en)).toEqual(['school']);
    expect((await list({ query: 'WAR' })).total).toBe(1);
    expect((await list({ query: 'peace' })).total).toBe(0);
  });

  it('are rewritten by whoever saw what they say', async () => {
    const { batch, index, unit } = await added();
    const change = (en: string) =>
      desk.call('PUT /api/memory/units', {
        body: {
          decisionId: randomUUID(),
          batch,
          index,
          was: { texts: unit.texts },
          unit: { texts: { ...unit.texts, en } },
        },
      });
    expect((await change('a school')).reply).toEqual({});
    expect((await change('the school')).reply).toMatchObject({ code: 'memory.stale' });
    const [mended] = (await list()).units;
    expect(mended?.unit).toMatchObject({ texts: { en: 'a school' }, by: 'operator' });
    expect(Date.parse(mended?.unit.at ?? '')).toBeGreaterThan(Date.parse('2020-01-01'));
    expect(
      (await desk.call('GET /api/memory', { query: { query: 'a school', from: 'en', to: 'he' } })).reply.total,
    ).toBe(1);
  });

  it('are said by whoever rewrites them: no request says who that was, or when', async () => {
    const { batch, index, unit } = await added();
    const answer = await desk.inject({
      method: 'PUT',
      url: '/api/memory/units',
      headers: { authorization: `Bearer ${localToken}` },
      payload: {
        decisionId: randomUUID(),
        batch,
        index,
        was: { texts: unit.texts },
        unit: { texts: { ...unit.texts, en: 'x' }, by: 'somebody else', at: 'yesterday' },
      },
    });
    expect(answer.statusCode).toBe(400);
    expect((await list()).units[0]?.unit).toEqual(unit);
  });

  it('are complete or refused', async () => {
    const { batch, index, unit } = await added();
    const body = {
      decisionId: randomUUID(),
      batch,
      index,
      was: { texts: unit.texts },
      unit: { texts: { en: 'alone' } },
    };
    const { reply } = await desk.call('PUT /api/memory/units', { body });
    expect(reply).toMatchObject({ code: 'memory.incomplete' });
  });

  it('are removed one by one or with their file, and found no more', async () => {
    const { batch, index } = await added();
    const remove = (indexes?: number[]) =>
      desk.call('POST /api/memory/remove', { body: { decisionId: randomUUID(), batch, ...(indexes && { indexes }) } });
    await remove([index]);
    expect((await list()).units.map(({ unit }) => unit.texts.en)).toEqual(['war']);
    expect((await desk.call('GET /api/memory', { query: { query: 'school', from: 'en', to: 'he' } })).reply.total).toBe(
      0,
    );
    await remove();
    expect(await list()).toEqual({ batches: [], units: [], total: 0 });
    expect((await remove()).reply).toMatchObject({ code: 'memory.unknown' });
  });
});

describe('the whole memory', () => {
  it('goes out as TMX: what came from outside and what people approved, in all its languages', async () => {
    const document = importedDecision();
    const decisions = [document, ...approvalOfAll(), ...approvalOfAll('ar')];
    expect(await desk.world.store.commit({ stream: document.documentId, decisions })).toMatchObject({ ok: true });
    await bring(file(tu('sea', 'ים')));
    const answer = await desk.inject({
      method: 'GET',
      url: '/api/memory/export',
      headers: { authorization: `Bearer ${localToken}` },
    });
    expect(answer.headers['content-disposition']).toContain('memory.tmx');
    const read = readTmx(answer.rawPayload);
    const units = read.ok ? unitsIn(read.units).units : [];
    expect(units[0]?.texts).toEqual({ en: 'sea', he: 'ים' });
    expect(units.map(({ texts }) => texts.he)).toContain(someTexts[0]);
    expect(units.filter(({ texts }) => Object.keys(texts).length === 3).length).toBeGreaterThan(0);
  });
});
