/**
 * Two editions of an article on one page, paragraph beside paragraph where there is room and one below the other where
 * there is none, each in its own language and direction. Readers who know one language learn from it, and those who know
 * both compare. Search engines are led to the edition itself.
 */
import { directionOf, localeFacts, type Locale } from '../domain/locale.ts';
import { pathOf, encodePath } from './address.ts';
import { rowsOf } from './alignment.ts';
import { textWriter, type TextWriter } from './blocks.ts';
import { demoNotice, renderDemoNotice } from './demo-text.ts';
import { html, type Html } from './html.ts';
import { editionIn, type LiveDocument, type LiveEdition } from './live-document.ts';
import { addressOf } from './outward-links.ts';
import { renderPage } from './page.ts';
import type { PageSegment } from './page-segment.ts';
import type { DocumentHead } from './heads.ts';
import type { DocumentContext } from './site.ts';
import type { SiteFile } from '../ports.ts';
import type { SiteView } from './site-view.ts';
import { editionTitle, standfirstOf } from './summary.ts';

const root = '../../../';

/** Where an edition's page with another language is, seen from the edition's own: `with-en/`. */
export function pathWith(other: Locale): string {
  return `with-${other}/`;
}

/** A page for each ordered pair of a document's editions, where the site has such pages. */
export function* bilingualPages(document: DocumentHead, { key, load, site }: DocumentContext): Iterable<SiteFile> {
  if (!site.settings.bilingual) return;
  for (const { locale, path } of document.editions) {
    for (const { locale: other } of document.editions.filter((head) => head.locale !== locale)) {
      yield {
        path: `${path}${pathWith(other)}index.html`,
        key: key(document.stamp, locale, other),
        bytes: async () => {
          const live = await load();
          const [edition, second] = [editionIn(live, locale), editionIn(live, other)];
          if (!edition || !second) throw new Error(`${document.documentId} has no ${locale} or no ${other} edition`);
          return renderBilingual(edition, second, live, site);
        },
      };
    }
  }
}

/** The page of an edition with another beside it. */
export function renderBilingual(
  edition: LiveEdition,
  second: LiveEdition,
  { editions }: LiveDocument,
  site: SiteView,
): Uint8Array {
  const { locale } = edition;
  const canonical = addressOf(edition, site);
  return renderPage(
    {
      locale,
      root,
      home: '../../',
      title: editionTitle(edition),
      digits: edition.policy.digits,
      description: standfirstOf(edition),
      languages: editions.map((one) => ({
        locale: one.locale,
        href: one.locale === locale ? '../' : `${root}${encodePath(pathOf(one))}`,
        current: false,
      })),
      head: html`<meta name="robots" content="noindex" />
        ${canonical !== undefined && html`<link rel="canonical" href="${canonical}" /> `}${preloadFonts(second.locale, site)}`,
      main: renderPair(edition, second),
    },
    site,
  );
}

/** The page asks for the fonts of its own language by itself. */
function preloadFonts(locale: Locale, { theme }: SiteView): Html {
  const links = theme
    .fontsOf(locale)
    .map((font) => html`<link rel="preload" href="${root}${font}" as="font" type="font/woff2" crossorigin /> `);
  return html`${links}`;
}

interface Side {
  readonly edition: LiveEdition;
  readonly writer: TextWriter;
  /** What the rows consist of: no title, no byline, no notes. */
  readonly items: readonly PageSegment[];
}

function renderPair(edition: LiveEdition, second: LiveEdition): Html {
  const [ours, theirs] = [sideOf(edition), sideOf(second)];
  const rows = rowsOf(
    { items: ours.items, sourceVersion: edition.publication.sourceVersion },
    { items: theirs.items, sourceVersion: second.publication.sourceVersion },
  );
  const head = pair(
    [ours, html`${ours.writer.title()}${ours.writer.byline()}`],
    [theirs, html`${theirs.writer.blocks(second.segments.slice(0, 1))}${theirs.writer.byline()}`],
  );
  const notices = [renderDemoNotice(edition), renderDemoNotice(second)] as const;
  const body = rows.map((row) =>
    pair([ours, ours.writer.blocks(row.first)], [theirs, theirs.writer.blocks(row.second)], {
      isEmpty: [row.first.length === 0, row.second.length === 0],
    }),
  );
  const [notes, otherNotes] = [ours.writer.footnotes(), theirs.writer.footnotes()];
  return html`<article class="bilingual">
    <header>${head}</header>
    ${pair([ours, notices[0]], [theirs, notices[1]], { isEmpty: [!demoNotice(edition), !demoNotice(second)] })}
    ${body}${pair([ours, notes], [theirs, otherNotes], { isEmpty: [!hasNotes(edition), !hasNotes(second)] })}
  </article> `;
}

function sideOf(edition: LiveEdition): Side {
  const { segments, locale, policy } = edition;
  const writer = textWriter(segments, locale, { prefix: `${locale}-`, file: '', isBook: false }, policy);
  return { edition, writer, items: writer.below.filter(({ segment }) => segment.kind !== 'footnote') };
}

function pair(
  first: readonly [Side, Html],
  second: readonly [Side, Html],
  { isEmpty }: { readonly isEmpty: readonly [boolean, boolean] } = { isEmpty: [false, false] },
): Html {
  if (isEmpty[0] && isEmpty[1]) return html``;
  return html`<div class="pair">
    ${[first, second].map(([{ edition }, content], at) => renderSide(edition.locale, content, isEmpty[at] ?? false))}
  </div> `;
}

/** A side that has nothing keeps its place, so that the other stays on its own. */
function renderSide(locale: Locale, content: Html, isEmpty: boolean): Html {
  return isEmpty
    ? html`<div class="none"></div> `
    : html`<div lang="${locale}" dir="${directionOf(locale)}">${content}</div> `;
}

function hasNotes({ segments }: LiveEdition): boolean {
  return segments.some(({ segment }) => segment.kind === 'footnote');
}

/** The ways from an edition's page to those with another language, for the list of languages. */
export function bilingualLinks(edition: LiveEdition, { editions }: LiveDocument, { settings }: SiteView): Html[] {
  if (!settings.bilingual) return [];
  const name = (locale: Locale): Html =>
    html`<span lang="${locale}" dir="${directionOf(locale)}">${localeFacts[locale].autonym}</span>`;
  return editions
    .filter(({ locale }) => locale !== edition.locale)
    .map(({ locale }) => html`<a href="${pathWith(locale)}">${name(edition.locale)} + ${name(locale)}</a>`);
}
