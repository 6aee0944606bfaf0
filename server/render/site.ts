/**
 * The whole published site, file by file, in an order in which a reader never meets a page before what it needs: the
 * shared files, the editions, then the pages that lead to them.
 *
 *   assets/…                     style sheet, fonts and their licences, named by their content
 *   <locale>/<slug>/index.html   an edition
 *   <locale>/index.html          the editions of a language, newest first
 *   index.html, 404.html
 *
 * Documents come one at a time and are forgotten when their pages are made, so memory stays that of one document.
 */
import { locales } from '../domain/locale.ts';
import type { EditionFile, PublishedEdition, Site } from '../ports.ts';
import { pathOf } from './address.ts';
import { assets } from './assets.ts';
import { renderEdition } from './edition-page.ts';
import { headOf, newestFirst, renderIndex, renderNotFound, renderRoot, type EditionHead } from './index-page.ts';

/** The live editions of each document, one document after the other. */
export type LiveEditions = Iterable<readonly PublishedEdition[]> | AsyncIterable<readonly PublishedEdition[]>;

/** Every file of the site. The same editions and site give the same bytes. */
export async function* renderSite(
  documents: LiveEditions,
  site: Pick<Site, 'name' | 'editionsUrl'>,
): AsyncGenerator<EditionFile> {
  yield* assets;
  const heads: EditionHead[] = [];
  for await (const editions of documents) {
    for (const edition of editions) {
      heads.push(headOf(edition));
      yield { path: `${pathOf(edition)}index.html`, bytes: renderEdition(edition, editions, site) };
    }
  }
  const ordered = newestFirst(heads);
  for (const locale of locales) {
    yield { path: `${locale}/index.html`, bytes: renderIndex(locale, ordered, site) };
  }
  yield { path: 'index.html', bytes: renderRoot(ordered, site) };
  yield { path: '404.html', bytes: renderNotFound(site) };
}
