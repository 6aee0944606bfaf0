/**
 * A process for the kill test: ten savers on one embedded store, each printing a decision's id once it is acknowledged.
 *   node tests/support/saver.ts <folder> <stream>
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { writeSync } from 'node:fs';
import { sha256Short } from '../../server/adapters/hash.ts';
import { openEmbeddedStore } from '../../server/adapters/store-lowdb/open-store.ts';
import { accepted } from '../../server/domain/errors.ts';
import { editedDecision } from './builders.ts';

const [folder = '', stream = ''] = process.argv.slice(2);
const savers = 10;

const store = await openEmbeddedStore({ folder, hash: sha256Short, idleMs: 1 });
await Promise.all(Array.from({ length: savers }, (_, saver) => saveForEver(saver)));

async function saveForEver(saver: number): Promise<never> {
  for (let n = 0; ; n += 1) {
    const decision = editedDecision({ id: randomUUID(), text: `<1>${saver} ${n}</1>` });
    accepted(await store.commit({ stream, decisions: [decision] }));
    writeSync(1, `${decision.id}\n`);
    // Now and then nobody saves, so that checkpoints are written and cut off as well.
    if (n % 50 === 49) await pause(5);
  }
}
