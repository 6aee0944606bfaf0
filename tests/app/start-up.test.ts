/** What a start does, and what it does without: whatever the disk refuses, somebody can sign in and see it. */
import { describe, expect, it } from 'vitest';
import { startUp, type Start } from '../../server/app/start-up.ts';
import { accepted, refuse, type Refusal } from '../../server/domain/errors.ts';
import type { EditionSink, Store, World } from '../../server/ports.ts';
import { importedDecision } from '../support/builders.ts';
import { aWorld } from '../support/desk.ts';

const samples = async () => [{ name: 'school.en.md', bytes: Buffer.from('# The school\n\nIt was demolished.\n') }];

const start: Start = { samples, plans: { resume: async () => undefined } };

/** A world that notes what is reported. */
async function aNotingWorld(parts: Partial<World> = {}) {
  const reported: string[] = [];
  const world = await aWorld({ report: (_error, what) => reported.push(what), ...parts });
  return { world, reported };
}

const unwritable: EditionSink = {
  reconcile: async () => Promise.reject(new Error('EACCES')),
  holds: async () => false,
};

describe('a start', () => {
  it('loads the samples, writes the site, and gives a link that signs in', async () => {
    const { world, reported } = await aNotingWorld();
    const token = await startUp(world, start);
    expect(await world.store.board()).toMatchObject([{ title: 'The school' }]);
    expect(await world.sink.reconcile([])).toMatchObject({ removed: expect.arrayContaining(['index.html']) });
    expect(await world.sessions.exchange(token)).toMatchObject({ ok: true });
    expect(reported).toEqual([]);
  });

  it('opens the desk though the editions cannot be written, and says so', async () => {
    const { world, reported } = await aNotingWorld({ sink: unwritable });
    const token = await startUp(world, start);
    expect(reported).toEqual([expect.stringContaining('site')]);
    expect(await world.store.board()).toHaveLength(1);
    expect(await world.sessions.exchange(token)).toMatchObject({ ok: true });
  });

  it('opens the desk though the samples cannot be read, and goes on with the rest', async () => {
    const { world, reported } = await aNotingWorld();
    await startUp(world, { ...start, samples: () => Promise.reject(new Error('ENOENT')) });
    expect(reported).toEqual([expect.stringContaining('samples')]);
    expect(await world.sink.reconcile([])).toMatchObject({ removed: expect.arrayContaining(['index.html']) });
  });

  it('opens the desk though nothing can be saved', async () => {
    const { store } = await aWorld();
    const full: Store = { ...store, commit: async (): Promise<Refusal> => refuse('store.full') };
    const { world, reported } = await aNotingWorld({ store: full });
    const token = await startUp(world, start);
    expect(reported).toEqual([expect.stringContaining('samples')]);
    expect(await world.sessions.exchange(token)).toMatchObject({ ok: true });
  });

  it('goes on with jobs though the editions cannot be written', async () => {
    const { world } = await aNotingWorld({ sink: unwritable });
    const imported = importedDecision();
    const stream = imported.documentId;
    const head = { at: imported.at, by: imported.by };
    const requested = { kind: 'translation.requested', jobId: 'job-00000001', locales: ['he'], total: 3 } as const;
    accepted(await world.store.commit({ stream, decisions: [imported, { ...head, ...requested, id: aUuid }] }));
    await startUp(world, start);
    await world.queue.idle();
    expect(await world.store.document(stream)).toMatchObject({ jobs: [{ status: 'finished' }] });
  });
});

describe('plans', () => {
  it('are looked at by every start, and a fault there keeps nobody out', async () => {
    const { world, reported } = await aNotingWorld();
    const broken = { resume: () => Promise.reject(new Error('EIO')) };
    expect(await startUp(world, { ...start, plans: broken })).toEqual(expect.any(String));
    expect(reported).toEqual([expect.stringContaining('plans')]);
  });
});

const aUuid = '00000000-0000-4000-9000-000000000001';
