import { sha256Short } from '../../server/adapters/hash.ts';
import { createMemoryStore } from '../../server/adapters/store-memory.ts';
import { storeContract } from './store-contract.ts';

storeContract('memory', async () => {
  const store = createMemoryStore(sha256Short);
  return { store, end: () => store.close() };
});
