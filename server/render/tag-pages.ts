/**
 * Tags: in each language all that it has a name for, with how many articles have them, and a list for each that has any.
 * A tag without a name in a language stands nowhere in it.
 */
import { locales, type Locale } from '../domain/locale.ts';
import type { TagId } from '../domain/site-settings.ts';
import type { SiteFile } from '../ports.ts';
import { encodePath, tagPath } from './address.ts';
import { inLanguage, renderArea, rootFrom, shownLocales } from './area-page.ts';
import { listFiles } from './article-list.ts';
import { isolateRuns } from './bidi.ts';
import type { EditionHead } from './heads.ts';
import { html, type Html } from './html.ts';
import { namedTags } from './tags-line.ts';
import { writeNumber } from './numerals.ts';
import type { Context } from './site.ts';
import type { SiteView } from './site-view.ts';
import { siteWords } from './site-words.ts';

interface TagList {
  readonly id: TagId;
  readonly name: string;
  /** Newest first. */
  readonly heads: readonly EditionHead[];
}

/** `heads`: of all languages, newest first. */
export function* tagPages(heads: readonly EditionHead[], context: Context): Iterable<SiteFile> {
  const shown = shownLocales(heads);
  const byLocale = new Map(locales.map((locale) => [locale, tagsIn(locale, heads, context.site)] as const));
  for (const [locale, tags] of byLocale) {
    for (const { id, name, heads: tagged } of tags) {
      const same = locales
        .filter((other) => byLocale.get(other)?.some((one) => one.id === id))
        .map((other) => ({ locale: other, path: tagPath(other, id) }));
      yield* listFiles({ locale, path: tagPath(locale, id), title: name, heads: tagged, shown, same }, context);
    }
    if (namedTags(context.site, locale).length > 0) yield overview(locale, tags, shown, context);
  }
}

/** The tags of a language that any of its articles has, in the order in which the house has them. */
function tagsIn(locale: Locale, heads: readonly EditionHead[], site: SiteView): TagList[] {
  const named = namedTags(site, locale);
  if (named.length === 0) return [];
  const tagged = new Map<TagId, EditionHead[]>(named.map(({ id }) => [id, []]));
  for (const head of inLanguage(heads, locale)) for (const id of new Set(head.tags)) tagged.get(id)?.push(head);
  return named.map(({ id, name }) => ({ id, name, heads: tagged.get(id) ?? [] })).filter((tag) => tag.heads.length > 0);
}

function overview(
  locale: Locale,
  tags: readonly TagList[],
  shown: readonly Locale[],
  { key, site }: Context,
): SiteFile {
  const path = `${locale}/tags/`;
  const same = locales
    .filter((other) => namedTags(site, other).length > 0)
    .map((other) => ({ locale: other, path: `${other}/tags/` }));
  const counts = tags.map(({ id, heads }) => `${id}=${heads.length}`);
  return {
    path: `${path}index.html`,
    key: key(shown.join(), ...counts),
    bytes: () => {
      const title = siteWords[locale].tags;
      const main = html`<h1>${title}</h1>
        ${renderTags(tags, locale, rootFrom(path), site)}`;
      return renderArea({ locale, path, title, shown, same, main }, site);
    },
  };
}

function renderTags(tags: readonly TagList[], locale: Locale, root: string, site: SiteView): Html {
  if (tags.length === 0) return html`<p class="empty">${siteWords[locale].noTags}</p> `;
  return html`<ul class="counted">
    ${tags.map(
      ({ id, name, heads }) =>
        html`<li>
          <a href="${root}${encodePath(tagPath(locale, id))}">${isolateRuns(name, locale)}</a>
          <span class="count">${writeNumber(heads.length, site.policies[locale])}</span>
        </li> `,
    )}
  </ul> `;
}
