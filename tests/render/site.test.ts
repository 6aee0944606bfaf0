/** Whole pages: valid in three languages, the same bytes each time, harmless whatever the texts hold. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Codes } from '../../server/domain/content.ts';
import { locales, type Locale } from '../../server/domain/locale.ts';
import { defaultSettings } from '../../server/domain/site-settings.ts';
import type { PublishedEdition } from '../../server/ports.ts';
import { safeAddress } from '../../server/domain/address.ts';
import { renderEdition } from '../../server/render/edition-page.ts';
import { pagePolicy } from '../../server/render/policy.ts';
import { planSite } from '../../server/render/site.ts';
import type { SiteView } from '../../server/render/site-view.ts';
import { headOf } from '../../server/render/heads.ts';
import type { LiveDocument } from '../../server/render/live-document.ts';
import {
  aFullEdition,
  aLiveDocument,
  anEdition,
  filesOf,
  live,
  someSiteOf,
  someView,
  type Line,
} from '../support/editions.ts';
import { faultsOf } from '../support/html-validity.ts';

const trilingual = locales.map((locale) => aFullEdition(locale));
const withAddresses: SiteView = { ...someView, editionsUrl: 'https://news.example.org/read/' };

describe('the site', () => {
  it('has a page an edition, an archive, an index and feeds a language, a first page, and what they share', async () => {
    const files = await pathsOf([trilingual]);
    expect(files.filter((path) => !path.startsWith('assets/'))).toEqual([
      'en/a-library/a-library.en.1.epub',
      'he/a-library/a-library.he.1.epub',
      'ar/a-library/a-library.ar.1.epub',
      'en/a-library/with-he/index.html',
      'en/a-library/with-ar/index.html',
      'he/a-library/with-en/index.html',
      'he/a-library/with-ar/index.html',
      'ar/a-library/with-en/index.html',
      'ar/a-library/with-he/index.html',
      'en/a-library/index.html',
      'he/a-library/index.html',
      'ar/a-library/index.html',
      ...locales.flatMap((locale) => [`${locale}/archive/2026/index.html`, `${locale}/archive/index.html`]),
      'en/index.html',
      'he/index.html',
      'ar/index.html',
      ...locales.flatMap((locale) => [`${locale}/feed.xml`, `${locale}/feed.json`]),
      'index.html',
      '404.html',
    ]);
    const shared = files.filter((path) => path.startsWith('assets/'));
    expect(shared.filter((path) => path.endsWith('.css'))).toHaveLength(1);
    expect(shared.filter((path) => path.endsWith('LICENSE.txt')).length).toBeGreaterThan(0);
    expect(files.indexOf(shared.at(-1) ?? '')).toBeLessThan(files.indexOf('en/a-library/index.html'));
  });

  it.each(['archive', 'tags'])(
    'lets an article that was called %s before that was the site’s own stand',
    async (slug) => {
      const site = { ...someView, settings: { ...defaultSettings, tags: [{ id: 'land', names: { en: 'Land' } }] } };
      const article = aLiveDocument([aFullEdition('en')], { slug });
      const files = await filesOf(someSiteOf([article], site));
      const paths = files.map(({ path }) => path);
      expect(new Set(paths).size).toBe(paths.length);
      const page = files.find(({ path }) => path === `en/${slug}/index.html`);
      expect(Buffer.from((await page?.bytes()) ?? '').toString()).toContain('<article');
      const renamed = aLiveDocument([aFullEdition('en')], { slug: 'new', formerSlugs: [slug] });
      const gone = aLiveDocument([], { slug, withdrawn: ['en'] });
      for (const document of [renamed, gone]) {
        const others = (await filesOf(someSiteOf([document, aLiveDocument(trilingual)], site))).map(({ path }) => path);
        expect(new Set(others).size).toBe(others.length);
        expect(others).not.toContain('_redirects');
      }
    },
  );

  it.each([
    ['with everything in it', [trilingual], someView],
    ['that knows its address', [trilingual], withAddresses],
    ['that is empty', [], someView],
  ] as const)('is valid HTML: one %s', async (_title, documents, site) => {
    for (const [path, page] of await pagesOf(documents, site)) {
      expect(faultsOf(page, path)).toEqual([]);
    }
  });

  it('gives the same bytes each time', async () => {
    expect(await pagesOf([trilingual], withAddresses)).toEqual(await pagesOf([trilingual], withAddresses));
  });

  it('reads a document only when one of its pages must be made, once for all of them, and one at a time', async () => {
    const read: string[] = [];
    const documents = ['one', 'two'].map((slug) =>
      aLiveDocument([anEdition([['title', slug]], { slug, documentId: slug })]),
    );
    const load = async (document: LiveDocument): Promise<LiveDocument> => {
      read.push(document.documentId);
      return document;
    };
    const asked = documents.map((document) => ({ head: headOf(document), load: () => load(document) }));
    const loadAgain = async (): Promise<never> => expect.unreachable();
    for await (const file of planSite({ site: someView, documents: asked, loadAgain })) {
      if (file.path.startsWith('en/one/')) await file.bytes();
    }
    expect(read).toEqual(['one']);
  });

  it('leads to every page by relative addresses that exist', async () => {
    const all = new Set(await pathsOf([trilingual]));
    for (const [path, page] of await pagesOf([trilingual], someView)) {
      if (path === '404.html') continue;
      for (const [, address = ''] of page.matchAll(/(?:href|src)="([^"#]+)"/gu)) {
        const { host, pathname } = new URL(address, `https://site.invalid/${path}`);
        if (host !== 'site.invalid') continue;
        const target = decodeURIComponent(pathname.slice(1));
        expect(all, `${path} → ${address}`).toContain(
          target === '' || target.endsWith('/') ? `${target}index.html` : target,
        );
      }
    }
  });

  it('says on its 404 page where it stands, as that page is shown at any depth', async () => {
    const [, page = ''] = (await pagesOf([], withAddresses)).find(([path]) => path === '404.html') ?? [];
    expect(page).toContain('href="/read/assets/edition.');
    for (const locale of locales) expect(page).toContain(`<section lang="${locale}"`);
  });

  it('lists what is newest first, and says so where a language has nothing', async () => {
    const at = (slug: string, day: string): PublishedEdition[] => [
      anEdition([['title', slug]], {
        slug,
        publication: { n: 1, at: `2026-${day}T00:00:00.000Z`, by: 'd', sourceVersion: 1, targets: [] },
      }),
    ];
    const pages = new Map(
      await pagesOf([at('older', '01-02'), at('newer', '03-04'), at('between', '02-03')], someView),
    );
    const titles = [...(pages.get('en/index.html') ?? '').matchAll(/<h2><a [^>]*>([^<]*)/gu)].map(([, title]) => title);
    expect(titles).toEqual(['newer', 'between', 'older']);
    expect(pages.get('he/index.html')).toContain('עדיין לא פורסמו');
  });
});

describe('an edition', () => {
  it.each<[Locale, string, string]>([
    ['en', '21 November 2026', 'ltr'],
    ['he', 'פורסם ב־<time datetime="2026-11-21">21 בנובמבר 2026</time>', 'rtl'],
    ['ar', '21 نوفمبر 2026', 'rtl'],
  ])('in %s says its language, direction and day', (locale, day, direction) => {
    const page = pageOf(aFullEdition(locale));
    expect(page).toContain(`<html lang="${locale}" dir="${direction}"`);
    expect(page).toContain(day);
  });

  it('states the policy, and has nothing that runs, no form and nothing foreign to load', () => {
    const page = pageOf(aFullEdition('en'));
    expect(page).toContain(`content="${pagePolicy.replaceAll("'", '&#39;')}"`);
    expect(page).not.toMatch(/<(?:script(?! type="application\/ld\+json">)|style|form|iframe|img|object|svg|base)\b/u);
    expect(page).not.toMatch(/<[^>]+ (?:style|on[a-z]+)=/u);
  });

  it('has a place for each segment in a preview, and none of them for readers', () => {
    const edition = aFullEdition('he');
    const preview = text(renderEdition(live(edition), aLiveDocument([edition]), someView, { untranslated: new Set() }));
    const places = [...preview.matchAll(/<span class="here" id="segment-([^"]+)"><\/span>/gu)].map(([, id]) => id);
    const shown = edition.segments.filter(({ segment }) => !['separator', 'code-block'].includes(segment.kind));
    expect(places).toHaveLength(shown.length);
    expect(new Set(places)).toEqual(new Set(shown.map(({ segment }) => segment.id)));
    expect(pageOf(edition)).not.toContain('class="here"');
  });

  it('leads to its other languages, each in its own name', () => {
    const [english, hebrew] = trilingual;
    const page = english && hebrew ? text(pageAmong(hebrew, [hebrew, english])) : '';
    expect(page).toMatch(/<a href="\.\.\/\.\.\/en\/a-library\/" hreflang="en" lang="en" dir="ltr" >English/u);
    expect(page).toMatch(/<a href="\.\/" hreflang="he" lang="he" dir="rtl" aria-current="page" >עברית/u);
    expect(page).not.toContain('hreflang="ar"');
    expect(page).toMatch(/<a href="\.\.\/\.\.\/en\/a-library\/" hreflang="en">תורגם מאנגלית/u);
  });

  it('names the others to search engines only where addresses are absolute', () => {
    const hebrew = trilingual[1] ?? aFullEdition('he');
    expect(text(pageAmong(hebrew, trilingual))).not.toMatch(/rel="canonical"|rel="alternate" hreflang|og:/u);
    const page = text(pageAmong(hebrew, trilingual, withAddresses));
    const alternates = [...page.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/gu)].map(
      ([, tag, href]) => [tag, href],
    );
    const base = 'https://news.example.org/read';
    expect(alternates).toEqual([
      ['en', `${base}/en/a-library/`],
      ['he', `${base}/he/a-library/`],
      ['ar', `${base}/ar/a-library/`],
      ['x-default', `${base}/en/a-library/`],
    ]);
    expect(page).toContain(`<link rel="canonical" href="${base}/he/a-library/"`);
    expect(page).toContain('<meta property="og:locale" content="he_IL"');
  });

  it('says of demo text that it is not a translation, and says it of no other', () => {
    const edition = aFullEdition('he');
    const from = (provider: string): PublishedEdition => ({
      ...edition,
      segments: edition.segments.map((one, at) =>
        at === 3 ? { ...one, origin: { type: 'mt', provider, model: 'm' } } : one,
      ),
    });
    expect(pageOf(from('demo'))).toContain('זה אינו תרגום');
    expect(pageOf(from('deepl'))).not.toContain('זה אינו תרגום');
  });

  it('cuts its description after a word', () => {
    const page = pageOf(
      anEdition(
        [
          ['title', 'T'],
          ['paragraph', 'مدرسة '.repeat(100)],
        ],
        { locale: 'ar' },
      ),
    );
    expect(page).toMatch(/<meta name="description" content="(?:مدرسة )+مدرسة…"/u);
  });
});

describe('hostile text', () => {
  it('adds no element and no attribute, wherever it stands', () => {
    const benign = shapeOf('x');
    const pieces = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '<script>',
      '</p>',
      '<!--',
      ']]>',
      '</title>',
      'onload=',
      ' ',
      '\0',
      '&lt;',
      'א',
      '<1>',
      '</1>',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 12 }).map((list) => list.join('')),
        (hostile) => {
          expect(shapeOf(`x${hostile}`)).toBe(benign);
        },
      ),
    );
  });

  for (const file of ['xss.txt', 'blns.json']) {
    const path = `../shared/data/bad-input/${file}`;
    it.skipIf(!existsSync(path))(`of ${file} stays text (skipped where ${path} is absent)`, () => {
      const content = readFileSync(path, 'utf8');
      const strings = (file.endsWith('.json') ? (JSON.parse(content) as string[]) : content.split('\n'))
        .map((hostile) => hostile.replace(/\n\s*\n/gu, '\n'))
        .filter((hostile) => hostile !== '');
      expect(strings.length).toBeGreaterThan(100);
      for (let at = 0; at < strings.length; at += 50) {
        const some = strings.slice(at, at + 50);
        expect(shapeOf(...some)).toBe(shapeOf(...some.map(() => 'x')));
      }
    });
  }
});

/** The elements and attributes of an edition in which texts stand in every place; isolates and the mark of vowel signs left out. */
function shapeOf(...texts: readonly string[]): string {
  const [first = ''] = texts;
  const lines = texts.flatMap((hostile, at): Line[] => [
    ['paragraph', '<1>a</1><2/><3/>', {}, hostileCodes(hostile)],
    ['quotation', hostile],
    ['code-block', hostile, { language: hostile }],
    ['caption', hostile],
    ['table-cell', hostile, { table: at, row: 0, column: 0, header: true }],
    ['list-item', hostile, { number: 1 }],
    ['footnote', hostile, { label: `${at}${hostile}` }],
  ]);
  const details = { translators: texts, description: first };
  const publication = { n: 2, at: '2026-11-21T22:30:00.000Z', by: first, sourceVersion: 1, targets: [], details };
  const about = { from: 'he', publication } as const;
  const edition = anEdition([['title', first], ['byline', `By ${first}`], ['heading', first], ...lines], about);
  const history = [publication, { ...publication, note: `x${first}` }];
  const tags = [{ id: 'x', names: { en: first } }];
  const site = { ...someView, name: first, editionsUrl: 'https://a.org/', settings: { ...defaultSettings, tags } };
  const page = text(renderEdition(live(edition, { history }), { ...aLiveDocument([edition]), tags: ['x'] }, site));
  const elements = page.match(/<[^>]*>/gu)?.filter((tag) => !/^<\/?bdi/u.test(tag)) ?? [];
  return elements.map((tag) => tag.replace(/ class="pointed"|="[^"]*"/gu, '').replace(/\s+/gu, ' ')).join('');
}

function hostileCodes(hostile: string): Codes {
  const address = [`https://a.org/${hostile}`, 'https://a.org/'].find((one) => safeAddress(one) !== undefined) ?? '';
  return {
    1: { type: 'link', href: address, title: hostile },
    2: { type: 'image', src: address, alt: hostile },
    3: { type: 'footnote', label: 'none' },
  };
}

async function pathsOf(documents: readonly (readonly PublishedEdition[])[]): Promise<string[]> {
  return (await filesOf(planOf(documents))).map(({ path }) => path);
}

async function pagesOf(
  documents: readonly (readonly PublishedEdition[])[],
  site: SiteView,
): Promise<Array<[string, string]>> {
  const files = (await filesOf(planOf(documents, site))).filter(({ path }) => path.endsWith('.html'));
  return Promise.all(files.map(async ({ path, bytes }) => [path, text(await bytes())] as [string, string]));
}

/** Each document by an id of its own. */
function planOf(documents: readonly (readonly PublishedEdition[])[], site: SiteView = someView) {
  const lively = documents.map((editions, at): LiveDocument => aLiveDocument(editions, { documentId: `doc${at}` }));
  return someSiteOf(lively, site);
}

function pageOf(edition: PublishedEdition): string {
  return text(pageAmong(edition, [edition]));
}

function pageAmong(edition: PublishedEdition, all: readonly PublishedEdition[], site = someView): Uint8Array {
  return renderEdition(live(edition), aLiveDocument(all), site);
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/\s+/gu, ' ');
}
