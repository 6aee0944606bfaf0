/**
 * A server on loopback that takes deliveries: it records what it was sent, misbehaves on demand, one fault a request, and
 * leaves it to a protocol (`fake-wordpress.ts`) what it says.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Arrived {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Said {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** `lost`: it does what it is asked, and the connection is cut before it can say so. */
export type Trouble = Said | 'hang' | 'reset' | 'huge' | 'lost';

export interface FakeReceiver {
  readonly url: string;
  readonly seen: Arrived[];
  /** What the next requests meet, one each; `undefined`: nothing bad. */
  next(...troubles: Array<Trouble | undefined>): void;
  /** Settles once a client has given a request up. */
  abandoned(): Promise<void>;
  close(): Promise<void>;
}

export async function startFakeReceiver(answer: (request: Arrived) => Said = () => ({ status: 204 })) {
  const seen: Arrived[] = [];
  const troubles: Array<Trouble | undefined> = [];
  const abandoned = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) abandoned.resolve();
    });
    void take(request, response);
  });

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const arrived: Arrived = {
      method: request.method ?? '',
      url: new URL(request.url ?? '', 'http://127.0.0.1'),
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    seen.push(arrived);
    const trouble = troubles.shift();
    if (trouble === 'hang') return;
    if (trouble === 'lost') answer(arrived);
    if (trouble === 'lost' || trouble === 'reset') return void response.socket?.resetAndDestroy();
    const huge = { status: 200, body: JSON.stringify('x'.repeat(20_000_000)) };
    send(response, trouble === 'huge' ? huge : (trouble ?? answer(arrived)));
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    next: (...more) => void troubles.push(...more),
    abandoned: () => abandoned.promise,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  } satisfies FakeReceiver;
}

function send(response: ServerResponse, { status, headers = {}, body = '' }: Said): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}
