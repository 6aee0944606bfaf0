/**
 * The pages that lead to editions: one a language, newest first; the site's first page, which leads to the languages;
 * and the page for an address that leads nowhere. They are made from the heads of editions, so that a site of thousands
 * need never be held in memory.
 */
import { directionOf, localeFacts, locales, type Locale } from '../domain/locale.ts';
import { encodePath } from './address.ts';
import { renderDay } from './dates.ts';
import type { EditionHead } from './heads.ts';
import { html, type Html } from './html.ts';
import { renderFacts, renderPage } from './page.ts';
import { siteTitle, type SiteView } from './site-view.ts';
import { words } from './words.ts';

/** Titles of each language on the site's first page. */
const shownAtRoot = 5;

/** The index of one language. `heads`: of all languages, newest first. */
export function renderIndex(locale: Locale, heads: readonly EditionHead[], site: SiteView): Uint8Array {
  const listed = heads.filter((head) => head.locale === locale);
  const empty = html`<p class="empty">${words[locale].noArticles}</p> `;
  return renderPage(
    {
      locale,
      root: '../',
      home: '../',
      title: words[locale].articles,
      languages: shownLocales(heads).map((other) => ({
        locale: other,
        href: other === locale ? './' : `../${other}/`,
        current: other === locale,
      })),
      main: html`<h1>${words[locale].articles}</h1>
        ${
          listed.length === 0
            ? empty
            : html`<ul class="index">
                ${listed.map(renderEntry)}
              </ul> `
        }`,
    },
    site,
  );
}

/** The first page of the site. */
export function renderRoot(heads: readonly EditionHead[], site: SiteView): Uint8Array {
  const sections = shownLocales(heads).map((locale) => {
    const newest = heads.filter((head) => head.locale === locale).slice(0, shownAtRoot);
    return inLanguage(
      locale,
      html`<h2>${localeFacts[locale].autonym}</h2>
        ${
          newest.length > 0
            ? html`<ul>
                ${newest.map(renderTitle)}
              </ul> `
            : html`<p class="empty">${words[locale].noArticles}</p> `
        }
        <p class="more"><a href="${locale}/" hreflang="${locale}">${words[locale].allArticles}</a></p> `,
    );
  });
  const main = html`<h1><bdi>${siteTitle(site, 'en')}</bdi></h1>
    <div class="languages-overview">${sections}</div> `;
  return renderPage({ locale: 'en', root: '', languages: [], main }, site);
}

/** The page for an address that leads nowhere. It is shown at any depth, so its addresses begin at the site's root. */
export function renderNotFound(site: SiteView): Uint8Array {
  const root = site.editionsUrl === undefined ? '/' : new URL(site.editionsUrl).pathname.replace(/\/?$/u, '/');
  const sections = locales.map((locale) =>
    inLanguage(
      locale,
      html`<h2>${words[locale].notFound}</h2>
        <p>${words[locale].notFoundHint}</p>
        <p class="more"><a href="${root}${locale}/" hreflang="${locale}">${words[locale].allArticles}</a></p> `,
    ),
  );
  const main = html`<h1>404</h1>
    <div class="languages-overview">${sections}</div> `;
  return renderPage({ locale: 'en', root, home: root, title: '404', languages: [], main }, site);
}

function inLanguage(locale: Locale, content: Html): Html {
  return html`<section lang="${locale}" dir="${directionOf(locale)}">${content}</section> `;
}

/** Languages that have something to read; all of them while none has. */
function shownLocales(heads: readonly EditionHead[]): readonly Locale[] {
  const used = locales.filter((locale) => heads.some((head) => head.locale === locale));
  return used.length > 0 ? used : locales;
}

function renderEntry({ locale, path, title, standfirst, at, minutes }: EditionHead): Html {
  return html`<li>
    <h2><a href="../${encodePath(path)}">${title}</a></h2>
    ${standfirst !== '' && html`<p>${standfirst}</p> `}
    ${renderFacts([renderDay(at, locale), html`${words[locale].readingTime(minutes)}`])}
  </li> `;
}

function renderTitle({ path, title }: EditionHead): Html {
  return html`<li><a href="${encodePath(path)}">${title}</a></li> `;
}
