/** kill -9 at any moment loses nothing that was acknowledged, and doubles nothing. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { sha256Short } from '../../server/adapters/hash.ts';
import { verifyData } from '../../server/adapters/store-lowdb/verify.ts';
import { aFolder } from '../support/folders.ts';
import { filled, openStore } from '../support/stores.ts';

const cycles = 5;
const saver = path.join(import.meta.dirname, '../support/saver.ts');

it(`keeps every acknowledged decision, once, through ${cycles} kills`, { timeout: 60_000 }, async () => {
  const folder = await aFolder();
  const first = await openStore(folder);
  await first.keepOriginal(Buffer.from('original'));
  const stream = await filled(first, 0);
  await first.close();
  const acknowledged = new Set<string>();
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    for (const id of await savedUntilKilled(folder, stream, Math.floor(Math.random() * 2000))) acknowledged.add(id);
    const store = await openStore(folder);
    const found = (await store.decisions(stream)).map(({ decision }) => decision.id);
    expect(new Set(found).size, 'none twice').toBe(found.length);
    expect(
      [...acknowledged].filter((id) => !found.includes(id)),
      'none lost',
    ).toEqual([]);
    expect((await store.document(stream))?.targets.he?.[1]?.revision).toBe(found.length - 1);
    await store.close();
    expect(await verifyData(folder, sha256Short)).toEqual([]);
  }
  expect(acknowledged.size).toBeGreaterThan(cycles);
});

/** The ids acknowledged by a process that is killed some time after this many. */
async function savedUntilKilled(folder: string, stream: string, after: number): Promise<string[]> {
  const child = spawn(process.execPath, [saver, folder, stream], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  const faults = text(child.stderr);
  const chunks: string[] = [];
  let count = 0;
  child.stdout.setEncoding('utf8');
  for await (const chunk of child.stdout as AsyncIterable<string>) {
    chunks.push(chunk);
    count += chunk.split('\n').length - 1;
    if (count > after) child.kill('SIGKILL');
  }
  const [, signal] = (await ended) as [number | null, string | null];
  expect(await faults).toBe('');
  expect(signal).toBe('SIGKILL');
  // The last line may be half printed: its decision was acknowledged all the same, but nobody can say which.
  return chunks.join('').split('\n').slice(0, -1);
}
