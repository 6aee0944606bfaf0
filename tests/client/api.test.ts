/** The typed call: what goes out, what comes back, and what a refusal or a silence becomes. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addressOf, call, hear, Problem } from '../../client/api.ts';

const fetchStub = vi.fn<typeof fetch>();
vi.stubGlobal('fetch', fetchStub);
afterEach(() => fetchStub.mockReset());

const documentLine = 'GET /api/documents/:documentId';
const params = { documentId: 'a/b' };

function answer(status: number, body: unknown, type = 'application/problem+json'): void {
  fetchStub.mockResolvedValueOnce(new Response(JSON.stringify(body), { status, headers: { 'content-type': type } }));
}

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const error: unknown = await work.then(
    () => expect.fail('it did not refuse'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Problem)) throw error;
  return error;
}

describe('call', () => {
  it('fills params into the path, encoded, and sends the method and the body of the line', async () => {
    answer(200, { documentId: 'x' }, 'application/json');
    const body = { decisionId: 'd', to: ['he' as const] };
    await call('PATCH /api/documents/:documentId', { params, body });
    const [address, init] = fetchStub.mock.lastCall ?? [];
    expect(address).toBe('/api/documents/a%2Fb');
    expect(init).toMatchObject({ method: 'PATCH', credentials: 'same-origin', body: JSON.stringify(body) });
  });

  it('gives null where the line answers with nothing', async () => {
    fetchStub.mockResolvedValueOnce(new Response(null, { status: 204 }));
    expect(await call('DELETE /api/session', {})).toBeNull();
  });

  it('throws a refusal with its code, params and what stands there now', async () => {
    answer(409, { code: 'edition.blocked', params: { count: 2 }, blockers: [{ reason: 'empty' }] });
    expect(await problemOf(call(documentLine, { params }))).toMatchObject({
      code: 'edition.blocked',
      status: 409,
      params: { count: 2 },
      blockers: [{ reason: 'empty' }],
    });
  });

  it('says that the server is out of reach', async () => {
    fetchStub.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    expect(await problemOf(call(documentLine, { params }))).toMatchObject({ code: 'network.unreachable', status: 0 });
  });

  it('passes an abort on as it is, so that it is not told as a fault', async () => {
    const reason = new DOMException('gone', 'AbortError');
    fetchStub.mockRejectedValueOnce(reason);
    await expect(call(documentLine, { params }, AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it.each([
    [502, 'server.fault'],
    [413, 'request.too-large'],
  ])('makes of a proxy’s own %i page the problem %s', async (status, code) => {
    fetchStub.mockResolvedValueOnce(new Response('<h1>No</h1>', { status, headers: { 'content-type': 'text/html' } }));
    expect(await problemOf(call(documentLine, { params }))).toMatchObject({ code, status });
  });

  it.each([
    ['a portal’s page in place of a reply', 200, 'text/html', '<h1>Welcome to our network</h1>'],
    ['a reply that breaks off', 200, 'application/json', '{"documentId": "x", "ti'],
    ['a portal’s page in place of a refusal', 403, 'text/html', '<h1>Pay first</h1>'],
    ['a refusal that is not of ours', 403, 'application/json', 'null'],
    ['a refusal that breaks off', 409, 'application/problem+json', '{"code": "target.st'],
  ])('takes %s for no answer at all', async (_, status, type, body) => {
    fetchStub.mockResolvedValueOnce(new Response(body, { status, headers: { 'content-type': type } }));
    expect(await problemOf(call(documentLine, { params }))).toMatchObject({ code: 'network.unreachable', status: 0 });
  });

  it('takes a time limit that runs out for no answer, also in the middle of one', async () => {
    const limit = AbortSignal.abort(new DOMException('too slow', 'TimeoutError'));
    fetchStub.mockRejectedValueOnce(limit.reason);
    expect(await problemOf(call(documentLine, { params }, limit))).toMatchObject({ status: 0 });
    const stalled = new ReadableStream({ start: (body) => body.error(limit.reason) });
    fetchStub.mockResolvedValueOnce(new Response(stalled, { headers: { 'content-type': 'application/json' } }));
    expect(await problemOf(call(documentLine, { params }, limit))).toMatchObject({ status: 0 });
  });

  it('lets everybody hear of a refusal who wants to, as long as they want to', async () => {
    const listener = vi.fn<(code: string) => void>();
    const end = hear(listener);
    answer(401, { code: 'session.missing', params: {} });
    await problemOf(call(documentLine, { params }));
    end();
    answer(507, { code: 'store.full', params: {} });
    await problemOf(call(documentLine, { params }));
    expect(listener.mock.calls).toEqual([['session.missing']]);
  });
});

describe('addressOf', () => {
  it('writes the query, leaving out what is not given', () => {
    const line = 'GET /api/documents/:documentId/segments';
    expect(addressOf(line, { params: { documentId: 'x' }, query: { locale: 'he', query: 'שלום &' } })).toBe(
      '/api/documents/x/segments?locale=he&query=%D7%A9%D7%9C%D7%95%D7%9D+%26',
    );
  });
});
