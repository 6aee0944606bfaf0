/**
 * What only absolute addresses can say to search engines and to who is sent a link: which address counts, and where the
 * same is in the other languages, each of which says the same of all (RFC 8288, Open Graph).
 */
import type { Locale } from '../domain/locale.ts';
import { absoluteAddress } from './address.ts';
import { html, type Html } from './html.ts';
import { siteTitle, type SiteView } from './site-view.ts';

export interface Described {
  readonly locale: Locale;
  /** In the site. */
  readonly path: string;
  readonly title: string;
  readonly description?: string;
  /** The same in each language that has it, itself among them. */
  readonly same: ReadonlyArray<{ readonly locale: Locale; readonly path: string }>;
  /** For who reads none of these; absent: the first of them. */
  readonly byDefault?: string;
}

export const openGraphLocales: Readonly<Record<Locale, string>> = { en: 'en_GB', he: 'he_IL', ar: 'ar_AR' };

/** For the head of a page; nothing where nobody knows the site's address. */
export function renderAlternates(page: Described, site: SiteView): Html {
  const { editionsUrl } = site;
  if (editionsUrl === undefined) return html``;
  const { locale, path, title, description, same, byDefault = same[0]?.path ?? path } = page;
  const addressOf = (place: string): string => absoluteAddress(editionsUrl, place);
  return html`<link rel="canonical" href="${addressOf(path)}" />
    ${same.map((one) => html`<link rel="alternate" hreflang="${one.locale}" href="${addressOf(one.path)}" /> `)}${
      same.length > 0 && html`<link rel="alternate" hreflang="x-default" href="${addressOf(byDefault)}" /> `
    }
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="${siteTitle(site, locale)}" />
    <meta property="og:title" content="${title}" />
    ${description !== undefined && html`<meta property="og:description" content="${description}" /> `}<meta
      property="og:url"
      content="${addressOf(path)}"
    />
    <meta property="og:locale" content="${openGraphLocales[locale]}" />
    ${same
      .filter((one) => one.locale !== locale)
      .map((one) => html`<meta property="og:locale:alternate" content="${openGraphLocales[one.locale]}" /> `)}`;
}
