/** Publishing from the use case to the reader's bytes: early, twice, again, withdrawn, rolled back, interrupted. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createPreviews } from '../../server/adapters/previews-memory.ts';
import { createLocalQueue } from '../../server/adapters/queue-local.ts';
import { createMemorySink, type MemorySink } from '../../server/adapters/sink-memory.ts';
import { createMemoryStore } from '../../server/adapters/store-memory.ts';
import { sha256Short } from '../../server/adapters/hash.ts';
import { viewChanges, viewEdition, type EditionKey } from '../../server/app/edition-view.ts';
import { previewEdition } from '../../server/app/preview-edition.ts';
import { correctEdition, publishEdition, rollBackEdition, withdrawEdition } from '../../server/app/publish-edition.ts';
import { reconcileEditions } from '../../server/app/reconcile-editions.ts';
import type { DocumentDecision } from '../../server/domain/decision.ts';
import { accepted } from '../../server/domain/errors.ts';
import type { EditionSink, World } from '../../server/ports.ts';
import {
  aDecisionId,
  approvalOfAll,
  approvedDecision,
  draftedDecision,
  editedDecision,
  importedDecision,
  someSegments,
} from '../support/builders.ts';
import { noDeliveries } from '../support/deliveries.ts';
import { someSite, someThemes } from '../support/editions.ts';
import { noPress } from '../support/press.ts';

let world: World;
let sink: MemorySink;
let key: EditionKey;
let page: string;
let reported: unknown[];

beforeEach(async () => {
  sink = createMemorySink();
  reported = [];
  world = aWorld(sink);
  const imported = importedDecision({ slug: 'the-school' });
  key = { documentId: imported.documentId, locale: 'he' };
  page = 'he/the-school/index.html';
  await decide(imported);
});

describe('publishing', () => {
  it('is refused while something is open, and says what, with the beginning of its source', async () => {
    await decide(...approvalOfAll(), editedDecision({ segment: 1, text: 'קראו את <1>הדו״ח</1> החדש.' }));
    const outcome = await publishEdition(world, order());
    expect(outcome).toMatchObject({
      ok: false,
      code: 'edition.blocked',
      params: { count: 1 },
      blockers: [
        { reason: 'reviewed', segmentId: someSegments[1]?.id, ordinal: 1, excerpt: 'Read the report of the village.' },
      ],
    });
    expect(sink.files.size).toBe(0);
  });

  it('shows readers the approved text, and the editor where it stands', async () => {
    await decide(...approvalOfAll());
    const { edition } = accepted(await publishEdition(world, order()));
    expect(edition).toMatchObject({
      live: 1,
      changedSinceLive: false,
      blockers: [],
      url: `${someSite.address}he/the-school/`,
    });
    expect(edition.publications).toEqual([{ n: 1, at: expect.any(String), by: 'dana', sourceVersion: 1 }]);
    expect(reading()).toContain('הדו״ח');
    expect(text('he/index.html')).toContain('the-school');
  });

  it('freezes: no later decision changes a byte until the next publication', async () => {
    await decide(...approvalOfAll());
    await publishEdition(world, order());
    const frozen = everything();
    await decide(editedDecision({ text: 'קראו את <1>הדו״ח</1> המתוקן.' }));
    await reconcileEditions(world);
    expect(everything()).toEqual(frozen);
    expect(accepted(await viewEdition(world, key)).edition).toMatchObject({ live: 1, changedSinceLive: true });
    await decide(approvedDecision());
    accepted(await publishEdition(world, order()));
    expect(reading()).toContain('המתוקן');
  });

  it('writes only what it changes', async () => {
    await decide(...approvalOfAll());
    await publishEdition(world, order());
    expect(await reconcileEditions(world)).toEqual({ written: [], removed: [] });
  });

  it('gives the same answer to the same decision sent again, and publishes once', async () => {
    await decide(...approvalOfAll());
    const first = order();
    const answer = await publishEdition(world, first);
    expect(await publishEdition(world, first)).toEqual(answer);
    await decide(editedDecision({ text: 'קראו את <1>הדו״ח</1> המתוקן.' }));
    expect(accepted(await publishEdition(world, first)).edition.publications).toHaveLength(1);
  });

  it.each([
    ['another kind', () => withdrawEdition(world, order(1))],
    ['another edition', () => publishEdition(world, { ...order(1), locale: 'en' })],
  ])('refuses the id of a decision for %s', async (_title, act) => {
    await decide(...approvalOfAll());
    await publishEdition(world, order(1));
    expect(await act()).toMatchObject({ ok: false, code: 'decision.reused' });
  });

  it('is refused when nothing changed, for an unknown document, and for an unknown locale', async () => {
    await decide(...approvalOfAll());
    await publishEdition(world, order());
    expect(await publishEdition(world, order())).toMatchObject({ code: 'edition.unchanged' });
    expect(await publishEdition(world, { ...order(), documentId: 'nobody-knows' })).toMatchObject({
      code: 'document.unknown',
    });
    const alone = importedDecision({ to: [] });
    await decide(alone);
    expect(await publishEdition(world, { ...order(), documentId: alone.documentId })).toMatchObject({
      code: 'locale.unknown',
    });
  });

  it('is stale when somebody changes a text between the look and the freeze', async () => {
    await decide(...approvalOfAll());
    const { store } = world;
    const late: World = {
      ...world,
      store: {
        ...store,
        commit: async (commit) => {
          await decide(editedDecision({ text: 'קראו את <1>הדו״ח</1> ברגע האחרון.' }), approvedDecision());
          return store.commit(commit);
        },
      },
    };
    expect(await publishEdition(late, order())).toMatchObject({ ok: false, code: 'edition.stale' });
  });

  it('is stale where it is not what was seen; sent again, what was taken is taken', async () => {
    await decide(...approvalOfAll());
    const { seen } = await changes();
    await decide(editedDecision({ text: 'קראו את <1>הדו״ח</1> אחרת.' }), approvedDecision());
    expect(await publishEdition(world, { ...order(), ...seen })).toMatchObject({ ok: false, code: 'edition.stale' });
    const now = { ...order(), ...(await changes()).seen };
    accepted(await publishEdition(world, now));
    expect(accepted(await publishEdition(world, now)).edition.publications).toHaveLength(1);
  });

  it('is stale where others have described it, or shown readers something else, since it was seen', async () => {
    await decide(...approvalOfAll());
    accepted(await publishEdition(world, order()));
    await decide(editedDecision({ text: 'קראו את <1>הדו״ח</1> אחרת.' }), approvedDecision());
    const { seen } = await changes();
    const { at, by } = approvedDecision();
    await decide({
      kind: 'edition.described',
      locale: 'he',
      details: { description: 'אחרת' },
      id: aDecisionId(),
      at,
      by,
    });
    expect(await publishEdition(world, { ...order(), ...seen })).toMatchObject({ ok: false, code: 'edition.stale' });
    const segmentIds = [someSegments[0]?.id ?? ''];
    expect(await correctEdition(world, { ...order(), segmentIds, ...seen })).toMatchObject({ code: 'edition.stale' });
  });

  it('publishes the source language too, and then leads from each to the other', async () => {
    await decide(...approvalOfAll());
    await publishEdition(world, order());
    expect(reading()).not.toContain('hreflang="en"');
    accepted(await publishEdition(world, { ...order(), locale: 'en' }));
    expect(reading()).toContain('../../en/the-school/');
    expect(text('en/the-school/index.html')).toContain('../../he/the-school/');
  });
});

describe('an edition that was published', () => {
  it('goes from readers when it is withdrawn, and not twice', async () => {
    await decide(...approvalOfAll());
    await publishEdition(world, order());
    const { edition } = accepted(await withdrawEdition(world, order()));
    expect(edition).not.toHaveProperty('live');
    expect(edition).not.toHaveProperty('url');
    expect(text(page)).toContain('הכתבה הוסרה מפרסום');
    expect(text('_redirects')).toBe('/he/the-school/ /he/the-school/ 410\n');
    expect(text('he/index.html')).not.toContain('the-school');
    expect(await withdrawEdition(world, order())).toMatchObject({ code: 'edition.not-published' });
  });

  it('gives its first bytes again when it is rolled back', async () => {
    await decide(...approvalOfAll());
    await publishEdition(world, order());
    const first = everything();
    await decide(editedDecision({ text: 'קראו את <1>הדו״ח</1> השני.' }), approvedDecision());
    await publishEdition(world, order());
    expect(everything()).not.toEqual(first);
    expect(accepted(await rollBackEdition(world, { ...order(), to: 1 })).edition.live).toBe(1);
    expect(everything()).toEqual(first);
    expect(await rollBackEdition(world, { ...order(), to: 1 })).toMatchObject({ code: 'edition.unchanged' });
    expect(await rollBackEdition(world, { ...order(), to: 9 })).toMatchObject({ code: 'publication.unknown' });
  });
});

describe('the site', () => {
  it('heals at the next run when it could not be written after the commit', async () => {
    await decide(...approvalOfAll());
    const full: EditionSink = { ...sink, reconcile: async () => Promise.reject(new Error('No space left')) };
    expect(await publishEdition({ ...world, sink: full }, order())).toMatchObject({ code: 'edition.unwritten' });
    expect(accepted(await viewEdition(world, key)).edition.live).toBe(1);
    await reconcileEditions(world);
    expect(reading()).toContain('הדו״ח');
  });

  it('cannot be written: the decision stands, the editor is told, the operator reads why', async () => {
    const full: EditionSink = {
      ...sink,
      reconcile: async () => Promise.reject(Object.assign(new Error('no space at /secret'), { code: 'ENOSPC' })),
    };
    const fullWorld = { ...world, sink: full };
    await decide(...approvalOfAll());
    const published = order();
    const unwritten = { ok: false, code: 'edition.unwritten', params: { reason: 'ENOSPC' } };
    expect(await publishEdition(fullWorld, published)).toEqual(unwritten);
    expect(reported).toEqual([expect.objectContaining({ message: 'no space at /secret' })]);
    expect(await publishEdition(fullWorld, published), 'sent again').toEqual(unwritten);
    expect(await publishEdition(fullWorld, order()), 'asked for again').toEqual(unwritten);
    expect(sink.files.size).toBe(0);
    expect(await publishEdition(world, order())).toMatchObject({ code: 'edition.unchanged' });
    expect(reading(), 'readers do see exactly this').toContain('הדו״ח');
    expect(accepted(await publishEdition(world, published)).edition.live).toBe(1);
    expect(await withdrawEdition(fullWorld, order())).toEqual(unwritten);
    expect(await withdrawEdition(fullWorld, order())).toEqual(unwritten);
    expect(await withdrawEdition(world, order())).toMatchObject({ code: 'edition.not-published' });
    expect(text(page), 'readers do see nothing of it').toContain('הכתבה הוסרה מפרסום');
  });

  it('is written by one run at a time; those who wait share the next', async () => {
    const gate = Promise.withResolvers<undefined>();
    const begun = Promise.withResolvers<undefined>();
    let [running, runs] = [0, 0];
    const slow: EditionSink = {
      ...sink,
      async reconcile(files) {
        runs += 1;
        running += 1;
        expect(running).toBe(1);
        begun.resolve(undefined);
        await gate.promise;
        const changes = await sink.reconcile(files);
        running -= 1;
        return changes;
      },
    };
    const busy = { ...world, sink: slow };
    const first = reconcileEditions(busy);
    await begun.promise;
    await decide(...approvalOfAll());
    const others = Array.from({ length: 5 }, () => publishEdition(busy, { ...order(), locale: 'he' }));
    gate.resolve(undefined);
    await Promise.all([first, ...others]);
    expect(runs).toBe(2);
    expect(reading()).toContain('הדו״ח');
  });
});

describe('a preview', () => {
  it('shows the draft, and in the source’s language what nobody has translated', async () => {
    await decide(draftedDecision({ segment: 1 }));
    const { path } = accepted(await previewEdition(world, { ...key, by: 'dana' }));
    const [, token = ''] = path.split('/');
    const shown = new TextDecoder().decode(world.previews.find(token));
    expect(shown).toContain('הדו״ח');
    expect(shown).toContain('<h1 lang="en" dir="ltr">');
    expect(shown).toContain('עדיין לא תורגם');
    expect(shown).toContain('זה אינו תרגום');
    expect(shown).toContain('<meta name="robots" content="noindex"');
    expect(sink.files.size).toBe(0);
  });

  it('is refused for what is not there', async () => {
    expect(await previewEdition(world, { ...key, documentId: 'nobody-knows', by: 'dana' })).toMatchObject({
      code: 'document.unknown',
    });
  });
});

function aWorld(sink: EditionSink): World {
  let minutes = 0;
  const clock = {
    now: () => new Date(Date.UTC(2026, 10, 21) + (minutes += 1) * 60_000).toISOString(),
    sleep: async () => undefined,
  };
  const parts: Partial<World> = {
    store: createMemoryStore(sha256Short),
    sink,
    site: someSite,
    themes: someThemes,
    deliveries: noDeliveries,
    clock,
    hash: sha256Short,
    press: noPress,
    queue: createLocalQueue((_, error) => reported.push(error)),
    previews: createPreviews(clock),
    report: (error) => reported.push(error),
  };
  return parts as World;
}

async function decide(...decisions: readonly DocumentDecision[]): Promise<void> {
  const [first] = decisions;
  const stream = first?.kind === 'document.imported' ? first.documentId : key.documentId;
  accepted(await world.store.commit({ stream, decisions }));
}

const ids = new Map<number, string>();

/** An editor's order; the same number gives the same decision id within a test's world. */
function order(number?: number) {
  const decisionId = number === undefined ? aDecisionId() : (ids.get(number) ?? aDecisionId());
  if (number !== undefined) ids.set(number, decisionId);
  return { ...key, decisionId, by: 'dana' };
}

/** What is sent along by whoever has looked at the changes now. */
async function changes(): Promise<{ readonly seen: { readonly seen?: string } }> {
  const compared = await viewChanges(world, key);
  return { seen: compared.ok && compared.seen !== undefined ? { seen: compared.seen } : {} };
}

function text(path: string): string {
  return new TextDecoder().decode(sink.files.get(path));
}

function reading(): string {
  return text(page);
}

function everything(): Map<string, string> {
  return new Map([...sink.files.keys()].toSorted().map((path) => [path, text(path)]));
}
