import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sha256Short } from '../../server/adapters/hash.ts';
import { openEmbeddedStore } from '../../server/adapters/store-lowdb/open-store.ts';
import { storeContract } from './store-contract.ts';

storeContract('lowdb', () => openIn({}));

// Room for almost nothing: every read and commit loads its document again, checkpoints are written all the time.
storeContract('lowdb with a cache of one', () => openIn({ textsInMemory: 1, idleMs: 1 }));

async function openIn(options: { textsInMemory?: number; idleMs?: number }) {
  const folder = await mkdtemp(path.join(tmpdir(), 'dragoman-'));
  const store = await openEmbeddedStore({ folder, hash: sha256Short, ...options });
  return {
    store,
    async end() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}
