/** The demo provider: pseudo-text that shows direction and keeps what a machine must keep. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoProvider } from '../../server/adapters/provider-demo.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { providerContract, requestOf, texts } from './provider-contract.ts';

providerContract('demo', async () => ({ provider: demoProvider(), close: async () => {} }));

const scripts: Record<Locale, RegExp> = {
  en: /^\p{Script=Latin}+$/u,
  he: /^\p{Script=Hebrew}+$/u,
  ar: /^\p{Script=Arabic}+$/u,
};

async function pseudo(text: string, to: Locale, from: Locale): Promise<string> {
  const [result] = texts(await demoProvider().translate(requestOf({ items: [{ text, codes: {} }], from, to })));
  return result?.content.text ?? '';
}

describe('demo: pseudo-text', () => {
  it.each([
    ['en', 'he'],
    ['en', 'ar'],
    ['ar', 'he'],
    ['he', 'en'],
  ] as const)('every word of %s is in the letters of %s', async (from, to) => {
    const source = { en: 'The army said so', he: 'צה״ל הָלַךְ לשם', ar: 'صه تُثبّت الـ«حزب»' }[from];
    const words = (await pseudo(source, to, from)).replace(/[«»]/gu, ' ').trim().split(/\s+/u);
    for (const word of words) expect(word).toMatch(scripts[to]);
  });

  it('gives the same text every time, and the same word for the same word', async () => {
    const text = await pseudo('peace and peace', 'he', 'en');
    expect(await pseudo('peace and peace', 'he', 'en')).toBe(text);
    const [first, , third] = text.split(' ');
    expect(first).toBe(third);
  });

  it('ends Hebrew words in final letters only', async () => {
    const text = await pseudo('many words of several lengths that end in whatever letter comes out last', 'he', 'en');
    expect(text).not.toMatch(/[כמנפצ](?!\p{L})|[ךםןףץ]\p{L}/u);
  });

  it('keeps numbers and marks, in the form of the target', async () => {
    expect((await pseudo('So? 11,400, or 20.10; yes.', 'ar', 'en')).replace(/\p{L}+/gu, 'x')).toBe(
      'x؟ 11,400، x 20.10؛ x.',
    );
    expect((await pseudo('نعم؟ لا، ١٢٫٥', 'en', 'ar')).replace(/\p{L}+/gu, 'x')).toBe('x? x, ١٢٫٥');
  });

  it('keeps lengths plausible', async () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(word, async (word) => {
        const made = await pseudo(word, 'he', 'en');
        expect(made.length).toBeGreaterThanOrEqual(2);
        expect(made.length).toBeLessThanOrEqual(word.length + 2);
      }),
    );
  });
});
