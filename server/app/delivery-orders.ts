/**
 * What there is to deliver: a mark for each edition that readers see, by which a place tells what it has taken, and what
 * a place is told of one. A text is read when it is sent, never before: an edition that was withdrawn meanwhile is not.
 */
import type { DocumentId } from '../domain/document.ts';
import type { Locale } from '../domain/locale.ts';
import type { DeliveredEdition, Delivery, SiteChanges, World } from '../ports.ts';
import { addressOf, deliveredArticle } from '../render/delivered-article.ts';
import { headOf, type DocumentHead, type EditionHead } from '../render/heads.ts';
import { editionIn, type LiveDocument } from '../render/live-document.ts';
import type { SiteView } from '../render/site-view.ts';
import { liveDocument } from './live-documents.ts';

/** The site as it has just been written. */
export interface PublishedSite {
  readonly site: SiteView;
  readonly heads: readonly DocumentHead[];
  /** Of all its files: equal stamps, equal folders. */
  readonly stamp: string;
  readonly changes: SiteChanges;
}

/** The key of the folder as a whole. */
const whole = 'site';

/** What a place should have taken, in the order in which readers saw it. */
export function wantedBy({ takes }: Delivery, { heads, stamp }: PublishedSite): Map<string, string> {
  if (takes === 'folder') return new Map([[whole, stamp]]);
  const editions = heads.flatMap(({ slug, editions }) => editions.map((head) => ({ slug, head })));
  const inOrder = editions.toSorted((one, other) => compare(one.head.updatedAt, other.head.updatedAt));
  return new Map(inOrder.map(({ slug, head }) => [keyOf(head), markOf(slug, head)]));
}

/** An edition as a place is told of it, and the mark of that; undefined: it changes just now, another look will tell. */
export async function editionFor(
  world: Pick<World, 'store'>,
  { heads, site }: PublishedSite,
  key: string,
  taken: string | undefined,
): Promise<{ readonly edition: DeliveredEdition; readonly mark: string | undefined } | undefined> {
  const { documentId, locale } = placeOf(key);
  const head = heads.find((document) => document.documentId === documentId);
  if (!head?.editions.some((edition) => edition.locale === locale)) {
    const siblings = head?.editions.map((edition) => edition.locale) ?? [];
    const slug = slugOf(taken);
    return { edition: { event: 'withdrawn', documentId, slug, locale, siblings }, mark: undefined };
  }
  const live = await load(world, documentId);
  const edition = editionIn(live, locale);
  const present = editionIn(headOf(live), locale);
  if (edition === undefined || present === undefined) return undefined;
  const siblings = live.editions.map((other) => other.locale).filter((other) => other !== locale);
  const url = addressOf(edition, site);
  const article = deliveredArticle(edition, live, site);
  const told = { event: 'published', documentId, slug: live.slug, locale, siblings, article } as const;
  return { edition: { ...told, ...(url !== undefined && { url }) }, mark: markOf(live.slug, present) };
}

async function load({ store }: Pick<World, 'store'>, documentId: DocumentId): Promise<LiveDocument> {
  const document = await store.document(documentId);
  if (document === undefined) throw new Error(`There is no document ${documentId}`);
  const { policies } = await store.site();
  return liveDocument({ store }, document, policies);
}

function keyOf({ documentId, locale }: EditionHead): string {
  return `${documentId}/${locale}`;
}

function placeOf(key: string): { documentId: DocumentId; locale: Locale } {
  const [documentId = '', locale = ''] = key.split('/');
  return { documentId, locale: locale as Locale };
}

/** Which text, under which name, with which tags. */
function markOf(slug: string, { n, tags }: EditionHead): string {
  return [slug, n, ...tags].join(' ');
}

function slugOf(mark = ''): string {
  return mark.split(' ')[0] ?? '';
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
