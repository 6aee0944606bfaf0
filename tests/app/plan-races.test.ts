/**
 * A plan that meets a decision on its way to the disk: the store refuses by what is coming, and shows what has come. Who
 * looks again must let the disk answer in between, or the process stands still for ever.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planEditions } from '../../server/app/plan-editions.ts';
import { publishEdition, withdrawEdition } from '../../server/app/publish-edition.ts';
import { carryOutPlans } from '../../server/app/run-plans.ts';
import { editionOf } from '../../server/domain/edition.ts';
import { accepted } from '../../server/domain/errors.ts';
import type { Store, World } from '../../server/ports.ts';
import { aDecisionId, aHead, approvalOfAll, importedDecision, reopenedDecision } from '../support/builders.ts';
import { aWorld } from '../support/desk.ts';
import { aFolder } from '../support/folders.ts';
import { openStore } from '../support/stores.ts';

let store: Awaited<ReturnType<typeof openStore>>;
let world: World;
let documentId: string;

beforeEach(async () => {
  store = await openStore(await aFolder());
  world = await aWorld({ store: impatient(store) });
  const imported = importedDecision();
  ({ documentId } = imported);
  accepted(await store.commit({ stream: documentId, decisions: [imported, ...approvalOfAll('he')] }));
});

afterEach(() => store.close());

const order = () => ({ documentId, decisionId: aDecisionId(), by: 'dana', locale: 'he' as const });
const document = async () => (await store.document(documentId)) ?? expect.fail('it is gone');

/** Fails a test that would never end. */
function impatient(store: Store): Store {
  let refused = 0;
  return {
    ...store,
    async commit(commit) {
      const committed = await store.commit(commit);
      if (!committed.ok) refused += 1;
      if (refused > 5000) throw new Error(`refused without end: ${committed.ok || committed.code}`);
      return committed;
    },
  };
}

describe('beside a decision that is not on the disk yet', () => {
  it('a plan waits for a text that is being reopened', async () => {
    accepted(await store.commit({ stream: documentId, decisions: approvalOfAll('ar').slice(0, -1) }));
    await planEditions(world, { ...order(), locales: ['he', 'ar'] });
    accepted(await store.commit({ stream: documentId, decisions: approvalOfAll('ar').slice(-1) }));
    const reopening = store.commit({ stream: documentId, decisions: [reopenedDecision()] });
    await carryOutPlans(world, documentId);
    accepted(await reopening);
    expect((await document()).plans).toHaveLength(1);
    expect(editionOf(await document(), 'he').publications).toEqual([]);
  });

  it('a withdrawal ends a plan that is being made', async () => {
    await publishEdition(world, order());
    const planned = { kind: 'edition.planned', locales: ['he', 'ar'], ...aHead() } as const;
    const planning = store.commit({ stream: documentId, decisions: [planned] });
    accepted(await withdrawEdition(world, order()));
    accepted(await planning);
    expect((await document()).plans).toBeUndefined();
    expect(editionOf(await document(), 'he').live).toBeUndefined();
  });
});
