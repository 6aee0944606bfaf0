/**
 * What people write around an edition's text: its details and the notes to its corrections. Kept as it was written but
 * for outer white space; what is left empty is not kept at all, so that "nothing" is written in one way.
 */
import type { EditionDetails } from './document.ts';

/** Far beyond any edition, and little enough for a list of thousands. In UTF-16 units, but `translators`: people. */
export const editionLimits = { translators: 30, translator: 120, description: 500, note: 2000 } as const;

/** The details as they are kept. */
export function tidyDetails({ translators = [], description = '' }: EditionDetails): EditionDetails {
  const named = translators.map((name) => name.trim()).filter((name) => name !== '');
  const said = description.trim();
  return { ...(named.length > 0 && { translators: [...new Set(named)] }), ...(said !== '' && { description: said }) };
}
