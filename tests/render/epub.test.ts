/**
 * Books: valid to an independent reader, and to epubcheck itself where there is one (`EPUBCHECK` is its command, else
 * `epubcheck` is looked for), in three languages and whatever the texts hold; the same bytes each time.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locales, type Locale } from '../../server/domain/locale.ts';
import { elementsOf, parseXml } from '../../server/formats/xml.ts';
import { readMarkdown } from '../../server/formats/markdown.ts';
import type { PublishedEdition } from '../../server/ports.ts';
import { renderEpub } from '../../server/render/epub.ts';
import type { SiteView } from '../../server/render/site-view.ts';
import { naughtyStrings, scriptStrings, skipped } from '../support/bad-input.ts';
import { aFullEdition, anEdition, live, someView, type Line } from '../support/editions.ts';
import { longMarkdown } from '../support/long-article.ts';

const withAddress: SiteView = { ...someView, editionsUrl: 'https://news.example.org/read/' };
const translated = (locale: Locale): PublishedEdition =>
  aFullEdition(locale, {
    from: locale === 'en' ? 'he' : 'en',
    publication: {
      n: 3,
      at: '2026-11-21T22:30:00.000Z',
      by: 'dana',
      sourceVersion: 1,
      targets: [],
      details: { translators: ['נועה לוי', 'Tom & Co <tom>'], description: 'A day at the library' },
    },
  });
const hostile = (locale: Locale): PublishedEdition =>
  anEdition(linesOf([...scriptStrings(), ...naughtyStrings(), ...inventedHostile]), { locale });
const inventedHostile = ['</title><script>', '\u0000\u0008\uFFFE\uD800', ']]>', '<!--', '&nbsp;&unknown;', '<?xml?>'];

const books: ReadonlyArray<readonly [name: string, bytes: () => Uint8Array]> = locales.flatMap((locale) => [
  [`everything, in ${locale}`, () => bookOf(translated(locale), withAddress)] as const,
  [`everything, in ${locale}, of a site without an address`, () => bookOf(aFullEdition(locale))] as const,
  [`a title alone, in ${locale}`, () => bookOf(anEdition([['title', 'x']], { locale }))] as const,
  [`hostile texts, in ${locale}${skipped}`, () => bookOf(hostile(locale), withAddress)] as const,
  [`a long article, in ${locale}`, () => bookOf(aLongEdition(locale))] as const,
]);

describe('a book', () => {
  it.each(books)('is valid with %s', async (_, bytes) => {
    const { messages } = await EpubCheck.validate(bytes());
    expect(messages.filter(({ severity }) => severity !== 'usage')).toEqual([]);
  });

  it('is XHTML and XML throughout, whatever a text holds', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 6 }), (texts) => {
        for (const [file, content] of xmlOf(bookOf(anEdition(linesOf(texts))))) {
          expect(parseXml(content), file).toMatchObject({ ok: true });
        }
      }),
    );
  });

  it('begins with its type, stored as it is, so that a program knows it by its first bytes', () => {
    const bytes = bookOf(aFullEdition('he'));
    expect(strFromU8(bytes.subarray(30, 58), true)).toBe('mimetypeapplication/epub+zip');
  });

  it('is the same each time, in every time zone', () => {
    const zone = process.env['TZ'];
    const [here, there] = ['Asia/Jerusalem', 'America/Los_Angeles'].map((name) => {
      process.env['TZ'] = name;
      return bookOf(translated('ar'), withAddress);
    });
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(here).toEqual(there);
  });

  it.each([
    ['en', 'ltr'],
    ['he', 'rtl'],
    ['ar', 'rtl'],
  ] as const)('in %s turns its pages %s', (locale, direction) => {
    const inside = filesOf(bookOf(translated(locale)));
    const opf = inside['EPUB/package.opf'] ?? '';
    expect(opf).toContain(`xml:lang="${locale}" dir="${direction}"`);
    expect(opf).toContain(`<spine page-progression-direction="${direction}">`);
    for (const [file, page] of Object.entries(inside).filter(([name]) => name.endsWith('.xhtml'))) {
      expect(page, file).toMatch(new RegExp(`lang="${locale}"\\s+xml:lang="${locale}"\\s+dir="${direction}"`, 'u'));
      expect(page, file).toContain(`<body dir="${direction}">`);
    }
  });

  it('is called the same in every publication, and otherwise in each language', () => {
    const idOf = (edition: PublishedEdition): string | undefined =>
      /urn:uuid:[0-9a-f-]{36}/u.exec(filesOf(bookOf(edition))['EPUB/package.opf'] ?? '')?.[0];
    const [first, later] = [aFullEdition('he'), translated('he')].map(idOf);
    expect(later).toBe(first);
    expect(first).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
    expect(idOf(aFullEdition('ar'))).not.toBe(first);
  });

  it('names who translated it and from what, unless the site tells nobody', () => {
    const opf = (site: SiteView): string => filesOf(bookOf(translated('he'), site))['EPUB/package.opf'] ?? '';
    expect(opf(someView)).toContain('Tom &amp; Co &lt;tom&gt;</dc:contributor>');
    expect(opf(someView)).toContain('<meta refines="#source" property="dcterms:language">en</meta>');
    expect(opf(someView)).toContain('<meta property="dcterms:modified">2026-11-21T22:30:00Z</meta>');
    expect(opf({ ...someView, settings: { ...someView.settings, credits: false } })).not.toContain('contributor');
  });

  it('leads from each mark to its note and back, across its files', () => {
    const inside = filesOf(bookOf(translated('he')));
    expect(inside['EPUB/chapter-1.xhtml']).toMatch(/id="mark-1"\s+href="notes\.xhtml#note-1"\s+epub:type="noteref"/u);
    expect(inside['EPUB/notes.xhtml']).toMatch(/id="note-1" epub:type="footnote"/u);
    expect(inside['EPUB/notes.xhtml']).toContain('href="chapter-1.xhtml#mark-1"');
  });

  it('takes no address along that leads nowhere', () => {
    const linked = anEdition([
      ['title', 'x'],
      ['paragraph', '<1>here</1>', {}, { 1: { type: 'link', href: '/about' } }],
    ]);
    const pageOf = (site: SiteView): string => filesOf(bookOf(linked, site))['EPUB/chapter-1.xhtml'] ?? '';
    expect(pageOf(someView)).not.toContain('<a ');
    expect(pageOf(withAddress)).toContain('href="https://news.example.org/about"');
  });

  it('has a chapter for each part of a long article, all in its contents, and one for a short one', () => {
    const inside = filesOf(bookOf(aLongEdition('en')));
    const chapters = Object.keys(inside).filter((name) => name.includes('chapter-'));
    expect(chapters.length).toBeGreaterThan(5);
    for (const chapter of chapters) expect(inside['EPUB/nav.xhtml']).toContain(`"${path.basename(chapter)}`);
    expect(Object.keys(filesOf(bookOf(aFullEdition('en')))).filter((name) => name.includes('chapter-'))).toHaveLength(
      1,
    );
  });

  it('brings the fonts of what it says, with their licence, and no others', () => {
    const fontsIn = (edition: PublishedEdition): string[] =>
      Object.keys(filesOf(bookOf(edition)))
        .filter((name) => name.endsWith('.woff2'))
        .map((name) => path.basename(name, '-wght-normal.woff2'));
    const named = (text: string, locale: Locale): string[] => fontsIn(anEdition([['title', text]], { locale }));
    expect(named('שלום', 'he')).toEqual(['frank-ruhl-libre-hebrew', 'frank-ruhl-libre-latin']);
    expect(named('سلام', 'ar')).toEqual(['noto-naskh-arabic-arabic', 'noto-naskh-arabic-latin']);
    expect(named('Peace', 'en')).toEqual(['frank-ruhl-libre-latin']);
    expect(named('Peace, سلام', 'en')).toContain('noto-naskh-arabic-arabic');
  });

  it('lists every file that is in it', () => {
    const inside = filesOf(bookOf(translated('ar')));
    const read = parseXml(inside['EPUB/package.opf'] ?? '');
    const manifest = read.ok ? elementsOf(read.root, 'manifest').flatMap((list) => elementsOf(list, 'item')) : [];
    const listed = manifest.map(({ attributes }) => attributes.find(({ name }) => name === 'href')?.value ?? '');
    const present = Object.keys(inside).flatMap((name) => (name.startsWith('EPUB/') ? [name.slice(5)] : []));
    expect(new Set(listed)).toEqual(new Set(present.filter((name) => name !== 'package.opf')));
  });
});

const command = process.env['EPUBCHECK'] ?? 'epubcheck';
const isInstalled = spawnSync(`${command} --version`, { shell: true }).status === 0;

describe.skipIf(!isInstalled)(
  `epubcheck itself${isInstalled ? '' : ' (skipped: set EPUBCHECK to its command)'}`,
  () => {
    let folder = '';
    beforeAll(() => {
      folder = mkdtempSync(path.join(tmpdir(), 'dragoman-epub-'));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each(books)('finds no fault with %s', (_, bytes) => {
      const file = path.join(folder, 'book.epub');
      writeFileSync(file, bytes());
      const { status, stdout, stderr } = spawnSync(`${command} --failonwarnings '${file}'`, {
        shell: true,
        encoding: 'utf8',
      });
      expect(status, stdout + stderr).toBe(0);
    });
  },
);

function bookOf(edition: PublishedEdition, site: SiteView = someView): Uint8Array {
  return renderEpub(live(edition), site);
}

function filesOf(book: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(book)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

function xmlOf(book: Uint8Array): Array<[string, string]> {
  return Object.entries(filesOf(book)).filter(([name]) => /\.(?:xhtml|opf|xml)$/u.test(name));
}

function aLongEdition(locale: Locale): PublishedEdition {
  const text = longMarkdown({ seed: 5, locale, paragraphs: 60, wordsPerParagraph: 120 });
  return anEdition(
    readMarkdown(text).map(({ kind, text, layout, codes }): Line => [kind, text, layout, codes]),
    { locale },
  );
}

/** Every text in every place: as each kind of block, as words, address and title of a link, as picture and as note. */
function linesOf(texts: readonly string[]): Line[] {
  const kinds = [
    'paragraph',
    'heading',
    'list-item',
    'quotation',
    'caption',
    'code-block',
    'table-cell',
    'footnote',
  ] as const;
  const [title = '', ...rest] = texts;
  return [
    ['title', title],
    ...rest.map((text, at): Line => {
      const kind = kinds[at % kinds.length] ?? 'paragraph';
      const layout = { level: 2 + (at % 5), depth: 1 + (at % 3), table: at, row: 0, column: 0, label: text };
      return [
        kind,
        `${text}<1>${text}</1><2/><3/>`,
        layout,
        {
          1: { type: 'link', href: at % 2 === 0 ? text : `https://example.org/${text}`, title: text },
          2: { type: 'image', src: text, alt: text },
          3: { type: 'footnote', label: texts[at] ?? '' },
        },
      ];
    }),
  ];
}
