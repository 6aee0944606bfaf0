/**
 * What stands around published texts (tags, addresses, policies, the site's settings) changes by decisions that publish
 * nothing. The pages follow in the background: there may be thousands, and whoever decided need not wait for them.
 * Publishing itself writes the site before it answers: `publish-edition.ts`.
 */
import type { DecisionKind } from '../domain/decision.ts';
import type { World } from '../ports.ts';
import { reconcileEditions } from './reconcile-editions.ts';

const around = new Set<DecisionKind>([
  'document.tagged',
  'document.renamed',
  'document.changed',
  'edition.policy-changed',
  'policy.changed',
  'settings.changed',
]);

export interface Follower {
  /** Resolves when the site is as everything decided by now makes it, or could not be made so. */
  idle(): Promise<void>;
  /** Ends; what is being written is finished first. */
  close(): Promise<void>;
}

/** Brings the site into line from now on, after each such decision. */
export function followSurroundings(world: World): Follower {
  const runs = new Set<Promise<void>>();
  const unsubscribe = world.store.subscribe((recorded) => {
    if (!recorded.some(({ decision }) => around.has(decision.kind))) return;
    const run = write().finally(() => runs.delete(run));
    runs.add(run);
  });

  async function write(): Promise<void> {
    try {
      await reconcileEditions(world);
    } catch (error) {
      world.report(error, 'the site could not be written: readers see what was before until the next publication');
    }
  }

  async function idle(): Promise<void> {
    while (runs.size > 0) await Promise.all(runs);
  }

  return {
    idle,
    async close() {
      unsubscribe();
      await idle();
    },
  };
}
