/**
 * The termbase: what a house calls things, in all its languages. One term is one thing with its words (TBX: a concept
 * entry with a section a language), so that one table serves every direction, and names of people and places are terms of
 * another kind. Specification: hebrew-arabic §2.2.
 */
import type { DocumentId, MemberId, Timestamp } from '../document.ts';
import type { Locale } from '../locale.ts';

export type TermId = string;

export const termKinds = ['term', 'person', 'place', 'organisation'] as const;
export type TermKind = (typeof termKinds)[number];

/** `exact`: as it stands, with clitics. `inflect`: and its regular forms. */
export const matchings = ['inflect', 'exact'] as const;
export type Matching = (typeof matchings)[number];

/** What a thing is called in one language. */
export interface Wording {
  /** The word to use. */
  readonly preferred: string;
  /** Other right forms that no rule gives: broken plurals (أسرى), irregular ones (אנשים), admitted synonyms. */
  readonly forms: readonly string[];
  /** Words that must not be used for it. */
  readonly forbidden: readonly string[];
  readonly matching: Matching;
}

export interface TermBody {
  readonly kind: TermKind;
  readonly words: Readonly<Partial<Record<Locale, Wording>>>;
  /** It is not translated: it stands in every language as it stands in the source. */
  readonly isKept?: true;
  readonly note?: string;
  /** Only in the editions of this document; absent: everywhere. */
  readonly documentId?: DocumentId;
}

export interface Term extends TermBody {
  readonly id: TermId;
  /** Counts its changes, from 1. */
  readonly revision: number;
  readonly at: Timestamp;
  readonly by: MemberId;
}

/** How surely a word of a text is a term: 4 exact, 3 after clitics, 2 inflected, 1 another spelling, 0 not. */
export type MatchLevel = 0 | 1 | 2 | 3 | 4;
