/**
 * What the rest of the site needs to know of an article: enough to lead to it, list it and tell whether its pages must
 * be made again, little enough to keep for every article of a large site while the texts are forgotten.
 */
import type { DocumentId, Timestamp } from '../domain/document.ts';
import type { Locale } from '../domain/locale.ts';
import type { TagId } from '../domain/site-settings.ts';
import { pathOf } from './address.ts';
import { readingMinutes } from './dates.ts';
import type { LiveDocument, LiveEdition } from './live-document.ts';
import { digest } from './stamp.ts';
import { editionTitle, standfirstOf } from './summary.ts';

export interface EditionHead {
  readonly documentId: DocumentId;
  readonly locale: Locale;
  readonly from: Locale;
  /** The publication. With document and locale it says which text: a publication never changes. */
  readonly n: number;
  /** Where its page is: `he/the-school/`. */
  readonly path: string;
  readonly title: string;
  readonly standfirst: string;
  /** When readers first saw it: what lists go by, so that a correction moves nothing. */
  readonly at: Timestamp;
  /** When readers first saw this text. */
  readonly updatedAt: Timestamp;
  readonly minutes: number;
  readonly tags: readonly TagId[];
  /** Of everything above: equal stamps, and a list shows the same. */
  readonly stamp: string;
  /** The same of its own page, but for its ways to other languages. */
  readonly printStamp: string;
}

export interface DocumentHead {
  readonly documentId: DocumentId;
  readonly slug: string;
  readonly formerSlugs: readonly string[];
  readonly editions: readonly EditionHead[];
  readonly withdrawn: readonly Locale[];
  /** Everything that its own pages depend on, but for the site: equal stamps, equal pages. */
  readonly stamp: string;
}

export function headOf(document: LiveDocument): DocumentHead {
  const { documentId, slug, formerSlugs, tags, editions, withdrawn } = document;
  const facts = editions.map(({ locale, publication, history, policy, behindSince }) => [
    locale,
    publication.n,
    history.length,
    policy,
    behindSince,
  ]);
  return {
    documentId,
    slug,
    formerSlugs,
    editions: editions.map((edition) => editionHead(edition, tags)),
    withdrawn,
    stamp: digest(JSON.stringify([documentId, slug, formerSlugs, tags, withdrawn, facts])),
  };
}

function editionHead(edition: LiveEdition, tags: readonly TagId[]): EditionHead {
  const { documentId, locale, from, publication, history, policy, behindSince } = edition;
  const head = {
    documentId,
    locale,
    from,
    n: publication.n,
    path: pathOf(edition),
    title: editionTitle(edition),
    standfirst: standfirstOf(edition),
    at: history[0]?.at ?? publication.at,
    updatedAt: publication.at,
    minutes: readingMinutes(edition),
    tags,
  };
  const stamp = digest(JSON.stringify(head));
  return { ...head, stamp, printStamp: digest(JSON.stringify([stamp, policy, behindSince])) };
}

/** Newest first; those of one moment by their address, so that the order is always the same. */
export function newestFirst(heads: readonly EditionHead[]): EditionHead[] {
  return heads.toSorted((a, b) => (a.at === b.at ? (a.path < b.path ? -1 : 1) : a.at < b.at ? 1 : -1));
}
