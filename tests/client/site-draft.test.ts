/** A draft of the site's settings, and what becomes of it when somebody else has saved meanwhile. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isChanged, isSiteDraft, onTopOf, tidySettings, withPart, withText } from '../../client/site/site-draft.ts';
import { locales } from '../../server/domain/locale.ts';
import { defaultSettings, type SiteSettings } from '../../server/domain/site-settings.ts';

const title = fc.constantFrom('', 'א', 'ب', 'c');
const anySettings: fc.Arbitrary<SiteSettings> = fc
  .record({ en: title, he: title, ar: title, credits: fc.boolean(), theme: fc.constantFrom('paper', 'bulletin') })
  .map(({ en, he, ar, credits, theme }) => {
    const titles = { en, he, ar };
    const settings = { ...defaultSettings, credits, theme };
    return locales.reduce<SiteSettings>((made, locale) => withText(made, 'titles', locale, titles[locale]), settings);
  });

describe('a draft on top of what somebody else saved', () => {
  it('is theirs where nothing was changed here, and ours where nothing was changed there', () => {
    fc.assert(
      fc.property(anySettings, anySettings, (base, other) => {
        const untouched = onTopOf({ base, revision: 1, settings: base }, other, 2);
        expect(untouched).toEqual({ draft: { base: other, revision: 2, settings: other }, conflicts: [] });
        const alone = onTopOf({ base, revision: 1, settings: other }, base, 2);
        expect(alone.draft.settings).toEqual(other);
        expect(alone.conflicts).toEqual([]);
      }),
    );
  });

  it('keeps every part that was changed here, and tells those that both changed to different things', () => {
    fc.assert(
      fc.property(anySettings, anySettings, anySettings, (base, mine, theirs) => {
        const { draft, conflicts } = onTopOf({ base, revision: 1, settings: mine }, theirs, 2);
        for (const locale of locales) {
          const [was, here, there] = [base, mine, theirs].map(({ titles }) => titles[locale] ?? '');
          expect(draft.settings.titles[locale] ?? '').toBe(here === was ? there : here);
          const isConflict = conflicts.some((part) => 'locale' in part && part.locale === locale);
          expect(isConflict).toBe(here !== was && there !== was && here !== there);
        }
      }),
    );
  });

  it('has no conflict left once all of theirs are taken', () => {
    fc.assert(
      fc.property(anySettings, anySettings, anySettings, (base, mine, theirs) => {
        const { draft, conflicts } = onTopOf({ base, revision: 1, settings: mine }, theirs, 2);
        const taken = conflicts.reduce((made, part) => withPart(made, part, theirs), draft.settings);
        expect(onTopOf({ base, revision: 1, settings: taken }, theirs, 2).conflicts).toEqual([]);
      }),
    );
  });
});

it('is news only where a part differs', () => {
  const draft = { base: defaultSettings, revision: 1, settings: defaultSettings };
  expect(isChanged(draft)).toBe(false);
  expect(isChanged({ ...draft, settings: withText(defaultSettings, 'about', 'he', '# אודות') })).toBe(true);
});

it('is sent without white space around names, and without what says nothing', () => {
  const settings: SiteSettings = {
    ...defaultSettings,
    titles: { en: '  ', he: ' חדר ' },
    about: { en: ' \n', ar: '    رمز' },
    tags: [
      { id: 'a', names: { en: ' ' } },
      { id: 'b', names: { ar: ' نهر ' } },
    ],
  };
  expect(tidySettings(settings)).toMatchObject({
    titles: { he: 'חדר' },
    // Four spaces before a line are code in Markdown.
    about: { ar: '    رمز' },
    tags: [{ id: 'b', names: { ar: 'نهر' } }],
  });
  expect(Object.keys(tidySettings(settings).titles)).toEqual(['he']);
});

it.each([
  null,
  'text',
  {},
  { base: defaultSettings, settings: {}, revision: 1 },
  { base: defaultSettings, revision: 1 },
])('is not read from %j', (value) => {
  expect(isSiteDraft(value)).toBe(false);
});
