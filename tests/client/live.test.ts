/** A job's progress goes to every place that shows it. */
import { describe, expect, it } from 'vitest';
import { showProgress, withJob } from '../../client/live.ts';
import { keyOf, newQueryClient } from '../../client/queries.ts';
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
