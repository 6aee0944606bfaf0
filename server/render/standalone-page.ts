/**
 * An edition as one file to hand on: the text with its language, direction and structure, and nothing that it would
 * have to fetch. Whoever receives it sets it in their own style.
 */
import { directionOf } from '../domain/locale.ts';
import { renderText } from './blocks.ts';
import { renderDemoNotice } from './demo-text.ts';
import { html, htmlBytes } from './html.ts';
import type { ReadEdition } from './live-document.ts';
import { editionTitle } from './summary.ts';

/** The bytes of the page; the same edition gives the same bytes. */
export function renderStandalone(edition: ReadEdition): Uint8Array {
  const { locale, policy } = edition;
  const { title, byline, body, footnotes } = renderText(edition.segments, locale, policy);
  return htmlBytes(
    html`<!doctype html>
      <html lang="${locale}" dir="${directionOf(locale)}">
        <head>
          <meta charset="utf-8" />
          <title>${editionTitle(edition)}</title>
        </head>
        <body>
          <article>${title}${renderDemoNotice(edition)}${byline}${body}${footnotes}</article>
        </body>
      </html> `,
  );
}
