/** A job's numbers and batches, read from its document. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentState, Job, Segment, Target } from '../../server/domain/document.ts';
import {
  batchLength,
  batchSize,
  contextBefore,
  jobProgress,
  nextBatch,
  pendingSegments,
  stopsJob,
} from '../../server/domain/job.ts';
import { aDocument, aSegment, aSource, importedDecision } from '../support/builders.ts';

const job: Job = { id: 'job', locales: ['he'], requestedAt: '', by: 'dana', total: 0, status: 'running' };

const kinds = fc.constantFrom('paragraph', 'heading', 'separator', 'code-block');
const segments = fc.array(
  fc.record({ kind: kinds, text: fc.constantFrom('short', 'x'.repeat(6_000), 'x'.repeat(40_000)) }).map(aSegment),
  { minLength: 1, maxLength: 40 },
);
const target: fc.Arbitrary<Target> = fc.constantFrom<Target>(
  { text: '', state: 'untranslated', revision: 0 },
  { text: '', state: 'untranslated', revision: 0, fault: { code: 'provider.busy', retryable: true, jobId: 'job' } },
  { text: '', state: 'untranslated', revision: 0, fault: { code: 'provider.busy', retryable: true, jobId: 'before' } },
  { text: 'יש', state: 'translated', revision: 1 },
  { text: 'יש', state: 'approved', revision: 3 },
);
const documents = segments.chain((segments) =>
  fc
    .array(target, { minLength: segments.length, maxLength: segments.length })
    .map((targets) => documentOf(segments, targets)),
);

function documentOf(segments: readonly Segment[], targets: readonly Target[] = []): DocumentState {
  return { ...aDocument(importedDecision({ source: aSource({ segments }) })), targets: { he: targets } };
}

describe('nextBatch', () => {
  it('takes the first pending ones: a few, neighbours, not too long together, and at least one', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const pending = [...pendingSegments(document, 'he', job)];
        const batch = nextBatch(pending, document);
        expect(batch).toEqual(pending.slice(0, batch.length));
        expect(batch.length).toBeLessThanOrEqual(batchSize);
        expect(batch.length > 0).toBe(pending.length > 0);
        const length = batch.reduce((sum, { segment }) => sum + segment.text.length, 0);
        expect(batch.length <= 1 || length <= batchLength).toBe(true);
        const [first, last] = [batch[0]?.ordinal ?? 0, batch.at(-1)?.ordinal ?? 0];
        const between = [...pendingSegments({ ...document, targets: {} }, 'he')].filter(
          ({ ordinal }) => ordinal >= first && ordinal <= last,
        );
        if (batch.length > 0) expect(between).toEqual(batch);
      }),
    );
  });

  it('takes eight of many', () => {
    const document = documentOf(Array.from({ length: 20 }, () => aSegment()));
    expect(nextBatch(pendingSegments(document, 'he'), document)).toHaveLength(batchSize);
  });

  it('takes a segment alone that is longer than a batch may be', () => {
    const document = documentOf([aSegment({ text: 'x'.repeat(batchLength + 1) }), aSegment()]);
    expect(nextBatch(pendingSegments(document, 'he'), document)).toHaveLength(1);
  });
});

describe('jobProgress', () => {
  it('adds up to its total, from any document', () => {
    fc.assert(
      fc.property(documents, fc.nat(60), (document, total) => {
        const { done, failed } = jobProgress(document, { ...job, total });
        const pending = Math.min(total, [...pendingSegments(document, 'he', job)].length);
        expect(done).toBeGreaterThanOrEqual(0);
        expect(failed).toBeGreaterThanOrEqual(0);
        expect(done + failed + pending).toBe(total);
      }),
    );
  });

  it('counts as failed what failed in this job, as pending what failed in another', () => {
    const fault = { code: 'provider.busy', retryable: true } as const;
    const untranslated = { text: '', state: 'untranslated', revision: 0 } as const;
    const document = documentOf(
      [aSegment(), aSegment(), aSegment()],
      [
        { ...untranslated, fault: { ...fault, jobId: 'job' } },
        { ...untranslated, fault: { ...fault, jobId: 'before' } },
        { text: 'יש', state: 'translated', revision: 1 },
      ],
    );
    expect(jobProgress(document, { ...job, total: 3 })).toMatchObject({ total: 3, done: 1, failed: 1 });
  });
});

describe('what memory gave', () => {
  const given = { text: 'יש', state: 'translated', revision: 1, origin: { type: 'tm', score: 100 } } as const;
  const [asked, before, after] = ['2026-05-02', '2026-05-01', '2026-05-03'];

  it('is counted as done for nothing: what it gave since the job was asked for, and nobody has rewritten', () => {
    const targets = [
      { ...given, at: before },
      { ...given, at: after },
      { ...given, at: after, origin: { type: 'mt', provider: 'demo', model: 'one' } } as const,
      { ...given, at: after, origin: { type: 'human', by: 'dana' } } as const,
    ];
    const document = documentOf(
      targets.map(() => aSegment()),
      targets,
    );
    expect(jobProgress(document, { ...job, total: 4, requestedAt: asked })).toMatchObject({ done: 4, fromMemory: 1 });
    expect(jobProgress(document, { ...job, total: 0, requestedAt: asked }).fromMemory).toBe(0);
  });
});

describe('contextBefore', () => {
  const segments = [
    aSegment({ kind: 'title', text: 'Title' }),
    aSegment({ text: 'One' }),
    aSegment({ kind: 'separator', text: '' }),
    aSegment({ text: 'Two' }),
    aSegment({ text: 'Three' }),
  ];
  it.each([
    [0, []],
    [1, []],
    [3, ['One']],
    [4, ['One', 'Two']],
    [5, ['Two', 'Three']],
  ])('of segment %i', (ordinal, texts) =>
    expect(contextBefore(documentOf(segments), ordinal).map(({ text }) => text)).toEqual(texts),
  );
});

describe('stopsJob', () => {
  it.each([
    ['provider.quota', true],
    ['provider.refused', true],
    ['provider.busy', false],
    ['provider.unreachable', false],
    ['provider.garbled', false],
  ] as const)('%s: %s', (code, stops) => expect(stopsJob({ code, retryable: false })).toBe(stops));
});
