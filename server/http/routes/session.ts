/** Signing in and out, health, and what this server offers. */
import type { FastifyReply } from 'fastify';
import { locales } from '../../domain/locale.ts';
import type { Session, World } from '../../ports.ts';
import { signIn, type SignedIn } from '../../app/sign-in.ts';
import type { AppOptions } from '../app.ts';
import type { Handlers } from '../endpoint.ts';
import { sessionCookie } from '../guard.ts';

type SessionLines =
  | 'GET /api/health'
  | 'POST /api/session'
  | 'GET /api/session'
  | 'DELETE /api/session'
  | 'POST /api/session/link'
  | 'GET /api/settings';

export function sessionHandlers(world: World, options: AppOptions): Handlers<SessionLines> {
  return {
    'GET /api/health': async () => ({ status: 'ok', version: options.version }),

    'POST /api/session': async ({ body, reply, request }) => {
      const signedIn = await signIn(world, body.token);
      if (!signedIn.ok) return signedIn;
      setCookie(
        reply,
        signedIn,
        request.protocol === 'https' || options.origins.every((origin) => origin.startsWith('https:')),
      );
      return signedIn.session;
    },

    'GET /api/session': async ({ request, by }) => request.session ?? nobody(by),

    'DELETE /api/session': async ({ request, reply }) => {
      const token = request.cookies[sessionCookie];
      if (token !== undefined) await world.sessions.end(token);
      void reply.clearCookie(sessionCookie, { path: '/' });
      return null;
    },

    'POST /api/session/link': async () => ({ url: options.linkUrl(await world.sessions.newLink()) }),

    'GET /api/settings': async () => ({
      version: options.version,
      defaultProvider: world.defaultProvider,
      providers: [...world.providers.values()].map((provider) => ({ id: provider.id, pairs: pairsOf(provider) })),
      editionsUrl: options.editionsOrigin,
    }),
  };
}

function pairsOf(provider: { supports: (from: (typeof locales)[number], to: (typeof locales)[number]) => boolean }) {
  return locales.flatMap((from) =>
    locales.filter((to) => to !== from && provider.supports(from, to)).map((to) => ({ from, to })),
  );
}

function setCookie(reply: FastifyReply, { token, session }: SignedIn, secure: boolean): void {
  void reply.setCookie(sessionCookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    expires: new Date(session.expiresAt),
  });
}

function nobody(memberId: string): Session {
  return { memberId, expiresAt: new Date(0).toISOString() };
}
