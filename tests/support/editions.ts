/**
 * Published editions as values: one that has every kind of block and code, in each language, and a short way to make
 * any other. Shared by the tests of rendering, of the sink and of the editions' server.
 */
import type { Codes } from '../../server/domain/content.ts';
import type { Segment, SegmentKind } from '../../server/domain/document.ts';
import type { Locale } from '../../server/domain/locale.ts';
import { defaultSettings } from '../../server/domain/site-settings.ts';
import { defaultPolicies } from '../../server/domain/policy.ts';
import type { PublishedEdition, SiteFile } from '../../server/ports.ts';
import { headOf } from '../../server/render/heads.ts';
import { inOrder, type LiveDocument, type LiveEdition } from '../../server/render/live-document.ts';
import { planSite } from '../../server/render/site.ts';
import type { SiteView } from '../../server/render/site-view.ts';
import { openThemes } from '../../server/render/themes.ts';

export const someSite = {
  name: 'Harbour Paper',
  address: 'http://127.0.0.1:3001/',
  previews: 'http://127.0.0.1:3001/',
};

/** Those that ship. */
export const someThemes = openThemes(undefined, (error) => {
  throw error;
});

export const someView: SiteView = {
  name: someSite.name,
  settings: defaultSettings,
  about: {},
  policies: defaultPolicies,
  theme: someThemes.find('paper'),
};

/** An edition as readers see it, published for the first time unless `about` says otherwise. */
export function live(edition: PublishedEdition, about: Partial<LiveEdition> = {}): LiveEdition {
  return { ...edition, history: [edition.publication], policy: defaultPolicies[edition.locale], ...about };
}

/** A document of these editions. */
export function aLiveDocument(
  editions: ReadonlyArray<PublishedEdition | LiveEdition>,
  about: Partial<LiveDocument> = {},
): LiveDocument {
  const [first = { documentId: 'doc000000001', slug: 'a-library' }] = editions;
  const { documentId, slug } = { ...first, ...about };
  const lively = editions.map((edition) => ('history' in edition ? edition : live(edition)));
  const own = inOrder(lively).map((edition) => ({ ...edition, documentId, slug }));
  return { documentId, slug, formerSlugs: [], tags: [], editions: own, withdrawn: [], ...about };
}

/** The plan of a site of these documents. */
export function someSiteOf(documents: readonly LiveDocument[], site: SiteView = someView): AsyncIterable<SiteFile> {
  return planSite({
    site,
    documents: documents.map((document) => ({ head: headOf(document), load: async () => document })),
    loadAgain: async (wanted) => {
      const found = documents.find(({ documentId }) => documentId === wanted);
      if (found === undefined) throw new Error(`No document ${wanted}`);
      return found;
    },
  });
}

/** Every file of a plan. */
export async function filesOf(plan: AsyncIterable<SiteFile>): Promise<SiteFile[]> {
  const files: SiteFile[] = [];
  for await (const file of plan) files.push(file);
  return files;
}

/** A segment of an edition: its kind, its text, and what its kind needs. */
export type Line = readonly [kind: SegmentKind, text: string, layout?: Segment['layout'], codes?: Codes];

/** An edition of these lines; the source had the same text. */
export function anEdition(lines: readonly Line[], about: Partial<PublishedEdition> = {}): PublishedEdition {
  return {
    documentId: 'doc000000001',
    slug: 'a-library',
    locale: 'en',
    from: 'en',
    publication: { n: 1, at: '2026-11-21T22:30:00.000Z', by: 'dana', sourceVersion: 1, targets: [] },
    segments: lines.map(([kind, text, layout = {}, codes = {}], ordinal) => ({
      segment: { id: `segment-${ordinal}`, kind, text, layout, codes },
      text,
    })),
    ...about,
  };
}

/** Every kind of block, every kind of code. */
export function aFullEdition(locale: Locale, about: Partial<PublishedEdition> = {}): PublishedEdition {
  const [title, text, address] = texts[locale];
  return anEdition(
    [
      ['title', title],
      ['byline', text],
      ['paragraph', `${text} <1>${text}</1>, <2>${text}</2> <3>${text}</3>.<4/>`, {}, around],
      ['paragraph', `${address} <1>a&b</1><2/>${text}<3/>${text}`, {}, alone],
      ['heading', text, { level: 2 }],
      ['quotation', text, { depth: 1 }],
      ['quotation', text, { depth: 2 }],
      ['list-item', text, { depth: 1 }],
      ['list-item', text, { depth: 2, number: 3 }],
      ['list-item', text, { depth: 2, number: 5 }],
      ['list-item', text, { depth: 1 }],
      ['heading', text, { level: 3 }],
      ['table-cell', text, { table: 0, row: 0, column: 0, header: true }],
      ['table-cell', text, { table: 0, row: 0, column: 1, header: true }],
      ['table-cell', text, { table: 0, row: 1, column: 0 }],
      ['table-cell', '1,400', { table: 0, row: 1, column: 1 }],
      ['caption', text],
      ['separator', ''],
      ['code-block', 'if (a < b) run("<script>");', { language: 'js' }],
      ['footnote', text, { label: 'a' }],
    ],
    { locale, ...about },
  );
}

const around: Codes = {
  1: { type: 'link', href: 'https://example.org/?a=1&b="2"', title: 'A "title"' },
  2: { type: 'emphasis' },
  3: { type: 'strong' },
  4: { type: 'footnote', label: 'a' },
};
const alone: Codes = {
  1: { type: 'inline-code' },
  2: { type: 'line-break' },
  3: { type: 'image', src: 'https://example.org/a.jpg', alt: 'A picture' },
};

const texts: Readonly<Record<Locale, readonly [title: string, text: string, address: string]>> = {
  en: ['A library', 'The name ספריית הנמל is old', 'https://example.org/visit'],
  he: ['ספרייה', 'בארגון Open Shelves דיברו על צה״ל', 'טלפון 03-555-1234'],
  ar: ['مكتبة', 'تحدثت جمعية Open Shelves عن الـ«حزب»', 'هاتف 03-555-1234'],
};
