/** A text with its codes as XLIFF, and back: to the letter, whatever stands in it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeShapes, plain, writeCode, type Code, type Codes, type Content } from '../../../server/domain/content.ts';
import { aElement } from '../../../server/formats/xliff/element.ts';
import { readXliff } from '../../../server/formats/xliff/read-xliff.ts';
import { readContent, writeContent } from '../../../server/formats/xliff/write-content.ts';
import { writeTree } from '../../../server/formats/xliff/write-tree.ts';
import { bytesOf } from '../../support/xliff.ts';

const link: Code = { type: 'link', href: 'https://example.org/?a&b="ג"' };
const codes: Codes = {
  1: link,
  2: { type: 'strong' },
  3: { type: 'image', src: 'a.png', alt: 'צה״ל \u0001' },
  4: { type: 'line-break' },
};

/** A file with this text on both sides. */
function fileOf(content: Content): string {
  const sides = ['source', 'target'].map((name) => aElement(name, {}, writeContent(content)));
  const unit = aElement('unit', { id: 'u' }, [aElement('segment', {}, sides)]);
  const root = aElement('xliff', { version: '2.1', srcLang: 'he', trgLang: 'ar' }, [
    aElement('file', { id: 'f' }, [unit]),
  ]);
  return writeTree(root);
}

function roundTrip(content: Content, of = content.codes) {
  const read = readXliff(bytesOf(fileOf(content)));
  if (!read.ok) throw new Error(`${JSON.stringify(read)}\n${fileOf(content)}`);
  const [unit] = read.bilingual.units;
  expect(unit?.target).toEqual(unit?.source);
  return readContent(unit?.target ?? [], of);
}

describe('a text as XLIFF', () => {
  it.each([
    ['letters with their marks', 'הָלַךְ، صه تُثبّت — צה״ל، الـ«حزب»'],
    ['a code around and one alone', '<1>הדו״ח</1> של<3/> הכפר'],
    ['codes in one another', '<1>a<2>b</2></1>'],
    ['codes that overlap', '<1>a<2>b</1>c</2>'],
    ['a code twice', '<1>a</1> <1>b</1><3/><3/>'],
    ['half a code', 'a<1>b'],
    ['the other half', 'a</1>b<2>c</2>'],
    ['what only looks like a code', '<9> < 1> <1/> &lt;'],
    ['controls, tabs, line ends', 'a\u0001\t\n\r\u2028\u0085\uFFFE b'],
    ['white space at the ends', '  a  '],
  ])('carries %s', (_what, text) => {
    expect(roundTrip({ text, codes })).toEqual({ ok: true, text });
  });

  it('carries any text', () => {
    const token = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 5 }),
      fc.string({ unit: 'binary', maxLength: 3 }).filter((text) => text.isWellFormed()),
      fc.constantFrom('<', '>', '&', ']]>', ' ', '<5>', '< 1>', '<1/>', '\u0000', '\r\n'),
      ...Object.entries(codes).map(([number, { type }]) =>
        codeShapes[type] === 'alone'
          ? fc.constant(writeCode('alone', number))
          : fc.constantFrom(writeCode('open', number), writeCode('close', number)),
      ),
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 20 }), (tokens) => {
        const text = tokens.join('');
        expect(roundTrip({ text, codes })).toEqual({ ok: true, text });
      }),
    );
  });

  it('carries codes that stand deeper in one another than a file may', () => {
    const numbers = Array.from({ length: 300 }, (_, n) => String(n + 1));
    const text = `${numbers.map((n) => writeCode('open', n)).join('')}x${numbers
      .toReversed()
      .map((n) => writeCode('close', n))
      .join('')}`;
    const deep = Object.fromEntries(numbers.map((n): [string, Code] => [n, { type: 'emphasis' }]));
    expect(roundTrip({ text, codes: deep })).toEqual({ ok: true, text });
  });

  it('says what its codes are', () => {
    expect(fileOf({ text: '<1>a</1><2>b</2><3/><4/>', codes })).toContain(
      '<pc id="1" type="link" dispStart="https://example.org/?a&amp;b=&quot;ג&quot;">a</pc>' +
        '<pc id="2" type="fmt" subType="xlf:b">b</pc>' +
        '<ph id="3" type="image" disp="a.png" equiv="צה״ל \uFFFD"/><ph id="4" type="fmt" subType="xlf:lb" equiv="&#10;"/>',
    );
  });
});

describe('what comes back', () => {
  it('is refused where it has a code that the segment has not', () => {
    expect(roundTrip({ text: '<1>a</1>', codes }, { 2: link })).toEqual({
      ok: false,
      code: 'content.code-unknown',
      params: { number: '1' },
    });
  });

  it('is refused where typed characters would be read as a code', () => {
    expect(roundTrip(plain('<1>a</1>'), codes)).toMatchObject({ ok: false, code: 'content.look-alike' });
  });
});
