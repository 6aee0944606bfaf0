/** Feeds and sitemaps: an independent reader understands them, and no text can break out of them. */
import { parseFeed } from '@rowanmanning/feed-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locales, type Locale } from '../../server/domain/locale.ts';
import { defaultSettings } from '../../server/domain/site-settings.ts';
import { attribute, elementsOf, parseXml, textOf as elementText, type XmlElement } from '../../server/formats/xml.ts';
import { directed } from '../../server/render/plain-direction.ts';
import type { SiteView } from '../../server/render/site-view.ts';
import { aFullEdition, aLiveDocument, anEdition, filesOf, live, someSiteOf, someView } from '../support/editions.ts';

const settings = {
  ...defaultSettings,
  titles: { he: 'עיתון הנמל', ar: 'صحيفة الميناء' },
  descriptions: { he: 'חדשות הנמל' },
  tags: [{ id: 'housing', names: { en: 'Housing & homes', he: 'דיור' } }],
};
const view: SiteView = { ...someView, settings };
const base = 'https://news.example.org/read/';
const withAddress: SiteView = { ...view, editionsUrl: base };

describe('the Atom feed', () => {
  it('is read by an independent reader as it was meant', async () => {
    const feed = parseFeed(await read('he/feed.xml', withAddress));
    expect(feed).toMatchObject({
      meta: { type: 'atom', version: '1.0' },
      language: 'he',
      title: 'עיתון הנמל',
      description: 'חדשות הנמל',
      url: `${base}he/`,
      self: `${base}he/feed.xml`,
      updated: new Date('2026-12-02T00:00:00.000Z'),
    });
    expect(feed.items).toHaveLength(1);
    expect(feed.items[0]).toMatchObject({
      title: 'ספרייה',
      url: `${base}he/a-library/`,
      published: new Date('2026-11-21T22:30:00.000Z'),
      updated: new Date('2026-12-02T00:00:00.000Z'),
      categories: [{ term: 'housing', label: 'דיור' }],
    });
    expect(feed.items[0]?.content).toMatch(/^<div lang="he" dir="rtl">/u);
  });

  it('calls an article the same wherever the site stands and whatever the article is called', async () => {
    const [here, there, renamed] = await Promise.all([
      read('he/feed.xml', withAddress),
      read('he/feed.xml', view),
      read('he/feed.xml', view, 'another-name'),
    ]);
    const ids = (text: string): string[] => text.match(/<id>[^<]*<\/id>/gu) ?? [];
    expect(ids(here)).toHaveLength(2);
    for (const id of ids(here)) {
      expect(id).toMatch(/<id>urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}<\/id>/u);
    }
    expect(ids(there)).toEqual(ids(here));
    expect(ids(renamed)).toEqual(ids(here));
    expect(ids(await read('ar/feed.xml', view))).not.toEqual(ids(here));
  });

  it('says no absolute address where nobody knows it; every language is said', async () => {
    for (const locale of locales) {
      const feed = rootOf(await read(`${locale}/feed.xml`, view));
      const links = [feed, ...elementsOf(feed, 'entry')].flatMap((one) => elementsOf(one, 'link'));
      expect(links.map((link) => attribute(link, 'href'))).toEqual(['feed.xml', './', 'a-library/']);
      expect(attribute(feed, 'lang', 'http://www.w3.org/XML/1998/namespace')).toBe(locale);
    }
  });

  it('has the newest twenty', async () => {
    const documents = Array.from({ length: 25 }, (_, at) => {
      const publishedAt = new Date(Date.UTC(2026, 0, at + 1)).toISOString();
      const publication = { n: 1, at: publishedAt, by: 'dana', sourceVersion: 1, targets: [] };
      return aLiveDocument([
        anEdition([['title', `Title ${at + 1}`]], { documentId: `doc${at}`, slug: `a-${at}`, publication }),
      ]);
    });
    const files = await filesOf(someSiteOf(documents, view));
    const feed = parseFeed(await textOf(files, 'en/feed.xml'));
    expect(feed.items.map(({ title }) => title)).toEqual(Array.from({ length: 20 }, (_, at) => `Title ${25 - at}`));
  });

  it('holds any title, whole', async () => {
    const pieces = fc.constantFrom(
      '<b>',
      ']]>',
      '&',
      '"',
      "'",
      '&lt;',
      '<!--',
      'א',
      'Latin',
      '\u202E',
      '\0',
      '\uD800',
      '<',
      '\uFFFE',
      ' x',
    );
    const titles = fc.array(pieces, { minLength: 1, maxLength: 8 }).map((list) => `x${list.join('')}`);
    await fc.assert(
      fc.asyncProperty(titles, async (title) => {
        const hostile: SiteView = {
          ...withAddress,
          name: title,
          settings: {
            ...defaultSettings,
            descriptions: { en: title },
            tags: [{ id: 'housing', names: { en: title } }],
          },
        };
        const document = aLiveDocument(
          [
            anEdition([
              ['title', title],
              ['paragraph', title],
            ]),
          ],
          { tags: ['housing'] },
        );
        const files = await filesOf(someSiteOf([document], hostile));
        const [entry] = elementsOf(rootOf(await textOf(files, 'en/feed.xml')), 'entry');
        const shown = entry && elementsOf(entry, 'title')[0];
        expect(shown && elementText(shown)).toBe(writable(directed(title.trim(), 'en')));
        const feed = JSON.parse(await textOf(files, 'en/feed.json')) as { items: Array<{ title: string }> };
        expect(feed.items[0]?.title.toWellFormed()).toBe(directed(title.trim(), 'en').toWellFormed());
      }),
      { numRuns: 60 },
    );
  });
});

describe('the JSON feed', () => {
  it('says the same', async () => {
    expect(JSON.parse(await read('he/feed.json', withAddress))).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'עיתון הנמל',
      home_page_url: `${base}he/`,
      feed_url: `${base}he/feed.json`,
      language: 'he',
      items: [
        {
          url: `${base}he/a-library/`,
          title: 'ספרייה',
          content_html: expect.stringMatching(/^<div lang="he" dir="rtl">/u),
          date_published: '2026-11-21T22:30:00.000Z',
          date_modified: '2026-12-02T00:00:00.000Z',
          tags: ['דיור'],
          language: 'he',
        },
      ],
    });
  });
});

describe('the sitemap', () => {
  it('names every article in every language, each with all of them', async () => {
    const root = rootOf(await read('sitemap-1.xml', withAddress));
    const alternates = [
      ...locales.map((locale) => [locale, `${base}${locale}/a-library/`]),
      ['x-default', `${base}en/a-library/`],
    ];
    const urls = elementsOf(root, 'url');
    expect(urls.map((url) => elementsOf(url, 'loc').map(elementText))).toEqual(
      locales.map((locale) => [`${base}${locale}/a-library/`]),
    );
    for (const url of urls) {
      expect(elementsOf(url, 'link').map((link) => [attribute(link, 'hreflang'), attribute(link, 'href')])).toEqual(
        alternates,
      );
    }
  });

  it('has its parts in an index, a thousand documents each, from the oldest', async () => {
    const documents = Array.from({ length: 1001 }, (_, at) => {
      const publishedAt = new Date(Date.UTC(2026, 0, 1, at)).toISOString();
      const publication = { n: 1, at: publishedAt, by: 'dana', sourceVersion: 1, targets: [] };
      return aLiveDocument([
        anEdition([['title', 'T']], { documentId: `doc${5000 - at}`, slug: `a-${at}`, publication }),
      ]);
    });
    const files = await filesOf(someSiteOf(documents, withAddress));
    const parts = elementsOf(rootOf(await textOf(files, 'sitemap.xml')), 'sitemap');
    expect(parts.map((part) => elementsOf(part, 'loc').map(elementText))).toEqual(
      ['site', '1', '2'].map((part) => [`${base}sitemap-${part}.xml`]),
    );
    const last = elementsOf(rootOf(await textOf(files, 'sitemap-2.xml')), 'url');
    expect(last.map((url) => elementsOf(url, 'loc').map(elementText))).toEqual([[`${base}en/a-1000/`]]);
  });

  it('is not there where nobody knows the site’s address', async () => {
    const files = await filesOf(someSiteOf([aLiveDocument([aFullEdition('en')])], view));
    expect(files.map(({ path }) => path).filter((path) => path.startsWith('sitemap'))).toEqual([]);
  });
});

/** A file of a site of one document: a full edition in each language, corrected once. */
async function read(path: string, site: SiteView, slug = 'a-library'): Promise<string> {
  const editions = locales.map((locale: Locale) => {
    const first = aFullEdition(locale, { slug });
    const publication = { ...first.publication, n: 2, at: '2026-12-02T00:00:00.000Z' };
    return live({ ...first, publication }, { history: [first.publication, publication] });
  });
  return textOf(await filesOf(someSiteOf([aLiveDocument(editions, { tags: ['housing'] })], site)), path);
}

async function textOf(files: Awaited<ReturnType<typeof filesOf>>, path: string): Promise<string> {
  const file = files.find((one) => one.path === path);
  if (file === undefined) throw new Error(`There is no ${path}`);
  return new TextDecoder().decode(await file.bytes());
}

function rootOf(text: string): XmlElement {
  const parsed = parseXml(text);
  if (!parsed.ok) throw new Error(`Not well-formed: ${JSON.stringify(parsed.params)}`);
  return parsed.root;
}

/** What XML can hold of a text. */
function writable(text: string): string {
  return text.toWellFormed().replace(/[\0\uFFFE]/gu, '\uFFFD');
}
