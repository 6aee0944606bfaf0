/**
 * WordPress's REST interface with Polylang Pro's two fields, as far as posts and tags of a blog go: who may ask, what a
 * search finds, pages of lists with their headers, slugs that stay unique, terms that are there already.
 */
import { startFakeReceiver, type Arrived, type FakeReceiver, type Said } from './fake-receiver.ts';

export interface FakePost {
  readonly id: number;
  slug: string;
  status: string;
  title: string;
  content: string;
  excerpt: string;
  tags: number[];
  date_gmt: string;
  lang: string;
  translations: Record<string, number>;
}

export interface FakeTag {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly lang: string;
}

export interface FakeWordpress extends FakeReceiver {
  readonly posts: FakePost[];
  readonly tags: FakeTag[];
}

export const wordpressUser = { user: 'dragoman', password: 'canary-abcd EFGH 1234' };

type Body = Readonly<Record<string, unknown>>;

export async function startFakeWordpress(): Promise<FakeWordpress> {
  const posts: FakePost[] = [];
  const tags: FakeTag[] = [];
  let ids = 10;

  const receiver = await startFakeReceiver((request) => {
    const { user, password } = wordpressUser;
    const known = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    if (request.headers.authorization !== known) return problem(401, 'incorrect_password');
    const [, collection, id] = /^\/wp-json\/wp\/v2\/(posts|tags)(?:\/(\d+))?$/u.exec(request.url.pathname) ?? [];
    const body = request.body === '' ? {} : (JSON.parse(request.body) as Body);
    if (collection === 'posts') return request.method === 'GET' ? searched(request) : written(body, id);
    if (collection === 'tags') return request.method === 'GET' ? tagged(request) : madeTag(body);
    return problem(404, 'rest_no_route');
  });

  function searched(request: Arrived): Said {
    const asked = request.url.searchParams;
    const words = (asked.get('search') ?? '').toLowerCase();
    const isSeen = ({ status }: FakePost) =>
      asked.get('status') === 'any' ? status !== 'trash' : status === 'publish';
    const found = posts
      .filter((post) => isSeen(post) && `${post.title} ${post.excerpt} ${post.content}`.toLowerCase().includes(words))
      .toSorted((one, other) => (asked.get('order') === 'asc' ? one.id - other.id : other.id - one.id));
    return listed(request, found.map(shown));
  }

  function written(body: Body, id: string | undefined): Said {
    const post = id === undefined ? fresh() : posts.find((one) => one.id === Number(id));
    if (post === undefined) return problem(404, 'rest_post_invalid_id');
    if (id === undefined) posts.push(post);
    const { translations, slug, ...others } = body as Partial<FakePost>;
    Object.assign(post, others);
    if (slug !== undefined) post.slug = unique(slug, post.id);
    if (translations) link(post, translations);
    return said(id === undefined ? 201 : 200, shown(post));
  }

  function fresh(): FakePost {
    const texts = { slug: '', status: 'draft', title: '', content: '', excerpt: '', date_gmt: '', lang: 'en' };
    return { id: (ids += 1), tags: [], translations: {}, ...texts };
  }

  /** Polylang links both ways. */
  function link(post: FakePost, translations: FakePost['translations']): void {
    const all = { ...translations, [post.lang]: post.id };
    for (const one of posts) if (Object.values(all).includes(one.id)) one.translations = all;
  }

  function unique(slug: string, own: number): string {
    const isTaken = (name: string) => posts.some((post) => post.id !== own && post.slug === name);
    for (let n = 1; ; n += 1) {
      const name = n === 1 ? slug : `${slug}-${n}`;
      if (!isTaken(name)) return name;
    }
  }

  function tagged(request: Arrived): Said {
    const slug = request.url.searchParams.get('slug');
    return listed(
      request,
      tags.filter((tag) => tag.slug === slug),
    );
  }

  function madeTag(body: Body): Said {
    const { slug, name, lang } = body as Omit<FakeTag, 'id'>;
    const existing = tags.find((tag) => tag.slug === slug);
    if (existing) return problem(400, 'term_exists', { status: 400, term_id: existing.id });
    const tag = { id: (ids += 1), slug, name, lang };
    tags.push(tag);
    return said(201, tag);
  }

  return Object.assign(receiver, { posts, tags });
}

/** A page of a list, with the headers that say how many there are. */
function listed({ url }: Arrived, all: readonly object[]): Said {
  const perPage = Number(url.searchParams.get('per_page') ?? 10);
  const page = Number(url.searchParams.get('page') ?? 1);
  if (perPage < 1 || perPage > 100) return problem(400, 'rest_invalid_param');
  const pages = Math.ceil(all.length / perPage);
  if (page > Math.max(1, pages)) return problem(400, 'rest_post_invalid_page_number');
  const next = new URL(url);
  next.searchParams.set('page', String(page + 1));
  const link = page < pages ? { link: `<${next.href}>; rel="next"` } : {};
  const headers = { 'x-wp-total': String(all.length), 'x-wp-totalpages': String(pages), ...link };
  return { ...said(200, all.slice((page - 1) * perPage, page * perPage)), headers };
}

/** As `context=edit` shows it. */
function shown({ content, title, excerpt, ...post }: FakePost): object {
  return { ...post, content: { raw: content }, title: { raw: title }, excerpt: { raw: excerpt } };
}

function said(status: number, value: unknown): Said {
  return { status, body: JSON.stringify(value) };
}

function problem(status: number, code: string, data: object = { status }): Said {
  return said(status, { code, message: `Sorry, ${wordpressUser.password} is not allowed.`, data });
}
