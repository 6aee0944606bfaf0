/** The site's tags as somebody arranges them. */
import { describe, expect, it } from 'vitest';
import { hasTagNamed, movedTag, renamedTag, tagName, withNewTag, withoutTag } from '../../client/site/tag-list.ts';
import { tagIdPattern, type Tag } from '../../server/domain/site-settings.ts';

const tags: Tag[] = [
  { id: 'rivers', names: { he: 'נחלים' } },
  { id: 'schools', names: { en: 'Schools', ar: 'مدارس' } },
];

describe('a new tag', () => {
  it.each([
    ['en', 'Open schools!', 'open-schools'],
    ['he', 'צה״ל', 'צה-ל'],
    ['he', 'הָלַךְ', 'הלך'],
    ['ar', 'الـ«حزب»', 'الـ-حزب'],
    ['en', 'Schools', 'schools-2'],
  ] as const)('in %s, %s, is called %s in addresses', (locale, name, id) => {
    const added = withNewTag(tags, locale, name).at(-1);
    expect(added).toEqual({ id, names: { [locale]: name } });
    expect(added?.id).toMatch(tagIdPattern);
  });
});

it('is known by any of its names, whatever the case', () => {
  expect(hasTagNamed(tags, ' schools ')).toBe(true);
  expect(hasTagNamed(tags, 'مدارس')).toBe(true);
  expect(hasTagNamed(tags, 'rivers')).toBe(false);
});

it('keeps its id under another name, and loses a name that is emptied', () => {
  expect(renamedTag(tags, 'rivers', 'en', 'Rivers')[0]).toEqual({ id: 'rivers', names: { en: 'Rivers', he: 'נחלים' } });
  expect(renamedTag(tags, 'schools', 'en', '')[1]?.names).toEqual({ ar: 'مدارس' });
});

it('moves a place, and stays where the list ends', () => {
  expect(movedTag(tags, 'schools', -1).map(({ id }) => id)).toEqual(['schools', 'rivers']);
  expect(movedTag(tags, 'schools', 1)).toEqual(tags);
  expect(withoutTag(tags, 'rivers').map(({ id }) => id)).toEqual(['schools']);
});

it('is called by its name in a language, else by one that it has, else by its id', () => {
  expect(tagName({ id: 'a', names: { en: 'A', he: 'א' } }, 'he')).toEqual({ name: 'א', locale: 'he' });
  expect(tagName({ id: 'a', names: { ar: 'ب' } }, 'he')).toEqual({ name: 'ب', locale: 'ar' });
  expect(tagName({ id: 'a', names: {} }, 'he')).toEqual({ name: 'a' });
});
