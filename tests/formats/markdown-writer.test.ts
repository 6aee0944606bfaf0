/** Markdown out. The law: what is written reads back as the same kinds, texts and codes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { plain, type Code } from '../../server/domain/content.ts';
import type { Block, SegmentKind } from '../../server/domain/document.ts';
import { readMarkdown } from '../../server/formats/markdown.ts';
import { writeMarkdown } from '../../server/formats/markdown-writer.ts';
import { readPlainText } from '../../server/formats/plain-text.ts';

const write = (blocks: readonly Block[]): string =>
  writeMarkdown(blocks.map((segment) => ({ segment, text: segment.text })));
const meaning = (blocks: readonly Block[]): unknown[] => blocks.map(({ kind, text, codes }) => ({ kind, text, codes }));

function expectToReadBack(blocks: readonly Block[]): void {
  expect(meaning(readMarkdown(write(blocks)))).toEqual(meaning(blocks));
}

describe('what is written reads back', () => {
  /** Pieces of text and mark-up, to be thrown together in any order. */
  const pieces = [
    'a', 'b c', 'הָלַךְ', 'صه تُثبّت', 'צה״ל', 'الـ«حزب»', '"', '“', '.', '!', '&', '&amp;', '&nbsp;', '\\', '<', '>', '<1>', '|',
    '*', '**', '_', '__', '~~', '`', '``', '[', '](x)', '](<a b> "t")', '![', '\n', '\n\n', '\n\n', '\\\n', '  ', '    ', '\t',
    '- ', '1. ', '3) ', '> ', '# ', '## ', '#', '+', '---', '***', '===', '\n|-|-|\n', '```\n', '[^a]', '\n\n[^a]: ', 'Photo: ',
  ]; // prettier-ignore
  const sources = fc.array(fc.constantFrom(...pieces), { maxLength: 16 }).map((parts) => parts.join(''));

  it('whatever the source', () => {
    fc.assert(
      fc.property(sources, (source) => expectToReadBack(readMarkdown(source))),
      { numRuns: 2000 },
    );
  });

  it('a numbered list inside an item, which begins with another number than 1', () => {
    expectToReadBack(readMarkdown('1. a\n\n3) 3) a'));
  });

  const words = fc.constantFrom('a', '# b', '- c', '1. d', '2) e', '> f', '*g*', '_h_', '`i`', '[j](k)', '![l](m)', '<n>', '&lt;', 'o\\', '===', '|p|', 'q!', '~~r~~', '[^s]', '[t]: u', '"ה"', '«و»', '+ v', '```', '#', '__w__', 'x:y', '<https://z.example>'); // prettier-ignore
  const texts = fc.array(words, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
  const kinds = fc.constantFrom<SegmentKind>('heading', 'paragraph', 'list-item', 'quotation', 'table-cell');
  const documents = fc.array(fc.tuple(kinds, texts), { minLength: 1, maxLength: 6 }).map((rows) => [
    { kind: 'title', layout: {}, ...plain('Title') } as const,
    ...rows.map(([kind, text], table): Block => {
      const layout = { heading: { level: 3 }, 'table-cell': { table, row: 0, column: 0 } }[kind as 'heading'] ?? {
        depth: 1,
      };
      // A full stop, so that no paragraph looks like a byline or a title.
      return { kind, layout: kind === 'paragraph' ? {} : layout, ...plain(`${text}.`) };
    }),
  ]);

  it('plain text full of what would be mark-up', () => {
    fc.assert(fc.property(documents, expectToReadBack), { numRuns: 1000 });
  });

  const around = fc.constantFrom<Code>({ type: 'emphasis' }, { type: 'strong' }, { type: 'strikethrough' }, { type: 'inline-code' }, { type: 'link', href: '/a?b=c&d=(e)', title: 'f "g"' }); // prettier-ignore
  const edge = fc.constantFrom('', ' ', 'ה', 'ال', '"', '«', '.', 'a');
  const inner = fc.constantFrom('חזית', '"חזית"', '«حزب»', 'word', '(a b)', '`', '*', '”x', 'a|b', '\\');

  it('a code whatever touches it: particles, quotation marks, brackets', () => {
    fc.assert(
      fc.property(edge, around, inner, edge, (before, code, text, after) => {
        expectToReadBack([{ kind: 'title', layout: {}, ...plain('Title') }, {
          kind: 'paragraph',
          layout: {},
          text: `Text ${before}<1>${text}</1>${after} text.`,
          codes: { 1: code },
        }]); // prettier-ignore
      }),
      { numRuns: 1000 },
    );
  });

  it('a plain text, its notes and lists and table', () => {
    const blocks = readPlainText(
      'A title\n\nText with a mark.[1]\n\n• א\n• ב\n\n1\t2\t3\n4\t5\t6\n\n> So it is.\n\nPhoto: X\n\n[1] The note.',
    );
    expect(new Set(blocks.map(({ kind }) => kind)).size).toBe(7);
    expectToReadBack(blocks);
  });
});

describe('the form it has', () => {
  it.each([
    ['# T\n\ntext *a*\n\n- b\n- c\n  1. d\n', '# T\n\ntext *a*\n\n- b\n- c\n  1. d\n'],
    ['A *b*.\n\n* * *\n\n| c | d |\n|-|-|\n| e | |', 'A *b*.\n\n***\n\n| c | d |\n| --- | --- |\n| e |  |\n'],
  ])('%j', (source, written) => expect(write(readMarkdown(source))).toBe(written));

  it('a particle before emphasised quotation marks is a character reference, else CommonMark sees no emphasis', () => {
    const segment: Block = { kind: 'paragraph', layout: {}, text: 'ה<1>"חזית"</1>.', codes: { 1: { type: 'strong' } } };
    expect(write([segment])).toBe('&#1492;**"חזית"**.\n');
  });

  it('leaves out what has no text yet', () => {
    const [segment] = readMarkdown('Text.');
    expect(
      writeMarkdown(
        segment
          ? [
              { segment, text: '' },
              { segment, text: 'טקסט.' },
            ]
          : [],
      ),
    ).toBe('טקסט.\n');
  });

  it('makes a paragraph of each that a translator typed', () => {
    const [segment] = readMarkdown('Text.');
    expect(writeMarkdown(segment ? [{ segment, text: 'א.\n\nב.\nג.' }] : [])).toBe('א.\n\nב.\\\nג.\n');
  });
});

const folder = '../shared/data/markdown';
describe.skipIf(!existsSync(folder))(
  'real articles and the CommonMark examples (skipped without ../shared/data)',
  () => {
    const files = existsSync(folder) ? readdirSync(folder) : [];
    const read = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8');

    test.each(files)('%s reads back', (file) => expectToReadBack(readMarkdown(read(file))));

    test.each(files.filter((file) => file.endsWith('.md')))('%s has a title, headings and paragraphs', (file) => {
      const blocks = readMarkdown(read(file));
      expect(blocks[0]?.kind).toBe('title');
      for (const kind of ['heading', 'paragraph', 'list-item', 'quotation']) {
        expect(
          blocks.some((block) => block.kind === kind),
          kind,
        ).toBe(true);
      }
      expect(blocks.filter(({ kind, text }) => kind === 'byline' || text.includes('---'))).toEqual([]);
    });

    test('each of the examples of the specification', () => {
      const examples = [...read('commonmark-spec.txt').matchAll(/^`{32} example\n(.*?)^\.\n/gmsu)].map(([, source]) =>
        (source ?? '').replaceAll('→', '\t'),
      );
      expect(examples.length).toBeGreaterThan(600);
      for (const example of examples) expectToReadBack(readMarkdown(example));
    });
  },
);
