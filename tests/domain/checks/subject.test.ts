/** Masking: what is no human text is hidden from every check, and nothing moves. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskCharacter, sideOf, subjectOf } from '../../../server/domain/checks/subject.ts';
import type { Code, Codes } from '../../../server/domain/content.ts';
import { addressesIn } from '../../../server/domain/language/addresses.ts';
import { policyFor } from '../../../server/domain/policy.ts';
import '../../support/laws.ts';

const link: Code = { type: 'link', href: 'https://example.org' };
const code: Code = { type: 'inline-code' };

/** The masked text, masks as `*`. */
function mask(text: string, codes: Codes = {}): string {
  return sideOf('he', { text, codes }).text.replaceAll(maskCharacter, '*');
}

describe('masking', () => {
  it.each<[string, string, string, Codes?]>([
    ['codes', 'ה<1>ממשלה</1> קמה<2/>.', 'ה***ממשלה**** קמה****.', { 1: link, 2: { type: 'footnote', label: '1' } }],
    ['inline code and what stands in it', 'הקלידו <1>rm -rf</1>.', 'הקלידו *************.', { 1: code }],
    ['a code inside inline code', '<1>a <2/>b</1>c', '**************c', { 1: code, 2: { type: 'line-break' } }],
    ['no undeclared code', 'התג <9>', 'התג <9>'],
    ['an address', 'ראו https://a.b/(x) כאן', 'ראו *************** כאן'],
    ['an address without the stop after it', 'ב־www.x.org.', 'ב־*********.'],
    ['an e-mail after a Hebrew prefix', 'כתבו ל־dana@x.org, או', 'כתבו ל־**********, או'],
  ])('hides %s', (_, text, masked, codes) => expect(mask(text, codes)).toBe(masked));

  it('keeps the length, and every character that it does not hide', () => {
    const piece = fc.constantFrom(
      '<1>',
      '</1>',
      '<2/>',
      'https://a.b/(x)',
      'צה״ל',
      'صه تُثبّت',
      ' ',
      '.',
      ')',
      'a@b.org',
      '\uD83D',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 30 }), (pieces) => {
        const raw = pieces.join('');
        const { text } = sideOf('ar', { text: raw, codes: { 1: code, 2: { type: 'line-break' } } });
        expect(text).toHaveLength(raw.length);
        for (let i = 0; i < raw.length; i += 1) expect([raw[i], maskCharacter]).toContain(text[i]);
      }),
    );
  });

  it('gives words and their places in the text as it is written', () => {
    const side = sideOf('he', { text: 'ראו <1>צה״ל</1> ו־https://x.org 28% הָלַךְ', codes: { 1: link } });
    expect(side.words.map(({ text }) => text)).toEqual(['ראו', 'צה״ל', 'ו', '28%', 'הָלַךְ']);
    for (const { text, start, end } of side.words) expect(side.raw.slice(start, end)).toBe(text);
  });
});

describe('addresses', () => {
  it.each<[string, string[]]>([
    ['https://he.wikipedia.org/wiki/תל_אביב_(פירוש).', ['https://he.wikipedia.org/wiki/תל_אביב_(פירוש)']],
    ['(https://x.org/?q=1)', ['https://x.org/?q=1']],
    ['انظر https://x.org/a، ثم www.y.org؟', ['https://x.org/a', 'www.y.org']],
    ['«https://x.org/a»', ['https://x.org/a']],
    ['C++\u200E https://x.org/\u200E.', ['https://x.org/']],
    ['no address: a@b, ‎x.org', []],
  ])('in %s', (text, found) => expect(addressesIn(text).map((one) => one.text)).toEqual(found));

  it.each(['a', '@', ')', '(', '.', 'www.', 'https://', 'a@', 'a.', ').'])(
    'takes 100,000 × %s in one pass',
    (piece) => {
      expect(addressesIn(piece.repeat(100_000)).length).toBeLessThanOrEqual(100_000);
      expect(addressesIn(`https://x.org/${piece.repeat(100_000)}`).length).toBeGreaterThan(0);
    },
  );
});

describe('a subject', () => {
  it('has both sides with the source’s codes, and what is not told as usual', () => {
    const source = { text: '<1>a</1>', codes: { 1: link } };
    const subject = subjectOf({ from: 'en', to: 'he', source, target: '<1>א</1>', policy: policyFor('he') });
    expect(subject).toMatchObject({ segmentId: '', kind: 'paragraph', state: 'translated' });
    expect(subject.target.codes).toBe(source.codes);
    expect(subject).not.toHaveProperty('origin');
  });
});
