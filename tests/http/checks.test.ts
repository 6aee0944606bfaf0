/** Checks over HTTP: what is found in an edition, dismissing it, and what a house has chosen. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Locale } from '../../server/domain/locale.ts';
import { defaultPolicies } from '../../server/domain/policy.ts';
import { aSegment, aSource, editedDecision, importedDecision } from '../support/builders.ts';
import { aDesk, type Desk } from '../support/desk.ts';
import { asked } from '../support/some-checks.ts';

vi.mock('../../server/domain/checks/checks.ts', async () => ({
  checks: (await import('../support/some-checks.ts')).someChecks,
}));

const line = '/api/documents/:documentId/checks/:locale';
const segments = Array.from({ length: 20 }, (_, n) => aSegment({ text: n === 3 ? 'The ✗ word' : `Sentence ${n}` }));
const idOf = (ordinal: number) => segments[ordinal]?.id ?? '';
let desk: Desk;
let documentId: string;

beforeAll(async () => {
  desk = await aDesk();
});
afterAll(() => desk.close());

beforeEach(async () => {
  const imported = importedDecision({ source: aSource({ segments }) });
  documentId = imported.documentId;
  await desk.world.store.commit({ stream: documentId, decisions: [imported] });
});

/** Writes texts, by ordinal; the others stay untranslated. */
async function write(texts: Readonly<Record<number, string>>): Promise<void> {
  const decisions = Object.entries(texts).map(([n, text]) => editedDecision({ segment: segments[Number(n)]!, text }));
  expect(await desk.world.store.commit({ stream: documentId, decisions })).toMatchObject({ ok: true });
}

async function findings(locale: Locale = 'he') {
  return (await desk.call(`GET ${line}`, { params: { documentId, locale } })).reply;
}

function dismiss(finding: { segmentId?: string; check: string; marked: string; reason?: string }, decisionId?: string) {
  const body = { decisionId: decisionId ?? crypto.randomUUID(), ...finding };
  return desk.call(`POST ${line}/dismiss`, { params: { documentId, locale: 'he' }, body });
}

describe('the findings of an edition', () => {
  it('say what is found where, how badly and what would mend it, and which texts they are in', async () => {
    await write({ 1: 'כן ✗ ○', 4: 'הכול בסדר', 5: '●' });
    const found = await findings();
    expect(found.checked).toBe(3);
    expect(found.policy).toEqual(defaultPolicies.he);
    expect(found.findings).toEqual([
      { segmentId: idOf(1), ordinal: 1, check: 'some.error', severity: 'error', spans: [[3, 4]], marked: '✗' },
      {
        segmentId: idOf(1),
        ordinal: 1,
        check: 'some.style',
        severity: 'style',
        spans: [[5, 6]],
        fix: [{ span: [5, 6], text: '◎' }],
        marked: '○',
      },
      { segmentId: idOf(5), ordinal: 5, check: 'some.warning', severity: 'warning', spans: [[0, 1]], marked: '●' },
    ]);
    expect(found.segments).toMatchObject([
      { ordinal: 1, text: 'כן ✗ ○', source: 'Sentence 1', state: 'reviewed', revision: 1 },
      { ordinal: 5 },
    ]);
  });

  it('are counted by how much they weigh, those apart that are dismissed', async () => {
    await write({ 1: 'כן ✗ ○', 5: '● ●' });
    await dismiss({ segmentId: idOf(5), check: 'some.warning', marked: '●' });
    const counts = await desk.call(`GET ${line}/counts`, { params: { documentId, locale: 'he' } });
    expect(counts.reply).toEqual({ error: 1, warning: 0, info: 0, style: 1, dismissed: 2 });
  });

  it('of the source are what its own language’s checks of one side find in it', async () => {
    const found = await findings('en');
    expect(found.findings).toMatchObject([{ check: 'some.error', ordinal: 3, marked: '✗' }]);
    expect(found.segments).toEqual([{ segmentId: idOf(3), ordinal: 3, codes: {}, text: 'The ✗ word' }]);
    expect(found.checked).toBe(20);
  });

  it('are looked for again only in what has changed', async () => {
    await write({ 1: 'כן', 2: 'לא' });
    await findings();
    asked.error = 0;
    await write({ 2: 'אולי' });
    await findings();
    expect(asked.error).toBe(1);
  });

  it('are one row where a check fires all over the text, unless they are errors', async () => {
    await write(Object.fromEntries(segments.map((_, n) => [n, n < 7 ? '● ✗' : 'בסדר'])));
    const { findings: found } = await findings();
    const warnings = found.filter(({ check }) => check === 'some.warning');
    expect(warnings.map(({ isCollapsed }) => isCollapsed)).toEqual(Array(7).fill(true));
    expect(found.filter(({ severity, isCollapsed }) => severity === 'error' && isCollapsed)).toEqual([]);
    await write({ 6: 'בסדר', 5: 'בסדר' });
    expect((await findings()).findings.some(({ isCollapsed }) => isCollapsed)).toBe(false);
  });

  it('are refused for a language that the document has no edition in', async () => {
    const { documentId: hebrew, ...rest } = importedDecision({ to: ['he'] });
    await desk.world.store.commit({ stream: hebrew, decisions: [{ ...rest, documentId: hebrew }] });
    const answer = await desk.call(`GET ${line}`, { params: { documentId: hebrew, locale: 'ar' } });
    expect(answer).toMatchObject({ status: 404, reply: { code: 'locale.unknown' } });
  });
});

describe('dismissing', () => {
  const error = { check: 'some.error', marked: '✗' };

  beforeEach(() => write({ 1: '✗', 2: '●' }));

  it('says who, when and why, until the text changes', async () => {
    const answer = await dismiss({ segmentId: idOf(1), ...error, reason: 'A quotation' });
    expect(answer.reply).toMatchObject({
      policy: defaultPolicies.he,
      dismissals: [{ segmentId: idOf(1), ...error, reason: 'A quotation', by: 'operator' }],
    });
    const [first] = (await findings()).findings;
    expect(first?.dismissed).toMatchObject({ reason: 'A quotation', by: 'operator', how: 'segment' });
    await write({ 1: 'אחר ✗ ✗' });
    expect((await findings()).findings.map(({ dismissed }) => dismissed?.how)).toEqual([
      'segment',
      'segment',
      undefined,
    ]);
    await write({ 1: 'אחר' });
    expect((await findings()).findings.map(({ check }) => check)).toEqual(['some.warning']);
  });

  it('is done once, however often it is sent, and taken back', async () => {
    const decisionId = crypto.randomUUID();
    const finding = { segmentId: idOf(1), ...error, reason: 'A quotation' };
    await dismiss(finding, decisionId);
    expect((await dismiss(finding, decisionId)).reply.dismissals).toHaveLength(1);
    const params = { documentId, locale: 'he' } as const;
    const taking = (id: string) =>
      desk.call(`POST ${line}/reinstate`, { params, body: { decisionId: id, segmentId: idOf(1), ...error } });
    expect((await taking(crypto.randomUUID())).reply).toMatchObject({ dismissals: [] });
    expect(await taking(crypto.randomUUID())).toMatchObject({ status: 409, reply: { code: 'check.not-dismissed' } });
    expect((await desk.call(`GET ${line}/dismissals`, { params })).reply.dismissals).toEqual([]);
  });

  it('of an error wants a reason, of a warning none, and may then concern the whole edition', async () => {
    expect(await dismiss({ segmentId: idOf(1), ...error })).toMatchObject({
      status: 422,
      reply: { code: 'check.reason-missing' },
    });
    expect((await dismiss({ check: 'some.warning', marked: '●' })).status).toBe(200);
    const { findings: found } = await findings();
    expect(found.map(({ dismissed }) => dismissed?.how)).toEqual([undefined, 'edition']);
  });

  it('by an approval with a reason shows as that', async () => {
    const target = { documentId, segmentId: idOf(1), locale: 'he' } as const;
    const approve = (dismissal: { dismiss?: string }) =>
      desk.call('POST /api/documents/:documentId/segments/:segmentId/targets/:locale/approve', {
        params: target,
        body: { decisionId: crypto.randomUUID(), baseRevision: 1, ...dismissal },
      });
    expect(await approve({})).toMatchObject({ status: 409, reply: { code: 'check.open' } });
    expect((await approve({ dismiss: 'A quotation' })).reply).toMatchObject({
      state: 'approved',
      dismissed: 'A quotation',
    });
    const [first] = (await findings()).findings;
    expect(first?.dismissed).toMatchObject({ reason: 'A quotation', how: 'approval' });
  });

  it('is told to everybody who listens', async () => {
    const told: string[] = [];
    const end = desk.world.store.subscribe((recorded) => told.push(...recorded.map(({ decision }) => decision.kind)));
    await dismiss({ segmentId: idOf(2), check: 'some.warning', marked: '●' });
    end();
    expect(told).toEqual(['check.dismissed']);
  });
});

describe('policies', () => {
  const inEdition = () => ({ documentId, locale: 'ar' }) as const;

  it('are the defaults, changed by the site, changed by the document', async () => {
    const site = await desk.call('PUT /api/policies/:locale', {
      params: { locale: 'ar' },
      body: { decisionId: crypto.randomUUID(), changes: { digits: 'arab', months: 'levant' } },
    });
    expect(site.reply.policies).toEqual({ en: {}, he: {}, ar: { digits: 'arab', months: 'levant' } });
    const edition = await desk.call('PUT /api/documents/:documentId/policies/:locale', {
      params: inEdition(),
      body: { decisionId: crypto.randomUUID(), changes: { digits: 'latn' } },
    });
    expect(edition.reply).toEqual({
      policy: { ...defaultPolicies.ar, digits: 'latn', months: 'levant' },
      site: { digits: 'arab', months: 'levant' },
      changes: { digits: 'latn' },
    });
    expect((await desk.call('GET /api/documents/:documentId/policies/:locale', { params: inEdition() })).reply).toEqual(
      edition.reply,
    );
    expect((await findings('ar')).policy).toEqual(edition.reply.policy);
    expect((await desk.call('GET /api/policies')).reply.policies.ar).toEqual({ digits: 'arab', months: 'levant' });
  });

  it('are no other than there are', async () => {
    const response = await desk.inject({
      method: 'PUT',
      url: '/api/policies/ar',
      headers: { authorization: 'Bearer local-token-of-a-test' },
      payload: { decisionId: crypto.randomUUID(), changes: { digits: 'roman' } },
    });
    expect(response.statusCode).toBe(400);
  });
});
