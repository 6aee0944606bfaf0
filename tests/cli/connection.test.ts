/** A server that goes away: the terminal is told what is known of the request, in words, not in a stack trace. */
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { connect } from '../../server/cli/connection.ts';
import { readConfig, type Config } from '../../server/config.ts';

const config = configuration();

function configuration(): Config {
  const read = readConfig({});
  if (read.ok) return read.config;
  throw new Error(read.faults.join());
}

async function serverThat(answers: RequestListener): Promise<{ server: Server; url: string }> {
  const server = createServer(answers).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

it('that dies before its answer leaves open what was done', async () => {
  const { server, url } = await serverThat((_, reply) => void reply.destroy());
  const connection = await connect(config, { url, token: 'a' });
  await expect(connection.call('GET /api/documents', {})).rejects.toMatchObject({ refusal: { code: 'server.gone' } });
  server.close();
});

it('that dies in the middle of its answer leaves open what was done', async () => {
  const { server, url } = await serverThat((_, reply) => {
    reply.writeHead(200, { 'content-length': '100' }).write('{', () => reply.destroy());
  });
  const connection = await connect(config, { url, token: 'a' });
  await expect(connection.call('GET /api/documents', {})).rejects.toMatchObject({ refusal: { code: 'server.gone' } });
  server.close();
});

it('that is not there was asked nothing', async () => {
  const { server, url } = await serverThat((_, reply) => void reply.end());
  server.close();
  await once(server, 'close');
  const connection = await connect(config, { url, token: 'a' });
  const refusal = { code: 'server.unreachable', params: { address: url } };
  await expect(connection.call('GET /api/documents', {})).rejects.toMatchObject({ refusal });
});
