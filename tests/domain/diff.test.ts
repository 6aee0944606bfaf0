/** The word diff: it gives both texts back, never cuts a word, a mark or a code, and always ends. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Codes } from '../../server/domain/content.ts';
import { diffWords, longestEdit, type Chunk } from '../../server/domain/diff.ts';
import { locales, type Locale } from '../../server/domain/locale.ts';
import { floresFile, floresLines } from '../support/flores.ts';

const codes: Codes = { 1: { type: 'strong' }, 2: { type: 'footnote', label: '1' } };

const words: Record<Locale, string[]> = {
  en: [
    'the',
    'reading',
    'room',
    "don't",
    'U.S.',
    '’48',
    '28%',
    '-5',
    'e\u0301te\u0301',
    'US$14.3',
    '—',
    'state-of-the-art',
  ],
  he: ['הָלַךְ', 'צה״ל', 'ל"ליכוד"', 'עובדים/ות', 'בית־ספר', 'ב־7.10.2023', 'שָׁלוֹם,', 'ג׳ורג׳', '28%', '–', '(ש"ס)'],
  ar: ['صه', 'تُثبّت', 'الـ«حزب»', '٢٨٪', 'المستشفيات', 'سَلَّمَ،', '١١٬٤٠٠٫٥', 'ه\u200Dـ', 'و', '؟'],
};

/** Texts that share most of their words, as versions of a translation do; and any text at all. */
const localised = fc.constantFrom(...locales).chain((locale) => {
  const word = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...words[locale]) },
    { weight: 2, arbitrary: fc.constantFrom('<1>', '</1>', '<2/>', '<9>', '\n\n', '\u00A0', '\u202F', '👩‍🚀') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  );
  const text = fc.array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '', '  '))).map((list) => list.flat().join(''));
  return fc.record({ locale: fc.constant(locale), before: text, after: text });
});

describe('a diff of any two texts', () => {
  it('gives both texts back', () => {
    fc.assert(fc.property(localised, ({ before, after, locale }) => checkSides(before, after, locale)));
  });

  it('cuts no grapheme and tears off no mark', () => {
    fc.assert(fc.property(localised, ({ before, after, locale }) => checkCuts(before, after, locale)));
  });

  it('has no empty chunk and never two of a kind together', () => {
    fc.assert(
      fc.property(localised, ({ before, after, locale }) => {
        const kinds = diffWords(before, after, locale, codes);
        expect(kinds.every(({ text }) => text !== '')).toBe(true);
        expect(kinds.every(({ kind }, i) => kind !== kinds[i + 1]?.kind)).toBe(true);
      }),
    );
  });

  it('keeps each declared code whole', () => {
    fc.assert(
      fc.property(localised, ({ before, after, locale }) => {
        const count = (text: string) => text.match(/<\/?1>|<2\/>/gu)?.length ?? 0;
        const chunks = diffWords(before, after, locale, codes).filter(({ kind }) => kind !== 'inserted');
        expect(chunks.reduce((sum, { text }) => sum + count(text), 0)).toBe(count(before));
      }),
    );
  });

  it('is one equal chunk for a text and itself', () => {
    fc.assert(
      fc.property(localised, ({ before, locale }) => {
        expect(diffWords(before, before, locale)).toEqual(before === '' ? [] : [{ kind: 'same', text: before }]);
      }),
    );
  });
});

describe('a diff as a reader sees it', () => {
  const rows: Array<[what: string, locale: Locale, before: string, after: string, shown: string]> = [
    [
      'a word put in, a comma added',
      'en',
      'After work the room',
      'After hard work, the room',
      'After {+hard +}work{+,+} the room',
    ],
    ['a word for a word', 'en', 'the reading room', 'the reading hall', 'the reading [-room-]{+hall+}'],
    [
      'a space between changes joins them',
      'en',
      'it was opened.',
      'it opens again.',
      'it [-was opened-]{+opens again+}.',
    ],
    ['a line break does not', 'en', 'one\ntwo', 'three\nfour', '[-one-]{+three+}\n[-two-]{+four+}'],
    ['a deletion inserts no space', 'en', 'a, b c', 'a, c', 'a, [-b -]c'],
    [
      'a clitic marks the whole word',
      'ar',
      'قالت الحكومة أمس',
      'قالت بالحكومة أمس',
      'قالت [-الحكومة-]{+بالحكومة+} أمس',
    ],
    ['one mark of niqqud marks the word', 'he', 'הָלַךְ הביתה', 'הָלַכְתְּ הביתה', '[-הָלַךְ-]{+הָלַכְתְּ+} הביתה'],
    ['the name in a quotation after a clitic', 'he', 'ל"ליכוד" אין', 'ל"עבודה" אין', 'ל"[-ליכוד-]{+עבודה+}" אין'],
    ['an acronym is one word', 'he', 'ש"ס הצביעה', 'צה"ל הצביעה', '[-ש"ס-]{+צה"ל+} הצביעה'],
    ['a number with its per cent', 'en', 'fell by 28% today', 'fell by 29% today', 'fell by [-28%-]{+29%+} today'],
    ['a code', 'en', 'sign <1>it</1>', 'sign <1>them</1>', 'sign <1>[-it-]{+them+}</1>'],
    ['a lost code', 'en', 'sign <1>it</1>', 'sign it', 'sign [-<1>-]it[-</1>-]'],
    ['a hyphen between changes joins them too', 'he', 'בית־ספר', 'גן־ילדים', '[-בית־ספר-]{+גן־ילדים+}'],
    [
      'the end of a sentence does not',
      'en',
      'It was. No more',
      'It is! Much more',
      'It [-was.-]{+is!+} [-No-]{+Much+} more',
    ],
    [
      'a quotation mark joins no word',
      'ar',
      'قال "أب" هنا',
      'قال «أب» هناك',
      'قال [-"-]{+«+}أب[-"-]{+»+} [-هنا-]{+هناك+}',
    ],
    ['no-break for a plain space', 'en', '3\u00A0March', '3 March', '3[-\u00A0-]{+ +}March'],
  ];
  it.each(rows)('%s', (_what, locale, before, after, shown) => {
    expect(show(diffWords(before, after, locale, codes))).toBe(shown);
  });

  it('ends on texts that share words but no order, with the equal ends kept', () => {
    const list = Array.from({ length: longestEdit * 2 }, (_, i) => `w${i}`);
    const before = `Start ${list.join(' ')} end.`;
    const after = `Start ${list.toReversed().join(' ')} end.`;
    const chunks = diffWords(before, after, 'en');
    expect(chunks.map(({ kind }) => kind)).toEqual(['same', 'deleted', 'inserted', 'same']);
    expect([sideOf(chunks, 'inserted'), sideOf(chunks, 'deleted')]).toEqual([before, after]);
  });

  it('shows 2,000 words with nothing in common as one replacement', () => {
    const text = (letter: string) => Array.from({ length: 2000 }, (_, i) => `${letter}${i}`).join(' ');
    expect(diffWords(text('a'), text('b'), 'en').map(({ kind }) => kind)).toEqual(['deleted', 'inserted']);
  });
});

describe.each(locales)('lines of FLORES+ in %s, each edited at random', (locale) => {
  const lines = floresLines(locale);
  test.skipIf(lines === undefined)(
    lines ? 'hold the same laws' : `SKIPPED: ${floresFile(locale)} is not there`,
    () => {
      const edit = fc.record({ at: fc.nat(40), drop: fc.nat(3), put: fc.array(fc.constantFrom(...words[locale])) });
      for (const [place, line] of (lines ?? []).entries()) {
        fc.assert(
          fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
            const list = line.split(' ');
            for (const { at, drop, put } of edits) list.splice(at, drop, ...put);
            checkSides(line, list.join(' '), locale);
            checkCuts(line, list.join(' '), locale);
          }),
          { numRuns: 2, seed: place },
        );
      }
    },
    60_000,
  );
});

function checkSides(before: string, after: string, locale: Locale): void {
  const chunks = diffWords(before, after, locale, codes);
  expect(sideOf(chunks, 'inserted')).toBe(before);
  expect(sideOf(chunks, 'deleted')).toBe(after);
}

/** No cut between two chunks of a side falls inside a grapheme; codes are graphemes of their own. */
function checkCuts(before: string, after: string, locale: Locale): void {
  const chunks = diffWords(before, after, locale, codes);
  for (const [other, text] of [
    ['inserted', before],
    ['deleted', after],
  ] as const) {
    const boundaries = graphemeStarts(text, locale);
    const torn: string[] = [];
    let at = 0;
    for (const chunk of chunks) {
      if (chunk.kind === other) continue;
      const isMark = /^\p{M}/u.test(chunk.text) && /\p{L}\p{M}*$/u.test(text.slice(0, at));
      if (isMark || !boundaries.has(at)) torn.push(chunk.text);
      at += chunk.text.length;
    }
    expect(torn, 'begin inside a grapheme, or with the mark of the letter before').toEqual([]);
  }
}

function graphemeStarts(text: string, locale: Locale): Set<number> {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'grapheme' });
  let at = 0;
  const starts = new Set<number>();
  for (const part of text.split(/(<\/?1>|<2\/>)/u)) {
    for (const { index } of segmenter.segment(part)) starts.add(at + index);
    starts.add(at);
    at += part.length;
  }
  return starts;
}

/** A side of the diff: everything but what stands on the other side only. */
function sideOf(chunks: readonly Chunk[], other: Chunk['kind']): string {
  return chunks.map(({ kind, text }) => (kind === other ? '' : text)).join('');
}

function show(chunks: readonly Chunk[]): string {
  const frame = { same: ['', ''], deleted: ['[-', '-]'], inserted: ['{+', '+}'] };
  return chunks.map(({ kind, text }) => frame[kind].join('|').replace('|', text)).join('') || '';
}
