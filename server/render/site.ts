/**
 * The whole published site as a plan: every file by its path, what it depends on as a key, and how to make it. Only what
 * is not there yet under that key is ever made, so that a correction of one article in a site of thousands costs that
 * article and the lists that show it. The order is that in which a reader never meets a page before what it needs.
 *
 *   assets/…                     style sheet, fonts and their licences, named by their content
 *   <locale>/<slug>/…epub, …     other forms of an edition
 *   <locale>/<slug>/…pdf, …png   what has been printed of it
 *   <locale>/<slug>/index.html   an edition; in its place that it was withdrawn, or where it has gone
 *   <locale>/page/<n>/           older editions of a language, ten a page; page 1 has the oldest
 *   <locale>/index.html          its newest
 *   <locale>/tags/ archive/ about/
 *   <locale>/feed.xml feed.json  the newest, whole
 *   index.html, 404.html
 *   _redirects                   what a web server must know of withdrawn and renamed articles, where there are any
 *   sitemap.xml …                where the site knows its address
 *
 * To add what every article has: a row in `ofDocument`. To add what the site has: a row in `ofSite`.
 */
import type { DocumentId } from '../domain/document.ts';
import { reservedSlugs } from '../domain/slug.ts';
import type { SiteFile } from '../ports.ts';
import { aboutPages } from './about-page.ts';
import { archivePages } from './archive-pages.ts';
import { bilingualPages } from './bilingual-page.ts';
import { formFiles } from './edition-forms.ts';
import { renderEdition } from './edition-page.ts';
import { entrances } from './entrance-pages.ts';
import { feeds } from './feeds.ts';
import { gonePages, rules } from './gone-pages.ts';
import { newestFirst, type DocumentHead, type EditionHead } from './heads.ts';
import { indexes } from './index-page.ts';
import { editionIn, type LiveDocument } from './live-document.ts';
import { withPrints, type MadePrint } from './prints.ts';
import type { SiteView } from './site-view.ts';
import { sitemaps } from './sitemaps.ts';
import { keyOf, stampOf } from './stamp.ts';
import { tagPages } from './tag-pages.ts';

/** A document that readers see or saw. */
export interface SiteDocument {
  readonly head: DocumentHead;
  /** With its texts. Asked for only when one of its files must be made, and forgotten before the next document. */
  readonly load: () => Promise<LiveDocument>;
  /** What has been printed of its editions. */
  readonly prints?: readonly MadePrint[];
}

export interface SiteInput {
  /** In an order that does not change. */
  readonly documents: Iterable<SiteDocument> | AsyncIterable<SiteDocument>;
  readonly site: SiteView;
  /** One of them with its texts, later. */
  readonly loadAgain: (documentId: DocumentId) => Promise<LiveDocument>;
}

/** What a row makes files from. `key` gives a file's key from the stamps of what it depends on beside the site. */
export interface Context {
  readonly site: SiteView;
  readonly key: (...stamps: readonly string[]) => string;
}

/** `load` gives the document with its texts, read once for all its files. */
export interface DocumentContext extends Context {
  readonly load: () => Promise<LiveDocument>;
  readonly prints: readonly MadePrint[];
}

export interface SiteContext extends Context {
  /** All of them. */
  readonly documents: readonly DocumentHead[];
  readonly load: SiteInput['loadAgain'];
}

type FilesOfDocument = (document: DocumentHead, context: DocumentContext) => Iterable<SiteFile>;
/** `heads`: the editions of all languages, newest first. */
type FilesOfSite = (heads: readonly EditionHead[], context: SiteContext) => Iterable<SiteFile>;

const ofDocument: readonly FilesOfDocument[] = [formFiles, printed, bilingualPages, pages, gonePages];
const ofSite: readonly FilesOfSite[] = [archivePages, tagPages, aboutPages, indexes, feeds, entrances, sitemaps, rules];

/** Every file of the site, in order. Equal keys: the same bytes. */
export async function* planSite({ documents, site, loadAgain }: SiteInput): AsyncGenerator<SiteFile> {
  const siteStamp = stampOf(site);
  const context = { site, key: (...stamps: readonly string[]) => keyOf(siteStamp, ...stamps) };
  for (const { path, bytes } of site.theme.assets) yield { path, key: keyOf(path), bytes: () => bytes };
  const heads: DocumentHead[] = [];
  for await (const { head, load, prints = [] } of documents) {
    heads.push(head);
    const inDocument = { ...context, load: once(async () => withPrints(await load(), prints)), prints };
    for (const files of ofDocument) yield* files(head, inDocument);
  }
  const newest = newestFirst(heads.flatMap(({ editions }) => editions));
  const taken = new Set(heads.flatMap(placesOfSite));
  for (const files of ofSite) {
    for (const file of files(newest, { ...context, documents: heads, load: loadAgain })) {
      if (!taken.has(file.path)) yield file;
    }
  }
}

/** Pages in a place of the site's own: of articles that were called so before the name was reserved. They stay. */
function placesOfSite({ slug, editions }: DocumentHead): string[] {
  return reservedSlugs.has(slug) ? editions.map(({ path }) => `${path}index.html`) : [];
}

function* printed(_: DocumentHead, { prints }: DocumentContext): Iterable<SiteFile> {
  yield* prints;
}

function* pages(document: DocumentHead, { key, load, site, prints }: DocumentContext): Iterable<SiteFile> {
  for (const { locale, path } of document.editions) {
    yield {
      path: `${path}index.html`,
      key: key(document.stamp, locale, ...prints.filter((one) => one.locale === locale).map(({ kind }) => kind)),
      bytes: async () => {
        const live = await load();
        const edition = editionIn(live, locale);
        if (edition === undefined) throw new Error(`${document.documentId} has no ${locale} edition`);
        return renderEdition(edition, live, site);
      },
    };
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
