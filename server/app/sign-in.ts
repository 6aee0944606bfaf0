/** Signing in by the one-time link: the exchange, and its line in the audit log. */
import type { Refusal } from '../domain/errors.ts';
import type { Session, World } from '../ports.ts';

export interface SignedIn {
  readonly ok: true;
  readonly token: string;
  readonly session: Session;
}

/** Exchanges the token of a link for a session. Refusal: session.link-spent, journalled as access.refused. */
export async function signIn(world: World, linkToken: string): Promise<SignedIn | Refusal> {
  const exchanged = await world.sessions.exchange(linkToken);
  const head = { id: world.newId.uuid(), at: world.clock.now() };
  const decision = exchanged.ok
    ? ({ ...head, kind: 'access.granted', by: exchanged.session.memberId } as const)
    : ({ ...head, kind: 'access.refused', by: 'anyone', reason: exchanged.code } as const);
  const committed = await world.store.commit({ stream: 'site', decisions: [decision] });
  return committed.ok || !exchanged.ok ? exchanged : committed;
}
