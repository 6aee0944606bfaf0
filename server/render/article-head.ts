/**
 * What the head of an article's page tells machines: search engines, and programs that show a link. Addresses among it
 * are absolute, or nothing is said of them (RFC 8288, Open Graph, schema.org).
 *
 * To tell them more: a function here, and its name in `tells`.
 */
import { absoluteAddress, pathOf } from './address.ts';
import { openGraphLocales } from './alternates.ts';
import { cardSize } from './card.ts';
import { html, type Html } from './html.ts';
import type { LiveDocument, LiveEdition } from './live-document.ts';
import { siteTitle, type SiteView } from './site-view.ts';
import { structuredData } from './structured-data.ts';
import { editionTitle, standfirstOf } from './summary.ts';

type Tell = (edition: LiveEdition, document: LiveDocument, site: SiteView) => Html;

const tells: readonly Tell[] = [languageAddresses, openGraph, sharedPicture, structuredData];

/** The article's part of its page's head. */
export function renderArticleHead(edition: LiveEdition, document: LiveDocument, site: SiteView): Html {
  return html`${tells.map((tell) => tell(edition, document, site))}`;
}

/** Which address counts, and where the other languages are: every edition names all of them, itself too. */
function languageAddresses(edition: LiveEdition, { editions }: LiveDocument, { editionsUrl }: SiteView): Html {
  if (editionsUrl === undefined) return html``;
  const addressOf = (one: LiveEdition): string => absoluteAddress(editionsUrl, pathOf(one));
  const byDefault = editions.find(({ locale, from }) => locale === from) ?? editions[0] ?? edition;
  return html`<link rel="canonical" href="${addressOf(edition)}" />
    ${editions.map((one) => html`<link rel="alternate" hreflang="${one.locale}" href="${addressOf(one)}" /> `)}<link
      rel="alternate"
      hreflang="x-default"
      href="${addressOf(byDefault)}"
    /> `;
}

function openGraph(edition: LiveEdition, { editions }: LiveDocument, site: SiteView): Html {
  const { locale, publication, history } = edition;
  if (site.editionsUrl === undefined) return html``;
  const foreign = editions.filter((other) => other.locale !== locale);
  return html`<meta property="og:type" content="article" />
    <meta property="og:site_name" content="${siteTitle(site, locale)}" />
    <meta property="og:title" content="${editionTitle(edition)}" />
    <meta property="og:description" content="${standfirstOf(edition)}" />
    <meta property="og:url" content="${absoluteAddress(site.editionsUrl, pathOf(edition))}" />
    <meta property="og:locale" content="${openGraphLocales[locale]}" />
    ${foreign.map((other) => html`<meta property="og:locale:alternate" content="${openGraphLocales[other.locale]}" /> `)}<meta
      property="article:published_time"
      content="${history[0]?.at ?? publication.at}"
    />
    <meta property="article:modified_time" content="${publication.at}" /> `;
}

/** What is shown with the link: a picture of the title once it is printed, till then one that all articles share. */
function sharedPicture(edition: LiveEdition, _: LiveDocument, { editionsUrl, theme }: SiteView): Html {
  const { card } = edition.prints ?? {};
  if (editionsUrl === undefined) return html``;
  const picture = card === undefined ? theme.cardPath : `${pathOf(edition)}${card}`;
  return html`<meta property="og:image" content="${absoluteAddress(editionsUrl, picture)}" />
    <meta property="og:image:type" content="image/png" />
    <meta property="og:image:width" content="${cardSize.width}" />
    <meta property="og:image:height" content="${cardSize.height}" />
    <meta property="og:image:alt" content="${editionTitle(edition)}" />
    <meta name="twitter:card" content="summary_large_image" /> `;
}
