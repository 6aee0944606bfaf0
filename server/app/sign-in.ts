/**
 * Signing in by the one-time link: the exchange, and its line in the audit log. A right token always passes, whoever
 * else is guessing; wrong ones are answered five times a minute and then only told to wait, so that nobody can fill the
 * journal either. A disk that takes no writes keeps nobody from signing in to read.
 */
import { refuse, type Refusal } from '../domain/errors.ts';
import type { Session, World } from '../ports.ts';

export interface SignedIn {
  readonly ok: true;
  readonly token: string;
  readonly session: Session;
}

const minute = 60_000;
const answeredPerMinute = 5;
const refusedAt = new WeakMap<World, number[]>();

/**
 * Exchanges the token of a link for a session.
 * Refusals: session.link-spent, journalled as access.refused; request.too-many after five of them in a minute.
 */
export async function signIn(world: World, linkToken: string): Promise<SignedIn | Refusal> {
  const exchanged = await world.sessions.exchange(linkToken);
  const now = Date.parse(world.clock.now());
  const recent = (refusedAt.get(world) ?? []).filter((at) => now - at < minute);
  if (!exchanged.ok && recent.length >= answeredPerMinute) return refuse('request.too-many');
  if (!exchanged.ok) refusedAt.set(world, [...recent, now]);
  const head = { id: world.newId.uuid(), at: world.clock.now() };
  const decision = exchanged.ok
    ? ({ ...head, kind: 'access.granted', by: exchanged.session.memberId } as const)
    : ({ ...head, kind: 'access.refused', by: 'anyone', reason: exchanged.code } as const);
  await world.store.commit({ stream: 'site', decisions: [decision] });
  return exchanged;
}
