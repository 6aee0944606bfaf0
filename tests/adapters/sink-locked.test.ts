/** Two servers on one folder of editions: the second publishes nothing, and takes nothing away. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createFileSink } from '../../server/adapters/sink-files.ts';
import { lockedSink } from '../../server/adapters/sink-locked.ts';
import { aFolder } from '../support/folders.ts';

it('refuses a second server, and lets it in when the first has gone', async () => {
  const folder = path.join(await aFolder(), 'editions');
  const [first, second] = [0, 1].map(() => lockedSink(folder, createFileSink(folder)));
  const page = { path: 'he/a/index.html', key: 'A', bytes: () => Buffer.from('A') };
  await first?.reconcile([page]);
  await expect(second?.reconcile([])).rejects.toMatchObject({ refusal: { code: 'store.locked' } });
  expect(await readFile(path.join(folder, page.path), 'utf8')).toBe('A');
  await first?.close();
  expect(await second?.reconcile([])).toEqual({ written: [], removed: [page.path] });
  await second?.close();
});
