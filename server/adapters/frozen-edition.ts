/**
 * The text that a publication froze. Nothing keeps a copy of it: a publication names the revision of each target, and
 * the decisions hold every revision's text. Where the draft still is at that revision the document's state has the
 * text; only for targets decided upon since is their own history read, that of many neighbours at once: one question a
 * segment would be thousands of small reads, one for all of them would hold an old article's whole life in memory.
 */
import {
  targetOf,
  untouched,
  type DocumentState,
  type SegmentId,
  type Target,
  ordinalOf,
  type Source,
} from '../domain/document.ts';
import { editionOf } from '../domain/edition.ts';
import type { Locale } from '../domain/locale.ts';
import { historyIn, targetAt } from '../domain/history.ts';
import { sourceOfVersion } from '../domain/source-history.ts';
import { spansOf } from '../domain/spans.ts';
import type { PublishedEdition, Recorded } from '../ports.ts';

/** So many segments have their histories read at once. Each such read lets others have their turn. */
const segmentsPerRead = 64;

/** What is read of a document's past. */
export interface Past {
  /** The decisions on some segments' targets in the edition's locale, in their order. */
  readonly histories: (segmentIds: readonly SegmentId[]) => Promise<readonly Recorded[]>;
  /** The decisions that made the versions of the source, in their order. */
  readonly sources: () => Promise<readonly Recorded[]>;
}

/**
 * Publication n of a locale with its text; undefined when there is none. Segments that nobody translates, and all of
 * the source language's edition, have the source's own text.
 */
export async function frozenEdition(
  document: DocumentState,
  locale: Locale,
  n: number,
  past: Past,
): Promise<PublishedEdition | undefined> {
  const publication = editionOf(document, locale).publications.find((publication) => publication.n === n);
  if (publication === undefined) return undefined;
  const revisions = new Map(publication.targets);
  const source = await frozenSource(document, publication.sourceVersion, past);
  const earlier = await earlierTargets(document, locale, revisions, past);
  const { id: documentId, slug } = document;
  const targets = source.segments.map(({ id }) =>
    revisions.has(id) ? (earlier.get(id) ?? targetNow(document, locale, id)) : untouched,
  );
  const segments = spansOf({ ...document, source, targets: { [locale]: targets } }, locale).map(
    ({ segment, target }) => {
      if (!revisions.has(segment.id)) return { segment, text: segment.text };
      const { text, origin } = target;
      return { segment, text, ...(origin && { origin }) };
    },
  );
  return { documentId, slug, locale, from: source.locale, publication, segments };
}

/** The version of the source that a publication froze: seldom another than the present one. */
async function frozenSource(document: DocumentState, version: number, { sources }: Past): Promise<Source> {
  if (document.source.version === version) return document.source;
  const source = sourceOfVersion(await sources(), version);
  if (source === undefined) throw new Error(`${document.id} has no version ${version} of its source`);
  return source;
}

/** The present target of a segment; `untouched` for one that is not in the present version. */
function targetNow(document: DocumentState, locale: Locale, segmentId: SegmentId): Target {
  const ordinal = ordinalOf(document.source, segmentId);
  return ordinal === undefined ? untouched : targetOf(document, locale, ordinal);
}

/** The targets that have been decided upon since, as they were at their revision. */
async function earlierTargets(
  document: DocumentState,
  locale: Locale,
  revisions: ReadonlyMap<SegmentId, number>,
  { histories }: Past,
): Promise<ReadonlyMap<SegmentId, Target>> {
  const changed = [...revisions].flatMap(([id, revision]) =>
    targetNow(document, locale, id).revision === revision ? [] : [id],
  );
  const targets = new Map<SegmentId, Target>();
  for (let from = 0; from < changed.length; from += segmentsPerRead) {
    const segmentIds = changed.slice(from, from + segmentsPerRead);
    const decisions = (await histories(segmentIds)).map(({ decision }) => decision);
    for (const segmentId of segmentIds) {
      const history = historyIn(decisions, { locale, segmentId });
      targets.set(segmentId, targetAt(segmentId, history, revisions.get(segmentId) ?? 0));
    }
  }
  return targets;
}
