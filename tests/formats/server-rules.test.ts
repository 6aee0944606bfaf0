/** The site's rules in the words of web servers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SiteRule } from '../../server/domain/site-rules.ts';
import { slugOf } from '../../server/domain/slug.ts';
import { ruleFormats } from '../../server/formats/server-rules.ts';

const moved: SiteRule = { from: 'he/ישן/', to: 'he/חדש/', status: 301 };
const gone: SiteRule = { from: 'en/gone/', to: 'en/gone/', status: 410 };
const [from, to] = ['%D7%99%D7%A9%D7%9F', '%D7%97%D7%93%D7%A9'];

const written = (format: string, base: string): string => ruleFormats[format]?.([moved, gone], base) ?? '';

describe('the rules', () => {
  it.each([
    ['netlify', [`/he/${from}/ /he/${to}/ 301`, '/en/gone/ /en/gone/ 410']],
    [
      'nginx',
      [
        `location = "/he/ישן" { return 301 "/he/${to}/"; }`,
        `location ^~ "/he/ישן/" { return 301 "/he/${to}/"; }`,
        'location = "/en/gone/index.html" { internal; }',
        'location ^~ "/en/gone/" { error_page 410 "/en/gone/index.html"; return 410; }',
      ],
    ],
    [
      'apache',
      [
        'ErrorDocument 410 /404.html',
        'RedirectMatch 301 "^/he/ישן(/.*)?$" "/he/חדש/"',
        'RedirectMatch 410 "^/en/gone(/.*)?$"',
      ],
    ],
    [
      'caddy',
      [
        '@rule1 path "/he/ישן" "/he/ישן/*"',
        `redir @rule1 "/he/${to}/" 301`,
        '@rule2 path "/en/gone" "/en/gone/*"',
        'error @rule2 410',
      ],
    ],
  ])('for %s', (format, lines) => expect(written(format, '/')).toBe(`${lines.join('\n')}\n`));

  it.each(Object.keys(ruleFormats))('for %s stand where the site stands on its host', (format) => {
    expect(written(format, '/a.b/')).toContain(format === 'apache' ? String.raw`^/a\\.b/he/ישן(/.*)?$` : '/a.b/he/');
    expect(written(format, '/a.b/')).not.toMatch(/(?:"|^| )\/(?:en|he)\//mu);
  });

  it('hold one line each and no sign that could end one, whatever an article is called', () => {
    const slugs = fc.string({ unit: 'binary' }).map((title) => slugOf(title, new Set()));
    fc.assert(
      fc.property(slugs, slugs, fc.constantFrom(...Object.keys(ruleFormats)), (one, other, format) => {
        const rule: SiteRule = { from: `ar/${one}/`, to: `ar/${other}/`, status: 301 };
        const shape = (some: SiteRule): string =>
          (ruleFormats[format]?.([some], '/') ?? '').replace(/[\p{L}\p{M}\p{N}%_-]+/gu, '');
        expect(shape(rule)).toBe(shape({ from: 'ar/x/', to: 'ar/y/', status: 301 }));
      }),
    );
  });
});
