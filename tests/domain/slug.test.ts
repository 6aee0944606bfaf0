/** Slugs: names for addresses and folders, in any script, that never leave their folder. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugOf } from '../../server/domain/slug.ts';

describe('a slug', () => {
  it.each([
    ['The reading room returns', 'the-reading-room-returns'],
    ['צה״ל: “דו״ח” ביניים', 'צה-ל-דו-ח-ביניים'],
    ['הָלַךְ', 'הלך'],
    ['تُرجُمان — العدد ١٢', 'ترجمان-العدد-١٢'],
    ['../../etc/passwd', 'etc-passwd'],
    ['…', 'untitled'],
    ['\u202Egnp.exe', 'gnp-exe'],
  ])('of %j is %j', (title, slug) => expect(slugOf(title, new Set())).toBe(slug));

  it('is unlike every one that is taken', () => {
    expect(slugOf('Water', new Set(['water', 'water-2']))).toBe('water-3');
  });

  it('is one safe path component, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const slug = slugOf(title, new Set());
        expect(slug).toMatch(/^[\p{L}\p{N}\p{M}]+(-[\p{L}\p{N}\p{M}]+)*$/u);
        expect(slug.length).toBeLessThan(180);
      }),
    );
  });
});
