/**
 * LibreTranslate, hosted or one's own: `POST /translate` with a list of texts. Its HTML mode keeps elements in place,
 * so codes travel there as tags first and as sentinels in plain text where one got lost. It takes no context.
 * The key travels in the body; the exchange follows no redirect, so that it reaches the configured host only.
 */
import type { TranslationProvider, TranslationRequest } from '../ports.ts';
import { sentinels, xmlTags, type CodeDialect } from './code-dialects.ts';
import { exchange, faults, patientLimits, type Failure, type Limits } from './http-exchange.ts';
import { machineRound, type Sent } from './machine-round.ts';
import { isRecord, parseJson } from './vendor-json.ts';

export interface LibreTranslateSettings {
  readonly url: string;
  readonly key?: string;
  readonly limits?: Limits;
}

/** A provider over one LibreTranslate server. */
export function libretranslateProvider(settings: LibreTranslateSettings): TranslationProvider {
  const url = new URL('translate', settings.url.endsWith('/') ? settings.url : `${settings.url}/`);

  return {
    id: 'libretranslate',
    supports: (from, to) => from !== to,
    translate: (request) =>
      machineRound(request, [xmlTags, sentinels], (texts, dialect) => send(request, texts, dialect)),
    describe: async () => ({ server: url.host }),
  };

  async function send(
    { from, to, signal }: TranslationRequest,
    texts: readonly string[],
    dialect: CodeDialect,
  ): Promise<Sent[] | Failure> {
    const format = dialect.id === 'xml' ? 'html' : 'text';
    const answer = await exchange({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', 'user-agent': 'dragoman' },
      body: JSON.stringify({
        q: texts,
        source: from,
        target: to,
        format,
        ...(settings.key && { api_key: settings.key }),
      }),
      limits: settings.limits ?? patientLimits,
      signal,
    });
    if (!answer.ok) return answer.failure;
    return readTexts(answer.body)?.map((text) => ({ text, model: 'libretranslate', billed: text.length })) ?? garbled;
  }
}

const garbled: Failure = { fault: faults['provider.garbled'] };

function readTexts(body: string): string[] | undefined {
  const reply = parseJson(body);
  const texts: unknown = isRecord(reply) ? reply['translatedText'] : undefined;
  return Array.isArray(texts) && texts.every((text) => typeof text === 'string') ? texts : undefined;
}
