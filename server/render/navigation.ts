/**
 * What a language of the site has beside its articles. Each page leads there at its end, so which of these there are
 * depends on the settings alone, never on the articles: publishing one would change every page otherwise.
 * To add a part of the site: a row in `areas`.
 */
import type { Locale } from '../domain/locale.ts';
import { html, type Html } from './html.ts';
import type { SiteView } from './site-view.ts';
import { namedTags } from './tags-line.ts';
import { siteWords, type SiteWords } from './site-words.ts';
import { words } from './words.ts';

interface Area {
  /** Beneath the language's own folder. */
  readonly path: string;
  readonly name: (locale: Locale, words: SiteWords) => string;
  readonly isThere: (site: SiteView, locale: Locale) => boolean;
  /** What it is, where it is no page. */
  readonly type?: string;
}

const always = () => true;

const areas: readonly Area[] = [
  { path: '', name: (locale) => words[locale].articles, isThere: always },
  { path: 'archive/', name: (_, { archive }) => archive, isThere: always },
  { path: 'tags/', name: (_, { tags }) => tags, isThere: (site, locale) => namedTags(site, locale).length > 0 },
  { path: 'about/', name: (_, { about }) => about, isThere: ({ about }, locale) => about[locale] !== undefined },
  { path: 'feed.xml', name: (_, { feed }) => feed, isThere: always, type: 'application/atom+xml' },
];

/** The links at the end of a page. `root`: from the page to the root of the site. */
export function renderNavigation(locale: Locale, root: string, site: SiteView): Html {
  const there = areas.filter(({ isThere }) => isThere(site, locale));
  return html`<footer class="site-end">
    <nav aria-label="${siteWords[locale].siteNavigation}">
      <ul>
        ${there.map(
          ({ path, name, type }) =>
            html`<li>
              <a href="${root}${locale}/${path}" ${type !== undefined && html` type="${type}"`}
                >${name(locale, siteWords[locale])}</a
              >
            </li> `,
        )}
      </ul>
    </nav>
  </footer>`;
}

/** What a feed reader looks for in a page's head. */
export function renderFeedLinks(locale: Locale, root: string, title: string): Html {
  return html`<link rel="alternate" type="application/atom+xml" title="${title}" href="${root}${locale}/feed.xml" />
    <link rel="alternate" type="application/feed+json" title="${title}" href="${root}${locale}/feed.json" />`;
}
