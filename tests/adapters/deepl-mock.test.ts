/**
 * DeepL's adapter against DeepL's own mock server (github.com/DeepLcom/deepl-mock), where one runs: start it on
 * loopback and give its address in `DEEPL_MOCK_URL`. It checks what our fake cannot: that the parameters we send are
 * ones that DeepL takes. It translates "proton beam" only; longer texts come back as they are, or as one word repeated.
 */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { deeplProvider } from '../../server/adapters/provider-deepl.ts';
import { limits } from '../../server/adapters/http-exchange.ts';
import type { TranslationProvider } from '../../server/ports.ts';
import { requestOf, texts } from './provider-contract.ts';

const serverUrl = process.env['DEEPL_MOCK_URL'] ?? '';
const skipped = serverUrl === '' ? ' (SKIPPED: DEEPL_MOCK_URL is not set)' : '';

/** A provider with a session of its own on the mock, and a way to see what the mock was sent. */
function open(orders: Record<string, string> = {}, totalMs = limits.totalMs) {
  const session = randomUUID();
  const headers = { 'mock-server-session': session, ...orders };
  const provider = deeplProvider({
    key: `key-${session}`,
    english: 'en-GB',
    serverUrl,
    headers,
    limits: { ...limits, totalMs },
  });
  const lastRequest = async () => {
    const answer = await fetch(new URL('/__session__/last-request', serverUrl), { headers });
    return (await answer.json()) as { body: Record<string, string> };
  };
  return { provider, lastRequest };
}

const beam = [{ text: 'proton beam', codes: {} }];
const ask = (provider: TranslationProvider, change = {}) =>
  provider.translate(requestOf({ items: beam, to: 'he', ...change }));

describe.skipIf(skipped !== '')(`deepl-mock${skipped}`, () => {
  it.each([
    ['en', 'he', 'proton beam', 'קרן פרוטונים'],
    ['en', 'ar', 'proton beam', 'شعاع البروتون'],
    ['he', 'en', 'קרן פרוטונים', 'proton beam'],
    ['ar', 'he', 'شعاع البروتون', 'קרן פרוטונים'],
  ] as const)('translates %s → %s', async (from, to, text, translated) => {
    const { provider } = open();
    const [result] = texts(await ask(provider, { from, to, items: [{ text, codes: {} }] }));
    expect(result).toMatchObject({ content: { text: translated }, model: 'quality_optimized', billed: text.length });
  });

  it('takes every parameter that we send, tag handling among them', async () => {
    const { provider, lastRequest } = open();
    const linked = [{ text: '<1>proton beam</1>', codes: { 1: { type: 'emphasis' } } }] as const;
    const results = await ask(provider, { items: linked, to: 'ar' });
    expect(results[0]).not.toHaveProperty('fault');
    const { body } = await lastRequest();
    expect(body).toMatchObject({ model_type: 'quality_optimized', source_lang: 'en', preserve_formatting: '1' });
    expect(body['context']).toBe('A title\n\nOne.\n\nTwo.');
  });

  it('429: busy, after one request', async () => {
    const { provider } = open({ 'mock-server-session-429-count': '1' });
    expect(await ask(provider)).toEqual([{ fault: { code: 'provider.busy', retryable: true } }]);
    expect(texts(await ask(provider))).toHaveLength(1);
  });

  it('503: unreachable, after one request', async () => {
    const { provider } = open({ 'mock-server-session-5xx-count': '1' });
    expect(await ask(provider)).toEqual([{ fault: { code: 'provider.unreachable', retryable: true } }]);
    expect(texts(await ask(provider))).toHaveLength(1);
  });

  it('no answer: unreachable at the deadline', async () => {
    const { provider } = open({ 'mock-server-session-no-response-count': '1' }, 100);
    expect(await ask(provider)).toEqual([{ fault: { code: 'provider.unreachable', retryable: true } }]);
  });

  it('456: quota', async () => {
    const { provider } = open({ 'mock-server-session-init-character-limit': '5' });
    expect(await ask(provider)).toEqual([{ fault: { code: 'provider.quota', retryable: false } }]);
  });

  it('403: a key that is refused', async () => {
    const provider = deeplProvider({ key: 'invalid', english: 'en-GB', serverUrl });
    expect(await ask(provider)).toEqual([{ fault: { code: 'provider.refused', retryable: false } }]);
  });

  it('tells its quota', async () => {
    const { provider } = open();
    await ask(provider);
    expect(await provider.describe()).toMatchObject({ used: 'proton beam'.length, limit: 20_000_000 });
  });
});
