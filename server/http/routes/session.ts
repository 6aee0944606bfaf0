/** Signing in and out, health, and what this server offers. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { locales } from '../../domain/locale.ts';
import type { Session, World } from '../../ports.ts';
import { signIn, type SignedIn } from '../../app/sign-in.ts';
import type { AppOptions } from '../app.ts';
import type { Handlers } from '../endpoint.ts';
import { sessionCookies, sessionTokenOf } from '../guard.ts';

type SessionLines =
  | 'GET /api/health'
  | 'POST /api/session'
  | 'GET /api/session'
  | 'DELETE /api/session'
  | 'POST /api/session/link'
  | 'GET /api/settings'
  | 'GET /api/providers';

export function sessionHandlers(world: World, options: AppOptions): Handlers<SessionLines> {
  return {
    'GET /api/health': async () => ({
      status: world.store.readOnly() ? 'read-only' : 'ok',
      version: options.version,
    }),

    'POST /api/session': async ({ body, reply, request }) => {
      const signedIn = await signIn(world, body.token);
      if (!signedIn.ok) return signedIn;
      setCookie(reply, signedIn, isSecure(request));
      return signedIn.session;
    },

    'GET /api/session': async ({ request, by }) => request.session ?? nobody(by),

    'DELETE /api/session': async ({ request, reply }) => {
      const token = sessionTokenOf(request);
      if (token !== undefined) await world.sessions.end(token);
      for (const name of Object.values(sessionCookies)) void reply.clearCookie(name, { path: '/' });
      return null;
    },

    'POST /api/session/link': async () => ({ url: options.linkUrl(await world.sessions.newLink()) }),

    'GET /api/settings': async () => ({
      version: options.version,
      defaultProvider: world.defaultProvider,
      providers: [...world.providers.values()].map((provider) => ({ id: provider.id, pairs: pairsOf(provider) })),
      editionsUrl: world.site.address,
    }),

    'GET /api/providers': async () => {
      const described = [...world.providers.values()].map(async (one) => ({ id: one.id, about: await one.describe() }));
      return { providers: await Promise.all(described) };
    },
  };
}

function pairsOf(provider: { supports: (from: (typeof locales)[number], to: (typeof locales)[number]) => boolean }) {
  return locales.flatMap((from) =>
    locales.filter((to) => to !== from && provider.supports(from, to)).map((to) => ({ from, to })),
  );
}

/** Whether the desk was reached over TLS: its own origin, checked already, says so even behind a proxy. */
function isSecure({ headers }: FastifyRequest): boolean {
  return headers.origin?.startsWith('https:') ?? false;
}

/** The cookie lasts as long as a session can; when it ends earlier, unused for half a day, is the server's to know. */
function setCookie(reply: FastifyReply, { token }: SignedIn, secure: boolean): void {
  void reply.setCookie(secure ? sessionCookies.secure : sessionCookies.plain, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: 14 * 24 * 60 * 60,
  });
}

function nobody(memberId: string): Session {
  return { memberId, expiresAt: new Date(0).toISOString() };
}
