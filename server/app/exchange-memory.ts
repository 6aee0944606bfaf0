/**
 * The memory's traffic with the world: TMX files in, with a report of what each brought, and everything out again.
 *
 * A file comes in whole or not at all: it is one decision, and taking it back is one more. What the memory has already is
 * not kept twice.
 */
import type { Decision } from '../domain/decision.ts';
import { isOutdated, isTranslatable, type DocumentState, type Hash } from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import { locales, type Locale } from '../domain/locale.ts';
import type { OutsideUnit, UnitsRead } from '../domain/memory/unit.ts';
import { spansOf } from '../domain/spans.ts';
import { writeTmx } from '../formats/tmx.ts';
import type { World } from '../ports.ts';
import type { ExchangeFile } from './exchange-file.ts';
import { isLong } from './is-long.ts';
import { othersTurn } from './others-turn.ts';
import { readMemory } from './read-exchange.ts';

export interface MemoryReport {
  readonly added: number;
  /** Units of the file that the memory had from outside already, or that came twice in it. */
  readonly known: number;
  readonly skipped: number;
  /** The first of the skipped, by their line in the file. */
  readonly examples: UnitsRead['skipped'];
}

const mostExamples = 20;

/**
 * Adds a TMX file's units to the memory. Refusals: those of `readMemory`; import.too-complex;
 * memory.nothing-in-it where it has no unit in two of our languages; decision.reused, those of the store.
 */
export async function importMemory(
  world: World,
  file: ExchangeFile,
): Promise<{ readonly ok: true; readonly report: MemoryReport } | Refusal> {
  const { bytes, signal } = file;
  const read = isLong(bytes) ? await world.reader.readMemory(bytes, signal) : readMemory(bytes);
  if (!read.ok) return read;
  const { units, skipped } = read;
  if (units.length === 0) return refuse('memory.nothing-in-it');
  const fresh = await unitsToAdd(world, file, units);
  if (!Array.isArray(fresh)) return fresh;
  const [added, known] = [fresh.length, units.length - fresh.length];
  return { ok: true, report: { added, known, skipped: skipped.length, examples: skipped.slice(0, mostExamples) } };
}

/** Adds what is new, and gives it; for a request that was answered before, what it added then. */
async function unitsToAdd(
  world: World,
  { decisionId: id, by, name, isTrial = false }: ExchangeFile,
  units: readonly OutsideUnit[],
): Promise<OutsideUnit[] | Refusal> {
  const before = (await world.store.byDecisionId(id))?.decision;
  if (before) return isSameFile(before, { by, name }, units) ? [...before.units] : refuse('decision.reused');
  const fresh = await unknownUnits(world, units);
  if (isTrial || fresh.length === 0) return fresh;
  const decision = { id, at: world.clock.now(), by, kind: 'memory.imported' as const, name, units: fresh };
  const committed = await world.store.commit({ stream: 'site', decisions: [decision] });
  return committed.ok ? fresh : committed;
}

/** Whether a decision is this very import: what it added stands in the file. */
function isSameFile(
  before: Decision,
  { by, name }: Pick<ExchangeFile, 'by' | 'name'>,
  units: readonly OutsideUnit[],
): before is Extract<Decision, { kind: 'memory.imported' }> {
  if (before.kind !== 'memory.imported' || before.by !== by || before.name !== name) return false;
  const inFile = new Set(units.map(keyOf));
  return before.units.every((unit) => inFile.has(keyOf(unit)));
}

/** Those that no batch has yet and that stand once in this one. */
async function unknownUnits({ store }: World, units: readonly OutsideUnit[]): Promise<OutsideUnit[]> {
  const seen = new Set<string>();
  for (const batch of (await store.site()).memory) {
    for (const unit of batch.units) if (unit) seen.add(keyOf(unit));
  }
  return units.filter((unit) => {
    const key = keyOf(unit);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function keyOf({ texts }: OutsideUnit): string {
  return JSON.stringify(locales.map((locale) => texts[locale] ?? null));
}

/** Units that are written before others have their turn: some ten milliseconds. */
const piecesPerTurn = 2000;

/** Everything that the memory holds, as one TMX file: what came from outside, then what people approved. */
export async function exportMemory(
  world: World,
  { version, from }: { version: string; from: Locale },
): Promise<string> {
  const units: OutsideUnit[] = (await world.store.site()).memory.flatMap((batch) =>
    batch.units.filter((unit) => unit !== null),
  );
  for (const { documentId } of await world.store.board('readable')) {
    const document = await world.store.document(documentId);
    if (document) units.push(...approvedUnits(document, world.hash));
    await othersTurn();
  }
  const pieces: string[] = [];
  for (const piece of writeTmx(units, { version, from })) {
    pieces.push(piece);
    if (pieces.length % piecesPerTurn === 0) await othersTurn();
  }
  return pieces.join('');
}

/** A document's approved texts, those of one span in several languages as one unit. */
export function approvedUnits(document: DocumentState, hash: Hash): OutsideUnit[] {
  const units = new Map<string, OutsideUnit>();
  for (const locale of document.to) {
    for (const { segment, segments, target } of spansOf(document, locale)) {
      if (!isTranslatable(segment) || target.state !== 'approved' || isOutdated(target, segment, hash)) continue;
      const span = segments.map(({ id }) => id).join(' ');
      const texts = { [document.source.locale]: segment.text, ...units.get(span)?.texts, [locale]: target.text };
      units.set(span, { texts, ...(target.at && { at: target.at }), ...(target.by && { by: target.by }) });
    }
  }
  return [...units.values()];
}
