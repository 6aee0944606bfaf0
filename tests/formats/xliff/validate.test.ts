/** The constraints of XLIFF 2, each with a file that breaks it; the OASIS suite (`suite.test.ts`) has more of them. */
import { expect, it } from 'vitest';
import { parseXml } from '../../../server/formats/xml.ts';
import { faultsOf, rules } from '../../../server/formats/xliff/validate.ts';
import { anXliff, aSource, aUnit } from '../../support/xliff.ts';

const unit = '<unit id="u"><segment><source>הָלַךְ</source></segment></unit>';
const segment = '<segment><source>الـ«حزب»</source></segment>';
const both = (source: string, target: string) =>
  aUnit(`<segment><source>${source}</source><target>${target}</target></segment>`);
const matched = (match: string) =>
  aUnit(`<mtc:matches>${match}</mtc:matches><segment id="s"><source>a</source></segment>`);
const ofMatch = '<source>a</source><target>b</target>';

const valid: ReadonlyArray<readonly [what: string, file: string]> = [
  ['the least file', aSource('')],
  ['a group without units', anXliff('<file id="f"><group id="g"/></file>')],
  [
    'halves of a code in two segments',
    aUnit('<segment><source><sc id="1"/>a</source></segment><segment><source>b<ec startRef="1"/></source></segment>'),
  ],
  [
    'a target of one of two segments, whose code goes on in the other',
    aUnit(
      '<segment><source><sc id="1"/>a</source><target><sc id="1"/>a</target></segment>' +
        '<segment><source>b<ec startRef="1"/></source></segment>',
    ),
  ],
  [
    'a pair in the source that is one element in the target',
    both('<sc id="1"/>a<ec startRef="1"/>', '<pc id="1">a</pc>'),
  ],
  ['a target that lacks a code', both('<pc id="1">a</pc>', 'a')],
  ['a copy of a code', both('<ph id="1"/>', '<ph id="1"/><ph id="2" copyOf="1"/>')],
  [
    'an extension anywhere that the core lets one in',
    anXliff(
      `<file id="f" my:a="1"><my:x/><group id="g" my:a="1"><my:x/><unit id="u" my:a="1"><my:x/>${segment}</unit></group></file>`,
    ),
  ],
  ['a subtype of somebody’s own', aSource('<ph id="1" type="other" subType="dragoman:footnote"/>')],
  [
    'languages in another case',
    anXliff(
      '<file id="f"><unit id="u"><segment><source xml:lang="EN-us">a</source></segment></unit></file>',
      'version="2.0" srcLang="en-US"',
    ),
  ],
];

it.each(valid)('%s is valid', (_what, file) => expect(found(file)).toEqual([]));

/** Which constraint, the file, and how the reason begins. */
const invalid: ReadonlyArray<readonly [rule: string, file: string, reason: string]> = [
  ['root', '<file xmlns="urn:oasis:names:tc:xliff:document:2.0"/>', 'the root element is not xliff'],
  [
    'attribute-value version',
    anXliff(`<file id="f">${unit}</file>`, 'version="3.0" srcLang="he"'),
    'the value of version',
  ],
  ['attribute-required', anXliff(`<file>${unit}</file>`), 'file has no attribute id'],
  [
    'attribute-unknown',
    aUnit('<segment translate="no"><source/></segment>'),
    'segment may have no attribute translate',
  ],
  ['extension-attribute', aSource('<pc id="1" my:a="1"/>'), 'pc may have no attribute {urn:example:my}a'],
  ['child-required', anXliff('<file id="f"/>'), 'file holds no unit or group'],
  ['child-number', aUnit('<segment><source/><source/></segment>'), 'segment may not hold another source'],
  ['child-order', aUnit(`${segment}<notes><note>a</note></notes>`), 'notes does not stand where unit wants it'],
  [
    'child-unknown',
    aUnit('<gls:glossary><gls:term/></gls:glossary><segment><source/></segment>'),
    'gls:glossary may hold no gls:term',
  ],
  ['extension-element', aSource('<my:x/>'), 'source may hold no {urn:example:my}x'],
  ['text', aUnit(`a${segment}`), 'unit may hold no text of its own'],

  ['file-id', anXliff(`<file id="f">${unit}</file><file id="f">${unit}</file>`), 'the id f of file is not unique'],
  ['group-id', anXliff('<file id="f"><group id="g"><group id="g"/></group></file>'), 'the id g of group'],
  ['unit-id', anXliff(`<file id="f">${unit}<group id="g">${unit}</group></file>`), 'the id u of unit'],
  ['note-id', aUnit(`<notes><note id="n">a</note><note id="n">b</note></notes>${segment}`), 'the id n of note'],
  ['data-id', aUnit(`<originalData><data id="d"/><data id="d"/></originalData>${segment}`), 'the id d of data'],
  ['part-id', aUnit('<segment id="1"><source><ph id="1"/></source></segment>'), 'the id 1 of ph'],
  ['part-id', both('<ph id="1"/>', '<ph id="1"/><ph id="1"/>'), 'the id 1 of ph'],
  ['part-id', both('<ph id="1"/>', '<pc id="1">a</pc>'), 'the id 1 of a target names something else'],
  ['extension-id', aUnit(`<my:x id="1"/><my:x><my:y xml:id="1"/></my:x>${segment}`), 'the id 1 of {urn:example:my}y'],
  ['unit-segment', aUnit('<ignorable><source> </source></ignorable>'), 'unit holds no segment'],
  ['skeleton-href', anXliff(`<file id="f"><skeleton/>${unit}</file>`), 'skeleton is empty and has no href'],
  [
    'target-language',
    anXliff(
      '<file id="f"><unit id="u"><segment><source/><target/></segment></unit></file>',
      'version="2.1" srcLang="he"',
    ),
    'there are targets, but xliff has no trgLang',
  ],
  ['source-lang', aUnit('<segment><source xml:lang="en"/></segment>'), 'xml:lang is en, but srcLang is he'],
  ['target-lang', aUnit('<segment><source/><target xml:lang="he"/></segment>'), 'xml:lang is he, but trgLang is ar'],
  ['space', aUnit('<segment><source xml:space="preserve"/><target/></segment>'), 'xml:space differs'],
  [
    'order',
    aUnit('<segment><source/><target order="2"/></segment><segment><source/><target/></segment>'),
    'two targets',
  ],
  ['order', aUnit('<segment><source/><target order="2"/></segment>'), 'the order of a target is beyond'],
  ['sub-state', aUnit('<segment subState="a:b"><source/></segment>'), 'segment has subState without state'],
  ['sub-type', aSource('<ph id="1" subType="a:b"/>'), 'ph has subType without type'],
  ['sub-type', aSource('<ph id="1" type="ui" subType="xlf:b"/>'), 'the subType xlf:b is not one of the type ui'],
  ['comment', aSource('<mrk id="1" type="comment">a</mrk>'), 'a comment has neither'],
  ['comment', aSource('<mrk id="1" type="comment" value="a" ref="#n=1">a</mrk>'), 'a comment has both'],
  ['comment', aSource('<mrk id="1" type="comment" ref="#n=1">a</mrk>'), 'the ref of a comment is not to a note'],

  ['pairs', aSource('<sc id="1"/>a'), 'sc 1 has no end in its unit, and is not isolated'],
  ['pairs', aSource('<ec startRef="1"/><sc id="1"/>'), 'ec 1, without a start before it'],
  ['pairs', aSource('<sc id="1" isolated="yes"/><ec startRef="1"/>'), 'ec 1, whose start is isolated'],
  ['pairs', aSource('<sc id="1" canCopy="no"/><ec startRef="1"/>'), 'canCopy is yes on ec and no on its sc'],
  ['pairs', aSource('<sm id="1"/>a'), 'sm 1 has no end'],
  ['end-code', aSource('<ec isolated="yes" startRef="1"/>'), 'an isolated ec has startRef'],
  ['end-code', aSource('<sc id="1"/><ec startRef="1" fs:fs="b"/>'), 'an ec that is not isolated has fs:fs'],
  ['editing-hints', aSource('<ph id="1" canReorder="firstNo"/>'), 'canReorder is firstNo, but'],
  ['sequence', aSource('<ph id="1" canReorder="no" canCopy="no" canDelete="no"/>'), 'canReorder is no, but no firstNo'],
  [
    'reordered',
    both(fixed('1', 'firstNo') + fixed('2', 'no'), fixed('2', 'no') + fixed('1', 'firstNo')),
    'codes that may not be reordered',
  ],
  ['not-removable', both('<ph id="1" canDelete="no"/>', 'a'), 'the target lacks code 1'],
  ['data-ref', aSource('<ph id="1" dataRef="d"/>'), 'dataRef names d, which is not in originalData'],
  ['copy-of', aSource('<ph id="1" copyOf="2"/>'), 'copyOf names 2, which is no code'],
  ['copy-of', aSource('<ph id="1" canCopy="no"/><ph id="2" copyOf="1"/>'), 'copyOf names 1, which has canCopy="no"'],
  ['sub-flows', aSource('<ph id="1" subFlows="v"/>'), 'subFlows names v, which is not in its file'],
  ['code-point', aSource('<cp hex="0041"/>'), 'cp is of a character that XML can hold'],
  ['code-point', aSource('<cp hex="110000"/>'), 'the hex of cp is not a code point'],

  ['reference', aSource('<mrk id="1" type="term" ref="#/u=u">a</mrk>'), 'the reference #/u=u begins with / but not'],
  [
    'reference',
    aSource('<mrk id="1" type="term" ref="#u=u/g=g">a</mrk>'),
    'the reference #u=u/g=g does not go from file',
  ],
  [
    'reference',
    aSource('<mrk id="1" type="term" ref="#zz=1">a</mrk>'),
    'the reference #zz=1 has the prefix zz, which is not registered',
  ],
  ['reference', aSource('<mrk id="1" type="term" ref="#f=g/u=u">a</mrk>'), 'the reference #f=g/u=u leads to nothing'],
  ['match-ref', matched(`<mtc:match ref="s">${ofMatch}</mtc:match>`), 'the ref s of mtc:match is not a fragment'],
  ['match-id', matched(`<mtc:match id="1" ref="#s">${ofMatch}</mtc:match>`.repeat(2)), 'the id 1 of mtc:match'],
  ['match-lang', matched(`<mtc:match ref="#s" xml:lang="he">${ofMatch}</mtc:match>`), 'mtc:match has xml:lang'],
  [
    'glossary-id',
    aUnit(
      `<gls:glossary><gls:glossEntry id="1"><gls:term/><gls:translation id="1"/></gls:glossEntry></gls:glossary>${segment}`,
    ),
    'the id 1 of gls:translation',
  ],
  [
    'glossary-entry',
    aUnit(`<gls:glossary><gls:glossEntry><gls:term/></gls:glossEntry></gls:glossary>${segment}`),
    'gls:glossEntry holds neither',
  ],
  ['sub-style', aSource('<pc id="1" fs:subFs="a">b</pc>'), 'pc has subFs without fs'],
  [
    'metadata-id',
    aUnit(`<mda:metadata id="1"><mda:metaGroup id="1"><mda:meta type="a"/></mda:metaGroup></mda:metadata>${segment}`),
    'the id 1 of mda:metaGroup',
  ],
  [
    'resource-id',
    aUnit(
      `<res:resourceData><res:resourceItemRef id="1" ref="a"/><res:resourceItem id="1"/></res:resourceData>${segment}`,
    ),
    'the id 1 of res:resourceItem',
  ],
  [
    'resource-href',
    aUnit(
      `<res:resourceData><res:resourceItem><res:source href="a">b</res:source></res:resourceItem></res:resourceData>${segment}`,
    ),
    'res:source has both content and href',
  ],
  [
    'resource-lang',
    aUnit(
      `<res:resourceData><res:resourceItem><res:source xml:lang="en" href="a"/></res:resourceItem></res:resourceData>${segment}`,
    ),
    'xml:lang is en, but srcLang is he',
  ],
  ['revisions', tracked('<ctr:revisions appliesTo="note" ref="x">', 'content'), 'the ref x of ctr:revisions names no'],
  ['revisions', tracked('<ctr:revisions appliesTo="note">', 'content'), 'ctr:revisions applies to note, of which'],
  ['revision-property', tracked('<ctr:revisions appliesTo="note" ref="1">', 'priority'), 'priority is neither content'],
  ['size', aSource('<ph id="1" slr:equivStorage="1.5"/>'), 'slr:equivStorage is 1.5, not a whole number'],
  ['size-ref', aSource('<ph id="1" slr:sizeInfo="1" slr:sizeInfoRef="a"/>'), 'slr:sizeInfo and slr:sizeInfoRef'],
  ['size-ref', aSource('<ph id="1" slr:sizeInfoRef="a"/>'), 'slr:sizeInfoRef names a, which no slr:data'],
  ['validation-rule', aUnit(`<val:validation><val:rule/></val:validation>${segment}`), 'val:rule holds 0 rules'],
];

function fixed(id: string, reorder: string): string {
  return `<ph id="${id}" canReorder="${reorder}" canCopy="no" canDelete="no"/>`;
}

function tracked(revisions: string, property: string): string {
  const revision = `<ctr:revision><ctr:item property="${property}">a</ctr:item></ctr:revision></ctr:revisions>`;
  const notes = '<notes><note id="1">a</note><note id="2">b</note></notes>';
  return aUnit(`<ctr:changeTrack>${revisions}${revision}</ctr:changeTrack>${notes}${segment}`);
}

it.each(invalid)('%s: %s', (rule, file, reason) => {
  const fault = found(file).find((one) => one.rule === rule && one.reason.startsWith(reason));
  expect(fault, JSON.stringify(found(file))).toBeDefined();
});

it('every constraint of the table has a file that breaks it', () => {
  const broken = new Set(invalid.map(([rule]) => rule));
  expect(rules.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([]);
});

it('says all that is wrong, each with its line', () => {
  const file = aUnit('\n<segment state="done">\n<source><cp hex="x"/></source></segment>');
  expect(found(file).map(({ line, rule }) => [line, rule])).toEqual([
    [2, 'attribute-value state'],
    [3, 'code-point'],
  ]);
});

it('stays calm where references are as many as what they could name', () => {
  const count = 30_000;
  const notes = Array.from({ length: count }, (_, n) => `<note id="n${n}">a</note>`).join('');
  const marks = Array.from(
    { length: count },
    (_, n) => `<mrk id="m${n}" type="comment" ref="#f=f/u=u/n=n${n}">a</mrk>`,
  );
  expect(found(aUnit(`<notes>${notes}</notes><segment><source>${marks.join('')}</source></segment>`))).toEqual([]);
});

function found(file: string) {
  const read = parseXml(file);
  if (!read.ok) throw new Error(JSON.stringify(read));
  return faultsOf(read.root);
}
