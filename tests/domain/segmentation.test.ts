/** Segmentation of plain text: what each line is, in three scripts, and the laws that hold for any text. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Block } from '../../server/domain/document.ts';
import { segmentPlainText } from '../../server/domain/segmentation.ts';

/** Three long paragraphs, one in each script: long enough for a heading above them and for bylines before them. */
const en =
  'This paragraph goes on for more than two hundred characters, because a heading needs a body to stand above and a byline a text to precede; ' +
  'and so it is padded with some further words until nobody could take it for a single line.';
const he = 'הפסקה הזאת ארוכה דיה כדי שאיש לא יטעה בה ויחשוב אותה לכותרת, לשורת קרדיט או לשם הכתבה; '.repeat(3).trim();
const ar = 'هذه الفقرة طويلة بما يكفي حتى لا يحسبها أحد عنوانًا أو سطرًا للكاتب أو اسمًا للمقال؛ '.repeat(3).trim();

type Row = [text: string, blocks: Array<[kind: string, text: string, layout?: object]>];

function rowsOf(blocks: readonly Block[]): Row[1] {
  return blocks.map(
    ({ kind, text, layout }) => [kind, text, ...(Object.keys(layout).length > 0 ? [layout] : [])] as never,
  );
}

const wrapped = (words: string, width: number): string => {
  const lines = [''];
  for (const word of words.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
};

describe('lines and paragraphs', () => {
  const rows: Row[] = [
    [
      'A\n\nB',
      [
        ['title', 'A'],
        ['paragraph', 'B'],
      ],
    ],
    [
      `${en}\n${he}\n${ar}`,
      [
        ['paragraph', en],
        ['paragraph', he],
        ['paragraph', ar],
      ],
    ],
    [wrapped(en, 72), [['paragraph', en]]],
    [wrapped(he, 60), [['paragraph', he]]],
    [wrapped(ar, 60), [['paragraph', ar]]],
    ['\n\n\n', []],
    ['\u200B\n\u200F\u200F\n', []],
    ['November 26.\u00A0', [['paragraph', 'November 26.']]],
    [
      '\uFEFFA\r\n\r\nB\rC\u0085D\u2028E\u2029F',
      'ABCDEF'.split('').map((letter, at) => [at === 0 ? 'title' : 'paragraph', letter]),
    ],
    ['in\u00ADter', [['paragraph', 'inter']]],
    ['in\u00AD\nter', [['paragraph', 'inter']]],
    ['exam-\nple', [['paragraph', 'example']]],
    ['בית־\nספר', [['paragraph', 'בית־ספר']]],
    [
      '1948-\nThe',
      [
        ['title', '1948-'],
        ['paragraph', 'The'],
      ],
    ],
  ];
  it.each(rows)('%j', (text, blocks) => expect(rowsOf(segmentPlainText(text))).toEqual(blocks));

  it('joins two lines where the rest of the text is wrapped', () => {
    const text = `${wrapped(en, 72)}\n\n${'word '.repeat(13)}end\nof the second paragraph.`;
    expect(segmentPlainText(text)).toHaveLength(2);
  });

  it('leaves verse and addresses alone', () => {
    expect(segmentPlainText(`${en}\n\nRoses are red\nViolets are blue\nSugar is sweet\n\n${en}`)).toHaveLength(5);
  });

  it('divides wrapped lines without blank ones where a short line ends a sentence', () => {
    const text = `${wrapped(en, 72)}\n${wrapped(en, 72)}`;
    expect(segmentPlainText(text).map((block) => block.text)).toEqual([en, en]);
  });
});

describe('kinds', () => {
  const rows: Row[] = [
    // captions
    [
      'Photo: X\nPhoto: X\n\nText',
      [
        ['caption', 'Photo: X', { repeated: 2 }],
        ['paragraph', 'Text'],
      ],
    ],
    [
      'צילום: דני כהן\n\nטקסט',
      [
        ['caption', 'צילום: דני כהן'],
        ['paragraph', 'טקסט'],
      ],
    ],
    [
      'الصورة: وكالة الأنباء\n\nنص',
      [
        ['caption', 'الصورة: وكالة الأنباء'],
        ['paragraph', 'نص'],
      ],
    ],
    // lists
    [
      '1. Foo\n2. Bar',
      [
        ['list-item', 'Foo', { depth: 1, number: 1 }],
        ['list-item', 'Bar', { depth: 1, number: 2 }],
      ],
    ],
    ['1982. Was a year', [['paragraph', '1982. Was a year']]],
    ['12. October', [['paragraph', '12. October']]],
    [
      '• لا\n• نعم',
      [
        ['list-item', 'لا', { depth: 1 }],
        ['list-item', 'نعم', { depth: 1 }],
      ],
    ],
    [
      '٩. تسعة\n١٠. عشرة',
      [
        ['list-item', 'تسعة', { depth: 1, number: 9 }],
        ['list-item', 'عشرة', { depth: 1, number: 10 }],
      ],
    ],
    [
      'א. ראשון\nב. שני',
      [
        ['list-item', 'א. ראשון', { depth: 1 }],
        ['list-item', 'ב. שני', { depth: 1 }],
      ],
    ],
    [
      'أ. أول\nب. ثان',
      [
        ['list-item', 'أ. أول', { depth: 1 }],
        ['list-item', 'ب. ثان', { depth: 1 }],
      ],
    ],
    ['- a\n  - b\n  - c\n- d', [1, 2, 2, 1].map((depth, at) => ['list-item', 'abcd'[at] ?? '', { depth }])],
    // separators
    ['* * *', [['separator', '* * *']]],
    ['———', [['separator', '———']]],
    // headings
    [
      `${en}\n\n“All for all”\n\n${en}`,
      [
        ['paragraph', en],
        ['heading', '“All for all”', { level: 2 }],
        ['paragraph', en],
      ],
    ],
    [
      `${he}\n\nמה הלאה?\n\n${he}`,
      [
        ['paragraph', he],
        ['heading', 'מה הלאה?', { level: 2 }],
        ['paragraph', he],
      ],
    ],
    [
      `${ar}\n\nالـ«حزب» والشارع\n\n${ar}`,
      [
        ['paragraph', ar],
        ['heading', 'الـ«حزب» والشارع', { level: 2 }],
        ['paragraph', ar],
      ],
    ],
    [
      `${en}\n\nIt ends, alas.\n\n${en}`,
      [
        ['paragraph', en],
        ['paragraph', 'It ends, alas.'],
        ['paragraph', en],
      ],
    ],
    [
      `${en}\n\nAbove nothing long\n\nshort`,
      [
        ['paragraph', en],
        ['paragraph', 'Above nothing long'],
        ['paragraph', 'short'],
      ],
    ],
    [
      `${ar}\n\nالمادة 2\n\n${ar}\n\nالمادة 3\n\nقصيرة.`,
      [
        ['paragraph', ar],
        ['heading', 'المادة 2', { level: 2 }],
        ['paragraph', ar],
        ['heading', 'المادة 3', { level: 2 }],
        ['paragraph', 'قصيرة.'],
      ],
    ],
    [
      `${he}\n\nסעיף ב.\n\n${he}`,
      [
        ['paragraph', he],
        ['heading', 'סעיף ב.', { level: 2 }],
        ['paragraph', he],
      ],
    ],
    [
      'Title\n=====\n\nPart\n----\n\nText.\n\n### Deep',
      [
        ['title', 'Title'],
        ['heading', 'Part', { level: 2 }],
        ['paragraph', 'Text.'],
        ['heading', 'Deep', { level: 3 }],
      ],
    ],
    // title and bylines
    [
      `Gaza\n\nA truce that is none\n\nBy Dana Levi\n\n3 November 2023\n\n${en}`,
      [
        ['byline', 'Gaza'],
        ['title', 'A truce that is none'],
        ['byline', 'By Dana Levi'],
        ['byline', '3 November 2023'],
        ['paragraph', en],
      ],
    ],
    [
      `הפסקת אש שאינה\n\nמאת דני כהן\n\nיום שישי, 3 בנובמבר 2023\n\n${he}`,
      [
        ['title', 'הפסקת אש שאינה'],
        ['byline', 'מאת דני כהן'],
        ['byline', 'יום שישי, 3 בנובמבר 2023'],
        ['paragraph', he],
      ],
    ],
    [
      `هدنة ليست هدنة\n\nبقلم: سارة حداد\n\n٣ تشرين الثاني ٢٠٢٣\n\n${ar}`,
      [
        ['title', 'هدنة ليست هدنة'],
        ['byline', 'بقلم: سارة حداد'],
        ['byline', '٣ تشرين الثاني ٢٠٢٣'],
        ['paragraph', ar],
      ],
    ],
    [
      `A truce\n\nIntroduction\n\n${en}`,
      [
        ['title', 'A truce'],
        ['heading', 'Introduction', { level: 2 }],
        ['paragraph', en],
      ],
    ],
    [
      'It rained.\n\nThen it stopped.',
      [
        ['paragraph', 'It rained.'],
        ['paragraph', 'Then it stopped.'],
      ],
    ],
    // quotations
    [
      '> Said one.\n> > Said another.\n\nText.',
      [
        ['quotation', 'Said one.', { depth: 1 }],
        ['quotation', 'Said another.', { depth: 2 }],
        ['paragraph', 'Text.'],
      ],
    ],
    [
      `${en}\n\n    So it is\n\n${en}`,
      [
        ['paragraph', en],
        ['heading', 'So it is', { level: 2 }],
        ['paragraph', en],
      ],
    ],
    [
      `${en}\n\n    So it is.\n\n${en}`,
      [
        ['paragraph', en],
        ['quotation', 'So it is.', { depth: 1 }],
        ['paragraph', en],
      ],
    ],
    [
      `${he}\n\n"ראש צה"ל אמר. הוא הלך."\n\n${he}`,
      [
        ['paragraph', he],
        ['quotation', '"ראש צה"ל אמר. הוא הלך."', { depth: 1 }],
        ['paragraph', he],
      ],
    ],
    [
      `${en}\n\n“One.” He said. “Two.”\n\n${en}`,
      [
        ['paragraph', en],
        ['paragraph', '“One.” He said. “Two.”'],
        ['paragraph', en],
      ],
    ],
    // notes
    [
      'See the report.[1]\n\n[1] The report, 2023.',
      [
        ['paragraph', 'See the report.[1]'],
        ['footnote', 'The report, 2023.', { label: '1' }],
      ],
    ],
    [
      'ראו הדו״ח.¹\n\n1 הדו״ח, 2023.',
      [
        ['paragraph', 'ראו הדו״ח.¹'],
        ['footnote', 'הדו״ח, 2023.', { label: '1' }],
      ],
    ],
    [
      'Text without marks.\n\n12 people came.',
      [
        ['paragraph', 'Text without marks.'],
        ['paragraph', '12 people came.'],
      ],
    ],
    // tables
    [
      'City\tPeople\tYear\nHaifa\t\t2020',
      [
        ['table-cell', 'City', { table: 0, row: 0, column: 0 }],
        ['table-cell', 'People', { table: 0, row: 0, column: 1 }],
        ['table-cell', 'Year', { table: 0, row: 0, column: 2 }],
        ['table-cell', 'Haifa', { table: 0, row: 1, column: 0 }],
        ['table-cell', '2020', { table: 0, row: 1, column: 2 }],
      ],
    ],
    [
      '| א | ב |\n|---|---|\n| ג | ד |',
      'אבגד'
        .split('')
        .map((cell, at) => [
          'table-cell',
          cell,
          { table: 0, row: at >> 1, column: at % 2, ...(at < 2 && { header: true }) },
        ]),
    ],
  ];
  it.each(rows)('%j', (text, blocks) => expect(rowsOf(segmentPlainText(text))).toEqual(blocks));
});

describe('laws', () => {
  const words = [
    'a',
    'word',
    'הָלַךְ',
    'صه',
    'تُثبّت',
    'צה״ל',
    'الـ«حزب»',
    '’48',
    '(20.10)',
    '1.',
    '-',
    '>',
    '#',
    '•',
    '[1]',
    'Photo:',
    '|',
    '\t',
    en,
  ];
  const texts = fc
    .array(fc.oneof(fc.constantFrom(...words, '\n', '\n\n', '    ', ' ', '* * *', '====='), fc.string()), {
      maxLength: 40,
    })
    .map((parts) => parts.join(' ').replaceAll('\u00AD', ''));
  /** The letters, in order; digits may have become the number of an item, hyphens a joined word. */
  const letters = (text: string): string => (text.match(/\p{L}/gu) ?? []).join('');

  it('loses no letter and adds none', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const written = segmentPlainText(text)
          .flatMap(({ text: block, layout }) => Array.from({ length: layout.repeated ?? 1 }, () => block))
          .join('\n');
        expect(letters(written)).toBe(letters(text));
      }),
    );
  });

  it('makes no empty block and keeps no outer white space', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const block of segmentPlainText(text)) {
          expect(block.text).not.toBe('');
          expect(block.text).toBe(block.text.trim());
        }
      }),
    );
  });

  it('finds one title at most', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const titles = segmentPlainText(text).filter(({ kind }) => kind === 'title');
        expect(titles.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('does not mind which line ends a text has', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('\r\n', '\r', '\u0085', '\u2028'), (text, end) => {
        const lines = text.replace(/[\r\u0085\u2028\u2029]/gu, ' ');
        expect(segmentPlainText(lines.replaceAll('\n', end))).toEqual(segmentPlainText(lines));
      }),
    );
  });
});

const article = '../shared/data/articles/short-news.en.txt';
test.skipIf(!existsSync(article))('a real article without a title (skipped without ../shared/data)', () => {
  const blocks = segmentPlainText(readFileSync(article, 'utf8'));
  expect(blocks[0]).toEqual({ kind: 'caption', text: 'Photo: Iain Dalton', codes: {}, layout: { repeated: 2 } });
  expect(blocks.slice(1).map(({ kind }) => kind)).toEqual(Array.from({ length: 9 }, () => 'paragraph'));
});

describe.each([
  ['en', 'Preamble', 'Article 30'],
  ['he', 'סעיף א.', 'סעיף ל.'],
  ['ar', 'الديباجة', 'المادة 30'],
])('the Universal Declaration in %s (skipped without ../shared/data)', (locale, first, last) => {
  const file = `../shared/data/udhr/${locale}.xml`;
  test.skipIf(!existsSync(file))('its title and its thirty articles', () => {
    const xml = readFileSync(file, 'utf8').replace(/<[/](?:title|para)>/gu, '\n\n');
    const blocks = segmentPlainText(xml.replace(/<[^>]*>/gu, '').replace(/^[ \t]+/gmu, ''));
    const headings = blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text);
    expect(blocks[0]?.kind).toBe('title');
    expect(headings.length).toBeGreaterThanOrEqual(30);
    expect([headings[0], headings.at(-1)]).toEqual([first, last]);
  });
});
