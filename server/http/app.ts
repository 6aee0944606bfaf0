/**
 * The desk's HTTP application: plugins first, then guards, then the contract's endpoints, then the built client. It
 * listens nowhere: the process (`main.ts`), the command line and the tests each use it in their own way.
 *
 * Fastify's lax defaults are closed here: body and connection time-outs, the text/plain parser, property dropping and
 * coercion (`validation.ts`), any Host (`guard.ts`).
 */
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fastify, { type FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { refuse } from '../domain/errors.ts';
import type { World } from '../ports.ts';
import { registerEndpoints } from './endpoint.ts';
import { checkHost, type Identity } from './guard.ts';
import { sendError, sendRefusal } from './problems.ts';
import { serverOptions } from './server-options.ts';
import { checkHandlers } from './routes/checks.ts';
import { commentHandlers } from './routes/comments.ts';
import { deliveryHandlers } from './routes/deliveries.ts';
import { documentHandlers } from './routes/documents.ts';
import { editionHandlers } from './routes/editions.ts';
import { eventHandlers } from './routes/events.ts';
import { memoryExchangeHandlers } from './routes/memory-exchange.ts';
import { memoryHandlers } from './routes/memory.ts';
import { publishingHandlers } from './routes/publishing.ts';
import { queueHandlers } from './routes/queue.ts';
import { segmentHandlers } from './routes/segments.ts';
import { sessionHandlers } from './routes/session.ts';
import { siteHandlers } from './routes/site.ts';
import { statisticsHandlers } from './routes/statistics.ts';
import { termHandlers } from './routes/terms.ts';
import { isWellFormedThroughout, useContractValidation, useStrictJson } from './validation.ts';

export interface AppOptions extends Identity {
  readonly logLevel: string;
  readonly version: string;
  /** The built client; absent in tests of the API alone. */
  readonly clientFolder?: string;
  /** Where previews are shown: the only foreign frame that the desk may show. */
  readonly previewsOrigin: string;
  /** Makes the address of a one-time link. */
  readonly linkUrl: (token: string) => string;
}

export async function buildApp(world: World, options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    ...serverOptions(options.logLevel),
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 100, ignoreTrailingSlash: false },
    frameworkErrors: (error, request, reply) => void sendError(error, request, reply),
  });
  useStrictJson(app);
  useContractValidation(app);
  app.setErrorHandler(sendError);

  app.addHook('onRequest', async (request, reply) => {
    const refusal = checkHost(request, options);
    return refusal && sendRefusal(reply, refusal);
  });
  app.addHook('preValidation', async (request, reply) => {
    return isWellFormedThroughout(request.body) ? undefined : sendRefusal(reply, refuse('request.malformed'));
  });
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
  });

  await app.register(helmet, securityHeaders(options));
  await app.register(cookie);
  await app.register(compress, { global: true, threshold: 1024 });
  await app.register(swagger, {
    openapi: { info: { title: 'Dragoman', version: options.version } },
    hideUntagged: false,
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs' });

  await app.register(async (scope) => {
    registerEndpoints(scope, world, options, {
      ...sessionHandlers(world, options),
      ...documentHandlers(world),
      ...segmentHandlers(world),
      ...commentHandlers(world),
      ...memoryHandlers(world),
      ...memoryExchangeHandlers(world, options.version),
      ...termHandlers(world),
      ...statisticsHandlers(world),
      ...editionHandlers(world),
      ...publishingHandlers(world),
      ...siteHandlers(world),
      ...deliveryHandlers(world),
      ...checkHandlers(world),
      ...queueHandlers(world),
      ...eventHandlers(world, options),
    });
  });

  await serveClient(app, options);
  return app;
}

/** The desk's pages, and index.html for every address of its router, so that deep links work. */
async function serveClient(app: FastifyInstance, { clientFolder }: AppOptions): Promise<void> {
  const isBuilt = clientFolder !== undefined && existsSync(clientFolder);
  if (isBuilt) {
    await app.register(fastifyStatic, { root: clientFolder, wildcard: false, dotfiles: 'deny', index: 'index.html' });
  }
  app.setNotFoundHandler(async (request, reply) => {
    const isPage =
      request.method === 'GET' && !request.url.startsWith('/api/') && !/\.[a-z0-9]+(\?|$)/.test(request.url);
    if (isBuilt && isPage) return reply.type('text/html; charset=utf-8').sendFile('index.html');
    return sendRefusal(reply, refuse('route.unknown'));
  });
}

/** The desk shows text that others wrote: no inline script or style, no foreign address. */
function securityHeaders({ previewsOrigin, origins }: AppOptions) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameSrc: [previewsOrigin],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: origins.some((origin) => origin.startsWith('https:')),
  } as const;
}
