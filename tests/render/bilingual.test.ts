/** Two languages on one page: everything of both is there once and in order, and what belongs together stands together. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locales, type Locale } from '../../server/domain/locale.ts';
import type { PublishedEdition, SiteFile } from '../../server/ports.ts';
import { rowsOf, type Row } from '../../server/render/alignment.ts';
import { renderBilingual } from '../../server/render/bilingual-page.ts';
import type { PageSegment } from '../../server/render/page-segment.ts';
import { aFullEdition, aLiveDocument, anEdition, live, someSiteOf, someView, type Line } from '../support/editions.ts';
import { faultsOf } from '../support/html-validity.ts';

const pairs = locales.flatMap((one) => locales.filter((other) => other !== one).map((other) => [one, other] as const));

describe('rows of two texts', () => {
  const ids = fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 20 });
  const kinds = fc.constantFrom('paragraph', 'list-item', 'table-cell', 'heading');

  it('hold everything of both once, in its order', () => {
    fc.assert(
      fc.property(
        ids,
        ids,
        fc.array(kinds, { minLength: 31, maxLength: 31 }),
        fc.boolean(),
        (one, other, kind, same) => {
          const itemsOf = (numbers: readonly number[]): PageSegment[] =>
            numbers.map((number) => item(String(number), `text ${number}`, kind[number] ?? 'paragraph'));
          const [first, second] = [itemsOf(one), itemsOf(other)];
          const rows = rowsOf({ items: first, sourceVersion: 1 }, { items: second, sourceVersion: same ? 1 : 2 });
          expect(rows.flatMap((row) => row.first)).toEqual(first);
          expect(rows.flatMap((row) => row.second)).toEqual(second);
          for (const row of rows) expect(row.first.length + row.second.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it.each<[string, string, string, boolean, string[]]>([
    ['the same segments', 'a b c', 'a b c', true, ['a|a', 'b|b', 'c|c']],
    ['a joined one', 'a c', 'a b c', true, ['a|a b', 'c|c']],
    ['joined otherwise on each side', 'a c d', 'a b d', true, ['a c|a b', 'd|d']],
    ['what one version lacks', 'a c', 'a b c', false, ['a|a', '|b', 'c|c']],
    ['what each version has for itself', 'x a y', 'z a w', false, ['x|', '|z', 'a|a', 'y|', '|w']],
    ['moved ones', 'a b c', 'c a b', false, ['|c', 'a|a', 'b|b', 'c|']],
    ['nothing in common', 'a b', 'x', true, ['a|', 'b|', '|x']],
  ])('with %s', (_, one, other, isSameSource, expected) => {
    const itemsOf = (ids: string): PageSegment[] => ids.split(' ').map((id) => item(id, `text of ${id}`));
    const rows = rowsOf(
      { items: itemsOf(one), sourceVersion: 1 },
      { items: itemsOf(other), sourceVersion: isSameSource ? 1 : 2 },
    );
    expect(rows.map(named)).toEqual(expected);
  });

  it('know a joined one by its source where versions differ', () => {
    const rows = rowsOf(
      { items: [item('a', 'One. Two.'), item('c', 'Three.')], sourceVersion: 1 },
      { items: [item('a', 'One.'), item('b', 'Two.'), item('n', 'New.'), item('c', 'Three.')], sourceVersion: 2 },
    );
    expect(rows.map(named)).toEqual(['a|a b', '|n', 'c|c']);
  });

  it('keep a table and a list whole', () => {
    const items = [
      item('a', 'a'),
      item('l', 'l', 'list-item'),
      item('m', 'm', 'list-item'),
      item('t', 't', 'table-cell'),
    ];
    const rows = rowsOf({ items, sourceVersion: 1 }, { items, sourceVersion: 1 });
    expect(rows.map(named)).toEqual(['a|a', 'l m|l m', 't|t']);
  });
});

describe('a page in two languages', () => {
  it.each(pairs)('is valid HTML, each side in its direction: %s and %s', (one, other) => {
    const page = pageOf(aFullEdition(one), aFullEdition(other));
    expect(faultsOf(page, `${one} and ${other}`)).toEqual([]);
    for (const locale of [one, other]) {
      const direction = locale === 'en' ? 'ltr' : 'rtl';
      expect(page.split(`<div lang="${locale}" dir="${direction}">`).length).toBeGreaterThan(10);
    }
    expect(page).toContain('<meta name="robots" content="noindex" />');
  });

  it('has every paragraph of both once, in order', () => {
    const [one, other] = [numbered('he', 'פסקה'), numbered('ar', 'فقرة')];
    const page = pageOf(one, other);
    for (const { segments } of [one, other]) {
      const places = segments.map(({ text }) => page.indexOf(`>${text}<`));
      expect(places.every((place) => place > 0)).toBe(true);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      for (const { text } of segments.slice(1)) expect(page.split(`>${text}<`)).toHaveLength(2);
    }
  });

  it('leads from each mark to the note of its own language', () => {
    const page = pageOf(aFullEdition('he'), aFullEdition('en'));
    for (const locale of ['he', 'en']) {
      expect(page).toContain(`href="#${locale}-note-1"`);
      expect(page).toContain(`id="${locale}-note-1"`);
    }
  });

  it('stands beside each edition for every other one, with a way there, where the site wants it', async () => {
    const document = aLiveDocument(locales.map((locale) => aFullEdition(locale)));
    const pathsWith = async (bilingual: boolean): Promise<string[]> => {
      const files: SiteFile[] = [];
      const plan = someSiteOf([document], { ...someView, settings: { ...someView.settings, bilingual } });
      for await (const file of plan) files.push(file);
      const page = files.find(({ path }) => path === 'he/a-library/index.html') ?? expect.fail();
      expect(new TextDecoder().decode(await page.bytes()).includes('href="with-en/"')).toBe(bilingual);
      return files.map(({ path }) => path).filter((path) => path.includes('/with-'));
    };
    expect(await pathsWith(false)).toEqual([]);
    expect((await pathsWith(true)).toSorted()).toEqual(
      pairs.map(([one, other]) => `${one}/a-library/with-${other}/index.html`).toSorted(),
    );
  });
});

function item(id: string, text: string, kind: PageSegment['segment']['kind'] = 'paragraph'): PageSegment {
  return { segment: { id, kind, text, layout: {}, codes: {} }, text };
}

function named({ first, second }: Row): string {
  return [first, second].map((items) => items.map(({ segment }) => segment.id).join(' ')).join('|');
}

function numbered(locale: Locale, word: string): PublishedEdition {
  const lines = Array.from({ length: 12 }, (_, at): Line => [at === 0 ? 'title' : 'paragraph', `${word} ${at}`]);
  return anEdition(lines, { locale });
}

function pageOf(one: PublishedEdition, other: PublishedEdition): string {
  return new TextDecoder().decode(renderBilingual(live(one), live(other), aLiveDocument([one, other]), someView));
}
