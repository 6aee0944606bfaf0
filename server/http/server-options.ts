/**
 * What both origins, the desk's and the editions', have in common as servers: time-outs against slow clients (Fastify's
 * defaults have none) and a log without secrets, in which single requests appear only while debugging.
 */
import { LogController, type FastifyHttpOptions } from 'fastify';
import type { Server } from 'node:http';

const seconds = 1000;

/** The options of a server that logs from `level` on. */
export function serverOptions(level: string) {
  return {
    logger: { level, redact: ['req.headers.authorization', 'req.headers.cookie'] },
    logController: new LogController({ disableRequestLogging: level !== 'debug' }),
    http: { headersTimeout: 10 * seconds, connectionsCheckingInterval: 5 * seconds },
    requestTimeout: 30 * seconds,
    connectionTimeout: 60 * seconds,
    forceCloseConnections: true,
  } satisfies FastifyHttpOptions<Server>;
}
