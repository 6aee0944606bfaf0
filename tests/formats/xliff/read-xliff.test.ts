/** XLIFF 2 and 1.2: what a file says, however a tool cut it up; and what is hostile or broken, refused whole. */
import { describe, expect, it } from 'vitest';
import { readXliff } from '../../../server/formats/xliff/read-xliff.ts';
import { badFiles, bytesOf as bytesOfBad, isHere, skipped } from '../../support/bad-input.ts';
import { anXliff, aUnit, bytesOf } from '../../support/xliff.ts';

const point = (id: string) => ({ at: 'point', id });
const start = (id: string) => ({ at: 'start', id });
const end = (id: string) => ({ at: 'end', id });

describe('XLIFF 2', () => {
  it.each([
    ['texts', '<segment><source>הָלַךְ &lt;1&gt;</source></segment>', ['הָלַךְ <1>']],
    [
      'segments and what is between',
      '<segment><source>a.</source></segment><ignorable><source> </source></ignorable><segment><source>b</source></segment>',
      ['a. b'],
    ],
    ['a code around', '<segment><source><pc id="1">a</pc>b</source></segment>', [start('1'), 'a', end('1'), 'b']],
    [
      'the same in two segments',
      '<segment><source><sc id="1"/>a</source></segment><segment><source><ec startRef="1"/>b</source></segment>',
      [start('1'), 'a', end('1'), 'b'],
    ],
    ['a code alone', '<segment><source>a<ph id="2"/></source></segment>', ['a', point('2')]],
    [
      'a copy, as what it copies',
      '<segment><source><ph id="1"/><ph id="x" copyOf="1"/></source></segment>',
      [point('1'), point('1')],
    ],
    [
      'isolated halves',
      '<segment><source><sc id="1" isolated="yes"/>a<ec id="2" isolated="yes"/></source></segment>',
      [start('1'), 'a', end('2')],
    ],
    [
      'annotations, left out',
      '<segment><source>a<mrk id="m" translate="no">b<sm id="n" translate="yes"/>c</mrk>d<em startRef="n"/></source></segment>',
      ['abcd'],
    ],
    ['what XML cannot hold', '<segment><source>a<cp hex="0001"/></source></segment>', ['a\u0001']],
    ['CDATA', '<segment><source><![CDATA[<b>]]></source></segment>', ['<b>']],
  ])('reads %s', (_what, unit, source) => {
    expect(unitsOf(aUnit(unit))[0]?.source).toEqual(source);
  });

  it('puts targets in their own order, and states what is least advanced', () => {
    const file = aUnit(
      '<segment state="final"><source>1</source><target order="2">א</target></segment>' +
        '<segment state="reviewed"><source>2</source><target order="1">ב</target></segment>',
    );
    expect(unitsOf(file)[0]).toMatchObject({ source: ['12'], target: ['בא'], state: 'reviewed' });
  });

  it('inherits whether there is anything to translate', () => {
    const unit = (id: string, attributes = '') =>
      `<unit id="${id}" ${attributes}><segment><source>a</source></segment></unit>`;
    const file = anXliff(
      `<file id="f" translate="no">${unit('1')}<group id="g" translate="yes">${unit('2')}${unit('3', 'translate="no"')}</group></file>`,
    );
    expect(unitsOf(file).map(({ isTranslatable }) => isTranslatable)).toEqual([false, true, false]);
  });
});

const aFile12 = (body: string) =>
  `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="en" target-language="he" ` +
  `datatype="plaintext" original="a"><body>${body}</body></file></xliff>`;

describe('XLIFF 1.2', () => {
  it.each([
    ['g', 'a<g id="1">b</g>', ['a', start('1'), 'b', end('1')]],
    ['x and ph', '<x id="1"/><ph id="2">&lt;br&gt;</ph>', [point('1'), point('2')]],
    ['bx and ex', '<bx id="1" rid="7"/>a<ex id="2" rid="7"/>', [start('7'), 'a', end('7')]],
    ['bpt and ept', '<bpt id="1">&lt;b&gt;</bpt>a<ept id="1">&lt;/b&gt;</ept>', [start('1'), 'a', end('1')]],
    ['it', 'a<it id="1" pos="close">x</it>', ['a', end('1')]],
    ['mrk', '<mrk mtype="term">a</mrk>b', ['ab']],
  ])('reads %s', (_what, source, pieces) => {
    expect(unitsOf(aFile12(`<trans-unit id="1"><source>${source}</source></trans-unit>`))[0]?.source).toEqual(pieces);
  });

  it('reads groups, notes, states and approvals, and passes alternatives over', () => {
    const units = unitsOf(
      aFile12(
        '<group><trans-unit id="1" approved="yes"><source>a</source><target>א</target><note>n</note></trans-unit></group>' +
          '<trans-unit id="2"><source>b</source><target state="needs-review-translation">ב</target>' +
          '<alt-trans><source>c</source><target>ג</target></alt-trans></trans-unit>' +
          '<trans-unit id="3" translate="no"><source>d</source></trans-unit>',
      ),
    );
    expect(units).toMatchObject([
      { id: '1', state: 'final', target: ['א'], notes: ['n'] },
      { id: '2', state: 'translated', target: ['ב'] },
      { id: '3', isTranslatable: false },
    ]);
    expect(units[2]).not.toHaveProperty('target');
  });

  it.each([
    ['a unit without an id', '<trans-unit><source>a</source></trans-unit>', 'trans-unit has no id'],
    [
      'two units of one id',
      '<trans-unit id="1"><source/></trans-unit>'.repeat(2),
      'the id 1 of trans-unit is not unique',
    ],
    [
      'a unit without a source',
      '<trans-unit id="1"><target/></trans-unit>',
      'trans-unit does not hold exactly one source',
    ],
    ['half a code', '<trans-unit id="1"><source><bx id="1"/></source></trans-unit>', 'the code 1 has only one'],
    [
      'a foreign element in a text',
      '<trans-unit id="1"><source><b>a</b></source></trans-unit>',
      'source may hold no b',
    ],
  ])('refuses %s', (_what, body, reason) => {
    const read = readXliff(bytesOf(aFile12(body)));
    expect(read).toMatchObject({ ok: false, code: 'import.xliff', params: { line: 1 } });
    expect(read).toHaveProperty('params.reason', expect.stringContaining(reason));
  });
});

describe(`hostile files${skipped}`, () => {
  const files = badFiles('xml').filter(({ file }) => file.endsWith('.xlf'));

  it.skipIf(!isHere)('are there', () => expect(files.length).toBeGreaterThan(15));

  it.skipIf(!isHere).each(files)('$file: $expect', ({ file, expect: wanted }) => {
    const read = readXliff(bytesOfBad(file));
    if (wanted.startsWith('reject'))
      expect(read).toMatchObject({ ok: false, code: expect.stringMatching(/^import\./u) });
    else if (!wanted.startsWith('accept or')) expect(read).toMatchObject({ ok: true });
    if (file.includes('markup-target')) {
      expect(read).toHaveProperty('bilingual.units.0.target', [
        '<img src=x onerror=alert(1)><script>alert(1)</script>',
      ]);
    }
  });
});

function unitsOf(file: string) {
  const read = readXliff(bytesOf(file));
  if (!read.ok) throw new Error(JSON.stringify(read));
  return read.bilingual.units;
}
