/**
 * DeepL, through its own client (deepl-node builds the parameters and reads the replies) over our own exchange: the
 * transport inside deepl-node knows no signal, no total deadline, no limit of size and no Retry-After, and it retries
 * by itself what the job retries already.
 *
 * Facts about the vendor that stand here and nowhere else: English is a target only as en-GB or en-US; the default
 * model is the fast one; tag handling is not listed for Hebrew, so codes travel as sentinels there; `context` is not
 * billed, and the texts of one request do not see each other.
 */
import { DeepLClient, type TargetLanguageCode, type TranslateTextOptions } from 'deepl-node';
import { HttpClient } from 'deepl-node/dist/client.js';
import type { Locale } from '../domain/locale.ts';
import type { TranslationProvider, TranslationRequest, TranslationResult } from '../ports.ts';
import { sentinels, xmlTags, type CodeDialect } from './code-dialects.ts';
import { keepGlossaries } from './deepl-glossary.ts';
import {
  exchange,
  faults,
  limits,
  methods,
  type Answer,
  type Failure,
  type Limits,
  type Method,
} from './http-exchange.ts';
import { contextOf, machineRound, type Sent } from './machine-round.ts';

export interface DeepLSettings {
  readonly key: string;
  readonly english: 'en-GB' | 'en-US';
  /** Absent: DeepL's own, free or paid as the key says. */
  readonly serverUrl?: string;
  readonly limits?: Limits;
  /** Sent with every request; a mock server takes its orders there. */
  readonly headers?: Readonly<Record<string, string>>;
}

const hasTagHandling: Readonly<Record<Locale, boolean>> = { en: true, ar: true, he: false };

/** A provider over one DeepL account. */
export function deeplProvider(settings: DeepLSettings): TranslationProvider {
  const glossaries = keepGlossaries();
  const serverUrl = settings.serverUrl ?? `https://api${settings.key.endsWith(':fx') ? '-free' : ''}.deepl.com`;

  return {
    id: 'deepl',
    supports: (from, to) => from !== to,

    async translate(request) {
      const client = connect(settings, serverUrl, request.signal);
      const glossary = await glossaries.idFor(client, request);
      const results = await round(client, request, glossary);
      // A glossary that somebody removed at DeepL is refused like a wrong address.
      if (glossary === undefined || !results.every(isRefused)) return results;
      glossaries.forget();
      return round(client, request, await glossaries.idFor(client, request));
    },

    async describe() {
      const { signal } = new AbortController();
      const usage = await attempt(signal, () => connect(settings, serverUrl, signal).getUsage());
      const about = { server: new URL(serverUrl).host, english: settings.english };
      if ('fault' in usage) return { ...about, quota: usage.fault.code };
      const { count, limit } = usage.character ?? {};
      return { ...about, ...(count !== undefined && { used: count }), ...(limit !== undefined && { limit }) };
    },
  };

  function round(client: DeepLClient, request: TranslationRequest, glossary?: string): Promise<TranslationResult[]> {
    return machineRound(request, dialectsOf(request), (texts, dialect) =>
      attempt(request.signal, () => send(client, request, texts, optionsOf(request, dialect, glossary))),
    );
  }

  /** The texts of one request, in order. */
  async function send(
    client: DeepLClient,
    request: TranslationRequest,
    texts: readonly string[],
    options: TranslateTextOptions,
  ): Promise<Sent[]> {
    const target: TargetLanguageCode = request.to === 'en' ? settings.english : request.to;
    const results = await client.translateText([...texts], request.from, target, options);
    return results.map(({ text, modelTypeUsed, billedCharacters }, at) => ({
      text: typeof text === 'string' ? text : '',
      model: modelTypeUsed ?? 'unknown',
      billed: billedCharacters ?? texts[at]?.length ?? 0,
    }));
  }
}

function isRefused(result: TranslationResult): boolean {
  return 'fault' in result && result.fault.code === 'provider.refused';
}

function dialectsOf({ from, to }: TranslationRequest): [CodeDialect, CodeDialect?] {
  return hasTagHandling[from] && hasTagHandling[to] ? [xmlTags, sentinels] : [sentinels];
}

function optionsOf(
  request: TranslationRequest,
  dialect: CodeDialect,
  glossary: string | undefined,
): TranslateTextOptions {
  return {
    modelType: 'quality_optimized',
    context: contextOf(request),
    preserveFormatting: true,
    splitSentences: 'nonewlines',
    ...(glossary !== undefined && { glossary }),
    ...(dialect.id === 'xml' && { tagHandling: 'xml', outlineDetection: false }),
  };
}

/** An exchange that brought no answer, on its way through deepl-node's code. */
class Failed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.fault.code);
    this.failure = failure;
  }
}

/** What deepl-node made of the exchange; an answer that it could not read is garbled. */
async function attempt<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T | Failure> {
  try {
    return await work();
  } catch (error) {
    signal.throwIfAborted();
    return error instanceof Failed ? error.failure : { fault: faults['provider.garbled'] };
  }
}

type SendForm = (method: Method, path: string, form: URLSearchParams | undefined) => Promise<Answer>;

function isMethod(method: string): method is Method {
  return (methods as readonly string[]).includes(method);
}

class Transport extends HttpClient {
  readonly #send: SendForm;

  constructor(send: SendForm) {
    super('', {}, 1, 0);
    this.#send = send;
  }

  /** `never`, because the base lets each caller say what it expects; ours all expect text. */
  override async sendRequestWithBackoff(
    method: string,
    path: string,
    options: { data?: URLSearchParams } = {},
  ): Promise<{ statusCode: number; content: never }> {
    const answer = await this.#send(isMethod(method) ? method : 'POST', path, options.data);
    if (!answer.ok) throw new Failed(answer.failure);
    return { statusCode: 200, content: answer.body as never };
  }
}

class OurDeepLClient extends DeepLClient {
  protected override readonly httpClient: HttpClient;

  constructor(key: string, transport: HttpClient) {
    super(key, { sendPlatformInfo: false, maxRetries: 1 });
    this.httpClient = transport;
  }
}

/** A client for one call, so that the call's signal reaches its request. */
function connect(settings: DeepLSettings, serverUrl: string, signal: AbortSignal): DeepLClient {
  const headers = {
    authorization: `DeepL-Auth-Key ${settings.key}`,
    'user-agent': 'dragoman',
    'content-type': 'application/x-www-form-urlencoded',
    ...settings.headers,
  };
  const transport = new Transport((method, path, form) =>
    exchange({
      method,
      url: new URL(path.replace(/^\//u, ''), serverUrl.endsWith('/') ? serverUrl : `${serverUrl}/`),
      headers,
      ...(form && { body: form.toString() }),
      limits: settings.limits ?? limits,
      signal,
    }),
  );
  return new OurDeepLClient(settings.key, transport);
}
