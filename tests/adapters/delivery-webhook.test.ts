/** The webhook: what it says, and that a receiver can hold it to its signature. */
import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { webhookDelivery } from '../../server/adapters/delivery-webhook.ts';
import { limits } from '../../server/adapters/http-exchange.ts';
import { startFakeReceiver, type FakeReceiver } from '../support/fake-receiver.ts';
import { canary, deliveryContract, orderOf, published, withdrawn } from './delivery-contract.ts';

const key = Buffer.from(`${canary}signing-key-of-a-test`);
const secret = `whsec_${key.toString('base64')}`;

deliveryContract('the webhook', async () => {
  const receiver = await startFakeReceiver();
  const { url } = receiver;
  return { receiver, delivery: (change) => webhookDelivery({ url, secret, limits: { ...limits, ...change } }) };
});

describe('the webhook', () => {
  let receiver: FakeReceiver;
  beforeEach(async () => void (receiver = await startFakeReceiver()));
  afterEach(() => receiver.close());

  const deliver = (path = '') => webhookDelivery({ url: `${receiver.url}${path}`, secret });

  it('says what happened, as JSON', async () => {
    await deliver('/hook').deliver(published, orderOf());
    await deliver('/hook').deliver(withdrawn, orderOf());
    const [first, second] = receiver.seen.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    const { event: _, ...data } = published;
    expect(first).toEqual({ type: 'edition.published', timestamp: orderOf().at, data });
    expect(second).toMatchObject({ type: 'edition.withdrawn', data: { slug: 'the-school', locale: 'he' } });
    expect(receiver.seen[0]).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' } });
  });

  it('signs id, time and body, so that a receiver knows a repetition, an old one and a forged one', async () => {
    await deliver().deliver(published, orderOf());
    const headers = receiver.seen[0]?.headers ?? {};
    const body = receiver.seen[0]?.body ?? '';
    const [id, time, signature] = ['id', 'timestamp', 'signature'].map((name) => headers[`webhook-${name}`]);
    expect([id, time]).toEqual(['order-1', '1795334401']);
    expect(signature).toBe(
      `v1,${createHmac('sha256', key)
        .update(`${String(id)}.${String(time)}.${body}`)
        .digest('base64')}`,
    );
    await deliver().deliver(published, orderOf({ at: '2026-11-22T09:00:00.000Z' }));
    expect(receiver.seen[1]?.headers['webhook-signature']).not.toBe(signature);
  });

  it.each([400, 410, 413, 422])('%i: this very edition is not accepted', async (status) => {
    receiver.next({ status });
    const detail = `HTTP ${status}`;
    expect(await deliver().deliver(published, orderOf())).toMatchObject({ code: 'delivery.rejected', detail });
  });

  it('shows an address without what stands behind its question mark', () => {
    expect(deliver(`/hook?token=${canary}`).address).toBe(`${receiver.url}/hook`);
  });
});
