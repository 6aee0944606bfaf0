/** What may be split, joined and taken apart, and what comes of it. */
import { describe, expect, it } from 'vitest';
import { sha256Short } from '../../server/adapters/hash.ts';
import type { DocumentDecision } from '../../server/domain/decision.ts';
import { decide } from '../../server/domain/decide.ts';
import { sourceHashOf, type DocumentState, type Segment, type Target } from '../../server/domain/document.ts';
import { blockers } from '../../server/domain/edition.ts';
import { accepted } from '../../server/domain/errors.ts';
import { mostJoined } from '../../server/domain/workflow.ts';
import { cutAt, joinTargets, separateTarget, splitTarget } from '../../server/domain/reshape.ts';
import { spanOf, spansOf } from '../../server/domain/spans.ts';
import {
  aDocument,
  aHead,
  approvedDecision,
  aSegment,
  aSource,
  draftedDecision,
  editedDecision,
  importedDecision,
} from '../support/builders.ts';

const segments: readonly Segment[] = [
  aSegment({ id: 'segment-0100', kind: 'title', text: 'The school' }),
  aSegment({ id: 'segment-0101', text: 'It <1>stood</1>.', codes: { 1: { type: 'strong' } } }),
  aSegment({ id: 'segment-0102', text: 'It was <1>demolished</1>.', codes: { 1: { type: 'emphasis' } } }),
  aSegment({ id: 'segment-0103', text: 'The children came.' }),
  aSegment({ id: 'segment-0104', kind: 'list-item', text: 'books' }),
];
const [, one, two, three, item] = segments as [Segment, Segment, Segment, Segment, Segment];
const texts = { one: 'הוא <1>עמד</1>.', two: 'הוא <1>נהרס</1>.' };
const imported = importedDecision({ source: aSource({ segments }) });

function after(document: DocumentState, ...decisions: readonly DocumentDecision[]): DocumentState {
  return decisions.reduce((state, decision) => accepted(decide(state, decision, sha256Short)).next, document);
}

const begun = aDocument(
  imported,
  editedDecision({ segment: one, text: texts.one }),
  approvedDecision({ segment: one }),
  editedDecision({ segment: two, text: texts.two }),
  approvedDecision({ segment: two }),
);

function split(document: DocumentState, segment: Segment, offset: number): DocumentState {
  const order = { ...aHead(), locale: 'he', segmentId: segment.id, offset } as const;
  const { targets } = accepted(splitTarget(document, order));
  return after(document, { ...order, kind: 'target.split', targets });
}

function join(document: DocumentState, segment: Segment): DocumentState {
  const order = { ...aHead(), locale: 'he', segmentId: segment.id } as const;
  const { targets } = accepted(joinTargets(document, order, sha256Short));
  return after(document, { ...order, kind: 'target.joined', targets });
}

function separate(document: DocumentState, segment: Segment): DocumentState {
  const order = { ...aHead(), locale: 'he', segmentId: segment.id } as const;
  return after(document, {
    ...order,
    kind: 'target.separated',
    targets: accepted(separateTarget(document, order)).targets,
  });
}

function targetOf(document: DocumentState, segment: Segment): Target {
  const span = spanOf(document, 'he', segment.id);
  if (span === undefined) throw new Error('no such segment');
  return span.target;
}

/** But for what counts and signs the decisions. */
function content(target: Target): Partial<Target> {
  const { revision: _, at: __, by: ___, ...rest } = target;
  return rest;
}

describe('a split', () => {
  it('puts a paragraph break for the white space at the caret, and wants a new approval', () => {
    const document = split(begun, one, 'הוא'.length);
    expect(targetOf(document, one)).toMatchObject({ text: 'הוא\n\n<1>עמד</1>.', state: 'reviewed', revision: 3 });
  });

  it('keeps a machine’s text a machine’s, in its state', () => {
    const document = split(
      aDocument(imported, draftedDecision({ segment: three, text: 'הילדים באו. בכו.' })),
      three,
      11,
    );
    expect(targetOf(document, three)).toMatchObject({
      text: 'הילדים באו.\n\nבכו.',
      state: 'translated',
      origin: { type: 'mt' },
    });
  });

  it.each<[string, string, number]>([
    ['at the beginning', 'הָלַךְ', 0],
    ['at the end', 'הָלַךְ ', 6],
    ['beyond the end', 'הָלַךְ', 99],
    ['between a letter and its marks', 'הָלַךְ', 1],
    ['inside a code', 'א <1>ב ג</1>', 4],
    ['in what a code stands around', 'א <1>ב ג</1>', 7],
    ['before a code with nothing in it to read', 'א<1></1>', 1],
  ])('is not possible %s', (_, text, offset) => {
    expect(cutAt({ text, codes: { 1: { type: 'strong' } } }, offset)).toBeUndefined();
  });

  it.each<[string, string, number, readonly [string, string]]>([
    ['in vowelled Hebrew', 'הָלַךְ הַבַּיְתָה', 6, ['הָלַךְ', 'הַבַּיְתָה']],
    ['in vowelled Arabic', 'صه تُثبّت', 2, ['صه', 'تُثبّت']],
    ['behind an abbreviation', 'צה״ל נכנס', 5, ['צה״ל', 'נכנס']],
    ['within a word, where somebody wants it', 'الـ«حزب»', 3, ['الـ', '«حزب»']],
    ['between two codes', '<1>א</1>ב', 8, ['<1>א</1>', 'ב']],
  ])('is possible %s', (_, text, offset, sides) => {
    expect(cutAt({ text, codes: { 1: { type: 'strong' } } }, offset)).toEqual(sides);
  });

  it('is not of a title, nor of nothing, nor where a break is already', () => {
    const titled = aDocument(imported, editedDecision({ segment: segments[0] as Segment, text: 'בית הספר' }));
    const order = { ...aHead(), locale: 'he', segmentId: segments[0]?.id ?? '', offset: 4 } as const;
    expect(splitTarget(titled, order)).toMatchObject({ code: 'target.cannot-split' });
    expect(splitTarget(begun, { ...order, segmentId: three.id })).toMatchObject({ code: 'target.cannot-split' });
    const again = { ...order, segmentId: one.id, offset: 'הוא'.length };
    expect(splitTarget(split(begun, one, 'הוא'.length), again)).toMatchObject({ code: 'target.cannot-split' });
  });
});

describe('a join', () => {
  const joined = join(begun, one);

  it('makes one target of two, with the codes of both, for somebody to approve', () => {
    expect(targetOf(joined, one)).toMatchObject({
      text: 'הוא <1>עמד</1>. הוא <2>נהרס</2>.',
      state: 'reviewed',
      origin: { type: 'human', by: 'dana' },
    });
    expect(spanOf(joined, 'he', one.id)?.segment.codes).toEqual({ 1: { type: 'strong' }, 2: { type: 'emphasis' } });
    expect(blockers(joined, 'he', sha256Short).map(({ segmentId, reason }) => [segmentId, reason])).toEqual([
      ['segment-0100', 'untranslated'],
      [one.id, 'reviewed'],
      [three.id, 'untranslated'],
      [item.id, 'untranslated'],
    ]);
  });

  it('leaves nothing to decide on what it covers, until it is taken apart', () => {
    const act = decide(joined, editedDecision({ segment: two, text: 'הוא <1>נהרס</1>!' }), sha256Short);
    expect(act).toMatchObject({ ok: false, code: 'target.covered', params: { segmentId: one.id } });
    const order = { ...aHead(), locale: 'he', segmentId: two.id } as const;
    expect(joinTargets(joined, order, sha256Short)).toMatchObject({ code: 'target.covered' });
  });

  it('is approved against the source of both', () => {
    const whole = spanOf(joined, 'he', one.id)?.segment ?? one;
    const approved = after(joined, approvedDecision({ segment: whole }));
    expect(targetOf(approved, one)).toMatchObject({ state: 'approved', sourceHash: sourceHashOf(whole, sha256Short) });
    const lacking = after(joined, editedDecision({ segment: whole, text: 'הוא <1>עמד</1> ונהרס.' }));
    expect(decide(lacking, approvedDecision({ segment: whole }), sha256Short)).toMatchObject({
      code: 'check.open',
      params: { check: 'code.missing', count: 1 },
    });
  });

  it('of a text with nothing waits for a review, of nothing with nothing for a translation', () => {
    const half = join(begun, two);
    expect(targetOf(half, two)).toMatchObject({ text: texts.two, state: 'translated' });
    expect(content(targetOf(join(aDocument(imported), one), one))).toMatchObject({ text: '', state: 'untranslated' });
  });

  it('stays outdated where a part was, and is no further than translated', () => {
    const { source } = begun;
    const changed = { ...source, version: 2, segments: source.segments.with(2, { ...two, text: 'It <1>fell</1>.' }) };
    const outdated = join({ ...begun, source: changed }, one);
    expect(blockers(after(outdated), 'he', sha256Short)).toContainEqual({
      reason: 'translated',
      segmentId: one.id,
      ordinal: 1,
    });
    expect(targetOf(outdated, one).sourceHash).toBe(targetOf(begun, two).sourceHash);
  });

  it.each([
    ['a title', segments[0] as Segment],
    ['a paragraph and a list item', three],
    ['the last with nothing', item],
  ])('is not possible of %s', (_, segment) => {
    const order = { ...aHead(), locale: 'he', segmentId: segment.id } as const;
    expect(joinTargets(begun, order, sha256Short)).toMatchObject({ code: 'target.cannot-join' });
  });

  it('makes no more of them one than a page would show as a paragraph', () => {
    const many = Array.from({ length: mostJoined + 1 }, () => aSegment());
    const [first = one] = many;
    let document = aDocument(importedDecision({ source: aSource({ segments: many }) }));
    for (let joined = 1; joined < mostJoined; joined += 1) document = join(document, first);
    expect(spanOf(document, 'he', first.id)?.segments).toHaveLength(mostJoined);
    const order = { ...aHead(), locale: 'he', segmentId: first.id } as const;
    expect(joinTargets(document, order, sha256Short)).toMatchObject({
      code: 'target.too-many-joined',
      params: { limit: mostJoined },
    });
  });

  it('grows: the third joins what was joined', () => {
    const all = join(joined, one);
    expect(spansOf(all, 'he').map(({ segments }) => segments.length)).toEqual([1, 3, 1]);
    expect(targetOf(all, one)).toMatchObject({ text: targetOf(joined, one).text, state: 'translated' });
    expect(content(targetOf(separate(all, one), one))).toEqual(content(targetOf(joined, one)));
  });
});

describe('taking a join apart', () => {
  const joined = join(begun, one);
  const whole = spanOf(joined, 'he', one.id)?.segment ?? one;

  it('gives the parts back as they were, approvals too, where nothing was decided since', () => {
    const apart = separate(joined, one);
    expect(targetOf(apart, one)).toEqual({ ...targetOf(begun, one), revision: 4 });
    expect(targetOf(apart, two)).toEqual({ ...targetOf(begun, two), revision: 4 });
  });

  it('gives them back no further than the whole was', () => {
    const returned = after(joined, { ...approvedDecision({ segment: whole }), kind: 'target.returned', reason: 'שם' });
    const apart = separate(returned, one);
    expect(targetOf(apart, one)).toMatchObject({ text: texts.one, state: 'translated', returned: { reason: 'שם' } });
    expect(targetOf(apart, two)).toMatchObject({ text: texts.two, state: 'translated' });
  });

  it('leaves a changed text where it is, without the codes of the other, and outdated', () => {
    const edited = after(joined, editedDecision({ segment: whole, text: 'הוא <1>עמד</1> ו<2>נהרס</2>.' }));
    const apart = separate(after(edited, approvedDecision({ segment: whole })), one);
    expect(targetOf(apart, one)).toMatchObject({ text: 'הוא <1>עמד</1> ונהרס.', state: 'reviewed' });
    expect(targetOf(apart, one).sourceHash).not.toBe(sourceHashOf(one, sha256Short));
    expect(content(targetOf(apart, two))).toEqual({ text: '', state: 'untranslated' });
  });

  it('is not possible where nothing was joined', () => {
    const order = { ...aHead(), locale: 'he', segmentId: three.id } as const;
    expect(separateTarget(begun, order)).toMatchObject({ code: 'target.not-joined' });
  });
});

describe('a decision that says another outcome than the rules', () => {
  it('is not taken', () => {
    const order = { ...aHead(), locale: 'he', segmentId: one.id } as const;
    const { targets } = accepted(joinTargets(begun, order, sha256Short));
    const forged = targets.map(([id, target]) => [id, { ...target, state: 'approved' as const }] as const);
    expect(decide(begun, { ...order, kind: 'target.joined', targets: forged }, sha256Short)).toMatchObject({
      ok: false,
      code: 'target.stale',
    });
  });
});
