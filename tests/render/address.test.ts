/** Where editions and tags stand. */
import { expect, it } from 'vitest';
import { encodePath, pathOf, tagPath } from '../../server/render/address.ts';

it('writes a slug of any script as an address', () => {
  expect(encodePath(pathOf({ locale: 'he', slug: 'בית-ספר' }))).toBe('he/%D7%91%D7%99%D7%AA-%D7%A1%D7%A4%D7%A8/');
});

it('writes where a tag is listed', () => {
  expect(encodePath(tagPath('ar', 'سكن'))).toBe('ar/tags/%D8%B3%D9%83%D9%86/');
});
