/** Deliveries for tests: none at all, and a place that takes what a test lets it take. */
import type {
  DeliveredEdition,
  DeliveryLedger,
  DeliveryOrder,
  DeliveryOutcome,
  EditionDelivery,
  FolderDelivery,
  SiteChanges,
  World,
} from '../../server/ports.ts';
import type { DeliveryRecord } from '../../server/domain/delivery.ts';

export function aLedger(records = new Map<string, DeliveryRecord>()): DeliveryLedger {
  return {
    find: (id) => records.get(id),
    keep: async (id, record) => void records.set(id, record),
  };
}

export const noDeliveries: World['deliveries'] = { places: [], ledger: aLedger() };

type Answer = DeliveryOutcome | Promise<DeliveryOutcome>;

export interface ScriptedEditions extends EditionDelivery {
  readonly told: Array<DeliveredEdition & { readonly order: DeliveryOrder }>;
}

/** Notes what it is told; without an answer of the script it takes it. */
export function aShelf(
  script: (edition: DeliveredEdition, order: DeliveryOrder) => Answer | undefined = () => undefined,
  address = 'https://shelf.example',
): ScriptedEditions {
  const told: ScriptedEditions['told'] = [];
  return {
    id: 'shelf',
    takes: 'editions',
    address,
    told,
    async deliver(edition, order) {
      told.push({ ...edition, order });
      return (await script(edition, order)) ?? { ok: true };
    },
  };
}

export interface ScriptedFolder extends FolderDelivery {
  readonly told: Array<SiteChanges | undefined>;
}

export function aMirror(script: (call: number) => Answer | undefined = () => undefined): ScriptedFolder {
  const told: ScriptedFolder['told'] = [];
  return {
    id: 'mirror',
    takes: 'folder',
    address: 'mirror',
    told,
    async deliver(changes) {
      told.push(changes);
      return (await script(told.length)) ?? { ok: true };
    },
  };
}

export const unreachable: DeliveryOutcome = {
  ok: false,
  code: 'delivery.unreachable',
  detail: 'no answer',
  retryable: true,
};
