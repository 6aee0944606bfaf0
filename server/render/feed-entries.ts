/**
 * What both feeds of a language say: its newest articles, whole, in a form that depends on no format. Texts are long and
 * seldom change, so what was rendered for a feed is kept while its article stays among the newest.
 */
import { hash } from 'node:crypto';
import type { Timestamp } from '../domain/document.ts';
import { directionOf, type Locale } from '../domain/locale.ts';
import { absoluteAddress, encodePath } from './address.ts';
import { renderText } from './blocks.ts';
import { renderDemoNotice } from './demo-text.ts';
import type { EditionHead } from './heads.ts';
import { html, htmlText } from './html.ts';
import { editionIn } from './live-document.ts';
import { namedTags } from './tags-line.ts';
import { directed } from './plain-direction.ts';
import type { SiteContext } from './site.ts';
import { siteTitle, type SiteView } from './site-view.ts';

export interface Feed {
  readonly locale: Locale;
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** The same wherever the site stands and whatever its article is called. */
  readonly id: string;
  /** Absolute where the site's address is known, else from the feed. */
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  /** HTML in an element that says its language and direction. */
  readonly content: string;
  readonly publishedAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly tags: ReadonlyArray<{ readonly id: string; readonly name: string }>;
}

/** Articles in a feed. */
export const feedLength = 20;

const contents = new WeakMap<EditionHead, string>();

/** The feed of a language. `heads`: its articles, newest first. */
export async function feedOf(
  locale: Locale,
  heads: readonly EditionHead[],
  { site, load }: Pick<SiteContext, 'site' | 'load'>,
): Promise<Feed> {
  const names = new Map(namedTags(site, locale).map(({ id, name }) => [id, name]));
  const entries: FeedEntry[] = [];
  for (const head of heads.slice(0, feedLength)) {
    entries.push({
      id: uuidOf('article', head.documentId, locale),
      url: addressOf(head.path, locale, site),
      title: directed(head.title, locale),
      summary: directed(head.standfirst, locale),
      content: await contentOf(head, load),
      publishedAt: head.at,
      updatedAt: head.updatedAt,
      tags: head.tags.flatMap((id) => {
        const name = names.get(id);
        return name === undefined ? [] : [{ id, name }];
      }),
    });
  }
  for (const head of heads.slice(feedLength, 2 * feedLength)) contents.delete(head);
  const description = site.settings.descriptions[locale];
  return {
    locale,
    id: feedId(locale, heads, site),
    title: directed(siteTitle(site, locale), locale),
    ...(description && { description: directed(description, locale) }),
    entries,
  };
}

/** What a feed depends on beside the site. */
export function feedStamps(locale: Locale, heads: readonly EditionHead[], site: SiteView): string[] {
  return [feedId(locale, heads, site), ...heads.slice(0, feedLength).map(({ stamp }) => stamp)];
}

/** An address in a feed: absolute where that is known, else from the language's folder, where the feeds stand. */
export function addressOf(path: string, locale: Locale, { editionsUrl }: SiteView): string {
  return editionsUrl === undefined
    ? encodePath(path.slice(`${locale}/`.length)) || './'
    : absoluteAddress(editionsUrl, path);
}

/** By its first article, which no other site has: a site may be renamed, or move. */
function feedId(locale: Locale, heads: readonly EditionHead[], { name }: SiteView): string {
  return uuidOf('feed', heads.at(-1)?.documentId ?? name, locale);
}

async function contentOf(head: EditionHead, load: SiteContext['load']): Promise<string> {
  const content = contents.get(head) ?? renderContent(head, await load(head.documentId));
  contents.set(head, content);
  return content;
}

function renderContent(
  { documentId, locale }: EditionHead,
  document: Awaited<ReturnType<SiteContext['load']>>,
): string {
  const edition = editionIn(document, locale);
  if (edition === undefined) throw new Error(`${documentId} has no ${locale} edition`);
  const { byline, body, footnotes } = renderText(edition.segments, locale, edition.policy);
  return htmlText(
    html`<div lang="${locale}" dir="${directionOf(locale)}">
      ${renderDemoNotice(edition)}${byline}${body}${footnotes}
    </div>`,
  );
}

/** A UUID by a name (RFC 9562, version 8: by SHA-256 instead of the SHA-1 of version 5). */
function uuidOf(kind: 'feed' | 'article', about: string, locale: Locale): string {
  const digits = hash('sha256', `dragoman ${kind} ${about} ${locale}`, 'hex');
  const variant = '89ab'[Number.parseInt(digits.charAt(16), 16) % 4] ?? '8';
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, variant + digits.slice(17, 20)];
  return `urn:uuid:${[...parts, digits.slice(20, 32)].join('-')}`;
}
