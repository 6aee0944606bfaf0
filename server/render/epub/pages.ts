/**
 * The pages of a book: its title page, table of contents, chapters and notes, each a file of XHTML. They are written by the
 * same code as the site's pages; an e-book's reader wants to be told what each part is (EPUB Structural Semantics).
 */
import { directionOf, type Locale } from '../../domain/locale.ts';
import { isolateRuns } from '../bidi.ts';
import type { TextWriter } from '../blocks.ts';
import { renderCorrections } from '../corrections.ts';
import { renderTranslators } from '../credits.ts';
import { renderDay } from '../dates.ts';
import { demoNotice } from '../demo-text.ts';
import { formWords } from '../form-words.ts';
import { html, htmlBytes, type Html } from '../html.ts';
import type { ReadEdition } from '../live-document.ts';
import { renderSiteTitle, type SiteView } from '../site-view.ts';
import { words } from '../words.ts';
import type { Chapter, Heading } from './chapters.ts';

export const files = {
  nav: 'nav.xhtml',
  title: 'title.xhtml',
  notes: 'notes.xhtml',
  corrections: 'corrections.xhtml',
  style: 'book.css',
} as const;

export function bookPage(locale: Locale, title: string, body: Html): Uint8Array {
  return htmlBytes(
    html`<?xml version="1.0" encoding="utf-8"?>
      <html
        xmlns="http://www.w3.org/1999/xhtml"
        xmlns:epub="http://www.idpf.org/2007/ops"
        lang="${locale}"
        xml:lang="${locale}"
        dir="${directionOf(locale)}"
      >
        <head>
          <meta charset="utf-8" />
          <title>${title}</title>
          <link rel="stylesheet" type="text/css" href="${files.style}" />
        </head>
        <body dir="${directionOf(locale)}">
          ${body}
        </body>
      </html> `,
  );
}

/** What the book is, who made it and from what. */
export function titlePage(edition: ReadEdition, writer: TextWriter, title: string, site: SiteView): Uint8Array {
  const { locale, from, publication, policy } = edition;
  const facts = [
    words[locale].translatedFrom[from],
    site.settings.credits && renderTranslators(edition),
    publication.n > 0 && renderDay(publication.at, locale, policy),
    renderSiteTitle(site, locale),
    demoNotice(edition),
  ];
  return bookPage(
    locale,
    title,
    html`<section epub:type="titlepage" class="title-page">
      ${writer.title(files.title)}${writer.byline(files.title)}
      <div class="about">${facts.map((fact) => fact && html`<p>${fact}</p> `)}</div>
    </section>`,
  );
}

export function chapterPage({ file, items, title }: Chapter, writer: TextWriter, of: Book): Uint8Array {
  return bookPage(
    of.locale,
    title ?? of.title,
    html`<section epub:type="${of.chapters.length > 1 ? 'chapter' : 'bodymatter'}">
      ${writer.blocks(items, file)}
    </section>`,
  );
}

export function notesPage(notes: Html, { locale }: Book): Uint8Array {
  return bookPage(
    locale,
    words[locale].footnotes,
    html`<h2>${words[locale].footnotes}</h2>
      ${notes}`,
  );
}

/** What was corrected since it first appeared, as the article's page has it at its end. */
export function correctionsPage(edition: ReadEdition): Uint8Array {
  return bookPage(edition.locale, words[edition.locale].corrections, renderCorrections(edition));
}

export interface Book {
  readonly locale: Locale;
  readonly title: string;
  readonly chapters: readonly Chapter[];
  readonly hasNotes: boolean;
  readonly hasCorrections: boolean;
}

/** The table of contents, and the landmarks by which a reading device finds its way. */
export function navPage({ locale, title, chapters, hasNotes, hasCorrections }: Book): Uint8Array {
  const { titlePage: titlePageName, startOfText } = formWords[locale];
  const { contents, corrections, footnotes } = words[locale];
  const [first] = chapters;
  const opening = first && first.title === undefined && [{ level: 2, title, href: first.file }];
  const entries = [
    ...(opening || []),
    ...chapters.flatMap(({ headings }) => headings),
    ...(hasNotes ? [{ level: 2, title: footnotes, href: files.notes }] : []),
    ...(hasCorrections ? [{ level: 2, title: corrections, href: files.corrections }] : []),
  ];
  const landmarks = [
    { type: 'titlepage', href: files.title, name: titlePageName },
    ...(chapters.length > 1 ? [{ type: 'toc', href: `${files.nav}#contents`, name: contents }] : []),
    ...(first ? [{ type: 'bodymatter', href: first.file, name: startOfText }] : []),
  ];
  return bookPage(
    locale,
    contents,
    html`<nav epub:type="toc" role="doc-toc" id="contents" aria-labelledby="contents-title">
        <h2 id="contents-title">${contents}</h2>
        ${renderTree(entries.length > 0 ? entries : [{ level: 2, title, href: files.title }], locale)}
      </nav>
      <nav epub:type="landmarks" hidden="">
        <ol>
          ${landmarks.map(({ type, href, name }) => html`<li><a epub:type="${type}" href="${href}">${name}</a></li> `)}
        </ol>
      </nav>`,
  );
}

/** Headings as a list of lists: what is deeper than the one before it belongs to that one. */
function renderTree(entries: readonly Heading[], locale: Locale): Html {
  const shallowest = Math.min(...entries.map(({ level }) => level));
  const branches: Heading[][] = [];
  for (const entry of entries) {
    const branch = branches.at(-1);
    if (branch === undefined || entry.level === shallowest || entry.level <= (branch[0]?.level ?? 0)) {
      branches.push([entry]);
    } else branch.push(entry);
  }
  return html`<ol>
    ${branches.map(
      ([head, ...below]) =>
        head &&
        html`<li>
          <a href="${head.href}">${isolateRuns(head.title, locale)}</a>${below.length > 0 && renderTree(below, locale)}
        </li> `,
    )}
  </ol>`;
}
