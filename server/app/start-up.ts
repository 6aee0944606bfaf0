/**
 * What a server does first: an empty store gets the samples, the site is made what the publications say, jobs that a
 * restart interrupted go on, plans that came due meanwhile are carried out, and a fresh one-time link is made to sign in
 * with. None but the last is needed to save a text: what fails (an editions folder that cannot be written, a full disk) is
 * reported, and the desk opens all the same.
 */
import type { World } from '../ports.ts';
import type { PlanKeeper } from './keep-plans.ts';
import { loadSamples, type SampleFile } from './load-samples.ts';
import { reconcileEditions } from './reconcile-editions.ts';
import { resumeJobs } from './translate-document.ts';

export interface Start {
  /** Reads the shipped files. */
  readonly samples: () => Promise<readonly SampleFile[]>;
  readonly plans: Pick<PlanKeeper, 'resume'>;
}

interface Step {
  readonly run: (world: World, from: Start) => Promise<unknown>;
  /** What is missing where it fails. */
  readonly without: string;
}

const steps: readonly Step[] = [
  {
    run: async (world, { samples }) => loadSamples(world, await samples()),
    without: 'the samples could not be loaded',
  },
  {
    run: reconcileEditions,
    without: 'the site could not be written: readers may see older editions until the next publication',
  },
  { run: resumeJobs, without: 'the jobs that a stop interrupted do not go on before the next start' },
  { run: (_, { plans }) => plans.resume(), without: 'plans are not carried out before their documents change' },
];

/** Gives the token of the one-time link. */
export async function startUp(world: World, from: Start): Promise<string> {
  for (const { run, without } of steps) {
    try {
      await run(world, from);
    } catch (error) {
      world.report(error, without);
    }
  }
  return world.sessions.newLink();
}
