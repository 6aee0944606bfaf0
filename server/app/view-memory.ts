/**
 * The memory as translators see it: what it suggests for a segment, and how others have put some words. Each with where
 * it comes from: the document, when and by whom it was approved.
 */
import { ordinalOf, titleOf, type DocumentId, type DocumentState } from '../domain/document.ts';
import { withoutCodes } from '../domain/content.ts';
import type { Refusal } from '../domain/errors.ts';
import type { Locale } from '../domain/locale.ts';
import { markedSides, type MarkedText } from '../domain/memory/concordance.ts';
import { contextOf, contextOfTexts } from '../domain/memory/context.ts';
import type { Guard } from '../domain/memory/guards.ts';
import type { Asked, Match } from '../domain/memory/matches.ts';
import type { Penalty } from '../domain/memory/score.ts';
import { outsideContent, type MemoryUnit, type Pair } from '../domain/memory/unit.ts';
import type { World } from '../ports.ts';
import { locate, type TargetKey } from './target-view.ts';

/** Absent: a unit from outside any document, or from one that is not there any more. */
export interface OriginInView {
  readonly documentId: DocumentId;
  readonly title: string;
  readonly ordinal: number;
  /** The edition in which it stands: of a pair seen the other way, the language that is asked from. */
  readonly locale: Locale;
  readonly at: string;
  readonly by?: string;
}

/** Where a pair comes from: a document, or the file that brought it. */
export interface ProvenanceInView {
  readonly origin?: OriginInView;
  readonly file?: string;
}

export interface Suggestion extends ProvenanceInView {
  /** The source that it was approved for, as it is read. */
  readonly source: string;
  /** With the codes of the segment that it is suggested for, or with none. */
  readonly target: string;
  readonly score: number;
  /** Why it is worth less than it looks. */
  readonly penalties: readonly Penalty[];
  /** What differs that a reader would mind. */
  readonly guards: readonly Guard[];
}

/** For one sentence of the segment: its words, as they are read. */
export interface SentenceSuggestion extends Suggestion {
  readonly sentence: string;
}

export interface Suggestions {
  readonly suggestions: readonly Suggestion[];
  readonly sentences: readonly SentenceSuggestion[];
}

/** At the desk a suggestion is a key; who asks for a text by itself wants to see what there is. */
const mostAtDesk = { suggestions: 3, sentences: 6 };
const mostOfText = { suggestions: 10, sentences: 30 };

/** What the memory has for a segment but for what stands there already. Refusals: those of `locate`. */
export async function suggestionsFor(
  world: World,
  key: TargetKey,
): Promise<({ readonly ok: true } & Suggestions) | Refusal> {
  const found = await locate(world, key);
  if (!found.ok) return found;
  const { segment, segments, ordinal, document } = found;
  const context = contextOf(document, ordinal, segments.length, world.hash);
  const mayOffer = (unit: MemoryUnit) => !isOf(unit, key);
  const asked = { source: segment, from: document.source.locale, to: key.locale, context, mayOffer };
  return { ok: true, ...(await suggestionsOf(world, asked, mostAtDesk)) };
}

/** A text that stands in no document, with what stands before and after it where that is known. */
export interface LooseText {
  readonly text: string;
  readonly from: Locale;
  readonly to: Locale;
  readonly before?: string;
  readonly after?: string;
}

/** What the memory has for any text. Numbers in angle brackets are codes, as in texts from outside. */
export function matchesFor(world: World, { text, from, to, before, after }: LooseText): Promise<Suggestions> {
  const [previous, next] = [before, after].map((side) => (side === undefined ? undefined : outsideContent(side)));
  const context = contextOfTexts(previous, next, world.hash);
  return suggestionsOf(world, { source: outsideContent(text), from, to, context }, mostOfText);
}

async function suggestionsOf(world: World, asked: Asked, most: typeof mostAtDesk): Promise<Suggestions> {
  const [matches, sentences] = [await world.memory.matches(asked), await world.memory.sentences(asked)];
  return {
    suggestions: await Promise.all(matches.slice(0, most.suggestions).map((match) => suggestionOf(world, match))),
    sentences: await Promise.all(
      sentences.slice(0, most.sentences).map(async (match) => {
        return { ...(await suggestionOf(world, match)), sentence: match.sentence };
      }),
    ),
  };
}

function isOf({ place }: MemoryUnit, { documentId, segmentId }: TargetKey): boolean {
  return 'documentId' in place && place.documentId === documentId && place.segmentId === segmentId;
}

async function suggestionOf(world: World, { pair, text, score, penalties, guards }: Match): Promise<Suggestion> {
  const source = withoutCodes(pair.source.text, pair.source.codes);
  return { source, target: text, score, penalties, guards, ...(await provenanceOf(world, pair)) };
}

export interface HitInView extends ProvenanceInView {
  readonly source: MarkedText;
  readonly target: MarkedText;
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
    ...(await provenanceOf(world, hit.pair)),
  }));
  return { hits: await Promise.all(shown), total: hits.length };
}

async function provenanceOf(world: World, { unit, from, to, at, by }: Pair): Promise<ProvenanceInView> {
  const { place } = unit;
  if ('batch' in place) return place.name === '' ? {} : { file: place.name };
  const document = await world.store.document(place.documentId);
  const where = document && placeIn(document, place.segmentId);
  if (!where) return {};
  const { documentId } = place;
  const locale = unit.from === to ? from : to;
  return { origin: { documentId, ...where, locale, at: at ?? document.changedAt, ...(by && { by }) } };
}

function placeIn({ source }: DocumentState, segmentId: string): Pick<OriginInView, 'title' | 'ordinal'> | undefined {
  const ordinal = ordinalOf(source, segmentId);
  return ordinal === undefined ? undefined : { title: titleOf(source.segments), ordinal };
}
