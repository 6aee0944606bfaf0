/**
 * What readers would see change: two publications of an edition, or one and the draft, paragraph by paragraph. A paragraph
 * is known by its first segment. Where the original was divided anew between the two, or a translation joined or taken
 * apart, paragraphs are gone on one side and new on the other: each row says what stands at its segment, nothing is guessed.
 */
import type { Content } from '../domain/content.ts';
import type { DocumentState, EditionDetails, SegmentId, SegmentKind } from '../domain/document.ts';
import { editionOf, isSame } from '../domain/edition.ts';
import { refuse, type Refusal } from '../domain/errors.ts';
import type { Locale } from '../domain/locale.ts';
import { correctableSegments, publishingMark } from '../domain/publishing.ts';
import type { PublishedEdition, World } from '../ports.ts';
import { draftEdition } from './preview-edition.ts';

/** One paragraph that is not the same. Absent sides: it is new, or gone. */
export interface ChangedParagraph {
  readonly segmentId: SegmentId;
  readonly kind: SegmentKind;
  readonly ordinal: number;
  readonly before?: Content;
  readonly after?: Content;
  readonly correctable?: true;
}

export interface Comparison {
  readonly ok: true;
  readonly from?: number;
  readonly to?: number;
  readonly rows: readonly ChangedParagraph[];
  readonly details?: { readonly before: EditionDetails; readonly after: EditionDetails };
  /** Of what publishing now would change for readers: who saw this comparison sends it along. */
  readonly seen?: string;
}

type Compared = Pick<ChangedParagraph, 'segmentId' | 'kind' | 'ordinal'> & { readonly content: Content };

/** Which publications. Absent: `from` what readers see, if anything; `to` the draft. */
export interface Sides {
  readonly from?: number;
  readonly to?: number;
}

/** Compares two states of an edition. Refusals: publication.unknown. */
export async function compareEditions(
  world: Pick<World, 'store' | 'hash'>,
  document: DocumentState,
  locale: Locale,
  { from, to }: Sides = {},
): Promise<Comparison | Refusal> {
  const first = from ?? editionOf(document, locale).live;
  const before = first === undefined ? undefined : await world.store.publication(document.id, locale, first);
  const after =
    to === undefined ? presentDraft(document, locale) : await world.store.publication(document.id, locale, to);
  if (first !== undefined && before === undefined) return refuse('publication.unknown', { n: first });
  if (after === undefined) return refuse('publication.unknown', { n: to ?? 0 });
  const rows = changedParagraphs(paragraphsOf(document, before), paragraphsOf(document, after));
  const isNext = to === undefined && first === editionOf(document, locale).live;
  const correctable = new Set(isNext ? correctableSegments(document, locale, world.hash) : []);
  const details = { before: before?.publication.details ?? {}, after: after.publication.details ?? {} };
  return {
    ok: true,
    ...(first !== undefined && { from: first }),
    ...(to !== undefined && { to }),
    rows: rows.map((row) => (correctable.has(row.segmentId) ? { ...row, correctable: true } : row)),
    ...(!isSame(details.before, details.after) && { details }),
    ...(isNext && { seen: publishingMark(document, locale, world.hash) }),
  };
}

/** The paragraphs that could ship alone and would change what readers see. */
export async function correctionsOf(
  world: Pick<World, 'store' | 'hash'>,
  document: DocumentState,
  locale: Locale,
): Promise<ReadonlySet<SegmentId>> {
  const decided = correctableSegments(document, locale, world.hash);
  if (decided.length === 0) return new Set();
  const compared = await compareEditions(world, document, locale);
  if (!compared.ok) return new Set();
  return new Set(compared.rows.filter(({ correctable }) => correctable).map(({ segmentId }) => segmentId));
}

/** The draft as it would be published; what nobody has translated is empty there. */
function presentDraft(document: DocumentState, locale: Locale): PublishedEdition {
  const { untranslated, segments, ...draft } = draftEdition(document, locale);
  return {
    ...draft,
    segments: segments.map((one) => (untranslated.has(one.segment.id) ? { ...one, text: '' } : one)),
  };
}

function paragraphsOf({ source }: DocumentState, edition: PublishedEdition | undefined): Compared[] {
  const places = new Map(source.segments.map(({ id }, ordinal) => [id, ordinal]));
  return (edition?.segments ?? []).map(({ segment: { id, kind, codes }, text }, index) => ({
    segmentId: id,
    kind,
    ordinal: places.get(id) ?? index,
    content: { text, codes },
  }));
}

/** What differs, in the order of the page after; what is gone stands behind what it followed. */
function changedParagraphs(before: readonly Compared[], after: readonly Compared[]): ChangedParagraph[] {
  const was = new Map(before.map((one) => [one.segmentId, one]));
  const gone = goneParagraphs(before, new Set(after.map(({ segmentId }) => segmentId)));
  const changed = after.flatMap(({ content, ...place }): ChangedParagraph[] => {
    const earlier = was.get(place.segmentId);
    const isSameParagraph = earlier?.kind === place.kind && isSame(earlier.content, content);
    const row = { ...place, ...(earlier && { before: earlier.content }), after: content };
    return [...(isSameParagraph ? [] : [row]), ...(gone.get(place.segmentId) ?? [])];
  });
  return [...(gone.get(undefined) ?? []), ...changed];
}

/** What stands only before, by what it followed of those that stay; `undefined`: nothing. */
function goneParagraphs(
  before: readonly Compared[],
  stays: ReadonlySet<SegmentId>,
): ReadonlyMap<SegmentId | undefined, readonly ChangedParagraph[]> {
  const gone = new Map<SegmentId | undefined, ChangedParagraph[]>();
  let last: SegmentId | undefined;
  for (const { content, ...place } of before) {
    if (stays.has(place.segmentId)) last = place.segmentId;
    else gone.set(last, [...(gone.get(last) ?? []), { ...place, before: content }]);
  }
  return gone;
}
