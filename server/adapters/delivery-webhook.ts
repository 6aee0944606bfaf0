/**
 * Tells an address of each edition: JSON by POST, signed as Standard Webhooks are (standardwebhooks.com), so that a
 * receiver verifies it with a library of its own language:
 *
 *   webhook-id         the delivery; the same at each attempt, so that a repetition is known
 *   webhook-timestamp  seconds since 1970, of this attempt
 *   webhook-signature  v1,<base64 of HMAC-SHA256 over "<id>.<timestamp>.<body>">
 *
 * Any 2xx takes it. Redirects are refused: what is signed goes to the host that is configured.
 */
import { createHmac } from 'node:crypto';
import type { EditionDelivery } from '../ports.ts';
import { exchangeDelivery, undelivered } from './delivery-exchange.ts';
import type { Limits } from './http-exchange.ts';

export interface WebhookOptions {
  readonly url: string;
  /** `whsec_` and the base64 of at least 24 bytes. */
  readonly secret: string;
  readonly limits?: Limits;
}

/** Nobody waits for what the receiver does with it. */
const receiverLimits: Limits = { connectMs: 5_000, totalMs: 20_000, maxBytes: 64 * 1024 };

/** The delivery to an address. */
export function webhookDelivery({ url, secret, limits = receiverLimits }: WebhookOptions): EditionDelivery {
  const address = new URL(url);
  return {
    id: 'webhook',
    takes: 'editions',
    // What stands behind the question mark of such addresses is often a password.
    address: `${address.origin}${address.pathname}`,
    async deliver(edition, { id, at, signal }) {
      const { event, ...data } = edition;
      const body = JSON.stringify({ type: `edition.${event}`, timestamp: at, data });
      const timestamp = String(Math.floor(Date.parse(at) / 1000));
      const headers = {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${signatureOf(secret, `${id}.${timestamp}.${body}`)}`,
      };
      const answer = await exchangeDelivery({ method: 'POST', url: address, headers, body, limits, signal });
      return answer.ok ? { ok: true } : undelivered(answer);
    },
  };
}

function signatureOf(secret: string, signed: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/u, ''), 'base64');
  return createHmac('sha256', key).update(signed).digest('base64');
}
