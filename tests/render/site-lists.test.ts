/** The site around the articles: every kind of page valid and linked, and what is made anew when one article changes. */
import { describe, expect, it } from 'vitest';
import { locales, type Locale } from '../../server/domain/locale.ts';
import { defaultSettings } from '../../server/domain/site-settings.ts';
import { aboutBlocks } from '../../server/app/about-blocks.ts';
import type { SiteFile } from '../../server/ports.ts';
import type { LiveDocument } from '../../server/render/live-document.ts';
import type { SiteView } from '../../server/render/site-view.ts';
import { aLiveDocument, anEdition, filesOf, live, someSiteOf, someView } from '../support/editions.ts';
import { faultsOf } from '../support/html-validity.ts';

const settings = {
  ...defaultSettings,
  forms: [],
  titles: { en: 'Harbour Paper', he: 'עיתון הנמל', ar: 'صحيفة الميناء' },
  descriptions: { en: 'News of the harbour', he: 'חדשות הנמל' },
  about: {
    en: '# Who we are\n\nA [paper](https://example.org/) <script>alert(1)</script>.',
    ar: 'صحيفة عن **الميناء**.[^1]\n\n[^1]: حاشية',
  },
  tags: [
    { id: 'housing', names: { en: 'Housing', he: 'דיור', ar: 'السكن' } },
    { id: 'ים', names: { he: 'הים & החוף' } },
    { id: 'unused', names: { en: 'Unused' } },
  ],
};
const view: SiteView = { ...someView, settings, about: aboutBlocks(settings.about) };
const withAddress: SiteView = { ...view, editionsUrl: 'https://news.example.org/read/' };

describe('the site around the articles', () => {
  const documents = [...someDocuments(25), renamedAndWithdrawn()];

  it.each([
    ['', view],
    [' that knows its address', withAddress],
  ])('is valid HTML%s, and its links lead to pages that exist', async (_, site) => {
    const files = await filesOf(someSiteOf(documents, site));
    const paths = new Set(files.map(({ path }) => path));
    expect(paths.size).toBe(files.length);
    for (const file of files.filter(({ path }) => path.endsWith('.html'))) {
      const page = await textOf(file);
      expect(faultsOf(page, file.path)).toEqual([]);
      for (const target of localTargets(page, file.path)) expect(paths, `${file.path} → ${target}`).toContain(target);
    }
  });

  it('gives the same bytes each time', async () => {
    const [once, again] = [await contentsOf(documents, withAddress), await contentsOf(documents, withAddress)];
    expect(again).toEqual(once);
  });

  it('has pages of ten beneath the index, numbered from the oldest', async () => {
    const pages = await contentsOf(documents, view);
    expect([...pages.keys()].filter((path) => path.startsWith('en/page/'))).toEqual(['en/page/1/index.html']);
    expect(titlesIn(pages.get('en/page/1/index.html'))).toEqual(
      Array.from({ length: 10 }, (_, at) => `Article ${10 - at}`),
    );
    expect(titlesIn(pages.get('en/index.html')).slice(1, 3)).toEqual(['Article 25', 'Article 24']);
    expect(pages.get('en/index.html')).toMatch(/<a\s+class="next"\s+rel="next"\s+href="\.\.\/en\/page\/1\/"/u);
    expect(pages.get('en/page/1/index.html')).toMatch(
      /<a\s+class="prev"\s+rel="prev"\s+href="\.\.\/\.\.\/\.\.\/en\/"/u,
    );
  });

  it('has a tag only in languages that have a name for it, and an article', async () => {
    const paths = [...(await contentsOf(documents, view)).keys()];
    const tagged = paths.filter((path) => path.includes('/tags/') && path.endsWith('index.html'));
    expect(tagged.toSorted()).toEqual(
      [
        ...locales.flatMap((locale) => [`${locale}/tags/index.html`, `${locale}/tags/housing/index.html`]),
        'en/tags/housing/page/1/index.html',
        'he/tags/ים/index.html',
      ].toSorted(),
    );
  });

  it('sets names that begin with another script in the direction of their language', async () => {
    const names = {
      ...settings,
      titles: { he: 'C++ ועוד' },
      tags: [{ id: 'housing', names: { he: 'C++ ועוד', ar: 'C++ وغيرها' } }],
    };
    const pages = await contentsOf(documents, { ...view, settings: names });
    const page = (path: string): string => pages.get(`${path}/index.html`) ?? '';
    expect(page('he/tags/housing')).toContain('<h1><bdi lang="en" dir="ltr">C++</bdi> ועוד</h1>');
    expect(page('ar/tags')).toMatch(/housing\/"><bdi lang="en" dir="ltr">C\+\+<\/bdi> وغيرها<\/a>/u);
    expect(page('he/tags')).toContain('<bdi dir="rtl">C++ ועוד</bdi>');
    expect(page('ar/tags')).toContain('<bdi dir="auto">Harbour Paper</bdi>');
    expect(page('he/tags/housing')).toContain('<title>\u2067C++ ועוד\u2069 · \u2067C++ ועוד\u2069</title>');
    expect(page('ar/tags/housing')).toContain('<title>\u2067C++ وغيرها\u2069 · \u2068Harbour Paper\u2069</title>');
  });

  it('lists a year’s articles by month', async () => {
    const pages = await contentsOf(documents, view);
    const months = (locale: Locale): unknown =>
      [...(pages.get(`${locale}/archive/2026/index.html`) ?? '').matchAll(/<h2>([^<]+)/gu)].map(([, month]) => month);
    expect(months('en')).toEqual(['November 2026', 'January 2026']);
    expect(months('he')).toEqual(['ינואר 2026']);
    expect(months('ar')).toEqual(['يناير 2026']);
  });

  it('shows the about page of a language that has one, as harmless as an article', async () => {
    const pages = await contentsOf(documents, view);
    expect(pages.get('en/about/index.html')).toContain('<h1>Who we are</h1>');
    expect(pages.get('en/about/index.html')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(pages.get('ar/about/index.html')).toContain('<h1>من نحن</h1>');
    expect(pages.has('he/about/index.html')).toBe(false);
    expect(pages.get('he/index.html')).not.toContain('/about/');
  });

  it('says the same of every language’s index to search engines, itself and the site’s first page among them', async () => {
    const pages = await contentsOf(documents, withAddress);
    const said = locales.map((locale) =>
      [...(pages.get(`${locale}/index.html`) ?? '').matchAll(/hreflang="([^"]+)"\s+href="(https:[^"]+)"/gu)].map(
        ([, tag, address]) => `${tag} ${address}`,
      ),
    );
    expect(said[0]).toEqual([
      'en https://news.example.org/read/en/',
      'he https://news.example.org/read/he/',
      'ar https://news.example.org/read/ar/',
      'x-default https://news.example.org/read/',
    ]);
    expect(new Set(said.map(String)).size).toBe(1);
    expect(pages.get('he/index.html')).toMatch(/og:locale" content="he_IL"/u);
  });
});

describe('an edition that has gone', () => {
  const files = contentsOf([renamedAndWithdrawn()], withAddress);

  it.each<[Locale, string]>([
    ['he', 'הכתבה הוסרה מפרסום'],
    ['ar', 'سُحب هذا المقال من النشر'],
  ])('says so in its language (%s), leads to the others, and is not for search engines', async (locale, said) => {
    const page = (await files).get(`${locale}/חדש/index.html`) ?? '';
    expect(page).toMatch(new RegExp(`<html\\s+lang="${locale}"\\s+dir="rtl"`, 'u'));
    expect(page).toContain(`<h1>${said}</h1>`);
    expect(page).toContain('<meta name="robots" content="noindex" />');
    expect(page).not.toMatch(/rel="canonical"|og:|hreflang="x-default"/u);
    expect(page).toMatch(/href="\.\.\/\.\.\/en\/%D7%97%D7%93%D7%A9\/"/u);
  });

  it('leads from a former name to the present one, without a script', async () => {
    const page = (await files).get('en/ישן/index.html') ?? '';
    const address = '../../en/%D7%97%D7%93%D7%A9/';
    expect(page).toContain(`<meta http-equiv="refresh" content="0; url=${address}" />`);
    expect(page).toContain(`<a href="${address}"`);
    expect(page).toContain('<link rel="canonical" href="https://news.example.org/read/en/%D7%97%D7%93%D7%A9/" />');
    expect(page).toContain('<meta name="robots" content="noindex" />');
    expect(page).not.toContain('<script');
  });

  it('stands in the rules, in every language that readers saw it in; a site without any has no rules', async () => {
    const [old, now] = [encodeURIComponent('ישן'), encodeURIComponent('חדש')];
    expect((await files).get('_redirects')).toBe(
      [
        ...['en', 'he', 'ar'].map((locale) => `/${locale}/${old}/ /${locale}/${now}/ 301`),
        ...['he', 'ar'].map((locale) => `/${locale}/${now}/ /${locale}/${now}/ 410`),
        '',
      ].join('\n'),
    );
    expect((await contentsOf(someDocuments(2), view)).has('_redirects')).toBe(false);
  });
});

describe('of a site of 3,000 articles', () => {
  const all = someDocuments(3000);

  it('a correction of one makes its own page anew, and the lists and feeds that show it', async () => {
    const corrected = all.with(1234, correctedOne(all[1234]));
    expect(await changedBetween(all, corrected)).toEqual([
      'en/archive/2026/index.html',
      'en/article-1235/index.html',
      'en/page/124/index.html',
      'en/tags/housing/page/124/index.html',
      'sitemap-2.xml',
      'sitemap.xml',
    ]);
  });

  it('a correction of the newest makes what shows the newest', async () => {
    const corrected = all.with(2999, correctedOne(all[2999]));
    expect(await changedBetween(all, corrected)).toEqual([
      'en/archive/2026/index.html',
      'en/article-3000/index.html',
      'en/feed.json',
      'en/feed.xml',
      'en/index.html',
      'en/tags/housing/index.html',
      'index.html',
      'sitemap-3.xml',
      'sitemap.xml',
    ]);
  });

  it('another one changes what begins with the newest, and what counts them', async () => {
    expect(await changedBetween(all, someDocuments(3001))).toEqual([
      'en/archive/2026/index.html',
      'en/archive/index.html',
      'en/article-3001/index.html',
      'en/feed.json',
      'en/feed.xml',
      'en/index.html',
      'en/tags/housing/index.html',
      'en/tags/index.html',
      'index.html',
      'sitemap-4.xml',
      'sitemap.xml',
    ]);
  });

  it('another one in another language leaves the first alone, but for the ways to it', async () => {
    const more = [...all, ...trilingualDocuments()];
    const first = await changedBetween(more, [...more, aDocument(9000, ['he'])]);
    expect(first.filter((path) => path.startsWith('en/'))).toEqual([]);
  });

  it('other words on an about page change that page alone', async () => {
    const about = { ...settings.about, en: 'Other words' };
    const other = { ...withAddress, settings: { ...settings, about }, about: aboutBlocks(about) };
    expect(await changedBetween(all, all, other)).toEqual(['en/about/index.html']);
  });
});

/** Paths whose keys differ, or that only one of the two sites has. */
async function changedBetween(
  before: readonly LiveDocument[],
  after: readonly LiveDocument[],
  site: SiteView = withAddress,
): Promise<string[]> {
  const [first, second] = await Promise.all([keysOf(before, withAddress), keysOf(after, site)]);
  const paths = new Set([...first.keys(), ...second.keys()]);
  return [...paths].filter((path) => first.get(path) !== second.get(path)).toSorted();
}

async function keysOf(documents: readonly LiveDocument[], site: SiteView): Promise<Map<string, string>> {
  return new Map((await filesOf(someSiteOf(documents, site))).map(({ path, key }) => [path, key]));
}

async function contentsOf(documents: readonly LiveDocument[], site: SiteView): Promise<Map<string, string>> {
  const files = (await filesOf(someSiteOf(documents, site))).filter(({ path }) => !path.startsWith('assets/'));
  return new Map(await Promise.all(files.map(async (file) => [file.path, await textOf(file)] as const)));
}

async function textOf({ bytes }: SiteFile): Promise<string> {
  return new TextDecoder().decode(await bytes());
}

/** What a page's relative addresses lead to. */
function localTargets(page: string, path: string): string[] {
  if (path === '404.html') return [];
  return [...page.matchAll(/(?:href|src)="([^"#]+)"|; url=([^"]+)"/gu)].flatMap(([, address, refresh]) => {
    const { host, pathname } = new URL(address ?? refresh ?? '', `https://site.invalid/${path}`);
    const target = decodeURIComponent(pathname.slice(1));
    return host === 'site.invalid' ? [target === '' || target.endsWith('/') ? `${target}index.html` : target] : [];
  });
}

function titlesIn(page = ''): string[] {
  return [...page.matchAll(/<h2><a [^>]*>([^<]*)/gu)].map(([, title = '']) => title);
}

/** English articles, one an hour, all with a tag; some in the other languages too. */
function someDocuments(count: number): LiveDocument[] {
  return Array.from({ length: count }, (_, at) => aDocument(at + 1, at < 2 && count < 100 ? locales : ['en']));
}

function trilingualDocuments(): LiveDocument[] {
  return Array.from({ length: 30 }, (_, at) => aDocument(at + 5001, locales));
}

function aDocument(number: number, among: readonly Locale[]): LiveDocument {
  const documentId = `doc${String(number).padStart(9, '0')}`;
  const at = new Date(Date.UTC(2026, 0, 1, number)).toISOString();
  const slug = `article-${number}`;
  const editions = among.map((locale) =>
    anEdition(
      [
        ['title', `Article ${number}`],
        ['paragraph', 'Its text.'],
      ],
      { documentId, slug, locale, publication: { n: 1, at, by: 'dana', sourceVersion: 1, targets: [] } },
    ),
  );
  return aLiveDocument(editions, { tags: ['housing', ...(number === 1 ? ['ים'] : [])] });
}

function correctedOne(document: LiveDocument | undefined): LiveDocument {
  const [edition] = document?.editions ?? [];
  if (document === undefined || edition === undefined) throw new Error('There is no such document');
  const publication = { ...edition.publication, n: 2, at: '2026-12-01T00:00:00.000Z' };
  const corrected = live({ ...edition, publication }, { history: [edition.publication, publication] });
  return { ...document, editions: [corrected] };
}

/** Live in English, withdrawn in the others, and once called otherwise. */
function renamedAndWithdrawn(): LiveDocument {
  const edition = anEdition([['title', 'Renamed <b> & "moved"']], { documentId: 'renamed00001', slug: 'חדש' });
  return aLiveDocument([edition], { formerSlugs: ['ישן', 'חדש'], withdrawn: ['he', 'ar'], tags: ['unknown'] });
}
