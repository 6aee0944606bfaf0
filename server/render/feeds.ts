/**
 * The feeds of each language: Atom (RFC 4287) and JSON Feed 1.1. Both say the language of everything; JSON Feed has no
 * direction and Atom's readers ignore it, so titles bring their own (`plain-direction.ts`).
 */
import { locales } from '../domain/locale.ts';
import type { SiteFile } from '../ports.ts';
import { inLanguage } from './area-page.ts';
import { addressOf, feedOf, feedStamps, type Feed, type FeedEntry } from './feed-entries.ts';
import type { EditionHead } from './heads.ts';
import { xml, type Html } from './html.ts';
import type { SiteContext } from './site.ts';
import type { SiteView } from './site-view.ts';
import { xmlBytes } from './xml.ts';

type Write = (feed: Feed, path: string, site: SiteView) => Uint8Array;

const formats: ReadonlyArray<readonly [name: string, write: Write]> = [
  ['feed.xml', writeAtom],
  ['feed.json', writeJsonFeed],
];

/** `heads`: of all languages, newest first. */
export function* feeds(heads: readonly EditionHead[], context: SiteContext): Iterable<SiteFile> {
  const { key, site } = context;
  for (const locale of locales) {
    const own = inLanguage(heads, locale);
    for (const [name, write] of formats) {
      const path = `${locale}/${name}`;
      yield {
        path,
        key: key(...feedStamps(locale, own, site)),
        bytes: async () => write(await feedOf(locale, own, context), path, site),
      };
    }
  }
}

/** When nothing has been published yet: a feed must name some time. */
const never = '1970-01-01T00:00:00.000Z';

function writeAtom({ locale, id, title, description, entries }: Feed, path: string, site: SiteView): Uint8Array {
  const updated = entries.reduce((latest, { updatedAt }) => (updatedAt > latest ? updatedAt : latest), never);
  return xmlBytes(xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
  <id>${id}</id>
  <title>${title}</title>
  ${
    description !== undefined &&
    xml`<subtitle>${description}</subtitle>
  `
  }<updated>${updated}</updated>
  <author><name>${title}</name></author>
  <link rel="self" type="application/atom+xml" href="${addressOf(path, locale, site)}"/>
  <link rel="alternate" type="text/html" hreflang="${locale}" href="${addressOf(`${locale}/`, locale, site)}"/>
${entries.map((entry) => atomEntry(entry, locale))}</feed>
`);
}

/** The content's own addresses (its notes) are those of the article's page. */
function atomEntry(entry: FeedEntry, locale: Feed['locale']): Html {
  const { id, url, title, summary, content, publishedAt, updatedAt, tags } = entry;
  return xml`  <entry xml:lang="${locale}">
    <id>${id}</id>
    <title>${title}</title>
    <link rel="alternate" type="text/html" hreflang="${locale}" href="${url}"/>
    <published>${publishedAt}</published>
    <updated>${updatedAt}</updated>
${tags.map(
  (tag) => xml`    <category term="${tag.id}" label="${tag.name}"/>
`,
)}    <summary>${summary}</summary>
    <content type="html" xml:base="${url}">${content}</content>
  </entry>
`;
}

function writeJsonFeed({ locale, title, description, entries }: Feed, path: string, site: SiteView): Uint8Array {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    ...(description !== undefined && { description }),
    home_page_url: addressOf(`${locale}/`, locale, site),
    feed_url: addressOf(path, locale, site),
    language: locale,
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      summary: entry.summary,
      content_html: entry.content,
      date_published: entry.publishedAt,
      date_modified: entry.updatedAt,
      ...(entry.tags.length > 0 && { tags: entry.tags.map(({ name }) => name) }),
      language: locale,
    })),
  };
  return new TextEncoder().encode(`${JSON.stringify(feed, null, 2)}\n`);
}
