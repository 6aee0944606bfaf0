/**
 * A vendor of machine translation on loopback, in a few lines: it answers in its protocol, records what it was sent and
 * misbehaves on demand, one fault a request. The three protocols (`fake-deepl.ts`, `fake-openai.ts`,
 * `fake-libretranslate.ts`) say only how texts are read from a request and written into a reply.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Protocol {
  readonly texts: (body: string) => string[];
  readonly reply: (texts: readonly unknown[]) => unknown;
  /** Answers what is no translation; undefined: this is one. */
  readonly other?: (request: Pick<Seen, 'method' | 'path' | 'body'>) => { status: number; body: unknown } | undefined;
}

export type Misbehaviour =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  /** `hang`: never an answer. `half-open`: a beginning of one, and then nothing. `reset`: the connection is cut. */
  | 'hang'
  | 'half-open'
  | 'reset'
  | 'huge'
  | 'not-json'
  | 'other-json'
  | 'one-too-few'
  | 'one-too-many'
  | 'empty-text'
  | 'rambling'
  | 'no-strings'
  | 'lost-link'
  | 'lost-code';

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly texts: readonly string[];
}

export interface FakeVendor {
  readonly url: string;
  readonly seen: Seen[];
  /** Requests that the client gave up before they were answered; settles once there is one. */
  abandoned(): Promise<void>;
  /** What the next requests meet, one each. */
  next(...faults: Misbehaviour[]): void;
  close(): Promise<void>;
}

/** What a fake makes of a text: recognisable, and every mark of a code stays where it is. */
export function faked(text: string): string {
  return `§ ${text}`;
}

export async function startFakeVendor(protocol: Protocol): Promise<FakeVendor> {
  const seen: Seen[] = [];
  const faults: Misbehaviour[] = [];
  const abandoned = Promise.withResolvers<void>();

  const server = createServer((request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) abandoned.resolve();
    });
    void take(request, response);
  });

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(request);
    const [method, path] = [request.method ?? '', request.url ?? ''];
    const other = protocol.other?.({ method, path, body });
    if (other) {
      seen.push({ method, path, headers: request.headers, body, texts: [] });
      return send(response, other.status, {}, JSON.stringify(other.body));
    }
    const texts = method === 'POST' ? protocol.texts(body) : [];
    seen.push({ method, path, headers: request.headers, body, texts });
    answer(faults.shift(), protocol, texts, response);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    abandoned: () => abandoned.promise,
    next: (...more) => void faults.push(...more),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const aroundLike = /<\/?c?\d+>|⟦\/?\d+⟧/gu;
const codeLike = /<\/?c?\d+\/?>|⟦\/?\d+\/?⟧/gu;

function answer(fault: Misbehaviour | undefined, protocol: Protocol, texts: string[], response: ServerResponse): void {
  const good = (texts: readonly unknown[]) => send(response, 200, {}, JSON.stringify(protocol.reply(texts)));
  if (fault === undefined) return good(texts.map(faked));
  if (typeof fault === 'object') return send(response, fault.status, fault.headers ?? {}, fault.body ?? '{}');
  const actions: Readonly<Record<Exclude<Misbehaviour, object>, () => void>> = {
    hang: () => {},
    'half-open': () => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"tr'),
    reset: () => void response.socket?.resetAndDestroy(),
    huge: () => send(response, 200, {}, JSON.stringify(protocol.reply(texts.map(() => 'א'.repeat(100_000))))),
    'not-json': () => send(response, 200, {}, '<html>Bad gateway</html>'),
    'other-json': () => send(response, 200, {}, '{"unexpected":[null,{"text":1}]}'),
    'one-too-few': () => good(texts.slice(1).map(faked)),
    'one-too-many': () => good([...texts, 'more'].map(faked)),
    'empty-text': () => good(texts.map((text, at) => (at === 0 ? ' ' : faked(text)))),
    rambling: () => good(texts.map((text, at) => (at === 0 ? `${text} and so on`.repeat(500) : faked(text)))),
    'no-strings': () => good(texts.map((_, at) => (at % 2 ? null : 7))),
    'lost-link': () => good(texts.map((text) => faked(text.replace(aroundLike, '')))),
    'lost-code': () => good(texts.map((text) => faked(text.replace(codeLike, '')))),
  };
  actions[fault]();
}

function send(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
