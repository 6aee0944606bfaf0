/** The door of every import: formats, limits, and files that mean harm. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { readSource } from '../../server/formats/formats.ts';
import { importLimits } from '../../server/domain/limits.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('formats', () => {
  it.each([
    ['a.txt', 'text'],
    ['a.TEXT', 'text'],
    ['a.b.md', 'markdown'],
    ['مقال.markdown', 'markdown'],
  ])('%s is %s', (name, format) => {
    expect(readSource({ bytes: bytes('Text.'), name })).toMatchObject({ ok: true, format, encoding: 'utf-8' });
  });

  it.each(['a.docx', 'a', 'md', '.', ''])('%j is of no known format', (name) => {
    expect(readSource({ bytes: bytes('Text.'), name })).toMatchObject({ code: 'import.unknown-format' });
  });

  it('a given format goes before the name’s', () => {
    expect(readSource({ text: '# T', name: 'a.txt', format: 'markdown' })).toMatchObject({
      blocks: [{ kind: 'title' }],
    });
  });

  it.each(['text', 'markdown'] as const)('%s: line ends, marks and white space alone are cleaned', (format) => {
    const read = readSource({ text: '\uFEFFe\u0301\u200F “a” \r\n\u0085\r  \u2028b.\u00A0', format });
    expect(read.ok && read.blocks.map(({ text }) => text)).toEqual(['e\u0301\u200F “a”', 'b.']);
  });
});

describe('limits', () => {
  const { megabytes, segments, lines, segmentCharacters, depth } = importLimits;
  it.each(['text', 'markdown'] as const)('%s', (format) => {
    const code = (text: string): string => {
      const read = readSource({ text, format });
      return read.ok ? 'read' : read.code;
    };
    expect(code('a'.repeat(segmentCharacters))).toBe('read');
    expect(code('a'.repeat(segmentCharacters + 1))).toBe('import.segment-too-long');
    expect(code('a.\n\n'.repeat(segments))).toBe('read');
    expect(code('a.\n\n'.repeat(segments + 1))).toBe('import.too-many-segments');
    expect(code('\n'.repeat(lines) + 'a')).toBe('import.too-many-segments');
    expect(code(' '.repeat(megabytes * 1_000_000) + 'a')).toBe('import.too-large');
    expect(code(' \u200B\n')).toBe('import.empty');
    expect(code('a\uDC00')).toBe('import.not-well-formed');
    expect(code('a\u0000')).toBe('import.control-character');
  });

  it.each([
    ['lists', '- '.repeat(5) + 'a', 'read'],
    ['lists too deep', '- '.repeat(depth) + 'a', 'import.too-deep'],
    ['quotations too deep', '>'.repeat(depth + 1) + 'a', 'import.too-deep'],
    ['notes too deep', '[^a]: '.repeat(depth + 1) + 'a', 'import.too-deep'],
    ['a reference used very often', `[x]: /${'b'.repeat(90_000)}\n\n${'[x]\n\n'.repeat(1000)}`, 'import.too-large'],
    [
      'a table of very many cells',
      `|${'a|'.repeat(80)}\n|${'-|'.repeat(80)}\n${`${'|'.repeat(81)}\n`.repeat(900)}`,
      'import.too-many-segments',
    ],
    ['nothing but definitions', '[a]: b', 'import.empty'],
  ])('Markdown: %s', (_, text, code) => {
    const read = readSource({ text, format: 'markdown' });
    expect(read.ok ? 'read' : read.code).toBe(code);
  });
});

const folder = '../shared/data/bad-input';
describe.skipIf(!existsSync(folder))('hostile files (skipped without ../shared/data)', () => {
  const files = existsSync(folder)
    ? (JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) as Array<{ file: string; expect: string }>)
    : [];
  const read = (file: string): ReturnType<typeof readSource> =>
    readSource({ bytes: readFileSync(`${folder}/${file}`), name: file });

  test.each(files.filter(({ file }) => file.startsWith('text/')))('$file: $expect', ({ file, expect: expected }) => {
    const result = read(file);
    if (expected.startsWith('accept')) expect(result.ok).toBe(true);
    if (expected.startsWith('reject')) expect(result).toMatchObject({ ok: false });
    expect(JSON.stringify(result)).not.toContain('\uFFFD');
  });

  test.each([
    ['text/enc-utf8-bom.txt', 'utf-8'],
    ['text/enc-utf16le-bom.txt', 'utf-16le'],
    ['text/enc-utf16be-bom.txt', 'utf-16be'],
  ])('%s is %s', (file, encoding) => {
    expect(read(file)).toMatchObject({ ok: true, encoding, blocks: [{ text: 'שלום' }] });
  });

  test.each(['text/enc-iso-8859-8-visual.txt', 'text/enc-windows-1256.txt'])('%s is not guessed at', (file) => {
    expect(read(file)).toMatchObject({ code: 'import.encoding' });
  });

  test.each(files.filter(({ file }) => file.startsWith('md/')))('$file is read or refused', ({ file }) => {
    const result = read(file);
    const refusals = [
      'import.too-deep',
      'import.too-many-segments',
      'import.segment-too-long',
      'import.control-character',
    ];
    expect(result.ok || refusals.includes(result.code)).toBe(true);
  });

  test('md/xss.md is text that leads nowhere', () => {
    const result = read('md/xss.md');
    const blocks = result.ok ? result.blocks : [];
    expect(blocks.length).toBeGreaterThan(15);
    expect(blocks.flatMap(({ codes }) => Object.values(codes)).filter(({ type }) => type === 'link')).toEqual([]);
    expect(blocks.map((block) => block.text)).toContain('<a href="x" onclick="alert(1)">');
  });

  test('each naughty string is kept as it stands, on its line', () => {
    const strings = (JSON.parse(readFileSync(`${folder}/blns.json`, 'utf8')) as string[]).filter(
      (text) => text.trim() === text && /^[^\p{Cc}\u00AD\u2028\u2029]+$/u.test(text) && text.isWellFormed(),
    );
    expect(strings.length).toBeGreaterThan(300);
    for (const text of strings) {
      const read = readSource({ text: `A title\n\nx ${text} x`, format: 'text' });
      expect(read.ok && read.blocks.map((block) => block.text)).toContain(`x ${text} x`);
    }
  });
});
