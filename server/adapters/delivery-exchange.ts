/**
 * One exchange with a server that takes deliveries, and what its answer means for the delivery. The answer itself goes no
 * further: servers repeat passwords in their error messages.
 */
import type { DeliveryFaultCode } from '../domain/delivery.ts';
import type { Fault, FaultCode } from '../domain/document.ts';
import type { DeliveryOutcome } from '../ports.ts';
import { exchange, limits, unacceptable, type Answer, type Outgoing } from './http-exchange.ts';

export type Undelivered = Extract<DeliveryOutcome, { ok: false }>;

const codes: Readonly<Record<FaultCode, DeliveryFaultCode>> = {
  'provider.busy': 'delivery.busy',
  'provider.quota': 'delivery.refused',
  'provider.refused': 'delivery.refused',
  'provider.unreachable': 'delivery.unreachable',
  'provider.garbled': 'delivery.garbled',
};

/** Sends under the limits of every exchange. Rejects with the signal's reason only. */
export function exchangeDelivery(
  outgoing: Omit<Outgoing, 'limits'> & Partial<Pick<Outgoing, 'limits'>>,
): Promise<Answer> {
  return exchange({ limits, ...outgoing });
}

/** Why something was not delivered, by the answer of a server. `said`: a code of its protocol, where it gave one. */
export function undelivered({ failure, status }: Extract<Answer, { ok: false }>, said?: string): Undelivered {
  const { fault, retryAfterMs } = failure;
  const code = codeOf(fault, status);
  const detail = [status === undefined ? 'no answer' : `HTTP ${status}`, ...(said ? [said] : [])].join(', ');
  return failed(code, detail, fault.retryable, retryAfterMs);
}

/** A server that says that it cannot was reached: what has to be mended is not the way there. */
function codeOf(fault: Fault, status: number | undefined): DeliveryFaultCode {
  if (fault === unacceptable) return 'delivery.rejected';
  const code = codes[fault.code];
  return code === 'delivery.unreachable' && status !== undefined ? 'delivery.faulty' : code;
}

export function failed(
  code: DeliveryFaultCode,
  detail: string,
  retryable: boolean,
  retryAfterMs?: number,
): Undelivered {
  return { ok: false, code, detail, retryable, ...(retryAfterMs !== undefined && { retryAfterMs }) };
}
