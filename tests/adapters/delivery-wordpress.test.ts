/** WordPress: posts that are made once and found again, in their languages, with nothing in them that comes alive there. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordpressDelivery } from '../../server/adapters/delivery-wordpress.ts';
import { limits } from '../../server/adapters/http-exchange.ts';
import type { DeliveredEdition, EditionDelivery } from '../../server/ports.ts';
import { startFakeWordpress, wordpressUser, type FakeWordpress } from '../support/fake-wordpress.ts';
import { deliveryContract, orderOf, published, withdrawn } from './delivery-contract.ts';

deliveryContract('WordPress', async () => {
  const receiver = await startFakeWordpress();
  const { url } = receiver;
  return {
    receiver,
    delivery: (change) => wordpressDelivery({ url, ...wordpressUser, limits: { ...limits, ...change } }),
  };
});

describe('WordPress', () => {
  let wordpress: FakeWordpress;
  let delivery: EditionDelivery;
  beforeEach(async () => {
    wordpress = await startFakeWordpress();
    delivery = wordpressDelivery({ url: wordpress.url, ...wordpressUser });
  });
  afterEach(() => wordpress.close());

  const deliver = (edition: DeliveredEdition) => delivery.deliver(edition, orderOf());
  const inEnglish: DeliveredEdition = { ...published, locale: 'en', siblings: ['he'] };

  it('makes a post of an edition, in its language and direction', async () => {
    expect(await deliver(published)).toEqual({ ok: true });
    const [post] = wordpress.posts;
    expect(post).toMatchObject({
      status: 'publish',
      slug: 'the-school',
      lang: 'he',
      date_gmt: '2026-11-21T22:30:00',
      excerpt: 'تُثبّت &#91;gallery&#93;',
    });
    expect(post?.content).toContain('<div id="dragoman-doc000000001-he" lang="he" dir="rtl">');
  });

  it('leaves nothing in it that comes alive there: no element in a title, no program in brackets, no embed', async () => {
    await deliver(published);
    const [post] = wordpress.posts;
    expect(post?.title).toBe('צה״ל &lt;b&gt;&amp; &quot;בית&quot;&lt;/b&gt;');
    expect(post?.content).not.toMatch(/[[\]]/u);
    expect(post?.content).not.toMatch(/>[^<]*:\/\//u);
    expect(post?.content).toContain('href="https://example.org/&#91;1&#93;"');
    expect(wordpress.tags[0]?.name).toBe('חינוך &lt;i&gt;');
  });

  it('finds it again, whatever its slug is by now, and changes that one; slug and date stay', async () => {
    await deliver(published);
    const [post] = wordpress.posts;
    Object.assign(post ?? {}, { slug: 'by-an-editor' });
    const { article } = published;
    if (article === undefined) throw new Error('a fixture without its article');
    await deliver({
      ...published,
      slug: 'renamed',
      article: { ...article, title: 'Corrected', publishedAt: '2027-01-01T00:00:00.000Z' },
    });
    expect(wordpress.posts).toHaveLength(1);
    expect(post).toMatchObject({ title: 'Corrected', slug: 'by-an-editor', date_gmt: '2026-11-21T22:30:00' });
  });

  it('makes no second post where the answer to the first was lost', async () => {
    wordpress.next(undefined, undefined, 'lost');
    expect(await deliver(published)).toMatchObject({ code: 'delivery.unreachable' });
    wordpress.next(undefined, undefined, 'lost');
    expect(await deliver(published)).toMatchObject({ code: 'delivery.unreachable' });
    expect(await deliver(published)).toEqual({ ok: true });
    expect(wordpress.posts).toHaveLength(1);
    expect(wordpress.tags).toHaveLength(1);
  });

  it('is not led astray by a post that only speaks of the mark', async () => {
    const mark = 'dragoman-doc000000001-he';
    wordpress.posts.push({ ...blank, id: 1, content: `About ${mark}, by another` });
    await deliver(published);
    expect(wordpress.posts.map(({ content }) => content.includes(`id="${mark}"`))).toEqual([false, true]);
  });

  it('links the languages of a document with each other, and keeps their slugs apart', async () => {
    await deliver(published);
    await deliver(inEnglish);
    const [he, en] = wordpress.posts;
    expect(he?.translations).toEqual({ he: he?.id, en: en?.id });
    expect(en?.translations).toEqual(he?.translations);
    expect(en?.slug).toBe('the-school-2');
    expect(wordpress.tags.map(({ slug, lang }) => [slug, lang])).toEqual([
      ['school-he', 'he'],
      ['school-en', 'en'],
    ]);
  });

  it('makes a draft of what is withdrawn, and shows the same post when it comes again', async () => {
    await deliver(published);
    await deliver(withdrawn);
    expect(wordpress.posts).toMatchObject([{ status: 'draft' }]);
    await deliver(published);
    expect(wordpress.posts).toMatchObject([{ status: 'publish' }]);
  });

  it('takes a term that somebody makes at the same time', async () => {
    wordpress.tags.push({ id: 7, slug: 'school-he', name: 'x', lang: 'he' });
    wordpress.next(undefined, { status: 200, body: '[]' });
    await deliver(published);
    expect(wordpress.posts).toMatchObject([{ tags: [7] }]);
  });

  it.each([
    ['a password that is wrong', { password: 'canary-other' }, 'delivery.refused', 'HTTP 401, incorrect_password'],
    ['an address without WordPress', { path: '/elsewhere' }, 'delivery.refused', 'HTTP 404, rest_no_route'],
  ] as const)('%s', async (_title, change, code, detail) => {
    const { path, ...rest } = { path: '', ...change };
    const other = wordpressDelivery({ url: `${wordpress.url}${path}`, ...wordpressUser, ...rest });
    expect(await other.deliver(published, orderOf())).toMatchObject({ code, detail });
  });

  it('knows a page of HTML where its answer belongs, and what it does not accept of an article', async () => {
    wordpress.next({ status: 200, body: '<html>Maintenance</html>' });
    expect(await deliver(published)).toMatchObject({ code: 'delivery.garbled', retryable: true });
    wordpress.next({ status: 400, body: JSON.stringify({ code: 'rest_invalid_param' }) });
    expect(await deliver(published), 'of a question').toMatchObject({ code: 'delivery.refused' });
    wordpress.next(undefined, undefined, { status: 400, body: JSON.stringify({ code: 'rest_invalid_param' }) });
    expect(await deliver({ ...published, siblings: [] })).toMatchObject({ code: 'delivery.rejected' });
  });
});

const blank = {
  slug: 'x',
  status: 'publish',
  title: '',
  excerpt: '',
  tags: [],
  date_gmt: '',
  lang: 'he',
  translations: {},
};
