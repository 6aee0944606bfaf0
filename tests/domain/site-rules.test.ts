/** The file of rules: what is written is read, whatever an article is called; a damaged file leads nowhere. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRules, ruleFor, rulesByFolder, writeRules, type SiteRule } from '../../server/domain/site-rules.ts';
import { slugOf } from '../../server/domain/slug.ts';

const moved: SiteRule = { from: 'he/בית־ספר-ישן/', to: 'he/חדש/', status: 301 };
const gone: SiteRule = { from: 'ar/مدرسة/', to: 'ar/مدرسة/', status: 410 };

describe('the rules', () => {
  it('stand in their file as in addresses, one a line', () => {
    expect(writeRules([{ from: 'he/ישן/', to: 'he/new/', status: 301 }, gone])).toBe(
      [
        '/he/%D7%99%D7%A9%D7%9F/ /he/new/ 301',
        '/ar/%D9%85%D8%AF%D8%B1%D8%B3%D8%A9/ /ar/%D9%85%D8%AF%D8%B1%D8%B3%D8%A9/ 410',
        '',
      ].join('\n'),
    );
  });

  it('are read as they were written', () => {
    const slugs = fc.string({ unit: 'grapheme' }).map((title) => slugOf(title, new Set()));
    const rules = fc
      .tuple(fc.constantFrom('en', 'he', 'ar'), slugs, slugs, fc.constantFrom(301, 410))
      .map(([locale, from, to, status]): SiteRule => ({ from: `${locale}/${from}/`, to: `${locale}/${to}/`, status }));
    fc.assert(
      fc.property(fc.array(rules), (some) => {
        expect(readRules(writeRules(some))).toEqual(some);
      }),
    );
  });

  it.each([
    '',
    '# a comment',
    '/he/a/ https://example.org/ 301',
    '/he/a/ //example.org/ 301',
    '/he/a/ /he/../../b/ 301',
    '/he/%2e%2e/ /he/b/ 301',
    '/he/.secret/ /he/b/ 410',
    '/he/a/ /he/b/ 200',
    '/he/%FF/ /he/b/ 301',
    '/he/a%0D%0Ab/ /he/b/ 301',
    '/he/a/ /he/',
    '/* /he/b/ 301',
    '// /he/b/ 301',
  ])('leave out %j', (line) => expect(readRules(`${line}\n${writeRules([moved])}`)).toEqual([moved]));

  it('take any text without a fault', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readRules(text)));
  });

  it.each([
    ['he/בית־ספר-ישן', moved],
    ['he/בית־ספר-ישן/', moved],
    ['he/בית־ספר-ישן/a.he.3.epub', moved],
    ['ar/مدرسة/with-en/', gone],
    ['he/', undefined],
    ['he/בית', undefined],
    ['', undefined],
  ])('for %s', (path, rule) => expect(ruleFor(rulesByFolder([moved, gone]), path)).toEqual(rule));
});
