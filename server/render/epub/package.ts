/**
 * The package document of a book (EPUB 3.3 §5): what it is, its files, their order. Its language and the side to which its
 * pages turn are those of the edition's own language, whatever it was translated from.
 */
import { directionOf } from '../../domain/locale.ts';
import type { PublishedEdition } from '../../ports.ts';
import { translatorsOf } from '../credits.ts';
import { formWords } from '../form-words.ts';
import { htmlBytes, xml, type Html } from '../html.ts';
import { addressOf } from '../outward-links.ts';
import { siteTitle, type SiteView } from '../site-view.ts';
import { standfirstOf } from '../summary.ts';
import { urnOf } from './identity.ts';

export interface Item {
  readonly file: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly properties?: 'nav';
  /** It is read, in the order of the items. */
  readonly isRead?: boolean;
}

const accessibility: ReadonlyArray<readonly [property: string, value: string]> = [
  ['schema:accessMode', 'textual'],
  ['schema:accessModeSufficient', 'textual'],
  ['schema:accessibilityFeature', 'tableOfContents'],
  ['schema:accessibilityFeature', 'structuralNavigation'],
  ['schema:accessibilityFeature', 'readingOrder'],
  ['schema:accessibilityFeature', 'displayTransformability'],
  ['schema:accessibilityFeature', 'unlocked'],
  ['schema:accessibilityHazard', 'none'],
];

export function packageDocument(
  edition: PublishedEdition,
  title: string,
  items: readonly Item[],
  site: SiteView,
): Uint8Array {
  const dir = directionOf(edition.locale);
  const ids = new Map(items.map(({ file }, at) => [file, `item-${at + 1}`]));
  const manifest = items.map(
    ({ file, type, properties }) =>
      xml`    <item id="${ids.get(file)}" href="${file}" media-type="${type}"${properties && xml` properties="${properties}"`}/>\n`,
  );
  const spine = items.filter(({ isRead }) => isRead).map(({ file }) => xml`    <itemref idref="${ids.get(file)}"/>\n`);
  return htmlBytes(xml`<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${edition.locale}" dir="${dir}">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadata(edition, title, site)}  </metadata>
  <manifest>
${manifest}  </manifest>
  <spine page-progression-direction="${dir}">
${spine}  </spine>
</package>
`);
}

function metadata(edition: PublishedEdition, title: string, site: SiteView): Html {
  const { documentId, locale, from, publication } = edition;
  const description = standfirstOf(edition);
  const address = addressOf(edition, site);
  const lines = [
    xml`<dc:identifier id="id">${urnOf(documentId, locale)}</dc:identifier>`,
    xml`<dc:title>${title}</dc:title>`,
    xml`<dc:language>${locale}</dc:language>`,
    xml`<dc:publisher>${siteTitle(site, locale)}</dc:publisher>`,
    xml`<dc:date>${publication.at.slice(0, 10)}</dc:date>`,
    description.trim() !== '' && xml`<dc:description>${description}</dc:description>`,
    ...translators(edition, site),
    ...origin(documentId, locale, from),
    address !== undefined && xml`<link rel="alternate" href="${address}" media-type="text/html"/>`,
    xml`<meta property="dcterms:modified">${publication.at.slice(0, 19)}Z</meta>`,
    ...accessibility.map(([property, value]) => xml`<meta property="${property}">${value}</meta>`),
    xml`<meta property="schema:accessibilitySummary">${formWords[locale].accessibility}</meta>`,
  ];
  return xml`${lines.map((line) => line && xml`    ${line}\n`)}`;
}

function translators(edition: PublishedEdition, { settings }: SiteView): Html[] {
  const names = settings.credits ? translatorsOf(edition) : [];
  return names.flatMap((name, at) => [
    xml`<dc:contributor id="translator-${at + 1}">${name}</dc:contributor>`,
    xml`<meta refines="#translator-${at + 1}" property="role" scheme="marc:relators">trl</meta>`,
  ]);
}

/** Of a translation: the book that it is a translation of, and its language. */
function origin(documentId: PublishedEdition['documentId'], locale: string, from: PublishedEdition['locale']): Html[] {
  if (locale === from) return [];
  return [
    xml`<dc:source id="source">${urnOf(documentId, from)}</dc:source>`,
    xml`<meta refines="#source" property="dcterms:language">${from}</meta>`,
    xml`<meta property="schema:translationOfWork">${urnOf(documentId, from)}</meta>`,
  ];
}
