/**
 * Who may do what: deny by default. Every request passes four questions, in this order: is the host ours (DNS
 * rebinding), does a request with effect come from our own pages (CSRF: exact Origin, `Sec-Fetch-Site`), who is it
 * (session cookie, or the bearer token of the command line), and may they do what the endpoint `needs`.
 *
 * Until accounts exist there is one member, the local operator, who holds every role; so the last question is whether
 * anybody is signed in. Ports do not separate cookies: the Origin is compared whole, with its port.
 */
import type { FastifyRequest } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Endpoint } from '../contract/endpoint.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import type { Session, Sessions } from '../ports.ts';

export interface Identity {
  /** Origins under which the desk is reached: `http://127.0.0.1:3000`, PUBLIC_URL. */
  readonly origins: readonly string[];
  /** The token that `server.json` holds for the command line on this machine. */
  readonly localToken?: string;
}

/** Over TLS the name binds the cookie to this very host and path; plain http on this machine cannot have that. */
export const sessionCookies = { secure: '__Host-dragoman', plain: 'dragoman-session' } as const;

/** The member that the command line acts as. */
export const operator = 'operator';

/** Refuses request.host where the Host header is not ours. */
export function checkHost(request: FastifyRequest, { origins }: Identity): Refusal | undefined {
  const isOurs = origins.some((origin) => new URL(origin).host === request.headers.host);
  return isOurs ? undefined : refuse('request.host');
}

/** Refuses request.forbidden-origin where a request with effect was not made by our own pages. */
export function checkOrigin(request: FastifyRequest, { origins }: Identity): Refusal | undefined {
  if (request.method === 'GET' || request.method === 'HEAD' || bearerOf(request) !== undefined) return undefined;
  const { origin, 'sec-fetch-site': site } = request.headers;
  const isOurs = origin !== undefined && origins.includes(origin) && (site === undefined || site === 'same-origin');
  return isOurs ? undefined : refuse('request.forbidden-origin');
}

/** The session of a request: by bearer token where one is given, else by cookie. */
export async function sessionOf(
  request: FastifyRequest,
  sessions: Sessions,
  { localToken }: Identity,
): Promise<Session | undefined> {
  const bearer = bearerOf(request);
  if (bearer !== undefined) {
    const isLocal = localToken !== undefined && isSameSecret(bearer, localToken);
    return isLocal ? { memberId: operator, expiresAt: '9999-12-31T00:00:00.000Z' } : undefined;
  }
  const token = sessionTokenOf(request);
  return token === undefined ? undefined : sessions.find(token);
}

/** The token that the browser sent along. */
export function sessionTokenOf({ cookies }: FastifyRequest): string | undefined {
  return cookies[sessionCookies.secure] ?? cookies[sessionCookies.plain];
}

/** Refuses session.missing where an endpoint needs somebody and nobody is signed in. */
export function checkPermission(session: Session | undefined, { action }: Endpoint['needs']): Refusal | undefined {
  return action === 'anyone' || session !== undefined ? undefined : refuse('session.missing');
}

function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
}

function isSameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
