/**
 * Signing in by a one-time link, and out. The session itself travels in a cookie, and none of these rows' answers
 * holds it.
 */
import { Type } from 'typebox';
import { everywhere, nothing, type Endpoint, type RequestLine } from './endpoint.ts';
import { exact } from './schemas.ts';

const SessionView = exact({ memberId: Type.String(), expiresAt: Type.String() });

export const sessionApi = {
  'POST /api/session': {
    summary: 'Exchange a one-time link for a session cookie',
    body: exact({ token: Type.String({ minLength: 1, maxLength: 200 }) }),
    reply: SessionView,
    refusals: ['session.link-spent', 'request.too-many'],
    needs: { action: 'anyone', scope: everywhere },
  },
  'GET /api/session': {
    summary: 'Who is signed in',
    reply: SessionView,
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },
  'DELETE /api/session': {
    summary: 'Sign out',
    reply: nothing,
    refusals: [],
    needs: { action: 'read', scope: everywhere },
  },
  'POST /api/session/link': {
    summary: 'Make a fresh one-time link to sign in with; voids the one before',
    reply: exact({ url: Type.String() }),
    refusals: [],
    needs: { action: 'administer', scope: everywhere },
  },
} as const satisfies Record<RequestLine, Endpoint>;
