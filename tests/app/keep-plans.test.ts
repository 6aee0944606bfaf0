/** Plans carry themselves out: together, in time, after a restart, once; and never with anything open. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemorySink, type MemorySink } from '../../server/adapters/sink-memory.ts';
import { viewEdition } from '../../server/app/edition-view.ts';
import { keepPlans, type PlanKeeper } from '../../server/app/keep-plans.ts';
import { changeDocument } from '../../server/app/manage-document.ts';
import { cancelPlan, planEditions, type Plans } from '../../server/app/plan-editions.ts';
import { publishEdition, rollBackEdition, withdrawEdition } from '../../server/app/publish-edition.ts';
import type { DocumentDecision } from '../../server/domain/decision.ts';
import { accepted, refuse, type Refusal } from '../../server/domain/errors.ts';
import type { Locale } from '../../server/domain/locale.ts';
import type { Store, World } from '../../server/ports.ts';
import { aDecisionId, approvalOfAll, approvedDecision, editedDecision, importedDecision } from '../support/builders.ts';
import { aWorld } from '../support/desk.ts';
import { aClock, type FakeClock } from '../support/fake-clock.ts';

const hour = 3_600_000;
const start = Date.UTC(2026, 0, 1);
const inHours = (hours: number) => new Date(start + hours * hour).toISOString();

let world: World;
let sink: MemorySink;
let clock: FakeClock;
let keeper: PlanKeeper;
let documentId: string;
let reported: unknown[];

beforeEach(async () => {
  clock = aClock(start);
  sink = createMemorySink();
  reported = [];
  world = await aWorld({ clock, sink, report: (error) => reported.push(error) });
  keeper = keepPlans(world);
  const imported = importedDecision({ slug: 'the-school' });
  ({ documentId } = imported);
  await decide(imported);
});
afterEach(() => keeper.close());

const order = () => ({ documentId, decisionId: aDecisionId(), by: 'dana' });
const plan = (locales: readonly Locale[], notBefore?: string) =>
  planEditions(world, { ...order(), locales, ...(notBefore && { notBefore }) });

function plansOf(answer: Plans | Refusal): Plans['plans'] {
  if ('plans' in answer) return answer.plans;
  throw new Error(answer.code);
}

async function decide(...decisions: readonly DocumentDecision[]): Promise<void> {
  for (const decision of decisions) accepted(await world.store.commit({ stream: documentId, decisions: [decision] }));
}

async function viewOf(locale: Locale) {
  return accepted(await viewEdition(world, { documentId, locale })).edition;
}

const pages = () => [...sink.files.keys()].filter((path) => path.endsWith('the-school/index.html')).toSorted();
const kinds = async () => (await world.store.decisions(documentId)).map(({ decision }) => decision.kind);

/** Lets everything happen that waits for nothing but its turn. */
async function settled(): Promise<void> {
  await clock.pass(0);
  await keeper.idle();
}

describe('editions that are to appear together', () => {
  it('do, with the last approval, in one commit, by whoever planned it; then readers see them', async () => {
    await decide(...approvalOfAll('he'));
    const [made] = plansOf(await plan(['he', 'ar']));
    expect(made).toMatchObject({ locales: ['he', 'ar'], by: 'dana', waiting: [{ locale: 'ar', blockers: 3 }] });
    const arabic = approvalOfAll('ar');
    await decide(...arabic.slice(0, -1));
    await settled();
    expect(pages()).toEqual([]);
    const commits: string[][] = [];
    const end = world.store.subscribe((recorded) => commits.push(recorded.map(({ decision }) => decision.kind)));
    await decide(...arabic.slice(-1).map((decision) => ({ ...decision, by: 'noa' })));
    await settled();
    end();
    expect(commits).toEqual([['target.approved'], ['edition.published', 'edition.published', 'edition.plan-ended']]);
    expect(pages()).toEqual(['ar/the-school/index.html', 'he/the-school/index.html']);
    expect((await viewOf('he')).publications).toMatchObject([{ n: 1, by: 'dana' }]);
    expect(await viewOf('ar')).not.toHaveProperty('plan');
  });

  it('are carried out before their maker is answered, where nothing keeps them', async () => {
    await decide(...approvalOfAll('he'), ...approvalOfAll('ar'));
    expect(plansOf(await plan(['he', 'ar']))).toEqual([]);
    expect(pages()).toEqual(['ar/the-school/index.html', 'he/the-school/index.html']);
  });

  it('leave out what readers have already', async () => {
    await decide(...approvalOfAll('he'));
    accepted(await publishEdition(world, { ...order(), locale: 'he' }));
    await plan(['he', 'ar']);
    await decide(...approvalOfAll('ar'));
    await settled();
    expect((await viewOf('he')).publications).toHaveLength(1);
    expect((await viewOf('ar')).live).toBe(1);
  });

  it('are published by no hand, nor shown again, until the plan is cancelled', async () => {
    await decide(...approvalOfAll('he'));
    const [made] = plansOf(await plan(['he', 'ar']));
    const he = () => ({ ...order(), locale: 'he' as const });
    expect(await publishEdition(world, he())).toMatchObject({ code: 'edition.held' });
    expect(plansOf(await cancelPlan(world, { ...order(), planId: made?.planId ?? '' }))).toEqual([]);
    expect(accepted(await publishEdition(world, he())).edition.live).toBe(1);
    await decide(editedDecision({ text: 'קראו את <1>הדו״ח</1> השני.' }), approvedDecision());
    accepted(await publishEdition(world, he()));
    await plan(['he', 'ar']);
    expect(await rollBackEdition(world, { ...he(), to: 1 })).toMatchObject({ code: 'edition.held' });
  });

  it('do not come back by themselves after somebody withdraws one', async () => {
    await decide(...approvalOfAll('he'));
    accepted(await publishEdition(world, { ...order(), locale: 'he' }));
    await plan(['he', 'ar']);
    accepted(await withdrawEdition(world, { ...order(), locale: 'he' }));
    await decide(...approvalOfAll('ar'));
    await settled();
    expect([await viewOf('he'), await viewOf('ar')].map(({ live }) => live)).toEqual([undefined, undefined]);
    expect(Buffer.from(sink.files.get('he/the-school/index.html') ?? []).toString()).not.toContain('הדו״ח');
    expect((await kinds()).slice(-8, -6)).toEqual(['edition.plan-ended', 'edition.withdrawn']);
  });
});

describe('an edition that is to appear later', () => {
  it('appears then, not before, and with what is approved then', async () => {
    await decide(...approvalOfAll('he'));
    await plan(['he'], inHours(30 * 24));
    await clock.pass(29 * 24 * hour);
    await decide(editedDecision({ text: 'קראו את <1>הדו״ח</1> הסופי.' }), approvedDecision());
    await settled();
    expect(pages()).toEqual([]);
    await clock.pass(24 * hour);
    await keeper.idle();
    expect(Buffer.from(sink.files.get('he/the-school/index.html') ?? []).toString()).toContain('הסופי');
    expect((await viewOf('he')).publications).toMatchObject([{ at: inHours(30 * 24) }]);
  });

  it('waits past its time for what blocks it, says what, and appears with the last approval', async () => {
    await plan(['he'], inHours(1));
    await clock.pass(2 * hour);
    expect((await viewOf('he')).plan).toMatchObject({ waiting: [{ locale: 'he', blockers: 3 }] });
    await decide(...approvalOfAll('he'));
    await settled();
    expect((await viewOf('he')).live).toBe(1);
  });

  it('is published by hand before: the plan is over, even where the request comes twice at once', async () => {
    await decide(...approvalOfAll('he'));
    await plan(['he'], inHours(1));
    const twice = { ...order(), locale: 'he' as const };
    const answers = await Promise.all([publishEdition(world, twice), publishEdition(world, twice)]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, true]);
    expect((await kinds()).filter((kind) => kind.startsWith('edition.'))).toEqual([
      'edition.planned',
      'edition.plan-ended',
      'edition.published',
    ]);
    expect(accepted(await publishEdition(world, twice)).edition.publications).toHaveLength(1);
  });

  it('appears after a restart that slept through its time', async () => {
    await decide(...approvalOfAll('he'));
    await plan(['he'], inHours(1));
    await keeper.close();
    await clock.pass(3 * hour);
    expect(pages()).toEqual([]);
    keeper = keepPlans(world);
    await keeper.resume();
    await keeper.idle();
    expect(pages()).toEqual(['he/the-school/index.html']);
  });

  it('appears soon after a clock is put right, without having been asked in between', async () => {
    let slept = 0;
    let ahead = 0;
    const wrong: World = {
      ...world,
      clock: {
        now: () => new Date(Date.parse(clock.now()) + ahead).toISOString(),
        sleep: (ms, signal) => {
          slept += 1;
          expect(ms).toBeLessThan(2 ** 31);
          return clock.sleep(ms, signal);
        },
      },
    };
    await keeper.close();
    keeper = keepPlans(wrong);
    await decide(...approvalOfAll('he'));
    await planEditions(wrong, { ...order(), locales: ['he'], notBefore: inHours(24 * 365) });
    await clock.pass(hour);
    expect(slept).toBeLessThan(20);
    ahead = 24 * 366 * hour;
    await clock.pass(hour / 2);
    await keeper.idle();
    expect(pages()).toEqual(['he/the-school/index.html']);
  });

  it('does not appear from the archive, nor after it', async () => {
    await decide(...approvalOfAll('he'));
    await plan(['he'], inHours(1));
    accepted(await changeDocument(world, { ...order(), change: { kind: 'document.archived' } }));
    accepted(await changeDocument(world, { ...order(), change: { kind: 'document.restored' } }));
    await clock.pass(2 * hour);
    await keeper.idle();
    expect(pages()).toEqual([]);
  });
});

describe('a plan that cannot be kept', () => {
  it('for a full disk stands, is reported, and is tried again', async () => {
    await keeper.close();
    let isFull = true;
    const store: Store = {
      ...world.store,
      commit: async (commit) => {
        const publishes = commit.decisions.some(({ kind }) => kind === 'edition.published');
        return publishes && isFull ? refuse('store.full') : world.store.commit(commit);
      },
    };
    keeper = keepPlans({ ...world, store });
    await decide(...approvalOfAll('he'));
    await plan(['he'], inHours(1));
    await clock.pass(hour);
    await keeper.idle();
    expect(reported).toEqual([expect.objectContaining({ refusal: refuse('store.full') })]);
    isFull = false;
    await clock.pass(hour);
    await keeper.idle();
    expect((await viewOf('he')).live).toBe(1);
  });

  it('because a text moves under it waits, whoever is faster', async () => {
    await keeper.close();
    await decide(...approvalOfAll('he'), ...approvalOfAll('ar').slice(0, -1));
    await plan(['he', 'ar']);
    const store: Store = {
      ...world.store,
      commit: async (commit) => {
        if (commit.decisions.some(({ kind }) => kind === 'edition.published')) await decide(editedDecision());
        return world.store.commit(commit);
      },
    };
    keeper = keepPlans({ ...world, store });
    await decide(...approvalOfAll('ar').slice(-1));
    await settled();
    expect(pages()).toEqual([]);
    expect((await viewOf('ar')).plan).toMatchObject({ waiting: [{ locale: 'he', blockers: 1 }] });
    await decide(approvedDecision());
    await settled();
    expect((await viewOf('ar')).plan, 'the text moved again').toBeDefined();
  });

  it('is finished before a close that comes in between', async () => {
    await decide(...approvalOfAll('he').slice(0, -1));
    await plan(['he']);
    await decide(...approvalOfAll('he').slice(-1));
    await keeper.close();
    expect(pages()).toEqual(['he/the-school/index.html']);
    expect(reported).toEqual([]);
  });
});
