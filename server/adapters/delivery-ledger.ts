/**
 * What each place has taken of the published site, in `<data>/deliveries.json`. Where that file and the one before are
 * damaged everything is delivered once more, which does no harm: each place can tell a repetition.
 */
import path from 'node:path';
import { Low } from 'lowdb';
import type { DeliveryRecord } from '../domain/delivery.ts';
import type { DeliveryLedger } from '../ports.ts';
import { DurableFile, type Checkpoint } from './durable-file.ts';

type Records = Readonly<Record<string, DeliveryRecord>>;

/** The ledger of a data folder; without one, nothing survives the process. */
export async function openDeliveryLedger(folder?: string): Promise<DeliveryLedger> {
  const low = folder === undefined ? undefined : fileIn(folder);
  await low?.read();
  let records: Records = low?.data?.data ?? {};
  let writing: Promise<void> = Promise.resolve();

  return {
    find: (id) => (Object.hasOwn(records, id) ? records[id] : undefined),
    keep(id, record) {
      records = { ...records, [id]: record };
      writing = afterOthers(writing);
      return writing;
    },
  };

  async function afterOthers(others: Promise<void>): Promise<void> {
    await others.catch(() => undefined);
    if (low === undefined) return;
    low.data = { of: 'deliveries', seq: 0, chain: '', data: records };
    await low.write();
  }
}

function fileIn(folder: string): Low<Checkpoint<Records> | null> {
  return new Low<Checkpoint<Records> | null>(new DurableFile<Records>(path.join(folder, 'deliveries.json')), null);
}
