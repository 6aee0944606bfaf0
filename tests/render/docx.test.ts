/** Documents for word processors, read back by our own knowledge of their format (ECMA-376). */
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { locales, type Locale } from '../../server/domain/locale.ts';
import { attribute, elementsOf, isElement, parseXml, textOf, type XmlElement } from '../../server/formats/xml.ts';
import type { PublishedEdition } from '../../server/ports.ts';
import { renderDocx } from '../../server/render/docx.ts';
import { scriptRuns } from '../../server/render/docx/scripts.ts';
import type { SiteView } from '../../server/render/site-view.ts';
import { naughtyStrings, scriptStrings, skipped } from '../support/bad-input.ts';
import { aFullEdition, anEdition, live, someView, type Line } from '../support/editions.ts';

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

describe('a document', () => {
  it.each(locales)('in %s says its direction of every paragraph of text and of every table', async (locale) => {
    const { body } = await read(aFullEdition(locale));
    const isRightToLeft = locale !== 'en';
    const withText = all(body, 'p').filter(
      (paragraph) => all(paragraph, 't').length > 0 && styleOf(paragraph) !== 'Code',
    );
    for (const paragraph of withText) expect(has(paragraph, 'bidi'), textOf(paragraph)).toBe(isRightToLeft);
    for (const table of all(body, 'tbl')) expect(has(table, 'bidiVisual')).toBe(isRightToLeft);
  });

  it.each([
    ['he', 'he-IL', 'דיברו'],
    ['ar', 'ar-PS', 'تحدثت'],
  ] as const)(
    'in %s writes its own words from right to left and Latin ones from left to right',
    async (locale, tag, word) => {
      const { body } = await read(aFullEdition(locale));
      const own = all(body, 'r').filter((run) => textOf(run).includes(word));
      expect(own.length).toBeGreaterThan(5);
      for (const run of own) {
        expect(has(run, 'rtl')).toBe(true);
        expect(all(run, 'lang').map((lang) => attribute(lang, 'bidi', w))).toEqual([tag]);
      }
      const latin = all(body, 'r').filter((run) => textOf(run) === 'Open Shelves');
      expect(latin.length).toBeGreaterThan(5);
      for (const run of latin) expect(has(run, 'rtl')).toBe(false);
    },
  );

  it('is bold for complex scripts too; what is stressed slants in Latin letters and is bold in Hebrew ones', async () => {
    const lines: Line[] = [
      ['title', 'x'],
      ['paragraph', '<1>צה״ל UN</1><2>הָלַךְ</2>', {}, { 1: { type: 'emphasis' }, 2: { type: 'strong' } }],
    ];
    const { body } = await read(anEdition(lines, { locale: 'he' }));
    const looks = all(body, 'r').map((run) => [
      textOf(run).trim(),
      ...['b', 'bCs', 'i', 'iCs'].filter((name) => has(run, name)),
    ]);
    expect(looks).toEqual(
      expect.arrayContaining([
        ['צה״ל', 'b', 'bCs'],
        ['UN', 'i', 'iCs'],
        ['הָלַךְ', 'b', 'bCs'],
      ]),
    );
  });

  it('has headings by their levels, lists that begin with their numbers, and tables whose head is repeated', async () => {
    const { body, part } = await read(aFullEdition('en'));
    const styles = all(body, 'p').map(styleOf);
    expect(styles.filter((style) => /^(?:Title|Heading)/u.test(style))).toEqual(['Title', 'Heading1', 'Heading2']);
    const numbering = part('word/numbering.xml');
    const used = all(body, 'numPr').map((place) => ({
      level: valueOf(place, 'ilvl'),
      ...listOf(numbering, valueOf(place, 'numId'), valueOf(place, 'ilvl')),
    }));
    expect(used).toEqual([
      { level: '0', format: 'bullet', start: '1' },
      { level: '1', format: 'decimal', start: '3' },
      { level: '1', format: 'decimal', start: '5' },
      { level: '0', format: 'bullet', start: '1' },
    ]);
    const heads = all(body, 'tr').map((row) => has(row, 'tblHeader'));
    expect(heads).toEqual([true, false]);
  });

  it('calls each note once as a note of its own, and writes its number where it is mentioned again', async () => {
    const codes = { 1: { type: 'footnote', label: 'b' }, 2: { type: 'footnote', label: 'a' } } as const;
    const { body, part } = await read(
      anEdition([
        ['title', 'x'],
        ['paragraph', 'one<1/> two<2/> again<1/>', {}, codes],
        ['list-item', 'three<1/>', { depth: 1 }, codes],
        ['footnote', 'first', { label: 'a' }],
        ['footnote', 'second<1/>', { label: 'b' }, { 1: { type: 'footnote', label: 'a' } }],
        ['footnote', 'lost', { label: 'c' }],
      ]),
    );
    const called = all(body, 'footnoteReference').map((mark) => attribute(mark, 'id', w));
    expect(called).toEqual(['1', '2']);
    const notes = all(part('word/footnotes.xml'), 'footnote').filter((note) =>
      called.includes(attribute(note, 'id', w)),
    );
    expect(notes.map(textOf)).toEqual(['second2', 'first']);
    const texts = all(body, 'p').map(textOf);
    expect(texts).toContain('one two again1');
    expect(texts).toContain('three1');
    expect(texts).toContain('[c] lost');
  });

  it('leads where the text leads, and nowhere without an address', async () => {
    const linked = anEdition([
      ['title', 'x'],
      [
        'paragraph',
        '<1>here</1> <2>there</2>',
        {},
        {
          1: { type: 'link', href: '/about' },
          2: { type: 'link', href: 'javascript:alert(1)' },
        },
      ],
    ]);
    const addresses = async (site: SiteView): Promise<Array<string | undefined>> => {
      const { part } = await read(linked, site);
      return all(part('word/_rels/document.xml.rels'), 'Relationship')
        .filter((one) => attribute(one, 'TargetMode') === 'External')
        .map((one) => attribute(one, 'Target'));
    };
    expect(await addresses(someView)).toEqual([]);
    expect(await addresses({ ...someView, editionsUrl: 'https://news.example.org/' })).toEqual([
      'https://news.example.org/about',
    ]);
  });

  it.each(locales)('in %s says its title, language and time', async (locale) => {
    const { part } = await read(aFullEdition(locale));
    const facts = Object.fromEntries(elementsOf(part('docProps/core.xml')).map((one) => [one.name, textOf(one)]));
    expect(facts).toMatchObject({
      language: { en: 'en-GB', he: 'he-IL', ar: 'ar-PS' }[locale],
      modified: '2026-11-21T22:30:00Z',
    });
    expect(facts['title']).not.toBe('');
  });

  it('says by what rule its lines are spaced, and spaces headings by a figure of their own', async () => {
    const { part } = await read(aFullEdition('ar'));
    const styles = part('word/styles.xml');
    const spaced = all(styles, 'spacing').filter((one) => attribute(one, 'line', w) !== undefined);
    expect(spaced.map((one) => attribute(one, 'lineRule', w))).toEqual(spaced.map(() => 'auto'));
    for (const id of ['Title', 'Heading1', 'Heading2']) {
      const style = all(styles, 'style').find((one) => attribute(one, 'styleId', w) === id) ?? expect.fail(id);
      expect(Number(all(style, 'spacing').map((one) => attribute(one, 'line', w))[0]), id).toBeGreaterThan(240);
    }
  });

  it('is the same each time', async () => {
    expect(await bytesOf(aFullEdition('ar'))).toEqual(await bytesOf(aFullEdition('ar')));
  });

  it(`is well-formed whatever a text holds${skipped}`, async () => {
    const hostile = [...scriptStrings(), ...naughtyStrings(), '\u0000\uFFFE\uD800', ']]>', '&#0;'];
    await read(anEdition([['title', hostile[0] ?? ''], ...hostile.map(hostileLine)]));
  });
});

describe('runs by script', () => {
  it('are the text again, in any language', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...locales), (text, locale) => {
        expect(
          scriptRuns(text, locale)
            .map((run) => run.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it.each<[string, Locale, Array<[string, Locale]>]>([
    [
      'הארגון Open Shelves פועל',
      'he',
      [
        ['הארגון ', 'he'],
        ['Open Shelves', 'en'],
        [' פועל', 'he'],
      ],
    ],
    [
      'هاتف 03-555-1234.',
      'ar',
      [
        ['هاتف ', 'ar'],
        ['03-555-1234', 'en'],
        ['.', 'ar'],
      ],
    ],
    ['قال «صه تُثبّت» و1,400', 'ar', [['قال «صه تُثبّت» و1,400', 'ar']]],
    [
      'The name צה״ל וגם הָלַךְ is old',
      'en',
      [
        ['The name ', 'en'],
        ['צה״ל וגם הָלַךְ', 'he'],
        [' is old', 'en'],
      ],
    ],
  ])('of “%s” in %s', (text, locale, expected) => {
    expect(scriptRuns(text, locale).map((run) => [run.text, run.locale])).toEqual(expected);
  });
});

function bytesOf(edition: PublishedEdition, site: SiteView = someView): Promise<Uint8Array> {
  return renderDocx(live(edition), site);
}

/** Every part of it is read, so that none is malformed. */
async function read(
  edition: PublishedEdition,
  site?: SiteView,
): Promise<{ body: XmlElement; part: (name: string) => XmlElement }> {
  const parts = new Map(
    Object.entries(unzipSync(await bytesOf(edition, site))).map(([name, bytes]) => {
      const found = parseXml(strFromU8(bytes));
      if (!found.ok) throw new Error(`${name}: ${JSON.stringify(found)}`);
      return [name, found.root];
    }),
  );
  const part = (name: string): XmlElement => parts.get(name) ?? expect.fail(`no ${name}`);
  return { body: part('word/document.xml'), part };
}

function all(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) =>
    isElement(child) ? [...(child.name === name ? [child] : []), ...all(child, name)] : [],
  );
}

/** Whether it says so; `off` and `false` say that it is not. */
function has(element: XmlElement, name: string): boolean {
  return all(element, name).some((one) => !['off', 'false'].includes(attribute(one, 'val', w) ?? ''));
}

function valueOf(element: XmlElement, name: string): string {
  return attribute(all(element, name)[0] ?? expect.fail(name), 'val', w) ?? '';
}

function styleOf(paragraph: XmlElement): string {
  return has(paragraph, 'pStyle') ? valueOf(paragraph, 'pStyle') : '';
}

function listOf(numbering: XmlElement, numId: string, level: string): { format: string; start: string } {
  const list = all(numbering, 'num').find((one) => attribute(one, 'numId', w) === numId) ?? expect.fail(numId);
  const abstract = all(numbering, 'abstractNum').find(
    (one) => attribute(one, 'abstractNumId', w) === valueOf(list, 'abstractNumId'),
  );
  const found = all(abstract ?? expect.fail(numId), 'lvl').find((one) => attribute(one, 'ilvl', w) === level);
  return {
    format: valueOf(found ?? expect.fail(level), 'numFmt'),
    start: valueOf(found ?? expect.fail(level), 'start'),
  };
}

const kinds = [
  'paragraph',
  'heading',
  'list-item',
  'quotation',
  'caption',
  'code-block',
  'table-cell',
  'footnote',
] as const;

function hostileLine(text: string, at: number): Line {
  const layout = { level: 2 + (at % 5), depth: 1 + (at % 12), number: at, table: at, row: 0, column: 0, label: text };
  return [
    kinds[at % kinds.length] ?? 'paragraph',
    `${text}<1>${text}</1><2/><3/>`,
    layout,
    {
      1: { type: 'link', href: at % 2 === 0 ? text : `https://example.org/${text}` },
      2: { type: 'image', src: text, alt: text },
      3: { type: 'footnote', label: text },
    },
  ];
}
