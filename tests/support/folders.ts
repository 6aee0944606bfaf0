/** Temporary folders for tests, gone when the test is. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder of this test's own. */
export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dragoman-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
