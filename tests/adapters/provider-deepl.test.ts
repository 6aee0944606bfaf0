/** DeepL: the contract against a fake of its protocol, and what is particular to it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deeplProvider } from '../../server/adapters/provider-deepl.ts';
import { createTermIndex } from '../../server/domain/terms/term-index.ts';
import { startFakeDeepL, type FakeDeepL } from '../support/fake-deepl.ts';
import type { FakeVendor } from '../support/fake-vendor.ts';
import { aTerm } from '../support/terms.ts';
import { canary, items, providerContract, requestOf, texts, wireContract } from './provider-contract.ts';

const settings = { key: canary, english: 'en-GB' } as const;

providerContract('deepl', async () => {
  const fake = await startFakeDeepL();
  return { provider: deeplProvider({ ...settings, serverUrl: fake.url }), close: () => fake.close() };
});

wireContract('deepl', async () => {
  const fake = await startFakeDeepL();
  return { fake, provider: (limits) => deeplProvider({ ...settings, serverUrl: fake.url, limits }) };
});

describe('deepl: what it sends', () => {
  let fake: FakeVendor;
  beforeEach(async () => void (fake = await startFakeDeepL()));
  afterEach(() => fake.close());
  const sent = () => new URLSearchParams(fake.seen.at(-1)?.body);

  it('the good model, context in the source language, the source, and no formality', async () => {
    await deeplProvider({ ...settings, serverUrl: fake.url }).translate(requestOf({ to: 'he' }));
    expect(Object.fromEntries(sent())).toMatchObject({
      model_type: 'quality_optimized',
      context: 'A title\n\nOne.\n\nTwo.',
      source_lang: 'en',
      target_lang: 'he',
      preserve_formatting: '1',
    });
    expect(sent().has('formality')).toBe(false);
    expect(fake.seen.at(-1)?.headers.authorization).toBe(`DeepL-Auth-Key ${canary}`);
  });

  it('stays below the path of the address that it was given', async () => {
    await deeplProvider({ ...settings, serverUrl: `${fake.url}/proxy/` }).translate(requestOf());
    await deeplProvider({ ...settings, serverUrl: `${fake.url}/proxy` }).translate(requestOf());
    expect(fake.seen.map(({ path }) => path)).toEqual(['/proxy/v2/translate', '/proxy/v2/translate']);
  });

  it.each(['en-GB', 'en-US'] as const)('English as a target is %s by setting', async (english) => {
    await deeplProvider({ key: canary, english, serverUrl: fake.url }).translate(requestOf({ from: 'he', to: 'en' }));
    expect(sent().get('target_lang')).toBe(english);
  });

  it('tags for Arabic, sentinels wherever Hebrew is, plain text where there are no codes', async () => {
    const provider = deeplProvider({ ...settings, serverUrl: fake.url });
    await provider.translate(requestOf({ to: 'ar' }));
    expect(sent().get('tag_handling')).toBe('xml');
    expect(sent().getAll('text')[1]).toContain('<c1>Likud</c1>');
    for (const pair of [{ to: 'he' }, { from: 'he', to: 'ar' }] as const) {
      await provider.translate(requestOf(pair));
      expect(sent().has('tag_handling')).toBe(false);
      expect(sent().getAll('text')[1]).toContain('⟦1⟧Likud⟦/1⟧');
    }
    await provider.translate(requestOf({ items: items.slice(0, 1) }));
    expect(sent().has('tag_handling')).toBe(false);
    expect(sent().get('text')).toBe('A heading & more');
  });

  it('sends a source whose own codes do not pair as plain text: it would be no XML', async () => {
    const unpaired = { text: 'An <1>open end', codes: { 1: { type: 'emphasis' } } } as const;
    await deeplProvider({ ...settings, serverUrl: fake.url }).translate(requestOf({ items: [unpaired] }));
    expect(sent().has('tag_handling')).toBe(false);
    expect(sent().get('text')).toBe('An ⟦1⟧open end');
    expect(fake.seen).toHaveLength(1);
  });

  it('does not ask Hebrew twice: sentinels are its last resort', async () => {
    fake.next('lost-code');
    const results = await deeplProvider({ ...settings, serverUrl: fake.url }).translate(requestOf({ to: 'he' }));
    expect(texts(results)).toHaveLength(items.length);
    expect(fake.seen).toHaveLength(1);
  });

  it('counts both tries as billed, and says which model answered', async () => {
    fake.next('lost-code');
    const results = texts(await deeplProvider({ ...settings, serverUrl: fake.url }).translate(requestOf()));
    expect(results.map(({ billed }) => billed)).toEqual([7, 14, 7]);
    expect(results[0]?.model).toBe('quality_optimized');
  });

  it('describes its quota', async () => {
    const { host } = new URL(fake.url);
    const provider = deeplProvider({ ...settings, serverUrl: fake.url });
    expect(await provider.describe()).toEqual({ server: host, english: 'en-GB', used: 12, limit: 500_000 });
    fake.next({ status: 403, body: canary });
    expect(await provider.describe()).toEqual({ server: host, english: 'en-GB', quota: 'provider.refused' });
  });
});

describe('deepl: its glossary', () => {
  let fake: FakeDeepL;
  beforeEach(async () => void (fake = await startFakeDeepL()));
  afterEach(() => fake.close());
  const government = aTerm(1, { en: { preferred: 'government', forms: ['cabinet'] }, he: 'ממשלה', ar: 'حكومة' });
  const dictionaries = () =>
    Array.from(fake.glossaries.values(), ({ name, dictionaries }) => [name, [...dictionaries]]);
  const requests = (method: string) =>
    fake.seen.filter((one) => one.method === method && one.path.includes('glossaries'));

  it('holds the terms of each pair of languages once somebody translates it, and is named in the request', async () => {
    const provider = deeplProvider({ ...settings, serverUrl: fake.url });
    const terms = createTermIndex([government, aTerm(2, { en: 'Umm al-Khair' }, { isKept: true })]);
    for (const to of ['he', 'ar', 'he'] as const) await provider.translate(requestOf({ to, terms }));
    expect(dictionaries()).toEqual([
      [
        'Dragoman',
        [
          ['en he', 'Umm al-Khair\tUmm al-Khair\ncabinet\tממשלה\ngovernment\tממשלה'],
          ['en ar', 'Umm al-Khair\tUmm al-Khair\ncabinet\tحكومة\ngovernment\tحكومة'],
        ],
      ],
    ]);
    expect(new URLSearchParams(fake.seen.at(-1)?.body).get('glossary_id')).toBe('glossary-1');
    expect([requests('POST').length, requests('PUT').length]).toEqual([1, 1]);
  });

  it('follows the termbase, and is taken over by the next process', async () => {
    const other = aTerm(1, { en: 'government', he: 'שלטון' });
    const first = deeplProvider({ ...settings, serverUrl: fake.url });
    for (const term of [government, other]) {
      await first.translate(requestOf({ to: 'he', terms: createTermIndex([term]) }));
    }
    expect(dictionaries()).toEqual([['Dragoman', [['en he', 'government\tשלטון']]]]);
    const next = deeplProvider({ ...settings, serverUrl: fake.url });
    await next.translate(requestOf({ to: 'he', terms: createTermIndex([government]) }));
    expect(dictionaries()).toEqual([['Dragoman', [['en he', 'cabinet\tממשלה\ngovernment\tממשלה']]]]);
  });

  it('is one, also where two begin together; a document with terms of its own has one of its own', async () => {
    const provider = deeplProvider({ ...settings, serverUrl: fake.url });
    const own = aTerm(2, { en: 'strip', he: 'רצועה' }, { documentId: 'document-001' });
    const [all, ofDocument] = [createTermIndex([government]), createTermIndex([government, own], 'document-001')];
    await Promise.all([all, all, ofDocument].map((terms) => provider.translate(requestOf({ to: 'he', terms }))));
    expect(dictionaries().map(([name]) => name)).toEqual(['Dragoman', 'Dragoman document-001']);
  });

  it('is made again where somebody removed it at DeepL', async () => {
    const provider = deeplProvider({ ...settings, serverUrl: fake.url });
    const terms = createTermIndex([government]);
    await provider.translate(requestOf({ to: 'he', terms }));
    fake.glossaries.clear();
    expect(texts(await provider.translate(requestOf({ to: 'he', terms })))).toHaveLength(items.length);
    expect(dictionaries().map(([name]) => name)).toEqual(['Dragoman']);
  });

  it('is done without where DeepL has no room for it, and where there are no terms', async () => {
    const provider = deeplProvider({ ...settings, serverUrl: fake.url });
    expect(texts(await provider.translate(requestOf({ to: 'he' })))).toHaveLength(items.length);
    expect(requests('GET')).toEqual([]);
    const unreachable = createTermIndex([aTerm(1, { en: 'a\u0000b', he: 'ג' })]);
    expect(texts(await provider.translate(requestOf({ to: 'he', terms: unreachable })))).toHaveLength(items.length);
    expect(new URLSearchParams(fake.seen.at(-1)?.body).has('glossary_id')).toBe(false);
  });
});
