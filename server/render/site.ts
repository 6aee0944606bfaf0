/**
 * The whole published site as a plan: every file by its path, what it depends on as a key, and how to make it. Only what
 * is not there yet under that key is ever made, so that a correction of one article in a site of thousands costs that
 * article and the lists that show it. The order is that in which a reader never meets a page before what it needs.
 *
 *   assets/…                     style sheet, fonts and their licences, named by their content
 *   <locale>/<slug>/index.html   an edition
 *   <locale>/index.html          the editions of a language, newest first
 *   index.html, 404.html
 *
 * To add what every article has: a row in `ofDocument`. To add what the site has: a row in `ofSite`.
 */
import { locales } from '../domain/locale.ts';
import type { SiteFile } from '../ports.ts';
import { renderEdition } from './edition-page.ts';
import { newestFirst, type DocumentHead, type EditionHead } from './heads.ts';
import { renderIndex, renderNotFound, renderRoot } from './index-page.ts';
import { editionIn, type LiveDocument } from './live-document.ts';
import type { SiteView } from './site-view.ts';
import { keyOf, stampOf } from './stamp.ts';

export interface SiteInput {
  /** Every document that readers see or saw, in an order that does not change. */
  readonly documents: readonly DocumentHead[];
  readonly site: SiteView;
  /** A document with its texts. Asked for only when one of its files must be made. */
  readonly load: (document: DocumentHead) => Promise<LiveDocument>;
}

/** What a row makes files from. `key` gives a file's key from the stamps of what it depends on beside the site. */
export interface Context extends SiteInput {
  readonly key: (...stamps: readonly string[]) => string;
}

type FilesOfDocument = (document: DocumentHead, context: Context) => Iterable<SiteFile>;
/** `heads`: the editions of all languages, newest first. */
type FilesOfSite = (heads: readonly EditionHead[], context: Context) => Iterable<SiteFile>;

const ofDocument: readonly FilesOfDocument[] = [pages];
const ofSite: readonly FilesOfSite[] = [indexes, entrances];

/** Every file of the site, in order. Equal keys: the same bytes. */
export function* planSite(input: SiteInput): Generator<SiteFile> {
  const { documents, site } = input;
  const siteStamp = stampOf(site);
  const context = { ...input, key: (...stamps: readonly string[]) => keyOf(siteStamp, ...stamps) };
  for (const { path, bytes } of site.theme.assets) yield { path, key: keyOf(path), bytes: () => bytes };
  for (const document of documents) {
    for (const files of ofDocument) yield* files(document, { ...context, load: once(context.load) });
  }
  const heads = newestFirst(documents.flatMap(({ editions }) => editions));
  for (const files of ofSite) yield* files(heads, context);
}

function* pages(document: DocumentHead, { key, load, site }: Context): Iterable<SiteFile> {
  for (const { locale, path } of document.editions) {
    yield {
      path: `${path}index.html`,
      key: key(document.stamp, locale),
      bytes: async () => {
        const live = await load(document);
        const edition = editionIn(live, locale);
        if (edition === undefined) throw new Error(`${document.documentId} has no ${locale} edition`);
        return renderEdition(edition, live, site);
      },
    };
  }
}

function* indexes(heads: readonly EditionHead[], { key, site }: Context): Iterable<SiteFile> {
  const shown = heads.map(({ stamp }) => stamp);
  for (const locale of locales) {
    yield { path: `${locale}/index.html`, key: key(...shown), bytes: () => renderIndex(locale, heads, site) };
  }
}

function* entrances(heads: readonly EditionHead[], { key, site }: Context): Iterable<SiteFile> {
  yield { path: 'index.html', key: key(...heads.map(({ stamp }) => stamp)), bytes: () => renderRoot(heads, site) };
  yield { path: '404.html', key: key(), bytes: () => renderNotFound(site) };
}

/** The files of one document are made from one reading of it. */
function once(load: Context['load']): Context['load'] {
  let loaded: Promise<LiveDocument> | undefined;
  return (document) => (loaded ??= load(document));
}
