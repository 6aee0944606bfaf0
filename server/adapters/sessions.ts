/**
 * Signing in: a one-time link is exchanged for a session token. Both are 256 random bits; only their SHA-256 is kept,
 * so that whoever reads the file can sign in as nobody. A link is good for an hour and once; a session ends after 12 h
 * without use and after 14 days whatever happens.
 *
 * Kept in `<data>/sessions.json` through the durable adapter, so that a restart signs nobody out. Where that file and
 * the one before are damaged everybody signs in again: for sessions, unlike for texts, empty is the safe state. Where it
 * cannot be written, signing in goes on in memory (each start voids the link of the last), but signing out is refused:
 * it would be undone by a restart.
 */
import { hash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { Low } from 'lowdb';
import type { MemberId, Timestamp } from '../domain/document.ts';
import { refuse } from '../domain/errors.ts';
import type { Clock, Session, Sessions } from '../ports.ts';
import { DurableFile, type Checkpoint } from './durable-file.ts';

export interface SessionOptions {
  readonly clock: Clock;
  /** Whom a link signs in. */
  readonly memberId: MemberId;
  /** The data folder; without one, nothing survives the process. */
  readonly folder?: string;
  /** Told when the file could not be written, and what was asked for holds until a restart all the same. */
  readonly warn?: (error: unknown) => void;
}

interface KeptSession {
  readonly memberId: MemberId;
  readonly since: Timestamp;
  /** Last used, to within `useGrain`. */
  readonly used: Timestamp;
}

interface Kept {
  readonly link?: { readonly digest: string; readonly expiresAt: Timestamp };
  readonly sessions: Readonly<Record<string, KeptSession>>;
}

const minute = 60_000;
const hour = 60 * minute;
const linkLife = hour;
const idleLife = 12 * hour;
const wholeLife = 14 * 24 * hour;
/** A use is written down when the last one is this old: a sync for each request would cost more than it tells. */
const useGrain = 5 * minute;

/** The sessions of a data folder, or of this process only. */
export async function openSessions({
  clock,
  memberId,
  folder,
  warn = () => undefined,
}: SessionOptions): Promise<Sessions> {
  const low = folder === undefined ? undefined : fileIn(folder);
  await low?.read();
  let kept: Kept = low?.data?.data ?? { sessions: {} };
  let writing: Promise<void> = Promise.resolve();

  return {
    async newLink() {
      const token = newToken();
      await tryToKeep({ ...kept, link: { digest: digestOf(token), expiresAt: later(clock.now(), linkLife) } });
      return token;
    },

    async exchange(linkToken) {
      const now = clock.now();
      const { link, sessions } = kept;
      if (link?.digest !== digestOf(linkToken) || link.expiresAt <= now) return refuse('session.link-spent');
      const token = newToken();
      const session: KeptSession = { memberId, since: now, used: now };
      // The link is spent before the first `await`: of two exchanges at once, one finds it gone.
      await tryToKeep({ sessions: { ...sessions, [digestOf(token)]: session } });
      return { ok: true, token, session: told(session) };
    },

    async find(token) {
      const now = clock.now();
      const digest = digestOf(token);
      const session = Object.hasOwn(kept.sessions, digest) ? kept.sessions[digest] : undefined;
      if (session === undefined || expiryOf(session) <= now) return undefined;
      if (later(session.used, useGrain) > now) return told(session);
      const used = { ...session, used: now };
      await tryToKeep({ ...kept, sessions: { ...kept.sessions, [digest]: used } });
      return told(used);
    },

    async end(token) {
      const { [digestOf(token)]: ended, ...sessions } = kept.sessions;
      if (ended) await keep({ ...kept, sessions });
    },
  };

  /** Memory first, then the disk: here a change that is lost signs somebody out, and one kept late is a spent link. */
  function keep(next: Kept): Promise<void> {
    const now = clock.now();
    kept = { ...next, sessions: withoutExpired(next.sessions, now) };
    writing = afterOthers(writing);
    return writing;
  }

  /** A full disk must keep nobody out: whoever signs in now can read, and see why nothing is saved. */
  async function tryToKeep(next: Kept): Promise<void> {
    await keep(next).catch(warn);
  }

  async function afterOthers(others: Promise<void>): Promise<void> {
    await others.catch(() => undefined);
    if (low === undefined) return;
    low.data = { of: 'sessions', seq: 0, chain: '', data: kept };
    await low.write();
  }
}

function fileIn(folder: string): Low<Checkpoint<Kept> | null> {
  return new Low<Checkpoint<Kept> | null>(new DurableFile<Kept>(path.join(folder, 'sessions.json')), null);
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is compared is a digest of 256 random bits, so its timing tells nothing that could be used. */
function digestOf(token: string): string {
  return hash('sha256', token);
}

function expiryOf({ since, used }: KeptSession): Timestamp {
  const [idle, whole] = [later(used, idleLife), later(since, wholeLife)];
  return idle < whole ? idle : whole;
}

function told(session: KeptSession): Session {
  return { memberId: session.memberId, expiresAt: expiryOf(session) };
}

function withoutExpired(sessions: Kept['sessions'], now: Timestamp): Kept['sessions'] {
  return Object.fromEntries(Object.entries(sessions).filter(([, session]) => expiryOf(session) > now));
}

function later(time: Timestamp, ms: number): Timestamp {
  return new Date(Date.parse(time) + ms).toISOString();
}
