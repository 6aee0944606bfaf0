/** Any termbase that may be kept, for round trips; its texts are what breaks tables and mark-up. */
import fc from 'fast-check';
import { locales } from '../../server/domain/locale.ts';
import { matchings, termKinds, type TermBody } from '../../server/domain/terms/term.ts';
import { tidyTerm } from '../../server/domain/terms/tidy-term.ts';

const piece = fc.oneof(
  fc.constantFrom('הָלַךְ', 'صه تُثبّت', 'צה״ל', 'צה"ל', 'الـ«حزب»', 'cease-fire', ' ', 'a'),
  fc.constantFrom('=1+1', "'", '"', '""', ',', ';', '\t', '|', '\\', '\n', '\r\n', '\r', '@', '+', '-', '＝'),
  fc.constantFrom('<term>', '&amp;', ']]>', '<!--', '\u200F', '\u2028', '\uFEFF', '\u0001', '\uFFFF', '👩‍🚀', '\u0085'),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const anyText = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
const anyWording = fc.record({
  preferred: anyText,
  forms: fc.array(anyText, { maxLength: 3 }),
  forbidden: fc.array(anyText, { maxLength: 3 }),
  matching: fc.constantFrom(...matchings),
});

export const anyTerm: fc.Arbitrary<TermBody> = fc
  .record(
    {
      kind: fc.constantFrom(...termKinds),
      words: fc.dictionary(fc.constantFrom(...locales), anyWording, { minKeys: 1 }),
      isKept: fc.constant(true as const),
      note: anyText,
      documentId: fc.constantFrom('document-001', '-_aZ09-_aZ09'),
    },
    { requiredKeys: ['kind', 'words'] },
  )
  .map((term) => tidyTerm(term as TermBody))
  .filter((term) => term !== undefined);

export const anyTermbase = fc.array(anyTerm, { maxLength: 4 });

/** An id as exports give it. */
export function anId(place: number): string {
  return `-_aZ${String(place).padStart(8, '0')}`;
}
