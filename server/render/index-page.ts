/** The index of each language: its articles, newest first. */
import { locales } from '../domain/locale.ts';
import type { SiteFile } from '../ports.ts';
import { inLanguage, shownLocales } from './area-page.ts';
import { listFiles } from './article-list.ts';
import type { EditionHead } from './heads.ts';
import type { Context } from './site.ts';
import { words } from './words.ts';

/** `heads`: of all languages, newest first. A language without articles has an index that says so. */
export function* indexes(heads: readonly EditionHead[], context: Context): Iterable<SiteFile> {
  const shown = shownLocales(heads);
  const same = shown.map((locale) => ({ locale, path: `${locale}/` }));
  for (const locale of locales) {
    const description = context.site.settings.descriptions[locale];
    const list = {
      locale,
      path: `${locale}/`,
      title: words[locale].articles,
      heads: inLanguage(heads, locale),
      shown,
      same: shown.includes(locale) ? same : [],
      byDefault: '', // The site's first page, which leads to each language.
      ...(description && { description, lead: description }),
    };
    yield* listFiles(list, context);
  }
}
