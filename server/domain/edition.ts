/**
 * Editions: a document × locale, published only when every segment is approved and none is outdated.
 * A publication freezes content; later decisions touch the draft only. The source language's edition has no targets:
 * it is blocked only by an empty document, and by an error found in the source.
 *
 * What a publication may list is said here twice: of the whole draft (`publicationObjection`), and of a correction, which
 * gives readers some approved paragraphs while the rest stays as they have it (`correction.ts`). Either way nothing is
 * listed that is not approved at that moment.
 */
import { openErrors } from './checks/open-errors.ts';
import {
  isOutdated,
  isTranslatable,
  type DocumentState,
  type Edition,
  type EditionDetails,
  type Hash,
  type Publication,
  type SegmentId,
  type Timestamp,
} from './document.ts';
import type { Locale } from './locale.ts';
import { spansOf, type Span } from './spans.ts';

export type BlockReason = 'untranslated' | 'translated' | 'reviewed' | 'outdated' | 'check' | 'empty';

/** One thing that keeps an edition from being published. `ordinal` counts from 0; the document itself has none. */
export interface Blocker {
  readonly reason: BlockReason;
  readonly segmentId?: SegmentId;
  readonly ordinal?: number;
  /** Of open errors: which checks find them. */
  readonly checks?: readonly string[];
}

export const noEdition: Edition = { publications: [] };

export function editionOf(document: DocumentState, locale: Locale): Edition {
  return document.editions[locale] ?? noEdition;
}

/** The publication that readers see, if any. */
export function livePublication(document: DocumentState, locale: Locale): Publication | undefined {
  const { live, publications } = editionOf(document, locale);
  return publications.find((publication) => publication.n === live);
}

/** The locales in which this document can have an edition, the source's first. */
export function editionLocales(document: DocumentState): Locale[] {
  return [...new Set([document.source.locale, ...document.to])];
}

/** What stands around the next publication's text. */
export function detailsOf({ details }: DocumentState, locale: Locale): EditionDetails {
  return details?.[locale] ?? {};
}

/** Everything that blocks the edition, in reading order; empty when it can be published. */
export function blockers(document: DocumentState, locale: Locale, hash: Hash): Blocker[] {
  if (!document.source.segments.some(isTranslatable)) return [{ reason: 'empty' }];
  return spansOf(document, locale).flatMap((span) => blockerIn(document, locale, span, hash) ?? []);
}

/** Whether every text is approved: the first half of the same question, quick to answer while there is work to do. */
export function isApproved(document: DocumentState, locale: Locale): boolean {
  const isOpen = ({ segment, target }: Span) => isTranslatable(segment) && target.state !== 'approved';
  return locale === document.source.locale || !spansOf(document, locale).some(isOpen);
}

/** What keeps the text of a span from readers. */
export function blockerIn(document: DocumentState, locale: Locale, span: Span, hash: Hash): Blocker | undefined {
  const { segment, ordinal, target } = span;
  if (!isTranslatable(segment)) return undefined;
  const place = { segmentId: segment.id, ordinal };
  if (locale !== document.source.locale) {
    if (target.state !== 'approved') return { reason: target.state, ...place };
    if (isOutdated(target, segment, hash)) return { reason: 'outdated', ...place };
  }
  const open = openErrors(document, locale, span);
  return open.length > 0
    ? { reason: 'check', ...place, checks: [...new Set(open.map(({ check }) => check))] }
    : undefined;
}

/**
 * What a publication of the present draft would list: every translatable span, by its first segment, with its target's
 * revision.
 */
export function publicationTargets(document: DocumentState, locale: Locale): Publication['targets'] {
  if (locale === document.source.locale) return [];
  return spansOf(document, locale).flatMap(({ segment, target }) =>
    isTranslatable(segment) ? [[segment.id, target.revision] as const] : [],
  );
}

/** Whether publishing would give readers what they already have. */
export function isUnchanged(document: DocumentState, locale: Locale): boolean {
  const live = livePublication(document, locale);
  if (live === undefined || live.sourceVersion !== document.source.version) return false;
  return (
    isSame(live.targets, publicationTargets(document, locale)) &&
    isSame(live.details ?? {}, detailsOf(document, locale))
  );
}

/** Since when readers of the original see another version than a publication was made for; undefined: they do not. */
export function behindSince(
  document: DocumentState,
  { sourceVersion }: Pick<Publication, 'sourceVersion'>,
): Timestamp | undefined {
  const original = livePublication(document, document.source.locale);
  return original && original.sourceVersion > sourceVersion ? original.at : undefined;
}

/** Whether two values of decisions say the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
