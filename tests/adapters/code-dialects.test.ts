/** The dialects of inline codes: what is written is read back, what was typed stays literal. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownCodes, sentinels, xmlTags, type CodeDialect } from '../../server/adapters/code-dialects.ts';
import type { Codes, Content } from '../../server/domain/content.ts';

const codes: Codes = { 1: { type: 'link', href: 'https://example.org/' }, 2: { type: 'footnote', label: '2' } };
const dialects: CodeDialect[] = [ownCodes, xmlTags, sentinels];

/** Pieces that are codes, look like codes, or are what a dialect must not trip over. */
const typed = [
  ['<1>', '</1>', '<2/>', '<2>', '<9>', '< 1 >', '<c1>', '</c1>', '<c2/>', '<c2></c2>', '⟦1⟧', '⟦/1⟧', '⟦ 2/ ⟧', '⟦٣⟧'],
  ['⟦', '⟧', '&', '&lt;', '&amp;lt;', '&#39;', '"', '\\', '\n', 'word', 'הָלַךְ', 'صه تُثبّت', 'צה״ל', 'الـ«حزب»'],
];
const pieces = fc.constantFrom(...typed.flat());
const texts = fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme' }))).map((parts) => parts.join(''));

describe.each(dialects.map((dialect) => [dialect.id, dialect] as const))('%s', (_id, dialect) => {
  it('reads what it wrote, with codes and without', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(codes, {}), (text, codes) => {
        const source: Content = { text, codes };
        expect(dialect.read(dialect.write(source), source)).toBe(text);
      }),
    );
  });
});

describe('what is sent', () => {
  const source: Content = { text: 'See <1>R&D</1> <9> here.<2/>', codes };
  it.each([
    [ownCodes, 'See <1>R&D</1> <9> here.<2/>'],
    [xmlTags, 'See <c1>R&amp;D</c1> &lt;9&gt; here.<c2/>'],
    [sentinels, 'See ⟦1⟧R&D⟦/1⟧ <9> here.⟦2/⟧'],
  ])('$0.id', (dialect, sent) => expect(dialect.write(source)).toBe(sent));

  it('numbers its sentinels above those that the text types', () => {
    const typed: Content = { text: '⟦7⟧ is typed, <1>this</1> is a code', codes };
    expect(sentinels.write(typed)).toBe('⟦7⟧ is typed, ⟦8⟧this⟦/8⟧ is a code');
  });
});

describe('what a machine may do to a code', () => {
  const source: Content = { text: '<1>x</1><2/>', codes };
  it.each([
    [xmlTags, '<c1>س</c1><c2></c2>', '<1>س</1><2/>'],
    [xmlTags, '< c1 >س</ C1><c2 />', '<1>س</1><2/>'],
    [xmlTags, '<c1>&quot;س&#39;</c1><c2/>', '<1>"س\'</1><2/>'],
    [sentinels, '⟦ 1 ⟧א⟦ / 1 ⟧⟦2⟧', '<1>א</1><2/>'],
    [sentinels, '⟦\u200F1\u200F⟧א⟦/1⟧⟦2 /⟧', '<1>א</1><2/>'],
    [sentinels, '⟦١⟧س⟦/١⟧⟦٢/⟧', '<1>س</1><2/>'],
  ])('$0.id: %1$s', (dialect, answer, read) => expect(dialect.read(answer, source)).toBe(read));

  it.each([
    [xmlTags, '<c7>x</c7>'],
    [xmlTags, '<c1/>'],
    [sentinels, '⟦7⟧'],
    [sentinels, '⟦1'],
    [sentinels, '⟧1⟦'],
  ])('$0.id leaves %1$s literal', (dialect, answer) => expect(dialect.read(answer, source)).toBe(answer));
});
