/**
 * Addresses that readers know and that lead to no article now: of an edition that was withdrawn, and of one whose
 * article is called otherwise. A host of files can only show a page there, which search engines are told to forget; the
 * rules say the same to servers that can answer with a status (`domain/site-rules.ts`).
 */
import { directionOf, localeFacts, type Locale } from '../domain/locale.ts';
import { rulesFile, writeRules, type SiteRule } from '../domain/site-rules.ts';
import { reservedSlugs } from '../domain/slug.ts';
import type { SiteFile } from '../ports.ts';
import { absoluteAddress, encodePath, pathOf } from './address.ts';
import { renderArea, rootFrom } from './area-page.ts';
import { isolateRuns } from './bidi.ts';
import type { DocumentHead, EditionHead } from './heads.ts';
import { html, type Html } from './html.ts';
import { editionIn } from './live-document.ts';
import type { Context, SiteContext } from './site.ts';
import type { SiteView } from './site-view.ts';
import { siteWords } from './site-words.ts';
import { digest } from './stamp.ts';
import { words } from './words.ts';

/** The pages of a document that say where something has gone. */
export function* gonePages(document: DocumentHead, { key, site }: Context): Iterable<SiteFile> {
  const { stamp } = document;
  for (const { locale, path } of goneOf(document)) {
    yield {
      path: `${path}index.html`,
      key: key('withdrawn', stamp, locale),
      bytes: () => renderWithdrawn(document, locale, path, site),
    };
  }
  for (const { from, to, locale } of movesOf(document)) {
    yield {
      path: `${from}index.html`,
      key: key('moved', stamp, locale),
      bytes: () => renderMoved(from, to, locale, editionIn(document, locale), site),
    };
  }
}

/** The file of rules; there is none while nothing was withdrawn or renamed, so that an operator may have their own. */
export function* rules(_: readonly EditionHead[], { key, documents }: SiteContext): Iterable<SiteFile> {
  const text = writeRules(documents.flatMap(rulesOf));
  if (text === '') return;
  yield { path: rulesFile, key: key(digest(text)), bytes: () => new TextEncoder().encode(text) };
}

function rulesOf(document: DocumentHead): SiteRule[] {
  return [
    ...movesOf(document).map(({ from, to }) => ({ from, to, status: 301 as const })),
    ...goneOf(document).map(({ path }) => ({ from: path, to: path, status: 410 as const })),
  ];
}

interface Gone {
  readonly locale: Locale;
  readonly path: string;
}

/** Where a withdrawn edition was. In a place that has become the site's own stands what belongs there. */
function goneOf({ slug, withdrawn }: DocumentHead): Gone[] {
  return reservedSlugs.has(slug) ? [] : withdrawn.map((locale) => ({ locale, path: pathOf({ locale, slug }) }));
}

interface Move {
  readonly locale: Locale;
  readonly from: string;
  readonly to: string;
}

/** From each former name that is not the site's own to the present one, in each language that readers see or saw. */
function movesOf({ slug, formerSlugs, editions, withdrawn }: DocumentHead): Move[] {
  const known = [...editions.map(({ locale }) => locale), ...withdrawn];
  const former = [...new Set(formerSlugs)].filter((one) => one !== slug && !reservedSlugs.has(one));
  return former.flatMap((one) =>
    known.map((locale) => ({ locale, from: pathOf({ locale, slug: one }), to: pathOf({ locale, slug }) })),
  );
}

function renderWithdrawn({ editions }: DocumentHead, locale: Locale, path: string, site: SiteView): Uint8Array {
  const { withdrawn: title, withdrawnHint, stillIn } = siteWords[locale];
  const root = rootFrom(path);
  const main = html`<h1>${title}</h1>
    <p>${withdrawnHint}</p>
    ${
      editions.length > 0 &&
      html`<p>${stillIn}</p>
        <ul>
          ${editions.map((edition) => html`<li>${renderEditionLink(edition, root)}</li> `)}
        </ul> `
    }
    <p class="more"><a href="${root}${locale}/">${words[locale].allArticles}</a></p> `;
  return renderArea({ locale, path, title, shown: [], same: [], hidden: true, main }, site);
}

function renderEditionLink({ locale, path, title }: EditionHead, root: string): Html {
  const { autonym } = localeFacts[locale];
  return html`<a href="${root}${encodePath(path)}" hreflang="${locale}" lang="${locale}" dir="${directionOf(locale)}"
    >${autonym}: ${isolateRuns(title, locale)}</a
  >`;
}

function renderMoved(
  from: string,
  to: string,
  locale: Locale,
  edition: EditionHead | undefined,
  site: SiteView,
): Uint8Array {
  const { moved: title, movedTo } = siteWords[locale];
  const address = `${rootFrom(from)}${encodePath(to)}`;
  const counts = site.editionsUrl === undefined ? undefined : absoluteAddress(site.editionsUrl, to);
  const head = html`<meta http-equiv="refresh" content="0; url=${address}" />
    ${counts !== undefined && html`<link rel="canonical" href="${counts}" /> `}`;
  const main = html`<h1>${title}</h1>
    <p>
      ${movedTo} <a href="${address}">${edition ? isolateRuns(edition.title, locale) : html`<bdi>${to}</bdi>`}</a>
    </p> `;
  return renderArea({ locale, path: from, title, shown: [], same: [], hidden: true, head, main }, site);
}
