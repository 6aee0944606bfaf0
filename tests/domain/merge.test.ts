/** The merge by word: it gives all three texts back, is the same from both sides, and never cuts a word, mark or code. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Codes } from '../../server/domain/content.ts';
import { bothOf, choicesAt, mergedText, mergeWords, type MergePiece } from '../../server/domain/merge.ts';
import { locales, type Locale } from '../../server/domain/locale.ts';

const codes: Codes = { 1: { type: 'strong' }, 2: { type: 'footnote', label: '1' } };

const words: Record<Locale, string[]> = {
  en: ['the', 'reading', 'room', "don't", '28%', 'e\u0301te\u0301', 'state-of-the-art', 'opens,', '(now)'],
  he: ['הָלַךְ', 'צה״ל', 'ל"ליכוד"', 'עובדים/ות', 'בית־ספר', 'שָׁלוֹם,', 'ג׳ורג׳', '(ש"ס)'],
  ar: ['صه', 'تُثبّت', 'الـ«حزب»', '٢٨٪', 'المستشفيات', 'سَلَّمَ،', 'و', 'ه\u200Dـ'],
};

/** A text and two edits of it, as two people make them; words are few, so that they often meet. */
const edited = fc.constantFrom(...locales).chain((locale) => {
  const word = fc.constantFrom(...words[locale]);
  const edit = fc.record({ at: fc.nat(8), drop: fc.nat(2), put: fc.array(word, { maxLength: 2 }) });
  return fc.record({
    locale: fc.constant(locale),
    base: fc.array(word, { minLength: 1, maxLength: 8 }),
    mine: fc.array(edit, { maxLength: 3 }),
    theirs: fc.array(edit, { maxLength: 3 }),
  });
});
const versions = edited.map(({ locale, base, mine, theirs }) => {
  const by = (edits: typeof mine) =>
    edits.reduce((list, { at, drop, put }) => list.toSpliced(at, drop, ...put), base).join(' ');
  return { locale, base: base.join(' '), mine: by(mine), theirs: by(theirs) };
});

/** Any three texts at all, with codes, odd spaces and broken letters. */
const anyTexts = fc.constantFrom(...locales).chain((locale) => {
  const word = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...words[locale]) },
    { weight: 2, arbitrary: fc.constantFrom('<1>', '</1>', '<2/>', '<9>', '\n\n', '\u00A0', '👩‍🚀') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
  );
  const list = fc.array(fc.tuple(word, fc.constantFrom(' ', ' ', '', '  ')), { maxLength: 8 });
  const text = list.map((parts) => parts.flat().join(''));
  return fc.record({ locale: fc.constant(locale), base: text, mine: text, theirs: text });
});

interface Three {
  readonly locale: Locale;
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}
const any = fc.oneof<Array<fc.Arbitrary<Three>>>(versions, anyTexts);

const merge = ({ base, mine, theirs, locale }: Three): MergePiece[] => mergeWords(base, mine, theirs, locale, codes);
const side = (pieces: readonly MergePiece[], name: 'base' | 'mine' | 'theirs'): string =>
  pieces.map((piece) => piece[name]).join('');

describe('a merge of any three texts', () => {
  it('gives all three back, and one side where it is chosen everywhere', () => {
    fc.assert(
      fc.property(any, (three) => {
        const pieces = merge(three);
        expect([side(pieces, 'base'), side(pieces, 'mine'), side(pieces, 'theirs')]).toEqual([
          three.base,
          three.mine,
          three.theirs,
        ]);
        expect(mergedText(pieces, () => 'mine')).toBe(three.mine);
        expect(mergedText(pieces, () => 'theirs')).toBe(three.theirs);
      }),
    );
  });

  it('is theirs where mine is the base, mine where theirs is, and either where both are equal', () => {
    fc.assert(
      fc.property(any, (three) => {
        const { base, mine } = three;
        expect(mergedText(merge({ ...three, theirs: base }))).toBe(mine);
        expect(mergedText(merge({ ...three, mine: base, theirs: mine }))).toBe(mine);
        expect(mergedText(merge({ ...three, theirs: mine }))).toBe(mine);
      }),
    );
  });

  it('is the same from the other side', () => {
    const swapped = { same: 'same', both: 'both', conflict: 'conflict', mine: 'theirs', theirs: 'mine' } as const;
    fc.assert(
      fc.property(any, (three) => {
        const turned = merge(three).map(({ kind, base, mine, theirs }) => ({
          kind: swapped[kind],
          base,
          mine: theirs,
          theirs: mine,
        }));
        expect(merge({ ...three, mine: three.theirs, theirs: three.mine })).toEqual(turned);
      }),
    );
  });

  it('cuts no grapheme of any side, and no code', () => {
    fc.assert(
      fc.property(any, (three) => {
        const pieces = merge(three);
        for (const name of ['base', 'mine', 'theirs'] as const) {
          const starts = graphemeStarts(three[name], three.locale);
          let at = 0;
          for (const piece of pieces) {
            expect(starts.has(at), `${JSON.stringify(piece)} of ${name} starts inside a grapheme`).toBe(true);
            at += piece[name].length;
          }
        }
      }),
    );
  });

  it('says of each piece who changed it', () => {
    fc.assert(
      fc.property(any, (three) => {
        for (const { kind, base, mine, theirs } of merge(three)) {
          const told = { same: [true, true], mine: [false, true], theirs: [true, false] }[kind as 'same'];
          if (told) expect([mine === base, theirs === base]).toEqual(told);
          expect(mine === theirs).toBe(kind === 'same' || kind === 'both');
        }
      }),
    );
  });
});

it('where nobody has to choose, words stay words with one space between them', () => {
  fc.assert(
    fc.property(versions, (three) => {
      const pieces = merge(three);
      fc.pre(three.mine !== '' && three.theirs !== '' && pieces.every(({ kind }) => kind !== 'conflict'));
      const known = new Set([three.base, three.mine, three.theirs].flatMap((text) => text.split(' ')));
      const made = mergedText(pieces);
      if (made !== '') expect(made.split(' ').filter((word) => !known.has(word))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

describe('a merge as a reader sees it', () => {
  const rows: Array<[what: string, locale: Locale, base: string, mine: string, theirs: string, shown: string]> = [
    ['different words', 'en', 'a b c', 'A b c', 'a b C', '[m:A] b [t:C]'],
    ['neighbouring words', 'en', 'the old room', 'an old room', 'the new room', '[m:an] [t:new] room'],
    ['a word that went beside a word that changed', 'en', 'a b c', 'a c', 'a b d', 'a [m:][t:d]'],
    ['a word put in before a word that changed', 'en', 'a b', 'a x b', 'a c', 'a [m:x ][t:c]'],
    ['the same change', 'en', 'a b c', 'a x c', 'a x c', 'a [b:x] c'],
    ['one word, two ways', 'en', 'the room', 'the hall', 'the house', 'the [?hall|house]'],
    ['two words at one place', 'en', 'a c', 'a b c', 'a d c', 'a [?b |d ]c'],
    ['a change in what the other took out', 'en', 'a b c d e', 'a e', 'a b x d e', 'a [?|b x d ]e'],
    ['one mark of niqqud is a word', 'he', 'הָלַךְ הביתה', 'הָלַכְתְּ הביתה', 'הָלַךְ לביתו', '[m:הָלַכְתְּ] [t:לביתו]'],
    ['no word of two halves', 'ar', 'قالت الحكومة', 'قالت بالحكومة', 'قالت حكومة', 'قالت [?بالحكومة|حكومة]'],
    [
      'a word inside a code',
      'en',
      'sign <1>it</1> now',
      'sign <1>them</1> now',
      'sign <1>it</1>',
      'sign <1>[m:them]</1>[t:]',
    ],
    ['a footnote that one side moved', 'en', 'a b<2/> c', 'a<2/> b c', 'a b<2/> d', 'a[m:]<2/> [m:b ][t:d]'],
  ];
  it.each(rows)('%s', (_what, locale, base, mine, theirs, shown) => {
    expect(show(mergeWords(base, mine, theirs, locale, codes))).toBe(shown);
  });

  it('asks where taking both would glue two words together', () => {
    const pieces = mergeWords('a (b', 'a(b', 'a b', 'en');
    expect(pieces.filter(({ kind }) => kind === 'conflict')).toHaveLength(1);
  });
});

describe('both', () => {
  const conflict = (mine: string, theirs: string): MergePiece => ({ kind: 'conflict', base: '', mine, theirs });
  const rows: Array<[mine: string, theirs: string, together: string]> = [
    ['hall', 'house', 'hall house'],
    ['hall ', 'house ', 'hall house '],
    [' hall', ' house', ' hall house'],
    ['אולם', '، ', 'אולם، '],
    ['hall ', ' house', 'hall house'],
  ];
  it.each(rows)('%j and %j read %j', (mine, theirs, together) => expect(bothOf(conflict(mine, theirs))).toBe(together));

  it('is not offered where a code would stand twice, or one side has nothing', () => {
    expect(choicesAt(conflict('<1>a</1>', '<1>b</1>'), codes)).toEqual(['mine', 'theirs']);
    expect(choicesAt(conflict('', 'b'), codes)).toEqual(['mine', 'theirs']);
    expect(choicesAt(conflict('a<2/>', '<1>b</1>'), codes)).toEqual(['mine', 'theirs', 'both']);
  });
});

function graphemeStarts(text: string, locale: Locale): Set<number> {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'grapheme' });
  const starts = new Set<number>();
  let at = 0;
  for (const part of text.split(/(<\/?1>|<2\/>)/u)) {
    for (const { index } of segmenter.segment(part)) {
      const isCode = index > 0 && /^<\/?1>$|^<2\/>$/u.test(part);
      if (!isCode) starts.add(at + index);
    }
    starts.add(at);
    at += part.length;
  }
  return starts.add(text.length);
}

function show(pieces: readonly MergePiece[]): string {
  return pieces
    .map(({ kind, base, mine, theirs }) => {
      if (kind === 'same') return base;
      return kind === 'conflict' ? `[?${mine}|${theirs}]` : `[${kind[0]}:${kind === 'theirs' ? theirs : mine}]`;
    })
    .join('');
}
