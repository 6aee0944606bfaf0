/** TBX in and out: any termbase as it was, TBX 2 and 3 from elsewhere, and what is refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTbx, writeTbx } from '../../server/formats/tbx.ts';
import { badFiles, bytesOf, skipped } from '../support/bad-input.ts';
import { anId, anyTermbase } from '../support/termbases.ts';
import '../support/laws.ts';

const read = (xml: string) => readTbx(new TextEncoder().encode(xml));
const tbx = (body: string) =>
  `<?xml version="1.0"?>\n<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader/><text><body>${body}</body></text></tbx>`;
const martif = (body: string, doctype = '') =>
  `<?xml version="1.0"?>\n${doctype}<martif type="TBX-Basic" xml:lang="en"><martifHeader/><text><body>${body}</body></text></martif>`;
const sec = (lang: string, ...terms: string[]) => `<langSec xml:lang="${lang}">${terms.join('')}</langSec>`;
const term = (word: string, status?: string) =>
  `<termSec><term>${word}</term>${status === undefined ? '' : `<termNote type="administrativeStatus">${status}</termNote>`}</termSec>`;
const word = (preferred: string, rest: object = {}) => ({
  preferred,
  forms: [],
  forbidden: [],
  matching: 'inflect',
  ...rest,
});

function termsIn(xml: string): unknown {
  const done = read(xml);
  return done.ok ? done.terms.map((one) => one.term) : done;
}

it('gives back any termbase', () => {
  fc.assert(
    fc.property(anyTermbase, fc.string(), (terms, title) => {
      const xml = [
        ...writeTbx(
          terms.map((one, i) => ({ ...one, id: anId(i) })),
          { title },
        ),
      ].join('');
      const done = read(xml);
      expect(done).toMatchObject({ ok: true, skipped: [] });
      expect(done.ok && done.terms.map((one) => one.term)).toEqual(terms);
      expect(done.ok && done.terms.map(({ id }) => id)).toEqual(terms.map((_, i) => anId(i)));
    }),
    { numRuns: 400 },
  );
});

describe('TBX 3', () => {
  it('a concept with its terms by status', () => {
    const en = sec(
      'en-GB',
      term('abductee', 'deprecatedTerm-admn-sts'),
      term('captive', 'admittedTerm-admn-sts'),
      term('hostage', 'preferredTerm-admn-sts'),
    );
    const he = sec('he', term(' חטוף '), term('שבוי', 'supersededTerm-admn-sts'));
    const body = `<conceptEntry id="c1"><descrip type="subjectField">law</descrip><note>see also</note>${en}${he}${sec('fr', term('otage'))}</conceptEntry>`;
    const done = read(tbx(body));
    expect(done.ok && done.terms).toEqual([
      {
        line: 2,
        term: {
          kind: 'term',
          words: {
            en: word('hostage', { forms: ['captive'], forbidden: ['abductee'] }),
            he: word('חטוף', { forbidden: ['שבוי'] }),
          },
          note: 'law\nsee also',
        },
      },
    ]);
    expect(done.ok && done.skipped).toEqual([{ why: 'language', name: 'fr', line: 2, count: 1 }]);
  });

  it('in the style DCT', () => {
    const body = `<conceptEntry xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><min:subjectField>law</min:subjectField><langSec xml:lang="ar"><termSec><term>أسير</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>${term('محتجز')}</langSec></conceptEntry>`;
    expect(termsIn(tbx(body))).toEqual([
      { kind: 'term', words: { ar: word('محتجز', { forbidden: ['أسير'] }) }, note: 'law' },
    ]);
  });

  it('two varieties of a language are one', () => {
    const body = `<conceptEntry>${sec('en-GB', term('colour'))}${sec('en-US', term('color'), term('colour'))}</conceptEntry>`;
    expect(termsIn(tbx(body))).toEqual([{ kind: 'term', words: { en: word('colour', { forms: ['color'] }) } }]);
  });

  it('passes over and says so: an entry in other languages, and words that are all to be avoided', () => {
    const body = `<conceptEntry>${sec('fr', term('x'))}</conceptEntry><conceptEntry>${sec('en', term('x', 'deprecatedTerm-admn-sts'))}${sec('iw', term('א'))}</conceptEntry>`;
    const done = read(tbx(body));
    expect(done.ok && done.terms.map((one) => one.term.words)).toEqual([{ he: word('א') }]);
    expect(done.ok && done.skipped.map(({ why, name }) => [why, name])).toEqual([
      ['language', 'fr'],
      ['entry', ''],
      ['no-word', 'en'],
    ]);
  });

  it('a project that is no document of ours is none', () => {
    const body = `<conceptEntry><admin type="projectSubset">Project X</admin><admin type="customerSubset">ACME</admin>${sec('en', term('x'))}</conceptEntry>`;
    expect(termsIn(tbx(body))).toEqual([{ kind: 'term', words: { en: word('x') } }]);
  });
});

describe('TBX 2', () => {
  const entry =
    '<termEntry id="x"><descripGrp><descrip type="subjectField">law</descrip></descripGrp><langSet xml:lang="en"><tig><term>hostage</term></tig></langSet>' +
    '<langSet xml:lang="he"><ntig><termGrp><term>חטוף</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig></langSet></termEntry>';
  const expected = [{ kind: 'term', words: { en: word('hostage'), he: word('חטוף') }, note: 'law' }];

  it.each([
    ['without a document type', ''],
    ['with its own', '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n'],
    [
      'with a public name',
      '<!DOCTYPE martif PUBLIC "ISO 12200:1999A//DTD MARTIF core (DXFcdV04)//EN" "TBXcdv04.dtd">\n',
    ],
  ])('%s', (_, doctype) => expect(termsIn(martif(entry, doctype))).toEqual(expected));

  it.each([
    '<!DOCTYPE martif SYSTEM "http://127.0.0.1:9/x.dtd">',
    '<!DOCTYPE martif SYSTEM "../../etc/passwd">',
    '<!DOCTYPE martif SYSTEM "x.dtd" [<!ENTITY a "b">]>',
    '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>',
    '<!DOCTYPE tbx>',
  ])('never with %s', (doctype) =>
    expect(read(martif(entry, doctype))).toMatchObject({ ok: false, code: 'import.doctype' }),
  );
});

describe('is refused', () => {
  const rows: Array<[what: string, xml: string, code: string, line: number]> = [
    ['another root', '<xliff/>', 'import.tbx', 1],
    ['no text', '<tbx/>', 'import.tbx', 1],
    ['a stranger in the body', tbx('\n<termEntry/>'), 'import.tbx', 3],
    ['an entry without a language', tbx('<conceptEntry/>'), 'import.tbx', 2],
    [
      'a language without a tag',
      tbx('<conceptEntry>\n<langSec><termSec><term>x</term></termSec></langSec></conceptEntry>'),
      'import.tbx',
      3,
    ],
    ['a language without a term', tbx(`<conceptEntry>${sec('en')}</conceptEntry>`), 'import.tbx', 2],
    ['a blank term', tbx(`<conceptEntry>${sec('en', term(' '))}</conceptEntry>`), 'import.tbx', 2],
    [
      'two terms in one',
      tbx(`<conceptEntry>${sec('en', '<termSec><term>x</term><term>y</term></termSec>')}</conceptEntry>`),
      'import.tbx',
      2,
    ],
    [
      'a word that is too long',
      tbx(`<conceptEntry>${sec('en', term('x'.repeat(201)))}</conceptEntry>`),
      'import.tbx',
      2,
    ],
    ['what is not closed', '<tbx>\n<text>', 'import.xml', 2],
    ['an entity of nobody', tbx('&x;'), 'import.xml', 2],
  ];
  it.each(rows)('%s', (_, xml, code, line) => {
    expect(read(xml)).toMatchObject({ ok: false, code, params: { line, reason: expect.any(String) } });
  });

  it('nesting without end', () => {
    expect(read(tbx('<a>'.repeat(5000)))).toMatchObject({ ok: false, code: 'import.too-deep' });
  });
});

describe(`bad input${skipped}`, () => {
  it.skipIf(skipped !== '').each(badFiles('text', 'xml', 'json').map(({ file }) => file))(
    '%s gives no term and no fault',
    (file) => {
      expect(readTbx(bytesOf(file)).ok).toBe(false);
    },
  );
});
