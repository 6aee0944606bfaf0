/** The archive of each language: its years with how much they have, and each year's titles by month, newest first. */
import { locales, type Locale } from '../domain/locale.ts';
import type { SiteFile } from '../ports.ts';
import { encodePath } from './address.ts';
import { inLanguage, renderArea, rootFrom, shownLocales } from './area-page.ts';
import { isolateRuns } from './bidi.ts';
import { formatMonth, renderTime } from './dates.ts';
import type { EditionHead } from './heads.ts';
import { html, type Html } from './html.ts';
import { writeNumber } from './numerals.ts';
import type { Context } from './site.ts';
import type { SiteView } from './site-view.ts';
import { siteWords } from './site-words.ts';
import { words } from './words.ts';

/** Years as UTC has them, as all dates of the site; each with its editions, newest first. */
type Years = ReadonlyMap<string, readonly EditionHead[]>;

/** `heads`: of all languages, newest first. */
export function* archivePages(heads: readonly EditionHead[], context: Context): Iterable<SiteFile> {
  const shown = shownLocales(heads);
  const byLocale = new Map<Locale, Years>(
    locales.map((locale) => [locale, Map.groupBy(inLanguage(heads, locale), ({ at }) => at.slice(0, 4))]),
  );
  for (const [locale, years] of byLocale) {
    for (const [year, listed] of years) {
      const same = locales
        .filter((other) => byLocale.get(other)?.has(year))
        .map((other) => ({ locale: other, path: yearPath(other, year) }));
      yield yearFile(locale, year, listed, { shown, same }, context);
    }
    yield overview(locale, years, shown, context);
  }
}

function yearPath(locale: Locale, year: string): string {
  return `${locale}/archive/${year}/`;
}

function yearFile(
  locale: Locale,
  year: string,
  heads: readonly EditionHead[],
  around: { readonly shown: readonly Locale[]; readonly same: ReadonlyArray<{ locale: Locale; path: string }> },
  { key, site }: Context,
): SiteFile {
  const path = yearPath(locale, year);
  const { shown, same } = around;
  return {
    path: `${path}index.html`,
    key: key([...shown, ...same.map((one) => one.locale)].join(), ...heads.map(({ stamp }) => stamp)),
    bytes: () => {
      const title = `${siteWords[locale].archive} ${writeNumber(Number(year), site.policies[locale])}`;
      const main = html`<h1>${title}</h1>
        ${[...Map.groupBy(heads, ({ at }) => at.slice(0, 7)).values()].map((month) =>
          renderMonth(month, locale, rootFrom(path), site),
        )}`;
      return renderArea({ locale, path, title, shown, same, main }, site);
    },
  };
}

function renderMonth(heads: readonly EditionHead[], locale: Locale, root: string, { policies }: SiteView): Html {
  const [newest] = heads;
  if (newest === undefined) return html``;
  return html`<section class="month">
    <h2>${formatMonth(newest.at, locale, policies[locale])}</h2>
    <ul class="dated">
      ${heads.map(
        ({ path, title, at }) =>
          html`<li>
            <a href="${root}${encodePath(path)}">${isolateRuns(title, locale)}</a>
            ${renderTime(at, locale, policies[locale])}
          </li> `,
      )}
    </ul>
  </section> `;
}

function overview(locale: Locale, years: Years, shown: readonly Locale[], { key, site }: Context): SiteFile {
  const path = `${locale}/archive/`;
  const same = shown.map((other) => ({ locale: other, path: `${other}/archive/` }));
  const counts = [...years].map(([year, { length }]) => `${year}=${length}`);
  return {
    path: `${path}index.html`,
    key: key(shown.join(), ...counts),
    bytes: () => {
      const title = siteWords[locale].archive;
      const main = html`<h1>${title}</h1>
        ${renderYears(years, locale, site)}`;
      return renderArea({ locale, path, title, shown, same: shown.includes(locale) ? same : [], main }, site);
    },
  };
}

function renderYears(years: Years, locale: Locale, site: SiteView): Html {
  if (years.size === 0) return html`<p class="empty">${words[locale].noArticles}</p> `;
  const policy = site.policies[locale];
  return html`<ul class="counted">
    ${[...years].map(
      ([year, { length }]) =>
        html`<li>
          <a href="${year}/">${writeNumber(Number(year), policy)}</a>
          <span class="count">${writeNumber(length, policy)}</span>
        </li> `,
    )}
  </ul> `;
}
