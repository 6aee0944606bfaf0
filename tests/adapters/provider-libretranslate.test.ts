/** LibreTranslate: the contract against a fake of its protocol, and what is particular to it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { libretranslateProvider } from '../../server/adapters/provider-libretranslate.ts';
import { startFakeLibreTranslate } from '../support/fake-libretranslate.ts';
import type { FakeVendor } from '../support/fake-vendor.ts';
import { canary, items, providerContract, requestOf, wireContract } from './provider-contract.ts';

providerContract('libretranslate', async () => {
  const fake = await startFakeLibreTranslate();
  return { provider: libretranslateProvider({ url: fake.url, key: canary }), close: () => fake.close() };
});

wireContract('libretranslate', async () => {
  const fake = await startFakeLibreTranslate();
  return { fake, provider: (limits) => libretranslateProvider({ url: fake.url, key: canary, limits }) };
});

describe('libretranslate: what it sends', () => {
  let fake: FakeVendor;
  beforeEach(async () => void (fake = await startFakeLibreTranslate()));
  afterEach(() => fake.close());
  const sent = () => JSON.parse(fake.seen.at(-1)?.body ?? '') as Record<string, unknown>;

  it('tags as HTML, texts without codes as text, under a base path, with its key', async () => {
    const provider = libretranslateProvider({ url: `${fake.url}/libre`, key: canary });
    await provider.translate(requestOf());
    expect(fake.seen[0]?.path).toBe('/libre/translate');
    expect(sent()).toMatchObject({ source: 'en', target: 'ar', format: 'html', api_key: canary });
    await provider.translate(requestOf({ items: items.slice(0, 1) }));
    expect(sent()).toMatchObject({ q: ['A heading & more'], format: 'text' });
  });

  it('sends no key to a server that was given none', async () => {
    await libretranslateProvider({ url: fake.url }).translate(requestOf());
    expect(sent()).not.toHaveProperty('api_key');
  });
});
