/**
 * What every delivery keeps, whoever stands behind it: it ends with the reason of its signal, says what went wrong in a
 * code and a detail without secrets, and may be repeated. What speaks HTTP has a table of troubles as well.
 */
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Limits } from '../../server/adapters/http-exchange.ts';
import type { DeliveredEdition, DeliveryOrder, DeliveryOutcome, EditionDelivery } from '../../server/ports.ts';
import type { FakeReceiver, Trouble } from '../support/fake-receiver.ts';

/** Part of every secret that a delivery is given; it must never come out again. */
export const canary = 'canary-';

export const published: DeliveredEdition = {
  event: 'published',
  documentId: 'doc000000001',
  slug: 'the-school',
  locale: 'he',
  siblings: [],
  url: 'https://news.example.org/he/the-school/',
  article: {
    n: 1,
    title: 'צה״ל <b>& "בית"</b>',
    excerpt: 'تُثبّت [gallery]',
    html: '<article lang="he" dir="rtl"><p>[embed]https://evil.example/[/embed] <a href="https://example.org/[1]">x</a></p></article>',
    tags: [{ id: 'school', name: 'חינוך <i>' }],
    publishedAt: '2026-11-21T22:30:00.000Z',
    updatedAt: '2026-11-22T08:00:00.000Z',
  },
};

export const withdrawn: DeliveredEdition = {
  event: 'withdrawn',
  documentId: 'doc000000001',
  slug: 'the-school',
  locale: 'he',
  siblings: [],
};

export function orderOf(change: Partial<DeliveryOrder> = {}): DeliveryOrder {
  const { signal } = new AbortController();
  return { id: 'order-1', at: '2026-11-22T08:00:01.000Z', signal, ...change };
}

type Failed = Extract<DeliveryOutcome, { ok: false }>;

interface Row {
  readonly meets: Trouble;
  readonly outcome: Pick<Failed, 'code' | 'retryable'> & Partial<Failed>;
  readonly within?: Partial<Limits>;
}

/** A server that repeats a password in its messages, as some do. */
const telling = JSON.stringify({ code: 'telling_tales', message: `wrong password ${canary}abcd` });
const html = `<html><body>Fatal error ${canary}</body></html>`;
const rows: readonly Row[] = [
  { meets: { status: 401, body: telling }, outcome: { code: 'delivery.refused', retryable: false } },
  { meets: { status: 403, body: html }, outcome: { code: 'delivery.refused', retryable: false, detail: 'HTTP 403' } },
  { meets: { status: 404, body: html }, outcome: { code: 'delivery.refused', retryable: false } },
  {
    meets: { status: 301, headers: { location: 'https://elsewhere.example/' } },
    outcome: { code: 'delivery.refused', retryable: false },
  },
  { meets: { status: 429 }, outcome: { code: 'delivery.busy', retryable: true } },
  {
    meets: { status: 429, headers: { 'retry-after': '7' } },
    outcome: { code: 'delivery.busy', retryable: true, retryAfterMs: 7000 },
  },
  { meets: { status: 500, body: html }, outcome: { code: 'delivery.faulty', detail: 'HTTP 500', retryable: true } },
  {
    meets: { status: 503, headers: { 'retry-after': '2' } },
    outcome: { code: 'delivery.faulty', retryable: true, retryAfterMs: 2000 },
  },
  { meets: 'reset', outcome: { code: 'delivery.unreachable', retryable: true, detail: 'no answer' } },
  { meets: 'hang', outcome: { code: 'delivery.unreachable', retryable: true }, within: { totalMs: 150 } },
  { meets: 'huge', outcome: { code: 'delivery.garbled', retryable: true } },
];

export interface Wire {
  readonly receiver: FakeReceiver;
  readonly delivery: (limits?: Partial<Limits>) => EditionDelivery;
}

export function deliveryContract(name: string, open: () => Promise<Wire>): void {
  describe(`${name}: the contract of a delivery`, () => {
    let wire: Wire;
    beforeEach(async () => void (wire = await open()));
    afterEach(() => wire.receiver.close());

    it.each([published, withdrawn])('takes an edition that is $event', async (edition) => {
      expect(await wire.delivery().deliver(edition, orderOf())).toEqual({ ok: true });
    });

    it.each(rows.map((row) => [label(row.meets), row] as const))('%s', async (_label, { meets, outcome, within }) => {
      wire.receiver.next(meets);
      const found = await wire.delivery(within).deliver(published, orderOf());
      expect(found).toMatchObject({ ok: false, ...outcome });
      expect(inspect(found)).not.toContain(canary);
      expect(wire.receiver.seen, 'it is the line that tries again').toHaveLength(1);
    });

    it('knows an address where nobody listens', async () => {
      await wire.receiver.close();
      const found = await wire.delivery().deliver(published, orderOf());
      expect(found).toMatchObject({ code: 'delivery.unreachable', retryable: true });
    });

    it('rejects with the reason of its signal, before and while it waits', async () => {
      const reason = new Error('the server is closing');
      const delivering = wire.delivery().deliver(published, orderOf({ signal: AbortSignal.abort(reason) }));
      await expect(delivering).rejects.toBe(reason);
      wire.receiver.next('hang');
      const controller = new AbortController();
      const hanging = wire.delivery().deliver(published, orderOf({ signal: controller.signal }));
      const refused = expect(hanging).rejects.toBe(reason);
      while (wire.receiver.seen.length === 0) await new Promise(setImmediate);
      controller.abort(reason);
      await refused;
      await wire.receiver.abandoned();
    });

    it('says where to without its secrets', () => {
      expect(wire.delivery().address).toContain(wire.receiver.url);
      expect(inspect(wire.delivery(), { depth: 9 })).not.toContain(canary);
    });
  });
}

function label(meets: Trouble): string {
  if (typeof meets === 'string') return meets;
  return [meets.status, ...Object.entries(meets.headers ?? {}).map((header) => header.join(': '))].join(', ');
}
