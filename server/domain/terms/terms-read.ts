/** What a file of somebody's termbase says, whatever its format: the terms, and what of the file is not among them. */
import type { TermBody, TermId } from './term.ts';

export interface TermRead {
  /** As it may be kept (`tidyTerm`). */
  readonly term: TermBody;
  /** Under which it was exported from here; it may be unknown, or another site's. */
  readonly id?: TermId;
  /** Of the file, from 1. */
  readonly line: number;
}

/**
 * Why something was passed over: a language that we do not have, a column that means nothing to us, an entry without a
 * word in any of our languages, a language of an entry that has words to avoid and none to use.
 */
export type PassedOver = 'language' | 'column' | 'entry' | 'no-word';

export interface Skipped {
  readonly why: PassedOver;
  /** The language's tag, the column's name; '' for an entry. */
  readonly name: string;
  /** Where it is first. */
  readonly line: number;
  readonly count: number;
}
