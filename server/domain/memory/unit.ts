/**
 * Translation units: texts that say the same in several languages (TMX: a `tu` with its `tuv`s). One unit serves every
 * direction among its languages.
 */
import type { MemberId, Timestamp } from '../document.ts';
import type { Locale } from '../locale.ts';

/** A unit from outside any document. Codes stand in its texts as numbers and mean nothing. */
export interface OutsideUnit {
  readonly texts: Readonly<Partial<Record<Locale, string>>>;
  readonly at?: Timestamp;
  readonly by?: MemberId;
  readonly note?: string;
}
