/**
 * Numbers as an edition writes them. An Arabic house writes 0–9 or ٠–٩ (`policy.digits`), and whatever a page counts by
 * itself (footnotes, lists, days, minutes) is written as the text is. Numbers that stand in the text are the text's.
 */
import type { Locale } from '../domain/locale.ts';
import type { Policy } from '../domain/policy.ts';
import { html, type Html } from './html.ts';

/** In whose hand a page is written: its language's, by the policy that holds in it. */
export interface Hand {
  readonly locale: Locale;
  readonly policy: Policy;
}

type Digits = Pick<Policy, 'digits'>;

const arabicIndic = Array.from('٠١٢٣٤٥٦٧٨٩');

/** A whole number in the digits of an edition, without separators. */
export function writeNumber(value: number, { digits }: Digits): string {
  const latin = String(value);
  return digits === 'arab' ? latin.replace(/[0-9]/gu, (digit) => arabicIndic[Number(digit)] ?? digit) : latin;
}

/** What an ordered list needs so that its markers are in those digits: ` class="digits-arab"`, or nothing. */
export function numberedIn({ digits }: Digits): Html {
  return digits === 'arab' ? html` class="digits-arab"` : html``;
}
