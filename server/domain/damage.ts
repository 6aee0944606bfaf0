/**
 * What can never have been accepted, under whatever rules: a decision that names a place which is not there, or that would
 * make of a document something that no page could show. New decisions never get so far (`decide.ts`); a journal that came
 * from elsewhere, or was damaged, may. Replay refuses it where it stands (`transition.ts`), so that only that document
 * suffers and `verify` can name the decision.
 */
import type { EditionPublished, SourceDecision, TargetsAfter } from './decision.ts';
import { ordinalOf, targetOf, type DocumentState, type Segment, type SegmentId, type Source } from './document.ts';
import { refuse, type Refusal } from './errors.ts';
import { isLocale, type Locale } from './locale.ts';
import { lengthOf } from './spans.ts';

interface Place {
  readonly segmentId: SegmentId;
  /** Absent: the source. */
  readonly locale?: Locale;
}

/** Refusals: segment.unknown, locale.unknown. */
export function damageAt(source: Source, { segmentId, locale }: Place): Refusal | undefined {
  if (ordinalOf(source, segmentId) === undefined) return refuse('segment.unknown', { segmentId });
  return locale === undefined ? undefined : damageInLocale(source, locale);
}

/**
 * A language that nothing is translated into: one that we do not write, or the source's own. One that is no longer among
 * the document's is no damage, it may have been then. Refusals: locale.unknown.
 */
export function damageInLocale(source: Source, locale: string): Refusal | undefined {
  return isLocale(locale) && locale !== source.locale ? undefined : refuse('locale.unknown', { locale });
}

/**
 * Targets that are put in place: each has a segment, covers no more than there is, and is covered by an earlier one, so
 * that nobody goes in circles. Refusals: segment.unknown, target.covered, target.cannot-join.
 */
export function damageInTargets(source: Source, targets: TargetsAfter): Refusal | undefined {
  for (const [segmentId, target] of targets) {
    const ordinal = ordinalOf(source, segmentId);
    if (ordinal === undefined) return refuse('segment.unknown', { segmentId });
    if (ordinal + lengthOf(target) > source.segments.length) return refuse('target.cannot-join');
    const { coveredBy } = target;
    if (coveredBy !== undefined && !((ordinalOf(source, coveredBy) ?? ordinal) < ordinal)) {
      return refuse('target.covered', { segmentId: coveredBy });
    }
  }
  return undefined;
}

/**
 * A version of the source: the next one, no two of its segments the same, and its targets translations. `after` is the
 * source that it makes. Refusals: source.stale, decision.reused, locale.unknown, and those of `damageInTargets`.
 */
export function damageInVersion(before: Source, after: Source, { targets }: SourceDecision): Refusal | undefined {
  if (after.version !== before.version + 1) return refuse('source.stale');
  if (!areDistinct(after.segments)) return refuse('decision.reused');
  for (const [locale, placed] of Object.entries(targets)) {
    const damage = damageInLocale(after, locale) ?? damageInTargets(after, placed);
    if (damage) return damage;
  }
  return undefined;
}

/** A language that no edition can have. Refusals: locale.unknown. */
export function damageInEditions(locales: readonly string[]): Refusal | undefined {
  const unknown = locales.find((locale) => !isLocale(locale));
  return unknown === undefined ? undefined : refuse('locale.unknown', { locale: unknown });
}

/**
 * A publication freezes what was there: a version of the source that had been made, its segments, revisions that had been
 * reached. One of a revision to come would change under its readers. Refusals: locale.unknown, source.stale,
 * segment.unknown, target.stale.
 */
export function damageInPublication(
  document: DocumentState,
  { locale, sourceVersion, targets }: EditionPublished,
): Refusal | undefined {
  const { source } = document;
  const damage = damageInEditions([locale]);
  if (damage) return damage;
  if (sourceVersion > source.version) return refuse('source.stale');
  for (const [segmentId, revision] of targets) {
    const ordinal = ordinalOf(source, segmentId);
    if (ordinal === undefined && sourceVersion === source.version) return refuse('segment.unknown', { segmentId });
    const reached = ordinal === undefined ? revision : targetOf(document, locale, ordinal).revision;
    if (revision > reached) return refuse('target.stale', { revision: reached });
  }
  return undefined;
}

/** Whether no two segments are one. */
export function areDistinct(segments: readonly Segment[]): boolean {
  return new Set(segments.map(({ id }) => id)).size === segments.length;
}
