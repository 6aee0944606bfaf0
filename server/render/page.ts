/**
 * What every page of the site has around its content: the head, the site's name and the languages. All addresses are
 * relative, so that the site works under any path, except those that only mean something when they are absolute.
 */
import { directionOf, localeFacts, type Locale } from '../domain/locale.ts';
import type { Policy } from '../domain/policy.ts';
import { attribute, html, htmlBytes, type Html } from './html.ts';
import { renderFeedLinks, renderNavigation } from './navigation.ts';
import { directedPart } from './plain-direction.ts';
import { pagePolicy } from './policy.ts';
import { renderSiteTitle, siteTitle, titleDirection, type SiteView } from './site-view.ts';
import { words } from './words.ts';

/** A page's way to the same thing in a language; `current` is the page itself. */
export interface LanguageLink {
  readonly locale: Locale;
  readonly href: string;
  readonly current: boolean;
}

export interface Page {
  readonly locale: Locale;
  /** From this page to the root of the site: `../../`. */
  readonly root: string;
  /** It belongs to no language: nothing of one language's site stands at its end. */
  readonly multilingual?: true;
  /** Where the site's name leads; absent where the page itself is headed by it. */
  readonly home?: string;
  readonly title?: string;
  /** In which its pages are numbered on paper, where not in 0–9. */
  readonly digits?: Policy['digits'];
  readonly description?: string;
  readonly languages: readonly LanguageLink[];
  /** Ways to pages in two languages at once. */
  readonly pairs?: readonly Html[];
  readonly head?: Html;
  readonly main: Html;
}

/** A whole page as bytes; the same page and site give the same bytes. */
export function renderPage(page: Page, site: SiteView): Uint8Array {
  const { locale, root, main } = page;
  const { theme } = site;
  return htmlBytes(
    html`<!doctype html>
      <html
        lang="${locale}"
        dir="${directionOf(locale)}"
        ${attribute('data-title', page.title)}${page.digits === 'arab' && html` data-digits="arab"`}
      >
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content="${pagePolicy}" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="referrer" content="no-referrer" />
          <meta name="color-scheme" content="light dark" />
          <title>${windowTitle(page.title, locale, site)}</title>
          ${page.description !== undefined && html`<meta name="description" content="${page.description}" /> `}${theme.fontsOf(locale).map((font) => html`<link rel="preload" href="${root}${font}" as="font" type="font/woff2" crossorigin /> `)}
          <link rel="stylesheet" href="${root}${theme.styleSheetPath}" />
          ${page.head}${!page.multilingual && renderFeedLinks(locale, root, siteTitle(site, locale))}
        </head>
        <body>
          <a class="skip" href="#text">${words[locale].skipToText}</a>
          ${renderHeader(page, site)}
          <main id="text">${main}</main>
          ${!page.multilingual && renderNavigation(locale, root, site)}
        </body>
      </html> `,
  );
}

function renderHeader(page: Page, site: SiteView): Html {
  if (page.home === undefined) return html``;
  return html`<header class="site">
    <a class="name" href="${page.home}">${renderSiteTitle(site, page.locale)}</a>
    ${renderLanguages(page)}
  </header>`;
}

/** Small facts about an article in one line, dots between them. */
export function renderFacts(facts: readonly (Html | false)[]): Html {
  return html`<div class="meta-line">
    <ul class="meta">
      ${facts.map((fact) => fact && html`<li>${fact}</li> `)}
    </ul>
  </div>`;
}

/** The languages a reader can turn to, each in its own name. */
function renderLanguages({ locale, languages, pairs = [] }: Page): Html {
  if (languages.length < 2) return html``;
  return html`<nav class="languages" aria-label="${words[locale].languages}">
    <ul>
      ${languages.map((language) => html`<li>${renderLanguage(language)}</li> `)}${pairs.map((link) => html`<li class="both">${link}</li> `)}
    </ul>
  </nav> `;
}

function renderLanguage({ locale, href, current }: LanguageLink): Html {
  const { autonym, direction } = localeFacts[locale];
  return html`<a
    href="${href}"
    hreflang="${locale}"
    lang="${locale}"
    dir="${direction}"
    ${current && html` aria-current="page"`}
    >${autonym}</a
  >`;
}

/** A title bar has no `dir`: each part is isolated by characters. */
function windowTitle(title: string | undefined, locale: Locale, site: SiteView): string {
  const name = siteTitle(site, locale);
  if (title === undefined) return name;
  return `${directedPart(title, directionOf(locale))} · ${directedPart(name, titleDirection(site, locale))}`;
}
