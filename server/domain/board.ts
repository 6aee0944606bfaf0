/**
 * The board: one row per document, counts by state per locale. A row is a summary computed from the document, small
 * enough to keep for every document while the documents themselves are loaded on demand.
 */
import {
  isOutdated,
  isTranslatable,
  titleOf,
  type DocumentId,
  type DocumentState,
  type Hash,
  type State,
  type Timestamp,
} from './document.ts';
import { openThreads } from './comments.ts';
import { editionOf, isUnchanged } from './edition.ts';
import { withoutCodes } from './content.ts';
import { countWords } from './count-words.ts';
import type { Locale } from './locale.ts';
import type { Plan } from './plan.ts';
import type { TagId } from './site-settings.ts';
import { spansOf } from './spans.ts';

export interface LocaleCounts extends Readonly<Record<State, number>> {
  readonly outdated: number;
  /** Segments whose last machine attempt failed. */
  readonly failed: number;
  /** Segments with an open comment beside them; absent where there is none. */
  readonly commented?: number;
  /** The publication that readers see. */
  readonly live?: number;
  /** Something was decided since, so that publishing again would change what readers see. */
  readonly changedSinceLive: boolean;
}

export interface BoardRow {
  readonly documentId: DocumentId;
  readonly slug: string;
  readonly title: string;
  readonly from: Locale;
  readonly to: readonly Locale[];
  readonly importedAt: Timestamp;
  readonly changedAt: Timestamp;
  /** Translatable segments. */
  readonly segments: number;
  readonly words: number;
  readonly locales: Readonly<Partial<Record<Locale, LocaleCounts>>>;
  /** The source language's edition. */
  readonly source: { readonly live?: number; readonly changedSinceLive: boolean };
  readonly archived: boolean;
  readonly runningJobs: readonly string[];
  /** Names that lead to the present one; absent: there are none. */
  readonly formerSlugs?: readonly string[];
  /** What it is about; absent: nothing is said. */
  readonly tags?: readonly TagId[];
  /** What is to be published by itself; absent: nothing. */
  readonly plans?: ReadonlyArray<Pick<Plan, 'locales' | 'notBefore'>>;
}

const noCounts: Record<State, number> & { outdated: number; failed: number } = {
  untranslated: 0,
  translated: 0,
  reviewed: 0,
  approved: 0,
  outdated: 0,
  failed: 0,
};

/** The board's row of a document. */
export function boardRow(document: DocumentState, hash: Hash): BoardRow {
  const translatable = document.source.segments.filter(isTranslatable);
  return {
    documentId: document.id,
    slug: document.slug,
    title: titleOf(document.source.segments),
    from: document.source.locale,
    to: document.to,
    importedAt: document.importedAt,
    changedAt: document.changedAt,
    segments: translatable.length,
    words: translatable.reduce((sum, { text, codes }) => sum + countWords(withoutCodes(text, codes)), 0),
    locales: Object.fromEntries(document.to.map((locale) => [locale, localeCounts(document, locale, hash)])),
    source: liveness(document, document.source.locale),
    archived: document.archived,
    runningJobs: document.jobs.filter(({ status }) => status === 'running').map(({ id }) => id),
    ...(document.formerSlugs && { formerSlugs: document.formerSlugs }),
    ...(document.tags && { tags: document.tags }),
    ...(document.plans && { plans: document.plans }),
  };
}

/** How far one locale of a document has got. */
export function localeCounts(document: DocumentState, locale: Locale, hash: Hash): LocaleCounts {
  const counts = { ...noCounts };
  for (const { segment, target } of spansOf(document, locale)) {
    if (!isTranslatable(segment)) continue;
    counts[target.state] += 1;
    if (isOutdated(target, segment, hash)) counts.outdated += 1;
    if (target.fault) counts.failed += 1;
  }
  const commented = openThreads(document, locale).size;
  return { ...counts, ...(commented > 0 && { commented }), ...liveness(document, locale) };
}

function liveness(document: DocumentState, locale: Locale): { live?: number; changedSinceLive: boolean } {
  const { live } = editionOf(document, locale);
  return {
    ...(live !== undefined && { live }),
    changedSinceLive: live !== undefined && !isUnchanged(document, locale),
  };
}
