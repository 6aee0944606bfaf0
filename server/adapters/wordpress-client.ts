/**
 * WordPress's REST interface (`/wp-json/wp/v2`), as much of it as deliveries need. A call gives what the server said, or
 * throws `NotTaken` with the outcome: an error of the protocol, a page of HTML where JSON belongs, no answer at all.
 */
import type { DeliveryOutcome } from '../ports.ts';
import { exchangeDelivery, failed, undelivered, type Undelivered } from './delivery-exchange.ts';
import type { Answer, Limits, Method } from './http-exchange.ts';
import { isRecord, parseJson } from './vendor-json.ts';

export interface WordpressOptions {
  /** Where the site begins. */
  readonly url: string;
  readonly user: string;
  /** An application password of that user (Users → Profile). */
  readonly password: string;
  readonly limits?: Limits;
}

export interface Post {
  readonly id: number;
  /** As it was written, not as it is shown. */
  readonly content: string;
}

/** Carries an outcome out of the calls that make up a delivery. */
export class NotTaken extends Error {
  readonly outcome: Undelivered;
  /** What WordPress said, where it said it in its own form. */
  readonly said: Readonly<Record<string, unknown>>;

  constructor(outcome: Undelivered, said: NotTaken['said'] = {}) {
    super(outcome.code);
    this.outcome = outcome;
    this.said = said;
  }
}

/** The outcome of some calls. Throws what is no outcome. */
export async function outcomeOf(calls: () => Promise<void>): Promise<DeliveryOutcome> {
  try {
    await calls();
    return { ok: true };
  } catch (error) {
    if (error instanceof NotTaken) return error.outcome;
    throw error;
  }
}

export interface Wordpress {
  /** Posts of any status but the bin's whose text, title or excerpt has these words; a hundred, the first made first. */
  search(words: string): Promise<Post[]>;
  /** Makes a post, or changes one. Gives its id. */
  write(post: Readonly<Record<string, unknown>>, id?: number): Promise<number>;
  /** The term of this slug, made where it is not there. Gives its id. */
  tag(term: { readonly slug: string; readonly name: string; readonly lang: string }): Promise<number>;
}

type Send = (method: Method, path: string, body?: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** A client for the calls of one delivery. */
export function wordpressClient(options: WordpressOptions, signal: AbortSignal): Wordpress {
  const send = sender(options, signal);
  return {
    async search(words) {
      const asked = { search: words, context: 'edit', status: 'any', orderby: 'id', order: 'asc', per_page: '100' };
      return listOf(await send('GET', `posts?${new URLSearchParams(asked).toString()}`)).map(postOf);
    },

    async write(post, id) {
      return idOf(await send('POST', id === undefined ? 'posts' : `posts/${id}`, post));
    },

    async tag({ slug, name, lang }) {
      const [found] = listOf(await send('GET', `tags?${new URLSearchParams({ slug, lang }).toString()}`));
      if (found !== undefined) return idOf(found);
      try {
        return idOf(await send('POST', 'tags', { slug, name, lang }));
      } catch (error) {
        const existing = error instanceof NotTaken ? termIn(error.said) : undefined;
        if (existing === undefined) throw error;
        return existing;
      }
    },
  };
}

function sender({ url, user, password, limits }: WordpressOptions, signal: AbortSignal): Send {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  return async (method, path, body) => {
    const answer = await exchangeDelivery({
      method,
      url: new URL(`${url}/wp-json/wp/v2/${path}`),
      headers: { authorization, accept: 'application/json', 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
      ...(limits && { limits }),
      signal,
    });
    const said = parseJson(answer.body);
    if (!answer.ok) throw refusedBy(method, answer, said);
    if (said === undefined) throw new NotTaken(failed('delivery.garbled', 'no JSON', true));
    return said;
  };
}

/**
 * Its codes are words with underscores; what else it says may hold anything. A question has nothing of an article in it:
 * where it is turned down, it is for who asks (who may not see drafts is told of an invalid parameter).
 */
function refusedBy(method: Method, answer: Extract<Answer, { ok: false }>, said: unknown): NotTaken {
  const code = isRecord(said) && typeof said['code'] === 'string' ? said['code'] : '';
  const isCode = /^[a-z][a-z_]{0,60}$/u.test(code);
  const outcome = undelivered(answer, isCode ? code : undefined);
  const isAboutAsker = method === 'GET' && outcome.code === 'delivery.rejected';
  return new NotTaken(
    isAboutAsker ? { ...outcome, code: 'delivery.refused' } : outcome,
    isCode && isRecord(said) ? said : {},
  );
}

/** Somebody else has just made the term, or it stands in another language: WordPress says which it is. */
function termIn({ code, data }: NotTaken['said']): number | undefined {
  const id = code === 'term_exists' && isRecord(data) ? data['term_id'] : undefined;
  return typeof id === 'number' ? id : undefined;
}

function listOf(said: unknown): unknown[] {
  if (Array.isArray(said)) return said;
  throw new NotTaken(failed('delivery.garbled', 'no list', true));
}

function idOf(said: unknown): number {
  if (isRecord(said) && typeof said['id'] === 'number') return said['id'];
  throw new NotTaken(failed('delivery.garbled', 'no id', true));
}

function postOf(said: unknown): Post {
  const content = isRecord(said) && isRecord(said['content']) ? said['content']['raw'] : undefined;
  if (typeof content === 'string') return { id: idOf(said), content };
  throw new NotTaken(failed('delivery.garbled', 'no text', true));
}
