/**
 * A document as the site shows it: the editions that readers see, and what surrounds their texts. A publication froze
 * the texts; what is said here beside them follows from the document as it is now, and pages are made anew when it
 * changes.
 */
import type { DocumentId, Publication, Timestamp } from '../domain/document.ts';
import { locales, type Locale } from '../domain/locale.ts';
import type { Policy } from '../domain/policy.ts';
import type { TagId } from '../domain/site-settings.ts';
import type { PublishedEdition } from '../ports.ts';

/** What a browser makes of an edition (`prints.ts`). */
export type PrintKind = 'pdf' | 'card';

export interface LiveEdition extends PublishedEdition {
  /** Its publications up to the one that readers see, the first one first. */
  readonly history: readonly Publication[];
  /** How the edition writes digits and months. */
  readonly policy: Policy;
  /** Since when readers of the original see another version than this was made for; absent: they do not. */
  readonly behindSince?: Timestamp;
  /** What stands printed beside its page, by its name there. */
  readonly prints?: Readonly<Partial<Record<PrintKind, string>>>;
}

export interface LiveDocument {
  readonly documentId: DocumentId;
  readonly slug: string;
  /** Names that lead to the present one. */
  readonly formerSlugs: readonly string[];
  readonly tags: readonly TagId[];
  /** At most one a language, in the order of `locales`. */
  readonly editions: readonly LiveEdition[];
  /** Languages in which readers saw it once. */
  readonly withdrawn: readonly Locale[];
}

/** What one file of an edition is made from: its text, what was corrected in it, how it writes digits and months. */
export type ReadEdition = PublishedEdition & Pick<LiveEdition, 'policy' | 'history'>;

/** The edition of a language, where readers see one. */
export function editionIn<T extends { readonly locale: Locale }>(
  { editions }: { readonly editions: readonly T[] },
  locale: Locale,
): T | undefined {
  return editions.find((edition) => edition.locale === locale);
}

/** In the order in which languages are named everywhere. */
export function inOrder<T extends { readonly locale: Locale }>(editions: readonly T[]): T[] {
  return locales.flatMap((locale) => editions.filter((edition) => edition.locale === locale));
}
