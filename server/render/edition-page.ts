/**
 * One edition as a page. What a publication froze is its text; what stands around it (the languages to turn to, and
 * what search engines are told) follows from which other editions of the document are live, and is rendered anew
 * whenever one of them comes or goes.
 */
import { segmentAnchor } from '../domain/anchor.ts';
import { withoutCodes } from '../domain/content.ts';
import { titleOf, type SegmentId } from '../domain/document.ts';
import type { Locale } from '../domain/locale.ts';
import type { PublishedEdition } from '../ports.ts';
import { encodePath, pathOf } from './address.ts';
import { renderText } from './blocks.ts';
import { readingMinutes, renderDay } from './dates.ts';
import { html, type Html } from './html.ts';
import { renderFacts, renderPage } from './page.ts';
import type { LiveDocument, LiveEdition } from './live-document.ts';
import type { PageSegment } from './page-segment.ts';
import { siteTitle, type SiteView } from './site-view.ts';
import { words } from './words.ts';

/** How an edition's page differs while it is only looked at. */
export interface Draft {
  readonly untranslated: ReadonlySet<SegmentId>;
}

/** The page of an edition of a document that is live, or would be: a draft stands among the editions in place of its own. */
export function renderEdition(
  edition: LiveEdition,
  { editions: others }: LiveDocument,
  site: SiteView,
  draft?: Draft,
): Uint8Array {
  const { locale } = edition;
  return renderPage(
    {
      locale,
      root: '../../',
      home: draft ? `../../${locale}/` : '../',
      title: editionTitle(edition),
      description: standfirstOf(edition),
      languages: others.map((sibling) => ({
        locale: sibling.locale,
        href: sibling.locale === locale ? './' : `../../${encodePath(pathOf(sibling))}`,
        current: sibling.locale === locale,
      })),
      head: draft
        ? html`<meta name="robots" content="noindex" /> `
        : html`${site.editionsUrl !== undefined && renderAddresses(edition, others, siteTitle(site, locale), site.editionsUrl)}`,
      main: renderArticle(edition, others, draft),
    },
    site,
  );
}

/** An edition's title without its mark-up. */
export function editionTitle({ segments }: PublishedEdition): string {
  return titleOf(segments.map(({ segment, text }) => ({ text, codes: segment.codes })));
}

/** The beginning of the text, cut after a word: what an index and a search engine show of it. */
export function standfirstOf({ segments }: PublishedEdition): string {
  const first = segments.find(({ segment }) => segment.kind === 'paragraph' && !segment.layout.quoted);
  const text = first ? withoutCodes(first.text, first.segment.codes).replace(/\s+/gu, ' ').trim() : '';
  if (text.length <= 220) return text;
  const cut = text.slice(0, 220);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 160)).toWellFormed()}…`;
}

function renderArticle(edition: PublishedEdition, others: readonly PublishedEdition[], draft: Draft | undefined): Html {
  const { locale, from } = edition;
  const items = edition.segments.map((one) => (draft ? draftItem(one, from, draft) : one));
  const { title, byline, body, footnotes } = renderText(items, locale);
  return html`<article>
      <header>${title}${byline}${renderMeta(edition, others, draft)}</header>
      ${renderNotices(edition, draft)}
      <div class="text">${body}</div>
      ${footnotes}
    </article>
    <p class="more"><a href="${draft ? `../../${locale}/` : '../'}">${words[locale].allArticles}</a></p> `;
}

/** A segment of a preview: one can be led to it, and it says when nobody has translated it yet. */
function draftItem(
  { segment, text }: PublishedEdition['segments'][number],
  from: Locale,
  { untranslated }: Draft,
): PageSegment {
  const item = { segment, text, anchor: segmentAnchor(segment.id) };
  return untranslated.has(segment.id) ? { ...item, untranslated: from } : item;
}

/** What a reader must know before reading. */
function renderNotices({ locale, segments }: PublishedEdition, draft: Draft | undefined): Html {
  const isDemo = segments.some(({ origin }) => origin?.type === 'mt' && origin.provider === 'demo');
  const notices = [draft && words[locale].preview, isDemo && words[locale].demo];
  return html`${notices.map((notice) => notice && html`<p class="notice">${notice}</p> `)}`;
}

/** When it appeared, from which language, how long it takes to read. */
function renderMeta(edition: PublishedEdition, others: readonly PublishedEdition[], draft: Draft | undefined): Html {
  const { locale, publication } = edition;
  return renderFacts([
    draft === undefined && renderDay(publication.at, locale),
    renderOrigin(edition, others),
    html`${words[locale].readingTime(readingMinutes(edition))}`,
  ]);
}

/** From which language it was translated, leading there where that edition is live too. */
function renderOrigin({ locale, from }: PublishedEdition, others: readonly PublishedEdition[]): Html | false {
  const phrase = words[locale].translatedFrom[from];
  const source = others.find((other) => other.locale === from);
  if (phrase === undefined) return false;
  return source
    ? html`<a href="../../${encodePath(pathOf(source))}" hreflang="${from}">${phrase}</a>`
    : html`${phrase}`;
}

/** What only absolute addresses can say: which address counts, and where the other languages are (RFC 8288, Open Graph). */
function renderAddresses(
  edition: PublishedEdition,
  others: readonly PublishedEdition[],
  siteName: string,
  editionsUrl: string,
): Html {
  const addressOf = (one: PublishedEdition): string => new URL(encodePath(pathOf(one)), withSlash(editionsUrl)).href;
  const byDefault = others.find(({ locale, from }) => locale === from) ?? others[0] ?? edition;
  const foreign = others.filter((other) => other !== edition);
  return html`<link rel="canonical" href="${addressOf(edition)}" />
    ${others.map((other) => html`<link rel="alternate" hreflang="${other.locale}" href="${addressOf(other)}" /> `)}<link
      rel="alternate"
      hreflang="x-default"
      href="${addressOf(byDefault)}"
    />
    <meta property="og:type" content="article" />
    <meta property="og:site_name" content="${siteName}" />
    <meta property="og:title" content="${editionTitle(edition)}" />
    <meta property="og:description" content="${standfirstOf(edition)}" />
    <meta property="og:url" content="${addressOf(edition)}" />
    <meta property="og:locale" content="${openGraphLocales[edition.locale]}" />
    ${foreign.map((other) => html`<meta property="og:locale:alternate" content="${openGraphLocales[other.locale]}" /> `)}<meta
      property="article:published_time"
      content="${edition.publication.at}"
    /> `;
}

const openGraphLocales: Readonly<Record<Locale, string>> = { en: 'en_GB', he: 'he_IL', ar: 'ar_AR' };

function withSlash(address: string): string {
  return address.endsWith('/') ? address : `${address}/`;
}
