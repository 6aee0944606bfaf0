/** Publishing over HTTP: the rows of the contract, what they let in, what they answer, and what the stream tells. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepPlans, type PlanKeeper } from '../../server/app/keep-plans.ts';
import { followSurroundings, type Follower } from '../../server/app/follow-surroundings.ts';
import { editionLimits } from '../../server/domain/edition-details.ts';
import { accepted } from '../../server/domain/errors.ts';
import { aDecisionId, approvalOfAll, approvedDecision, editedDecision, importedDecision } from '../support/builders.ts';
import { aDesk, type Desk } from '../support/desk.ts';

let desk: Desk;
let background: readonly [PlanKeeper, Follower];
let documentId: string;
beforeAll(async () => {
  desk = await aDesk();
  background = [keepPlans(desk.world), followSurroundings(desk.world)];
  const imported = importedDecision({ slug: 'the-school' });
  ({ documentId } = imported);
  await decide(imported, ...approvalOfAll('he'));
});
afterAll(async () => {
  await Promise.all(background.map((one) => one.close()));
  await desk.close();
});

async function decide(...decisions: ReadonlyArray<ReturnType<typeof approvalOfAll>[number]>): Promise<void> {
  for (const decision of decisions) {
    accepted(await desk.world.store.commit({ stream: documentId, decisions: [decision] }));
  }
}

const edition = '/api/documents/:documentId/editions/:locale';
const he = () => ({ documentId, locale: 'he' as const });
const said = () => ({ decisionId: aDecisionId() });

describe('publishing over HTTP', () => {
  it('shows what would change, publishes it with a note, and shows it from then on', async () => {
    const changes = await desk.call(`GET ${edition}/changes`, { params: he(), query: {} });
    expect(changes.reply.rows).toHaveLength(3);
    const body = { ...said(), note: 'ראשון' };
    const published = await desk.call(`POST ${edition}/publish`, { params: he(), body });
    expect(published.reply).toMatchObject({ live: 1, details: {}, correctable: 0, publications: [{ note: 'ראשון' }] });
    const after = await desk.call(`GET ${edition}/changes`, { params: he(), query: {} });
    expect(after.reply).toEqual({ from: 1, rows: [], seen: expect.any(String) });
  });

  it('corrects a paragraph alone', async () => {
    await decide(editedDecision({ text: 'קראו את <1>הדו״ח</1> השני.' }), approvedDecision());
    const { reply } = await desk.call(`GET ${edition}`, { params: he() });
    expect(reply).toMatchObject({ correctable: 1, changedSinceLive: true });
    const changes = await desk.call(`GET ${edition}/changes`, { params: he(), query: {} });
    const segmentIds = changes.reply.rows.filter(({ correctable }) => correctable).map(({ segmentId }) => segmentId);
    const corrected = await desk.call(`POST ${edition}/correct`, { params: he(), body: { ...said(), segmentIds } });
    expect(corrected.reply).toMatchObject({ live: 2, correctable: 0 });
    const compared = await desk.call(`GET ${edition}/changes`, {
      params: he(),
      query: { from: '1', to: '2' },
    });
    expect(compared.reply).toMatchObject({ from: 1, to: 2, rows: [{ segmentId: segmentIds[0] }] });
  });

  it('plans editions, which carry themselves out and tell the stream', async () => {
    const kinds: string[] = [];
    const end = desk.world.store.subscribe((recorded) => kinds.push(...recorded.map(({ decision }) => decision.kind)));
    const planned = await desk.call('POST /api/documents/:documentId/plans', {
      params: { documentId },
      body: { ...said(), locales: ['he', 'ar'] },
    });
    expect(planned.reply).toMatchObject({ plans: [{ waiting: [{ locale: 'ar', blockers: 3 }] }] });
    const held = await desk.call(`GET ${edition}`, { params: he() });
    expect(held.reply).toMatchObject({ plan: { locales: ['he', 'ar'] } });
    expect((await desk.call('GET /api/documents/:documentId', { params: { documentId } })).reply.plans).toHaveLength(1);
    kinds.length = 0;
    await decide(...approvalOfAll('ar'));
    await background[0].idle();
    end();
    expect(kinds.slice(-2)).toEqual(['edition.published', 'edition.plan-ended']);
    expect((await desk.call(`GET ${edition}`, { params: { documentId, locale: 'ar' } })).reply.live).toBe(1);
  });

  it('cancels a plan once', async () => {
    const planned = await desk.call('POST /api/documents/:documentId/plans', {
      params: { documentId },
      body: { ...said(), locales: ['en'], notBefore: '2999-01-01T00:00:00.000Z' },
    });
    const params = { documentId, planId: planned.reply.plans[0]?.planId ?? '' };
    const cancel = () => desk.call('DELETE /api/documents/:documentId/plans/:planId', { params, body: said() });
    expect((await cancel()).reply).toEqual({ plans: [] });
    expect(await cancel()).toMatchObject({ status: 404, reply: { code: 'plan.unknown' } });
  });

  it('sets what stands around: details, tags, an address, the site', async () => {
    const details = { translators: ['נועה לוי'], description: 'בקצרה' };
    const described = await desk.call(`PUT ${edition}/details`, { params: he(), body: { ...said(), details } });
    expect(described.reply).toMatchObject({ details, changedSinceLive: true });
    const site = (await desk.call('GET /api/site')).reply;
    expect(site).toMatchObject({
      revision: 0,
      themes: expect.arrayContaining([expect.objectContaining({ id: 'paper' })]),
    });
    const settings = { ...site.settings, tags: [{ id: 'land', names: { he: 'קרקע' } }] };
    const set = await desk.call('PUT /api/site', { body: { ...said(), revision: 0, settings } });
    expect(set.reply).toMatchObject({ revision: 1, settings });
    expect(await desk.call('PUT /api/site', { body: { ...said(), revision: 0, settings } })).toMatchObject({
      status: 409,
      reply: { code: 'settings.stale' },
    });
    const params = { documentId };
    const tagged = await desk.call('PUT /api/documents/:documentId/tags', {
      params,
      body: { ...said(), tags: ['land'] },
    });
    expect(tagged.reply.tags).toEqual(['land']);
    const body = { ...said(), slug: 'The Village' };
    const renamed = await desk.call('PUT /api/documents/:documentId/slug', { params, body });
    expect(renamed.reply).toMatchObject({ slug: 'the-village', formerSlugs: ['the-school'] });
    await background[1].idle();
  });

  it.each<[string, string, object]>([
    ['POST', 'editions/he/publish', { note: '' }],
    ['POST', 'editions/he/publish', { note: 'x'.repeat(editionLimits.note + 1) }],
    ['POST', 'editions/he/correct', { segmentIds: [] }],
    ['POST', 'editions/he/correct', { segmentIds: ['../..'] }],
    ['PUT', 'tags', { tags: ['한'.repeat(61)] }],
    ['PUT', 'editions/he/details', { details: { by: 'me' } }],
    ['PUT', 'editions/he/details', { details: { description: 'x'.repeat(editionLimits.description + 1) } }],
    ['POST', 'plans', { locales: [] }],
    ['POST', 'plans', { locales: ['fr'] }],
    ['POST', 'plans', { locales: ['he'], notBefore: '2999-01-01' }],
    ['PUT', 'tags', { tags: ['../x'] }],
    ['PUT', 'slug', { slug: '' }],
    ['GET', 'editions/he/changes?from=0', {}],
  ])('%s %s does not take %j', async (method, path, body) => {
    const answer = await desk.inject({
      method,
      url: `/api/documents/${documentId}/${path}`,
      headers: { authorization: 'Bearer local-token-of-a-test' },
      ...(method !== 'GET' && { payload: { ...said(), ...body } }),
    });
    expect(answer.json()).toMatchObject({ status: 400, code: 'request.invalid' });
  });
});
