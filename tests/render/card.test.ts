/**
 * The picture of an article, in a real browser: whatever the title, it keeps to its room, in the faces of the theme; and
 * the picture that stands for articles without one has the size that pages say it has.
 */
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locales } from '../../server/domain/locale.ts';
import { cardOrder, cardSize } from '../../server/render/card.ts';
import { prepareChromium } from '../support/chromium.ts';
import { someThemes, someView } from '../support/editions.ts';

const themes = someThemes.all();
const letters = {
  en: ['library', 'W', 'i', 'A '],
  he: ['ספרייה', 'שָׁלוֹם ', 'ש'],
  ar: ['مدرسة', 'صه تُثبّت ', 'ا'],
} as const;

const titles = locales.flatMap((locale) =>
  letters[locale].flatMap((word) => [1, 48, 150, 400].map((times) => [locale, word.repeat(times)] as const)),
);

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch(await prepareChromium());
  page = await browser.newPage({ viewport: cardSize });
});

afterAll(() => browser.close());

describe.each(themes.map((theme) => [theme.id, theme] as const))('the card in the theme %s', (_, theme) => {
  it('keeps any title within its room, above the name of the site', async () => {
    for (const [locale, title] of titles) {
      const { lines, bottom, nameTop, nameBottom, width } = await measured(locale, title, theme);
      const about = `${locale} ${title.slice(0, 20)} × ${title.length}`;
      expect(lines, about).toBeGreaterThan(0);
      expect(bottom, about).toBeLessThanOrEqual(nameTop);
      expect(nameBottom, about).toBeLessThanOrEqual(cardSize.height);
      expect(width, about).toBeLessThanOrEqual(cardSize.width);
    }
  });

  it('has a picture for articles without one, of the size that pages say', () => {
    const { bytes } = theme.assets.find(({ path }) => path === theme.cardPath) ?? {};
    const png = Buffer.from(bytes ?? []);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([cardSize.width, cardSize.height]);
    expect(png.length).toBeLessThan(40_000);
  });
});

describe('a title', () => {
  it.each([
    ['en', 'He said הָלַךְ & <b>left</b>', 'ltr'],
    ['he', 'צה״ל <script>', 'rtl'],
    ['ar', 'الـ«حزب» & co', 'rtl'],
  ] as const)('in %s stands as it is written, in its direction', async (locale, title, direction) => {
    await show(locale, title, themes[0]);
    expect(await page.locator('h1').textContent()).toBe(title);
    expect(await page.locator('html').getAttribute('dir')).toBe(direction);
  });

  it('that is too long ends after a whole word, with all its marks', async () => {
    await show('he', 'שָׁלוֹם '.repeat(60).trim(), themes[0]);
    const shown = (await page.locator('h1').textContent()) ?? '';
    expect(shown).toMatch(/שָׁלוֹם…$/u);
    expect([...new Intl.Segmenter('he').segment(shown)].length).toBeLessThanOrEqual(201);
  });
});

/** Runs in the page. */
const measure = `(() => {
  const title = document.querySelector('h1');
  const { height, bottom } = title.getBoundingClientRect();
  const name = document.querySelector('p').getBoundingClientRect();
  const lines = Math.round(height / Number.parseFloat(getComputedStyle(title).lineHeight));
  return { lines, bottom, nameTop: name.top, nameBottom: name.bottom, width: document.documentElement.scrollWidth };
})()`;

type Measured = Readonly<Record<'lines' | 'bottom' | 'nameTop' | 'nameBottom' | 'width', number>>;

async function measured(...of: Parameters<typeof show>): Promise<Measured> {
  await show(...of);
  return page.evaluate<Measured>(measure);
}

async function show(locale: (typeof locales)[number], title: string, theme = someView.theme): Promise<void> {
  const { html, assets } = cardOrder({ locale, title }, { ...someView, theme });
  await page.unrouteAll();
  await page.route('**/*', async (route) => {
    const asked = new URL(route.request().url()).pathname.slice(1);
    const asset = assets.get(asked);
    if (asked === '') return route.fulfill({ body: Buffer.from(html), contentType: 'text/html' });
    const contentType = asked.endsWith('.css') ? 'text/css' : 'font/woff2';
    return asset ? route.fulfill({ body: Buffer.from(asset), contentType }) : route.abort();
  });
  await page.goto('http://card.invalid/', { waitUntil: 'load' });
  await page.evaluate('void document.body.offsetWidth; document.fonts.ready.then(() => undefined)');
}
