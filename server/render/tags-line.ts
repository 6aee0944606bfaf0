/** What an article is about, in a quiet line that leads to more of it. A tag without a name in the language is not shown. */
import type { Locale } from '../domain/locale.ts';
import type { TagId } from '../domain/site-settings.ts';
import { encodePath, tagPath } from './address.ts';
import { isolateRuns } from './bidi.ts';
import { html, type Html } from './html.ts';
import type { LiveDocument } from './live-document.ts';
import type { SiteView } from './site-view.ts';
import { siteWords } from './site-words.ts';

export interface NamedTag {
  readonly id: TagId;
  readonly name: string;
}

/** The tags that have a name in a language, in the site's order: it shows no others. */
export function namedTags({ settings }: SiteView, locale: Locale): NamedTag[] {
  return settings.tags.flatMap(({ id, names }) => {
    const name = names[locale]?.trim();
    return name ? [{ id, name }] : [];
  });
}

/** A document's tags as a language calls them, in the site's order. */
export function tagsOf({ tags }: Pick<LiveDocument, 'tags'>, site: SiteView, locale: Locale): NamedTag[] {
  return namedTags(site, locale).filter(({ id }) => tags.includes(id));
}

/** The line; nothing where there is no tag. `root`: from the page to the root of the site. */
export function renderTags(tags: readonly NamedTag[], locale: Locale, root: string): Html {
  if (tags.length === 0) return html``;
  return html`<nav class="tags" aria-label="${siteWords[locale].tags}">
    <ul>
      ${tags.map(({ id, name }) => {
        const href = `${root}${encodePath(tagPath(locale, id))}`;
        return html`<li><a href="${href}" rel="tag">${isolateRuns(name, locale)}</a></li> `;
      })}
    </ul>
  </nav> `;
}
