/**
 * One exchange with a vendor's server: a request, its answer as text, or the fault that it amounts to.
 *
 * On node:http rather than fetch, because only there can the connection have a deadline of its own: an address that
 * drops packets is known after 5 s, while a model on a laptop may think for a minute. Redirects are not followed: a
 * key goes to the host that is configured and to no other. Nothing of an answer or of a request enters a fault: vendors
 * repeat keys in their error messages.
 */
import { request as overHttp, type IncomingMessage } from 'node:http';
import { request as overHttps } from 'node:https';
import type { Socket } from 'node:net';
import type { Fault, FaultCode } from '../domain/document.ts';

export interface Limits {
  /** Until the connection stands, TLS included. */
  readonly connectMs: number;
  /** Until the last byte of the answer. */
  readonly totalMs: number;
  /** Of the answer's body. */
  readonly maxBytes: number;
}

export const limits: Limits = { connectMs: 5_000, totalMs: 30_000, maxBytes: 10 * 1024 * 1024 };

/** For models that somebody runs on a machine of their own: slower, not stuck. */
export const patientLimits: Limits = { ...limits, totalMs: 180_000 };

export const methods = ['GET', 'POST', 'PUT'] as const;
export type Method = (typeof methods)[number];

export interface Outgoing {
  readonly method: Method;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly limits: Limits;
  readonly signal: AbortSignal;
}

export interface Failure {
  readonly fault: Fault;
  readonly retryAfterMs?: number;
}

/**
 * A failure goes on to the job; the `body` beside it is for the adapter to look at and never goes on: it may hold the
 * key.
 */
export type Answer =
  | { readonly ok: true; readonly body: string }
  | {
      readonly ok: false;
      readonly failure: Failure;
      /** What the server answered; absent: it did not, or not to its end. */
      readonly status?: number;
      readonly body: string;
    };

/** The fault of a code, with whether trying again may help. */
export const faults = {
  'provider.quota': { code: 'provider.quota', retryable: false },
  'provider.busy': { code: 'provider.busy', retryable: true },
  'provider.refused': { code: 'provider.refused', retryable: false },
  'provider.unreachable': { code: 'provider.unreachable', retryable: true },
  'provider.garbled': { code: 'provider.garbled', retryable: true },
} as const satisfies Record<FaultCode, Fault>;

/** The server understood that it will never take this very text; others may still pass. */
export const unacceptable: Fault = { code: 'provider.garbled', retryable: false };

/**
 * Sends and receives. Never throws but for the signal's own reason; whatever else goes wrong is a fault of the table
 * below, `provider.unreachable` for anything between us and an answer.
 */
export async function exchange(outgoing: Outgoing): Promise<Answer> {
  const { signal } = outgoing;
  signal.throwIfAborted();
  try {
    const { status, headers, body } = await receive(outgoing);
    if (status >= 200 && status < 300) return { ok: true, body };
    const retryAfterMs = retryAfter(headers['retry-after'], headers['date']);
    const failure = { fault: faultOf(status), ...(retryAfterMs !== undefined && { retryAfterMs }) };
    return { ok: false, failure, status, body };
  } catch (error) {
    signal.throwIfAborted();
    const fault = faults[error instanceof TooLarge ? 'provider.garbled' : 'provider.unreachable'];
    return { ok: false, failure: { fault }, body: '' };
  }
}

/**
 * The pause that a server asks for, in milliseconds: seconds, or a date, which is read against the server's own clock
 * where it tells the time (RFC 9110 §10.2.3).
 */
export function retryAfter(value: string | undefined, date: string | undefined, now = Date.now()): number | undefined {
  if (value === undefined) return undefined;
  if (/^\s*\d{1,9}\s*$/u.test(value)) return Number(value) * 1000;
  const until = Date.parse(value);
  const since = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(until) ? undefined : Math.max(0, until - (Number.isNaN(since) ? now : since));
}

const byStatus: Readonly<Record<number, Fault>> = {
  401: faults['provider.refused'],
  402: faults['provider.quota'],
  403: faults['provider.refused'],
  404: faults['provider.refused'],
  405: faults['provider.refused'],
  408: faults['provider.unreachable'],
  425: faults['provider.busy'],
  429: faults['provider.busy'],
  456: faults['provider.quota'],
  529: faults['provider.busy'],
};

/** A redirect is refused like a wrong address; any other 4xx is about this very request. */
function faultOf(status: number): Fault {
  const fault = byStatus[status];
  if (fault) return fault;
  if (status >= 500) return faults['provider.unreachable'];
  return status >= 400 ? unacceptable : faults['provider.refused'];
}

class TooLarge extends Error {}

interface Received {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

async function receive({ method, url, headers, body, limits, signal }: Outgoing): Promise<Received> {
  const deadline = AbortSignal.timeout(limits.totalMs);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const send = url.protocol === 'https:' ? overHttps : overHttp;
    const request = send(url, { method, headers, signal: AbortSignal.any([signal, deadline]) }, resolve);
    request.on('error', reject);
    request.on('socket', (socket) => limitConnecting(socket, limits.connectMs));
    request.end(body);
  });
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await readBody(answer, limits.maxBytes) };
}

/** A socket that is kept alive is connected already; a new one must be so in time. */
function limitConnecting(socket: Socket, ms: number): void {
  if (!socket.connecting) return;
  const timer = setTimeout(() => socket.destroy(new Error('not connected in time')), ms);
  const stop = () => clearTimeout(timer);
  socket.once('encrypted' in socket ? 'secureConnect' : 'connect', stop).once('close', stop);
}

async function readBody(answer: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
