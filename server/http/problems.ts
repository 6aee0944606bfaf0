/**
 * Problems: the HTTP form of a refusal (RFC 9457) and the one place where errors become answers. A reader gets a code
 * and its parameters, never a stack, a path or a word of ours; the client makes the sentence in their language.
 */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Refused, refusalStatus, refuse, type Refusal, type RefusalCode } from '../domain/errors.ts';

/** Fastify's own errors that are the caller's, by their code. Everything else is our fault. */
const callersErrors: Readonly<Record<string, RefusalCode>> = {
  FST_ERR_VALIDATION: 'request.invalid',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.malformed',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.malformed',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.media-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_BAD_URL: 'request.malformed',
  FST_ERR_MAX_PARAM_LENGTH: 'request.malformed',
};

/** Answers with a refusal; what else it carries (`current`, `blockers`) goes along. */
export async function sendRefusal(reply: FastifyReply, refusal: Refusal): Promise<FastifyReply> {
  const { ok: _, code, params, ...more } = refusal;
  const status = refusalStatus[code];
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({ type: 'about:blank', title: code, status, code, params, ...more });
}

/** What is thrown on the way to an answer. */
export async function sendError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (error instanceof Refused) return sendRefusal(reply, error.refusal);
  const code = callersErrors[error.code] ?? byStatus(error.statusCode);
  if (code === undefined) {
    if (!isForNobody(error, reply)) request.log.error({ err: error }, 'fault');
    return sendRefusal(reply, refuse('server.fault'));
  }
  return sendRefusal(reply, refuse(code, code === 'request.invalid' ? { where: placeOf(error) } : {}));
}

/** Work that was given up because its caller is gone: no fault. */
function isForNobody(error: FastifyError, reply: FastifyReply): boolean {
  return error.name === 'AbortError' && reply.raw.destroyed;
}

function byStatus(status: number | undefined): RefusalCode | undefined {
  if (status === 400) return 'request.malformed';
  if (status === 413) return 'request.too-large';
  if (status === 415) return 'request.media-type';
  if (status === 429) return 'request.too-many';
  return undefined;
}

/** Which part of the request does not fit: a property's path, never its value. */
function placeOf(error: FastifyError): string {
  const path = error.validation?.[0]?.instancePath ?? '';
  return `${error.validationContext ?? 'body'}${path}`;
}
