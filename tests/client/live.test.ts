/** Live updates: progress goes to every place that shows it, decisions cost one reading, a lost stream comes back. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followServer, showProgress, withJob } from '../../client/live.ts';
import { keyOf, newQueryClient } from '../../client/queries.ts';
import { FakeEventSource } from '../component/fake-server.ts';
import { documentView, job } from '../component/samples.ts';

describe('withJob', () => {
  const other = { ...job, jobId: 'another-job1' };

  it('puts the newest state in its place', () => {
    expect(withJob([job, other], { ...job, done: 20 })).toEqual([{ ...job, done: 20 }, other]);
  });

  it('adds a job that is new', () => expect(withJob([other], job)).toEqual([other, job]));
});

describe('showProgress', () => {
  const { documentId, jobId } = job;
  const documentKey = keyOf('GET /api/documents/:documentId', { params: { documentId } });

  it('reaches the job and its document', () => {
    const client = newQueryClient();
    client.setQueryData(documentKey, documentView({ documentId, jobs: [job] }));
    showProgress(client, { ...job, done: 37 });
    expect(client.getQueryData(documentKey)).toMatchObject({ jobs: [{ done: 37 }] });
    const jobKey = keyOf('GET /api/documents/:documentId/jobs/:jobId', { params: { documentId, jobId } });
    expect(client.getQueryData(jobKey)).toMatchObject({ done: 37 });
  });

  it('makes up no document that was never read', () => {
    const client = newQueryClient();
    showProgress(client, job);
    expect(client.getQueryData(documentKey)).toBeUndefined();
  });
});

describe('followServer', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('EventSource', FakeEventSource);
    FakeEventSource.open = [];
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  function follow() {
    const client = newQueryClient();
    const read = vi.spyOn(client, 'invalidateQueries');
    const onConnection = vi.fn<(isConnected: boolean) => void>();
    return { read, onConnection, end: followServer(client, onConnection) };
  }

  it('reads a document once for many decisions on it', () => {
    const { read, end } = follow();
    for (let count = 0; count < 8; count += 1) {
      FakeEventSource.emit({ type: 'decision', stream: 'a', kind: 'target.drafted', by: 'machine' });
    }
    expect(read).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(read).toHaveBeenCalledOnce();
    end();
  });

  it('keeps a break to itself that heals in a moment, and reads everything then', () => {
    const { read, onConnection, end } = follow();
    FakeEventSource.signal('open');
    FakeEventSource.signal('error');
    vi.advanceTimersByTime(2100);
    FakeEventSource.signal('open');
    vi.runAllTimers();
    expect(onConnection).not.toHaveBeenCalledWith(false);
    expect(read).toHaveBeenCalledOnce();
    end();
  });

  it('tells once of a connection that stays lost, however often it is tried', () => {
    const { onConnection, end } = follow();
    for (let tries = 0; tries < 6; tries += 1) {
      FakeEventSource.signal('error');
      vi.advanceTimersByTime(2000);
    }
    expect(onConnection.mock.calls).toEqual([[false]]);
    end();
  });

  it('tells nobody any more when it has ended', () => {
    const { onConnection, end } = follow();
    FakeEventSource.signal('error');
    end();
    vi.runAllTimers();
    expect(onConnection).not.toHaveBeenCalled();
  });

  it('tells of a lost connection, and reads everything when it is back', () => {
    const { read, onConnection, end } = follow();
    FakeEventSource.signal('open');
    expect(read).not.toHaveBeenCalled();
    FakeEventSource.signal('error');
    vi.runAllTimers();
    FakeEventSource.signal('open');
    expect(onConnection.mock.calls).toEqual([[true], [false], [true]]);
    expect(read).toHaveBeenCalledOnce();
    end();
  });

  it('opens a new stream where the browser has given up, and closes it in the end', () => {
    const { read, end } = follow();
    const [given] = FakeEventSource.open;
    if (!given) expect.fail('no stream');
    given.readyState = given.CLOSED;
    FakeEventSource.signal('error');
    given.close();
    vi.runAllTimers();
    expect(FakeEventSource.open).toHaveLength(1);
    expect(FakeEventSource.open[0]).not.toBe(given);
    // One small answer tells whether the session is gone; everything is read once, when the stream is there.
    expect(read.mock.calls).toEqual([[{ queryKey: ['GET /api/queue'] }]]);
    FakeEventSource.signal('open');
    expect(read).toHaveBeenCalledTimes(2);
    end();
    expect(FakeEventSource.open).toEqual([]);
  });
});
