/** Articles in a list, a page of it at a time: what an index and a tag show. */
import type { Locale } from '../domain/locale.ts';
import { encodePath } from './address.ts';
import { renderArea, rootFrom, type AreaPage } from './area-page.ts';
import { isolateRuns } from './bidi.ts';
import { renderDay, renderReadingTime } from './dates.ts';
import type { EditionHead } from './heads.ts';
import { html, type Html } from './html.ts';
import { writeNumber } from './numerals.ts';
import { renderFacts } from './page.ts';
import { pagePath, pagesOf, type ListPage } from './pagination.ts';
import type { SiteFile } from '../ports.ts';
import type { Context } from './site.ts';
import type { SiteView } from './site-view.ts';
import { siteWords } from './site-words.ts';
import { words } from './words.ts';

/** A list and the place of its front page. */
export interface ArticleList extends Omit<AreaPage, 'main' | 'head' | 'hidden'> {
  /** Newest first. */
  readonly heads: readonly EditionHead[];
  /** Under the heading of the front page. */
  readonly lead?: string;
}

/**
 * The files of a list, the oldest page first. A page's key names the articles on it and the pages beside it, and nothing
 * else of the list: a correction makes the one page anew that shows the article.
 */
export function* listFiles(list: ArticleList, { key, site }: Context): Iterable<SiteFile> {
  const around = [...list.shown, ...list.same.map(({ path }) => path)].join();
  for (const page of pagesOf(list.heads)) {
    const { number, newer, older, items } = page;
    yield {
      path: `${list.path}${pagePath(number)}index.html`,
      key: key(around, `${number} ${newer} ${older}`, ...items.map(({ stamp }) => stamp)),
      bytes: () => renderListPage(list, page, site),
    };
  }
}

function renderListPage(list: ArticleList, page: ListPage<EditionHead>, site: SiteView): Uint8Array {
  const { locale, title, lead, description, ...rest } = list;
  const { number, items } = page;
  const path = `${list.path}${pagePath(number)}`;
  const isFront = number === undefined;
  const numbered = isFront ? undefined : siteWords[locale].page(writeNumber(number, site.policies[locale]));
  return renderArea(
    {
      ...rest,
      locale,
      path,
      title: numbered === undefined ? title : `${title}, ${numbered}`,
      ...(isFront && description !== undefined && { description }),
      // The same page of another language has other articles: only front pages stand for each other.
      same: isFront ? list.same : [],
      head: renderNeighbours(page, list.path, rootFrom(path)),
      main: html`<h1>${isolateRuns(title, locale)}</h1>
        ${isFront && lead !== undefined && html`<p class="lead">${isolateRuns(lead, locale)}</p> `}${
          numbered !== undefined && html`<p class="page-number">${numbered}</p> `
        }
        ${renderEntries(items, locale, rootFrom(path), site)} ${renderPager(page, list, rootFrom(path))}`,
    },
    site,
  );
}

function renderEntries(heads: readonly EditionHead[], locale: Locale, root: string, site: SiteView): Html {
  if (heads.length === 0) return html`<p class="empty">${words[locale].noArticles}</p> `;
  return html`<ul class="index">
    ${heads.map((head) => renderEntry(head, root, site))}
  </ul> `;
}

function renderEntry(
  { locale, path, title, standfirst, at, minutes }: EditionHead,
  root: string,
  { policies }: SiteView,
): Html {
  return html`<li>
    <h2><a href="${root}${encodePath(path)}">${isolateRuns(title, locale)}</a></h2>
    ${standfirst !== '' && html`<p>${isolateRuns(standfirst, locale)}</p> `}
    ${renderFacts([renderDay(at, locale, policies[locale]), renderReadingTime(minutes, locale, policies[locale])])}
  </li> `;
}

/** For who reads the head of a page alone. */
function renderNeighbours({ newer, older }: ListPage<EditionHead>, front: string, root: string): Html {
  const address = (number: number | 'front'): string => `${root}${encodePath(`${front}${pagePath(number)}`)}`;
  return html`${newer !== undefined && html`<link rel="prev" href="${address(newer)}" /> `}${
    older !== undefined && html`<link rel="next" href="${address(older)}" /> `
  }`;
}

function renderPager({ newer, older }: ListPage<EditionHead>, { locale, path }: ArticleList, root: string): Html {
  if (newer === undefined && older === undefined) return html``;
  const { pager, newer: newerWord, older: olderWord } = siteWords[locale];
  const link = (to: number | 'front' | undefined, rel: string, name: string): Html | false =>
    to !== undefined &&
    html`<a class="${rel}" rel="${rel}" href="${root}${encodePath(`${path}${pagePath(to)}`)}">${name}</a> `;
  return html`<nav class="pager" aria-label="${pager}">
    ${link(newer, 'prev', newerWord)}${link(older, 'next', olderWord)}
  </nav> `;
}
