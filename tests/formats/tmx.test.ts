/** TMX in and out: the LISA compliance kit's import tests, hostile files, and the round trip as a law. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutsideUnit } from '../../server/domain/memory/unit.ts';
import { decodeText } from '../../server/formats/decode.ts';
import { readTmx, unitsIn, writeTmx } from '../../server/formats/tmx.ts';

const kit = '../shared/data/tmx/TMXComplianceKit';
const hostile = '../shared/data/bad-input/xml';

const read = (xml: string) => readTmx(new TextEncoder().encode(xml));
const tmx = (body: string, version = '1.4') =>
  `<?xml version="1.0"?><tmx version="${version}"><header srclang="en"/><body>${body}</body></tmx>`;
const tu = (en: string, he: string) =>
  `<tu><tuv xml:lang="en"><seg>${en}</seg></tuv><tuv xml:lang="he"><seg>${he}</seg></tuv></tu>`;

function textsOf(xml: string): string[] {
  const done = read(xml);
  return done.ok ? done.units.flatMap(({ variants }) => variants.map(({ text }) => text)) : [done.code];
}

describe('a segment', () => {
  it.each<[string, string, string]>([
    ['plain', 'school', 'school'],
    ['entities and CDATA', 'a &lt;b&gt; &amp;<![CDATA[<i>]]>', 'a <b> &<i>'],
    ['white space as it stands', ' a\t b ', ' a\t b '],
    ['a pair', 'the <bpt i="1" x="1">&lt;b&gt;</bpt>cat<ept i="1">&lt;/b&gt;</ept>', 'the <1>cat</1>'],
    ['a pair whose x is no number of ours', '<bpt i="1" x="0">{</bpt>cat<ept i="1">}</ept>', '<1>cat</1>'],
    ['a place holder', 'a<ph x="4"><sub>alt</sub></ph>b', 'a<4/>b'],
    ['without x', '<ph>1</ph><ph>2</ph>', '<1/><2/>'],
    ['an isolated tag', '<it pos="begin" x="2">{</it>a', '<2/>a'],
    ['highlighted text', 'a <hi type="x">b <ph x="1"/></hi>', 'a b <1/>'],
  ])('with %s', (_, seg, text) => expect(textsOf(tmx(tu(seg, 'x')))[0]).toBe(text));

  it('gives the same code the same number in every language, in whatever order', () => {
    const en = '<bpt i="1" x="7">b</bpt>black<ept i="1"/> <bpt i="2" x="8">u</bpt>cat<ept i="2"/>';
    const he = '<bpt i="1" x="8">u</bpt>חתול<ept i="1"/> <bpt i="2" x="7">b</bpt>שחור<ept i="2"/>';
    expect(textsOf(tmx(tu(en, he)))).toEqual(['<7>black</7> <8>cat</8>', '<8>חתול</8> <7>שחור</7>']);
  });
});

describe('what is no memory', () => {
  it.each<[string, string]>([
    ['another root', '<xliff/>'],
    ['an unknown version', tmx('', '2.0')],
    ['no header', '<tmx version="1.4"><body/></tmx>'],
    ['two bodies', '<tmx version="1.4"><header/><body/><body/></tmx>'],
    ['a unit without a variant', tmx('<tu/>')],
    ['a variant without a language', tmx('<tu><tuv><seg/></tuv></tu>')],
    ['a language that is none', tmx('<tu><tuv xml:lang="../en"><seg/></tuv></tu>')],
    ['a variant without a text', tmx('<tu><tuv xml:lang="en"/></tu>')],
    ['an end without its beginning', tmx(tu('<ept i="1"/>', ''))],
    ['a foreign element in a text', tmx(tu('<script>alert(1)</script>', ''))],
  ])('is refused: %s', (_, xml) => expect(read(xml)).toMatchObject({ ok: false, code: 'import.tmx' }));

  it('says where', () => {
    expect(read(tmx(`\n${tu('a', 'b')}\n<tu/>`))).toMatchObject({ params: { line: 3, reason: '<tu> without <tuv>' } });
  });

  it('may name its document type, but declare nothing', () => {
    expect(read(tmx('').replace('<tmx', '<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx')).ok).toBe(true);
    expect(read(tmx('').replace('<tmx', '<!DOCTYPE tmx [<!ENTITY a "b">]><tmx'))).toMatchObject({
      code: 'import.doctype',
    });
  });
});

describe('units in our languages', () => {
  const unitsOf = (body: string) => {
    const done = read(tmx(body));
    return done.ok ? unitsIn(done.units) : undefined;
  };

  it('take the first of two variants in a language, and the names that tags have had', () => {
    const variants = ['en-US', 'en_gb', 'iw', 'AR-ps', 'fr'].map(
      (lang) => `<tuv xml:lang="${lang}"><seg>${lang}</seg></tuv>`,
    );
    expect(unitsOf(`<tu>${variants.join('')}</tu>`)?.units).toEqual([
      { texts: { en: 'en-US', he: 'iw', ar: 'AR-ps' } },
    ]);
  });

  it('keep when, by whom and the note', () => {
    const facts = 'creationdate="20020523T091200Z" changeid="noa"';
    const unit = `<tu ${facts}><note> of old </note>${tu('a', 'b').slice(4)}`;
    expect(unitsOf(unit)?.units).toEqual([
      { texts: { en: 'a', he: 'b' }, at: '2002-05-23T09:12:00.000Z', by: 'noa', note: 'of old' },
    ]);
  });

  it('leave out, and name, what is of no use', () => {
    const alone = '<tu><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="fr"><seg>b</seg></tuv></tu>';
    expect(unitsOf(`${alone}\n${tu('a', ' ')}`)).toEqual({
      units: [],
      skipped: [
        { line: 1, reason: 'languages' },
        { line: 2, reason: 'empty' },
      ],
    });
  });
});

describe('written and read again', () => {
  const text = fc.stringMatching(/^[a-z <>&"'\]\t\r\nאבגعمق\u064E0-9/]{1,30}$/u).filter((one) => one.trim() !== '');
  const coded = fc.tuple(text, text, text).map(([a, b, c]) => `${a}<1>${b}</1>${c}<2/>`);
  const unit: fc.Arbitrary<OutsideUnit> = fc
    .record({ en: fc.oneof(text, coded), he: fc.oneof(text, coded), ar: fc.option(text, { nil: undefined }) })
    .map(({ en, he, ar }) => ({ texts: { en, he, ...(ar !== undefined && { ar }) } }));

  it('a memory is the same', () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 5 }), (units) => {
        const done = read(Array.from(writeTmx(units, { version: '1', from: 'en' })).join(''));
        expect(done.ok && unitsIn(done.units)).toEqual({ units, skipped: [] });
      }),
    );
  });

  it('leaves out what no XML can hold', () => {
    const units = [{ texts: { en: 'a\u0000b\uD800', he: 'x' }, at: '2002-05-23T09:12:00.000Z', by: 'n"oa', note: '<' }];
    const done = read(Array.from(writeTmx(units, { version: '1', from: 'en' })).join(''));
    expect(done.ok && unitsIn(done.units).units).toEqual([{ ...units[0], texts: { en: 'ab\uFFFD', he: 'x' } }]);
  });
});

describe.skipIf(!existsSync(kit))(`the LISA compliance kit (skipped where ${kit} is absent)`, () => {
  const unitsOf = (name: string) => {
    const done = readTmx(readFileSync(path.join(kit, `${name}.tmx`)));
    if (!done.ok) throw new Error(`${done.code} ${JSON.stringify(done.params)}`);
    return done.units;
  };
  const files = globSync(`${kit}/*.tmx`).map((file) => path.basename(file, '.tmx'));

  it.each(files)('%s is read', (name) => expect(unitsOf(name).length).toBeGreaterThan(0));

  /** What the kit says that an import gives: a file a language, a line a unit. */
  const expected = globSync(`${kit}/ImportTest1*.txt`).map((file) => path.basename(file, '.txt'));
  it.each(expected)('%s is what an import gives', (name) => {
    const [test = '', lang = 'en-us'] = name.split('_');
    const decoded = decodeText(readFileSync(path.join(kit, `${name}.txt`)));
    const lines = decoded.ok ? decoded.text.split(/\r?\n/u).filter((line) => line !== '') : [];
    const texts = unitsOf(test).flatMap(({ variants }) =>
      variants.filter((variant) => variant.lang.toLowerCase() === lang).map(({ text }) => text),
    );
    expect(lines.length).toBeGreaterThan(0);
    expect(texts).toEqual(lines);
  });
});

describe('a text of very many codes', () => {
  it('is numbered in one pass', { timeout: 20_000 }, () => {
    const codes = Array.from({ length: 9000 }, () => '<ph/>').join('');
    const done = read(tmx(tu(codes, 'א')));
    const text = done.ok ? done.units[0]?.variants[0]?.text : '';
    expect([text?.startsWith('<1/><2/>'), text?.endsWith('<9000/>')]).toEqual([true, true]);
  });
});

describe.skipIf(!existsSync(hostile))(`hostile files (skipped where ${hostile} is absent)`, () => {
  const taken = new Set(['tmx-ok.tmx', 'tmx-markup-target.tmx', 'tmx-xinclude.tmx']);
  it.each(globSync(`${hostile}/*.tmx`))('%s', (file) => {
    const done = readTmx(readFileSync(file));
    if (path.basename(file) !== 'tmx-xinclude.tmx') expect(done.ok).toBe(taken.has(path.basename(file)));
  });

  it('keeps mark-up in a text as text', () => {
    const done = readTmx(readFileSync(path.join(hostile, 'tmx-markup-target.tmx')));
    const text = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    expect(done.ok && unitsIn(done.units).units[0]?.texts.he).toBe(text);
  });
});
