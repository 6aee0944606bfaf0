/**
 * Published pages in a real browser, in three scripts and both themes: letters joined, signs and numbers where a reader
 * expects them, nothing that moves while a page loads, nothing that weighs too much, nothing that axe finds.
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locales, type Locale } from '../../server/domain/locale.ts';
import { aFullEdition, aLiveDocument, anEdition, live, someThemes, someView, type Line } from '../support/editions.ts';
import { publishSite, type PublishedSite } from '../support/published-site.ts';
import { editionOf, sampleEdition } from '../support/sample-editions.ts';
import { allFaults, launch, layoutFaults } from './browser.ts';
import { firstLoad, joinedWords, middlesOf, misplacedStops, runningTitle } from './page-measures.ts';

const news = '../shared/data/articles/short-news.en.txt';
const rightToLeft = ['he', 'ar'] as const;
const themes = someThemes.all();

/** A name and numbers among words, short enough for one line; parts of it in the order in which they are read. */
const setPieces = {
  en: [
    'Set pieces',
    'To Open Shelves at 03-555-1234 today, 1,400 people.',
    ['To', 'Open Shelves', '03-555-1234', '1,400'],
  ],
  he: [
    'קטעים',
    'אל Open Shelves בטלפון 03-555-1234 היום, 1,400 איש.',
    ['אל', 'Open Shelves', 'בטלפון', '03-555-1234', 'היום', '1,400', 'איש'],
  ],
  ar: [
    'مقاطع',
    'إلى Open Shelves على 03-555-1234 اليوم، 1,400 شخص.',
    ['إلى', 'Open Shelves', 'على', '03-555-1234', 'اليوم', '1,400', 'شخص'],
  ],
} as const satisfies Record<Locale, readonly [title: string, text: string, parts: readonly string[]]>;

let browser: Browser;
let folder: string;
let sites: ReadonlyMap<string, PublishedSite>;

beforeAll(async () => {
  [browser, folder] = await Promise.all([launch(), mkdtemp(path.join(tmpdir(), 'dragoman-pages-'))]);
  const published = themes.map(async (theme) => {
    const site = await publishSite(path.join(folder, theme.id), documents(), { ...someView, theme });
    return [theme.id, site] as const;
  });
  sites = new Map(await Promise.all(published));
});

afterAll(async () => {
  await Promise.all([browser?.close(), ...[...(sites ?? [])].map(([, site]) => site.close())]);
  await rm(folder, { recursive: true, force: true });
});

describe.each(themes)('in the theme $id', ({ id }) => {
  describe.each(locales)('a page in %s', (locale) => {
    it('loads slowly without moving anything, in its own fonts once they are there', async () => {
      await visiting({}, async (page) => {
        const { shift, bytes } = await firstLoad(page, addressOf(id, `${locale}/news/`), { slow: true });
        expect(shift).toBe(0);
        expect(bytes).toBeLessThanOrEqual(200_000);
        const again = await firstLoad(page, addressOf(id, `${locale}/news/`), { slow: false });
        expect(again.shift).toBe(0);
        expect(again.families).toEqual(expect.arrayContaining([firstFamily(id, locale)]));
      });
    });

    it.each([320, 768, 1280])('fits into %i pixels', async (width) => {
      await visiting({ viewport: { width, height: 900 } }, async (page) => {
        for (const place of [`${locale}/full/`, `${locale}/library/`, `${locale}/`, '', 'nowhere']) {
          await page.goto(addressOf(id, place));
          expect(await layoutFaults(page), place).toEqual([]);
        }
      });
    });

    it.each(['light', 'dark'] as const)('has nothing that axe finds: %s', async (colorScheme) => {
      await visiting({ colorScheme }, async (page) => {
        for (const place of [`${locale}/full/`, `${locale}/library/`, `${locale}/`, '', 'nowhere']) {
          await page.goto(addressOf(id, place));
          expect(await allFaults(page), place).toEqual([]);
        }
      });
    });

    it('ends its sentences where its lines end', async () => {
      await visiting({}, async (page) => {
        for (const name of ['library', 'river', 'pieces']) {
          await page.goto(addressOf(id, `${locale}/${name}/`));
          expect(await misplacedStops(page)).toEqual([]);
        }
      });
    });

    it('has its title over every printed page', async () => {
      await visiting({}, async (page) => {
        await page.goto(addressOf(id, `${locale}/pieces/`));
        await page.emulateMedia({ media: 'print' });
        const running = await runningTitle(page);
        expect(running).toBe(`"${setPieces[locale][0]}"`);
        expect(await page.locator('.skip').isVisible()).toBe(false);
      });
    });
  });

  it('joins the letters of Arabic wherever they stand', async () => {
    await visiting({}, async (page) => {
      for (const name of ['full', 'library', 'news']) {
        await page.goto(addressOf(id, `ar/${name}/`));
        const words = await joinedWords(page);
        expect(words.length).toBeGreaterThan(10);
        expect(words.filter(({ joined, apart }) => joined > apart * 0.8)).toEqual([]);
      }
    });
  });

  it('slants no Hebrew word, not even in an English sentence in italics', async () => {
    await visiting({}, async (page) => {
      await page.goto(addressOf(id, 'en/full/'));
      const styles = await page.evaluate<string[]>(
        `[...document.querySelectorAll('em, em bdi')].map((one) => getComputedStyle(one).fontStyle)`,
      );
      expect(styles).toEqual(['italic', 'normal']);
    });
  });

  it.each(rightToLeft)('reads numbers and names from left to right, in the order of %s around them', async (locale) => {
    await visiting({ viewport: { width: 1600, height: 900 } }, async (page) => {
      await page.goto(addressOf(id, `${locale}/pieces/`));
      const [, , parts] = setPieces[locale];
      const middles = await middlesOf(page, parts);
      const places = middles.map(({ middle }) => middle);
      expect(places).toEqual(places.toSorted((a, b) => b - a));
      const leftToRight = middles.filter((_, at) => /[A-Z0-9]/u.test(parts[at] ?? ''));
      expect(leftToRight).toHaveLength(3);
      for (const { letters } of leftToRight) expect(letters).toEqual(letters.toSorted((a, b) => a - b));
    });
  });
});

/** The same four articles in each language; `news` is the short one that the weight is measured by. */
function documents() {
  const ofAll = (slug: string, make: (locale: Locale) => ReturnType<typeof anEdition>) =>
    aLiveDocument(locales.map((locale) => live({ ...make(locale), documentId: slug, slug, from: 'en' })));
  return [
    ofAll('news', newsIn),
    ofAll('library', (locale) => sampleEdition('library', locale)),
    ofAll('river', (locale) => sampleEdition('river', locale)),
    ofAll('full', (locale) => aFullEdition(locale)),
    ofAll('pieces', piecesIn),
  ];
}

function piecesIn(locale: Locale) {
  const [title, text] = setPieces[locale];
  const lines: readonly Line[] = [
    ['title', title],
    ['paragraph', text],
  ];
  return anEdition(lines, { locale });
}

/** Where the article is not at hand, and in the languages that nobody has translated it into, a longer sample. */
function newsIn(locale: Locale) {
  if (locale !== 'en' || !existsSync(news)) return sampleEdition('river', locale);
  return editionOf(readFileSync(news, 'utf8'), { locale, format: 'text', title: 'What future for the ceasefire?' });
}

function firstFamily(theme: string, locale: Locale): string {
  const own = { en: 'latin', he: 'hebrew', ar: 'arabic' }[locale];
  const [arabic, other] = theme === 'paper' ? ['Noto Naskh Arabic', 'Frank Ruhl Libre'] : ['Noto Sans Arabic', 'Heebo'];
  return `${locale === 'ar' ? arabic : other} ${own}`;
}

function addressOf(theme: string, place: string): string {
  return `${sites.get(theme)?.url ?? ''}${place}`;
}

async function visiting(options: BrowserContextOptions, visit: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  try {
    await visit(await context.newPage());
  } finally {
    await context.close();
  }
}
