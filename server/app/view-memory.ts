/**
 * The memory as translators see it: what it suggests for a segment, and how others have put some words. Each with where
 * it comes from: the document, when and by whom it was approved.
 */
import { ordinalOf, titleOf, type DocumentId, type DocumentState } from '../domain/document.ts';
import { withoutCodes } from '../domain/content.ts';
import type { Refusal } from '../domain/errors.ts';
import type { Locale } from '../domain/locale.ts';
import { markedSides, type MarkedText } from '../domain/memory/concordance.ts';
import type { MemoryUnit } from '../domain/memory/exact-memory.ts';
import type { World } from '../ports.ts';
import { locate, type TargetKey } from './target-view.ts';

/** Absent: a pair from outside any document. */
export interface OriginInView {
  readonly documentId: DocumentId;
  readonly title: string;
  readonly ordinal: number;
  readonly at: string;
  readonly by?: string;
}

export interface Suggestion {
  /** The source that it was approved for, as it is read. */
  readonly source: string;
  /** With the codes of the segment that it is suggested for. */
  readonly target: string;
  readonly score: number;
  readonly origin?: OriginInView;
}

const mostSuggestions = 3;

/** What the memory has for a segment but for what stands there already. Refusals: those of `locate`. */
export async function suggestionsFor(
  world: World,
  key: TargetKey,
): Promise<{ readonly ok: true; readonly suggestions: readonly Suggestion[] } | Refusal> {
  const found = await locate(world, key);
  if (!found.ok) return found;
  const { segment, document } = found;
  const matches = await world.memory.findAll(segment, document.source.locale, key.locale);
  const isItself = ({ origin }: MemoryUnit) =>
    origin?.documentId === key.documentId && origin.segmentId === key.segmentId;
  const others = matches.filter(({ unit }) => !isItself(unit));
  const suggestions = others.slice(0, mostSuggestions).map(async ({ unit, score }) => ({
    source: withoutCodes(unit.source.text, unit.source.codes),
    target: unit.target,
    score,
    ...(await originOf(world, unit)),
  }));
  return { ok: true, suggestions: await Promise.all(suggestions) };
}

export interface HitInView {
  readonly source: MarkedText;
  readonly target: MarkedText;
  readonly origin?: OriginInView;
}

const mostHits = 30;

/** Approved pairs that hold these words on either side; `total` counts those that are not shown too. */
export async function searchMemory(
  world: World,
  { query, from, to }: { readonly query: string; readonly from: Locale; readonly to: Locale },
): Promise<{ readonly hits: readonly HitInView[]; readonly total: number }> {
  const hits = await world.memory.search(query, from, to);
  const shown = hits.slice(0, mostHits).map(async (hit) => ({
    ...markedSides(hit, query),
    ...(await originOf(world, hit.unit)),
  }));
  return { hits: await Promise.all(shown), total: hits.length };
}

async function originOf(world: World, { origin }: MemoryUnit): Promise<{ origin?: OriginInView }> {
  const document = origin && (await world.store.document(origin.documentId));
  const place = document && placeIn(document, origin.segmentId);
  if (!place) return {};
  const { documentId, at, by } = origin;
  return { origin: { documentId, ...place, at, ...(by && { by }) } };
}

function placeIn({ source }: DocumentState, segmentId: string): Pick<OriginInView, 'title' | 'ordinal'> | undefined {
  const ordinal = ordinalOf(source, segmentId);
  return ordinal === undefined ? undefined : { title: titleOf(source.segments), ordinal };
}
