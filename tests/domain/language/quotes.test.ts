/** Quotation marks of English sources, turned the right way for machines; and the whole clean copy. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanForMachine } from '../../../server/domain/language/clean-for-machine.ts';
import { orientQuotes } from '../../../server/domain/language/quotes.ts';
import type { Codes } from '../../../server/domain/content.ts';

const vectors = new URL('../../../../shared/vectors/quotes.json', import.meta.url);

/** A text in one piece. */
const oriented = (text: string): string => orientQuotes([text]).join('');

describe('orientQuotes', () => {
  it.each([
    ['reversed on both sides', 'as ”incidental damage“ and', 'as “incidental damage” and'],
    ['two single marks for a double one', 'the “Hasbra‘’ campaign', 'the “Hasbra” campaign'],
    ['glued to the word before', 'presented as”The plan“', 'presented as “The plan”'],
    ['loose, closing', 'on earth ” (1 November )', 'on earth” (1 November)'],
    ['loose, opening', 'he said “ yes ” twice', 'he said “yes” twice'],
    ['loose, after one that opened', 'he said “yes “ twice', 'he said “yes” twice'],
    ['glued on both sides, after one that opened', 'he said “yes“and left', 'he said “yes”and left'],
    ['straight', 'he said "yes", and "no".', 'he said “yes”, and “no”.'],
    ['beside dashes and brackets', '(”yes“)—”no“', '(“yes”)—“no”'],
    ['an elision inside', '“’48 territories”', '“’48 territories”'],
    ['an elision the wrong way', '[Scandal ‘23]', '[Scandal ’23]'],
    ['beginning with an ellipsis', 'he said ”…and so“ twice', 'he said “…and so” twice'],
    ['inches', 'a 6" pipe', 'a 6" pipe'],
  ])('%s', (_title, text, expected) => expect(oriented(text)).toBe(expected));

  it.each([
    '‘Likud’ and ‘Al-Akhbar’',
    'the workers’ movement; they don’t know',
    'his “security” slogans',
    'the army (צה"ל) said',
    '“First paragraph.\n\n“Second and last.”',
    'הָלַךְ צה״ל',
    'صه تُثبّت الـ«حزب»',
  ])('leaves %j', (text) => expect(oriented(text)).toBe(text));

  it('sees through the codes between pieces', () =>
    expect(orientQuotes(['as ”', 'incidental', '“ and'])).toEqual(['as “', 'incidental', '” and']));

  it('changes nothing but marks and the spaces beside them', () => {
    const texts = fc.array(
      fc.constantFrom('“', '”', '"', '‘’', '’', ' ', '\n', 'word', '4', '8', '(', ')', '—', '.', 'א'),
    );
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        const bare = (text: string) => text.replace(/[“”"‘’ ]/gu, '');
        expect(bare(oriented(text))).toBe(bare(text));
        expect(orientQuotes(parts)).toHaveLength(parts.length);
      }),
    );
  });

  const absent = existsSync(vectors) ? '' : ' (SKIPPED: no ../shared here)';
  it.skipIf(absent !== '')(`agrees with the shared vectors${absent}`, () => {
    const rows: Array<{ input: string; output: string; changed: boolean }> = JSON.parse(readFileSync(vectors, 'utf8'));
    expect(rows.length).toBeGreaterThan(5);
    for (const { input, output, changed } of rows) {
      expect(oriented(input)).toBe(output);
      expect(oriented(input) !== input, input).toBe(changed);
    }
  });
});

describe('cleanForMachine', () => {
  const codes: Codes = { 1: { type: 'emphasis' }, 2: { type: 'footnote', label: '1' } };

  it('composes, collapses and turns, and keeps the codes', () => {
    const text = '\u00A0Cafe\u0301  as\n”<1>inci\u00ADdental</1>“<2/> ';
    expect(cleanForMachine({ text, codes }, 'en')).toEqual({ text: 'Café as “<1>incidental</1>”<2/>', codes });
  });

  it.each([
    ['he', 'דובר צה"ל: ”כן“'],
    ['ar', 'قال: ”نعم“ الـ«حزب» صه تُثبّت'],
  ] as const)('leaves the marks of %s alone', (locale, text) =>
    expect(cleanForMachine({ text, codes: {} }, locale).text).toBe(text),
  );
});
