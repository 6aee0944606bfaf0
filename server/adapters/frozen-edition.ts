/**
 * The text that a publication froze. Nothing keeps a copy of it: a publication names the revision of each target, and
 * the decisions hold every revision's text. Where the draft still is at that revision the document's state has the
 * text; only for targets decided upon since is their own history read.
 */
import {
  isTranslatable,
  targetOf,
  untouched,
  type DocumentState,
  type Segment,
  type Target,
} from '../domain/document.ts';
import { isTargetDecision } from '../domain/decision.ts';
import { editionOf } from '../domain/edition.ts';
import { accepted } from '../domain/errors.ts';
import type { Locale } from '../domain/locale.ts';
import { decideTarget } from '../domain/workflow.ts';
import type { PublishedEdition, Recorded } from '../ports.ts';

/**
 * Publication n of a locale with its text; undefined when there is none. `history` gives the decisions on one target.
 * Segments that nobody translates, and all of the source language's edition, have the source's own text.
 */
export async function frozenEdition(
  document: DocumentState,
  locale: Locale,
  n: number,
  history: (segment: Segment) => Promise<readonly Recorded[]>,
): Promise<PublishedEdition | undefined> {
  const publication = editionOf(document, locale).publications.find((publication) => publication.n === n);
  if (publication === undefined) return undefined;
  const revisions = new Map(publication.targets);
  const segments = document.source.segments.map(async (segment, ordinal) => {
    const revision = revisions.get(segment.id);
    if (revision === undefined || !isTranslatable(segment)) return { segment, text: segment.text };
    const now = targetOf(document, locale, ordinal);
    const { text, origin } = now.revision === revision ? now : targetAt(segment, revision, await history(segment));
    return { segment, text, ...(origin && { origin }) };
  });
  const { id: documentId, slug, source } = document;
  return { documentId, slug, locale, from: source.locale, publication, segments: await Promise.all(segments) };
}

function targetAt(segment: Segment, revision: number, history: readonly Recorded[]): Target {
  return history
    .map(({ decision }) => decision)
    .filter(isTargetDecision)
    .slice(0, revision)
    .reduce((target, decision) => accepted(decideTarget(target, segment, decision)).target, untouched);
}
