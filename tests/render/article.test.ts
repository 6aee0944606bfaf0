/** What stands around an article's text: contents, days, corrections, credits, tags, and what machines are told. */
import { describe, expect, it } from 'vitest';
import type { Publication } from '../../server/domain/document.ts';
import { monthNames } from '../../server/domain/language/months.ts';
import { locales, type Locale } from '../../server/domain/locale.ts';
import { defaultPolicies, policyChoices, type Policy } from '../../server/domain/policy.ts';
import { defaultSettings, type SiteSettings } from '../../server/domain/site-settings.ts';
import type { PublishedEdition } from '../../server/ports.ts';
import { formatDay } from '../../server/render/dates.ts';
import { renderEdition } from '../../server/render/edition-page.ts';
import { writeNumber } from '../../server/render/numerals.ts';
import type { LiveDocument, LiveEdition } from '../../server/render/live-document.ts';
import type { SiteView } from '../../server/render/site-view.ts';
import { standfirstOf } from '../../server/render/summary.ts';
import { aFullEdition, aLiveDocument, anEdition, live, someView, type Line } from '../support/editions.ts';

describe('contents', () => {
  const prose: Line = ['paragraph', 'word '.repeat(400)];
  const part = (text: string, level: number): Line[] => [['heading', text, { level }], prose];

  it('show the levels of a long article, a level that is skipped as none', () => {
    const page = pageOf(
      anEdition([['title', 'T'], ...part('A', 2), ...part('B', 4), ...part('C', 3), ...part('D', 2)]),
    );
    const [contents = ''] = /<nav class="contents".*?<\/nav>/u.exec(page) ?? [];
    expect(contents.replace(/<a [^>]*>|<\/a>|\s/gu, '').replace(/.*<\/summary>/u, '')).toBe(
      '<ul><li>A<ul><li>B</li><li>C</li></ul></li><li>D</li></ul></details></nav>',
    );
    expect(contents).toContain('<summary>Contents</summary>');
  });

  it('lead to every heading, in a preview too', () => {
    const edition = anEdition([['title', 'T'], ...['A', 'B', 'C', 'D'].flatMap((text) => part(text, 2))]);
    for (const page of [pageOf(edition), pageOf(edition, {}, { untranslated: new Set() })]) {
      const [contents = ''] = /<nav class="contents".*?<\/nav>/u.exec(page) ?? [];
      const targets = [...contents.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id);
      expect(targets).toHaveLength(4);
      for (const id of targets) expect(page.split(`id="${id}"`)).toHaveLength(2);
    }
  });

  it.each<[string, readonly Line[]]>([
    ['three headings', ['A', 'B', 'C'].flatMap((text) => part(text, 2))],
    ['few words', ['A', 'B', 'C', 'D'].map((text): Line => ['heading', text])],
    [
      'headings that are quoted',
      ['A', 'B', 'C', 'D'].flatMap((text): Line[] => [['heading', text, { quoted: 1 }], prose]),
    ],
  ])('are none where there is nothing to find one’s way in: %s', (_title, lines) => {
    expect(pageOf(anEdition([['title', 'T'], ...lines]))).not.toContain('class="contents"');
  });

  it('have no footnote marks, no links and no mark-up', () => {
    const codes = { 1: { type: 'link', href: 'https://a.org/' }, 2: { type: 'footnote', label: 'x' } } as const;
    const page = pageOf(
      anEdition([
        ['title', 'T'],
        ...part('A', 2),
        ...part('B', 2),
        ...part('C', 2),
        ['heading', '<1>D</1><2/>', {}, codes],
        ['footnote', 'N', { label: 'x' }],
      ]),
    );
    expect(/<nav class="contents".*?<\/nav>/u.exec(page)?.[0]).toMatch(/<a href="#segment-segment-7" >D<\/a>/u);
  });
});

describe('days and corrections', () => {
  const publication = (n: number, note?: string): Publication => ({
    n,
    at: `2026-11-0${n}T08:00:00.000Z`,
    by: 'dana',
    sourceVersion: 1,
    targets: [],
    ...(note !== undefined && { note }),
  });
  const after = (history: readonly Publication[], locale: Locale = 'en'): string => {
    const last = history.at(-1) ?? publication(1);
    return pageOf(live(anEdition([['title', 'T']], { locale, publication: last }), { history }));
  };

  it('says when it was first published, and not that it was updated, of a first publication', () => {
    const page = after([publication(1)]);
    expect(page).toContain('<li>Published <time datetime="2026-11-01">1 November 2026</time></li>');
    expect(page).not.toMatch(/Updated|class="corrections"/u);
  });

  it.each<[Locale, string, string]>([
    ['en', 'Published <time datetime="2026-11-01">', 'Updated <time datetime="2026-11-03">3 November 2026</time>'],
    ['he', 'פורסם ב־<time datetime="2026-11-01">', 'עודכן ב־<time datetime="2026-11-03">3 בנובמבר 2026</time>'],
    ['ar', 'نُشر في <time datetime="2026-11-01">', 'حُدِّث في <time datetime="2026-11-03">3 نوفمبر 2026</time>'],
  ])('says in %s that it was updated', (locale, published, updated) => {
    const page = after([publication(1), publication(2), publication(3)], locale);
    expect(page).toContain(`<li>${published}`);
    expect(page).toContain(`<li>${updated}</li>`);
    expect(page).not.toContain('class="corrections"');
  });

  it('lists what was corrected, newest first, without those that say nothing', () => {
    const page = after([publication(1), publication(2, 'A <b>'), publication(3, ' '), publication(4, 'C')]);
    const [section = ''] = /<section class="corrections".*?<\/section>/u.exec(page) ?? [];
    expect([...section.matchAll(/<p>(.*?)<\/p>/gu)].map(([, said]) => said)).toEqual([
      '<time datetime="2026-11-04">4 November 2026</time>',
      'C',
      '<time datetime="2026-11-02">2 November 2026</time>',
      'A &lt;b&gt;',
    ]);
  });
});

describe('numbers', () => {
  it.each<[Partial<Policy>, string]>([
    [{ digits: 'latn', months: 'gulf' }, '21 نوفمبر 2026'],
    [{ digits: 'latn', months: 'levant' }, '21 تشرين الثاني 2026'],
    [{ digits: 'arab', months: 'maghreb' }, '٢١ نوفمبر ٢٠٢٦'],
    [{ digits: 'arab', months: 'morocco' }, '٢١ نونبر ٢٠٢٦'],
  ])('and months of a day are the policy’s: %j', (changes, expected) => {
    expect(formatDay('2026-11-21T22:30:00.000Z', 'ar', { ...defaultPolicies.ar, ...changes })).toBe(expected);
  });

  it('and months of a day are those that its language has (ICU)', () => {
    const formats = { en: 'en-GB-u-ca-gregory-nu-latn', he: 'he-u-ca-gregory-nu-latn' } as const;
    for (const locale of ['en', 'he'] as const) {
      const format = new Intl.DateTimeFormat(formats[locale], { dateStyle: 'long', timeZone: 'UTC' });
      for (const month of monthNames[locale].keys()) {
        const at = new Date(Date.UTC(2026, month, 1)).toISOString();
        expect(formatDay(at, locale)).toBe(format.format(new Date(at)));
      }
    }
  });

  it('are written in either set of digits, and are the same numbers', () => {
    for (const digits of policyChoices.digits) {
      for (const value of [0, 7, 1234567890]) {
        const format = new Intl.NumberFormat(`ar-u-nu-${digits}`, { useGrouping: false });
        expect(writeNumber(value, { digits })).toBe(format.format(value));
      }
    }
  });

  it('that a page counts by itself are all in the edition’s digits', () => {
    const policy: Policy = { ...defaultPolicies.ar, digits: 'arab' };
    const page = pageOf(live(aFullEdition('ar'), { policy }));
    const [article = ''] = /<article>.*<\/article>/u.exec(page) ?? [];
    expect(article).toContain('aria-label="الحاشية ١">[١]</a>');
    expect(article).toContain('aria-label="الجدول ١"');
    expect(article).toContain('<time datetime="2026-11-21">٢١ نوفمبر ٢٠٢٦</time>');
    expect(article.match(/<ol/gu)).toHaveLength(2);
    expect(article.match(/<ol[^>]* class="digits-arab"/gu)).toHaveLength(2);
    expect(pageOf(aFullEdition('ar'))).not.toContain('digits-arab');
  });
});

describe('credits', () => {
  const by = (locale: Locale, translators: readonly string[], site: SiteView = someView): string =>
    pageOf(withDetails(aFullEdition(locale, { from: locale === 'en' ? 'he' : 'en' }), { translators }), site);

  it.each<[Locale, readonly string[], string]>([
    ['en', ['Dana', 'Omar', 'Lea'], 'Translated by <bdi>Dana</bdi>, <bdi>Omar</bdi> and <bdi>Lea</bdi>'],
    ['he', ['דנה', 'עומר'], 'תרגום: <bdi>דנה</bdi> ו<bdi>עומר</bdi>'],
    ['he', ['דנה', 'Omar'], 'תרגום: <bdi>דנה</bdi> ו־<bdi>Omar</bdi>'],
    ['ar', ['دانا', 'Omar'], 'ترجمة: <bdi>دانا</bdi> و<bdi>Omar</bdi>'],
    ['ar', ['<b>'], 'ترجمة: <bdi>&lt;b&gt;</bdi>'],
  ])('in %s name %j', (locale, names, expected) => expect(by(locale, names)).toContain(`<li>${expected}</li>`));

  it('are none where nobody is named, where the house gives none, and of an original', () => {
    expect(by('he', [])).not.toContain('תרגום: ');
    expect(by('he', ['דנה'], withSettings({ credits: false }))).not.toContain('דנה');
    expect(pageOf(withDetails(aFullEdition('en'), { translators: ['Dana'] }))).not.toContain('Dana');
  });
});

it('is described as its editors say, else by its beginning', () => {
  const edition = anEdition([
    ['title', 'T'],
    ['paragraph', 'Its beginning.'],
  ]);
  expect(standfirstOf(edition)).toBe('Its beginning.');
  expect(standfirstOf(withDetails(edition, { description: ' What it says. ' }))).toBe('What it says.');
  expect(pageOf(withDetails(edition, { description: 'What "it" says.' }))).toContain(
    '<meta name="description" content="What &quot;it&quot; says." />',
  );
});

describe('a translation whose original has changed', () => {
  const behind = (locale: Locale, settings: Partial<SiteSettings>): string =>
    pageOf(live(aFullEdition(locale), { behindSince: '2026-12-05T10:00:00.000Z' }), withSettings(settings));

  it.each(locales)('says so in %s, with the day, where the house wants it', (locale) => {
    const day = formatDay('2026-12-05T10:00:00.000Z', locale);
    expect(behind(locale, { tellsOutdated: true })).toMatch(
      new RegExp(`<p class="outdated">[^<]+<time datetime="2026-12-05">${day}</time>\\.</p>`, 'u'),
    );
    expect(behind(locale, { tellsOutdated: false })).not.toContain('class="outdated"');
  });
});

describe('tags', () => {
  const site = withSettings({
    tags: [
      { id: 'housing', names: { en: 'Housing', ar: 'السكن' } },
      { id: 'בית', names: { en: 'Home <b>' } },
      { id: 'other', names: { en: 'Other' } },
    ],
  });
  const tagged = (locale: Locale): string =>
    text(
      renderEdition(
        live(aFullEdition(locale)),
        { ...aLiveDocument([aFullEdition(locale)]), tags: ['בית', 'housing', 'gone'] },
        site,
      ),
    );

  it('stand in the site’s order and lead to what else has them', () => {
    const [line = ''] = /<nav class="tags".*?<\/nav>/u.exec(tagged('en')) ?? [];
    expect([...line.matchAll(/href="([^"]*)" rel="tag">(.*?)<\/a>/gu)].map(([, href, name]) => [href, name])).toEqual([
      ['../../en/tags/housing/', 'Housing'],
      ['../../en/tags/%D7%91%D7%99%D7%AA/', 'Home &lt;b&gt;'],
    ]);
  });

  it('are shown where the language has a name for them', () => {
    expect(tagged('ar')).toContain('../../ar/tags/housing/');
    expect(tagged('ar')).not.toContain('%D7%91');
    expect(tagged('he')).not.toContain('class="tags"');
  });
});

describe('what search engines are told', () => {
  const [english, hebrew, arabic] = [aFullEdition('en'), translated('he'), translated('ar')];
  const document = aLiveDocument([english, hebrew, arabic]);
  const absolute: SiteView = { ...someView, editionsUrl: 'https://news.example.org/read/' };

  it('is an article in its language, with those who made it', () => {
    expect(dataOf(hebrew, document, someView)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Article',
      headline: 'ספרייה',
      inLanguage: 'he',
      description: standfirstOf(hebrew),
      datePublished: hebrew.publication.at,
      dateModified: hebrew.publication.at,
      author: { '@type': 'Person', name: 'נועה' },
      translator: [{ '@type': 'Person', name: 'Dana </script>' }],
      translationOfWork: { '@type': 'Article', headline: 'A library', inLanguage: 'en' },
      publisher: { '@type': 'Organization', name: 'Harbour Paper' },
    });
  });

  it('has addresses where the site knows its own', () => {
    const address = 'https://news.example.org/read/he/a-library/';
    expect(dataOf(hebrew, document, absolute)).toMatchObject({ '@id': address, url: address });
    expect(JSON.stringify(dataOf(hebrew, document, someView))).not.toContain('"url"');
  });

  it('names the translations of an original, and of nothing else', () => {
    const { workTranslation, translationOfWork } = dataOf(english, document, absolute);
    expect(translationOfWork).toBeUndefined();
    expect(workTranslation).toMatchObject([{ inLanguage: 'he' }, { inLanguage: 'ar' }]);
    expect(dataOf(arabic, document, absolute)['workTranslation']).toBeUndefined();
  });

  it('dates an article by its first publication, and its text by the last', () => {
    const first = { ...english.publication, at: '2026-01-01T00:00:00.000Z' };
    const later = live({ ...english, publication: { ...english.publication, n: 2 } }, { history: [first] });
    expect(dataOf(later, aLiveDocument([later]), someView)).toMatchObject({
      datePublished: first.at,
      dateModified: english.publication.at,
    });
  });

  it('names no translator where the house gives no credits', () => {
    expect(dataOf(hebrew, document, withSettings({ credits: false }))['translator']).toBeUndefined();
  });

  function translated(locale: Locale): PublishedEdition {
    const edition = withDetails(aFullEdition(locale), { translators: ['Dana </script>'] });
    const byline = { he: 'מאת נועה', ar: 'بقلم نوى', en: '' }[locale];
    return {
      ...edition,
      segments: edition.segments.map((one) => (one.segment.kind === 'byline' ? { ...one, text: byline } : one)),
    };
  }
});

function dataOf(edition: PublishedEdition, document: LiveDocument, site: SiteView): Record<string, unknown> {
  const page = text(renderEdition('history' in edition ? (edition as LiveEdition) : live(edition), document, site));
  const [, data = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/u.exec(page) ?? [];
  return JSON.parse(data) as Record<string, unknown>;
}

function withDetails(edition: PublishedEdition, details: NonNullable<Publication['details']>): PublishedEdition {
  return { ...edition, publication: { ...edition.publication, details } };
}

function withSettings(settings: Partial<SiteSettings>): SiteView {
  return { ...someView, settings: { ...defaultSettings, ...settings } };
}

function pageOf(
  edition: PublishedEdition | LiveEdition,
  site: Partial<SiteView> = {},
  draft?: Parameters<typeof renderEdition>[3],
): string {
  const shown = 'history' in edition ? edition : live(edition);
  return text(renderEdition(shown, aLiveDocument([shown]), { ...someView, ...site }, draft));
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/\s+/gu, ' ');
}
