/**
 * The picture that stands for an article where somebody shares its link (Open Graph): its title in its own script, and
 * the site's name, in the theme's colours and faces. It is a page of 1200 × 630 that a browser takes a picture of.
 *
 * A title is as large as its length allows, by a table: measuring would need a script, and the steps look calmer beside
 * each other than sizes of any value. Whatever the table thinks of a title (capitals, one word without end), the lines
 * that have no room are left out behind a … that the browser sets, which never cuts a letter from its marks.
 */
import { directionOf, type Locale } from '../domain/locale.ts';
import type { PictureOrder } from '../ports.ts';
import { isolateRuns } from './bidi.ts';
import { html, htmlBytes } from './html.ts';
import { printAssets } from './print-assets.ts';
import { renderSiteTitle, type SiteView } from './site-view.ts';

export const cardSize = { width: 1200, height: 630 } as const;

/** Letters, with their marks, up to which a title is set in a size. */
const steps: ReadonlyArray<readonly [letters: number, size: number]> = [
  [24, 124],
  [48, 100],
  [90, 78],
  [150, 64],
  [Number.POSITIVE_INFINITY, 52],
];

/** Longer titles end after a word before it. */
const mostLetters = 200;

/** Room for the title. */
const room = 400;

/** Arabic is set smaller than its step, since its lines stand farther apart. */
const scripts: Readonly<Record<Locale, { readonly scale: number; readonly lead: number }>> = {
  en: { scale: 1, lead: 1.16 },
  he: { scale: 1, lead: 1.22 },
  ar: { scale: 0.94, lead: 1.5 },
};

/** What a press makes the picture of an article from. */
export function cardOrder({ locale, title }: { locale: Locale; title: string }, site: SiteView): PictureOrder {
  const { theme } = site;
  const { background, ink, muted, accent } = theme.card;
  const { shown, size, lines, lead } = fitted(title, locale);
  const page = html`<!doctype html>
    <html lang="${locale}" dir="${directionOf(locale)}">
      <head>
        <meta charset="utf-8" />
        <title>${shown}</title>
        <link rel="stylesheet" href="${theme.styleSheetPath}" />
        <style>
          html body {
            display: flex;
            flex-direction: column;
            justify-content: space-between;
            block-size: ${cardSize.height}px;
            margin: 0;
            padding: 80px 84px 60px;
            border: 0;
            border-block-start: 16px solid ${accent};
            background: ${background};
            color: ${ink};
          }
          html body h1 {
            display: -webkit-box;
            overflow: hidden;
            max-block-size: none;
            margin: 0;
            padding-block-end: 0.12em;
            font-size: ${size}px;
            line-height: ${lead};
            text-wrap: balance;
            overflow-wrap: anywhere;
            hyphens: manual;
            -webkit-box-orient: vertical;
            -webkit-line-clamp: ${lines};
          }
          html body p {
            overflow: hidden;
            margin: 0;
            color: ${muted};
            font: 600 30px / 1.7 var(--small);
            text-overflow: ellipsis;
            white-space: nowrap;
          }
        </style>
      </head>
      <body>
        <h1>${isolateRuns(shown, locale)}</h1>
        <p>${renderSiteTitle(site, locale)}</p>
      </body>
    </html> `;
  return { html: htmlBytes(page), assets: printAssets(theme, ''), ...cardSize };
}

/** A title as it is shown, and how. */
function fitted(title: string, locale: Locale) {
  const letters = [...new Intl.Segmenter(locale, { granularity: 'grapheme' }).segment(title)];
  const shown = letters.length <= mostLetters ? title : cut(title.slice(0, letters[mostLetters]?.index));
  const [, step = 0] = steps.find(([most]) => letters.length <= most) ?? [];
  const { scale, lead } = scripts[locale];
  const size = Math.round(step * scale);
  return { shown, size, lead, lines: Math.floor(room / (size * lead)) };
}

function cut(text: string): string {
  return `${text.replace(/\s+\S*$/u, '')}…`;
}
