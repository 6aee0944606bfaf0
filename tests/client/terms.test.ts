/** The termbase page's pure parts: a term as it is written down, and which terms are shown. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterIn, shownTerms } from '../../client/terms/shown-terms.ts';
import { draftOf, isSayable, newDraft, termOf } from '../../client/terms/term-draft.ts';
import { termKinds, type TermBody } from '../../server/domain/terms/term.ts';
import { aTerm } from '../support/terms.ts';

describe('a draft', () => {
  const word = fc.stringMatching(/^[a-zאבگعق]{1,8}$/u);
  const wording = fc.record({
    preferred: word,
    forms: fc.array(word, { maxLength: 3 }),
    forbidden: fc.array(word, { maxLength: 3 }),
    matching: fc.constantFrom('inflect' as const, 'exact' as const),
  });
  const term: fc.Arbitrary<TermBody> = fc.record(
    {
      kind: fc.constantFrom(...termKinds),
      words: fc.record({ en: wording, he: wording, ar: wording }, { requiredKeys: [], noNullPrototype: true }),
      isKept: fc.constant(true as const),
      note: word,
      documentId: fc.constant('document-001'),
    },
    { requiredKeys: ['kind', 'words'], noNullPrototype: true },
  );

  it('is its term again', () => {
    fc.assert(
      fc.property(term, (one) => {
        expect(termOf(draftOf(one))).toEqual(one);
      }),
    );
  });

  it('says something once a word stands in it', () => {
    expect(isSayable(newDraft())).toBe(false);
    expect(isSayable(newDraft({ he: ' ' }))).toBe(false);
    expect(isSayable(newDraft({ he: ' ממשלה ' }))).toBe(true);
    expect(termOf(newDraft({ he: ' ממשלה ' })).words).toEqual({
      he: { preferred: 'ממשלה', forms: [], forbidden: [], matching: 'inflect' },
    });
  });
});

describe('the terms shown', () => {
  const terms = [
    aTerm(1, { he: { preferred: 'צה״ל' }, ar: { preferred: 'الجيش', forbidden: ['جيش الدفاع'] } }),
    aTerm(2, { en: { preferred: 'Noa', forms: ['Noah'] } }, { kind: 'person', note: 'sister of Dana' }),
  ];
  const shown = (address: string) => shownTerms(terms, filterIn(new URLSearchParams(address))).map(({ id }) => id);

  it.each<[string, string[]]>([
    ['', ['t1', 't2']],
    ['kind=person', ['t2']],
    ['kind=planet', ['t1', 't2']],
    ['query=צה"ל', ['t1']],
    ['query=noah', ['t2']],
    ['query=dana', ['t2']],
    ['query=دفاع', ['t1']],
    ['query=دفاع&kind=person', []],
  ])('for “%s”', (address, ids) => expect(shown(address)).toEqual(ids));
});
