/**
 * One edition as a page. What a publication froze is its text; what stands around it (the languages to turn to, and
 * what search engines are told) follows from which other editions of the document are live, and is rendered anew
 * whenever one of them comes or goes.
 */
import { segmentAnchor } from '../domain/anchor.ts';
import type { SegmentId } from '../domain/document.ts';
import type { Locale } from '../domain/locale.ts';
import type { PublishedEdition } from '../ports.ts';
import { encodePath, pathOf } from './address.ts';
import { renderArticleHead } from './article-head.ts';
import { bilingualLinks } from './bilingual-page.ts';
import { renderText } from './blocks.ts';
import { renderContents } from './contents.ts';
import { renderCorrections, renderDays } from './corrections.ts';
import { renderTranslators } from './credits.ts';
import { readingMinutes, renderReadingTime, renderTime } from './dates.ts';
import { renderDemoNotice } from './demo-text.ts';
import { renderDownloads } from './downloads.ts';
import { html, type Html } from './html.ts';
import type { LiveDocument, LiveEdition } from './live-document.ts';
import { renderFacts, renderPage } from './page.ts';
import type { PageSegment } from './page-segment.ts';
import type { SiteView } from './site-view.ts';
import { editionTitle, standfirstOf } from './summary.ts';
import { renderTags, tagsOf } from './tags-line.ts';
import { words } from './words.ts';

/** From an article's page to the root of the site. */
const root = '../../';

/** How an edition's page differs while it is only looked at. */
export interface Draft {
  readonly untranslated: ReadonlySet<SegmentId>;
}

/** The page of an edition of a document that is live, or would be: a draft stands among the editions in place of its own. */
export function renderEdition(edition: LiveEdition, document: LiveDocument, site: SiteView, draft?: Draft): Uint8Array {
  const { locale } = edition;
  return renderPage(
    {
      locale,
      root,
      home: homeOf(locale, draft),
      title: editionTitle(edition),
      digits: edition.policy.digits,
      description: standfirstOf(edition),
      languages: document.editions.map((sibling) => ({
        locale: sibling.locale,
        href: sibling.locale === locale ? './' : `${root}${encodePath(pathOf(sibling))}`,
        current: sibling.locale === locale,
      })),
      ...(draft === undefined && { pairs: bilingualLinks(edition, document, site) }),
      head: draft ? html`<meta name="robots" content="noindex" /> ` : renderArticleHead(edition, document, site),
      main: renderArticle(edition, document, site, draft),
    },
    site,
  );
}

/** A preview has an address of its own, from which the language's list is farther. */
function homeOf(locale: Locale, draft: Draft | undefined): string {
  return draft ? `${root}${locale}/` : '../';
}

function renderArticle(edition: LiveEdition, document: LiveDocument, site: SiteView, draft: Draft | undefined): Html {
  const { locale, from, policy } = edition;
  const items = edition.segments.map((one) => (draft ? draftItem(one, from, draft) : one));
  const { title, byline, body, footnotes } = renderText(items, locale, policy);
  return html`<article>
      <header>${title}${byline}${renderMeta(edition, document, site)}</header>
      ${renderNotices(edition, site, draft)}${renderContents(edition, items)}
      <div class="text">${body}</div>
      ${footnotes}${renderCorrections(edition)}${draft === undefined && renderDownloads(edition, site)}${renderTags(tagsOf(document, site, locale), locale, root)}
    </article>
    <p class="more"><a href="${homeOf(locale, draft)}">${words[locale].allArticles}</a></p> `;
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
function renderNotices(edition: LiveEdition, { settings }: SiteView, draft: Draft | undefined): Html {
  const { locale, policy, behindSince } = edition;
  const [before, after] = words[locale].outdated;
  const { preview, previewForms } = words[locale];
  const ofDraft = settings.forms.length > 0 ? `${preview} ${previewForms}` : preview;
  return html`${draft && html`<p class="notice">${ofDraft}</p> `}${renderDemoNotice(edition)}${
    settings.tellsOutdated &&
    behindSince !== undefined &&
    html`<p class="outdated">${before}${renderTime(behindSince, locale, policy)}${after}</p> `
  }`;
}

/** When it appeared, from which language and by whom it was translated, how long it takes to read. */
function renderMeta(edition: LiveEdition, document: LiveDocument, { settings }: SiteView): Html {
  const { locale, policy } = edition;
  return renderFacts([
    ...(edition.publication.n > 0 ? renderDays(edition) : []),
    renderOrigin(edition, document),
    settings.credits && renderTranslators(edition),
    renderReadingTime(readingMinutes(edition), locale, policy),
  ]);
}

/** From which language it was translated, leading there where that edition is live too. */
function renderOrigin({ locale, from }: PublishedEdition, { editions }: LiveDocument): Html | false {
  const phrase = words[locale].translatedFrom[from];
  const source = editions.find((other) => other.locale === from);
  if (phrase === undefined) return false;
  return source
    ? html`<a href="${root}${encodePath(pathOf(source))}" hreflang="${from}">${phrase}</a>`
    : html`${phrase}`;
}
