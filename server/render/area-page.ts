/**
 * A page of one language that is no article: an index, a tag, a year, the about page. It knows its place in the site,
 * and all its addresses follow from that.
 */
import { locales, type Locale } from '../domain/locale.ts';
import { renderAlternates, type Described } from './alternates.ts';
import { encodePath } from './address.ts';
import type { EditionHead } from './heads.ts';
import { html, type Html } from './html.ts';
import { renderPage, type LanguageLink } from './page.ts';
import type { SiteView } from './site-view.ts';

export interface AreaPage extends Described {
  /** Languages that a reader can turn to: where one has not the same, to its index. */
  readonly shown: readonly Locale[];
  /** Not for search engines: nothing is said of its address. */
  readonly hidden?: true;
  readonly head?: Html;
  readonly main: Html;
}

/** The page as bytes. */
export function renderArea(page: AreaPage, site: SiteView): Uint8Array {
  const { locale, path, title, description, hidden, head, main } = page;
  const root = rootFrom(path);
  return renderPage(
    {
      locale,
      root,
      home: path === `${locale}/` ? root : `${root}${locale}/`,
      title,
      ...(description !== undefined && { description }),
      languages: languagesOf(page, root),
      head: html`${hidden ? html`<meta name="robots" content="noindex" /> ` : renderAlternates(page, site)}${head}`,
      main,
    },
    site,
  );
}

/** From a page to the root of the site: `../../`. */
export function rootFrom(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}

/** Languages that have something to read; all of them while none has. */
export function shownLocales(heads: readonly EditionHead[]): readonly Locale[] {
  const used = new Set(heads.map(({ locale }) => locale));
  return used.size > 0 ? locales.filter((locale) => used.has(locale)) : locales;
}

/** A language's editions, in the order of `heads`. */
export function inLanguage(heads: readonly EditionHead[], locale: Locale): EditionHead[] {
  return heads.filter((head) => head.locale === locale);
}

function languagesOf({ locale, shown, same }: AreaPage, root: string): LanguageLink[] {
  const others = locales.filter((other) => other === locale || shown.includes(other));
  return others.map((other) => ({
    locale: other,
    href:
      other === locale ? './' : `${root}${encodePath(same.find((one) => one.locale === other)?.path ?? `${other}/`)}`,
    current: other === locale,
  }));
}
