/**
 * A site that is made of texts which want to be more than text: each string stands in every place where anybody can
 * write (every kind of block, every code with what belongs to it, details, notes, tags, the site's own words). `calm`
 * makes the same site of harmless ones; no element and no attribute may stand in one that does not stand in the other.
 */
import { withoutCodes, type Codes } from '../../server/domain/content.ts';
import { locales, type Locale } from '../../server/domain/locale.ts';
import { defaultSettings } from '../../server/domain/site-settings.ts';
import type { SiteFile } from '../../server/ports.ts';
import type { LiveDocument } from '../../server/render/live-document.ts';
import { naughtyStrings, scriptStrings } from './bad-input.ts';
import { aLiveDocument, anEdition, live, someSiteOf, someView, type Line } from './editions.ts';

/** Ours, kept here: one of each way out of a text. */
export const ownStrings: readonly string[] = [
  '<script>globalThis.ran = 1</script>',
  '</script><script>globalThis.ran = 2</script>',
  '<!--<script>globalThis.ran = 3</script>-->',
  ']]><script>globalThis.ran = 4</script>',
  '<img src=x onerror="globalThis.ran = 5">',
  '"><img src=x onerror=globalThis.ran=6>',
  "'><svg onload=globalThis.ran=7>",
  '" onmouseover="globalThis.ran = 8" autofocus onfocus="globalThis.ran = 9',
  'javascript:globalThis.ran=10',
  'JaVaScRiPt:globalThis.ran=11',
  'java\tscript:globalThis.ran=12',
  'data:text/html,<script>globalThis.ran=13</script>',
  'vbscript:msgbox(1)',
  '</title><script>globalThis.ran = 14</script>',
  '</style><style>@import "https://evil.example/a.css"</style>',
  '<link rel="stylesheet" href="https://evil.example/b.css">',
  '<iframe srcdoc="<script>parent.ran = 15</script>"></iframe>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<base href="https://evil.example/">',
  '<form action="https://evil.example/"><button>x</button></form>',
  '<a href="https://evil.example/" ping="https://evil.example/">x</a>',
  '\u2028globalThis.ran=16//\u2029',
  '{{constructor.constructor("globalThis.ran=17")()}}',
  '${globalThis.ran=18}',
  '&lt;script&gt;globalThis.ran=19&lt;/script&gt;',
  '&#60;script&#62;globalThis.ran=20&#60;/script&#62;',
  '<<1>script>globalThis.ran=21<</1>/script>',
  '\u202Egnp.exe\u202C \u2066isolate \u0000\u0007',
  '//evil.example/x',
  'https://evil.example/x',
  '<noscript><p title="</noscript><img src=x onerror=globalThis.ran=22>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=globalThis.ran=23&gt;">',
];

/** With the shared collection, where it is at hand. */
export const allStrings: readonly string[] = [...ownStrings, ...scriptStrings(), ...naughtyStrings()];

const inOne = 60;
const between = ' ⁂ ';
const unitsInOne = 6;

/** All strings, so many to a text. */
function units(strings: readonly string[]): string[] {
  return Array.from({ length: Math.ceil(strings.length / inOne) }, (_, at) =>
    strings.slice(at * inOne, (at + 1) * inOne).join(between),
  );
}

/** The texts that an edition of the site must show, by the path of its page. */
export interface HostileSite {
  readonly files: AsyncIterable<SiteFile>;
  readonly shown: ReadonlyMap<string, readonly string[]>;
}

/** What a string becomes in the calm site. */
const calmed = 'a calm word';

export function hostileSite(strings: readonly string[], { calm = false } = {}): HostileSite {
  const say = (text: string): string => (calm ? calmed : text);
  const texts = units(strings);
  const count = Math.ceil(texts.length / unitsInOne);
  const documents = Array.from({ length: count }, (_, at) =>
    aDocument(at, texts.slice(at * unitsInOne, (at + 1) * unitsInOne).map(say), say),
  );
  const shown = new Map(
    documents.flatMap(({ slug, editions }) =>
      editions.map(({ locale, segments }) => [
        `${locale}/${slug}/index.html`,
        segments
          .filter(({ segment }) => !isOfPictures(segment.codes))
          .map(({ text, segment }) => withoutCodes(text, segment.codes)),
      ]),
    ),
  );
  const everywhere = <T>(value: (locale: Locale) => T) =>
    Object.fromEntries(locales.map((locale) => [locale, value(locale)]));
  const settings = {
    ...defaultSettings,
    titles: everywhere(() => say(ownStrings.slice(0, 6).join(' '))),
    descriptions: everywhere(() => say(ownStrings.join(' '))),
    about: everywhere(() => (calm ? calmAbout : `${ownStrings.join('\n\n')}\n\n${texts.join('\n\n')}\n\n${calmAbout}`)),
    tags: ownStrings.map((text, at) => ({ id: `tag-${at}`, names: everywhere(() => say(text)) })),
    tellsOutdated: true,
    // Books and documents are no pages: their own tests open them.
    forms: [],
  };
  const name = say(ownStrings.join(' '));
  return {
    files: someSiteOf(documents, { ...someView, name, settings, editionsUrl: 'https://news.example.org/' }),
    shown,
  };
}

/** Every kind of thing that Markdown can say. */
const calmAbout = [
  '# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F',
  '*a* **b** ~~c~~ `d` [e](https://example.org "t") ![f](https://example.org/g.png)\\\nh<https://example.org>',
  '> quotation\n\n- one\n- two\n\n1. one\n\n3) three\n\n---\n\n```js\ncode\n```\n\n    code',
  '| a | b |\n|---|---|\n| c | d |\n\nA note[^1].\n\n[^1]: note',
].join('\n\n');

function aDocument(at: number, texts: readonly string[], say: (text: string) => string): LiveDocument {
  const documentId = `doc${String(at).padStart(9, '0')}`;
  const slug = `hostile-${at}`;
  const [first = ''] = texts;
  const lines = texts.flatMap(everyKind);
  const from = locales[at % locales.length] ?? 'en';
  // Each language is the source of some documents and a translation of others.
  const editions = [from, locales[(at + 1) % locales.length] ?? 'he'].map((locale) => {
    const edition = anEdition([['title', first], ['byline', first], ...lines], { documentId, slug, locale, from });
    const details = { translators: ownStrings.map(say), description: first };
    const publication = { ...edition.publication, n: 2, details, note: first };
    const history = [{ ...publication, n: 1 }, publication];
    return live({ ...edition, publication }, { history, behindSince: publication.at });
  });
  return aLiveDocument(editions, { documentId, slug, tags: tagsOf(at) });
}

/** The first document has every tag, each other one has one. */
function tagsOf(at: number): string[] {
  const tags = ownStrings.map((_, tag) => `tag-${tag}`);
  return at === 0 ? tags : tags.slice(at, at + 1);
}

/** A text as every kind of block, and in and around every code. */
function everyKind(text: string, at: number): Line[] {
  const cell = { table: at, row: 1, header: false };
  return [
    ['heading', text, { level: 2 + (at % 3) }],
    ['paragraph', text],
    ['quotation', text, { depth: 1 }],
    ['list-item', text, { depth: 1 }],
    ['list-item', text, { depth: 2, number: 3 }],
    ['table-cell', text, { ...cell, row: 0, column: 0, header: true }],
    ['table-cell', text, { ...cell, column: 0 }],
    ['caption', text],
    ['code-block', text, { language: text }],
    ['separator', ''],
    [
      'paragraph',
      `<90001>${text}</90001> <90002>${text}</90002> <90003>${text}</90003> <90004/>`,
      {},
      codesOf(text, at),
    ],
    ...addressesIn(text),
    ['footnote', text, { label: `${at} ${text}` }],
  ];
}

function codesOf(text: string, at: number): Codes {
  return {
    90001: { type: 'link', href: text, title: text },
    90002: { type: 'strong' },
    90003: { type: 'inline-code' },
    90004: { type: 'footnote', label: `${at} ${text}` },
  };
}

/** Each string of a text as an address by itself, and as the words of a picture. */
function addressesIn(text: string): Line[] {
  const strings = text.split(between);
  const codes: Codes = Object.fromEntries(
    strings.flatMap((address, at) => [
      [90_000 + 2 * at, { type: 'link', href: address }],
      [90_001 + 2 * at, { type: 'image', src: address, alt: address }],
    ]),
  );
  const linked = strings.map((_, at) => `<${90_000 + 2 * at}>a link</${90_000 + 2 * at}> <${90_001 + 2 * at}/>`);
  return [['paragraph', linked.join(' '), {}, codes]];
}

/** The words of pictures stand among those of a text, where no text says them. */
function isOfPictures(codes: Codes): boolean {
  return Object.values(codes).some(({ type }) => type === 'image');
}
