/** Markdown in: what each mark becomes. */
import { describe, expect, it } from 'vitest';
import { codeFaults, lookAlikes, type Codes } from '../../server/domain/content.ts';
import { readMarkdown } from '../../server/formats/markdown.ts';

type Row = [source: string, blocks: Array<[kind: string, text: string, layout?: object]>];

const only = (source: string): { text: string; codes: Codes } => {
  const [block, ...more] = readMarkdown(source);
  expect(more).toEqual([]);
  return { text: block?.text ?? '', codes: block?.codes ?? {} };
};

describe('blocks', () => {
  const rows: Row[] = [
    [
      '# T\n\n## H\n\n#### D\n\n# H',
      [
        ['title', 'T'],
        ['heading', 'H', { level: 2 }],
        ['heading', 'D', { level: 4 }],
        ['heading', 'H', { level: 2 }],
      ],
    ],
    [
      'T\n===\n\nH\n---',
      [
        ['title', 'T'],
        ['heading', 'H', { level: 2 }],
      ],
    ],
    [
      '- a\n  - b\n- c',
      [
        ['list-item', 'a', { depth: 1 }],
        ['list-item', 'b', { depth: 2 }],
        ['list-item', 'c', { depth: 1 }],
      ],
    ],
    [
      '3. a\n3. b',
      [
        ['list-item', 'a', { depth: 1, number: 3 }],
        ['list-item', 'b', { depth: 1, number: 4 }],
      ],
    ],
    [
      '> a.\n>\n> > b.',
      [
        ['quotation', 'a.', { depth: 1 }],
        ['quotation', 'b.', { depth: 2 }],
      ],
    ],
    [
      '> - a\n>\n> ## b',
      [
        ['list-item', 'a', { depth: 1, quoted: 1 }],
        ['heading', 'b', { level: 2, quoted: 1 }],
      ],
    ],
    ['```sh x\n  ls <1>\n\n```', [['code-block', '  ls <1>\n', { language: 'sh' }]]],
    [
      '***\n\n- - -',
      [
        ['separator', '***'],
        ['separator', '***'],
      ],
    ],
    [
      'a.[^n]\n\n[^n]: Note.\n\n    More.',
      [
        ['paragraph', 'a.<1/>'],
        ['footnote', 'Note.<1/>More.', { label: 'n' }],
      ],
    ],
    [
      'a.\n\n[^n]: Nobody refers to it.',
      [
        ['paragraph', 'a.'],
        ['footnote', 'Nobody refers to it.', { label: 'n' }],
      ],
    ],
    [
      '<div dir="rtl">\n\n<b>bold</b>.',
      [
        ['paragraph', '<div dir="rtl">'],
        ['paragraph', '<b>bold</b>.'],
      ],
    ],
    ['![map](map.png)', [['paragraph', '<1/>']]],
    ['&nbsp;\n\n[](http://x.example)\n\n-\n\n>', []],
    ['בית־\nספר ליד\nהים.', [['paragraph', 'בית־ספר ליד הים.']]],
    [
      '- a.\n\n  b.\n\n      code\n\n  c.',
      [
        ['list-item', 'a.<1/>b.', { depth: 1 }],
        ['code-block', 'code'],
        ['paragraph', 'c.'],
      ],
    ],
    [
      '| א | |\n|---|---|\n| ב | ג |',
      [
        ['table-cell', 'א', { table: 0, row: 0, column: 0, header: true }],
        ['table-cell', 'ב', { table: 0, row: 1, column: 0 }],
        ['table-cell', 'ג', { table: 0, row: 1, column: 1 }],
      ],
    ],
    // what the mark-up does not say
    [
      '# T\n\nصورة: أ\n\nصورة: أ\n\nنص.',
      [
        ['title', 'T'],
        ['caption', 'صورة: أ', { repeated: 2 }],
        ['paragraph', 'نص.'],
      ],
    ],
    [
      `# T\n\nמאת *דני*\n\n${'מילה '.repeat(60)}`,
      [
        ['title', 'T'],
        ['byline', 'מאת <1>דני</1>'],
        ['paragraph', 'מילה '.repeat(60).trim()],
      ],
    ],
    [
      `A title\n\n${'word '.repeat(30)}\n\nA heading\n\n${'word '.repeat(30)}`,
      [
        ['title', 'A title'],
        ['paragraph', 'word '.repeat(30).trim()],
        ['heading', 'A heading', { level: 2 }],
        ['paragraph', 'word '.repeat(30).trim()],
      ],
    ],
  ];
  it.each(rows)('%j', (source, blocks) => {
    const read = readMarkdown(source).map(({ kind, text, layout }) =>
      Object.keys(layout).length > 0 ? [kind, text, layout] : [kind, text],
    );
    expect(read).toEqual(blocks);
  });
});

describe('front matter', () => {
  it.each([
    ['---\nlang: ar\ntitle: أفضل: الممارسات\n---\nنص.', 'أفضل: الممارسات'],
    ["---\ntitle: 'It''s over'\n---\nText.", "It's over"],
    ['---\ntitle: "צה\\"ל" # note\ntags:\n  - a\n- b\n---\nText.', 'צה"ל'],
    ['---\ntitle: T\n---\n# T\n\nText.', 'T'],
  ])('%j', (source, title) => {
    const blocks = readMarkdown(source);
    expect(blocks.map(({ kind }) => kind)).toEqual(['title', 'paragraph']);
    expect(blocks[0]?.text).toBe(title);
  });

  it.each(['---\n\nText.\n\n---\n\nMore.', '---\nno key here\n---\n', '---\ntitle: T'])('%j is text', (source) => {
    expect(readMarkdown(source).some(({ kind }) => kind === 'title')).toBe(false);
  });
});

describe('inline', () => {
  const rows: Array<[string, string, Codes]> = [
    [
      'a *b* **c** ~~d~~.',
      'a <1>b</1> <2>c</2> <3>d</3>.',
      { 1: { type: 'emphasis' }, 2: { type: 'strong' }, 3: { type: 'strikethrough' } },
    ],
    ['`a <b> & c`.', '<1>a <b> & c</1>.', { 1: { type: 'inline-code' } }],
    ['a\\\nb  \nc.', 'a<1/>b<2/>c.', { 1: { type: 'line-break' }, 2: { type: 'line-break' } }],
    [
      '[**a** b](/c "d").',
      '<1><2>a</2> b</1>.',
      { 1: { type: 'link', href: '/c', title: 'd' }, 2: { type: 'strong' } },
    ],
    [
      '<https://x.example/> <m@x.example>.',
      '<1>https://x.example/</1> <2>m@x.example</2>.',
      { 1: { type: 'link', href: 'https://x.example/' }, 2: { type: 'link', href: 'mailto:m@x.example' } },
    ],
    ['a ![*b* c](d.png).', 'a <1/>.', { 1: { type: 'image', src: 'd.png', alt: 'b c' } }],
    ['<1> and *a* &lt;2/>.', '<1> and <3>a</3> <2/>.', { 3: { type: 'emphasis' } }],
    ['\\*a\\* &amp; &copy;.', '*a* & ©.', {}],
    ['in&shy;ter&NewLine;nal.', 'inter nal.', {}],
    ['הָלַךְ *صه* تُثبّت.', 'הָלַךְ <1>صه</1> تُثبّت.', { 1: { type: 'emphasis' } }],
  ];
  it.each(rows)('%j', (source, text, codes) => {
    const content = only(source);
    expect(content).toEqual({ text, codes });
    expect(codeFaults(content.text, content.codes)).toEqual([]);
    expect(lookAlikes(content.text, content.codes)).toEqual([]);
  });

  it.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](java&Tab;script:alert(1))',
    '[a](data:text/html,x)',
    '[a](vbscript:x)',
    '[a](file:///etc/passwd)',
    '![a](data:image/svg+xml,x)',
    '[a][b]\n\n[b]: javascript:x',
  ])('%s leads nowhere and stays text', (source) => {
    const addresses = readMarkdown(source).flatMap(({ codes }) => Object.values(codes));
    expect(addresses.every((code) => code.type !== 'link' || !code.href.includes('script:'))).toBe(true);
    expect(addresses.filter(({ type }) => type === 'image')).toEqual([]);
    expect(
      readMarkdown(source)
        .map(({ text }) => text)
        .join(''),
    ).toContain('a');
  });
});
