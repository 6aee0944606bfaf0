/**
 * Editions: a document × locale, published only when every segment is approved and none is outdated.
 * A publication freezes content; later decisions touch the draft only. The source language's edition has no targets:
 * it is blocked only by an empty document, and by an error found in the source.
 */
import { openErrors } from './checks/open-errors.ts';
import type { EditionPublished } from './decision.ts';
import {
  isOutdated,
  isTranslatable,
  type DocumentState,
  type Edition,
  type Hash,
  type Publication,
  type SegmentId,
} from './document.ts';
import { refuse, type Refusal } from './errors.ts';
import type { Locale } from './locale.ts';
import { spansOf } from './spans.ts';

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

/** Everything that blocks the edition, in reading order; empty when it can be published. */
export function blockers(document: DocumentState, locale: Locale, hash: Hash): Blocker[] {
  const { segments, locale: sourceLocale } = document.source;
  if (!segments.some(isTranslatable)) return [{ reason: 'empty' }];
  return spansOf(document, locale).flatMap((span): Blocker[] => {
    const { segment, ordinal, target } = span;
    if (!isTranslatable(segment)) return [];
    const place = { segmentId: segment.id, ordinal };
    if (locale !== sourceLocale) {
      if (target.state !== 'approved') return [{ reason: target.state, ...place }];
      if (isOutdated(target, segment, hash)) return [{ reason: 'outdated', ...place }];
    }
    const open = openErrors(document, locale, span);
    return open.length > 0 ? [{ reason: 'check', ...place, checks: [...new Set(open.map(({ check }) => check))] }] : [];
  });
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
    JSON.stringify(live.targets) === JSON.stringify(publicationTargets(document, locale)) &&
    JSON.stringify(live.details ?? {}) === JSON.stringify(document.details?.[locale] ?? {})
  );
}

/**
 * Why a publication is not taken. The store asks this on the newest state, so a target that moved since the editor
 * looked is found here however late.
 * Refusals: locale.unknown, edition.stale (the list is not the present one), edition.blocked, edition.unchanged.
 */
export function publicationObjection(
  document: DocumentState,
  { locale, sourceVersion, targets }: EditionPublished,
  hash: Hash,
): Refusal | undefined {
  if (!editionLocales(document).includes(locale)) return refuse('locale.unknown', { locale });
  const blocking = blockers(document, locale, hash);
  if (blocking.length > 0) return refuse('edition.blocked', { count: blocking.length });
  const isCurrent =
    sourceVersion === document.source.version &&
    JSON.stringify(targets) === JSON.stringify(publicationTargets(document, locale));
  if (!isCurrent) return refuse('edition.stale');
  return isUnchanged(document, locale) ? refuse('edition.unchanged') : undefined;
}
