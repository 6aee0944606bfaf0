/**
 * What a server does before it listens: an empty store gets the samples, jobs that a restart interrupted go on, the
 * site is made what the publications say, and a fresh one-time link is made to sign in with.
 */
import type { World } from '../ports.ts';
import { loadSamples, type SampleFile } from './load-samples.ts';
import { reconcileEditions } from './reconcile-editions.ts';
import { resumeJobs } from './translate-document.ts';

/** Gives the token of the one-time link. */
export async function startUp(world: World, samples: readonly SampleFile[]): Promise<string> {
  await loadSamples(world, samples);
  await reconcileEditions(world);
  await resumeJobs(world);
  return world.sessions.newLink();
}
