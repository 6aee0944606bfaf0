/**
 * An edition as others show it: in a shell of their own (another system's post, an app), below a title that they set
 * themselves. Its notes carry ids of their own, since a page of theirs may show several articles.
 */
import { directionOf } from '../domain/locale.ts';
import type { DeliveredArticle } from '../ports.ts';
import { absoluteAddress, pathOf } from './address.ts';
import { renderDemoNotice } from './demo-text.ts';
import { onOnePage } from './footnotes.ts';
import { html, htmlBytes } from './html.ts';
import { textWriter } from './blocks.ts';
import type { LiveDocument, LiveEdition } from './live-document.ts';
import type { SiteView } from './site-view.ts';
import { editionTitle, standfirstOf } from './summary.ts';

/** What is delivered of an edition that readers see. */
export function deliveredArticle(edition: LiveEdition, { tags }: LiveDocument, site: SiteView): DeliveredArticle {
  const { locale, publication, history } = edition;
  const shown = site.settings.tags.filter(({ id }) => tags.includes(id));
  return {
    n: publication.n,
    title: editionTitle(edition),
    excerpt: standfirstOf(edition),
    html: articleHtml(edition),
    tags: shown.flatMap(({ id, names: { [locale]: name } }) => (name === undefined ? [] : [{ id, name }])),
    publishedAt: history[0]?.at ?? publication.at,
    updatedAt: publication.at,
  };
}

/** Where readers of our own site find it, where that has an address. */
export function addressOf(edition: LiveEdition, { editionsUrl }: SiteView): string | undefined {
  return editionsUrl === undefined ? undefined : absoluteAddress(editionsUrl, pathOf(edition));
}

function articleHtml(edition: LiveEdition): string {
  const { documentId, locale, segments, policy } = edition;
  const writer = textWriter(segments, locale, { ...onOnePage, prefix: `${documentId}-${locale}-` }, policy);
  const [byline, body] = [writer.byline(), writer.blocks(writer.below)];
  const article = html`<article lang="${locale}" dir="${directionOf(locale)}">
    ${renderDemoNotice(edition)}${byline}${body}${writer.footnotes()}
  </article>`;
  return new TextDecoder().decode(htmlBytes(article));
}
