/**
 * The text that a publication froze. Nothing keeps a copy of it: a publication names the revision of each target, and
 * the decisions hold every revision's text. Where the draft still is at that revision the document's state has the
 * text; only for targets decided upon since is their own history read, that of many neighbours at once: one question a
 * segment would be thousands of small reads, one for all of them would hold an old article's whole life in memory.
 */
import { targetOf, untouched, type DocumentState, type SegmentId, type Target } from '../domain/document.ts';
import { editionOf } from '../domain/edition.ts';
import type { Locale } from '../domain/locale.ts';
import { isAbout, targetAt } from '../domain/history.ts';
import { spansOf } from '../domain/spans.ts';
import type { PublishedEdition, Recorded } from '../ports.ts';

/** So many segments have their histories read at once. Each such read lets others have their turn. */
const segmentsPerRead = 64;

/** Gives the decisions on some segments' targets in the edition's locale, in their order. */
export type Histories = (segmentIds: readonly SegmentId[]) => Promise<readonly Recorded[]>;

/**
 * Publication n of a locale with its text; undefined when there is none. Segments that nobody translates, and all of
 * the source language's edition, have the source's own text.
 */
export async function frozenEdition(
  document: DocumentState,
  locale: Locale,
  n: number,
  histories: Histories,
): Promise<PublishedEdition | undefined> {
  const publication = editionOf(document, locale).publications.find((publication) => publication.n === n);
  if (publication === undefined) return undefined;
  const revisions = new Map(publication.targets);
  const earlier = await earlierTargets(document, locale, revisions, histories);
  const { id: documentId, slug, source } = document;
  const targets = source.segments.map(({ id }, ordinal) =>
    revisions.has(id) ? (earlier.get(id) ?? targetOf(document, locale, ordinal)) : untouched,
  );
  const segments = spansOf({ ...document, targets: { [locale]: targets } }, locale).map(({ segment, target }) => {
    if (!revisions.has(segment.id)) return { segment, text: segment.text };
    const { text, origin } = target;
    return { segment, text, ...(origin && { origin }) };
  });
  return { documentId, slug, locale, from: source.locale, publication, segments };
}

/** The targets that have been decided upon since, as they were at their revision. */
async function earlierTargets(
  document: DocumentState,
  locale: Locale,
  revisions: ReadonlyMap<SegmentId, number>,
  histories: Histories,
): Promise<ReadonlyMap<SegmentId, Target>> {
  const changed = document.source.segments.filter(({ id }, ordinal) => {
    const revision = revisions.get(id);
    return revision !== undefined && targetOf(document, locale, ordinal).revision !== revision;
  });
  const targets = new Map<SegmentId, Target>();
  for (let from = 0; from < changed.length; from += segmentsPerRead) {
    const segments = changed.slice(from, from + segmentsPerRead);
    const decisions = (await histories(segments.map(({ id }) => id))).map(({ decision }) => decision);
    for (const segment of segments) {
      const history = decisions.filter((decision) => isAbout(decision, { locale, segmentId: segment.id }));
      targets.set(segment.id, targetAt(segment.id, history, revisions.get(segment.id) ?? 0));
    }
  }
  return targets;
}
