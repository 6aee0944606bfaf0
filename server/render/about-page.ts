/** The about page of each language that has one: a text of the house's own, written like an article and as harmless. */
import { plain } from '../domain/content.ts';
import type { Block } from '../domain/document.ts';
import { locales } from '../domain/locale.ts';
import type { SiteFile } from '../ports.ts';
import { renderArea, shownLocales } from './area-page.ts';
import { renderText } from './blocks.ts';
import type { EditionHead } from './heads.ts';
import { html } from './html.ts';
import type { PageSegment } from './page-segment.ts';
import type { Context } from './site.ts';
import { siteWords } from './site-words.ts';
import { digest } from './stamp.ts';

/** `heads`: of all languages. */
export function* aboutPages(heads: readonly EditionHead[], { key, site }: Context): Iterable<SiteFile> {
  const shown = shownLocales(heads);
  const same = locales
    .filter((locale) => site.about[locale] !== undefined)
    .map((locale) => ({ locale, path: `${locale}/about/` }));
  for (const { locale, path } of same) {
    const blocks = site.about[locale] ?? [];
    yield {
      path: `${path}index.html`,
      key: key(shown.join(), digest(JSON.stringify(blocks))),
      bytes: () => {
        const title = siteWords[locale].about;
        const {
          title: heading,
          byline,
          body,
          footnotes,
        } = renderText(withHeading(blocks, title), locale, site.policies[locale]);
        const main = html`<article>
          <header>${heading}${byline}</header>
          <div class="text">${body}</div>
          ${footnotes}
        </article> `;
        return renderArea({ locale, path, title, shown, same, main }, site);
      },
    };
  }
}

/** The text as a page shows it, under a heading of its own or the name of the page. */
function withHeading(blocks: readonly Block[], name: string): PageSegment[] {
  const own = blocks.find(({ kind }) => kind === 'title');
  const heading: Block = own ?? { kind: 'title', layout: {}, ...plain(name) };
  return [heading, ...blocks.filter((block) => block !== own)].map((block, at) => ({
    segment: { ...block, id: `about-${at}` },
    text: block.text,
  }));
}
