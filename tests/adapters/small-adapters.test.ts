/** The clock, the ids and the job events. */
import { describe, expect, it } from 'vitest';
import { createJobEvents } from '../../server/adapters/job-events.ts';
import { randomIds, shortIdFrom } from '../../server/adapters/random-ids.ts';
import { systemClock } from '../../server/adapters/system-clock.ts';
import type { JobProgress } from '../../server/ports.ts';

describe('random ids', () => {
  it('are short, URL-safe, different, and never an option to a shell', () => {
    const ids = Array.from({ length: 2000 }, () => randomIds.short());
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_][A-Za-z0-9_-]{11}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are drawn again where they would begin with a dash', () => {
    const draws = ['-aaaaaaaaaaa', '--aaaaaaaaaa', 'a-aaaaaaaaaa'].map((id) => Buffer.from(id, 'base64url'));
    expect(shortIdFrom(() => draws.shift() ?? Buffer.alloc(9))).toBe('a-aaaaaaaaaa');
  });

  it('are UUIDs for decisions', () =>
    expect(randomIds.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
});

describe('the system’s clock', () => {
  it('tells the time in UTC', () => expect(systemClock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/));

  it('wakes up', async () => expect(await systemClock.sleep(1)).toBeUndefined());

  it('is woken by the signal, with its reason', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const sleeping = expect(systemClock.sleep(3_600_000, controller.signal)).rejects.toBe(reason);
    controller.abort(reason);
    await sleeping;
    await expect(systemClock.sleep(1, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

describe('job events', () => {
  it('reach whoever listens, until they stop', () => {
    const events = createJobEvents();
    const progress: JobProgress = {
      jobId: 'job',
      documentId: 'doc',
      locales: ['he'],
      total: 1,
      done: 0,
      failed: 0,
      fromMemory: 0,
      status: 'running',
    };
    const heard: string[] = [];
    const listener = ({ jobId }: JobProgress) => heard.push(jobId);
    const stopFirst = events.subscribe(listener);
    const stopSecond = events.subscribe(listener);
    events.publish(progress);
    stopFirst();
    events.publish(progress);
    stopSecond();
    events.publish(progress);
    expect(heard).toEqual(['job', 'job', 'job']);
  });
});
