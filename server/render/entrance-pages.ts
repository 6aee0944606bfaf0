/** The pages that belong to no language: the site's first page, and the one for an address that leads nowhere. */
import { directionOf, localeFacts, locales, type Locale } from '../domain/locale.ts';
import type { SiteFile } from '../ports.ts';
import { encodePath } from './address.ts';
import { inLanguage, shownLocales } from './area-page.ts';
import { renderAlternates } from './alternates.ts';
import { isolateRuns } from './bidi.ts';
import type { EditionHead } from './heads.ts';
import { html, type Html } from './html.ts';
import { renderFeedLinks } from './navigation.ts';
import { renderPage } from './page.ts';
import type { Context } from './site.ts';
import { siteTitle, type SiteView } from './site-view.ts';
import { words } from './words.ts';

/** Titles of each language on the site's first page. */
const shownAtRoot = 5;

/** `heads`: of all languages, newest first. */
export function* entrances(heads: readonly EditionHead[], { key, site }: Context): Iterable<SiteFile> {
  const sections = shownLocales(heads).map((locale) => ({
    locale,
    newest: inLanguage(heads, locale).slice(0, shownAtRoot),
  }));
  const shown = sections.flatMap(({ locale, newest }) => [locale, ...newest.map(({ stamp }) => stamp)]);
  yield { path: 'index.html', key: key(...shown), bytes: () => renderRoot(sections, site) };
  yield { path: '404.html', key: key(), bytes: () => renderNotFound(site) };
}

interface Section {
  readonly locale: Locale;
  readonly newest: readonly EditionHead[];
}

function renderRoot(sections: readonly Section[], site: SiteView): Uint8Array {
  const title = siteTitle(site, 'en');
  const same = sections.map(({ locale }) => ({ locale, path: `${locale}/` }));
  const main = html`<h1 class="titles">${renderTitles(sections, site)}</h1>
    <div class="languages-overview">${sections.map((section) => renderSection(section, site))}</div> `;
  return renderPage(
    {
      locale: 'en',
      root: '',
      multilingual: true,
      languages: [],
      head: html`${renderAlternates({ locale: 'en', path: '', title, same, byDefault: '' }, site)}${sections.map(
        ({ locale }) => renderFeedLinks(locale, '', siteTitle(site, locale)),
      )}`,
      main,
    },
    site,
  );
}

/** What the site is called, a line for each language in which it is called otherwise. */
function renderTitles(sections: readonly Section[], site: SiteView): Html {
  const titles = sections
    .map(({ locale }) => ({ locale, title: siteTitle(site, locale) }))
    .filter(({ title }, at, all) => all.findIndex((one) => one.title === title) === at);
  return html`${titles.map(({ locale, title }) => html`${isolated(title, locale)} `)}`;
}

function isolated(title: string, locale: Locale): Html {
  return html`<bdi lang="${locale}" dir="${directionOf(locale)}">${title}</bdi>`;
}

function renderSection({ locale, newest }: Section, site: SiteView): Html {
  const description = site.settings.descriptions[locale];
  return renderIn(
    locale,
    html`<h2>${localeFacts[locale].autonym}</h2>
      ${description && html`<p class="lead">${isolateRuns(description, locale)}</p> `}${
        newest.length > 0
          ? html`<ul>
              ${newest.map(renderTitle)}
            </ul> `
          : html`<p class="empty">${words[locale].noArticles}</p> `
      }
      <p class="more"><a href="${locale}/" hreflang="${locale}">${words[locale].allArticles}</a></p> `,
  );
}

/** It is shown at any depth, so its addresses begin at the site's root. */
function renderNotFound(site: SiteView): Uint8Array {
  const root = site.editionsUrl === undefined ? '/' : new URL(site.editionsUrl).pathname.replace(/\/?$/u, '/');
  const sections = locales.map((locale) =>
    renderIn(
      locale,
      html`<h2>${words[locale].notFound}</h2>
        <p>${words[locale].notFoundHint}</p>
        <p class="more"><a href="${root}${locale}/" hreflang="${locale}">${words[locale].allArticles}</a></p> `,
    ),
  );
  const main = html`<h1>404</h1>
    <div class="languages-overview">${sections}</div> `;
  return renderPage({ locale: 'en', root, home: root, multilingual: true, title: '404', languages: [], main }, site);
}

function renderIn(locale: Locale, content: Html): Html {
  return html`<section lang="${locale}" dir="${directionOf(locale)}">${content}</section> `;
}

function renderTitle({ locale, path, title }: EditionHead): Html {
  return html`<li><a href="${encodePath(path)}">${isolateRuns(title, locale)}</a></li> `;
}
