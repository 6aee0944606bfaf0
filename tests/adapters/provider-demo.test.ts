/** The demo provider: pseudo-text that shows direction and keeps what a machine must keep. */
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demoProvider } from '../../server/adapters/provider-demo.ts';
import { readImport } from '../../server/app/read-import.ts';
import { checkSegment } from '../../server/domain/checks/run.ts';
import { subjectOf } from '../../server/domain/checks/subject.ts';
import { accepted } from '../../server/domain/errors.ts';
import { locales, type Locale } from '../../server/domain/locale.ts';
import { defaultPolicies } from '../../server/domain/policy.ts';
import { providerContract, requestOf, texts } from './provider-contract.ts';

providerContract('demo', async () => ({ provider: demoProvider(), close: async () => {} }));

const samples = 'translations/samples';

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

  it('keeps addresses, and what a number is counted in', async () => {
    const made = await pseudo('Write to dana@example.org: 2.4 million, 5 books.', 'he', 'en');
    expect(made.replace(/[\p{Script=Hebrew}]+/gu, (word) => (word === 'מיליון' ? word : 'x'))).toBe(
      'x x dana@example.org: 2.4 מיליון, 5 x.',
    );
  });

  it.each(readdirSync(samples).filter((name) => /\.(?:en|he|ar)\.\w+$/u.test(name)))(
    'of the sample %s holds no error that would keep it from being approved',
    async (name) => {
      const from = /\.(en|he|ar)\./u.exec(name)?.[1] as Locale;
      const read = accepted(readImport({ input: { bytes: readFileSync(`${samples}/${name}`), name }, from, to: [] }));
      for (const to of locales.filter((locale) => locale !== from)) {
        const targets = texts(await demoProvider().translate(requestOf({ items: read.blocks, from, to })));
        const errors = read.blocks.flatMap((source, n) => {
          const target = targets[n]?.content.text ?? '';
          const subject = subjectOf({ from, to, source, target, policy: defaultPolicies[to] });
          return checkSegment(subject).filter(({ severity }) => severity === 'error');
        });
        expect(errors.map(({ check, params }) => [to, check, params])).toEqual([]);
      }
    },
  );

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
