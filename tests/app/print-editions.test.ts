/**
 * Printing in the background, with a press that prints its orders back: what is printed and when pages lead there, that
 * nothing is printed twice or for nobody, and that neither a fault nor a restart nor another publication in between
 * leaves a page that leads to what is not there.
 */
import { describe, expect, it } from 'vitest';
import { createMemorySink, type MemorySink } from '../../server/adapters/sink-memory.ts';
import { publishEdition, rollBackEdition, withdrawEdition } from '../../server/app/publish-edition.ts';
import { reconcileEditions } from '../../server/app/reconcile-editions.ts';
import type { DocumentDecision } from '../../server/domain/decision.ts';
import { accepted } from '../../server/domain/errors.ts';
import type { EditionSink, Press, World } from '../../server/ports.ts';
import { aDecisionId, approvalOfAll, approvedDecision, editedDecision, importedDecision } from '../support/builders.ts';
import { aWorld } from '../support/desk.ts';
import { aPress, noPress } from '../support/press.ts';

const pdf = (n: number) => `he/the-school/the-school.he.${n}.pdf`;
const card = (n: number) => `he/the-school/card.he.${n}.png`;
const page = 'he/the-school/index.html';
const address = {
  name: 'Harbour Paper',
  address: 'http://127.0.0.1:3001/',
  previews: 'http://127.0.0.1:3001/',
  editionsUrl: 'https://news.example',
};

describe('printing', () => {
  it('follows publishing: the page is there at once, and leads to what is printed when that stands', async () => {
    const waiting = Promise.withResolvers<void>();
    const { world, sink, publish } = await aNewsroom({
      press: { ...aPress(), pdf: (order) => waiting.promise.then(() => order.html) },
    });
    await publish();
    expect(prints(sink)).toEqual([]);
    expect(text(sink, page)).not.toContain(card(1));
    waiting.resolve();
    await world.queue.idle();
    expect(prints(sink)).toEqual([card(1), pdf(1)]);
    expect(text(sink, page)).toContain(`content="https://news.example/${card(1)}"`);
  });

  it('puts a print in its place before the page that leads there', async () => {
    const { world, sink, publish } = await aNewsroom();
    const order = watched(sink);
    await publish();
    await world.queue.idle();
    const last = order.at(-1) ?? [];
    expect(last).toEqual([pdf(1), card(1), page]);
  });

  it('prints the page that readers see, where they find it, with the date of its publication', async () => {
    const { world, press, publish } = await aNewsroom();
    await publish();
    await world.queue.idle();
    const [printed, picture] = press.orders;
    expect(printed).toMatchObject({ rightToLeft: true, address: 'https://news.example/he/the-school/' });
    expect(printed).toMatchObject({ at: expect.stringMatching(/^\d{4}-/u) });
    expect(html(printed)).toMatch(/<html[^>]*lang="he"[^>]*dir="rtl"/u);
    expect(picture).toMatchObject({ width: 1200, height: 630 });
    expect(html(picture)).toContain('Harbour Paper');
  });

  it('prints nothing twice: not at the next run, and not after a restart', async () => {
    const { world, press, publish } = await aNewsroom();
    await publish();
    await world.queue.idle();
    expect(press.orders).toHaveLength(2);
    expect(await reconcileEditions(world)).toEqual({ written: [], removed: [] });
    const restarted = { ...(await aWorld({ ...world, press })), sink: sameFiles(world.sink) };
    expect(await reconcileEditions(restarted)).toEqual({ written: [], removed: [] });
    await restarted.queue.idle();
    expect(press.orders).toHaveLength(2);
  });

  it('prints what a stop left undone at the next start', async () => {
    const stopped = await aNewsroom({ press: noPress });
    await stopped.publish();
    await stopped.world.queue.idle();
    expect(prints(stopped.sink)).toEqual([]);
    const press = aPress();
    await reconcileEditions({ ...stopped.world, press });
    await stopped.world.queue.idle();
    expect(prints(stopped.sink)).toEqual([card(1), pdf(1)]);
  });

  it('leads from a page to its own publication only; what is withdrawn goes, and comes back when rolled back', async () => {
    const { world, sink, publish, correct, key } = await aNewsroom();
    await publish();
    await correct('קראו את <1>הדו״ח</1> המתוקן.');
    await world.queue.idle();
    expect(prints(sink)).toEqual([card(2), pdf(2)]);
    expect(text(sink, page)).toContain(card(2));
    const order = { ...key, by: 'dana' };
    accepted(await rollBackEdition(world, { ...order, decisionId: aDecisionId(), to: 1 }));
    await world.queue.idle();
    expect(prints(sink)).toEqual([card(1), pdf(1)]);
    accepted(await withdrawEdition(world, { ...order, decisionId: aDecisionId() }));
    await world.queue.idle();
    expect(prints(sink)).toEqual([]);
  });

  it('never prints one text under the name of another that was published meanwhile', async () => {
    const gate = Promise.withResolvers<void>();
    const fake = aPress();
    const press: Press = { ...fake, pdf: (order) => gate.promise.then(() => fake.pdf(order)) };
    const { world, sink, publish, correct } = await aNewsroom({ press });
    await publish();
    await correct('קראו את <1>הדו״ח</1> המתוקן.');
    gate.resolve();
    await world.queue.idle();
    expect(prints(sink)).toEqual([card(2), pdf(2)]);
    expect(text(sink, pdf(2))).toContain('המתוקן');
  });

  it('tells of what cannot be printed, tries it a few times, and prints the rest', async () => {
    const reported: string[] = [];
    const press = aPress((order) => order.includes('<article'));
    const { world, sink, publish } = await aNewsroom({ press, report: (_, what) => reported.push(what) });
    await publish();
    await world.queue.idle();
    expect(prints(sink)).toEqual([card(1)]);
    expect(reported).toEqual([1, 2, 3].map(() => `${pdf(1)} could not be printed: the page goes without it`));
    await reconcileEditions(world);
    await world.queue.idle();
    expect(reported).toHaveLength(3);
  });

  it('prints a PDF only where the site offers one, and a picture only where links can lead to it', async () => {
    const { world, sink, publish } = await aNewsroom({
      site: { name: 'Harbour Paper', address: 'http://127.0.0.1:3001/', previews: 'http://127.0.0.1:3001/' },
    });
    await publish();
    await world.queue.idle();
    expect(prints(sink)).toEqual([pdf(1)]);
    expect(text(sink, page)).not.toContain('og:image');
  });

  it('ends without a word when the server closes', async () => {
    const reported: unknown[] = [];
    const begun = Promise.withResolvers<void>();
    const closing = Promise.withResolvers<never>();
    const hanging = (): Promise<never> => {
      begun.resolve();
      return closing.promise;
    };
    const press: Press = { ...aPress(), pdf: hanging, picture: hanging };
    const { world, sink, publish } = await aNewsroom({ press, report: (error) => reported.push(error) });
    await publish();
    await begun.promise;
    const closed = world.queue.close();
    closing.reject(new Error('The press is closed'));
    await closed;
    expect(prints(sink)).toEqual([]);
    expect(reported).toEqual([]);
  });
});

async function aNewsroom(parts: Partial<World> = {}) {
  const sink = createMemorySink();
  const press = aPress();
  const world = await aWorld({ sink, site: address, press, ...parts });
  const imported = importedDecision({ slug: 'the-school' });
  const key = { documentId: imported.documentId, locale: 'he' } as const;
  const decide = async (...decisions: readonly DocumentDecision[]): Promise<void> =>
    void accepted(await world.store.commit({ stream: key.documentId, decisions }));
  const publish = async (): Promise<void> =>
    void accepted(await publishEdition(world, { ...key, decisionId: aDecisionId(), by: 'dana' }));
  await decide(imported, ...approvalOfAll());
  return {
    world,
    sink,
    press,
    key,
    publish,
    /** Another text of the paragraph, published. */
    correct: async (paragraph: string): Promise<void> => {
      await decide(editedDecision({ segment: 1, text: paragraph }), approvedDecision({ segment: 1 }));
      await publish();
    },
  };
}

/** The paths that each run over the site writes, in their order, but for those of no article. */
function watched(sink: MemorySink): string[][] {
  const runs: string[][] = [];
  const reconcile = sink.reconcile.bind(sink);
  Object.assign(sink, {
    async reconcile(files: Parameters<EditionSink['reconcile']>[0]) {
      const changes = await reconcile(files);
      runs.push(changes.written.filter((path) => path.includes('/the-school/')));
      return changes;
    },
  });
  return runs;
}

/** The sink as another process finds it. */
function sameFiles(sink: EditionSink): EditionSink {
  return { reconcile: (files) => sink.reconcile(files), holds: (file) => sink.holds(file) };
}

function prints(sink: MemorySink): string[] {
  return [...sink.files.keys()].filter((path) => /the-school\/.*\.(?:pdf|png)$/u.test(path)).toSorted();
}

function text(sink: MemorySink, path: string): string {
  return new TextDecoder().decode(sink.files.get(path));
}

function html(order: { readonly html: Uint8Array } | undefined): string {
  return new TextDecoder().decode(order?.html);
}
