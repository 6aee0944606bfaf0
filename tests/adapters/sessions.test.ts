/** Links and sessions: once, in time, and for nobody who only reads the file. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSessions } from '../../server/adapters/sessions.ts';
import type { Clock } from '../../server/ports.ts';
import { aFolder } from '../support/folders.ts';

const start = Date.UTC(2026, 0, 1);
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

/** A clock that stands where it is put. */
function aClock(): Clock & { to: (ms: number) => void } {
  let now = start;
  return {
    to: (ms) => (now = start + ms),
    now: () => new Date(now).toISOString(),
    sleep: () => Promise.resolve(),
  };
}

async function signedIn(folder?: string) {
  const clock = aClock();
  const sessions = await openSessions({ clock, memberId: 'operator', ...(folder && { folder }) });
  const exchanged = await sessions.exchange(await sessions.newLink());
  if (!exchanged.ok) throw new Error(exchanged.code);
  return { clock, sessions, ...exchanged };
}

const spent = { ok: false, code: 'session.link-spent' };

describe.each(['in memory', 'in a folder'])('sessions %s', (where) => {
  const place = () => (where === 'in a folder' ? aFolder() : undefined);

  it('exchange a link for a session', async () => {
    const { sessions, token, session } = await signedIn(await place());
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(session).toEqual({ memberId: 'operator', expiresAt: new Date(start + 12 * hour).toISOString() });
    expect(await sessions.find(token)).toEqual(session);
  });

  it('take a link once, also of two who come at the same moment', async () => {
    const { sessions } = await signedIn(await place());
    const link = await sessions.newLink();
    const answers = await Promise.all([sessions.exchange(link), sessions.exchange(link), sessions.exchange(link)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await sessions.exchange(link)).toMatchObject(spent);
  });

  it('take no other link than the last, and that for an hour', async () => {
    const { sessions, clock } = await signedIn(await place());
    const [first, second] = [await sessions.newLink(), await sessions.newLink()];
    expect(await sessions.exchange(first)).toMatchObject(spent);
    expect(await sessions.exchange('')).toMatchObject(spent);
    clock.to(hour);
    expect(await sessions.exchange(second)).toMatchObject(spent);
    const third = await sessions.newLink();
    clock.to(2 * hour - 1);
    expect(await sessions.exchange(third)).toMatchObject({ ok: true });
  });

  it('end after twelve hours without use', async () => {
    const { sessions, clock, token } = await signedIn(await place());
    clock.to(12 * hour - 1);
    expect(await sessions.find(token)).toBeDefined();
    clock.to(24 * hour - 2);
    expect(await sessions.find(token)).toBeDefined();
    clock.to(36 * hour);
    expect(await sessions.find(token)).toBeUndefined();
  });

  it('end after fourteen days whatever happens', async () => {
    const { sessions, clock, token } = await signedIn(await place());
    for (let time = 0; time < 14 * day; time += 11 * hour) {
      clock.to(time);
      expect(await sessions.find(token), `after ${time / hour} h`).toBeDefined();
    }
    clock.to(14 * day);
    expect(await sessions.find(token)).toBeUndefined();
  });

  it('end when told, and are known by nothing but their token', async () => {
    const { sessions, token } = await signedIn(await place());
    for (const other of ['', token.slice(1), '__proto__', 'constructor']) {
      expect(await sessions.find(other)).toBeUndefined();
    }
    await sessions.end('another');
    expect(await sessions.find(token)).toBeDefined();
    await sessions.end(token);
    expect(await sessions.find(token)).toBeUndefined();
  });
});

describe('the file of sessions', () => {
  it('keeps nobody out where it cannot be written, and says so; nor does it pretend that somebody is out', async () => {
    const folder = await aFolder();
    const [clock, warnings] = [aClock(), [] as unknown[]];
    const warn = (error: unknown) => warnings.push(error);
    const sessions = await openSessions({ clock, memberId: 'operator', folder, warn });
    mkdirSync(path.join(folder, 'sessions.json'));
    const exchanged = await sessions.exchange(await sessions.newLink());
    if (!exchanged.ok) throw new Error(exchanged.code);
    clock.to(hour);
    expect(await sessions.find(exchanged.token)).toMatchObject({ memberId: 'operator' });
    expect(warnings).toHaveLength(3);
    await expect(sessions.end(exchanged.token)).rejects.toThrow();
    rmSync(path.join(folder, 'sessions.json'), { recursive: true });
    await sessions.newLink();
    expect(warnings).toHaveLength(3);
  });

  it('carries sign-ins, links and their last use over a restart', async () => {
    const folder = await aFolder();
    const { sessions, clock, token } = await signedIn(folder);
    clock.to(6 * hour);
    await sessions.find(token);
    const link = await sessions.newLink();
    clock.to(6 * hour + 10 * minute);
    const again = await openSessions({ clock, memberId: 'operator', folder });
    expect(await again.find(token)).toEqual({
      memberId: 'operator',
      expiresAt: new Date(start + 18 * hour + 10 * minute).toISOString(),
    });
    expect(await again.exchange(link)).toMatchObject({ ok: true });
    const third = await openSessions({ clock, memberId: 'operator', folder });
    expect(await third.exchange(link)).toMatchObject(spent);
  });

  it('holds digests only, and is for its owner only', async () => {
    const folder = await aFolder();
    const { sessions, token } = await signedIn(folder);
    const link = await sessions.newLink();
    const file = path.join(folder, 'sessions.json');
    const text = readFileSync(file, 'utf8');
    expect(text).not.toContain(token);
    expect(text).not.toContain(link);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('that is damaged signs everybody out, and nobody in', async () => {
    const folder = await aFolder();
    const { token, clock } = await signedIn(folder);
    for (const name of ['sessions.json', 'sessions.json.prev']) writeFileSync(path.join(folder, name), '{}');
    const again = await openSessions({ clock, memberId: 'operator', folder });
    expect(await again.find(token)).toBeUndefined();
  });
});
