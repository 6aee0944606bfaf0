/**
 * Shows each edition as a post of a WordPress site. A post carries a mark in its own text by which it is found again, so
 * that a repetition makes no second one, whatever became of its slug and whatever we remember. What is withdrawn becomes
 * a draft. With Polylang (Pro, which has these two fields in REST) a post has its language and is linked with the others
 * of its document; without it WordPress ignores both.
 *
 * Slug and date are given when a post is made and left alone afterwards: addresses stay. WordPress itself makes a slug
 * unique.
 */
import type { DeliveredArticle, DeliveredEdition, EditionDelivery } from '../ports.ts';
import { outcomeOf, wordpressClient, type Wordpress, type WordpressOptions } from './wordpress-client.ts';
import { isMarked, markOf, plainText, postContent } from './wordpress-text.ts';

/** The delivery to a site. */
export function wordpressDelivery(options: WordpressOptions): EditionDelivery {
  return {
    id: 'wordpress',
    takes: 'editions',
    address: options.url,
    deliver(edition, { signal }) {
      const wordpress = wordpressClient(options, signal);
      return outcomeOf(() => (edition.article ? show(wordpress, edition, edition.article) : hide(wordpress, edition)));
    },
  };
}

async function show(wordpress: Wordpress, edition: DeliveredEdition, article: DeliveredArticle): Promise<void> {
  const { locale, slug, siblings } = edition;
  const id = await postOf(wordpress, edition);
  const tags: number[] = [];
  for (const tag of article.tags) {
    // A term has one language, so each language has terms of its own.
    tags.push(await wordpress.tag({ slug: `${tag.id}-${locale}`, name: plainText(tag.name), lang: locale }));
  }
  const translations: Array<readonly [string, number]> = [];
  for (const sibling of siblings) {
    const other = await postOf(wordpress, { ...edition, locale: sibling });
    if (other !== undefined) translations.push([sibling, other]);
  }
  const post = {
    status: 'publish',
    title: plainText(article.title),
    excerpt: plainText(article.excerpt),
    content: postContent(edition, article.html),
    tags,
    lang: locale,
    ...(translations.length > 0 && { translations: Object.fromEntries(translations) }),
  };
  const first = { slug, date_gmt: article.publishedAt.slice(0, 19) };
  await wordpress.write(id === undefined ? { ...post, ...first } : post, id);
}

async function hide(wordpress: Wordpress, edition: DeliveredEdition): Promise<void> {
  const id = await postOf(wordpress, edition);
  if (id !== undefined) await wordpress.write({ status: 'draft' }, id);
}

/** The post that shows an edition. Its mark decides: a search finds what is alike, too. */
async function postOf(
  wordpress: Wordpress,
  edition: Pick<DeliveredEdition, 'documentId' | 'locale'>,
): Promise<number | undefined> {
  const mark = markOf(edition);
  const found = await wordpress.search(mark);
  return found.find(({ content }) => isMarked(content, mark))?.id;
}
