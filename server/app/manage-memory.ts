/** Units from outside any document, as people look after them: page by page, rewritten, removed one by one or by the file. */
import type { DecisionId, MemberId, Timestamp } from '../domain/document.ts';
import type { Refusal } from '../domain/errors.ts';
import type { SiteChange } from '../domain/decision.ts';
import { searchable } from '../domain/language/searchable.ts';
import type { OutsideUnit } from '../domain/memory/unit.ts';
import type { MemoryBatch } from '../domain/site.ts';
import type { World } from '../ports.ts';
import { othersTurn } from './others-turn.ts';

/** A file's worth of units. */
export interface BatchInView {
  readonly id: DecisionId;
  readonly name: string;
  readonly at: Timestamp;
  readonly by: MemberId;
  /** Those that are still there. */
  readonly units: number;
}

/** Where a unit stands. */
export interface UnitPlace {
  readonly batch: DecisionId;
  readonly index: number;
}

export interface PlacedUnit extends UnitPlace {
  readonly unit: OutsideUnit;
}

export interface UnitPage {
  readonly batches: readonly BatchInView[];
  readonly units: readonly PlacedUnit[];
  readonly total: number;
}

export interface UnitFilter {
  /** Stands in one of its texts, however it is spelled. */
  readonly query?: string;
  readonly batch?: DecisionId;
  readonly from?: number;
  readonly limit?: number;
}

/** The batches, newest first, and a page of their units in that order. */
export async function listMemory({ store }: World, filter: UnitFilter): Promise<UnitPage> {
  const { query = '', batch, from = 0, limit = 50 } = filter;
  const batches = (await store.site()).memory.toReversed();
  const all = batches.filter(({ id }) => batch === undefined || id === batch).flatMap(placedUnits);
  const placed = query.trim() === '' ? all : await holding(all, searchable(query.trim()));
  return { batches: batches.map(inView), units: placed.slice(from, from + limit), total: placed.length };
}

/** A search of a large memory lets other requests in between. */
const unitsPerTurn = 500;

async function holding(placed: readonly PlacedUnit[], sought: string): Promise<PlacedUnit[]> {
  const found: PlacedUnit[] = [];
  for (let start = 0; start < placed.length; start += unitsPerTurn) {
    if (start > 0) await othersTurn();
    found.push(...placed.slice(start, start + unitsPerTurn).filter(({ unit }) => textsOf(unit).includes(sought)));
  }
  return found;
}

const texts = new WeakMap<OutsideUnit, string>();

/** All texts of a unit as they are searched. Units do not change, so each is folded once. */
function textsOf(unit: OutsideUnit): string {
  const folded =
    texts.get(unit) ??
    Object.values(unit.texts)
      .map((text) => searchable(text))
      .join('\n');
  texts.set(unit, folded);
  return folded;
}

function placedUnits({ id, units }: MemoryBatch): PlacedUnit[] {
  return units.flatMap((unit, index) => (unit ? [{ batch: id, index, unit }] : []));
}

function inView({ id, name, at, by, units }: MemoryBatch): BatchInView {
  return { id, name, at, by, units: units.filter(Boolean).length };
}

type UnitSaid = Pick<OutsideUnit, 'texts' | 'note'>;

interface Order {
  readonly decisionId: DecisionId;
  readonly by: MemberId;
}

/**
 * Rewrites a unit, which is then as this person says. `was` is what they saw: where it says something else by now, nothing
 * is written.
 * Refusals: memory.unknown, memory.stale, memory.incomplete, decision.reused.
 */
export function changeUnit(
  world: World,
  { unit, was, batch, index, ...order }: Order & UnitPlace & { readonly unit: UnitSaid; readonly was: UnitSaid },
): Promise<{ readonly ok: true } | Refusal> {
  return commit(world, order, { kind: 'memory.changed', batch, index, unit, was });
}

/** Removes units of a batch, or all of it. Refusals: memory.unknown, decision.reused. */
export function removeUnits(
  world: World,
  { batch, indexes, ...order }: Order & { readonly batch: DecisionId; readonly indexes?: readonly number[] },
): Promise<{ readonly ok: true } | Refusal> {
  return commit(world, order, { kind: 'memory.removed', batch, ...(indexes && { indexes }) });
}

async function commit(
  world: World,
  { decisionId: id, by }: Order,
  change: SiteChange,
): Promise<{ ok: true } | Refusal> {
  const decision = { id, at: world.clock.now(), by, ...change };
  const committed = await world.store.commit({ stream: 'site', decisions: [decision] });
  return committed.ok ? { ok: true } : committed;
}
