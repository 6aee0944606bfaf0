/**
 * Requests are checked by TypeBox's own compiler: exactly the contract's schemas, nothing dropped, nothing coerced in
 * a body. Query strings are text by nature, so there alone numbers are converted. (Fastify's defaults drop unknown
 * properties, answer 200 and coerce types: a typo in a client would pass unseen.)
 */
import type { FastifyInstance } from 'fastify';
import { isUtf8 } from 'node:buffer';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Refused, refuse } from '../domain/errors.ts';

/** Sets the validator of an app. */
export function useContractValidation(app: FastifyInstance): void {
  app.setValidatorCompiler<TSchema>(({ schema, httpPart }) => {
    const validator = Compile(schema);
    return (value: unknown) => {
      const given = httpPart === 'querystring' ? validator.Convert(value) : value;
      if (validator.Check(given)) return { value: given };
      return { error: validator.Errors(given).map((error) => ({ ...error, params: {} })) };
    };
  });
}

/**
 * Makes JSON in UTF-8 (RFC 8259) all that an app reads. Fastify's own reader puts U+FFFD for what is no UTF-8, and so
 * would keep a text that nobody wrote.
 */
export function useStrictJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (isUtf8(body)) void parse(request, body.toString('utf8'), done);
    else done(new Refused(refuse('request.malformed')));
  });
}

/** Whether every string of a parsed body can be written as UTF-8: lone surrogates cannot. Works without recursion. */
export function isWellFormedThroughout(body: unknown): boolean {
  const open: unknown[] = [body];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string' && !value.isWellFormed()) return false;
    if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) open.push(key, member);
    }
  }
  return true;
}
