/** Segments to HTML: every kind of block, nesting, footnotes, faulty codes. */
import { describe, expect, it } from 'vitest';
import type { Codes } from '../../server/domain/content.ts';
import { renderText } from '../../server/render/blocks.ts';
import { html, htmlBytes } from '../../server/render/html.ts';
import { anEdition, type Line } from '../support/editions.ts';

describe('a block', () => {
  it.each<[string, readonly Line[], string]>([
    ['a paragraph', [['paragraph', 'A']], '<p>A</p>'],
    ['a heading', [['heading', 'A', { level: 4 }]], '<h4 id="segment-segment-1">A</h4>'],
    ['a heading of an impossible level', [['heading', 'A', { level: 9 }]], '<h6 id="segment-segment-1">A</h6>'],
    ['a second title', [['title', 'A']], '<h2 id="segment-segment-1">A</h2>'],
    [
      'a quotation',
      [
        ['quotation', 'A', { depth: 1 }],
        ['quotation', 'B', { depth: 1 }],
      ],
      '<blockquote><p>A</p><p>B</p></blockquote>',
    ],
    [
      'a quotation in a quotation, with what is quoted in it',
      [
        ['paragraph', 'A', { quoted: 1 }],
        ['quotation', 'B', { depth: 2 }],
        ['list-item', 'C', { quoted: 1, depth: 1 }],
        ['paragraph', 'D'],
      ],
      '<blockquote><p>A</p><blockquote><p>B</p></blockquote><ul><li>C</li></ul></blockquote><p>D</p>',
    ],
    [
      'a list',
      [
        ['list-item', 'A', { depth: 1 }],
        ['list-item', 'B', { depth: 1 }],
      ],
      '<ul><li>A</li><li>B</li></ul>',
    ],
    [
      'a nested list',
      [
        ['list-item', 'A', { depth: 1 }],
        ['list-item', 'B', { depth: 2 }],
        ['list-item', 'C', { depth: 1 }],
      ],
      '<ul><li>A<ul><li>B</li></ul></li><li>C</li></ul>',
    ],
    [
      'a list that skips a level',
      [
        ['list-item', 'A', { depth: 5 }],
        ['list-item', 'B', { depth: 9 }],
      ],
      '<ul><li>A<ul><li>B</li></ul></li></ul>',
    ],
    [
      'numbers that begin late and leave one out',
      [
        ['list-item', 'A', { number: 3 }],
        ['list-item', 'B', { number: 4 }],
        ['list-item', 'C', { number: 7 }],
      ],
      '<ol start="3"><li>A</li><li>B</li><li value="7">C</li></ol>',
    ],
    [
      'lists of two kinds in a row',
      [
        ['list-item', 'A', { number: 1 }],
        ['list-item', 'B', { number: 1 }],
        ['list-item', 'C', {}],
      ],
      '<ol><li>A</li></ol><ol><li>B</li></ol><ul><li>C</li></ul>',
    ],
    ['a caption', [['caption', 'A']], '<figure><figcaption>A</figcaption></figure>'],
    [
      'a picture with its caption',
      [
        ['paragraph', '<1/>', {}, { 1: { type: 'image', src: '/a', alt: 'A' } }],
        ['caption', 'B'],
      ],
      '<figure><p><a class="image" href="/a">A</a></p><figcaption>B</figcaption></figure>',
    ],
    ['a separator', [['separator', '***']], '<hr />'],
    [
      'code',
      [['code-block', 'a <b>\n  c', { language: 'js' }]],
      '<pre dir="ltr" translate="no" tabindex="0"><code>a &lt;b&gt;\n  c</code></pre>',
    ],
  ])('is %s', (_title, lines, expected) => expect(tight(bodyOf(lines))).toBe(expected));

  it('is a table: rows in order, holes filled, numbers at their end, the first column at its start', () => {
    const cell = (text: string, row: number, column: number, header = false): Line => [
      'table-cell',
      text,
      { table: 0, row, column, header },
    ];
    const lines = [
      cell('Year', 0, 0, true),
      cell('Books', 0, 1, true),
      cell('1,400', 1, 1),
      cell('2022', 1, 0),
      cell('2023', 2, 0),
    ];
    expect(tight(bodyOf(lines))).toBe(
      '<div class="scroll" role="group" aria-label="Table 1" tabindex="0"><table>' +
        '<thead><tr><th scope="col">Year</th><th scope="col" class="number">Books</th></tr></thead>' +
        '<tbody><tr><td>2022</td><td class="number">1,400</td></tr><tr><td>2023</td><td></td></tr></tbody></table></div>',
    );
  });

  it.each([
    ['=SUM(A1:A3)', true],
    ['a² + b² = c²', true],
    ['−3.5 %', true],
    ['x < 5', true],
    ['11–16', false],
    ['24/7', false],
    ['C++', false],
    ['א + ב = ג', false],
    ['1,400', false],
  ])('writes a cell with %s from left to right: %s', (text, expected) => {
    expect(bodyOf([['table-cell', text, { table: 0, row: 0, column: 0 }]]).includes('<bdi dir="ltr">')).toBe(expected);
  });

  it('keeps two tables in a row apart', () => {
    const lines: Line[] = [0, 1].map((table) => ['table-cell', 'A', { table, row: 0, column: 0 }]);
    expect(bodyOf(lines).match(/<table>/gu)).toHaveLength(2);
  });

  const table = (text: string, table = 0): Line => ['table-cell', text, { table, row: 0, column: 0 }];
  const caption: Line = ['caption', 'C'];
  it.each<[string, readonly Line[], string]>([
    ['before it', [caption, table('A')], 'figure(C A)'],
    ['behind it', [table('A'), caption], 'figure(A C)'],
    ['before it, where another follows', [caption, table('A'), caption], 'figure(C A) figure(C)'],
    ['before each of two', [caption, table('A'), caption, table('B', 1)], 'figure(C A) figure(C B)'],
    ['behind each of two', [table('A'), caption, table('B', 1), caption], 'figure(A C) figure(B C)'],
    ['apart from it', [caption, ['paragraph', 'P'], table('A')], 'figure(C) P A'],
  ])('gives a table the caption %s', (_title, lines, expected) => {
    const shape = bodyOf(lines)
      .replaceAll('<figure>', 'figure(')
      .replaceAll('</figure>', ')')
      .replace(/<[^>]*>|\s+/gu, ' ')
      .replace(/\s+/gu, ' ')
      .replace(/(?<=\() | (?=\))/gu, '');
    expect(shape.trim()).toBe(expected);
  });

  it('has every byline that stands under the title', () => {
    const { byline, body } = renderText(
      anEdition([
        ['title', 'T'],
        ['byline', 'A'],
        ['byline', 'B'],
        ['paragraph', 'P'],
      ]).segments,
      'en',
    );
    expect(write(byline).match(/<p class="byline"/gu)).toHaveLength(2);
    expect(tight(write(body))).toBe('<p>P</p>');
  });

  it('survives nesting that no text has', () => {
    const deep: Line[] = Array.from({ length: 5000 }, (_, depth) => ['list-item', 'A', { depth: depth + 1 }]);
    const quoted: Line[] = [['paragraph', 'A', { quoted: 1_000_000 }]];
    expect(bodyOf(deep).match(/<li>/gu)).toHaveLength(5000);
    expect(bodyOf(quoted)).toContain('<p>A</p>');
  });
});

describe('a code', () => {
  it.each<[string, string, Codes, string]>([
    [
      'a link',
      '<1>A</1>',
      { 1: { type: 'link', href: 'https://a.org/?b&c', title: 'T"' } },
      '<a href="https://a.org/?b&amp;c" title="T&quot;">A</a>',
    ],
    ['a link that leads nowhere good', '<1>A</1>', { 1: { type: 'link', href: 'javascript:alert(1)' } }, 'A'],
    ['emphasis', '<1>A</1>', { 1: { type: 'emphasis' } }, '<em>A</em>'],
    ['strong', '<1>A</1>', { 1: { type: 'strong' } }, '<strong>A</strong>'],
    ['struck out', '<1>A</1>', { 1: { type: 'strikethrough' } }, '<del>A</del>'],
    ['code', '<1>a<b</1>', { 1: { type: 'inline-code' } }, '<code dir="ltr" translate="no">a&lt;b</code>'],
    ['a line break', 'A<1/>B', { 1: { type: 'line-break' } }, 'A<br />B'],
    [
      'a paragraph break',
      '<2>A<1/>B</2>',
      { 1: { type: 'paragraph-break' }, 2: { type: 'strong' } },
      '<strong>A</strong></p><p><strong>B</strong>',
    ],
    ['an empty line that somebody typed', 'A\n\nB', {}, 'A</p><p>B'],
    [
      'an image',
      '<1/>',
      { 1: { type: 'image', src: '/a.jpg', alt: 'A<' } },
      '<a class="image" href="/a.jpg">A&lt;</a>',
    ],
    ['an image without words', '<1/>', { 1: { type: 'image', src: 'x:y', alt: '' } }, 'Image'],
    [
      'an image in a link',
      '<2><1/></2>',
      { 1: { type: 'image', src: '/a', alt: 'A' }, 2: { type: 'link', href: '/b' } },
      '<a href="/b">A</a>',
    ],
    [
      'a link in a link',
      '<1>A<2>B</2></1>',
      { 1: { type: 'link', href: '/a' }, 2: { type: 'link', href: '/b' } },
      '<a href="/a">AB</a>',
    ],
    ['one that is never closed', 'A<1>B', { 1: { type: 'strong' } }, 'A<strong>B</strong>'],
    ['one that was never opened', 'A</1>B', { 1: { type: 'strong' } }, 'AB'],
    [
      'two that cross',
      '<1>A<2>B</1>C</2>',
      { 1: { type: 'strong' }, 2: { type: 'emphasis' } },
      '<strong>A<em>B</em></strong>C',
    ],
    ['one that nobody declared', '<9>A</9>', {}, '&lt;9&gt;A&lt;/9&gt;'],
    ['a mark without its note', 'A<1/>', { 1: { type: 'footnote', label: 'x' } }, 'A<sup dir="ltr">[x]</sup>'],
  ])('is %s', (_title, text, codes, expected) => {
    expect(tight(bodyOf([['paragraph', text, {}, codes]]))).toBe(`<p>${expected}</p>`);
  });
});

describe('footnotes', () => {
  const mark = (label: string): Codes => ({ 1: { type: 'footnote', label } });

  it('are numbered as the text mentions them, and lead back to each mark', () => {
    const { body, footnotes } = rendered([
      ['paragraph', 'B<1/>', {}, mark('b')],
      ['paragraph', 'A<1/>', {}, mark('a')],
      ['paragraph', 'B<1/>', {}, mark('b')],
      ['footnote', 'About A', { label: 'a' }],
      ['footnote', 'About B', { label: 'b' }],
      ['footnote', 'More about B', { label: 'b' }],
      ['footnote', 'About nothing', { label: 'c' }],
    ]);
    expect([...body.matchAll(/<a id="([^"]*)" href="([^"]*)"/gu)].map(([, id, href]) => [id, href])).toEqual([
      ['mark-1', '#note-1'],
      ['mark-2', '#note-2'],
      ['mark-1-2', '#note-1'],
    ]);
    expect(tight(footnotes).replace(/ aria-label="[^"]*"/gu, '')).toBe(
      '<section class="footnotes"><ol>' +
        '<li id="note-1"><p>About B</p><p>More about B <a class="back" href="#mark-1">↩\uFE0E1</a> <a class="back" href="#mark-1-2">↩\uFE0E2</a></p></li>' +
        '<li id="note-2"><p>About A <a class="back" href="#mark-2">↩\uFE0E</a></p></li>' +
        '<li id="note-3"><p>About nothing</p></li></ol></section>',
    );
  });

  it('are numbers only where a link cannot stand', () => {
    const codes: Codes = { 1: { type: 'link', href: '/a' }, 2: { type: 'footnote', label: 'a' } };
    const { body } = rendered([
      ['paragraph', '<1>A<2/></1>', {}, codes],
      ['footnote', 'N', { label: 'a' }],
    ]);
    expect(tight(body)).toBe('<p><a href="/a">A<sup dir="ltr">[1]</sup></a></p>');
  });
});

it('marks what is not translated yet, in the languages of both', () => {
  const [item] = anEdition([['paragraph', 'Still English']]).segments;
  const { body } = renderText(
    [item, item].flatMap((one) => (one ? [{ ...one, untranslated: 'en' as const }] : [])),
    'he',
  );
  expect(tight(write(body))).toBe(
    '<p lang="en" dir="ltr"><small class="untranslated" lang="he" dir="rtl">עדיין לא תורגם</small> Still English</p>',
  );
});

/** The body of a text under a title. */
function bodyOf(lines: readonly Line[]): string {
  return rendered(lines).body;
}

function rendered(lines: readonly Line[]): { body: string; footnotes: string } {
  const { body, footnotes } = renderText(anEdition([['title', 'T'], ...lines]).segments, 'en');
  return { body: write(body), footnotes: write(footnotes) };
}

function write(piece: ReturnType<typeof html>): string {
  return new TextDecoder().decode(htmlBytes(piece));
}

/** Without the white space that means nothing: within tags, and around block elements. */
function tight(written: string): string {
  const block = '</?(?:p|li|hr|pre|h[1-6]|blockquote|figure|figcaption|ul|ol|div|section|table|thead|tbody|tr)';
  return written
    .replace(/<[^>]*>/gu, (tag) => tag.replace(/\s+/gu, ' ').replace(/ >$/u, '>'))
    .replace(new RegExp(`\\s*(${block}(?: [^>]*)?>)\\s*`, 'gu'), '$1');
}
