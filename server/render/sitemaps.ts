/**
 * What the site tells search engines to read (sitemaps.org, with hreflang by `xhtml:link`), where it knows its address:
 *
 *   sitemap.xml         the parts
 *   sitemap-site.xml    what each language begins with
 *   sitemap-<n>.xml     a thousand documents each, from the oldest: a new article changes the last part only
 */
import { locales, type Locale } from '../domain/locale.ts';
import type { SiteFile } from '../ports.ts';
import { absoluteAddress } from './address.ts';
import { shownLocales } from './area-page.ts';
import type { DocumentHead, EditionHead } from './heads.ts';
import { xml, type Html } from './html.ts';
import type { SiteContext } from './site.ts';
import { xmlBytes } from './xml.ts';

/** Three addresses each, with three alternates: a part has some 2 MB at most, of the 50 that it may have. */
const documentsInPart = 1000;

interface Place {
  readonly locale: Locale;
  readonly path: string;
  readonly updatedAt?: string;
}

/** The same in several languages. */
interface Group {
  readonly places: readonly Place[];
  readonly byDefault: string;
}

/** `heads`: of all languages, newest first. */
export function* sitemaps(heads: readonly EditionHead[], context: SiteContext): Iterable<SiteFile> {
  const { site, key, documents } = context;
  const { editionsUrl } = site;
  if (editionsUrl === undefined) return;
  const shown = shownLocales(heads);
  const parts = partsOf(documents);
  yield {
    path: 'sitemap-site.xml',
    key: key(shown.join()),
    bytes: () => writeSitemap(frontPages(context, shown), editionsUrl),
  };
  for (const [at, part] of parts.entries()) {
    yield {
      path: partName(at),
      key: key(...part.flatMap(({ editions }) => editions.map(({ stamp }) => stamp))),
      bytes: () => writeSitemap(part.map(groupOf), editionsUrl),
    };
  }
  const newest = parts.map(newestIn);
  yield { path: 'sitemap.xml', key: key(...newest), bytes: () => writeParts(newest, editionsUrl) };
}

/** From the oldest, by when readers first saw anything of a document. */
function partsOf(documents: readonly DocumentHead[]): DocumentHead[][] {
  const firstSeen = new Map(
    documents.flatMap((document) => {
      const [first] = document.editions.map(({ at }) => at).toSorted();
      return first === undefined ? [] : [[document, `${first} ${document.documentId}`] as const];
    }),
  );
  const ordered = [...firstSeen].toSorted(([, a], [, b]) => (a < b ? -1 : 1)).map(([document]) => document);
  return Array.from({ length: Math.ceil(ordered.length / documentsInPart) }, (_, at) =>
    ordered.slice(at * documentsInPart, (at + 1) * documentsInPart),
  );
}

function partName(at: number): string {
  return `sitemap-${at + 1}.xml`;
}

function newestIn(part: readonly DocumentHead[]): string {
  return part
    .flatMap(({ editions }) => editions)
    .reduce((latest, { updatedAt }) => (updatedAt > latest ? updatedAt : latest), '');
}

function groupOf({ editions }: DocumentHead): Group {
  const original = editions.find(({ locale, from }) => locale === from) ?? editions[0];
  return { places: editions, byDefault: original?.path ?? '' };
}

function frontPages({ site }: SiteContext, shown: readonly Locale[]): Group[] {
  const about = locales.filter((locale) => site.about[locale] !== undefined);
  const group = (path: string, among: readonly Locale[], byDefault: string): Group => ({
    places: among.map((locale) => ({ locale, path: `${locale}/${path}` })),
    byDefault,
  });
  return [group('', shown, ''), ...(about[0] ? [group('about/', about, `${about[0]}/about/`)] : [])];
}

function writeSitemap(groups: readonly Group[], editionsUrl: string): Uint8Array {
  return xmlBytes(xml`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${groups.map((group) => writeGroup(group, editionsUrl))}</urlset>
`);
}

/** Every language says the same of all, itself among them. */
function writeGroup({ places, byDefault }: Group, editionsUrl: string): Html {
  const link = (tag: string, path: string): Html =>
    xml`<xhtml:link rel="alternate" hreflang="${tag}" href="${absoluteAddress(editionsUrl, path)}"/>`;
  const links = [...places.map(({ locale, path }) => link(locale, path)), link('x-default', byDefault)];
  return xml`${places.map(
    ({ path, updatedAt }) =>
      xml`<url><loc>${absoluteAddress(editionsUrl, path)}</loc>${updatedAt !== undefined && xml`<lastmod>${updatedAt}</lastmod>`}${links}</url>
`,
  )}`;
}

function writeParts(newest: readonly string[], editionsUrl: string): Uint8Array {
  const parts = newest.map(
    (updatedAt, at) =>
      xml`<sitemap><loc>${absoluteAddress(editionsUrl, partName(at))}</loc><lastmod>${updatedAt}</lastmod></sitemap>
`,
  );
  return xmlBytes(xml`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>${absoluteAddress(editionsUrl, 'sitemap-site.xml')}</loc></sitemap>
${parts}</sitemapindex>
`);
}
