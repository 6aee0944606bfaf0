/** Leases in one process. */
import { createLeases } from '../../server/adapters/leases-memory.ts';
import { leasesContract } from './leases-contract.ts';

leasesContract('in memory', createLeases);
