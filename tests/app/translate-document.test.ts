/** Translation jobs: what is asked of memory and of machines, in what order, and what no fault may harm. */
import { describe, expect, it } from 'vitest';
import { cancelTranslation, requestTranslation, resumeJobs, viewJob } from '../../server/app/translate-document.ts';
import { codeFaults } from '../../server/domain/content.ts';
import type { DocumentState, Target } from '../../server/domain/document.ts';
import { accepted } from '../../server/domain/errors.ts';
import type { Locale } from '../../server/domain/locale.ts';
import type { Commit, JobProgress, Store } from '../../server/ports.ts';
import { aDecisionId, aHead, approvedDecision, aSegment, editedDecision, memoryDecision } from '../support/builders.ts';
import {
  aJobWorld,
  fault,
  faulty,
  given,
  never,
  numbered,
  present,
  restarted,
  translated,
  type TestWorld,
} from '../support/job-world.ts';

async function ask(
  world: TestWorld,
  document: DocumentState,
  locales: readonly Locale[] = ['he'],
): Promise<JobProgress> {
  const order = { documentId: document.id, locales, decisionId: aDecisionId(), by: 'dana' };
  return accepted(await requestTranslation(world, order)).job;
}

async function work(world: TestWorld, document: DocumentState, locales?: readonly Locale[]) {
  const { jobId } = await ask(world, document, locales);
  await world.queue.idle();
  expect(world.crashes).toEqual([]);
  return outcome(world, document, jobId);
}

async function outcome(world: TestWorld, { id: documentId }: DocumentState, jobId: string) {
  const { job } = accepted(await viewJob(world, { documentId, jobId }));
  return { job, targets: (await present(world, documentId)).targets };
}

const statesOf = (targets: readonly Target[] = []) => targets.map(({ state }) => state);
const sizes = (world: TestWorld) => world.provider.requests.map(({ items }) => items.length);
const sent = (world: TestWorld) => world.provider.requests.flatMap(({ items }) => items.map(({ text }) => text));

/** Runs `first` once, just before the store takes the first commit that holds a machine's draft. */
function interrupting(store: Store, first: () => Promise<unknown>): Store {
  let isDone = false;
  return {
    ...store,
    async commit(commit: Commit) {
      if (!isDone && commit.decisions.some(({ kind }) => kind === 'target.drafted')) {
        isDone = true;
        await first();
      }
      return store.commit(commit);
    },
  };
}

describe('the way of a job', () => {
  it('drafts every segment in every locale asked for, and is finished', async () => {
    const world = aJobWorld();
    const document = await given(world);
    const { job, targets } = await work(world, document, ['he', 'ar']);
    expect(job).toMatchObject({ total: 6, done: 6, failed: 0, status: 'finished' });
    for (const locale of ['he', 'ar'] as const) expect(statesOf(targets[locale])).toEqual(Array(3).fill('translated'));
    expect(targets.he?.[1]).toMatchObject({
      text: 'ת Text 1.',
      by: 'machine',
      origin: { type: 'mt', provider: 'scripted', model: 'scripted-1' },
    });
  });

  it('sends neighbours, eight at most, with the title and the two paragraphs before', async () => {
    const world = aJobWorld();
    await work(world, await given(world, numbered(20)));
    expect(sizes(world)).toEqual([8, 8, 4]);
    expect(world.provider.requests.map(({ before }) => before)).toEqual([
      [],
      ['Text 6.', 'Text 7.'],
      ['Text 14.', 'Text 15.'],
    ]);
    expect(world.provider.requests[2]).toMatchObject({ title: 'Text 0.', from: 'en', to: 'he' });
  });

  it('commits each batch before the next is sent, in one commit', async () => {
    const drafted: number[] = [];
    const world: TestWorld = aJobWorld(async (request) => {
      const { targets } = await present(world, document.id);
      drafted.push(statesOf(targets.he).filter((state) => state === 'translated').length);
      return translated(request);
    });
    const document = await given(world, numbered(20));
    const commits: number[] = [];
    world.store.subscribe((recorded) => commits.push(recorded.length));
    await work(world, document);
    expect(drafted).toEqual([0, 8, 16]);
    expect(commits).toEqual([1, 8, 8, 4, 1]);
  });

  it('leaves out what nobody translates; it does not part neighbours, a text that stands does', async () => {
    const world = aJobWorld();
    const segments = numbered(7).with(2, aSegment({ kind: 'separator', text: '' }));
    const document = await given(world, segments);
    const edited = editedDecision({ segment: segments[4] ?? aSegment(), text: 'שלי' });
    accepted(await world.store.commit({ stream: document.id, decisions: [edited] }));
    const { job, targets } = await work(world, document);
    expect(world.provider.requests.map(({ items }) => items.map(({ text }) => text))).toEqual([
      ['Text 0.', 'Text 1.', 'Text 3.'],
      ['Text 5.', 'Text 6.'],
    ]);
    expect(job).toMatchObject({ total: 5, done: 5 });
    expect(targets.he?.[4]?.text).toBe('שלי');
  });

  it('tells how far it has got after each commit', async () => {
    const world = aJobWorld();
    await work(world, await given(world, numbered(20)));
    expect(world.told.map(({ done, status }) => [done, status])).toEqual([
      [8, 'running'],
      [16, 'running'],
      [20, 'running'],
      [20, 'finished'],
    ]);
  });

  it('keeps a text that lost its codes, and it cannot pass for whole', async () => {
    const codes = { 1: { type: 'emphasis' } } as const;
    const world = aJobWorld(({ items }) =>
      items.map(({ codes }) => ({ content: { text: 'בלי', codes }, model: 'm', billed: 1 })),
    );
    const { targets } = await work(world, await given(world, [aSegment({ text: '<1>with</1>', codes })]));
    expect(codeFaults(targets.he?.[0]?.text ?? '', codes)).toEqual([{ code: 'content.code-missing', number: '1' }]);
  });
});

describe('memory', () => {
  it('is asked first; machines get the rest', async () => {
    const world = aJobWorld();
    const document = await given(world, numbered(4));
    accepted(await world.store.commit({ stream: 'site', decisions: [memoryDecision([['Text 1.', 'מהזיכרון']])] }));
    const { job, targets } = await work(world, document);
    expect(sent(world)).toEqual(['Text 0.', 'Text 2.', 'Text 3.']);
    expect(targets.he?.[1]).toMatchObject({
      text: 'מהזיכרון',
      state: 'translated',
      origin: { type: 'tm', score: 100 },
    });
    expect(job).toMatchObject({ done: 4, failed: 0, fromMemory: 1 });
  });

  it('knows what was approved in another document a moment ago', async () => {
    const world = aJobWorld();
    const one = await given(world, numbered(2));
    await work(world, one);
    const segment = one.source.segments[1];
    const edit = editedDecision({ ...(segment && { segment }), text: 'כך אומרים' });
    const approval = approvedDecision({ ...(segment && { segment }) });
    accepted(await world.store.commit({ stream: one.id, decisions: [edit, approval] }));
    const { targets } = await work(world, await given(world, numbered(2)));
    expect(targets.he?.[1]).toMatchObject({ text: 'כך אומרים', origin: { type: 'tm', score: 101 } });
    expect(sent(world)).toEqual(['Text 0.', 'Text 1.', 'Text 0.']);
  });
});

describe('a crash', () => {
  it('repeats the request that was under way, and no other', async () => {
    const world = aJobWorld((request, call) => (call === 2 ? never(request) : translated(request)));
    const document = await given(world, numbered(20));
    const { jobId } = await ask(world, document);
    while (world.provider.requests.length < 2) await new Promise(setImmediate);
    await world.queue.close();
    expect((await outcome(world, document, jobId)).job).toMatchObject({ done: 8, status: 'running' });

    const again = restarted(world);
    expect(await resumeJobs(again)).toEqual([jobId]);
    await again.queue.idle();
    expect((await outcome(again, document, jobId)).job).toMatchObject({ done: 20, status: 'finished' });
    expect(sizes(world)).toEqual([8, 8]);
    expect(sizes(again)).toEqual([8, 4]);
    expect(sent(again)[0]).toBe('Text 8.');
  });

  it('has nothing to go on with where jobs are over', async () => {
    const world = aJobWorld();
    await work(world, await given(world));
    expect(await resumeJobs(restarted(world))).toEqual([]);
  });

  it('ends a job whose provider is not configured any more', async () => {
    const world = aJobWorld(never);
    const document = await given(world);
    const { jobId } = await ask(world, document);
    await world.queue.close();
    const again = { ...restarted(world), providers: new Map() };
    await resumeJobs(again);
    await again.queue.idle();
    const fault = { code: 'provider.refused', retryable: false };
    expect((await outcome(again, document, jobId)).job).toMatchObject({ status: 'stopped', fault, done: 0 });
  });
});

describe('cancelling', () => {
  it.each([
    ['a provider that stops', never],
    [
      'a provider that answers all the same',
      async (request) => {
        await never(request).catch(() => {});
        return translated(request);
      },
    ],
  ] satisfies Array<[string, Parameters<typeof aJobWorld>[0]]>)(
    'keeps what has arrived and commits nothing after: %s',
    async (_title, last) => {
      const world = aJobWorld((request, call) => (call === 2 ? last(request) : translated(request)));
      const document = await given(world, numbered(20));
      const { jobId } = await ask(world, document);
      while (world.provider.requests.length < 2) await new Promise(setImmediate);
      const order = { documentId: document.id, jobId, decisionId: aDecisionId(), by: 'dana' };
      const { job } = accepted(await cancelTranslation(world, order));
      expect(job).toMatchObject({ status: 'cancelled', done: 8, total: 20 });
      expect(world.told.at(-1)).toEqual(job);
      const { length } = await world.store.decisions(document.id);
      await world.queue.idle();
      expect(await world.store.decisions(document.id)).toHaveLength(length);
      expect(world.provider.requests[1]?.signal.aborted).toBe(true);
      expect(await resumeJobs(restarted(world))).toEqual([]);
      expect(await cancelTranslation(world, { ...order, decisionId: aDecisionId() })).toMatchObject({
        ok: false,
        code: 'job.finished',
      });
    },
  );

  it('also where it comes between the job’s last look and its commit', async () => {
    const base = aJobWorld();
    const document = await given(base);
    let isCancelled = false;
    const slow: Store = {
      ...base.store,
      async document(documentId) {
        const found = await base.store.document(documentId);
        if (world.provider.requests.length > 0 && !isCancelled) {
          isCancelled = true;
          const jobId = found?.jobs[0]?.id ?? '';
          accepted(await cancelTranslation(world, { documentId, jobId, decisionId: aDecisionId(), by: 'dana' }));
        }
        return found;
      },
    };
    const world: TestWorld = aJobWorld(translated, slow);
    const { job, targets } = await work(world, document);
    expect(job).toMatchObject({ status: 'cancelled', done: 0 });
    expect(targets).toEqual({});
  });

  it('is not known for a job or a document that is not there', async () => {
    const world = aJobWorld();
    const document = await given(world);
    const order = { documentId: document.id, jobId: 'nope', decisionId: aDecisionId(), by: 'dana' };
    expect(await cancelTranslation(world, order)).toMatchObject({ code: 'job.unknown' });
    expect(await cancelTranslation(world, { ...order, documentId: 'nope' })).toMatchObject({
      code: 'document.unknown',
    });
  });
});

describe('faults', () => {
  it('that pass are tried again, after the pause that the server asks for', async () => {
    const world = aJobWorld((request, call) =>
      call === 1 ? faulty(request, 'provider.busy', 7000) : translated(request),
    );
    const { job } = await work(world, await given(world));
    expect(job).toMatchObject({ done: 3, failed: 0, status: 'finished' });
    expect(world.slept).toEqual([7000]);
  });

  it('that do not pass are believed after four tries, with growing pauses, and marked', async () => {
    const world = aJobWorld((request) => faulty(request, 'provider.unreachable'));
    const { job, targets } = await work(world, await given(world));
    expect(sizes(world)).toEqual([3, 3, 3, 3]);
    const [first = 0, second = 0, third = 0] = world.slept;
    expect([first >= 750, first <= 1250, second > first, third > second, world.slept.length]).toEqual([
      ...Array(4).fill(true),
      3,
    ]);
    expect(job).toMatchObject({ done: 0, failed: 3, status: 'finished' });
    const fault = { code: 'provider.unreachable', retryable: true, jobId: job.jobId };
    expect(targets.he?.map(({ fault }) => fault)).toEqual([fault, fault, fault]);
  });

  it('of one item do not keep the others waiting: they are committed, it alone is sent again', async () => {
    const world = aJobWorld((request, call) =>
      call === 1 ? translated(request).with(1, fault('provider.garbled')) : translated(request),
    );
    const { job } = await work(world, await given(world));
    expect(sent(world)).toEqual(['Text 0.', 'Text 1.', 'Text 2.', 'Text 1.']);
    expect(world.provider.requests[1]?.before).toEqual([]);
    expect(job).toMatchObject({ done: 3, failed: 0 });
  });

  it('that are final are marked without another try', async () => {
    const world = aJobWorld(({ items }) =>
      items.map(() => ({ fault: { code: 'provider.garbled', retryable: false } })),
    );
    const { job } = await work(world, await given(world));
    expect([sizes(world), job.failed, job.status]).toEqual([[3], 3, 'finished']);
  });

  it('a new request tries the marked ones again, and a text takes the mark off', async () => {
    const world = aJobWorld((request, call) => (call <= 4 ? faulty(request, 'provider.busy') : translated(request)));
    const document = await given(world);
    await work(world, document);
    const { job, targets } = await work(world, document);
    expect(job).toMatchObject({ total: 3, done: 3, failed: 0, status: 'finished' });
    expect(targets.he?.map(({ fault }) => fault)).toEqual([undefined, undefined, undefined]);
  });

  it.each(['provider.quota', 'provider.refused'] as const)('%s ends the job at once', async (code) => {
    const world = aJobWorld((request, call) => (call === 2 ? faulty(request, code) : translated(request)));
    const { job, targets } = await work(world, await given(world, numbered(30)), ['he', 'ar']);
    expect(sizes(world)).toEqual([8, 8]);
    expect(world.slept).toEqual([]);
    expect(job).toMatchObject({ status: 'stopped', done: 8, failed: 0, total: 60, fault: { code, retryable: false } });
    expect(targets.he?.some(({ fault }) => fault)).toBe(false);
  });

  it('keeps the texts that came beside a quota fault', async () => {
    const world = aJobWorld((request) => translated(request).with(2, fault('provider.quota')));
    const { job } = await work(world, await given(world));
    expect(job).toMatchObject({ status: 'stopped', done: 2, failed: 0 });
  });

  it('give the provider up after five batches in vain', async () => {
    const world = aJobWorld((request) => faulty(request, 'provider.unreachable'));
    const { job } = await work(world, await given(world, numbered(80)));
    expect(world.provider.requests).toHaveLength(5 * 4);
    expect(job).toMatchObject({ status: 'stopped', failed: 40, fault: { code: 'provider.unreachable' } });
  });

  it('a text that can be no target is marked, the others stay', async () => {
    const codes = { 1: { type: 'footnote', label: '1' } } as const;
    const world = aJobWorld((request) =>
      translated(request).with(0, { content: { text: 'עם <1>', codes }, model: 'm', billed: 1 }),
    );
    const { job, targets } = await work(
      world,
      await given(world, [aSegment({ text: 'Odd<1/>', codes }), ...numbered(1)]),
    );
    expect(job).toMatchObject({ done: 1, failed: 1, status: 'finished' });
    expect(targets.he?.[0]).toMatchObject({ state: 'untranslated', fault: { code: 'provider.garbled' } });
  });
});

describe('people', () => {
  it('are never written over, and their text does not sink the batch', async () => {
    const world: TestWorld = aJobWorld(async (request) => {
      const segment = document.source.segments[1] ?? aSegment();
      const edit = editedDecision({ segment, text: 'של אדם' });
      accepted(await world.store.commit({ stream: document.id, decisions: [edit] }));
      return translated(request);
    });
    const document = await given(world);
    const { job, targets } = await work(world, document);
    expect(targets.he?.map(({ text }) => text)).toEqual(['ת Text 0.', 'של אדם', 'ת Text 2.']);
    expect(job).toMatchObject({ done: 3, failed: 0, status: 'finished' });
    const kinds = (await world.store.decisions(document.id)).map(({ decision }) => decision.kind);
    expect(kinds).not.toContain('translation.failed');
  });

  it('win also where they are faster by a hair: between the last look and the commit', async () => {
    const base = aJobWorld();
    const document = await given(base);
    const segment = document.source.segments[2] ?? aSegment();
    const edit = editedDecision({ segment, text: 'של אדם' });
    const store = interrupting(base.store, () => base.store.commit({ stream: document.id, decisions: [edit] }));
    const world = aJobWorld(translated, store);
    const { job, targets } = await work(world, document);
    expect(targets.he?.map(({ text }) => text)).toEqual(['ת Text 0.', 'ת Text 1.', 'של אדם']);
    expect(job).toMatchObject({ done: 3, status: 'finished' });
    expect(sizes(world)).toEqual([3]);
  });

  it('may give the source another wording: its draft is dropped, the new wording is sent', async () => {
    const base = aJobWorld();
    const document = await given(base);
    const segments = document.source.segments.map((segment, at) => (at === 1 ? { ...segment, text: 'New.' } : segment));
    const reworded: Store = {
      ...base.store,
      async document(documentId) {
        const found = await base.store.document(documentId);
        return found && world.provider.requests.length > 0
          ? { ...found, source: { ...found.source, segments } }
          : found;
      },
    };
    const world: TestWorld = aJobWorld(translated, reworded);
    const { targets } = await work(world, document);
    expect(sent(world)).toEqual(['Text 0.', 'Text 1.', 'Text 2.', 'New.']);
    expect(targets.he?.map(({ text }) => text)).toEqual(['ת Text 0.', 'ת New.', 'ת Text 2.']);
  });

  it('may archive the document while the job waits for its turn: nothing is sent', async () => {
    const world = aJobWorld();
    const document = await given(world);
    const waiting: Array<(signal: AbortSignal) => Promise<void>> = [];
    const queue = { ...world.queue, start: (_jobId: string, job: (typeof waiting)[number]) => void waiting.push(job) };
    await ask({ ...world, queue }, document);
    const archived = { ...aHead(), kind: 'document.archived' } as const;
    accepted(await world.store.commit({ stream: document.id, decisions: [archived] }));
    await waiting[0]?.(new AbortController().signal);
    expect(sent(world)).toEqual([]);
  });

  it('may archive the document and restore it: the job is over, and another can be asked for', async () => {
    const world: TestWorld = aJobWorld(async (request) => {
      for (const kind of ['document.archived', 'document.restored'] as const) {
        accepted(await world.store.commit({ stream: document.id, decisions: [{ ...aHead(), kind }] }));
      }
      return translated(request);
    });
    const document = await given(world);
    const { job, targets } = await work(world, document);
    expect([targets, job.status]).toEqual([{}, 'cancelled']);
    expect(await ask(world, document)).toMatchObject({ status: 'running' });
  });

  it('may archive the document: the job ends without a word', async () => {
    const world: TestWorld = aJobWorld(async (request) => {
      const archived = { ...aHead(), kind: 'document.archived' } as const;
      accepted(await world.store.commit({ stream: document.id, decisions: [archived] }));
      return translated(request);
    });
    const document = await given(world);
    const { targets } = await work(world, document);
    expect(targets).toEqual({});
    expect(sizes(world)).toEqual([3]);
  });

  it('may take a locale away: the job passes it over', async () => {
    const world: TestWorld = aJobWorld(async (request, call) => {
      const changed = { ...aHead(), kind: 'document.changed', to: ['ar'] } as const;
      if (call === 1) accepted(await world.store.commit({ stream: document.id, decisions: [changed] }));
      return translated(request);
    });
    const document = await given(world);
    const { targets } = await work(world, document, ['he', 'ar']);
    expect(targets.he).toBeUndefined();
    expect(statesOf(targets.ar)).toEqual(Array(3).fill('translated'));
  });
});

describe('what is refused', () => {
  it.each([
    ['document.unknown', { documentId: 'nope' }],
    ['locale.unknown', { locales: ['he', 'en'] }],
    ['provider.unknown', { provider: 'nobody' }],
    ['provider.unsupported', { provider: 'mute' }],
    ['job.nothing-to-translate', { locales: [] }],
  ] as const)('%s', async (code, change) => {
    const world = aJobWorld();
    const document = await given(world);
    const mute = { ...world.provider, id: 'mute', supports: () => false };
    const withMute = { ...world, providers: new Map([...world.providers, ['mute', mute]]) };
    const order = { documentId: document.id, locales: ['he'] as const, decisionId: aDecisionId(), by: 'dana' };
    expect(await requestTranslation(withMute, { ...order, ...change })).toMatchObject({ ok: false, code });
    expect(await world.store.decisions(document.id)).toHaveLength(1);
  });

  it('what is translated already, and what another job is at work on', async () => {
    const world = aJobWorld((request) => (request.to === 'he' ? never(request) : translated(request)));
    const document = await given(world);
    const first = await ask(world, document, ['he']);
    const order = { documentId: document.id, by: 'dana' };
    const again = { ...order, locales: ['he'] as const, decisionId: aDecisionId() };
    expect(await requestTranslation(world, again)).toMatchObject({ code: 'job.nothing-to-translate' });
    const both = await requestTranslation(world, { ...order, locales: ['he', 'ar'], decisionId: aDecisionId() });
    expect(accepted(both).job).toMatchObject({ locales: ['ar'], total: 3 });
    accepted(await cancelTranslation(world, { ...order, jobId: first.jobId, decisionId: aDecisionId() }));
    await world.queue.idle();
    const arabic = { ...order, locales: ['ar'] as const, decisionId: aDecisionId() };
    expect(await requestTranslation(world, arabic)).toMatchObject({ code: 'job.nothing-to-translate' });
  });

  it('the same request sent again is the same job; another under its id is refused', async () => {
    const world = aJobWorld();
    const document = await given(world);
    const order = { documentId: document.id, locales: ['he'] as const, decisionId: aDecisionId(), by: 'dana' };
    const { job } = accepted(await requestTranslation(world, order));
    await world.queue.idle();
    expect(accepted(await requestTranslation(world, order)).job).toMatchObject({
      jobId: job.jobId,
      status: 'finished',
    });
    expect(sizes(world)).toEqual([3]);
    for (const other of [{ locales: ['ar'] as const }, { by: 'noor' }, { provider: 'scripted' }]) {
      expect(await requestTranslation(world, { ...order, ...other })).toMatchObject({ code: 'decision.reused' });
    }
  });
});
