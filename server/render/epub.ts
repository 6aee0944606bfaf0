/**
 * An edition as a book for reading devices: EPUB 3.3, which is XHTML in a zip with a list of what is in it. The same
 * edition gives the same bytes: times in the zip are fixed, identifiers are made from names.
 *
 * Written by ourselves: the packages for it either cannot turn pages from right to left or know no language but English.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync, type Zippable, type ZippableFile } from 'fflate';
import { textWriter } from './blocks.ts';
import { correctionsOf } from './corrections.ts';
import { readingMinutes } from './dates.ts';
import { chaptersOf, longReading } from './epub/chapters.ts';
import { fontsFor } from './epub/fonts.ts';
import { packageDocument, type Item } from './epub/package.ts';
import { chapterPage, correctionsPage, files, navPage, notesPage, titlePage, type Book } from './epub/pages.ts';
import { htmlBytes, xml } from './html.ts';
import type { ReadEdition } from './live-document.ts';
import { leadingOut } from './outward-links.ts';
import type { SiteView } from './site-view.ts';
import { editionTitle } from './summary.ts';
import { zipTime } from './zip-time.ts';

const xhtml = 'application/xhtml+xml';
const folder = 'EPUB';
const sheet = readFileSync(path.join(import.meta.dirname, 'epub/book.css'), 'utf8');

/** The bytes of the book; the same edition and site give the same bytes. */
export function renderEpub(edition: ReadEdition, site: SiteView): Uint8Array {
  const title = editionTitle(edition) || edition.slug;
  const items = bookItems(edition, title, site);
  const inside = [...items, { file: 'package.opf', bytes: packageDocument(edition, title, items, site) }];
  const contents: Zippable = {
    mimetype: [new TextEncoder().encode('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': container,
    ...Object.fromEntries(inside.map(({ file, bytes }) => [`${folder}/${file}`, packed(file, bytes)])),
  };
  return zipSync(contents, { level: 9, mtime: zipTime() });
}

/** Fonts are compressed already. */
function packed(file: string, bytes: Uint8Array): ZippableFile {
  return file.endsWith('.woff2') ? [bytes, { level: 0 }] : bytes;
}

const container = htmlBytes(xml`<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
  <rootfiles>
    <rootfile full-path="${folder}/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
`);

/** Everything that the package names, in reading order. */
function bookItems(edition: ReadEdition, title: string, site: SiteView): Item[] {
  const { locale } = edition;
  const segments = leadingOut(edition, site);
  const writer = textWriter(segments, locale, { prefix: '', file: files.notes, isBook: true }, edition.policy);
  const chapters = chaptersOf(writer.below, readingMinutes(edition) >= longReading);
  const hasNotes = segments.some(({ segment }) => segment.kind === 'footnote');
  const hasCorrections = correctionsOf(edition).length > 0;
  const book: Book = { locale, title, chapters, hasNotes, hasCorrections };
  const front = page(files.title, titlePage(edition, writer, title, site));
  const pages = chapters.map((chapter) => page(chapter.file, chapterPage(chapter, writer, book)));
  const notes = hasNotes ? [page(files.notes, notesPage(writer.footnotes(files.notes), book))] : [];
  const corrections = hasCorrections ? [page(files.corrections, correctionsPage(edition))] : [];
  const contents: Item = { ...page(files.nav, navPage(book)), properties: 'nav', isRead: chapters.length > 1 };
  return [front, contents, ...pages, ...notes, ...corrections, ...styleItems(edition, title, site)];
}

function page(file: string, bytes: Uint8Array): Item {
  return { file, type: xhtml, bytes, isRead: true };
}

function styleItems(edition: ReadEdition, title: string, { name }: SiteView): Item[] {
  const text = [title, name, ...edition.segments.map(({ text }) => text)].join('\n');
  const { fonts, licences, stack } = fontsFor(text, edition.locale);
  const style = [...fonts.map(({ face }) => face), `body {\n  font-family: ${stack};\n}`, sheet].join('\n\n');
  return [
    { file: files.style, type: 'text/css', bytes: new TextEncoder().encode(style) },
    ...fonts.map(({ file, bytes }) => ({ file, type: 'font/woff2', bytes })),
    ...licences.map(({ file, bytes }) => ({ file, type: 'text/plain', bytes })),
  ];
}
