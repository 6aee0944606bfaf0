/**
 * The editions' origin: the published files and the previews of drafts, and nothing else. It reads and sets no cookie,
 * takes no body, runs no script, writes no log of who reads what, and lets nothing be framed but a preview by the desk.
 * Any other web server can serve the same folder; this one is for a small newsroom without one.
 */
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { existsSync, mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { headerPolicy } from '../app/preview-edition.ts';
import { isLocale } from '../domain/locale.ts';
import type { Previews } from '../ports.ts';
import { encodePath } from '../domain/address.ts';
import { rulesFile, type SiteRule } from '../domain/site-rules.ts';
import { serverOptions } from './server-options.ts';
import { rulesIn } from './site-rules.ts';

export interface EditionsServerOptions {
  /** Where the published files stand. */
  readonly folder: string;
  readonly previews: Pick<Previews, 'find'>;
  /** The page where a preview was; undefined where none ever was. */
  readonly endedPreview?: (token: string) => Promise<Uint8Array | undefined>;
  /** The origins of the desk, which alone may show a preview in a frame; separated by spaces. */
  readonly deskOrigin: string;
  readonly logLevel?: string;
}

const htmlType = 'text/html; charset=utf-8';
const year = 365 * 24 * 60 * 60;

/** Assets are named by their content; everything else may change with the next publication. */
const caching = { assets: `public, max-age=${year}, immutable`, pages: 'public, max-age=0, must-revalidate' };
const notFoundPage = '404.html';

/** What the extension of a file alone does not say. */
const types: Readonly<Record<string, string>> = {
  'feed.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
};

const headers = {
  'content-security-policy': headerPolicy(),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'browsing-topics=(), camera=(), geolocation=(), microphone=()',
} as const;

/**
 * The server of the editions; it listens nowhere yet. Where there can be no folder of editions it has the previews only
 * and says so in its log: that keeps nobody from translating.
 */
export async function buildEditionsServer(options: EditionsServerOptions): Promise<FastifyInstance> {
  const { folder, previews, endedPreview = async () => undefined, deskOrigin, logLevel = 'silent' } = options;
  const app = fastify({
    ...serverOptions(logLevel),
    exposeHeadRoutes: true,
  });
  const findRule = rulesIn(folder);
  app.removeAllContentTypeParsers();
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(headers);
    if (!isReading(request)) {
      await reply.code(405).header('allow', 'GET, HEAD').send();
      return;
    }
    const rule = await findRule(request.url);
    if (rule) await obey(rule, request.url, reply, folder);
  });
  await app.register(compress, { global: true, threshold: 1024 });
  if (isFolder(folder, app.log)) {
    await app.register(fastifyStatic, {
      root: path.resolve(folder),
      dotfiles: 'ignore',
      redirect: true,
      cacheControl: false,
      allowedPath: (name) => name !== `/${rulesFile}`,
      setHeaders: (reply, file) => describeFile(reply, path.relative(folder, file)),
    });
  }

  app.get<{ Params: { token: string } }>('/preview/:token/', async ({ params }, reply) => {
    void reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex');
    const page = previews.find(params.token);
    if (page === undefined) {
      const ended = await endedPreview(params.token);
      return ended ? reply.code(410).type(htmlType).send(Buffer.from(ended)) : notFound(reply, folder);
    }
    void reply.header('content-security-policy', headerPolicy(deskOrigin));
    return reply.type(htmlType).send(Buffer.from(page));
  });
  app.setNotFoundHandler(async (_request, reply) => notFound(reply, folder));
  return app;
}

/** Makes the folder; false, with a line in the log, where that cannot be. */
function isFolder(folder: string, log: FastifyBaseLogger): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    return true;
  } catch (error) {
    log.error({ err: error }, 'there can be no folder of editions: readers find nothing until the next start');
    return false;
  }
}

function isReading({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}

function describeFile(reply: Pick<FastifyReply, 'header'>, file: string): void {
  const [room = ''] = file.split(path.sep);
  const type = types[path.basename(file)];
  if (file === notFoundPage) return;
  if (type !== undefined) void reply.header('content-type', type);
  void reply.header('cache-control', room === 'assets' ? caching.assets : caching.pages);
  if (isLocale(room)) void reply.header('content-language', room);
}

/**
 * What a rule says, for its folder and all that was in it. Nobody keeps the answer: an article may be published again, or
 * get its former name back. The address to go to is relative, since the site may stand under any path.
 */
async function obey(
  { from, to, status }: SiteRule,
  url: string,
  reply: FastifyReply,
  folder: string,
): Promise<FastifyReply> {
  const [address = ''] = url.split(/[?#]/u);
  const [locale = ''] = from.split('/');
  void reply.code(status).header('cache-control', caching.pages);
  if (isLocale(locale)) void reply.header('content-language', locale);
  const root = '../'.repeat(address.split('/').length - 2) || './';
  if (status === 301) return reply.header('location', `${root}${encodePath(to)}`).send();
  void reply.header('x-robots-tag', 'noindex').type(htmlType);
  // Deeper down its ways, which are relative, would lead elsewhere.
  const isInside = address.split('/').length - 1 === from.split('/').length;
  return reply.send(await readPage(folder, isInside ? `${from}index.html` : notFoundPage));
}

/** A page of the site; empty where it is not there. */
async function readPage(folder: string, name: string): Promise<Buffer> {
  try {
    return await readFile(path.join(folder, name));
  } catch {
    return Buffer.alloc(0);
  }
}

/** The site's own page for it, in three languages, as soon as the editions were reconciled once; until then nothing. */
function notFound(reply: FastifyReply, folder: string): FastifyReply {
  void reply.code(404).header('cache-control', 'no-store');
  const hasPage = reply.server.hasReplyDecorator('sendFile') && existsSync(path.join(folder, notFoundPage));
  return hasPage ? reply.sendFile(notFoundPage) : reply.send();
}
