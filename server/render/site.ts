/**
 * The whole published site as a plan: every file by its path, what it depends on as a key, and how to make it. Only what
 * is not there yet under that key is ever made, so that a correction of one article in a site of thousands costs that
 * article and the lists that show it. The order is that in which a reader never meets a page before what it needs.
 *
 *   assets/…                     style sheet, fonts and their licences, named by their content
 *   <locale>/<slug>/…epub, …     other forms of an edition
 *   <locale>/<slug>/index.html   an edition
 *   <locale>/index.html          the editions of a language, newest first
 *   index.html, 404.html
 *
 * To add what every article has: a row in `ofDocument`. To add what the site has: a row in `ofSite`.
 */
import { locales } from '../domain/locale.ts';
import type { SiteFile } from '../ports.ts';
import { formFiles } from './edition-forms.ts';
import { renderEdition } from './edition-page.ts';
import { newestFirst, type DocumentHead, type EditionHead } from './heads.ts';
import { renderIndex, renderNotFound, renderRoot } from './index-page.ts';
import { editionIn, type LiveDocument } from './live-document.ts';
import type { SiteView } from './site-view.ts';
import { keyOf, stampOf } from './stamp.ts';

/** A document that readers see or saw. */
export interface SiteDocument {
  readonly head: DocumentHead;
  /** With its texts. Asked for only when one of its files must be made, and forgotten before the next document. */
  readonly load: () => Promise<LiveDocument>;
}

export interface SiteInput {
  /** In an order that does not change. */
  readonly documents: Iterable<SiteDocument> | AsyncIterable<SiteDocument>;
  readonly site: SiteView;
}

/** What a row makes files from. `key` gives a file's key from the stamps of what it depends on beside the site. */
export interface Context {
  readonly site: SiteView;
  readonly key: (...stamps: readonly string[]) => string;
}

/** `load` gives the document with its texts, read once for all its files. */
export interface DocumentContext extends Context {
  readonly load: () => Promise<LiveDocument>;
}

export interface SiteContext extends Context {
  /** All of them. */
  readonly documents: readonly DocumentHead[];
}

type FilesOfDocument = (document: DocumentHead, context: DocumentContext) => Iterable<SiteFile>;
/** `heads`: the editions of all languages, newest first. */
type FilesOfSite = (heads: readonly EditionHead[], context: SiteContext) => Iterable<SiteFile>;

const ofDocument: readonly FilesOfDocument[] = [formFiles, pages];
const ofSite: readonly FilesOfSite[] = [indexes, entrances];

/** Every file of the site, in order. Equal keys: the same bytes. */
export async function* planSite({ documents, site }: SiteInput): AsyncGenerator<SiteFile> {
  const siteStamp = stampOf(site);
  const context = { site, key: (...stamps: readonly string[]) => keyOf(siteStamp, ...stamps) };
  for (const { path, bytes } of site.theme.assets) yield { path, key: keyOf(path), bytes: () => bytes };
  const heads: DocumentHead[] = [];
  for await (const { head, load } of documents) {
    heads.push(head);
    const inDocument = { ...context, load: once(load) };
    for (const files of ofDocument) yield* files(head, inDocument);
  }
  const newest = newestFirst(heads.flatMap(({ editions }) => editions));
  for (const files of ofSite) yield* files(newest, { ...context, documents: heads });
}

function* pages(document: DocumentHead, { key, load, site }: DocumentContext): Iterable<SiteFile> {
  for (const { locale, path } of document.editions) {
    yield {
      path: `${path}index.html`,
      key: key(document.stamp, locale),
      bytes: async () => {
        const live = await load();
        const edition = editionIn(live, locale);
        if (edition === undefined) throw new Error(`${document.documentId} has no ${locale} edition`);
        return renderEdition(edition, live, site);
      },
    };
  }
}

function* indexes(heads: readonly EditionHead[], { key, site }: SiteContext): Iterable<SiteFile> {
  const shown = heads.map(({ stamp }) => stamp);
  for (const locale of locales) {
    yield { path: `${locale}/index.html`, key: key(...shown), bytes: () => renderIndex(locale, heads, site) };
  }
}

function* entrances(heads: readonly EditionHead[], { key, site }: SiteContext): Iterable<SiteFile> {
  yield { path: 'index.html', key: key(...heads.map(({ stamp }) => stamp)), bytes: () => renderRoot(heads, site) };
  yield { path: '404.html', key: key(), bytes: () => renderNotFound(site) };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
