/** The order of languages: one for every list, whatever the order in which somebody named them. */
import { expect, it } from 'vitest';
import { inOrder, locales } from '../../server/domain/locale.ts';

it('has some languages in the order of all', () => {
  expect(inOrder(['ar', 'en', 'he'])).toEqual(locales);
  expect(inOrder(['ar', 'he'])).toEqual(['he', 'ar']);
  expect(inOrder([])).toEqual([]);
});
